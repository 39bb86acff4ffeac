"""Of which state a named person, body or place is: adjectives, possessives, descriptions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Fact, Told

Tell = Callable[..., Told]

PREDICATES = ("nationalOf", "basedIn", "locatedIn", "partOfOrganization")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("Kenyan cleric Ali Nur left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("The Kenyan singer Ali Nur left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur, a Kenyan journalist, left.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur is a Kenyan singer.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Ali Nur from Kenya won the race.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Kenya's Ali Nur won the race.", ("Ali Nur", "nationalOf", "Kenya")),
        ("Norwegian broadcaster Fjord Television closed.", ("Fjord Television", "basedIn", "Norway")),
        ("Fjord Television, a Norwegian broadcaster, closed.", ("Fjord Television", "basedIn", "Norway")),
        ("The Norwegian Football Association met.", ("Norwegian Football Association", "basedIn", "Norway")),
        ("The police in the Kenyan city of Ambara waited.", ("Ambara", "locatedIn", "Kenya")),
        (
            "The army entered Ambara, a town in northern Kenya, on Monday.",
            ("Ambara", "locatedIn", "Kenya"),
        ),
    ],
)
def test_says_of_which_state(tell: Tell, text: str, fact: Fact) -> None:
    assert fact in tell(text).pairs(*PREDICATES)


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan-backed Ali Nur left.",
        "The pro-Kenyan cleric Ali Nur left.",
        "Ali Nur, the Kenyan ally, left.",
        "The Kenyan Embassy closed.",
        "Ali Nur met a Kenyan journalist.",
        "The Kenyan journalist met Ali Nur.",
    ],
)
def test_an_adjective_of_another_says_nothing(tell: Tell, text: str) -> None:
    assert not tell(text).pairs(*PREDICATES)


def test_the_quote_holds_adjective_and_name(tell: Tell) -> None:
    told = tell("Officers held the Kenyan singer Ali Nur at the border.")

    assert told.quote(told.one("nationalOf")) == "Kenyan singer Ali Nur"
