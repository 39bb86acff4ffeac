"""The header block that a text file may open with: `Title: / Source: / Author: / Date: / URL:` lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.texts.page import Header, Line, is_rule, squeezed
from graph.texts.printed import header_date, people

FIELDS = {
    "title": "title",
    "headline": "title",
    "source": "source",
    "publisher": "source",
    "outlet": "source",
    "author": "author",
    "authors": "author",
    "byline": "author",
    "date": "date",
    "published": "date",
    "url": "url",
    "link": "url",
}
_FIELD = re.compile(rf"(?P<name>{'|'.join(FIELDS)})\s?:\s?(?P<value>.*)", re.IGNORECASE)
INNER = 2
"""Inside a file a block has at least so many fields, a title or source among them."""


@dataclass(frozen=True, slots=True)
class Block:
    """A header block: its lines by field, and what they say."""

    header: Header
    lines: tuple[tuple[str, Line], ...]


def blocks(found: Sequence[Line], text: str) -> list[tuple[Block | None, list[Line]]]:
    """The lines of a text by article: each header block with the lines below it."""
    stretches: list[tuple[Block | None, list[Line]]] = []
    first = next((i for i, line in enumerate(found) if not is_rule(line)), 0)
    i = 0
    while i < len(found):
        block, after = _block(found, i, text)
        if block is not None and (i == first or _is_complete(block)):
            # What is only drawn above the first block belongs to its article.
            stretches.append((block, list(found[:first]) if i == first else []))
            i = after
        else:
            if not stretches and i >= first:
                stretches.append((None, list(found[:first])))
            if stretches:
                stretches[-1][1].append(found[i])
            i += 1
    return stretches or [(None, list(found))]


def _block(found: Sequence[Line], i: int, text: str) -> tuple[Block | None, int]:
    """The header block that begins at a line, and the line after it."""
    fields: list[tuple[str, Line]] = []
    start = i
    if start and found[start].gap == 0 and not is_rule(found[start - 1]):
        return None, start
    while i < len(found) and (not fields or found[i].gap == 0):
        match = _FIELD.fullmatch(found[i].plain)
        if match is None:
            break
        fields.append((FIELDS[match["name"].lower()], found[i]))
        i += 1
    closed = i == len(found) or found[i].gap > 0 or is_rule(found[i])
    if not fields or not closed:
        return None, start
    return Block(_header(fields, text), tuple(fields)), i


def _is_complete(block: Block) -> bool:
    names = {name for name, _ in block.lines}
    return len(names) >= INNER and bool(names & {"title", "source"})


def _header(fields: Sequence[tuple[str, Line]], text: str) -> Header:
    said: dict[str, str] = {}
    for name, line in fields:
        value = text[line.start : line.end].split(":", 1)[1].strip()
        if value:
            said.setdefault(name, value)
    return made(said)


def made(said: dict[str, str]) -> Header:
    """A header from its fields as printed: title, source, author, date, url."""
    words = said.get("date", "")
    return Header(
        title=squeezed(said["title"]) if said.get("title") else None,
        source=squeezed(said["source"]) if said.get("source") else None,
        authors=authors(said.get("author", "")),
        published=header_date(words),
        date_words=squeezed(words),
        url=said.get("url") or None,
    )


def authors(words: str) -> tuple[str, ...]:
    """The authors of a header field: people if it names any, else the words as they stand."""
    words = re.sub(r"^by\s", "", squeezed(words), flags=re.IGNORECASE)
    return people(words) or ((words,) if words else ())
