"""TriG: Turtle with named graphs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pyoxigraph
from pyoxigraph import Quad, RdfFormat


def write(quads: Sequence[Quad], prefixes: Mapping[str, str]) -> bytes:
    """The quads in the order given."""
    return pyoxigraph.serialize(quads, format=RdfFormat.TRIG, prefixes=dict(prefixes)) or b""
