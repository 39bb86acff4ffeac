"""Which articles tell one story."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from graph.identity.stories import stories
from graph.model import Article
from tests.factory import article, entity

FIRST = date(2024, 5, 5)
FLOOD = (
    "The bridge of Ardan collapsed when the river rose. Victor Hale warned of the flood.",
    "After the bridge collapsed, Ardan is cut off. The flood came at night, says Victor Hale.",
)
ARREST = "Police arrested Saad Karim at home on suspicion of drunken driving. Neighbours were surprised."
MARKET = "Prices of wheat fell in Velkany, where the harvest was good."
NAMES = {"Victor Hale": "Person", "Saad Karim": "Person", "Ali Noor": "Person", "Ardan": "Settlement"}


def grouped(*articles: Article) -> list[list[str]]:
    """The articles of each story."""
    entities = [entity(name, type, *articles) for name, type in NAMES.items()]
    found = stories(articles, entities)
    return sorted([each.id for each in articles if found[each.id] == story] for story in set(found.values()))


def pages(*bodies: str, apart: int = 0) -> list[Article]:
    """Articles a0, a1, ... printed so many days apart."""
    days = [FIRST + timedelta(days=apart * n) for n in range(len(bodies))]
    return [article(body, id=f"a{n}", published=days[n]) for n, body in enumerate(bodies)]


def test_rare_words_and_names_tell_a_story() -> None:
    assert grouped(*pages(*FLOOD, MARKET)) == [["a0", "a1"], ["a2"]]


def test_two_persons_are_two_stories_though_words_agree() -> None:
    shop = "Ali Noor was arrested in a shop after a long search."

    assert grouped(*pages(ARREST, shop)) == [["a0"], ["a1"]]
    assert grouped(*pages(ARREST, shop.replace("Ali Noor", "The driver"))) == [["a0", "a1"]]


@pytest.mark.parametrize(("apart", "count"), [(7, 1), (60, 2)])
def test_articles_of_far_days_tell_two_stories(apart: int, count: int) -> None:
    assert len(grouped(*pages(*FLOOD, apart=apart))) == count


def test_words_that_stand_anywhere_tell_no_story() -> None:
    assert grouped(*pages("He said that it was there.", "She said that it was there.")) == [["a0"], ["a1"]]


def test_the_order_of_articles_changes_nothing() -> None:
    told = pages(*FLOOD, ARREST, MARKET)

    assert grouped(*told) == sorted(sorted(each) for each in grouped(*reversed(told)))


def test_no_articles_have_no_story() -> None:
    assert stories([], []) == {}
