"""What a person reads in a passage: whom or what it names, and what it says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

from graph.claims.fit import fits
from graph.errors import UsageError
from graph.judgements.claims import Told
from graph.judgements.desk import Desk, Judge
from graph.judgements.records import Manner, Naming, Saying, Spot, Statement, kind_of, signed
from graph.judgements.words import Passages, chosen, value_of
from graph.model import ArticleId, Certainty, Knowledge, Modality, Polarity, Qualifier, Ref
from ontology.terms import PREDICATES


class Hand:
    """Puts what a person reads into terms that the judgements file can hold."""

    def __init__(self, desk: Desk, knowledge: Knowledge) -> None:
        self._desk, self._passages = desk, Passages(desk, knowledge)
        self._types: dict[Ref, str] = {}
        for each in desk.extractions:
            self._types |= {entity.ref: entity.type for entity in each.entities}
            self._types |= {event.ref: event.type for event in each.events}

    def name(self, article: str, span: str, type: str, called: str, why: str, judge: Judge) -> Naming:
        """That a passage names one of a class of actors, places, posts or events where nothing was read."""
        id = self._passages.article(article)
        start, end = self._passages.span(id, span)
        if kind_of(type) is None:
            raise UsageError(f"{type!r} is no class of actors, places, posts or events of the ontology")
        if called not in ("name", "nominal"):
            raise UsageError(f"words are a name or a nominal, not {called!r}")
        spot = Spot(id, self._passages.told[id].article.text_hash, start, end)
        words: Literal["name", "nominal"] = "name" if called == "name" else "nominal"
        return signed(Naming("", "name", spot, type, words, judge.who, judge.when, why))

    def state(
        self,
        article: str,
        span: str,
        triple: Sequence[str],
        changes: Mapping[str, str],
        why: str,
        judge: Judge,
    ) -> Statement:
        """The claim that a person reads in a passage: a subject and an object by name, or a value."""
        id = self._passages.article(article)
        start, end = self._passages.span(id, span)
        subject, predicate, thing = triple
        if predicate not in PREDICATES:
            raise UsageError(
                f"No claim can be made with {predicate!r}; the predicates are {', '.join(sorted(PREDICATES))}"
            )
        value, spot = value_of(thing, predicate), None
        if value is None:
            spot = self._passages.named(thing, id)
        statement = Statement(
            "",
            "state",
            Saying(
                Spot(id, self._passages.told[id].article.text_hash, start, end),
                self._passages.named(subject, id),
                predicate,
                spot,
                value,
                chosen(Modality, changes) or Modality.ASSERTED,
                chosen(Polarity, changes) or Polarity.AFFIRMED,
            ),
            judge.who,
            judge.when,
            why,
            self._manner(changes, id),
        )
        self._check(statement)
        return signed(statement)

    def _manner(self, changes: Mapping[str, str], article: ArticleId) -> Manner:
        through = [each for each in changes.get("speakers", "").split(">") if each.strip()]
        return Manner(
            chosen(Certainty, changes),
            chosen(Qualifier, changes),
            self._passages.named(changes["context"], article) if "context" in changes else None,
            tuple(self._passages.named(each.strip(), article) for each in through),
        )

    def _check(self, statement: Statement) -> None:
        """Refuse a claim that the graph would leave out."""
        told = Told(
            next(e for e in self._desk.extractions if e.article.id == statement.saying.passage.article)
        )
        made = told.state(statement) and told.claims[-1]
        # A date gets its value when the article is resolved.
        if not made or not fits(replace(made, value=statement.saying.value), self._types):
            raise UsageError(
                f"{statement.saying.predicate} cannot be said of these two: their classes do not fit it"
            )
