"""Judgements of claims -> the articles' claims with what was judged of them, and those that people read themselves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from graph.judgements.namings import Texts, gone, labelled, name
from graph.judgements.records import ClaimJudgement, Correction, Decision, Saying, Spot, Statement
from graph.judgements.replay import Open
from graph.model import (
    ArticleId,
    Certainty,
    Claim,
    Entity,
    Event,
    Extraction,
    Qualifier,
    Ref,
    Review,
    Source,
    TimeExpression,
)
from ontology.terms import PREDICATES, is_a

BY_HAND = "by hand"
"""The rule of a claim that a person made."""

DATES = frozenset({"startDate", "endDate"})


@dataclass(frozen=True, slots=True)
class Reviewed:
    """The articles with what people said of their claims."""

    extractions: tuple[Extraction, ...]
    open: tuple[Open, ...]
    contradiction: tuple[ClaimJudgement, ...]
    """Judgements of one claim that cannot both hold."""


class Told:
    """What one article tells, by where it names those of whom it tells."""

    def __init__(self, extraction: Extraction) -> None:
        self.article = extraction.article
        self.claims = list(extraction.claims)
        self._credit = extraction.credit
        self._extraction = extraction
        things: tuple[Entity | Event, ...] = (*extraction.entities, *extraction.events)
        self._at: dict[tuple[int, int], list[Ref]] = defaultdict(list)
        self._first: dict[Ref, tuple[int, int]] = {}
        self._types = {thing.ref: thing.type for thing in things}
        self._events = {event.ref: event for event in extraction.events}
        self._labels = {entity.ref: entity.label for entity in extraction.entities}
        for thing in things:
            for mention in thing.mentions:
                self._at[mention.start, mention.end].append(thing.ref)
                self._first.setdefault(thing.ref, (mention.start, mention.end))

    def saying(self, claim: Claim) -> Saying | None:
        """A claim in terms of places; None where its subject is named nowhere."""
        subject = self.spot(claim.subject)
        if subject is None:
            return None
        thing = None if claim.object is None else self.spot(claim.object)
        passage = Spot(self.article.id, self.article.text_hash, claim.start, claim.end)
        value = claim.value if claim.object is None or thing is not None else claim.object.rpartition("#")[2]
        return Saying(passage, subject, claim.predicate, thing, value, claim.modality, claim.polarity)

    def spot(self, ref: Ref) -> Spot | None:
        """Where the article first names somebody or something."""
        first = self._first.get(ref)
        return None if first is None else Spot(self.article.id, self.article.text_hash, *first)

    def ref(self, spot: Spot, classes: Sequence[str]) -> Ref | None:
        """Who or what is named at exactly that place; where words name two, the one of these classes."""
        found = sorted(self._at.get((spot.start, spot.end), ()))
        fitting = [ref for ref in found if any(is_a(self._types[ref], name) for name in classes)]
        return next(iter((*fitting, *found)), None)

    def matching(self, said: Saying) -> list[int]:
        """The positions of the claims that a judgement is about."""
        return [n for n, claim in enumerate(self.claims) if self._matches(claim, said)]

    def _matches(self, claim: Claim, said: Saying) -> bool:
        passage = said.passage
        if (claim.start, claim.end, claim.predicate) != (passage.start, passage.end, said.predicate):
            return False
        if (claim.modality, claim.polarity) != (said.modality, said.polarity) or claim.review is not None:
            return False
        own = self.saying(claim)
        named = claim.subject in self._at.get((said.subject.start, said.subject.end), ())
        if said.object is None:
            return named and own is not None and own.object is None and own.value == said.value
        return named and claim.object in self._at.get((said.object.start, said.object.end), ())

    def judge(self, judgement: ClaimJudgement) -> bool:
        """Mark the claims that a judgement is about, and add what it puts in their place; False if there are none."""
        found = self.matching(judgement.saying)
        for n in found:
            claim, said = self.claims[n], str(judgement)
            if judgement.verdict == "accept":
                self.claims[n] = replace(claim, confidence=1.0, review=Review("confirmed", said))
            elif judgement.verdict == "reject":
                self.claims[n] = replace(claim, review=Review("rejected", said))
            elif judgement.correction is not None:
                better = self._corrected(claim, judgement.correction, said)
                if better is None:
                    return False
                self.claims[n] = replace(claim, review=Review("corrected", said))
                self.claims.append(better)
        return bool(found)

    def state(self, statement: Statement) -> bool:
        """Add a claim that a person read; False where it speaks of nobody who is named there."""
        said, term = statement.saying, PREDICATES.get(statement.saying.predicate)
        if term is None:
            return False
        subject = self.ref(said.subject, term.domain)
        thing = None if said.object is None else self.ref(said.object, term.range)
        if isinstance(said.value, str) and said.value.startswith("vocab/"):
            thing = Ref(said.value)
        speaker = self._credit.authors[0] if self._credit.authors else self._credit.publisher
        how = statement.how
        context = None if how.context is None else self.ref(how.context, ("Election", "Actor"))
        through = [self.ref(spot, ("Actor",)) for spot in how.speakers]
        missing = (said.object and not thing, how.context and not context, None in through)
        if subject is None or speaker is None or any(missing):
            return False
        time = _time(said) if said.predicate in DATES else None
        if time is not None and said.predicate == "startDate":
            event = self._events[subject]
            self._events[subject] = replace(event, times=(*event.times, time))
        self.claims.append(
            Claim(
                article=self.article.id,
                start=said.passage.start,
                end=said.passage.end,
                subject=subject,
                predicate=said.predicate,
                object=thing,
                value=None if thing or time else said.value,
                sources=(Source(speaker), *(Source(each) for each in through if each is not None)),
                modality=said.modality,
                polarity=said.polarity,
                certainty=how.certainty or Certainty.CERTAIN,
                qualifier=(how.qualifier or Qualifier.EXACTLY) if type(said.value) is int else None,
                context=context,
                time=time,
                confidence=1.0,
                rule=BY_HAND,
                review=Review("by-hand", str(statement)),
            )
        )
        return True

    def extraction(self) -> Extraction:
        """The article with its claims as they are now."""
        events = tuple(labelled(event, self.claims, self._labels) for event in self._events.values())
        return replace(self._extraction, claims=tuple(self.claims), events=events)

    def _corrected(self, claim: Claim, correction: Correction, said: str) -> Claim | None:
        wanted = PREDICATES[claim.predicate].domain
        subject = claim.subject if correction.subject is None else self.ref(correction.subject, wanted)
        if subject is None:
            return None
        return replace(
            claim,
            start=claim.start if correction.start is None else correction.start,
            end=claim.end if correction.end is None else correction.end,
            subject=subject,
            modality=correction.modality or claim.modality,
            polarity=correction.polarity or claim.polarity,
            confidence=1.0,
            rule=BY_HAND,
            review=Review("by-hand", said),
        )


def review(decisions: Sequence[Decision], extractions: Iterable[Extraction]) -> Reviewed:
    """What the judgements of claims come to: in the articles that they fit, and those that are open again."""
    named = name(decisions, extractions)
    told, texts = {each.article.id: each for each in named.extractions}, Texts(named.extractions)
    touched: dict[ArticleId, Told] = {}
    still_open, given = list(named.open), dict[object, ClaimJudgement]()
    contradiction: list[ClaimJudgement] = []
    for decision in decisions:
        if not isinstance(decision, (ClaimJudgement, Statement)):
            continue
        holding = texts.holding(decision.saying.passage)
        if holding is None:
            still_open.append(Open(decision, gone(decision.saying.passage)))
            continue
        page = touched.setdefault(holding.article.id, Told(holding))
        if isinstance(decision, Statement):
            if not page.state(decision):
                still_open.append(Open(decision, "nobody is read to be named where it says"))
            continue
        other = given.setdefault(decision.saying, decision)
        if (other.verdict, other.correction) != (decision.verdict, decision.correction):
            contradiction = contradiction or [other, decision]
        elif other is decision and not page.judge(decision):
            still_open.append(Open(decision, "no claim is read there any more that says this"))
    done = tuple(touched[id].extraction() if id in touched else each for id, each in told.items())
    return Reviewed(done, tuple(still_open), tuple(contradiction))


def _time(said: Saying) -> TimeExpression | None:
    """The day, month or year that a person read, as what is read of a text stands in its place."""
    unit = {len("2021"): "year", len("2021-11"): "month", len("2021-11-07"): "day"}
    text, at = str(said.value), said.passage
    return TimeExpression(at.start, at.end, text, f"{unit[len(text)]}:{text}") if len(text) in unit else None
