"""The kind of each line of an article: a table of looks and zones, and functions where it is open."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from graph.model import TELLING, SegmentKind
from graph.texts import prose
from graph.texts.bios import BIO_PARAGRAPHS, bios, introduces
from graph.texts.headlines import headline
from graph.texts.looks import Look, Seen
from graph.texts.printed import signers
from graph.texts.zones import Zone, zones

SAID_TWICE = 4
"""A line of so many words that is printed a second time tells nothing new."""
SUBHEADING_WORDS, LINK_WORDS = 12, 4
DEK_AT_LEAST = 5
"""A shorter line below the headline is no dek."""


def kinds(article: Sequence[Seen], title: str | None, authors: Sequence[str]) -> list[SegmentKind]:
    """The kind of each line; `title` and `authors` are what the article's header gives."""
    where = zones(article)
    around = _around(article, headline(article, where, title))
    found = [_kind(around, i, zone) for i, zone in enumerate(where)]
    printed = (name for seen, kind in zip(article, found, strict=True) for name in _named(seen, kind))
    _mark_bios(article, found, [*authors, *printed])
    _mark_repeats(article, found)
    return found


@dataclass(frozen=True, slots=True)
class _Around:
    """An article with what its lines are judged by."""

    lines: Sequence[Seen]
    headline: int | None
    last_prose: int
    """Its last paragraph; -1 if it has none."""
    dek_until: int
    """The first line below the headline that is neither title nor paragraph."""
    shouted: bool
    """It is printed in capitals throughout, as old wire reports are."""


def _around(article: Sequence[Seen], top: int | None) -> _Around:
    paragraphs = [i for i, seen in enumerate(article) if seen.look is Look.PROSE]
    shouted = sum(prose.is_shouted(article[i].plain) for i in paragraphs)
    below = range(len(article) if top is None else top + 1, len(article))
    until = next((i for i in below if article[i].look not in (Look.TITLE, Look.PROSE)), len(article))
    return _Around(article, top, max(paragraphs, default=-1), until, shouted * 2 > len(paragraphs))


def _kind(around: _Around, i: int, zone: Zone) -> SegmentKind:
    hint = around.lines[i].line.hint
    if i == around.headline:
        return SegmentKind.HEADLINE
    if hint is not None and hint is not SegmentKind.HEADLINE and zone is not Zone.TAIL:
        return hint
    kind = KINDS[around.lines[i].look][zone]
    return kind if isinstance(kind, SegmentKind) else kind(around, i)


def _credit(around: _Around, i: int) -> SegmentKind:
    """A byline names who wrote it; a publication line the outlet or the day."""
    credit = around.lines[i].credit
    signed = credit is not None and credit.by and credit.published is None
    return SegmentKind.BYLINE if signed else SegmentKind.PUBLICATION


def _title_in_head(around: _Around, i: int) -> SegmentKind:
    """A short line above the story: the page's name, the author's, a dek, or the head of a section."""
    seen, lines = around.lines[i], around.lines
    if around.headline is None or i < around.headline or not re.search(r"[^\W\d]{3}", seen.plain):
        return SegmentKind.MASTHEAD
    beside = (lines[j].look for j in (i - 1, i + 1) if 0 <= j < len(lines))
    if signers(seen.plain) and Look.CREDIT in beside:
        return SegmentKind.BYLINE
    if seen.words >= DEK_AT_LEAST and around.last_prose < 0:
        return SegmentKind.BODY  # a story without a full stop is still a story
    return SegmentKind.DEK if seen.words >= DEK_AT_LEAST and i < around.dek_until else SegmentKind.SUBHEADING


def _title_in_body(around: _Around, i: int) -> SegmentKind:
    """A short line inside a story heads what follows, leads elsewhere (in capitals) or is its end."""
    seen = around.lines[i]
    if i > around.last_prose:
        return SegmentKind.BODY if seen.words > SUBHEADING_WORDS else SegmentKind.MENU
    if prose.is_shouted(seen.plain) and seen.words >= LINK_WORDS and not around.shouted:
        return SegmentKind.CROSS_LINK
    return SegmentKind.SUBHEADING if seen.words <= SUBHEADING_WORDS + 4 else SegmentKind.BODY


def _section_in_body(around: _Around, i: int) -> SegmentKind:
    return SegmentKind.MENU if i > around.last_prose else SegmentKind.SUBHEADING


def _prose_in_head(around: _Around, i: int) -> SegmentKind:
    """A dek, unless it stands above the headline: then it is the page that speaks."""
    above = around.headline is not None and i < around.headline
    return SegmentKind.MASTHEAD if above else SegmentKind.DEK


def _prose_in_body(around: _Around, i: int) -> SegmentKind:
    """A paragraph, but for a long link in capitals."""
    plain = around.lines[i].plain
    link = prose.is_shouted(plain) and not prose.is_finished(plain) and not around.shouted
    return SegmentKind.CROSS_LINK if link else SegmentKind.BODY


Decide = Callable[[_Around, int], SegmentKind]
_M, _S = SegmentKind.MENU, SegmentKind
KINDS: dict[Look, tuple[SegmentKind | Decide, SegmentKind | Decide, SegmentKind]] = {
    # look             in the head      in the body      in the tail
    Look.RULE: (_M, _M, _M),
    Look.CREDIT: (_credit, _credit, _M),
    Look.PHOTO_CREDIT: (_S.CREDIT, _S.CREDIT, _M),
    Look.CAPTION: (_S.CAPTION, _S.CAPTION, _M),
    Look.SIGN_OFF: (_S.BYLINE, _S.BYLINE, _M),
    Look.WIDGET: (_S.WIDGET, _S.WIDGET, _M),
    Look.LINK: (_S.CROSS_LINK, _S.CROSS_LINK, _M),
    Look.MENU: (_M, _M, _M),
    Look.NOTE: (_M, _M, _M),
    Look.SECTION: (_S.MASTHEAD, _section_in_body, _M),
    Look.PROSE: (_prose_in_head, _prose_in_body, _M),
    Look.TITLE: (_title_in_head, _title_in_body, _M),
}


def _named(seen: Seen, kind: SegmentKind) -> tuple[str, ...]:
    """The authors that a line of the head names."""
    if seen.credit is not None:
        return seen.credit.authors
    return signers(seen.plain) if kind is SegmentKind.BYLINE else ()


def _mark_bios(article: Sequence[Seen], found: list[SegmentKind], known: Sequence[str]) -> None:
    """Turn the paragraphs that introduce an author, above or below the story, into bios."""
    body = [i for i, kind in enumerate(found) if kind is SegmentKind.BODY]
    deks = [i for i, kind in enumerate(found) if kind is SegmentKind.DEK]
    for i in (*deks, *body[:1]):
        if introduces(article[i].plain, known):
            found[i] = SegmentKind.BIO
    last = body[1:][-BIO_PARAGRAPHS:]
    for i, is_bio in zip(last, bios([article[i].plain for i in last], known), strict=True):
        if is_bio:
            found[i] = SegmentKind.BIO


def _mark_repeats(article: Sequence[Seen], found: list[SegmentKind]) -> None:
    """A line printed a second time becomes a widget, so that nothing is claimed twice."""
    told: set[str] = set()
    for i, seen in enumerate(article):
        if found[i] in TELLING and seen.words >= SAID_TWICE:
            if seen.plain in told:
                found[i] = SegmentKind.WIDGET
            told.add(seen.plain)
