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


class Facts:
    """What is said of each node, with what the ontology says of classes and of the predicates of claims."""

    def __init__(self, triples: Iterable[Triple], base: str) -> None:
        self._said: dict[str, dict[str, dict[Term, None]]] = {}
        self._pairs: dict[str, list[tuple[str, Term]]] = {}
        for subject, predicate, object in (*_kinds(base), *triples):
            self._said.setdefault(subject, {}).setdefault(predicate, {})[object] = None
            self._pairs.setdefault(predicate, []).append((subject, object))
        self._of: dict[str, dict[Term, dict[Term, None]]] = {}
        self._members: dict[str, dict[Term, None]] = {}
        above = _above(base)
        for node, class_ in self._pairs.get(TYPE, ()):
            for each in above.get(class_, (class_,)):
                self._members.setdefault(str(each), {})[node] = None

    def objects(self, node: Term, predicate: str) -> Objects:
        """The objects of a node under a predicate."""
        said = self._said.get(node) if isinstance(node, str) else None
        return _NOTHING if said is None else said.get(predicate, _NOTHING)

    def subjects(self, node: Term, predicate: str) -> Objects:
        """The subjects that have a node as their object under a predicate."""
        return self._by_object(predicate).get(node, _NOTHING)

    def all_objects(self, predicate: str) -> Iterable[Term]:
        """All that is an object under a predicate."""
        return self._by_object(predicate)

    def all_subjects(self, predicate: str) -> Iterable[Term]:
        """All that is a subject of a predicate."""
        return dict.fromkeys(subject for subject, _ in self._pairs.get(predicate, ()))

    def members(self, class_: str) -> Objects:
        """The nodes of a class or of one below it."""
        return self._members.get(class_, _NOTHING)

    def _by_object(self, predicate: str) -> dict[Term, dict[Term, None]]:
        if predicate not in self._of:
            found = self._of[predicate] = {}
            for subject, object in self._pairs.get(predicate, ()):
                found.setdefault(object, {})[subject] = None
        return self._of[predicate]


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
