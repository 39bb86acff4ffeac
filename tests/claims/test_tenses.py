"""The words that put an event behind, at or ahead of the time when it is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


def tenses(told: Told) -> dict[str, tuple[str, str] | None]:
    """Class of each event -> the tense and the words that show it."""
    return {e.type: (e.tensed.tense.value, e.tensed.text) if e.tensed else None for e in told.events}


@pytest.mark.parametrize(
    ("text", "cls", "tense", "words"),
    [
        ("The Northern Front attacked the port of Lima.", "Attack", "past", "attacked"),
        ("The Northern Front has attacked the port of Lima.", "Attack", "past", "attacked"),
        ("Fighters opened fire on the crowd, killing Omar Talib.", "Shooting", "past", "opened"),
        ("Kenya condemned the attack on Omar Talib.", "Attack", "past", "condemned"),
        ("Kenya condemns the attack on Omar Talib.", "Attack", "past", "attack"),
        ("The Northern Front is besieging the port of Lima.", "Siege", "present", "besieging"),
        ("The siege of the port of Lima continues.", "Siege", "present", "continues"),
        ("The ongoing siege of the port of Lima hurt Kenya.", "Siege", "present", "ongoing"),
        ("Omar Talib will meet Victor Hale.", "Meeting", "future", "meet"),
        ("Omar Talib plans to meet Victor Hale.", "Meeting", "future", "plans"),
        ("Omar Talib may meet Victor Hale.", "Meeting", "future", "meet"),
        ("Kenya welcomed the upcoming election in Peru.", "Election", "future", "upcoming"),
        ("Omar Talib says that Victor Hale lied.", "Statement", "past", "says"),
    ],
)
def test_the_tense_of_an_event(tell: Tell, text: str, cls: str, tense: str, words: str) -> None:
    assert tenses(tell(text))[cls] == (tense, words)


@pytest.mark.parametrize(
    "text",
    [
        "Omar Talib planned to meet Victor Hale.",
        "Omar Talib would meet Victor Hale if he could.",
    ],
)
def test_what_was_only_planned_or_supposed_has_no_tense(tell: Tell, text: str) -> None:
    assert tenses(tell(text))["Meeting"] is None


def test_what_has_happened_was_once_to_come(tell: Tell) -> None:
    told = tell("Peru will hold an election on Sunday. The election in Peru was held in peace.")

    assert tenses(told)["Election"] == ("past", "held")


def test_the_words_of_others_are_told_of_the_time_when_they_were_said(tell: Tell) -> None:
    told = tell("“We will meet Victor Hale,” Omar Talib said.")

    assert {e.type: e.tensed.quoted for e in told.events if e.tensed} == {"Meeting": True, "Statement": False}


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Victor Hale said that Omar Talib should meet Karim Haddad.", True),
        ("Victor Hale said that Omar Talib will meet Karim Haddad.", False),
    ],
)
def test_what_should_be_is_ahead_of_who_says_so(tell: Tell, text: str, quoted: bool) -> None:
    assert [e.tensed.quoted for e in tell(text).events if e.type == "Meeting" and e.tensed] == [quoted]


@pytest.mark.parametrize(
    ("text", "going_on"),
    [
        ("The Northern Front is besieging the port of Lima.", True),
        ("The ongoing siege of the port of Lima hurt Kenya.", True),
        ("The Northern Front besieges the port of Lima.", False),
    ],
)
def test_what_is_told_as_going_on(tell: Tell, text: str, going_on: bool) -> None:
    assert [e.tensed.going_on for e in tell(text).events if e.type == "Siege" and e.tensed] == [going_on]


@pytest.mark.parametrize(
    ("text", "present"),
    [
        ("Omar Talib leads the Northern Front.", True),
        ("Omar Talib is the leader of the Northern Front.", True),
        ("Omar Talib led the Northern Front.", False),
        ("Omar Talib, the leader of the Northern Front, fled.", False),
    ],
)
def test_a_relation_told_in_the_present_held_when_it_was_stated(tell: Tell, text: str, present: bool) -> None:
    assert {claim.present for claim in tell(text).of("leads", "Omar Talib")} == {present}
