"""What one article tells of an event, in references of the collection: the things by which two tellings are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.language import dates, lexicons
from graph.language.names import fold
from graph.model import (
    Anchor,
    ArticleId,
    Claim,
    Entity,
    Event,
    Extraction,
    Interval,
    Modality,
    Polarity,
    Qualifier,
    Ref,
)

_HIT = frozenset({"target", "victim"})
_DONE_BY = frozenset({"agent", "orderedBy"})
_FIRM = frozenset({Modality.ASSERTED, Modality.REPORTED})
_FIRMLY_NOT = _FIRM | {Modality.DENIED}
_OTHERS = frozenset({"addressee", "about", "holder", "contestant", "participant"})
_COUNTS = frozenset({"numberKilled", "numberInjured"})
_RECENT = timedelta(days=60)
_OVER = re.compile(r"^(?:year|month):.*last$|^last:(?:month|year)|^ago:\d+:(?:month|year)|^year:\d{4}$")
"""Forms of times that lie months before the article."""
_ANYBODY = frozenset(
    {"people", "person", "individual", "man", "men", "woman", "women", "civilians", "others"}
)
"""Nouns that tell nobody from anybody: two events do not hit the same because both hit "people"."""


Place = tuple[ArticleId, int]
"""Where a word starts."""


@dataclass(slots=True)
class Telling:
    """One article's event with what is needed to compare it."""

    event: Event
    article: ArticleId
    when: Interval | None = None
    printed: date | None = None
    """The day by which the article's dates are read."""
    state: str = ""
    """Of an election: the state that elects."""
    hit: set[Ref] = field(default_factory=set)
    """Whom or what it hit: actors, places, owners of houses, and nouns for those without a name."""
    agents: set[Ref] = field(default_factory=set)
    refrained: set[Ref] = field(default_factory=set)
    """Who is said not to have done it."""
    others: set[Ref] = field(default_factory=set)
    """Who else has a part in it: whom it is addressed to, what it is about, who enters or leaves a post."""
    places: set[Ref] = field(default_factory=set)
    persons: set[Ref] = field(default_factory=set)
    """Those of whom it hit that are persons with a name."""
    towns: set[Ref] = field(default_factory=set)
    """Those of its places that are towns: of two towns neither lies in the other."""
    counts: dict[str, set[int]] = field(default_factory=dict)
    """Exact numbers of killed and injured."""
    spots: set[Place] = field(default_factory=set)
    """Where the words for it stand, in the first article that has the same text."""
    bygone: bool = False
    """Whether a time is told of it that lies well before the article: "last November", "in 2012"."""
    story: str = ""
    """The article that stands for the story."""
    families: set[str] = field(default_factory=set)
    """The words for it, and the verbs that they are derived from."""
    senses: set[str] = field(default_factory=set)
    """What the words for it may mean, as far as other words mean the same."""

    @property
    def ref(self) -> Ref:
        return self.event.ref

    @property
    def types(self) -> frozenset[str]:
        return frozenset({self.event.type, *self.event.types})

    @property
    def length(self) -> int:
        """How many days lie between the first and the last possible day."""
        return (self.when.last - self.when.first).days if self.when else 10_000

    @property
    def parties(self) -> set[Ref]:
        """Who and what has any part in it."""
        return self.hit | self.agents | self.others


def tellings(
    extractions: Sequence[Extraction],
    refs: Mapping[Ref, Ref],
    anchors: Mapping[ArticleId, Anchor],
    entities: Iterable[Entity],
    spots: Mapping[Place, Place],
    stories: Mapping[ArticleId, ArticleId],
) -> list[Telling]:
    """Every event of every article, sorted by reference.

    `refs` leads to the entities of the collection, `spots` from a word to the same word of a common passage,
    `stories` from an article to the one that stands for its story.
    """
    types = {entity.ref: entity.type for entity in entities if entity.named}
    found = [each for extraction in extractions for each in _of(extraction, refs, anchors)]
    for each in found:
        own = {(mention.article, mention.start) for mention in each.event.mentions}
        each.spots = {spots.get(place, place) for place in own}
        each.bygone = _bygone(each)
        each.story = stories.get(each.article, each.article)
        each.families, each.senses = kin(each.event.words)
        each.persons = {ref for ref in each.hit if types.get(ref) == "Person"}
        each.towns = {ref for ref in each.places | each.hit if types.get(ref) == "Settlement"}
    return sorted(found, key=lambda each: each.ref)


