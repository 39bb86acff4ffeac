"""What single articles tell -> what the collection knows: one reference for each actor, place, post and event."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.claims.fit import fits
from graph.identity.actors import join_crowds, resolve_entities
from graph.identity.calendar import settle_anchors
from graph.identity.dating import stated, with_datings
from graph.identity.dependence import dependences
from graph.identity.events import resolve_events
from graph.identity.parts import event_parts, story_parts
from graph.identity.passages import common_passages, same_places
from graph.identity.stories import stories
from graph.language import dates
from graph.model import (
    Anchor,
    Claim,
    Credit,
    Event,
    Extraction,
    Knowledge,
    Precision,
    Ref,
    Ruling,
    Source,
)

_DATED = frozenset({"startDate", "endDate"})


def resolve(extractions: Sequence[Extraction], rulings: Sequence[Ruling] = ()) -> Knowledge:
    """The knowledge of all articles, the same whatever their order; rulings say who is one, and who is not."""
    extractions = sorted(extractions, key=lambda e: e.article.id)
    entities = resolve_entities(extractions, rulings)
    common = common_passages(e.article for e in extractions)
    told_of = stories((e.article for e in extractions), entities.entities)
    anchors = settle_anchors(extractions, entities.refs)
    events, told = resolve_events(
        extractions, entities.refs, anchors, entities.entities, same_places(common), told_of
    )
    refs = {**entities.refs, **told}
    crowds = event_parts(extractions, refs, told)
    persons = story_parts(extractions, refs, told_of, events)
    actors, gone = join_crowds(entities.entities, crowds, persons, rulings)
    refs = {ref: gone.get(name, name) for ref, name in refs.items()}
    types = {e.ref: e.type for e in actors} | {e.ref: e.type for e in events}
    happened = {event.ref: event for event in events}
    claims: dict[tuple[object, ...], Claim] = {}
    for extraction in extractions:
        for claim in extraction.claims:
            done = _resolved(claim, refs, happened, anchors.get(extraction.article.id))
            if done is not None and fits(done, types):
                claims.setdefault(_identity(done), done)
    articles = tuple(e.article for e in extractions)
    credits = tuple(_credit(e.credit, refs) for e in extractions)
    return Knowledge(
        articles=articles,
        anchors=tuple(sorted(anchors.items())),
        credits=credits,
        entities=actors,
        events=with_datings(events, extractions, told, anchors, claims.values()),
        claims=tuple(sorted(claims.values(), key=_order)),
        passages=dependences(common, articles, credits, actors),
    )


def _resolved(
    claim: Claim, refs: Mapping[Ref, Ref], events: Mapping[Ref, Event], anchor: Anchor | None
) -> Claim | None:
    """The claim with references of the collection and its dates read; nothing where a date can't be read."""
    uttered = refs.get(claim.uttered_in, claim.uttered_in) if claim.uttered_in else None
    stated_on, between = stated(
        anchor, events.get(uttered) if uttered else None, quoted=len(claim.sources) > 1
    )
    claim = replace(
        claim,
        subject=refs.get(claim.subject, claim.subject),
        object=refs.get(claim.object, claim.object) if claim.object else None,
        context=refs.get(claim.context, claim.context) if claim.context else None,
        uttered_in=uttered,
        sources=_chain(claim.sources, refs),
        stated_on=stated_on,
        stated=between,
        held_on=stated_on if claim.present else None,
    )
    if claim.subject == claim.object:
        return None
    return _dated(claim, anchor)


def _chain(sources: Sequence[Source], refs: Mapping[Ref, Ref]) -> tuple[Source, ...]:
    """The chain in references of the collection; one who quotes himself stands once."""
    found: list[Source] = []
    for source in sources:
        speaker = refs.get(source.speaker, source.speaker)
        if all(speaker != earlier.speaker for earlier in found):
            found.append(replace(source, speaker=speaker))
    return tuple(found)


def _dated(claim: Claim, anchor: Anchor | None) -> Claim | None:
    if claim.time is None:
        if claim.time_role != "until":
            return claim
        if anchor is None:
            return replace(claim, ended=True)
        return replace(claim, valid_until=anchor.last, precision=Precision.APPROXIMATE)
    interval = dates.resolve(claim.time, anchor.day if anchor else None)
    if claim.predicate in _DATED:
        if interval is None:
            return None
        return replace(claim, value=interval.first.isoformat(), precision=interval.precision)
    if interval is None:
        return replace(claim, ended=claim.time_role == "until")
    if claim.time_role == "since":
        return replace(claim, valid_from=interval.first, precision=interval.precision)
    if claim.time_role == "until":
        return replace(claim, valid_until=interval.last, precision=interval.precision)
    return replace(claim, valid_from=interval.first, valid_until=interval.last, precision=interval.precision)


def _identity(claim: Claim) -> tuple[object, ...]:
    """Two claims of the same words, content and voice are one."""
    return (
        claim.article, claim.start, claim.end, claim.subject, claim.predicate, claim.object, claim.value, claim.qualifier,
        claim.context, claim.modality, claim.polarity, claim.sources[-1].speaker, claim.valid_from, claim.valid_until,
        claim.ended,
    )  # fmt: skip


def _order(claim: Claim) -> tuple[str, ...]:
    return (
        claim.article,
        f"{claim.start:09}",
        f"{claim.end:09}",
        *(str(part) for part in _identity(claim)[3:]),
    )


def _credit(credit: Credit, refs: Mapping[Ref, Ref]) -> Credit:
    return Credit(
        credit.article,
        refs.get(credit.publisher, credit.publisher) if credit.publisher else None,
        tuple(refs.get(author, author) for author in credit.authors),
        refs.get(credit.taken_from, credit.taken_from) if credit.taken_from else None,
    )
