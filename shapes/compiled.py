"""The core shapes as functions: they find what pySHACL finds, in a small part of its time.

pySHACL takes a tenth of a second for the data of one article, which was a fifth of the time of a build. The
tests hold both to the same findings. A shape that uses more of SHACL than is known here is refused at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from rdflib import SH, Graph
from rdflib.term import Node

from ontology.records import DEFAULT_BASE
from shapes.constraints import Constraint, of_shape
from shapes.facts import Facts, Term, Triple, Value
from shapes.load import shapes
from shapes.paths import Reach, Way, in_words, way
from shapes.violation import SEVERITIES, Severity, Violation, ordered, short


def check(data: Iterable[Triple], *, base: str = DEFAULT_BASE) -> list[Violation]:
    """What breaks the core shapes, the worst first.

    The data must hold the types of all that it refers to; types need not be spelled out upwards.
    """
    facts = Facts(data, base)
    return ordered(found for shape in _compiled(base) for found in shape.broken(facts))


Aim = tuple[Callable[[Facts, str], Iterable[Term]], str]
"""How the nodes that a shape is about are found, and by which class or predicate."""

_AIMS: Mapping[Node, Callable[[Facts, str], Iterable[Term]]] = {
    SH.targetClass: Facts.members,
    SH.targetObjectsOf: Facts.subjects,
    SH.targetSubjectsOf: Facts.objects,
}


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape with rules of its own, and what it is about."""

    name: str
    severity: Severity
    message: str
    aims: tuple[Aim, ...]
    path: str | None
    way: Way
    constraints: tuple[Constraint, ...]

    def broken(self, facts: Facts) -> Iterator[Violation]:
        """What breaks it."""
        reach = self.way(facts)
        constraints = [constraint(facts) for constraint in self.constraints]
        for node in self._targets(facts):
            values = reach(node)
            for offenders in constraints:
                for value in offenders(node, values):
                    yield self._violation(node, value)

    def _targets(self, facts: Facts) -> Iterable[Term]:
        found = [find(facts, iri) for find, iri in self.aims]
        return found[0] if len(found) == 1 else dict.fromkeys(chain.from_iterable(found))

    def _violation(self, node: Term, value: Term | None) -> Violation:
        offender = None if value is None or value == node else _text(value)
        return Violation(self.name, self.severity, _text(node), self.path, offender, self.message)


@cache
def _compiled(base: str) -> tuple[_Shape, ...]:
    rules = shapes(base)
    aims: dict[Node, list[Aim]] = {}
    for shape, parameter, of in sorted(rules):
        if parameter in _AIMS:
            for each in (shape, *rules.objects(shape, SH.property)):
                aims.setdefault(each, []).append((_AIMS[parameter], str(of)))
        elif str(parameter).startswith(f"{SH}target"):
            raise NotImplementedError(f"{shape}: {__name__} knows no {parameter}")
    return tuple(
        _shape(rules, shape, tuple(found)) for shape, found in aims.items() if of_shape(rules, shape)
    )


def _shape(rules: Graph, shape: Node, aims: tuple[Aim, ...]) -> _Shape:
    """A shape that is about the nodes found so."""
    path = rules.value(shape, SH.path)
    severity = rules.value(shape, SH.severity, default=SH.Violation)
    message = str(rules.value(shape, SH.message))
    return _Shape(
        name=short(str(shape)),
        severity=next(known for known in SEVERITIES if severity == SH[known]),
        message=" ".join(short(word) for word in message.split(" ")),
        aims=aims,
        path=None if path is None else in_words(rules, path),
        way=_itself if path is None else way(rules, path),
        constraints=tuple(of_shape(rules, shape)),
    )


def _text(term: Term) -> str:
    return term.text if isinstance(term, Value) else term.removeprefix("_:")


def _itself(facts: Facts) -> Reach:
    return lambda node: {node: None}
