"""Persons without a name in several articles of one story."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from graph.extraction import Extractor
from graph.resolution import resolve
from tests.factory import article
from tests.telling import Told, known

Know = Callable[..., Told]

FERRY = (
    "Residents of Ardan say the ferry driver had quarrelled with the harbour master over unpaid mooring fees."
)


@pytest.fixture
def know(extractor: Extractor) -> Know:
    """What undated texts tell together, each the story of the ferry of Ardan with a sentence of its own."""

    def told(*pages: str) -> Told:
        articles = [article(f"{page} {FERRY}", id=f"a{n}") for n, page in enumerate(pages)]
        return known(resolve([extractor(page) for page in articles]))

    return told


def women(told: Told) -> list[int]:
    """In how many articles each woman without a name stands."""
    return sorted(len(e.merged) for e in told.entities if e.label.endswith("woman"))


def test_one_who_suffers_the_same_in_two_articles_of_a_story_is_one(know: Know) -> None:
    told = know("A gunman killed a woman in Ardan.", "A woman was shot dead in Ardan on Friday.")

    assert women(told) == [2]
    (woman,) = (e for e in told.entities if e.label == "woman")
    assert any("woman" in why and "story" in why for why in woman.why)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A gunman killed a 20-year-old woman in Ardan.", "A 60-year-old woman was killed in Ardan."),
        ("A gunman killed a woman in Ardan.", "Twelve people and a woman were killed in Ardan."),
        ("A gunman killed a woman in Ardan.", "A woman met the mayor of Ardan."),
        ("A gunman killed a woman on 3 May 2019.", "A gunman killed a woman on 9 June 2020."),
    ],
)
def test_others_of_one_noun_stay_two(know: Know, left: str, right: str) -> None:
    assert max(women(know(left, right))) == 1


def test_soldiers_of_one_story_are_many(know: Know) -> None:
    told = know("A gunman killed a soldier in Ardan.", "A soldier was shot dead in Ardan on Friday.")

    assert max(len(e.merged) for e in told.entities if e.label == "soldier") == 1
