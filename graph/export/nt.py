"""N-Triples: one graph, without the names of the graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyoxigraph
from pyoxigraph import Quad, RdfFormat


def write(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> bytes:
    """The triples of all quads, each once."""
    triples = sorted({quad.triple for quad in quads}, key=str)
    return pyoxigraph.serialize(triples, format=RdfFormat.N_TRIPLES, prefixes=dict(prefixes)) or b""
