"""Which entries of reference files the actors and places are, how sure that is, and why."""

from __future__ import annotations

from collections.abc import Iterator

from graph.model import Knowledge
from graph.quads.writer import CLOSE_MATCH, EXACT_MATCH, Triple, Writer, decimal

_MATCHES = {"exact": EXACT_MATCH, "close": CLOSE_MATCH}


def authority(knowledge: Knowledge, writer: Writer) -> Iterator[Triple]:
    """Each link as one triple, and a node that says how likely it is and why; links that chose nothing are left out."""
    for link in knowledge.links:
        if link.match == "none":
            continue
        entity, entry = writer.ref(link.entity), writer.node(link.entry)
        yield entity, _MATCHES[link.match], entry
        node = writer.node(writer.iris.link(link.entity, link.entry))
        yield from writer.a(node, "AuthorityLink")
        yield from writer.say(
            node,
            linkedEntity=entity,
            authorityEntry=entry,
            matchScore=decimal(link.score),
            matchReason=link.why,
        )
