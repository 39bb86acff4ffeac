"""Whose work an event is by its traces, its doing, or the order for it; and whether anybody owns up to it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]

LEAD = "A bomb exploded at a market in Doreth on Monday, killing four people."


@pytest.mark.parametrize(
    ("text", "who", "how"),
    [
        ("It was the work of the Ridge Brigade.", "Ridge Brigade", "asserted"),
        ("It was almost certainly the work of the Ridge Brigade.", "Ridge Brigade", "suspected"),
        ("The attack is believed to be the work of the Ridge Brigade.", "Ridge Brigade", "suspected"),
        (
            "Victor Hale said that the blast was the handiwork of the Ridge Brigade.",
            "Ridge Brigade",
            "alleged",
        ),
        ("The attack bears the hallmarks of the Ridge Brigade.", "Ridge Brigade", "suspected"),
        (
            "The bombing carries the signature of the Ridge Brigade, officials said.",
            "Ridge Brigade",
            "suspected",
        ),
        ("It was carried out by the Ridge Brigade.", "Ridge Brigade", "asserted"),
        ("The Ridge Brigade committed the crime.", "Ridge Brigade", "asserted"),
        ("The Ridge Brigade took part in the attack.", "Ridge Brigade", "asserted"),
        ("Police said that the Ridge Brigade participated in the bombing.", "Ridge Brigade", "alleged"),
        ("Police said they suspected the Ridge Brigade.", "Ridge Brigade", "suspected"),
        (
            "It was a crime, the mayor said. Schools were shut. Shops were shut. Trains ran late. "
            "The mayor said he suspected the Ridge Brigade.",
            "Ridge Brigade",
            "suspected",
        ),
    ],
)
def test_whose_work_it_was(tell: Tell, text: str, who: str, how: str) -> None:
    claims = tell(f"{LEAD} {text}").of("agent", thing=who)

    assert how in {claim.modality for claim in claims if claim.rule.startswith("blame")}


def test_a_relative_clause_tells_whose_work_it_was(tell: Tell) -> None:
    told = tell(
        "The attempt to kill Ali Nur on 15 October, which was very probably carried out by the Ridge Brigade, failed."
    )

    assert told.how(told.one("agent", "AssassinationAttempt")) == ("suspected", "affirmed")


@pytest.mark.parametrize(
    "text",
    [
        "The attack was masterminded by Victor Hale.",
        "Victor Hale gave the order.",
        "Victor Hale issued the order for the attack.",
        "It was carried out on the orders of Victor Hale.",
        "The order came from Victor Hale.",
        "Victor Hale ordered it.",
        "Victor Hale, the mastermind of the attack, fled.",
        "Victor Hale was identified as the mastermind of the attack.",
    ],
)
def test_who_ordered_it(tell: Tell, text: str) -> None:
    assert {fact[2] for fact in tell(f"{LEAD} {text}").pairs("orderedBy")} == {"Victor Hale"}


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was the work of the Ridge Brigade.",
        "The survey was carried out by the Harvest Institute.",
        "The house bears the hallmarks of the Ridge Brigade.",
        "Victor Hale gave the order to close the shops.",
        "Victor Hale received an order from the council.",
        "The attack does not bear the hallmarks of the Ridge Brigade.",
        "Victor Hale ordered a meal.",
        "Victor Hale was identified as the owner of the market.",
        "The Ridge Brigade committed a crime.",
        "The Ridge Brigade took part in the talks.",
    ],
)
def test_other_work_and_orders_say_nothing_of_the_attack(tell: Tell, text: str) -> None:
    told = tell(f"{LEAD} {text}")

    assert not told.pairs("orderedBy")
    assert not [claim for claim in told.of("agent") if claim.rule.startswith("blame")]


@pytest.mark.parametrize(
    "text",
    [
        "The Harvest Party had nothing to do with the bombing, its spokesman said.",
        "The Harvest Party rejected any suggestion that it was involved.",
        "The Harvest Party denied that it was involved.",
        "The Harvest Party had played no part in it, its spokesman said.",
    ],
)
def test_who_answers_a_reproach_denies_it(tell: Tell, text: str) -> None:
    told = tell(f"{LEAD} {text}")

    assert ("denied", "negated") in {told.how(claim) for claim in told.of("agent", thing="Harvest Party")}


def test_what_the_author_rules_out_is_not_denied(tell: Tell) -> None:
    told = tell(f"{LEAD} The Harvest Party had nothing to do with the bombing.")

    assert told.how(told.one("agent", thing="Harvest Party")) == ("asserted", "negated")


@pytest.mark.parametrize(
    ("text", "claimed"),
    [
        ("No group has claimed responsibility.", False),
        ("No one has yet claimed responsibility for the attack.", False),
        ("There was no immediate claim of responsibility.", False),
        ("Nobody has owned up to the bombing.", False),
        ("No one has said that they did it.", False),
        ("No organisation has said that it was behind the attack.", False),
        ("The attack has not been claimed by any group.", False),
        ("The attack went unclaimed.", False),
        ("The Ridge Brigade claimed responsibility.", True),
        ("The bombing was later claimed by the Ridge Brigade.", True),
    ],
)
def test_whether_anybody_claims_it(tell: Tell, text: str, claimed: bool) -> None:
    assert {fact[2] for fact in tell(f"{LEAD} {text}").pairs("responsibilityClaimed")} == {claimed}


@pytest.mark.parametrize(
    "text",
    [
        "The ministry took responsibility for the delay.",
        "The Harvest Party claimed victory.",
        "No one has said that they saw it.",
        "The Ridge Brigade may claim responsibility.",
        "The prize has not been claimed.",
    ],
)
def test_other_claims_are_no_owning_up(tell: Tell, text: str) -> None:
    assert not tell(f"{LEAD} {text}").pairs("responsibilityClaimed")


def test_what_a_spokesman_claims_his_body_did(tell: Tell) -> None:
    told = tell(
        f"{LEAD} Victor Hale, a spokesman for the Ridge Brigade, claimed responsibility for the bombing."
    )

    assert {fact[2] for fact in told.pairs("agent") if fact[0] == "Attack" or fact[0] == "Bombing"} <= {
        "Ridge Brigade"
    }
    assert told.speakers(told.one("agent", thing="Ridge Brigade")) == ["Victor Hale"]


def test_who_lays_it_at_a_door_says_so(tell: Tell) -> None:
    told = tell("Gunmen attacked a bus near Lima. Victor Hale blamed it on the Ridge Brigade.")
    claim = told.one("agent", thing="Ridge Brigade")

    assert (told.how(claim), told.speakers(claim)) == (("alleged", "affirmed"), ["Victor Hale"])
    assert not [c for c in told.of("agent") if c.rule == "blame: blame"]


def test_people_without_a_name_are_a_source(tell: Tell) -> None:
    told = tell(
        "Seven men were being held at a barracks, according to two officials of the interior ministry."
    )

    assert told.speakers(told.one("numberArrested")) == ["two officials of the interior ministry"]
