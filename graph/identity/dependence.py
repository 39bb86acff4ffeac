"""Who takes his words from whom: reprints, and quotations of one speaker in several articles.

| words in common | make |
| --- | --- |
| 16 or more, of which some are an article's own prose | the later article depend on the earlier one |
| 10 or more, quoted, where one article names the other's author or outlet beside them | the same |
| 10 or more, quoted in both | two claims of one utterance: the articles may both have heard it |

Which article has them from which is told by the first of: one names the other's author or outlet beside the
words; one was printed on a later day; one quotes what the other says itself; one has no day; the order of their ids.
So all reprints of one text, if nothing else is known, depend on one of them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from graph.identity.passages import PROSE, Common
from graph.model import Article, ArticleId, Credit, Entity, Passage, Span

BESIDE = 200
"""So many characters around a passage the article may name whom it has it from."""
_MARK = re.compile(r'[“”"«»„]')
_OPENING, _CLOSING = frozenset("“«„"), frozenset("”»")


@dataclass(frozen=True, slots=True)
class _Side:
    """One of the two articles of a passage."""

    article: Article
    span: Span
    quoted: bool
    names_other: str
    """The name of the other's author or outlet that stands beside the passage."""

    @property
    def place(self) -> tuple[date, str]:
        """Its place in the order in which `common_passages` looks at articles."""
        return self.article.published or date.max, self.article.id


def dependences(
    common: Iterable[Common],
    articles: Sequence[Article],
    credits: Iterable[Credit],
    entities: Iterable[Entity],
) -> tuple[Passage, ...]:
    """What each article takes over, sorted; credits and entities in references of the collection."""
    by_id = {article.id: article for article in articles}
    named = _Named(credits, entities)
    found = []
    for each in common:
        left = _side(by_id[each.article], each.span, by_id[each.other].id, named)
        right = _side(by_id[each.other], each.other_span, by_id[each.article].id, named)
        passage = _passage(left, right, each.words)
        if passage is not None:
            found.append(passage)
    return tuple(sorted(found, key=lambda each: (each.article, each.start, each.source, each.source_start)))


def _passage(left: _Side, right: _Side, words: int) -> Passage | None:
    told = bool(left.names_other or right.names_other)
    prose = not (left.quoted and right.quoted)
    if prose and words < PROSE and not (told and (left.quoted or right.quoted)):
        return None
    taker, source, reason = _direction(left, right)
    return Passage(
        article=taker.article.id,
        start=taker.span.start,
        end=taker.span.end,
        source=source.article.id,
        source_start=source.span.start,
        source_end=source.span.end,
        kind="taken over" if prose or told else "same quotation",
        reason=f"{words} words agree; {reason}",
    )


def _direction(left: _Side, right: _Side) -> tuple[_Side, _Side, str]:
    """Who has it from whom, and why one thinks so."""
    for taker, source in ((left, right), (right, left)):
        if taker.names_other and not source.names_other:
            return taker, source, f"beside them it names {taker.names_other}"
    for taker, source in ((left, right), (right, left)):
        days = source.article.published, taker.article.published
        if days[0] is not None and days[1] is not None and days[0] < days[1]:
            return taker, source, f"it was printed after {days[0].isoformat()}"
    for taker, source in ((left, right), (right, left)):
        if taker.quoted and not source.quoted:
            return taker, source, "it quotes what the other says itself"
    source, taker = sorted((left, right), key=lambda side: side.place)
    return taker, source, "which was first is not known"


def _side(article: Article, span: Span, other: ArticleId, named: _Named) -> _Side:
    return _Side(article, span, _quoted(article, span), named.beside(article.id, span, other))


class _Named:
    """Where articles name the authors and outlets of others."""

    def __init__(self, credits: Iterable[Credit], entities: Iterable[Entity]) -> None:
        self._voices = {
            credit.article: {*credit.authors, *([credit.publisher] if credit.publisher else [])}
            for credit in credits
        }
        known = {voice for voices in self._voices.values() for voice in voices}
        found: dict[tuple[ArticleId, str], list[tuple[int, str]]] = {}
        for entity in entities:
            for mention in entity.mentions if entity.ref in known else ():
                if mention.kind == "name":
                    found.setdefault((mention.article, entity.ref), []).append((mention.start, mention.text))
        self._mentions = {key: sorted(places) for key, places in found.items()}

    def beside(self, article: ArticleId, span: Span, other: ArticleId) -> str:
        """The name by which an article calls the other's author or outlet beside a stretch, or ""."""
        for voice in sorted(self._voices.get(other, set()) - self._voices.get(article, set())):
            places = self._mentions.get((article, voice), [])
            first = bisect_left(places, (span.start - BESIDE, ""))
            last = bisect_right(places, (span.end + BESIDE, ""))
            if first < last:
                return places[first][1]
        return ""


def _quoted(article: Article, span: Span) -> bool:
    """Whether a stretch stands between quotation marks all through, but for what is put into the quotation."""
    segment = next((s for s in article.segments if s.start <= span.start < s.end), None)
    begin = segment.start if segment is not None else article.start
    is_open = False
    for match in _MARK.finditer(article.text, begin, span.start):
        is_open = _opens(match[0], is_open)
    outside, at = 0, span.start
    for match in _MARK.finditer(article.text, span.start, span.end):
        outside += 0 if is_open else len(article.text[at : match.start()].split())
        is_open, at = _opens(match[0], is_open), match.end()
    outside += 0 if is_open else len(article.text[at : span.end].split())
    return outside * 4 <= len(article.text[span.start : span.end].split())


def _opens(mark: str, is_open: bool) -> bool:
    """Whether a quotation is open after the mark; the straight mark opens and closes in turn."""
    return mark in _OPENING or (mark not in _CLOSING and not is_open)
