"""The lint questions: nothing on our ontology, something on one that is broken in just that way."""

from __future__ import annotations

import pytest
from rdflib import Graph

from ontology.lint import ask, checks, lint
from ontology.load import ontology

PREFIXES = """
@prefix dram: <https://w3id.org/dramatis/ontology#> .
@prefix dramv: <https://w3id.org/dramatis/vocab#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

BREAKAGES = {
    "class-without-superclass": "dram:Zeppelin a owl:Class .",
    "inverse-does-not-fit": "dram:memberOf owl:inverseOf dram:heldBy .",
    "non-simple-property-restricted": "dram:affiliatedWith a owl:FunctionalProperty .",
    "predicate-kind-outside-scheme": "dram:memberOf dram:predicateKind dramv:accepted .",
    "property-with-two-domains": "dram:leads rdfs:domain dram:Organization .",
    "property-without-domain": "dram:likes a owl:ObjectProperty .",
    "property-without-range": "dram:likes a owl:ObjectProperty .",
    "quantity-without-integer": "dram:weight a owl:DatatypeProperty ; dram:predicateKind dramv:quantity .",
    "range-not-in-owl": "dram:startDate rdfs:range xsd:date .",
    "term-of-two-kinds": "dram:memberOf a owl:NamedIndividual .",
    "term-with-two-labels": 'dram:memberOf rdfs:label "belongs to"@en .',
    "term-without-definition": "dram:Zeppelin a owl:Class .",
    "term-without-home": "dram:Zeppelin a owl:Class .",
    "term-without-label": "dram:Zeppelin a owl:Class .",
    "two-terms-with-one-label": 'dram:Zeppelin rdfs:label "militia"@en .',
    "undeclared-term": "dram:memberOf rdfs:seeAlso dram:Zeppelin .",
    "value-without-scheme": "dramv:perhaps a owl:NamedIndividual , dram:Modality .",
}


@pytest.fixture(scope="module")
def axioms() -> Graph:
    return ontology()


def test_every_question_has_a_breakage() -> None:
    assert sorted(BREAKAGES) == [path.stem for path in checks()]


def test_our_ontology_gives_no_answer(axioms: Graph) -> None:
    assert lint(axioms) == []


@pytest.mark.parametrize("name", sorted(BREAKAGES))
def test_a_broken_ontology_gives_an_answer(name: str, axioms: Graph) -> None:
    path = next(path for path in checks() if path.stem == name)
    broken = axioms + Graph().parse(data=PREFIXES + BREAKAGES[name], format="turtle")

    findings = ask(path, broken)

    assert findings
    assert findings[0].question.endswith("?")


@pytest.mark.parametrize(
    "restriction",
    [
        "dram:locatedIn a owl:AsymmetricProperty .",
        "dram:memberOf owl:propertyDisjointWith dram:rivalOf .",
        '[] owl:onProperty dram:hasSubEvent ; owl:maxCardinality "1" .',
    ],
)
def test_every_kind_of_restriction_on_a_property_with_a_chain_is_found(
    restriction: str, axioms: Graph
) -> None:
    path = next(path for path in checks() if path.stem == "non-simple-property-restricted")

    assert ask(path, axioms + Graph().parse(data=PREFIXES + restriction, format="turtle"))
