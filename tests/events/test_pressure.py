"""What is done under pressure is a giving way, and what is not done in spite of it is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "cls"),
    [
        ("Kenya released Omar Talib after threats from the Northern Front.", "Release"),
        ("Kenya did not release Omar Talib after this effort at intimidation.", "Release"),
        ("Kenya did not release Omar Talib despite the threats.", "Release"),
        ("Kenya pulled out of Lima under pressure.", "Withdrawal"),
    ],
)
def test_what_is_done_under_pressure_is_a_concession_too(tell: Tell, text: str, cls: str) -> None:
    (act,) = (event for event in tell(text).events if event.type == cls)

    assert set(act.types) == {"Concession", cls}


@pytest.mark.parametrize(
    "text",
    [
        "Kenya released Omar Talib after ten days.",
        "Kenya released Omar Talib despite the threats.",
        "Kenya arrested Omar Talib after threats from the Northern Front.",
        "Kenya released Omar Talib, who had written of threats.",
    ],
)
def test_what_is_done_freely_is_none(tell: Tell, text: str) -> None:
    assert [event for event in tell(text).events if "Concession" in event.types] == []
