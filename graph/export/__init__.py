"""The graph in the formats of other programs: one module a format, the same bytes on every run."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from pyoxigraph import Quad

from graph.export import jsonld, nq, nt, trig, ttl
from graph.iris import Iris
from graph.store import Store

Flavour = Literal["full", "accepted"]

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

ACCEPTED = ("entities", "accepted")
"""The named graphs of the flavour `accepted`: plain triples, and what people call those in them."""


def chosen(store: Store, iris: Iris, flavour: Flavour) -> list[Quad]:
    """The quads of a flavour, in a fixed order."""
    if flavour == "full":
        return store.quads()
    names = sorted(iris.named_graph(name) for name in ACCEPTED)
    return [quad for name in names for quad in store.quads(name)]
