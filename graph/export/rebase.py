"""The graph as if it had been built with another base IRI: for a copy that is served at an address of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, Triple

from graph.iris import WELL_KNOWN

_SPACES = (
    NamedNode(WELL_KNOWN["void"] + "uriSpace"),
    NamedNode("http://purl.org/vocab/vann/preferredNamespaceUri"),
)
"""The properties whose literals tell what IRIs begin with."""
_QUERY = NamedNode(WELL_KNOWN["sh"] + "select")


def rebased(quads: Iterable[Quad], old: str, new: str) -> list[Quad]:
    """The quads with every IRI that begins with `old` moved to `new`, sorted by graph and then as lines."""
    if old == new:
        return list(quads)
    kept: dict[NamedNode, NamedNode] = {}

    def moved(node: Any) -> Any:
        if isinstance(node, Triple):
            return Triple(*map(moved, node))
        if not isinstance(node, NamedNode):
            return node
        if node not in kept:
            kept[node] = NamedNode(_moved(node.value, old, new))
        return kept[node]

    def value(quad: Quad) -> Any:
        if quad.predicate in _SPACES and isinstance(quad.object, Literal):
            return Literal(_moved(quad.object.value, old, new))
        if quad.predicate == _QUERY and isinstance(quad.object, Literal):
            return Literal(quad.object.value.replace(f"<{old}", f"<{new}"))
        return moved(quad.object)

    every = [
        Quad(moved(quad.subject), moved(quad.predicate), value(quad), moved(quad.graph_name))
        for quad in quads
    ]
    return sorted(every, key=lambda quad: (str(quad.graph_name), str(quad)))


def prefixes_of(prefixes: Mapping[str, str], old: str, new: str) -> dict[str, str]:
    """The prefixes, moved as the IRIs are."""
    return {name: _moved(space, old, new) for name, space in prefixes.items()}


def _moved(text: str, old: str, new: str) -> str:
    return new + text.removeprefix(old) if text.startswith(old) else text
