"""The head, the body and the tail of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from graph.language.dates import flat
from graph.language.title_case import is_title_case
from graph.model import SegmentKind
from graph.texts import prose
from graph.texts.looks import Look, Seen

DEK_WORDS = 45
"""A longer paragraph above the story is no dek, but the story's first."""
DEKS = 2
HEADLINE_WORDS = 20
RESUME_WORDS, RESUME_PAIR = 40, 12
"""A story goes on after a menu with a paragraph of so many words, or two in a row of so many."""


class Zone(IntEnum):
    """Where a line stands; also the column of the table of kinds."""

    HEAD = 0
    BODY = 1
    TAIL = 2


def zones(article: Sequence[Seen]) -> list[Zone]:
    """The zone of each line of one article."""
    start = _body_start(article)
    found = [Zone.HEAD] * start
    tail = False
    for i in range(start, len(article)):
        if article[i].look is Look.MENU and i > start:
            tail = True
        elif tail and _resumes(article, i):
            tail = False
        found.append(Zone.TAIL if tail else Zone.BODY)
    return found


def tail_start(article: Sequence[Seen]) -> int:
    """Where the lines that close a page begin: all from there on are tail, or nothing is."""
    found = zones(article)
    start = len(found)
    while start and found[start - 1] is Zone.TAIL:
        start -= 1
    return start


def _body_start(article: Sequence[Seen]) -> int:
    """The first paragraph of the story: the first that is no dek."""
    deks = 0
    marked = (i for i, seen in enumerate(article) if seen.line.hint is SegmentKind.HEADLINE)
    top = next(marked, -1)
    for i, seen in enumerate(article):
        if seen.look is Look.PROSE and i > top:
            if deks >= DEKS or not _is_dek(article, i):
                return i
            deks += 1
    return len(article)


def _is_dek(article: Sequence[Seen], i: int) -> bool:
    """Whether a paragraph above the story is set off from it: by a credit line, a picture or a dateline.

    The first of a page without a headline is one (or is the headline) only above a credit line.
    """
    seen = article[i]
    if i == 0 and _is_headline_with_stop(article):
        return True
    if seen.words > DEK_WORDS or seen.plain.startswith('"') or starts_with_dateline(seen):
        return False
    following = next((j for j in range(i + 1, len(article)) if article[j].look is Look.PROSE), None)
    if following is None:
        return False
    between = {other.look for other in article[i + 1 : following]}
    headed = any(other.look in (Look.TITLE, Look.CREDIT) for other in article[:i])
    if Look.CREDIT in between:
        return headed or seen.words <= HEADLINE_WORDS
    return headed and (Look.CAPTION in between or starts_with_dateline(article[following]))


def _is_headline_with_stop(article: Sequence[Seen]) -> bool:
    """Whether a page opens with a headline that ends in a full stop: one short sentence in its capitals."""
    first = article[0]
    short = first.words <= HEADLINE_WORDS and not re.search(r"[.!?]\s", first.plain)
    return short and len(article) > 1 and first.plain[0] != '"' and is_title_case(first.plain)


def starts_with_dateline(seen: Seen) -> bool:
    """Whether a paragraph opens with the place that the report was sent from."""
    return prose.dateline(flat(seen.plain[:200])) is not None


def _resumes(article: Sequence[Seen], i: int) -> bool:
    if article[i].look is not Look.PROSE:
        return False
    if article[i].words >= RESUME_WORDS:
        return True
    pair = article[i : i + 2]
    return len(pair) == 2 and all(s.look is Look.PROSE and s.words >= RESUME_PAIR for s in pair)
