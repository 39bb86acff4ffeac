"""The graph in the formats of other programs: one module a format, the same bytes on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pyoxigraph import Quad

from graph.dumps import Flavour, graphs_of
from graph.export import jsonld, nq, nt, trig, ttl
from graph.iris import Iris
from graph.store import Store

Writer = Callable[[Sequence[Quad], Mapping[str, str]], bytes]
"""Quads in a fixed order, and prefixes, to the bytes of a file."""

WRITERS: Mapping[str, Writer] = {
    "jsonld": jsonld.write,
    "nq": nq.write,
    "nt": nt.write,
    "trig": trig.write,
    "ttl": ttl.write,
}
"""The formats that hold RDF."""

FORMATS = tuple(sorted([*WRITERS, "jsonl"]))


def chosen(store: Store, iris: Iris, flavour: Flavour) -> list[Quad]:
    """The quads of a flavour, in a fixed order."""
    return [quad for name in graphs_of(flavour, store, iris) for quad in store.quads(name)]
