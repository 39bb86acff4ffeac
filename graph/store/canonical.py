"""The quads of a graph in an order, and with names of blank nodes, that depend on them alone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, NamedNode, Quad

MAYBE_BLANK = b"_:"
"""Where this stands nowhere in N-Quads there is no blank node."""


def canonical(quads: Iterable[Quad], name: str) -> list[Quad]:
    """The quads of the graph of that name, sorted; blank nodes are named by what is said of them (RDFC-1.0)."""
    held = {str(quad): quad for quad in quads}
    # A look at the line spares a look at the terms of most quads.
    blank = Dataset(quad for line, quad in held.items() if "_:" in line and has_blank_node(quad))
    if len(blank):
        held = {line: quad for line, quad in held.items() if quad not in blank}
        blank.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        held |= {str(quad): quad for quad in (relabelled(quad, name) for quad in blank)}
    return [held[line] for line in sorted(held)]


def lines(quads: Iterable[Quad]) -> bytes:
    """Quads as N-Quads, in the order in which they are given."""
    return "".join(f"{quad!s} .\n" for quad in quads).encode()


def has_blank_node(quad: Quad) -> bool:
    """Whether it speaks of a blank node."""
    return isinstance(quad.subject, BlankNode) or isinstance(quad.object, BlankNode)


def relabelled(quad: Quad, name: str) -> Quad:
    """The quad with blank nodes marked by their graph: two graphs may both have a first one."""
    mark = hashlib.sha256(name.encode()).hexdigest()[:6]
    subject, target = quad.subject, quad.object
    if isinstance(subject, BlankNode):
        subject = BlankNode(f"b{mark}{subject.value.removeprefix('c14n')}")
    if isinstance(target, BlankNode):
        target = BlankNode(f"b{mark}{target.value.removeprefix('c14n')}")
    return Quad(subject, quad.predicate, target, quad.graph_name)


def in_graph(quads: Iterable[Quad], name: str) -> Iterator[Quad]:
    """The quads, each seen to be in that graph, with blank nodes that no other graph has."""
    node = NamedNode(name)
    for quad in quads:
        if quad.graph_name != node:
            raise ValueError(f"{quad} is given for the graph {name} but names another")
        yield relabelled(quad, name) if has_blank_node(quad) else quad


def digest_of(told: bytes) -> str:
    """SHA-256 of the quads that a store gave back of one graph."""
    return hashlib.sha256(told).hexdigest()


def triples(told: bytes, name: str) -> list[bytes]:
    """The triples of one graph, each a line of N-Triples, from its N-Quads."""
    end = len(f"<{name}> .")
    return [line[:-end] + b"." for line in told.splitlines()]
