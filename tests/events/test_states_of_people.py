"""What has befallen people, told by how they are, and the days of what happened later."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "predicate", "number"),
    [
        ("Fourteen people were in custody last night.", "numberArrested", 14),
        ("Three men are behind bars.", "numberArrested", 3),
        ("Seven ministers were being held at a barracks.", "numberArrested", 7),
        ("Followers sang in the square. By nightfall two of them were dead.", "numberKilled", 2),
        ("Gunmen shot dead eight soldiers at an outpost.", "numberKilled", 8),
    ],
)
def test_people_who_are_dead_or_held_are_counted(tell: Tell, text: str, predicate: str, number: int) -> None:
    assert tell(text).one(predicate).value == number


@pytest.mark.parametrize(
    "text",
    [
        "The battery was dead.",
        "Two of the roads were dead ends.",
        "Victor Hale was free to go.",
        "Victor Hale was at home.",
        "Entry was free by Monday.",
        "The talks were held at a hotel.",
        "The papers were in custody of the bank.",
    ],
)
def test_other_states_are_no_events(tell: Tell, text: str) -> None:
    assert not {"Killing", "Arrest", "Release"} & set(tell(text).happened())


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Victor Hale was arrested on Monday. By Wednesday he was free.", "weekday:2"),
        ("Victor Hale was arrested on Monday. He was home by Wednesday morning.", "weekday:2"),
        ("Victor Hale was detained on 16 October and was released a day later.", "day:10-17"),
        ("Victor Hale was arrested on Sunday. He was released two days later.", "weekday:1"),
        ("Victor Hale was arrested on 31 December 2021. He was released the next day.", "day:2022-01-01"),
    ],
)
def test_a_release_has_its_own_day(tell: Tell, text: str, form: str) -> None:
    told = tell(text)

    assert [c.time.form for c in told.of("startDate", "Release") if c.time] == [form]


def test_a_day_that_cannot_be_counted_is_not_told(tell: Tell) -> None:
    assert not tell("Victor Hale was arrested in 2020 and released two days later.").of(
        "startDate", "Release"
    )


def test_two_planted_devices_are_counted_at_their_place(tell: Tell) -> None:
    told = tell("Two devices had been hidden under a stall on the Kessel Bridge.")

    assert told.one("weaponCount").value == 2
    assert told.one("place").object is not None


@pytest.mark.parametrize(
    "text",
    [
        "The company will launch its own fitness device.",
        "Police hid a listening device in the car.",
        "Victor Hale installed a device on the phone.",
    ],
)
def test_other_devices_are_no_bombs(tell: Tell, text: str) -> None:
    assert not tell(text).of("instrument")


def test_he_in_a_quotation_is_not_its_speaker(tell: Tell) -> None:
    told = tell('Ali Nur left. "He is not a member of the Harvest Party," Victor Hale said.')

    assert not told.of("memberOf", "Victor Hale")


@pytest.mark.parametrize(
    "text", ["The army seized power in Peru.", "Soldiers removed Victor Hale from power."]
)
def test_a_coup_is_a_departure(tell: Tell, text: str) -> None:
    assert tell(text).happened() == ["Departure"]


@pytest.mark.parametrize(
    ("text", "hostage"),
    [
        ("The rebels are still holding two engineers in the mountains.", True),
        ("The Ridge Militia holds Victor Hale in a camp.", True),
        ("The rebels held talks with Victor Hale.", False),
        ("The rebels hold Victor Hale responsible.", False),
        ("The minister holds Victor Hale in high regard.", False),
    ],
)
def test_whom_fighters_hold_they_keep_hostage(tell: Tell, text: str, hostage: bool) -> None:
    assert bool([e for e in tell(text).events if e.type == "Abduction"]) is hostage
