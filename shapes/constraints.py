"""What the shapes demand of the values of a path: a function for each constraint of SHACL that they use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import ge, le, lt
from typing import Any

from rdflib import RDF, SH, XSD, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from shapes.facts import Facts, Objects, Term, Value

Offenders = Callable[[Facts, Term, Objects], Iterator[Term | None]]
"""Which values of a node break a constraint; None where it is none of them, but how many there are."""
Holds = Callable[[Facts, Term, Term], bool]
"""Whether a value of a node is as it should be."""
Compare = Callable[[Any, Any], bool]
"""How two numbers, or two days, should stand to each other."""

_WHOLE = re.compile(r"[+-]?[0-9]+")
_WRITTEN = {
    str(XSD.boolean): re.compile(r"true|false|0|1"),
    str(XSD.date): re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])"),
    str(XSD.decimal): re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)"),
    str(XSD.double): re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?"),
    str(XSD.integer): _WHOLE,
    str(XSD.nonNegativeInteger): _WHOLE,
    str(XSD.string): re.compile(r".*", re.DOTALL),
    str(RDF.langString): re.compile(r".*", re.DOTALL),
}
"""How a value of a datatype is written."""


def of_shape(rules: Graph, shape: Node) -> list[Offenders]:
    """The constraints of a shape; whatever it says beside them must be one of the known other things."""
    found = []
    for parameter, value in rules.predicate_objects(shape):
        if parameter in _CONSTRAINTS:
            found.append(_CONSTRAINTS[parameter](rules, value))
        elif parameter not in _OTHER:
            raise NotImplementedError(f"{shape}: no function of shapes/constraints.py knows {parameter}")
    return found


def _each(holds: Holds) -> Offenders:
    return lambda facts, node, values: (value for value in values if not holds(facts, node, value))


# --------------------------------------------------------------------------- how many


def _at_least(_: Graph, least: Node) -> Offenders:
    number = int(str(least))
    return lambda facts, node, values: iter(() if len(values) >= number else (None,))


def _at_most(_: Graph, most: Node) -> Offenders:
    number = int(str(most))
    return lambda facts, node, values: iter(() if len(values) <= number else (None,))


def _one_a_language(_: Graph, wanted: Node) -> Offenders:
    def twice(facts: Facts, node: Term, values: Objects) -> Iterator[None]:
        languages = Counter(each.language for each in values if isinstance(each, Value) and each.language)
        return (None for number in languages.values() if number > 1)

    return twice


# --------------------------------------------------------------------------- what kind of thing


def _of_class(_: Graph, class_: Node) -> Offenders:
    name = str(class_)
    return _each(lambda facts, node, value: value in facts.members(name))


def _not(rules: Graph, shape: Node) -> Offenders:
    inner = of_shape(rules, shape)

    def conforms(facts: Facts, node: Term, value: Term) -> bool:
        return not any(True for each in inner for _ in each(facts, node, {value: None}))

    return _each(lambda facts, node, value: not conforms(facts, node, value))


def _of_kind(_: Graph, kind: Node) -> Offenders:
    if kind == SH.Literal:
        return _each(lambda facts, node, value: isinstance(value, Value))
    if kind == SH.IRI:
        return _each(lambda facts, node, value: isinstance(value, str) and not value.startswith("_:"))
    raise NotImplementedError(f"no function of shapes/constraints.py knows the kind of node {kind}")


def _of_datatype(_: Graph, datatype: Node) -> Offenders:
    name = str(datatype)
    written = _WRITTEN[name]

    def holds(facts: Facts, node: Term, value: Term) -> bool:
        if not isinstance(value, Value) or value.datatype != name or not written.fullmatch(value.text):
            return False
        return name != str(XSD.date) or _comparable(value) is not None

    return _each(holds)


def _having(_: Graph, wanted: Node) -> Offenders:
    one = _plain(wanted)
    return lambda facts, node, values: iter(() if one in values else (None,))


def _one_of(rules: Graph, items: Node) -> Offenders:
    allowed = {str(item) for item in Collection(rules, items) if isinstance(item, URIRef)}
    return _each(lambda facts, node, value: value in allowed)


# --------------------------------------------------------------------------- which value


def _like(_: Graph, pattern: Node) -> Offenders:
    search = re.compile(str(pattern)).search

    def holds(facts: Facts, node: Term, value: Term) -> bool:
        text = value.text if isinstance(value, Value) else value
        return not text.startswith("_:") and search(text) is not None

    return _each(holds)


def _long(_: Graph, least: Node) -> Offenders:
    number = int(str(least))
    return _each(lambda facts, node, value: len(value.text if isinstance(value, Value) else value) >= number)


def _bounded(compare: Compare) -> Callable[[Graph, Node], Offenders]:
    def constraint(_: Graph, bound: Node) -> Offenders:
        assert isinstance(bound, Literal)
        limit = Value(str(bound), str(bound.datatype))
        return _each(lambda facts, node, value: _compared(compare, value, limit))

    return constraint


def _beside(compare: Compare) -> Callable[[Graph, Node], Offenders]:
    def constraint(_: Graph, other: Node) -> Offenders:
        name = str(other)
        return _each(
            lambda facts, node, value: all(
                _compared(compare, value, each) for each in facts.objects(node, name)
            )
        )

    return constraint


def _apart(_: Graph, other: Node) -> Offenders:
    name = str(other)
    return _each(lambda facts, node, value: value not in facts.objects(node, name))


def _compared(compare: Compare, one: Term, other: Term) -> bool:
    """Whether two numbers or two days compare so; nothing else does."""
    left, right = _comparable(one), _comparable(other)
    return type(left) is type(right) and left is not None and compare(left, right)


@lru_cache(maxsize=10_000)
def _comparable(term: Term) -> Decimal | date | None:
    if not isinstance(term, Value) or term.datatype not in _WRITTEN:
        return None
    if not _WRITTEN[term.datatype].fullmatch(term.text):
        return None
    if term.datatype in _NUMBERS:
        return Decimal(term.text)
    try:
        return date.fromisoformat(term.text) if term.datatype == str(XSD.date) else None
    except ValueError:
        return None


def _plain(term: Node) -> Term:
    """A term of the shapes as the facts have it."""
    if not isinstance(term, Literal):
        return str(term)
    return Value(str(term), str(term.datatype or XSD.string), term.language)


_NUMBERS = frozenset(map(str, (XSD.decimal, XSD.double, XSD.integer, XSD.nonNegativeInteger)))

_CONSTRAINTS: dict[Node, Callable[[Graph, Node], Offenders]] = {
    SH.minCount: _at_least,
    SH.maxCount: _at_most,
    SH.uniqueLang: _one_a_language,
    SH["class"]: _of_class,
    SH["not"]: _not,
    SH.nodeKind: _of_kind,
    SH.datatype: _of_datatype,
    SH["in"]: _one_of,
    SH.hasValue: _having,
    SH.pattern: _like,
    SH.minLength: _long,
    SH.minInclusive: _bounded(ge),
    SH.maxInclusive: _bounded(le),
    SH.lessThan: _beside(lt),
    SH.lessThanOrEquals: _beside(le),
    SH.disjoint: _apart,
}
_OTHER = frozenset(
    {RDF.type, SH.path, SH.property, SH.message, SH.severity}
    | {SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf}
)
