"""A file becomes articles: the order of the steps of this package."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from graph.errors import BadTextError
from graph.model import Anchor, Article, ArticleId, Segment, SegmentKind
from graph.texts import credits
from graph.texts.formats import pages
from graph.texts.header import Block, blocks
from graph.texts.identity import article_id, part_id, text_hash
from graph.texts.inputs import MAX_PARTS, characters
from graph.texts.looks import Seen, seen
from graph.texts.page import Header, Page, lines, squeezed
from graph.texts.parts import Layout, layout
from graph.texts.segments import segments


def read(path: Path) -> list[Article]:
    """The articles of one file; a digest comes before the pieces it holds."""
    return articles(path.name, characters(path))


def articles(source: str, text: str) -> list[Article]:
    """The articles in the characters of a file; `source` is its name, whose suffix tells the format."""
    return [article for page in pages(source, text) for article in _checked(source, page)]


def _checked(source: str, page: Page) -> list[Article]:
    """The articles of a page; one of too many parts is refused before all are made."""
    found = list(islice(_of_page(source, page), MAX_PARTS + 1))
    if len(found) > MAX_PARTS:
        raise BadTextError(
            source, f"a page of more than {MAX_PARTS} articles", "split it into files of one article each"
        )
    return found


@dataclass(frozen=True, slots=True)
class _File:
    """What all articles of one text share."""

    source: str
    text: str
    hashed: str


def _of_page(source: str, page: Page) -> Iterator[Article]:
    whole = article_id(source, page.text)
    file = _File(source, page.text, text_hash(page.text))
    stretches = blocks(lines(page), page.text)
    for number, (block, found) in enumerate(stretches, 1):
        key = whole if len(stretches) == 1 else part_id(whole, number)
        header = page.header if block is None else _filled(block.header, page.header)
        yield from _of_stretch(file, key, header, block, layout(seen(page.text, found)))


def _of_stretch(
    file: _File, key: ArticleId, header: Header, block: Block | None, found: Layout
) -> Iterator[Article]:
    """The articles under one header: one, a digest and its pieces, or several side by side."""
    if not found.pieces:
        yield _article(file, key, header, block, found.own)
        return
    if found.digest:
        digest = replace(_article(file, key, header, block, found.own), genre="digest")
        yield digest
        for number, piece in enumerate(found.pieces, 1):
            part = _article(file, part_id(key, number), Header(), None, piece)
            yield replace(part, digest=key, anchor=part.anchor or _of_the_page(digest.anchor))
        return
    yield _article(file, part_id(key, 1), header, block, found.own)
    for number, piece in enumerate(found.pieces, 2):
        yield _article(file, part_id(key, number), Header(), None, piece)


def _article(
    file: _File, key: ArticleId, header: Header, block: Block | None, found: Sequence[Seen]
) -> Article:
    cut = segments(found, file.text, header.title, header.authors)
    repeated = any(s.kind is SegmentKind.HEADLINE for s in cut)
    told = credits.Told(file.text, found, (*_of_block(block, file.text, repeated=repeated), *cut), header)
    written_by = credits.authors(told)
    anchor = credits.anchor(told)
    publisher = credits.publisher(told)
    return Article(
        id=key,
        source=file.source,
        text=file.text,
        start=min((s.start for s in told.segments), default=0),
        end=max((s.end for s in told.segments), default=len(file.text)),
        title=credits.title(told),
        publisher=publisher,
        authors=written_by,
        published=None if anchor is None else anchor.day,
        anchor=anchor,
        segments=tuple(told.segments),
        genre=credits.genre(told, written_by),
        url=credits.address(told),
        taken_from=credits.taken_from(told, publisher),
        text_hash=file.hashed,
    )


# What a line of a header block is, as a segment.
FIELD_KINDS = {
    "title": SegmentKind.HEADLINE,
    "source": SegmentKind.PUBLICATION,
    "author": SegmentKind.BYLINE,
    "date": SegmentKind.PUBLICATION,
    "url": SegmentKind.PUBLICATION,
}


def _of_block(block: Block | None, text: str, *, repeated: bool) -> Iterator[Segment]:
    """The segments of a header block: the words of its title tell something, unless printed again below."""
    for name, line in block.lines if block is not None else ():
        kind = FIELD_KINDS[name]
        start, end = line.start, line.end
        if kind is SegmentKind.HEADLINE:
            value = squeezed(text[start:end].split(":", 1)[1])
            if repeated or not value:
                kind = SegmentKind.MASTHEAD
            else:
                start = text.index(":", start) + 1
                start += len(text[start:end]) - len(text[start:end].lstrip())
        yield Segment(kind, start, end)


def _filled(header: Header, page: Header) -> Header:
    """A block's header, with the page's where it says nothing."""
    return Header(
        header.title or page.title,
        header.source or page.source,
        header.authors or page.authors,
        header.published or page.published,
        header.date_words or page.date_words,
        header.url or page.url,
    )


def _of_the_page(anchor: Anchor | None) -> Anchor | None:
    """The day of a digest as a stand-in for a piece that prints none."""
    if anchor is None:
        return None
    return Anchor(anchor.day, f"the page that reprints it: {anchor.basis}", firm=False)
