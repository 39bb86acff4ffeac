"""Words of the event table in a use that is no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    "text",
    [
        "Victor Hale formed an opinion.",
        "Victor Hale tried to sleep.",
        "Victor Hale passed the house.",
        "Victor Hale struck a chord.",
        "Victor Hale won the lottery.",
        "Victor Hale gained weight.",
        "Victor Hale launched a website.",
        "Victor Hale released a statement.",
        "Victor Hale deployed an argument.",
        "The rain hit hard.",
        "Victor Hale charged his phone.",
        "The armed drone was old.",
        "Voting machines were delivered.",
        "Victor Hale withdrew money.",
        "The crisis has no end.",
        "Victor Hale replaced the tyre.",
        "The team attacked the goal.",
        "Critics attacked the film.",
        "Victor Hale fights with words.",
        "Victor Hale demonstrated the pump.",
        "The plan has been met with opposition.",
        "The latest allegations hit the president.",
        "The president signed the bill.",
        "The studio released his first song in 2014.",
        "The Kenyan team was eliminated in the first round.",
        "The strength of Victor Hale's appeal surprised them.",
        "Victor Hale attacked Anna Holm in early-morning tweets.",
    ],
)
def test_an_idle_word_is_no_event(tell: Tell, text: str) -> None:
    assert tell(text).happened() == []


@pytest.mark.parametrize(
    ("idle", "real", "type"),
    [
        ("Victor Hale formed an opinion.", "Victor Hale formed a coalition.", "GovernmentFormation"),
        ("Lawmakers passed the house.", "Lawmakers passed the bill.", "VoteEvent"),
        ("Police released the figures.", "Police released Victor Hale.", "Release"),
        ("A storm hit hard.", "A rocket hit Lima.", "Attack"),
    ],
)
def test_the_same_verb_with_its_own_object_is_an_event(tell: Tell, idle: str, real: str, type: str) -> None:
    assert tell(idle).happened() == []
    assert type in tell(real).happened()
