"""Versions of one article: which text has taken the place of which, so that both may be kept.

Two texts are versions of one article where they bear the same file name and one was added after the other, or where
they have the same address, or the same headline and outlet, and most of their words in common. Of a file name the
later version is the one that was added later; of other texts the one printed on a later day or, where the days are
equal or unknown, the one added later. Of texts that are built together on equal days nobody can say which corrects
which: both stay, and speak with one voice (`consensus/takings.py`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from graph.model import Article, ArticleId, Knowledge, Revision

ALIKE = 0.5
"""The share of rows of words that versions of one article have in common at the least."""
ROW = 3
"""So many words make a row."""
SERIES = 30
"""So many texts under one headline of one outlet and more are a series ("Morning briefing"), not versions."""
_WORD = re.compile(r"\w+")


def superseded(revisions: Iterable[Revision], there: Collection[ArticleId]) -> set[ArticleId]:
    """The articles whose place another one has taken that is there as well."""
    return {each.earlier for each in revisions if each.later in there}


def remembering(
    knowledge: Knowledge, articles: Sequence[Article], revisions: Iterable[Revision]
) -> Knowledge:
    """What the current versions tell, with those of all these articles that were current before."""
    held = among(revisions, articles)
    gone = {each.earlier for each in held}
    former = sorted((each for each in articles if each.id in gone), key=lambda each: each.id)
    return replace(knowledge, former=tuple(former), revisions=held)


def among(revisions: Iterable[Revision], articles: Iterable[Article]) -> tuple[Revision, ...]:
    """Those between articles that are there."""
    there = {each.id for each in articles}
    return tuple(sorted(each for each in revisions if {each.earlier, each.later} <= there))


def told(articles: Sequence[Article]) -> tuple[Revision, ...]:
    """The versions that the texts alone tell, whatever the order in which they came."""
    found = (_by_day(one, other, why) for one, other, why in _alike(articles))
    return tuple(sorted(each for each in found if each is not None))


def arrived(
    old: Sequence[Article], new: Sequence[Article], known: Sequence[Revision]
) -> tuple[Revision, ...]:
    """The versions after texts were added to others, of which some are known as versions already."""
    stored = {each.id for each in old}
    every = [*old, *(each for each in new if each.id not in stored)]
    found = set(among(known, every))
    for source in sorted({each.source for each in new}):
        _replace([each for each in new if each.source == source], old, found)
    later = {each.id for each in new} - stored
    for one, other, why in _alike(every, later):
        dated = _by_day(one, other, why)
        if dated is None and (one.id in later) != (other.id in later):
            dated = Revision(*((other.id, one.id) if one.id in later else (one.id, other.id)), why)
        if dated is not None and not _leads(found, dated.later, dated.earlier):
            found.add(dated)
    return tuple(sorted(found))


def _replace(text: Sequence[Article], old: Iterable[Article], found: set[Revision]) -> None:
    """Let the articles of a text take the place of those that other texts of its file name have."""
    former = [each for each in old if each.source == text[0].source and each.text_hash != text[0].text_hash]
    stored = any(each.text_hash == text[0].text_hash and each.source == text[0].source for each in old)
    if stored and not superseded(found, {each.id for each in former}) & {each.id for each in text}:
        return  # the version that is in force was given once more
    again = {each.id for each in text}
    found -= {each for each in found if each.earlier in again}
    for each in former:
        found.add(Revision(each.id, _counterpart(each, text).id, "same file name"))


def _counterpart(former: Article, text: Sequence[Article]) -> Article:
    """Of the articles of a text the one that an earlier article became: that of its headline, else the page."""
    return min(
        text,
        key=lambda each: (_folded(each.title) != _folded(former.title), each.digest is not None, each.start),
    )


def _alike(
    articles: Iterable[Article], fresh: Collection[ArticleId] | None = None
) -> Iterator[tuple[Article, Article, str]]:
    """The pairs of whole texts under one address, or one headline and outlet, with most of their words in common.

    Of texts of which all but the fresh ones were compared before, the pairs that these are in.
    """
    groups: dict[tuple[str, ...], list[Article]] = defaultdict(list)
    for article in sorted(articles, key=lambda each: each.id):
        if article.digest is None and article.genre != "digest":
            for key in _keys(article):
                groups[key].append(article)
    seen: set[tuple[ArticleId, ArticleId]] = set()
    for (kind, *_), group in groups.items():
        for one, other in combinations(group, 2) if len(group) < SERIES else ():
            pair = (one.id, other.id)
            known = pair in seen or one.source == other.source or fresh is not None and not {*pair} & {*fresh}
            seen.add(pair)
            if not known and (share := _share(one, other)) >= ALIKE:
                yield one, other, f"same {kind}, {share:.0%} of the words"


def _keys(article: Article) -> Iterator[tuple[str, ...]]:
    if article.url:
        yield "address", article.url
    if article.publisher and article.title and article.taken_from is None:
        yield "headline and outlet", _folded(article.title), _folded(article.publisher)


def _folded(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))


def _share(one: Article, other: Article) -> float:
    """How many of the rows of words of the longer text the other has."""
    left, right = _rows(one), _rows(other)
    return (left & right).total() / max(left.total(), right.total(), 1)


def _rows(article: Article) -> Counter[tuple[str, ...]]:
    words = _folded(article.text[article.start : article.end]).split()
    return Counter(tuple(words[at : at + ROW]) for at in range(len(words) - ROW + 1))


def _by_day(one: Article, other: Article, why: str) -> Revision | None:
    """Which of two versions is the later one, by the days on which they were printed."""
    if one.published is None or other.published is None or one.published == other.published:
        return None
    early, late = sorted((one, other), key=lambda each: str(each.published))
    return Revision(early.id, late.id, why)


def _leads(found: Iterable[Revision], start: ArticleId, end: ArticleId) -> bool:
    """Whether one article is an earlier version of another, also by way of others: no circle may come about."""
    after: dict[ArticleId, set[ArticleId]] = defaultdict(set)
    for each in found:
        after[each.earlier].add(each.later)
    todo, seen = [start], set[ArticleId]()
    while todo:
        at = todo.pop()
        seen.add(at)
        todo += sorted(after[at] - seen)
    return end in seen
