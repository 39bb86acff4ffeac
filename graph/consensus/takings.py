"""Claims that stand in words which their article takes over from another.

An article that takes over half of its story and more is a reprint: what it says in other words is the other article's too.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.consensus.kinship import reached
from graph.model import Article, ArticleId, Claim, Passage, SegmentKind

REPRINT = 0.5
"""The share of its story that a reprint takes over from one other article, at the least."""
_STORY = frozenset({SegmentKind.DEK, SegmentKind.SUBHEADING, SegmentKind.BODY})


class Takings:
    """Knows what articles take over, and finds the claim that another repeats."""

    def __init__(self, passages: Iterable[Passage] = (), articles: Iterable[Article] = ()) -> None:
        self._taken: dict[ArticleId, list[Passage]] = {}
        self._stories: dict[ArticleId, tuple[int, int, int]] = {}
        """Where each article begins and ends, and how long its story is."""
        self._reprinted: dict[ArticleId, Passage] = {}
        """What is a reprint, as one passage."""
        self._takers: dict[ArticleId, set[ArticleId]] = {}
        """Who takes over from each article."""
        self.add(passages, articles)

    def add(self, passages: Iterable[Passage], articles: Iterable[Article] = ()) -> set[ArticleId]:
        """Takes in more articles, and more of what articles take over; returns those of whom that tells something."""
        for article in articles:
            story = sum(part.end - part.start for part in article.segments if part.kind in _STORY)
            self._stories[article.id] = article.start, article.end, story
        told = set()
        for passage in passages:
            told.add(passage.article)
            self._takers.setdefault(passage.source, set()).add(passage.article)
            self._taken.setdefault(passage.article, []).append(passage)
        touched = sorted(told | {taker for article in told for taker in reached(article, self._takers)})
        # What one article has from two reprints of a third it has from that: until nothing more is found so.
        for _ in touched:
            if not [article for article in touched if self._learn(article)]:
                break
        return set(touched)

    def _learn(self, article: ArticleId) -> bool:
        """See whether an article is a reprint, and of which; whether that was not known."""
        reprint = self._reprint(article) if article in self._taken else None
        if reprint is None or reprint == self._reprinted.get(article):
            return False
        self._reprinted[article] = reprint
        return True

    def _reprint(self, article: ArticleId) -> Passage | None:
        """All of an article, as taken over from the one from which it has half of its story and more."""
        shared: dict[ArticleId, int] = {}
        for each in self._taken[article]:
            if each.kind == "taken over":
                first = self.printed_first(each.source)
                whose = each.source if first == article else first
                shared[whose] = shared.get(whose, 0) + each.end - each.start
        source = max(shared, key=lambda id: (shared[id], id), default=None)
        here, there = self._stories.get(article), self._stories.get(source) if source else None
        if source is None or here is None or there is None or not here[2]:
            return None
        if shared[source] < REPRINT * here[2]:
            return None
        return Passage(article, *here[:2], source, *there[:2], "taken over", "it is a reprint")

    def passage(self, claim: Claim) -> Passage | None:
        """The passage taken over that holds most of the claim's words; all of a reprint is one."""
        taken = self._taken.get(claim.article)
        if taken is None:
            return None
        narrow = next((each for each in taken if _inside(claim, each.start, each.end)), None)
        if narrow is not None and narrow.kind == "taken over":
            return narrow
        return self._reprinted.get(claim.article, narrow)

    def original(self, claim: Claim, beside: Iterable[Claim]) -> Claim | None:
        """Of the claims of one content, the one that stands where the claim's words are taken from."""
        passage = self.passage(claim)
        if passage is None:
            return None
        there = (
            each
            for each in beside
            if each.article == passage.source
            and each.polarity is claim.polarity
            and _inside(each, passage.source_start, passage.source_end)
        )
        return min(there, key=lambda each: (each.start, each.end, each.sources[-1].speaker), default=None)

    def printed_first(self, article: ArticleId) -> ArticleId:
        """The article of which one is a reprint, or a reprint of a reprint; of a circle the first by id."""
        passed = [article]
        while (reprint := self._reprinted.get(passed[-1])) is not None:
            if reprint.source in passed:
                return min(passed[passed.index(reprint.source) :])
            passed.append(reprint.source)
        return passed[-1]


def _inside(claim: Claim, start: int, end: int) -> bool:
    """Whether at least half of a claim's words stand between two places."""
    return 2 * (min(claim.end, end) - max(claim.start, start)) >= claim.end - claim.start
