"""Weapons that are told of as sent, by a word beside them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


def test_the_drones_launched_at_a_house_tell_of_an_attack_though_nobody_owns_up(tell: Tell) -> None:
    told = tell(
        "No group has claimed responsibility for the three drones launched at Victor Hale’s residence."
    )

    assert told.how(told.one("weaponCount", "Attack", 3)) == ("asserted", "affirmed")
    assert told.one("responsibilityClaimed").value is False


@pytest.mark.parametrize(
    "text",
    [
        "Kenya bought the drones launched in May.",
        "Kenya showed three drones made by a firm in Lima.",
    ],
)
def test_weapons_that_are_aimed_at_nothing_tell_of_none(tell: Tell, text: str) -> None:
    assert tell(text).of("weaponCount") == []
