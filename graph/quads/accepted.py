"""The simple view: plain triples that a reader may take without knowing about claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pyoxigraph import NamedNode

from graph.consensus.propositions import DATES
from graph.model import Assessment, ConflictKind, Precision, Proposition, Qualifier, Ref, Relationship, Status
from graph.quads.writer import OWL, TYPE, WAS_DERIVED_FROM, Triple, Writer
from ontology.terms import PROPERTIES

_NEGATIVE, _SOURCE, _PROPERTY, _TARGET, _VALUE = (
    NamedNode(OWL + name)
    for name in (
        "NegativePropertyAssertion",
        "sourceIndividual",
        "assertionProperty",
        "targetIndividual",
        "targetValue",
    )
)


def accepted(assessment: Assessment, writer: Writer) -> Iterator[Triple]:
    """Accepted propositions as plain triples, suspicions, refutations and relationships."""
    plain = _plain(assessment)
    yield from (_direct(says, writer) for says in plain)
    yield from _precisions(plain, writer)
    for says in assessment.propositions:
        if says.rule == "blame-attributed":
            yield from writer.say(writer.subject(says), suspectedAgent=writer.object(says))
    stated = {_direct(says, writer) for says in assessment.propositions if says.status is Status.ACCEPTED}
    for says in assessment.propositions:
        if says.rule == "refuted" and _timeless(says) and _direct(says, writer) not in stated:
            yield from _negative(says, writer)
    for relationship in assessment.relationships:
        yield from _relationship(relationship, writer)


def dated(assessment: Assessment) -> frozenset[Ref]:
    """The events of which a first day is accepted."""
    told = tuple(says for says in assessment.propositions if says.predicate in DATES)
    plain = _plain(replace(assessment, propositions=told))
    return frozenset(says.subject for says in plain if says.predicate == "startDate")


def _plain(assessment: Assessment) -> list[Proposition]:
    """The accepted propositions that become triples: of what there is one of only, the preferred one."""
    passed_over = {
        member
        for conflict in assessment.conflicts
        if conflict.preferred and conflict.kind in (ConflictKind.VALUE, ConflictKind.REFINEMENT)
        for member in conflict.members
        if member != conflict.preferred
    }
    several: list[Proposition] = []
    single: dict[tuple[object, ...], list[Proposition]] = defaultdict(list)
    for says in assessment.propositions:
        if says.status is not Status.ACCEPTED or says.qualifier not in (None, Qualifier.EXACTLY):
            continue
        if PROPERTIES[says.predicate].predicate_kind not in ("single-valued", "quantity"):
            several.append(says)
        elif says.id not in passed_over:
            single[says.subject, says.predicate, says.context].append(says)
    # Values of different times leave more than one: a plain triple has no time, so it can say none of them.
    only = [each[0] for each in single.values() if len({_answer(says) for says in each}) == 1]
    return _in_order([*several, *only])


def _answer(says: Proposition) -> tuple[object, object]:
    return (says.object, says.value)


def _in_order(plain: Iterable[Proposition]) -> list[Proposition]:
    """Without the end of what would end before it began."""
    plain = list(plain)
    begin = {says.subject: str(says.value) for says in plain if says.predicate == "startDate"}
    return [
        says
        for says in plain
        if says.predicate != "endDate" or str(says.value) >= begin.get(says.subject, str(says.value))
    ]


def _direct(says: Proposition, writer: Writer) -> Triple:
    return writer.subject(says), writer.predicate(says), writer.object(says)


def _precisions(plain: Iterable[Proposition], writer: Writer) -> Iterator[Triple]:
    """How precisely the dates of an event are known: by the loosest of them."""
    known: dict[NamedNode, list[Precision]] = defaultdict(list)
    for says in plain:
        if says.predicate in DATES and says.precision is not None:
            known[writer.subject(says)].append(says.precision)
    for event, precisions in known.items():
        yield from writer.say(event, timePrecision=writer.value(max(precisions, key=list(Precision).index)))


def _timeless(says: Proposition) -> bool:
    """Whether a negation holds for good: not only for some time, and not only for about that number."""
    unbounded = says.valid_from is None and says.valid_until is None and not says.ended
    return unbounded and says.qualifier in (None, Qualifier.EXACTLY)


def _negative(says: Proposition, writer: Writer) -> Iterator[Triple]:
    node = writer.node(writer.iris.negative(says.id))
    yield node, TYPE, _NEGATIVE
    yield node, _SOURCE, writer.subject(says)
    yield node, _PROPERTY, writer.predicate(says)
    yield node, _VALUE if says.object is None else _TARGET, writer.object(says)


def _relationship(relationship: Relationship, writer: Writer) -> Iterator[Triple]:
    node = writer.node(writer.iris.relation(relationship.id))
    yield from writer.a(node, relationship.type)
    for role, filler in relationship.roles:
        yield node, writer.term(role), writer.ref(filler)
    for proposition in relationship.derived_from:
        yield node, WAS_DERIVED_FROM, writer.prop(proposition)
    yield from writer.say(
        node,
        startDate=relationship.start,
        endDate=relationship.end,
        timePrecision=None if relationship.precision is None else writer.value(relationship.precision),
        ended=relationship.ended or None,
    )
