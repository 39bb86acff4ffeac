"""An event told of again: "the attack", "the killings", "the bomb"; who did it is told later than what was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]

VIOLENT = frozenset({"Attack", "Bombing", "Killing", "Assassination", "Shooting"})


def happened(told: Told) -> int:
    """How many events of violence a text tells of."""
    return len({event.ref for event in told.events if VIOLENT & set(event.types)})


@pytest.mark.parametrize(
    "text",
    [
        "Carla Reyes was assassinated in Lima. The assassination was carried out by the Northern Front.",
        "A village near Lima was attacked on Sunday. The Northern Front carried out the attack.",
        "Gunmen killed Victor Hale and Carla Reyes. The killings were carried out by the Northern Front.",
        "Militants staged three attacks in Lima. The attacks were carried out by the Northern Front.",
    ],
)
def test_who_did_it_may_be_told_later(tell: Tell, text: str) -> None:
    told = tell(text)

    assert happened(told) == 1
    assert told.of("agent", thing="Northern Front")


@pytest.mark.parametrize(
    "text",
    [
        "The Northern Front attacked Lima. The attack was carried out by the Red Falcon Brigade.",
        "Gunmen killed Victor Hale. The killings were carried out by the Northern Front.",
        "Militants attacked Lima. The attacks were carried out by the Northern Front.",
        "Gunmen attacked Victor Hale on Sunday. Tensions were raised by the Northern Front’s assault on the country.",
    ],
)
def test_what_others_did_or_several_did_is_another_event(tell: Tell, text: str) -> None:
    assert happened(tell(text)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded outside a bank in Lima. The bomb destroyed a church.",
        "Militants hurled two bombs at a bank in Lima. The bombs damaged a church.",
        "The bomb attack on Sunday, which destroyed a church in Lima, was planned.",
        "A bomb, which destroyed a church in Lima, exploded on Sunday.",
    ],
)
def test_what_a_bomb_destroys_it_destroys_where_it_goes_off(tell: Tell, text: str) -> None:
    assert happened(tell(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded outside a bank in Lima. Another bomb destroyed a church.",
        "A bomb exploded outside a bank in Lima. The storm destroyed a church.",
    ],
)
def test_another_bomb_is_another_event(tell: Tell, text: str) -> None:
    assert happened(tell(text)) == 2


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("An attack killed 84 people in Lima. The attack in Oslo killed 32 people.", 2),
        ("An attack killed 84 people in Lima. The attack in Lima was carried out by the Northern Front.", 1),
        ("An attack that killed 84 people on July 14 was condemned. On March 22, 32 people were killed.", 2),
        ("Gunmen attacked Victor Hale. Another attack on Victor Hale was carried out by gunmen.", 2),
        ("Gunmen attacked Victor Hale. The attack on Victor Hale was carried out by gunmen.", 1),
        ("Gunmen attacked a convoy near Lima. Three guards died in the attack.", 1),
        ("Gunmen attacked a convoy near Lima. Three guards died in the attack on a bank.", 2),
        ("Soldiers killed ten rioters after the crowd opened fire on a bus.", 2),
        ("Ten rioters were killed after soldiers opened fire.", 1),
    ],
)
def test_place_day_and_doers_tell_one_event_from_another(tell: Tell, text: str, number: int) -> None:
    assert happened(tell(text)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Kenya held an election in 2014. Victor Hale may win the next election in 2019.", 2),
        ("Kenya held an election in 2014. The election was won by Victor Hale.", 1),
    ],
)
def test_elections_of_two_years_are_two(tell: Tell, text: str, number: int) -> None:
    assert len({e.ref for e in tell(text).events if e.type == "Election"}) == number


def test_the_operation_of_one_state_is_not_that_of_another(tell: Tell) -> None:
    told = tell(
        "Kenya doubled its military operations. The Norwegian military operation was launched in May."
    )

    assert len({e.ref for e in told.events if e.type == "MilitaryOperation"}) == 2
