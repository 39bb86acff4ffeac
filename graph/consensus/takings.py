"""Claims that stand in words which their article takes over from another."""

from __future__ import annotations

from collections.abc import Iterable

from graph.model import ArticleId, Claim, Passage


class Takings:
    """Knows what articles take over, and finds the claim that another repeats."""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self._taken: dict[ArticleId, list[Passage]] = {}
        self.add(passages)

    def add(self, passages: Iterable[Passage]) -> None:
        """Takes in more of what articles take over."""
        for passage in passages:
            self._taken.setdefault(passage.article, []).append(passage)

    def passage(self, claim: Claim) -> Passage | None:
        """The passage taken over that holds most of the claim's words."""
        taken = self._taken.get(claim.article)
        if taken is None:
            return None
        return next((each for each in taken if _inside(claim, each.start, each.end)), None)

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


def _inside(claim: Claim, start: int, end: int) -> bool:
    """Whether at least half of a claim's words stand between two places."""
    return 2 * (min(claim.end, end) - max(claim.start, start)) >= claim.end - claim.start
