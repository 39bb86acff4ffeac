"""Warnings of evil to come are threats to those whose deed would bring it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    "text",
    [
        "Omar Talib warned that Victor Hale’s appointment would be considered an act of war.",
        "The Northern Front warned that Victor Hale’s election would have grave consequences.",
    ],
)
def test_a_warning_of_evil_threatens_whose_deed_it_is(tell: Tell, text: str) -> None:
    assert tell(text).one("addressee").rule.startswith("events: warn")
    assert ("Threat", "addressee", "Victor Hale") in tell(text).facts


@pytest.mark.parametrize(
    "text",
    [
        "Experts warned that Victor Hale’s appointment would have grave consequences.",
        "Omar Talib warned that Victor Hale’s election would be close after the war.",
        "Omar Talib warned that Victor Hale’s appointment would take weeks.",
        "Omar Talib said that Victor Hale’s appointment would be an act of war.",
    ],
)
def test_a_warning_of_something_else_threatens_nobody(tell: Tell, text: str) -> None:
    assert tell(text).of("addressee") == []


def test_who_is_intimidated_is_threatened(tell: Tell) -> None:
    told = tell("The intimidation of Judge Victor Hale went on.")

    assert ("Threat", "addressee", "Victor Hale") in told.facts


def test_the_threats_of_somebody_are_theirs(tell: Tell) -> None:
    told = tell("The threats of the Northern Front angered Kenya. Victor Hale found the exam intimidating.")

    assert told.pairs("agent", "addressee") == {("Threat", "agent", "Northern Front")}


@pytest.mark.parametrize(
    ("text", "threatened"),
    [
        ("Two judges were threatened last week.", ["judges"]),
        ("The harvest was threatened by the drought.", []),
        ("The harvest was threatened.", []),
    ],
)
def test_only_somebody_is_threatened(tell: Tell, text: str, threatened: list[str]) -> None:
    assert sorted(thing for _, _, thing in tell(text).pairs("addressee")) == threatened
