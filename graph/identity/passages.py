"""Stretches of text that two articles have in common word for word, found in one walk over all of them.

The words of each article are looked up six at a time among those of the articles before it; where six agree, the
run goes on as long as the words do. Runs in the same two articles with few words between them are one passage: an
editor leaves out a word, or puts "he continued" into a quotation.

How long a passage must be was measured on 924 news articles of seven outlets about one campaign (the development
and training parts of PolNeAR): of 68 runs of 10 to 14 words, 24 were formulas ("a ban on Muslims entering the United
States"), most of the others quotations; of those of 16 words and more none was a formula of prose. Whether words
stand between quotation marks is therefore asked in `dependence.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.model import Article, ArticleId, SegmentKind, Span

WORDS = 6
"""So many words that agree begin a run."""
BETWEEN = 12
"""So many words, at the most, lie between two runs of one passage."""
SHORTEST = 10
"""So many words, at the least, agree in a passage."""

PROSE = 16
"""So many words in common are no accident; formulas of prose are shorter."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_TOLD = frozenset({SegmentKind.BODY, SegmentKind.DEK, SegmentKind.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Run:
    """Words that agree: where they begin in both articles, and how many they are."""

    at: int
    other: int
    words: int


@dataclass(frozen=True, slots=True)
class Common:
    """A passage that two articles have in common; `other` is the one printed earlier, as far as the days are known."""

    article: ArticleId
    other: ArticleId
    span: Span
    other_span: Span
    words: int
    """How many of its words agree."""
    pairs: tuple[tuple[int, int], ...]
    """Where each word that agrees starts, in the article and in the other."""


def same_places(common: Iterable[Common]) -> dict[tuple[ArticleId, int], tuple[ArticleId, int]]:
    """Where a word of a long passage starts -> where the same word starts in the first article that has it."""
    found: dict[tuple[ArticleId, int], tuple[ArticleId, int]] = {}
    for each in common:
        for place, other in each.pairs if each.words >= PROSE else ():
            key = (each.other, other)
            found.setdefault((each.article, place), found.get(key, key))
    return found


class _Words:
    """The words of an article's story, folded, with their places."""

    def __init__(self, article: Article) -> None:
        told = sorted((s.start, s.end) for s in article.segments if s.kind in _TOLD)
        found = [match for start, end in told for match in _WORD.finditer(article.text, start, end)]
        self.article = article
        self.folded = [match[0].casefold().replace("’", "'") for match in found]
        self.spans = [match.span() for match in found]

    def grams(self) -> Iterator[tuple[int, tuple[str, ...]]]:
        """Every six words that stand together, with their place."""
        for at in range(len(self.folded) - WORDS + 1):
            yield at, tuple(self.folded[at : at + WORDS])


def common_passages(articles: Iterable[Article]) -> list[Common]:
    """What articles have in common with an earlier one, by article and place; parts of one file are not compared."""
    articles = list(articles)
    if len(set(map(_file, articles))) < 2:
        return []
    first: dict[tuple[str, ...], tuple[_Words, int]] = {}
    found: list[Common] = []
    for article in sorted(articles, key=lambda each: (each.published or date.max, each.id)):
        words = _Words(article)
        grams = list(words.grams())
        runs: dict[ArticleId, list[Run]] = defaultdict(list)
        known: dict[ArticleId, _Words] = {}
        end = 0
        for at, gram in grams:
            other, begin = first.get(gram, (words, at))
            if at < end or _file(other.article) == _file(article):
                continue
            run = Run(at, begin, _length(words.folded, at, other.folded, begin))
            runs[other.article.id].append(run)
            known[other.article.id] = other
            end = at + run.words
        for id in sorted(runs):
            found += (_passage(words, known[id], chain) for chain in _chains(runs[id]))
        for at, gram in grams:
            first.setdefault(gram, (words, at))
    return [each for each in found if each.words >= SHORTEST]


def _file(article: Article) -> tuple[str, str]:
    return article.source, article.text_hash


def _length(left: Sequence[str], at: int, right: Sequence[str], other: int) -> int:
    """How many words agree from these two places on."""
    count = 0
    while at + count < len(left) and other + count < len(right) and left[at + count] == right[other + count]:
        count += 1
    return count


def _chains(runs: Iterable[Run]) -> list[list[Run]]:
    """Runs that follow one another closely in both articles, in order."""
    chains: list[list[Run]] = []
    for run in runs:
        last = chains[-1][-1] if chains else None
        if (
            last is not None
            and 0 <= run.at - last.at - last.words <= BETWEEN
            and 0 <= run.other - last.other - last.words <= BETWEEN
        ):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _passage(words: _Words, other: _Words, chain: Sequence[Run]) -> Common:
    first, last = chain[0], chain[-1]
    pairs = [(run.at + n, run.other + n) for run in chain for n in range(run.words)]
    return Common(
        article=words.article.id,
        other=other.article.id,
        span=Span(words.spans[first.at][0], words.spans[last.at + last.words - 1][1]),
        other_span=Span(other.spans[first.other][0], other.spans[last.other + last.words - 1][1]),
        words=len(pairs),
        pairs=tuple((words.spans[a][0], other.spans[b][0]) for a, b in pairs),
    )
