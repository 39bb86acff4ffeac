"""Countries that no list has, told by their adjectives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.telling import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    "text",
    [
        "Velka closed the road. The Velkan army left.",
        "Velka closed the road. The Velkan Foreign Minister spoke.",
        "Velka closed the road. The Velkan-backed militia left.",
        "Velka closed the road. Velka's Foreign Ministry said nothing.",
        "Sudovy closed the road. A Sudovian official spoke.",
    ],
)
def test_a_name_with_an_army_is_a_state(tell: Tell, text: str) -> None:
    assert tell(f"{text} The road led to Doreth.").names()[text.split()[0]] == "State"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Trumpf spoke. The Trumpfian style is old.", "Trumpf"),
        ("Ali Velka spoke. The Velkan army left.", "Ali Velka"),
        ("Bavaria closed the road. The Bavarian government spoke.", "Bavaria"),
        ("Velka closed the road. The Dorethan army left.", "Velka"),
    ],
)
def test_other_names_are_no_states(tell: Tell, text: str, name: str) -> None:
    assert tell(text).names().get(name) != "State"


def test_a_post_is_of_the_state_that_its_adjective_names(tell: Tell) -> None:
    told = tell("Tarania held an election in May. Taranian Prime Minister Victor Hale spoke on Monday.")

    assert ("Victor Hale", "holdsPost", "Prime minister of Tarania") in told.facts
