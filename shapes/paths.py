"""SHACL paths: in words for people, and as a way through the facts."""

from __future__ import annotations

from collections.abc import Callable

from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from shapes.facts import Facts, Objects, Term
from shapes.violation import short

Way = Callable[[Facts, Term], Objects]
"""What is reached from a node."""


def in_words(rules: Graph, path: Node) -> str:
    """A path as one writes it in SPARQL, without prefixes."""
    if isinstance(path, URIRef):
        return short(str(path)).rpartition("/")[2]
    inverse = rules.value(path, SH.inversePath)
    if inverse is not None:
        return f"^{in_words(rules, inverse)}"
    either = rules.value(path, SH.alternativePath)
    steps = Collection(rules, path if either is None else either)
    return ("/" if either is None else "|").join(in_words(rules, step) for step in steps)


def way(rules: Graph, path: Node) -> Way:
    """A path as a function: of single properties, inverse ones, sequences and alternatives."""
    if isinstance(path, URIRef):
        ahead = str(path)
        return lambda facts, node: facts.objects(node, ahead)
    inverse = rules.value(path, SH.inversePath)
    if inverse is not None:
        back = str(inverse)
        return lambda facts, node: facts.subjects(node, back)
    either = rules.value(path, SH.alternativePath)
    ways = [way(rules, step) for step in Collection(rules, path if either is None else either)]
    if either is not None:
        return lambda facts, node: dict.fromkeys(end for each in ways for end in each(facts, node))
    return lambda facts, node: _along(ways, facts, node)


def _along(ways: list[Way], facts: Facts, node: Term) -> Objects:
    reached: Objects = {node: None}
    for each in ways:
        reached = dict.fromkeys(end for start in reached for end in each(facts, start))
    return reached
