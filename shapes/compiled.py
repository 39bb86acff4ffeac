"""The core shapes as functions: they find what pySHACL finds, in a small part of its time.

pySHACL takes a tenth of a second for the data of one article, which was a fifth of the time of a build. The
tests hold both to the same findings. A shape that uses more of SHACL than is known here is refused at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rdflib import SH, Graph
from rdflib.term import Node

from ontology.records import DEFAULT_BASE
from shapes.constraints import Offenders, of_shape
from shapes.facts import Facts, Objects, Term, Triple, Value
from shapes.load import shapes
from shapes.paths import Way, in_words, way
from shapes.violation import SEVERITIES, Severity, Violation, ordered, short


def check(data: Iterable[Triple], *, base: str = DEFAULT_BASE) -> list[Violation]:
    """What breaks the core shapes, the worst first.

    The data must hold the types of all that it refers to; types need not be spelled out upwards.
    """
    facts = Facts(data, base)
    return ordered(found for shape in _compiled(base) for found in shape.broken(facts))


@dataclass(frozen=True, slots=True)
class _Shape:
    """A shape with rules of its own, and what it is about."""

    name: str
    severity: Severity
    message: str
    classes: tuple[str, ...]
    objects_of: tuple[str, ...]
    path: str | None
    way: Way
    constraints: tuple[Offenders, ...]

    def broken(self, facts: Facts) -> Iterator[Violation]:
        """What breaks it."""
        for node in self._targets(facts):
            values = self.way(facts, node)
            for constraint in self.constraints:
                for value in constraint(facts, node, values):
                    yield self._violation(node, value)

    def _targets(self, facts: Facts) -> Iterable[Term]:
        found: dict[Term, None] = {}
        for class_ in self.classes:
            found |= dict.fromkeys(facts.members(class_))
        for predicate in self.objects_of:
            found |= dict.fromkeys(facts.all_objects(predicate))
        return found

    def _violation(self, node: Term, value: Term | None) -> Violation:
        offender = None if value is None or value == node else _text(value)
        return Violation(self.name, self.severity, _text(node), self.path, offender, self.message)


@cache
def _compiled(base: str) -> tuple[_Shape, ...]:
    rules = shapes(base)
    aims: dict[Node, list[Node]] = {}
    for kind in (SH.targetClass, SH.targetObjectsOf):
        for shape in rules.subjects(kind, None):
            aims.setdefault(shape, [])
            for nested in (shape, *rules.objects(shape, SH.property)):
                aims.setdefault(nested, []).append(shape)
    return tuple(_shape(rules, shape, nodes) for shape, nodes in aims.items() if of_shape(rules, shape))


def _shape(rules: Graph, shape: Node, aims: list[Node]) -> _Shape:
    """A shape that is about the targets of these."""
    path = rules.value(shape, SH.path)
    severity = rules.value(shape, SH.severity, default=SH.Violation)
    message = str(rules.value(shape, SH.message))
    return _Shape(
        name=short(str(shape)),
        severity=next(known for known in SEVERITIES if severity == SH[known]),
        message=" ".join(short(word) for word in message.split(" ")),
        classes=tuple(sorted(str(each) for aim in aims for each in rules.objects(aim, SH.targetClass))),
        objects_of=tuple(
            sorted(str(each) for aim in aims for each in rules.objects(aim, SH.targetObjectsOf))
        ),
        path=None if path is None else in_words(rules, path),
        way=_itself if path is None else way(rules, path),
        constraints=tuple(of_shape(rules, shape)),
    )


def _text(term: Term) -> str:
    return term.text if isinstance(term, Value) else term.removeprefix("_:")


def _itself(facts: Facts, node: Term) -> Objects:
    return {node: None}
