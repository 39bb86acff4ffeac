"""The patterns of docs/time.md give what the command line gives for the same day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from graph.asking import ask
from graph.clocks import published_by
from graph.consensus import assess
from graph.consensus.holding import holding
from graph.iris import Iris
from graph.model import Anchor, Assessment, Knowledge, Precision
from graph.quads import quads
from graph.store import embedded, value
from tests.documents import ROOT
from tests.factory import article, claim, entity, knowledge

PATTERNS = re.findall(
    r"```sparql\n(.*?)```", (ROOT / "docs" / "time.md").read_text(encoding="utf-8"), re.DOTALL
)
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DAYS = ["2031-02-28", "2031-03-01", "2031-03-05", "2031-03-09", "2031-03-10"]

TEXT = "They say what they say."
PAGE = article(TEXT, published=date(2031, 3, 4))
SINCE: dict[str, Any] = {"since": date(2031, 3, 1), "precision": Precision.MONTH}
UNTIL: dict[str, Any] = {"until": date(2031, 3, 9), "precision": Precision.APPROXIMATE}
NAMES = ("Ali Nur", "Omar Sadri", "Mira Sol", "Lena Orsolt")


def stored(told: Knowledge, held: Assessment | None = None) -> embedded.EmbeddedStore:
    store = embedded.in_memory(base=Iris().base)
    store.replace(quads(told, assess(told), Iris(), version="tests", holding=held))
    return store


def rows(store: embedded.EmbeddedStore, pattern: str, day: str) -> list[list[str]]:
    asked = store.select(DAY.sub(day, pattern)).rows
    return sorted([value(term) for term in row if term is not None] for row in asked)


def told() -> Knowledge:
    """One who is governor since March, one until 9 March, one who was, and one who always led the Army."""
    return knowledge(
        [PAGE],
        [*map(entity, NAMES), entity("Army", "SecurityForce"), entity("governor", "Post")],
        claims=[
            claim(PAGE, TEXT, "Ali Nur", "holdsPost", "post/governor", **SINCE),
            claim(PAGE, TEXT, "Omar Sadri", "holdsPost", "post/governor", **UNTIL),
            replace(claim(PAGE, TEXT, "Mira Sol", "holdsPost", "post/governor"), ended=True),
            claim(PAGE, TEXT, "Lena Orsolt", "leads", "Army"),
        ],
    )


@pytest.mark.parametrize("day", DAYS)
def test_the_pattern_of_relationships_gives_what_as_of_gives(day: str) -> None:
    known = told()
    found = rows(stored(known), PATTERNS[0], day)
    held = stored(known, holding(assess(known), known.events, date.fromisoformat(day)))

    assert found == rows(held, PATTERNS[0], day) == rows(held, _undated(PATTERNS[0]), day)
    assert {who for *_, who in found} == {"Lena Orsolt", "Army", "governor", *_holders(day)}


@pytest.mark.parametrize("day", DAYS)
def test_the_shipped_question_of_posts_gives_the_holders_of_a_day(day: str) -> None:
    found = ask(stored(told()), "posts", [day]).rows.rows
    every = ask(stored(told()), "posts", []).rows.rows

    assert {value(row[1]) for row in found if row[1] is not None} == {*_holders(day)}
    assert {value(row[1]) for row in every if row[1] is not None} == {"Ali Nur", "Omar Sadri", "Mira Sol"}


def _undated(pattern: str) -> str:
    """The pattern without what it asks of the day."""
    return re.sub(r"\n  FILTER.*", "", pattern)


def _holders(day: str) -> Iterable[str]:
    return {
        name for name, held in (("Ali Nur", day >= "2031-03"), ("Omar Sadri", day <= "2031-03-09")) if held
    }


@pytest.mark.parametrize("day", [f"2031-03-0{n}" for n in range(1, 8)])
def test_the_pattern_of_claims_gives_what_known_at_leaves(day: str) -> None:
    page = article(TEXT, id="page", published=date(2031, 3, 6), genre="digest")
    part = article(TEXT, id="part", published=date(2031, 3, 2), digest="page")
    undated = replace(
        article(TEXT, id="undated"), anchor=Anchor(date(2031, 3, 3), "by the story", firm=False)
    )
    pages = [PAGE, page, part, undated, article(TEXT, id="nowhen")]
    known = knowledge(pages, claims=[claim(each, TEXT, "Ali Nur", "leads", "Army") for each in pages])
    out = published_by(known.articles, dict(known.anchors), date.fromisoformat(day))

    found = rows(stored(known), PATTERNS[1], day)
    assert len(found) == len(out)
    assert {id.rpartition("/")[2].rpartition("-")[0] for id, *_ in found} == out
