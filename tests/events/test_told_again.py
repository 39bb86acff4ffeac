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
