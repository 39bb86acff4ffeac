"""Turtle: one graph, without the names of the graphs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple


def write(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> bytes:
    """The triples of all quads, each once."""
    return text({quad.triple for quad in quads}, prefixes).encode()


def text(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Triples in a fixed order."""
    ordered = sorted(triples, key=str)
    return (pyoxigraph.serialize(ordered, format=RdfFormat.TURTLE, prefixes=dict(prefixes)) or b"").decode()
