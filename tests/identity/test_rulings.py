"""What a person ruled comes before what the rules find: who is one, and who is not."""

from __future__ import annotations

from itertools import pairwise, permutations

import pytest

from graph.extraction import Extractor
from graph.model import Entity, Extraction, Ref, Ruling
from graph.resolution import resolve
from tests.factory import article

PAGES = (
    "Karim Haddad left.",
    "Kareem Haddad came.",
    "Karim al-Haddad spoke.",
    "Yusuf Mansour left.",
    "The Salim family thanked Abu Yusuf.",
)


@pytest.fixture
def read(extractor: Extractor) -> list[Extraction]:
    return [extractor(article(page, id=f"a{number}", publisher=None)) for number, page in enumerate(PAGES)]


def named(extraction: Extraction, name: str) -> Ref:
    """The reference of the one with this name, or of the one that is called so."""
    return next(e.ref for e in extraction.entities if name in (*e.names, e.label))


def together(entities: tuple[Entity, ...]) -> list[tuple[Ref, ...]]:
    return sorted(e.merged for e in entities if len(e.merged) > 1)


def test_without_rulings_names_alone_decide(read: list[Extraction]) -> None:
    one = [named(read[0], "Karim Haddad"), named(read[1], "Kareem Haddad"), named(read[2], "Karim al-Haddad")]

    assert together(resolve(read).entities) == [tuple(one)]


def test_what_is_ruled_one_is_one_under_both_names_with_the_reason(read: list[Extraction]) -> None:
    left, right = named(read[3], "Yusuf Mansour"), named(read[4], "Abu Yusuf")

    found = resolve(read, [Ruling(left, right, same=True, why="judged by R.")]).entities

    (both,) = [e for e in found if e.merged == (left, right)]
    assert both.names == ("Abu Yusuf", "Yusuf Mansour")
    assert both.why == ("judged by R.",)


def test_what_is_ruled_apart_does_not_meet_by_a_third_name(read: list[Extraction]) -> None:
    left, right = named(read[0], "Karim Haddad"), named(read[1], "Kareem Haddad")

    found = resolve(read, [Ruling(left, right, same=False, why="")]).entities

    assert not [e for e in found if {left, right} <= {*e.merged}]
    assert len([e for e in found if {left, right, named(read[2], "Karim al-Haddad")} & {*e.merged}]) == 2


def test_what_is_one_with_either_is_kept_apart_too(read: list[Extraction]) -> None:
    refs = [
        named(read[0], "Karim Haddad"),
        named(read[1], "Kareem Haddad"),
        named(read[2], "Karim al-Haddad"),
    ]
    rulings = [Ruling(refs[1], refs[2], same=True, why=""), Ruling(refs[0], refs[1], same=False, why="")]

    found = resolve(read, rulings).entities

    assert together(found) == [tuple(refs[1:])]


def test_rulings_that_contradict_each_other_are_refused(read: list[Extraction]) -> None:
    refs = [
        named(read[0], "Karim Haddad"),
        named(read[1], "Kareem Haddad"),
        named(read[2], "Karim al-Haddad"),
    ]
    chain = [Ruling(left, right, same=True, why="") for left, right in pairwise(refs)]

    with pytest.raises(ValueError, match="ruled to be one, and not to be one"):
        resolve(read, [*chain, Ruling(refs[0], refs[2], same=False, why="")])


def test_the_order_of_rulings_and_articles_does_not_matter(read: list[Extraction]) -> None:
    rulings = [
        Ruling(named(read[3], "Yusuf Mansour"), named(read[4], "Abu Yusuf"), same=True, why="one"),
        Ruling(named(read[0], "Karim Haddad"), named(read[1], "Kareem Haddad"), same=False, why="two"),
        Ruling(named(read[2], "Karim al-Haddad"), named(read[1], "Kareem Haddad"), same=True, why="three"),
    ]
    first = resolve(read, rulings)

    for order in permutations(rulings):
        assert resolve(read[::-1], order) == first
