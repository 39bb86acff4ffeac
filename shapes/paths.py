"""SHACL paths: in words for people, and as a way through the facts."""

from __future__ import annotations

from collections.abc import Callable

from rdflib import SH, Graph, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from shapes.facts import Facts, Objects, Term
from shapes.violation import short

Reach = Callable[[Term], Objects]
"""What is reached from a node."""
Way = Callable[[Facts], Reach]
"""The same among any facts."""


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
        return lambda facts: facts.objects(ahead).__getitem__
    inverse = rules.value(path, SH.inversePath)
    if inverse is not None:
        back = str(inverse)
        return lambda facts: facts.subjects(back).__getitem__
    either = rules.value(path, SH.alternativePath)
    ways = [way(rules, step) for step in Collection(rules, path if either is None else either)]
    together = _along if either is None else _either
    return lambda facts: together([each(facts) for each in ways])


def _either(reaches: list[Reach]) -> Reach:
    return lambda node: dict.fromkeys(end for reach in reaches for end in reach(node))


def _along(reaches: list[Reach]) -> Reach:
    def reached(node: Term) -> Objects:
        ends: Objects = {node: None}
        for reach in reaches:
            ends = dict.fromkeys(end for start in ends for end in reach(start))
        return ends

    return reached
