"""Where the articles of a page begin: a piece reprinted on it has a headline and credit lines of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from graph.model import SegmentKind
from graph.texts.looks import Look, Seen
from graph.texts.zones import tail_start

CLIMB = 3
"""So many lines may stand between a headline and its credit line."""
LONG_DEK = 45
"""A longer paragraph (in words) is no dek."""
PIECE_LINES, PIECE_WORDS = 2, 80
"""A piece has so many paragraphs, or one of so many words; a teaser in a menu has less."""
OWN_LINES, OWN_WORDS = 2, 60
"""The same for what a page says itself before the first piece."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The lines of a page's own text, and those of each piece on it."""

    own: tuple[Seen, ...]
    pieces: tuple[tuple[Seen, ...], ...]
    digest: bool
    """The page's own text introduces the pieces; else it is an article beside them."""


def layout(page: Sequence[Seen]) -> Layout:
    """How the lines of a page fall into articles."""
    heads = _heads(page)
    if heads and not _has_prose(page[: heads[0]], OWN_LINES, OWN_WORDS):
        heads = heads[1:]
    if not heads:
        return Layout(tuple(page), (), digest=False)
    bounds = [*heads, heads[-1] + tail_start(page[heads[-1] :])]
    pieces = [tuple(page[a:b]) for a, b in pairwise(bounds)]
    own, rest = tuple(page[: heads[0]]), tuple(page[bounds[-1] :])
    if _introduces(own, pieces):
        return Layout(own + rest, tuple(pieces), digest=True)
    return Layout(own, (*pieces[:-1], pieces[-1] + rest), digest=False)


def _heads(page: Sequence[Seen]) -> list[int]:
    """The headlines that credit lines and a text follow, or that the page's markup calls headlines."""
    starts = []
    i = 0
    while i < len(page):
        if _is_credit(page[i]):
            end = i
            while end < len(page) and page[end].look is Look.CREDIT:
                end += 1
            head = _headline_above(page, i)
            if head is not None:
                starts.append((head, end))
            i = end
        elif page[i].line.hint is SegmentKind.HEADLINE:
            starts.append((i, i + 1))
            i += 1
        else:
            i += 1
    starts = [s for i, s in enumerate(starts) if not i or starts[i - 1][1] <= s[0]]
    stops = [head for head, _ in starts[1:]] + [len(page)]
    return [
        head
        for (head, end), stop in zip(starts, stops, strict=False)
        if _has_prose(_until_menu(page[end:stop]), PIECE_LINES, PIECE_WORDS)
    ]


def _is_credit(seen: Seen) -> bool:
    """Whether a line credits a piece: it names an author or an outlet, not only a day."""
    return seen.credit is not None and bool(seen.credit.authors or seen.credit.publisher)


def _headline_above(page: Sequence[Seen], credit: int) -> int | None:
    """The highest title above a credit line with only titles or short paragraphs between."""
    found = None
    for i in range(credit - 1, max(-1, credit - 1 - CLIMB), -1):
        if page[i].look is Look.TITLE:
            found = i
        elif page[i].look is not Look.PROSE or page[i].words > LONG_DEK:
            break
        if found is not None and page[i].line.gap > 1:
            break
    return found


def _until_menu(page: Sequence[Seen]) -> Sequence[Seen]:
    stop = next((i for i, seen in enumerate(page) if seen.look is Look.MENU), len(page))
    return page[:stop]


def _has_prose(page: Sequence[Seen], lines: int, words: int) -> bool:
    prose = [seen.words for seen in page if seen.look is Look.PROSE]
    return len(prose) >= lines or sum(prose) >= words


def _introduces(own: Sequence[Seen], pieces: Sequence[Sequence[Seen]]) -> bool:
    """Whether a page's own text is a digest of the pieces: it names an author of theirs, or is unsigned."""
    said = {word for seen in own for word in re.findall(r"[\w'-]+", seen.plain)}
    authors = {name for piece in pieces for seen in piece if seen.credit for name in seen.credit.authors}
    signed = any(seen.credit and seen.credit.by and seen.credit.authors for seen in own)
    return not signed or any(name.split()[-1] in said for name in authors)
