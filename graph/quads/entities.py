"""Actors, places, posts and events, and the nodes on which the numbers of different sources meet."""

from __future__ import annotations

from collections.abc import Iterator, Set

from pyoxigraph import NamedNode

from graph.consensus.propositions import HARMS, SEATS, labels_of, said, subject_label
from graph.model import Assessment, Entity, Event, Knowledge, Proposition, Reach, Ref, Undated
from graph.quads.writer import (
    ALT_LABEL,
    DEPRECATED,
    EDITORIAL_NOTE,
    IS_REPLACED_BY,
    PREF_LABEL,
    SCOPE_NOTE,
    Triple,
    Writer,
    literal,
    words,
)


def entities(
    knowledge: Knowledge, assessment: Assessment, dated: Set[Ref], writer: Writer
) -> Iterator[Triple]:
    """All that claims can speak of, with types and names; what is claimed of it stands elsewhere.

    `dated` are the events of which a day is accepted: the others have their bounds here.
    """
    for entity in knowledge.entities:
        yield from _entity(entity, writer)
    for event in knowledge.events:
        yield from _event(event, writer)
        if event.ref not in dated:
            yield from _bounds(event, writer)
    for gone, now in knowledge.replaced:
        yield writer.ref(gone), DEPRECATED, literal(True)
        yield writer.ref(gone), IS_REPLACED_BY, writer.ref(now)
    labels = labels_of(knowledge)
    for proposition in assessment.propositions:
        if proposition.context is not None:
            yield from _meeting_point(proposition, labels, writer)


def _entity(entity: Entity, writer: Writer) -> Iterator[Triple]:
    node = writer.ref(entity.ref)
    yield from writer.a(node, entity.type, *entity.types)
    yield node, PREF_LABEL, words(entity.label)
    for reason in entity.why:
        yield node, EDITORIAL_NOTE, words(reason)
    for name in entity.names:
        if name != entity.label:
            yield node, ALT_LABEL, words(name)
    if entity.of is not None and entity.kind == "post":
        yield node, SCOPE_NOTE, words(entity.of)


def _event(event: Event, writer: Writer) -> Iterator[Triple]:
    node = writer.ref(event.ref)
    yield from writer.a(node, event.type, *event.types)
    yield node, PREF_LABEL, words(event.label)


def _bounds(event: Event, writer: Writer) -> Iterator[Triple]:
    """The days that an event without an accepted date lies between, or why none is known."""
    node, dating = writer.ref(event.ref), event.dating
    if dating is None:
        yield from writer.say(node, undated=writer.value(event.undated or Undated.UNREAL))
        return
    within = dating.precision is Reach.INCLUDES
    yield from writer.say(
        node,
        notBefore=None if within else dating.first,
        notAfter=None if within else dating.last,
        heldOn=dating.first if within else None,
        timePrecision=writer.value(dating.precision),
        timeEvidence=NamedNode(writer.iris.span(dating.article, dating.start, dating.end)),
        timeBasis=dating.why,
    )


def _meeting_point(says: Proposition, labels: dict[Ref, str], writer: Writer) -> Iterator[Triple]:
    """The node of one contestant's result in an election, or of one group's casualties in an event."""
    if says.context is None:
        return
    node = writer.subject(says)
    if says.predicate in SEATS:
        yield from writer.a(node, "ElectionResult")
        yield from writer.say(node, contestant=writer.ref(says.subject), ofElection=writer.ref(says.context))
        name = f"result of {said(says.subject, labels)} in {said(says.context, labels)}"
    else:
        yield from writer.a(node, "CasualtyFigure")
        yield from writer.say(
            node,
            ofEvent=writer.ref(says.subject),
            affectedGroup=writer.ref(says.context),
            harm=writer.value(HARMS[says.predicate]),
        )
        name, _ = subject_label(says.subject, says.predicate, says.context, labels)
    yield node, PREF_LABEL, words(name)
