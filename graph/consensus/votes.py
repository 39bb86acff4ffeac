"""Claims are counted: one vote for each independent speaker, weighed by the policy."""

from __future__ import annotations

import bisect
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from graph.consensus.policy import CERTAINTY, FIRM, HEADLINE, HEADLINES, MODALITY, PROBABLE, SET_ASIDE, Side
from graph.consensus.takings import Takings
from graph.model import Article, ArticleId, Certainty, Claim, Knowledge, Polarity, Ref


class Votes(NamedTuple):
    """Who affirms and who negates a content, with what weight, and who of them how firmly."""

    affirming: Mapping[Ref, float]
    negating: Mapping[Ref, float]
    affirmed: Side
    negated: Side
    firm: frozenset[Ref]
    sure: frozenset[Ref]
    undecided: frozenset[Ref]
    """Who expressly leaves it open."""

    @property
    def doubted(self) -> bool:
        """Whether anybody negates it or leaves it open."""
        return bool(self.negating or self.undecided)


NOBODY = Side(0, 0)


def side(votes: Mapping[Ref, float]) -> Side:
    """The side that speakers make up together."""
    if not votes:
        return NOBODY
    if len(votes) == 1:
        (weight,) = votes.values()
        return Side(round(weight, 6), 1)
    return Side(round(sum(votes[speaker] for speaker in sorted(votes)), 6), len(votes))


def set_aside(claim: Claim) -> bool:
    """Whether a person judged that the text does not say this."""
    return claim.review is not None and claim.review.verdict in SET_ASIDE


def affirms(claim: Claim) -> bool:
    """Whether somebody affirms in earnest what a claim says."""
    return claim.polarity is Polarity.AFFIRMED and MODALITY[claim.modality] > 0 and not set_aside(claim)


Headlines = tuple[tuple[int, ...], tuple[int, ...], int]
"""Where the headlines of an article begin, where each ends, and where the last one does."""
_NO_HEADLINES: Headlines = ((), (), -1)


class Count:
    """Counts claims, knowing what articles take over from others and where each has its headlines."""

    def __init__(self) -> None:
        self._headlines: dict[ArticleId, Headlines] = {}
        self._takings = Takings()
        self._origins: dict[ArticleId, Ref] = {}
        self._voices: dict[ArticleId, Ref] = {}

    def learn(self, told: Knowledge) -> set[ArticleId]:
        """Takes in articles, with what they take over from one another; returns those that may speak for another now."""
        self._headlines |= {article.id: _headlines(article) for article in told.articles}
        turned = self._takings.add(told.passages, told.articles)
        origins = {each.article: each.taken_from for each in told.credits if each.taken_from}
        self._origins |= origins
        self._voices |= {**_voices(told), **origins}
        return turned

    def votes(self, claims: Sequence[Claim]) -> Votes:
        """The votes that the claims of one content cast."""
        affirming: dict[Ref, float] = {}
        negating: dict[Ref, float] = {}
        firm: list[Ref] = []
        sure: list[Ref] = []
        undecided: list[Ref] = []
        claims = [claim for claim in claims if claim.review is None or not set_aside(claim)]
        for claim in claims:
            speaker, polarity = self.speaker(claim, claims), claim.polarity
            if polarity is Polarity.OPEN:
                undecided.append(speaker)
            if polarity is Polarity.OPEN or not MODALITY[claim.modality]:
                continue
            votes = affirming if polarity is Polarity.AFFIRMED else negating
            weight = self.weight(claim)
            if weight >= votes.get(speaker, 0.0):
                votes[speaker] = weight
            if votes is affirming and claim.modality in FIRM and claim.certainty in PROBABLE:
                firm.append(speaker)
                if claim.certainty is Certainty.CERTAIN:
                    sure.append(speaker)
        sides = side(affirming), side(negating)
        return Votes(affirming, negating, *sides, frozenset(firm), frozenset(sure), frozenset(undecided))

    def weight(self, claim: Claim) -> float:
        """What a claim weighs."""
        place = HEADLINE if self._in_headline(claim) else 1.0
        return MODALITY[claim.modality] * CERTAINTY[claim.certainty] * claim.confidence * place

    def speaker(self, claim: Claim, beside: Sequence[Claim] = ()) -> Ref:
        """Whose vote a claim is: the innermost speaker's; in words taken over from another article, whose it is there.

        What an article says itself is the vote of the agency or outlet that it says it has the text from.
        `beside` are the claims of the same content: what the other article has at these words is the same vote.
        """
        passage = self._takings.passage(claim)
        if passage is not None:
            passed = {claim.article}
            while (original := self._takings.original(claim, beside)) and original.article not in passed:
                claim = original
                passed.add(claim.article)
            passage = self._takings.passage(claim)
        if len(claim.sources) > 1:
            return claim.sources[-1].speaker
        if passage is None or passage.kind != "taken over":
            return self._origins.get(claim.article, claim.sources[-1].speaker)
        source = self._takings.printed_first(passage.source)
        return self._voices.get(source, Ref(f"doc/{source}"))

    def _in_headline(self, claim: Claim) -> bool:
        starts, ends, last = self._headlines.get(claim.article, _NO_HEADLINES)
        if claim.start > last:
            return False
        at = bisect.bisect_right(starts, claim.start) - 1
        return at >= 0 and claim.end <= ends[at]


def _headlines(article: Article) -> Headlines:
    found = sorted((part.start, part.end) for part in article.segments if part.kind in HEADLINES)
    starts, ends = tuple(start for start, _ in found), tuple(end for _, end in found)
    return starts, ends, max(ends, default=-1)


def _voices(knowledge: Knowledge) -> dict[ArticleId, Ref]:
    """Who speaks in each article where nobody is quoted: the first author, else the outlet."""
    voices: dict[ArticleId, Ref] = {}
    for claim in knowledge.claims:
        voices.setdefault(claim.article, claim.sources[0].speaker)
    for credit in knowledge.credits:
        for voice in (*credit.authors, credit.publisher):
            if voice is not None:
                voices.setdefault(credit.article, voice)
    return voices
