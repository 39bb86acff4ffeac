"""The quotations of an article: every stretch between quotation marks, and whether it is speech."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from graph.model import Discourse, Span, Token

_OPEN, _CLOSE, _BOTH = "“«„", "”»", '"'
_MARKS = re.compile(f"[{_OPEN}{_CLOSE}{_BOTH}']")
_LONGEST_SCARE = 3
"""A quotation of at most so many words without a verb is a scare quote or a title, not speech."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch between quotation marks, the marks left out."""

    start: int
    end: int
    paragraph: int
    speech: bool


class Quotes:
    """The quotations in the order of the text, asked which of them holds a letter."""

    def __init__(self, discourse: Discourse) -> None:
        self.spoken = tuple(quote for quote in _quotes(discourse) if quote.speech)
        self._starts = [quote.start for quote in self.spoken]

    def around(self, start: int) -> Quote | None:
        """The speech between quotation marks in which the letter stands."""
        number = bisect_right(self._starts, start) - 1
        return self.spoken[number] if number >= 0 and start < self.spoken[number].end else None

    def within(self, span: Span) -> Sequence[Quote]:
        """The speech between quotation marks that begins inside the span."""
        return self.spoken[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]


def _quotes(discourse: Discourse) -> Iterator[Quote]:
    """The quotations of each paragraph; one that is not closed runs to the paragraph's end."""
    text = discourse.article.text
    tokens = [token for sentence in discourse.sentences for token in sentence.tokens]
    starts = [token.start for token in tokens]
    numbers = sorted({sentence.paragraph for sentence in discourse.sentences})
    for number in numbers:
        segment = discourse.article.segments[number]
        opened = -1
        for mark in _MARKS.finditer(text, segment.start, segment.end):
            at = mark.start()
            width = _mark(text, at, opened >= 0)
            if not width:
                continue
            if opened < 0:
                opened = at + width
            else:
                if at > opened:
                    yield _quote(_between(tokens, starts, opened, at), opened, at, number)
                opened = -1
        if 0 <= opened < segment.end:
            inside = _between(tokens, starts, opened, segment.end)
            yield _quote(inside, opened, segment.end, number)


def _mark(text: str, at: int, inside: bool) -> int:
    """The width of a quotation mark at this letter that opens or, `inside`, closes; 0 where there is none."""
    if text[at] in (_CLOSE if inside else _OPEN) + _BOTH:
        return 1
    # two apostrophes, as typewriters and some agencies have it
    return 2 if text.startswith("''", at) and not text.startswith("'", at - 1) else 0


def _between(tokens: Sequence[Token], starts: Sequence[int], start: int, end: int) -> Sequence[Token]:
    return tokens[bisect_right(starts, start - 1) : bisect_right(starts, end - 1)]


def _quote(inside: Sequence[Token], start: int, end: int, paragraph: int) -> Quote:
    words = [t for t in inside if t.pos not in {"PUNCT", "SPACE"}]
    verbs = [t for t in words if t.pos in {"VERB", "AUX"} and t.tag not in {"VBG", "VBN"}]
    return Quote(start, end, paragraph, len(words) > _LONGEST_SCARE or bool(verbs) and len(words) > 1)
