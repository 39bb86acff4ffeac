"""The compiled shapes find what pySHACL finds."""

from __future__ import annotations

import random

import pytest
from rdflib import SH, XSD, BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from ontology.load import rebase
from ontology.records import DEFAULT_BASE
from shapes import constraints
from shapes.checks import checks
from shapes.compiled import check
from shapes.facts import Facts, Value
from shapes.load import shapes
from shapes.validate import validate
from shapes.violation import short
from tests.shapes.fixtures import Breakage, breakages, good, plain

CHECKS = {each.name for each in checks()}
OF_SHAPES = [each for each in breakages() if each.shape not in CHECKS]
COMPARING = {short(str(shape)) for shape in shapes().subjects(SH.lessThanOrEquals)}
"""What is of two datatypes cannot be compared, says SHACL; rdflib puts a year and a day in order all the same."""
ODD = [
    Literal("x"),
    Literal("x", lang="en"),
    Literal("y", lang="en"),
    Literal("2031-03-01", datatype=XSD.date),
    Literal("2031-03-09", datatype=XSD.date),
    Literal(-1),
    Literal("0.2", datatype=XSD.decimal),
    Literal("7.5", datatype=XSD.decimal),
    Literal(True),
    URIRef("urn:x"),
    BNode("nobody"),
]


def test_the_good_graph_breaks_nothing() -> None:
    assert check(plain(good())) == []


@pytest.mark.parametrize("breakage", OF_SHAPES, ids=lambda breakage: breakage.shape)
def test_both_find_the_same_in_a_broken_graph(breakage: Breakage) -> None:
    broken = breakage.apply()

    found, expected = check(plain(broken)), validate(broken)

    assert set(expected) <= set(found)
    assert {each.shape for each in set(found) - set(expected)} <= COMPARING
    assert breakage.shape in {each.shape for each in found}


@pytest.mark.parametrize("seed", range(12))
def test_both_find_the_same_in_a_graph_broken_by_chance(seed: int) -> None:
    broken = _broken(random.Random(seed))  # noqa: S311

    assert check(plain(broken)) == validate(broken)


def _broken(chance: random.Random) -> Graph:
    """The good graph with some of its triples left out, given other objects, or made up."""
    data = good()
    triples = sorted(data)
    objects: list[Node] = [*ODD, *(triple[2] for triple in triples)]
    for subject, predicate, object in chance.sample(triples, 12):
        if chance.random() < 0.7:
            data.remove((subject, predicate, object))
        if chance.random() < 0.7:
            data.add((subject, predicate, chance.choice(objects)))
        if chance.random() < 0.2:
            data.add((subject, chance.choice(triples)[1], chance.choice(objects)))
    return data


def test_the_shapes_move_with_the_base() -> None:
    base = "http://localhost:8000/"
    moved = Graph().parse(data=rebase(good().serialize(format="nt"), base), format="nt")
    assert check(plain(moved), base=base) == []

    moved.remove((URIRef(f"{base}id/claim/a-3"), URIRef(f"{base}ontology#polarity"), None))
    assert [each.shape for each in check(plain(moved), base=base)] == ["ClaimHasOnePolarity"]


def test_what_no_function_knows_is_refused_at_once() -> None:
    odd = URIRef("urn:shape")
    rules = Graph().add((odd, SH.maxLength, Literal(3)))

    with pytest.raises(NotImplementedError, match="maxLength"):
        constraints.of_shape(rules, odd)


def test_literals_may_be_listed_too() -> None:
    shape, listed = URIRef("urn:shape"), BNode()
    rules = Graph().add((shape, SH["in"], listed))
    Collection(rules, listed, [Literal(True), URIRef("urn:x")])
    yes, no = Value("true", str(XSD.boolean)), Value("false", str(XSD.boolean))

    [constraint] = constraints.of_shape(rules, shape)
    offenders = constraint(Facts([], DEFAULT_BASE))

    assert list(offenders("urn:node", {yes: None, "urn:x": None})) == []
    assert list(offenders("urn:node", {no: None, "true": None})) == [no, "true"]
