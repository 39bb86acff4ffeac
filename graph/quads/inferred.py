"""The further types of everything, written out, so that no query has to walk up the classes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph.quads.writer import TYPE, Subject, Triple, Writer
from ontology.terms import CLASSES

PLAIN = frozenset({"Attribution", "Claim", "Conflict", "Proposition", "TextSpan"})
"""Classes of the many nodes of the claim model: their super-classes say nothing that a query asks."""


def inferred(triples: Iterable[Triple], writer: Writer) -> Iterator[Triple]:
    """The types above the types that are given, of our own classes and of other vocabularies'."""
    above = {writer.term(name): _above(name, writer) for name in CLASSES if name not in PLAIN}
    types: dict[Subject, set[NamedNode]] = {}
    for subject, predicate, object in triples:
        if predicate == TYPE and isinstance(object, NamedNode) and object in above:
            types.setdefault(subject, set()).add(object)
    for subject, given in types.items():
        for higher in {higher for each in given for higher in above[each]} - given:
            yield subject, TYPE, higher


def _above(name: str, writer: Writer) -> frozenset[NamedNode]:
    term = CLASSES[name]
    return frozenset({*map(writer.term, term.superclasses), *map(NamedNode, term.external)})
