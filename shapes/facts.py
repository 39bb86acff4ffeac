"""Triples as the compiled shapes look at them: plain strings and values, which cost a part of rdflib's terms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ontology.terms import CLASSES, PREDICATES, dram, dramv

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Value(NamedTuple):
    """A literal."""

    text: str
    datatype: str
    language: str | None = None


Term = str | Value
"""An IRI, a blank node by its label that begins with `_:`, or a literal."""
Triple = tuple[str, str, Term]
Objects = Mapping[Term, None]
"""A set that keeps its order."""

_NOTHING: Objects = {}


class Linked(dict[Term, dict[Term, None]]):
    """What each node is linked to under one predicate, in one direction; nothing for any other node."""

    def __missing__(self, node: Term) -> Objects:
        return _NOTHING


class Facts:
    """What is said of each node, with what the ontology says of classes and of the predicates of claims."""

    def __init__(self, triples: Iterable[Triple], base: str) -> None:
        self._pairs: dict[str, list[tuple[str, Term]]] = {}
        for subject, predicate, object in (*_kinds(base), *triples):
            self._pairs.setdefault(predicate, []).append((subject, object))
        self._objects: dict[str, Linked] = {}
        self._subjects: dict[str, Linked] = {}
        self._members: dict[str, dict[Term, None]] = {}
        above = _above(base)
        for node, class_ in self._pairs.get(TYPE, ()):
            for each in above.get(class_, (class_,)):
                self._members.setdefault(str(each), {})[node] = None

    def objects(self, predicate: str) -> Linked:
        """The objects of each node under a predicate."""
        if predicate not in self._objects:
            found = self._objects[predicate] = Linked()
            for subject, object in self._pairs.get(predicate, ()):
                found.setdefault(subject, {})[object] = None
        return self._objects[predicate]

    def subjects(self, predicate: str) -> Linked:
        """The subjects that have each node as their object under a predicate."""
        if predicate not in self._subjects:
            found = self._subjects[predicate] = Linked()
            for subject, object in self._pairs.get(predicate, ()):
                found.setdefault(object, {})[subject] = None
        return self._subjects[predicate]

    def members(self, class_: str) -> Objects:
        """The nodes of a class or of one below it."""
        return self._members.get(class_, _NOTHING)


@cache
def _kinds(base: str) -> tuple[Triple, ...]:
    """How the values of each predicate of claims compare."""
    terms, values = dram(base), dramv(base)
    return tuple(
        (terms[name], terms.predicateKind, values[str(known.predicate_kind)])
        for name, known in PREDICATES.items()
    )


@cache
def _above(base: str) -> dict[Term, tuple[str, ...]]:
    """Each class with itself and all classes above it."""
    terms = dram(base)
    return {
        terms[name]: (terms[name], *(terms[above] for above in known.superclasses))
        for name, known in CLASSES.items()
    }
