"""Accepted relations become nodes with the bounds that are known."""

from __future__ import annotations

from datetime import date
from typing import Any

from graph.consensus import assess
from graph.model import Precision, Relationship
from tests.factory import article, claim, knowledge

TEXT = "They say what they say."


def related(*said: tuple[Any, ...]) -> tuple[Relationship, ...]:
    """Each tuple (subject, predicate, object, options) is said by an outlet of its own."""
    pages, claims = [], []
    for number, (subject, predicate, object, *rest) in enumerate(said):
        pages.append(article(TEXT, id=f"a{number}", publisher=f"Outlet {number}"))
        claims.append(claim(pages[-1], TEXT, subject, predicate, object, **(rest[0] if rest else {})))
    return assess(knowledge(pages, claims=claims)).relationships


def governor(**options: Any) -> tuple[Any, ...]:
    return ("Ali Nur", "holdsPost", "post/governor", options)


def test_each_relation_becomes_its_node() -> None:
    found = related(
        governor(),
        ("Ali Nur", "memberOf", "Reform List"),
        ("Ali Nur", "leads", "Army"),
        ("Northern Brigade", "sponsoredBy", "Army"),
        ("Northern Brigade", "alliedWith", "Army"),
        ("Northern Brigade", "rivalOf", "Reform List"),
    )

    assert sorted(each.type for each in found) == [
        "Alliance", "Leadership", "Membership", "Rivalry", "Sponsorship", "Tenure",
    ]  # fmt: skip


def test_an_alliance_is_one_node_whoever_is_named_first() -> None:
    (found,) = related(("Army", "alliedWith", "Northern Brigade"), ("Northern Brigade", "alliedWith", "Army"))

    assert len(found.derived_from) == 2


def test_bounds_come_from_whoever_gives_them() -> None:
    (found,) = related(
        governor(),
        governor(since=date(2020, 5, 1), precision="month"),
        governor(until=date(2021, 3, 4)),
    )

    assert (found.start, found.end, found.precision) == (date(2020, 5, 1), date(2021, 3, 4), Precision.MONTH)
    assert len(found.derived_from) == 3


def test_the_more_precise_beginning_wins() -> None:
    (found,) = related(
        governor(since=date(2020, 1, 1), precision="year"), governor(since=date(2020, 5, 7), precision="day")
    )

    assert (found.start, found.precision) == (date(2020, 5, 7), Precision.DAY)


def test_beginnings_that_contradict_each_other_undecided_leave_none() -> None:
    (found,) = related(governor(since=date(2018, 5, 1)), governor(since=date(2020, 5, 7)))

    assert found.start is None


def test_terms_apart_become_two_nodes() -> None:
    found = related(
        governor(since=date(2006, 1, 1), until=date(2008, 1, 1)), governor(since=date(2014, 1, 1))
    )

    assert sorted((each.start, each.end) for each in found if each.start) == [
        (date(2006, 1, 1), date(2008, 1, 1)),
        (date(2014, 1, 1), None),
    ]


def test_what_is_not_accepted_is_no_relationship() -> None:
    assert not related(("Northern Brigade", "sponsoredBy", "Army", {"modality": "alleged"}))


def test_nobody_is_their_own_ally() -> None:
    assert not related(("Army", "alliedWith", "Army"))