def kin(words: Iterable[str]) -> tuple[set[str], set[str]]:
    """The words with the verbs they are derived from, and the senses they share with other words."""
    listed = lexicons.kindred()
    known = {word: listed[word] for word in words if word in listed}
    families = {verb for each in known.values() for verb in each.verbs}
    return {*words, *families}, {sense for each in known.values() for sense in each.senses}


def hit_by(extraction: Extraction, refs: Mapping[Ref, Ref]) -> dict[Ref, set[Ref]]:
    """Whom or what each event of an article hit; a house stands for whose it is."""
    owners = {e.ref: e.owner for e in extraction.entities if e.owner}
    found: dict[Ref, set[Ref]] = {}
    for claim in extraction.claims:
        if claim.predicate in _HIT and claim.object is not None:
            whom = owners.get(claim.object) or claim.object
            found.setdefault(claim.subject, set()).add(refs.get(whom, whom))
    return found


def _of(
    extraction: Extraction, refs: Mapping[Ref, Ref], anchors: Mapping[ArticleId, Anchor]
) -> list[Telling]:
    anchor = anchors.get(extraction.article.id)
    day = anchor.day if anchor else None
    found = {
        event.ref: Telling(event, extraction.article.id, _interval(event, day), day, _state(event))
        for event in extraction.events
    }
    fellows = _fellows(extraction, refs)
    for claim in extraction.claims:
        each = found.get(claim.subject)
        if each is not None and claim.polarity is Polarity.AFFIRMED:
            _take(each, claim, refs, fellows)
        elif each is not None and claim.object is not None and _refrains(claim):
            each.refrained.add(refs.get(claim.object, claim.object))
    return list(found.values())


def _refrains(claim: Claim) -> bool:
    """Whether it says firmly that somebody did not do it."""
    negated = claim.polarity is Polarity.NEGATED and claim.modality in _FIRMLY_NOT
    return negated and claim.predicate in _DONE_BY


def _fellows(extraction: Extraction, refs: Mapping[Ref, Ref]) -> dict[Ref, Ref]:
    """What else is hit with an entity: the owner with the house, the noun with those who have no name."""
    found = {}
    for entity in extraction.entities:
        words = fold(entity.label).split()
        if entity.owner:
            found[entity.ref] = refs.get(entity.owner, entity.owner)
        elif not entity.named and entity.kind == "actor" and words and words[-1] not in _ANYBODY:
            found[entity.ref] = Ref(f"noun/{words[-1]}")
    return found


def _take(each: Telling, claim: Claim, refs: Mapping[Ref, Ref], fellows: Mapping[Ref, Ref]) -> None:
    if claim.predicate in _COUNTS and claim.qualifier is Qualifier.EXACTLY and isinstance(claim.value, int):
        each.counts.setdefault(claim.predicate, set()).add(claim.value)
    if claim.object is None:
        return
    thing = refs.get(claim.object, claim.object)
    if claim.predicate in _HIT:
        each.hit.add(thing)
        if claim.object in fellows:
            each.hit.add(fellows[claim.object])
    elif claim.predicate in _DONE_BY and claim.modality in _FIRM:
        each.agents.add(thing)
    elif claim.predicate in _OTHERS:
        each.others.add(thing)
        if claim.predicate == "participant" and claim.object in fellows:
            each.others.add(fellows[claim.object])
    elif claim.predicate == "place":
        each.places.add(thing)


def _bygone(each: Telling) -> bool:
    """Whether it lies two months before the article; without days, whether its words tell of a time that is over.

    Of elections articles speak for months.
    """
    if "Election" in each.types:
        return False
    if each.when is not None and each.printed is not None:
        return each.when.last < each.printed - _RECENT
    return any(_OVER.search(time.form) for time in each.event.times) if each.printed is None else False


def _interval(event: Event, anchor: date | None) -> Interval | None:
    found = [i for t in event.times if (i := dates.resolve(t, anchor)) is not None]
    return min(found, key=lambda i: ((i.last - i.first).days, i.first)) if found else None


def _state(event: Event) -> str:
    return event.label.partition(" in ")[2] if event.type == "Election" else ""
