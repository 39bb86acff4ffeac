"""What the shapes demand of the values of a path: a function for each constraint of SHACL that they use."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import ge, le, lt
from typing import Any

from rdflib import RDF, SH, XSD, Graph, Literal
from rdflib.collection import Collection
from rdflib.term import Node

from shapes.facts import Facts, Objects, Term, Value

Offenders = Callable[[Term, Objects], Iterable[Term | None]]
"""Which values of a node break a constraint; None where it is none of them, but how many there are."""
Constraint = Callable[[Facts], Offenders]
"""The same among any facts: what can be looked up once is looked up here."""
Holds = Callable[[Term], bool]
"""Whether a value is as it should be."""
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


_NONE: tuple[Term | None, ...] = ()
_TOGETHER: tuple[Term | None, ...] = (None,)


def of_shape(rules: Graph, shape: Node) -> list[Constraint]:
    """The constraints of a shape; whatever it says beside them must be one of the known other things."""
    found = []
    for parameter, value in rules.predicate_objects(shape):
        if parameter in _CONSTRAINTS:
            found.append(_CONSTRAINTS[parameter](rules, value))
        elif parameter not in _OTHER:
            raise NotImplementedError(f"{shape}: no function of shapes/constraints.py knows {parameter}")
    return found


def _each(holds: Holds) -> Constraint:
    """That every value by itself is so, whatever the facts."""
    offenders = _failing(holds)
    return lambda facts: offenders


def _failing(holds: Holds) -> Offenders:
    def offenders(node: Term, values: Objects) -> Iterable[Term | None]:
        # Nearly all values hold, and for them no list is made.
        for value in values:
            if not holds(value):
                return [each for each in values if not holds(each)]
        return _NONE

    return offenders


def _all_together(holds: Callable[[Objects], bool]) -> Constraint:
    """That the values together are so, whatever the facts."""

    def offenders(node: Term, values: Objects) -> Iterable[Term | None]:
        return _NONE if holds(values) else _TOGETHER

    return lambda facts: offenders


# --------------------------------------------------------------------------- how many


def _at_least(_: Graph, least: Node) -> Constraint:
    number = int(str(least))
    return _all_together(lambda values: len(values) >= number)


def _at_most(_: Graph, most: Node) -> Constraint:
    number = int(str(most))
    return _all_together(lambda values: len(values) <= number)


def _one_a_language(_: Graph, wanted: Node) -> Constraint:
    def twice(node: Term, values: Objects) -> Iterable[None]:
        if len(values) < 2:
            return ()
        languages = Counter(each.language for each in values if isinstance(each, Value) and each.language)
        return [None for number in languages.values() if number > 1]

    return lambda facts: twice


# --------------------------------------------------------------------------- what kind of thing


def _of_class(_: Graph, class_: Node) -> Constraint:
    name = str(class_)
    return lambda facts: _failing(facts.members(name).__contains__)


def _not(rules: Graph, shape: Node) -> Constraint:
    inner = of_shape(rules, shape)

    def constraint(facts: Facts) -> Offenders:
        all_offenders = [each(facts) for each in inner]

        def breaks(value: Term) -> bool:
            alone = {value: None}
            return any(True for offenders in all_offenders for _ in offenders(value, alone))

        return _failing(breaks)

    return constraint


def _of_kind(_: Graph, kind: Node) -> Constraint:
    if kind == SH.Literal:
        return _each(lambda value: isinstance(value, Value))
    if kind == SH.IRI:
        return _each(lambda value: isinstance(value, str) and not value.startswith("_:"))
    raise NotImplementedError(f"no function of shapes/constraints.py knows the kind of node {kind}")


def _of_datatype(_: Graph, datatype: Node) -> Constraint:
    name = str(datatype)
    written, dated = _WRITTEN[name].fullmatch, name == str(XSD.date)

    def holds(value: Term) -> bool:
        if not isinstance(value, Value) or value.datatype != name or not written(value.text):
            return False
        return not dated or _comparable(value) is not None

    return _each(holds)


def _having(_: Graph, wanted: Node) -> Constraint:
    one = _plain(wanted)
    return _all_together(lambda values: one in values)


def _one_of(rules: Graph, items: Node) -> Constraint:
    allowed = {_plain(item) for item in Collection(rules, items)}
    return _each(allowed.__contains__)


# --------------------------------------------------------------------------- which value


def _like(_: Graph, pattern: Node) -> Constraint:
    search = re.compile(str(pattern)).search

    def holds(value: Term) -> bool:
        text = value.text if isinstance(value, Value) else value
        return not text.startswith("_:") and search(text) is not None

    return _each(holds)


def _long(_: Graph, least: Node) -> Constraint:
    number = int(str(least))
    return _each(lambda value: len(value.text if isinstance(value, Value) else value) >= number)


def _bounded(compare: Compare) -> Callable[[Graph, Node], Constraint]:
    def constraint(_: Graph, bound: Node) -> Constraint:
        assert isinstance(bound, Literal)
        limit = Value(str(bound), str(bound.datatype))
        return _each(lambda value: _compared(compare, value, limit))

    return constraint


def _beside(compare: Compare) -> Callable[[Graph, Node], Constraint]:
    """That every value compares so with what the node has under another predicate."""
    return lambda _, other: _next_to(other, lambda value, each: _compared(compare, value, each))


def _apart(_: Graph, other: Node) -> Constraint:
    return _next_to(other, lambda value, each: value != each)


def _next_to(other: Node, fit: Callable[[Term, Term], bool]) -> Constraint:
    name = str(other)

    def constraint(facts: Facts) -> Offenders:
        beside = facts.objects(name)

        def offenders(node: Term, values: Objects) -> Iterable[Term]:
            there = beside[node]
            return [value for value in values if not all(fit(value, each) for each in there)] if there else ()

        return offenders

    return constraint


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

_CONSTRAINTS: dict[Node, Callable[[Graph, Node], Constraint]] = {
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
