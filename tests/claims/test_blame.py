"""Who is held for an event by whom: an allegation, never a fact."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.model import Modality
from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "agent"),
    [
        ("Victor Hale holds the Northern Front responsible for the attack on Lima.", "Northern Front"),
        ("The Northern Front is held responsible for the bombing of Lima.", "Northern Front"),
        ("Police released three men suspected of participating in the attack on Lima.", "men"),
        ("Victor Hale was charged with being involved in the assassination of Carla Reyes.", "Victor Hale"),
        ("Two soldiers were arrested in connection with the murder of Carla Reyes.", "soldiers"),
        ("The arrest of two soldiers for the murder of Carla Reyes was announced.", "soldiers"),
        ("Police blamed rebels of the Northern Front for the attack on Lima.", "Northern Front"),
    ],
)
def test_who_is_blamed_is_alleged_to_have_done_it(tell: Tell, text: str, agent: str) -> None:
    claims = tell(text).of("agent", thing=agent)

    assert {claim.modality for claim in claims} <= {Modality.ALLEGED, Modality.SUSPECTED}
    assert claims


@pytest.mark.parametrize(
    "text",
    [
        "Police want to find the people responsible for the attack on Lima.",
        "Police questioned the people involved in the murder of Carla Reyes.",
        "Victor Hale was charged with taking part in the rally before the attack on Lima.",
        "The arrest of two soldiers after the murder of Carla Reyes was announced.",
        "Two soldiers were arrested in Oslo before the murder of Carla Reyes.",
    ],
)
def test_whoever_did_it_and_who_is_held_for_something_else_is_not_blamed(tell: Tell, text: str) -> None:
    told = tell(text)

    assert not [c for c in told.of("agent") if told.fact(c)[0] in {"Attack", "Killing", "Assassination"}]


def test_who_holds_somebody_responsible_is_the_source(tell: Tell) -> None:
    told = tell("Victor Hale holds the Northern Front responsible for the attack on Lima.")

    assert told.word(told.one("agent", "Attack").sources[-1].speaker) == "Victor Hale"


def test_a_perpetrator_is_that_of_the_deed_after_of(tell: Tell) -> None:
    told = tell("Gunmen attacked Lima. After the attack police said that Victor Hale was the culprit of the murder of Carla Reyes.")  # fmt: skip

    assert [told.fact(c)[0] for c in told.of("agent", thing="Victor Hale")] == ["Killing"]


def test_what_its_fighters_claim_the_body_claims(tell: Tell) -> None:
    told = tell("Rebels of the Northern Front claimed responsibility for the attack on Lima.")

    assert {told.fact(c)[2] for c in told.of("agent", "Attack")} == {"Rebels", "Northern Front"}


@pytest.mark.parametrize(
    ("text", "blamed"),
    [
        ("Carla Reyes accused Victor Hale of covering up the murder of Amina Diallo by Omar Talib.", set()),
        ("Carla Reyes accused Victor Hale of ordering the murder of Amina Diallo.", {"Victor Hale"}),
    ],
)
def test_who_is_accused_of_something_else_about_a_deed_is_not_blamed_for_it(
    tell: Tell, text: str, blamed: set[str]
) -> None:
    told = tell(text)

    assert {told.fact(c)[2] for c in told.of("agent")} & {"Victor Hale"} == blamed


def test_the_deed_of_an_accusation_is_that_behind_its_verb(tell: Tell) -> None:
    told = tell("Kenya carried out two attacks in Lima and accused the Northern Front of carrying out a gas attack on Oslo.")  # fmt: skip
    (gas,) = (c.subject for c in told.of("target", thing="Oslo"))

    assert {c.subject for c in told.of("agent", thing="Northern Front")} == {gas}
