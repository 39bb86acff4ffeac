"""The segments of one article: the lines by their kinds, with captions and datelines cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.language.dates import flat
from graph.model import Segment, SegmentKind
from graph.texts import prose
from graph.texts.kinds import kinds
from graph.texts.looks import Seen
from graph.texts.zones import starts_with_dateline

DATELINE_WITHIN = 3
"""The dateline stands in one of so many first paragraphs."""


def segments(
    article: Sequence[Seen], text: str, title: str | None, authors: Sequence[str]
) -> tuple[Segment, ...]:
    """The segments of an article's lines, in order; `title` and `authors` are what its header gives."""
    found = kinds(article, title, authors)
    opening = _sent_from(article, found)
    return tuple(
        segment
        for seen, kind in zip(article, found, strict=True)
        for segment in _cut(seen, kind, text, opens=seen is opening)
    )


def _sent_from(article: Sequence[Seen], found: Sequence[SegmentKind]) -> Seen | None:
    """The paragraph that opens with a dateline: one of the first of the story."""
    body = [seen for seen, kind in zip(article, found, strict=True) if kind is SegmentKind.BODY]
    return next((seen for seen in body[:DATELINE_WITHIN] if starts_with_dateline(seen)), None)


def _cut(seen: Seen, kind: SegmentKind, text: str, *, opens: bool) -> Iterator[Segment]:
    """A line's segments: a caption and its credit, a dateline and the paragraph after it."""
    start, end = seen.line.start, seen.line.end
    if kind is SegmentKind.CAPTION and seen.photo is not None and start < seen.photo < end:
        yield Segment(kind, start, seen.photo)
        yield Segment(SegmentKind.CREDIT, seen.photo, end)
        return
    place = prose.dateline(flat(text[start : min(end, start + 200)])) if opens else None
    if place is not None and start + place.end() < end:
        yield Segment(SegmentKind.DATELINE, start, start + place.end())
        start += place.end()
    yield Segment(kind, start, end)
