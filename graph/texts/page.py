"""The records inside this package: a page of text, what its header says, and its lines."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from graph.language.dates import flat
from graph.model import SegmentKind


@dataclass(frozen=True, slots=True)
class Header:
    """What a header block, the fields of a JSON object or the head of an HTML page say of an article."""

    title: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    published: date | None = None
    date_words: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A text with one or more articles; `hints` gives the kind of a line by where it starts."""

    text: str
    header: Header = Header()
    hints: Mapping[int, SegmentKind] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, or a paragraph that was wrapped over several; without its newline.

    `plain` is the line with plain spaces and quotes, stripped, without marks of emphasis around it: for
    patterns, not for offsets.
    `gap` is the number of blank lines before it.
    """

    start: int
    end: int
    plain: str
    gap: int
    hint: SegmentKind | None = None

    @property
    def words(self) -> int:
        return self.plain.count(" ") + 1


# What a reader does not see: byte order mark, zero-width characters, marks of writing direction.
_UNSEEN = "\ufeff\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
_NEWLINE = re.compile(r"\r\n|\r|\n")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_EMPHASIS = re.compile(r"(?P<mark>[*_]{1,3})(?P<words>[^\s*_].*[^\s*_])(?P=mark)", re.DOTALL)
_SPACES = re.compile(r"\s+")
_RULE = re.compile(r"[\s*=_~#·•—–-]*")
WRAP_MIN, WRAP_MAX = 60, 100
"""Editors break lines at some width between these."""
WRAP_SLACK, WRAP_LOOSE, WRAP_LINES = 6, 20, 3


def squeezed(text: str) -> str:
    """The text on one line, with single plain spaces: for titles and names."""
    return _SPACES.sub(" ", text.strip(_UNSEEN)).strip()


def lines(page: Page, start: int = 0, end: int | None = None) -> list[Line]:
    """The lines of a stretch of a page, those of a wrapped paragraph as one."""
    text = page.text
    end = len(text) if end is None else end
    found: list[Line] = []
    gap, at = 0, start
    breaks = [(m.start(), m.end()) for m in _NEWLINE.finditer(text, start, end)]
    for stop, after in [*breaks, (end, end)]:
        first = at + (1 if text.startswith("\ufeff", at) else 0)
        mark = _HEADING.match(text, first, stop) if page.hints else None
        if mark is not None and mark.end() in page.hints:
            first = mark.end()
        plain = flat(text[first:stop]).strip().strip(_UNSEEN).strip()
        emphasis = _EMPHASIS.fullmatch(plain)
        plain = emphasis["words"] if emphasis is not None else plain
        if plain:
            found.append(Line(first, stop, plain, gap, page.hints.get(first)))
            gap = 0
        else:
            gap += 1
        at = after
    return _unwrapped(found)


def is_rule(line: Line) -> bool:
    """Whether the line is only drawn: "* * *", "-----"."""
    return bool(_RULE.fullmatch(line.plain))


def _unwrapped(found: list[Line]) -> list[Line]:
    """Paragraphs that an editor broke at some width, put together again.

    A line was broken there if the first word of the next would not have fitted, in a text none of whose
    lines is longer than that width.
    """
    width = max((len(line.plain) for line in found), default=0)
    if not WRAP_MIN <= width <= WRAP_MAX or not _is_wrapped(found, width):
        return found
    joined: list[Line] = []
    last = ""
    for line in found:
        if joined and line.gap == 0 and line.hint is None and _was_broken(last, line.plain, width):
            before = joined[-1]
            joined[-1] = Line(before.start, line.end, f"{before.plain} {line.plain}", before.gap, before.hint)
        else:
            joined.append(line)
        last = line.plain
    return joined


def _is_wrapped(found: list[Line], width: int) -> bool:
    """Whether most lines that another follows at once are nearly as long as the longest."""
    followed = [len(a.plain) for a, b in pairwise(found) if b.gap == 0]
    return (
        len(followed) >= WRAP_LINES and sum(n > width - WRAP_LOOSE for n in followed) * 3 > len(followed) * 2
    )


def _was_broken(line: str, following: str, width: int) -> bool:
    slack = WRAP_SLACK if line[-1] in '.!?"' else WRAP_LOOSE
    room = width - slack - len(line) - 1
    return len(following.split(" ", 1)[0]) > room and not _RULE.fullmatch(following)
