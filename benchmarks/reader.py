"""A record of a corpus as an article, read as any other text is."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from graph.extraction import Extractor, Reading, reader
from graph.model import Anchor, Article, ArticleId, Segment, SegmentKind
from graph.settings import Settings

Record = Mapping[str, Any]


@cache
def extractor() -> Extractor:
    """The extractor that ships, loaded once."""
    return reader(Settings(), _complain)


def _complain(notice: str) -> None:
    print(notice, file=sys.stderr)


def read(record: Record, *, day: date | None = None, headline: bool = False, start: int = 0) -> Reading:
    """The reading of the record's `text`; `day` is when it was printed, where that is known.

    `headline`: the first paragraph is one. `start`: where the text begins, after what only the corpus prints.
    """
    return extractor().read(_article(str(record["id"]), record["text"], day, headline, start))


def read_article(article: Article) -> Reading:
    """The reading of an article of a text file."""
    return extractor().read(article)


def _article(name: str, text: str, day: date | None, headline: bool, start: int) -> Article:
    """A segment for each paragraph, body but for a headline; offsets are those of the record."""
    segments = [replace(s, start=max(s.start, start)) for s in _paragraphs(text) if s.end > start]
    if headline and segments:
        segments[0] = replace(segments[0], kind=SegmentKind.HEADLINE)
    return Article(
        id=ArticleId(name),
        source=name,
        text=text,
        start=0,
        end=len(text),
        title="",
        publisher=None,
        authors=(),
        published=day,
        anchor=None if day is None else Anchor(day, "the corpus", firm=True),
        segments=tuple(segments),
    )


def _paragraphs(text: str) -> list[Segment]:
    """The paragraphs, cut where a line is empty, or at every line where no line is."""
    mark = "\n\n" if "\n\n" in text else "\n"
    found: list[Segment] = []
    start = 0
    for part in text.split(mark):
        if part.strip():
            found.append(Segment(SegmentKind.BODY, start, start + len(part)))
        start += len(part) + len(mark)
    return found
