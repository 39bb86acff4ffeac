"""How many people a group has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "number", "qualifier"),
    [
        ("The Ridge Brigade has 3,000 fighters.", 3000, "exactly"),
        ("The Ridge Brigade has about 3,000 fighters.", 3000, "about"),
        ("The Ridge Brigade, a separatist group that has an estimated 3,000 fighters, left.", 3000, "about"),
        ("The Ridge Brigade was set up in 2014. Its 4,000 fighters obey Victor Hale.", 4000, "exactly"),
        ("The 2,000-strong Ridge Brigade is based in Doreth.", 2000, "exactly"),
        ("The Ridge Brigade, a 500-strong militia, left.", 500, "exactly"),
        ("The Ridge Brigade is believed to have at least 800 men under arms.", 800, "at-least"),
        ("The Ridge Brigade numbers some 900 men.", 900, "about"),
        ("The Ridge Brigade, which commands more than 5,000 gunmen, denied it.", 5000, "more-than"),
        ("The Ridge Brigade is made up of 400 fighters.", 400, "exactly"),
        ("The Ridge Brigade counts 600 men in its ranks.", 600, "exactly"),
    ],
)
def test_a_group_has_so_many_people(tell: Tell, text: str, number: int, qualifier: str) -> None:
    claim = tell(text).one("strength", "Ridge Brigade")

    assert (claim.value, claim.qualifier) == (number, qualifier)


def test_troops_abroad_are_counted_not_their_state(tell: Tell) -> None:
    assert tell("France keeps about 1,500 troops in Niger.").pairs("strength") == {
        ("troops", "strength", 1500)
    }


@pytest.mark.parametrize(
    "text",
    [
        "The Ridge Brigade lost 40 fighters.",
        "The Ridge Brigade sent 300 fighters to Doreth.",
        "Twelve of the Ridge Brigade's fighters died.",
        "Victor Hale and his 200 fighters left Doreth.",
        "The Ridge Brigade is a strong militia.",
        "The National Assembly has 140 members.",
        "The Ridge Brigade has captured 30 soldiers.",
        "The Ridge Brigade has fighters in Doreth.",
    ],
)
def test_other_numbers_are_no_strength(tell: Tell, text: str) -> None:
    assert not tell(text).pairs("strength")
