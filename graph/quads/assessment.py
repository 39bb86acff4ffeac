"""What is claimed, what the policy made of it, and where it disagrees."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode

from graph.consensus.policy import VERSION
from graph.model import Assessment, Conflict, Proposition
from graph.quads.writer import LABEL, WAS_GENERATED_BY, Triple, Writer, decimal, words


def propositions(assessment: Assessment, writer: Writer) -> Iterator[Triple]:
    """Each content once, whatever the number of claims that state it; it asserts nothing."""
    for says in assessment.propositions:
        node = writer.prop(says.id)
        yield from writer.a(node, "Proposition")
        yield node, LABEL, words(says.label)
        yield node, writer.term("subject"), writer.subject(says)
        yield node, writer.term("predicate"), writer.predicate(says)
        yield node, writer.term("value" if says.object is None else "object"), writer.object(says)
        yield from writer.say(
            node,
            quantityQualifier=None if says.qualifier is None else writer.value(says.qualifier),
            validFrom=says.valid_from,
            validUntil=says.valid_until,
            timePrecision=None if says.precision is None else writer.value(says.precision),
            ended=says.ended or None,
        )


def judged(assessment: Assessment, writer: Writer) -> Iterator[Triple]:
    """The status of each proposition with the row of the policy that gave it, and the conflicts."""
    run = writer.node(writer.iris.consensus(VERSION))
    yield from writer.a(run, "ConsensusRun")
    for says in assessment.propositions:
        yield from _status(says, run, writer)
    for conflict in assessment.conflicts:
        yield from _conflict(conflict, run, writer)


def _status(says: Proposition, run: NamedNode, writer: Writer) -> Iterator[Triple]:
    node = writer.prop(says.id)
    yield from writer.say(
        node,
        status=writer.value(says.status),
        independentSources=says.independent,
        supportScore=decimal(says.score),
        rule=says.rule,
    )
    yield node, WAS_GENERATED_BY, run


def _conflict(conflict: Conflict, run: NamedNode, writer: Writer) -> Iterator[Triple]:
    node = writer.node(writer.iris.conflict(conflict.id))
    yield from writer.a(node, "Conflict")
    yield node, LABEL, words(conflict.label)
    yield node, WAS_GENERATED_BY, run
    for member in conflict.members:
        yield from writer.say(node, involves=writer.prop(member))
    yield from writer.say(
        node,
        conflictType=writer.value(conflict.kind),
        preferred=None if conflict.preferred is None else writer.prop(conflict.preferred),
        resolved=conflict.resolved,
        reason=conflict.reason,
    )
