"""What a text tells, in words: the claims of an extraction with labels in place of references.

A fact is (subject, predicate, object or value). An actor, place or post stands as its label, an event as its
class, a value of a vocabulary as its local name.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest

from graph.model import Article, Claim, Entity, Event, Extraction, Knowledge, Ref

Thing = str | int | bool
Fact = tuple[str, str, Thing]


@dataclass(frozen=True)
class Told:
    """The claims of articles, readable."""

    articles: tuple[Article, ...]
    entities: tuple[Entity, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]

    @cached_property
    def _words(self) -> dict[Ref, str]:
        return {e.ref: e.label for e in self.entities} | {e.ref: e.type for e in self.events}

    def word(self, ref: Ref) -> str:
        """The label of an entity, the class of an event, the local name of a value."""
        return self._words.get(ref, str(ref).partition("/")[2])

    def fact(self, claim: Claim) -> Fact:
        """What a claim says, without who says it and how."""
        thing: Thing = self.word(claim.object) if claim.object is not None else claim.value  # type: ignore[assignment]
        return self.word(claim.subject), claim.predicate, thing

    @cached_property
    def facts(self) -> set[Fact]:
        """What all claims say."""
        return {self.fact(claim) for claim in self.claims}

    def of(self, predicate: str, subject: str | None = None, thing: Thing | None = None) -> list[Claim]:
        """The claims with this predicate, and this subject and object where given."""
        return [
            claim
            for claim in self.claims
            if claim.predicate == predicate
            and subject in {None, self.fact(claim)[0]}
            and (thing is None or self.fact(claim)[2] == thing)
        ]

    def one(self, predicate: str, subject: str | None = None, thing: Thing | None = None) -> Claim:
        """The only claim with this predicate."""
        found = self.of(predicate, subject, thing)
        assert len(found) == 1, (
            f"{len(found)} claims of {predicate}, not one; all: {sorted(map(str, self.facts))}"
        )
        return found[0]

    def pairs(self, *predicates: str) -> set[Fact]:
        """The facts with these predicates."""
        return {fact for fact in self.facts if fact[1] in predicates}

    def speakers(self, claim: Claim) -> list[str]:
        """Who speaks between the author and the content."""
        return [self.word(source.speaker) for source in claim.sources[1:]]

    def quote(self, claim: Claim) -> str:
        """The words that the claim rests on."""
        article = next(a for a in self.articles if a.id == claim.article)
        return article.text[claim.start : claim.end]

    def how(self, claim: Claim) -> tuple[str, str]:
        """Modality and polarity."""
        return claim.modality.value, claim.polarity.value

    def entity(self, label: str) -> Entity:
        """The only entity with this label."""
        found = [e for e in self.entities if e.label == label]
        assert len(found) == 1, f"{len(found)} entities {label!r}; all: {self.labels()}"
        return found[0]

    def labels(self, *types: str) -> list[str]:
        """The labels of all entities (of these classes)."""
        return sorted(e.label for e in self.entities if not types or e.type in types)

    def names(self) -> dict[str, str]:
        """Label -> class of all entities that the text names."""
        return {e.label: e.type for e in self.entities if e.named and e.mentions}

    def spoken_of(self, label: str) -> list[str]:
        """The words that speak of an entity, in order."""
        return [mention.text for mention in self.entity(label).mentions]

    def happened(self) -> list[str]:
        """The classes of all events but speech, sorted."""
        return sorted(e.type for e in self.events if not e.ref.partition("#")[2].startswith("event/said"))


def readable(extraction: Extraction) -> Told:
    """What one article tells."""
    return Told((extraction.article,), extraction.entities, extraction.events, extraction.claims)


def known(knowledge: Knowledge) -> Told:
    """What a collection knows."""
    return Told(knowledge.articles, knowledge.entities, knowledge.events, knowledge.claims)


def defect(reason: str, *values: Any) -> Any:
    """A row of a table whose expectation is right and not met yet."""
    return pytest.param(*values, marks=pytest.mark.xfail(strict=True, reason=reason))
