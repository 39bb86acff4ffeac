"""What HermiT says of the ontology and of data that breaks it."""

from __future__ import annotations

import shutil

import owlready2
import pytest
from rdflib import Graph

from ontology.reason import Consistency, check_consistency

needs_java = pytest.mark.skipif(
    shutil.which("java") is None, reason="HermiT needs Java, and there is no `java` on the path"
)

PREFIXES = """
@prefix : <https://w3id.org/dramatis/id/> .
@prefix dram: <https://w3id.org/dramatis/ontology#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""

SOUND = """
:brigade a dram:Militia , dram:SecurityForce , dram:PoliticalParty ;
    dram:sponsoredBy :land ; dram:strength 400 .
:land a dram:State .
:raid a dram:Siege , dram:Protest ; dram:agent :brigade ; dram:startDate "2031-03-02"^^xsd:date .
:spring a dram:Election .
:result a dram:ElectionResult ; dram:ofElection :spring ; dram:contestant :brigade ; dram:seatsWon 12 .
"""

CONTRADICTIONS = {
    "two seat numbers for one result": ":result a dram:ElectionResult ; dram:seatsWon 12 , 14 .",
    "two results of one contestant in one election with different seats": """
        :spring a dram:Election , owl:NamedIndividual . :list a dram:ElectoralAlliance , owl:NamedIndividual .
        :one a dram:ElectionResult , owl:NamedIndividual ;
            dram:ofElection :spring ; dram:contestant :list ; dram:seatsWon 12 .
        :two a dram:ElectionResult , owl:NamedIndividual ;
            dram:ofElection :spring ; dram:contestant :list ; dram:seatsWon 14 .""",
    "a fact against its negative assertion": """
        :ali a dram:Person ; dram:candidateIn :spring . :spring a dram:Election .
        :not a owl:NegativePropertyAssertion ; owl:sourceIndividual :ali ;
            owl:assertionProperty dram:candidateIn ; owl:targetIndividual :spring .""",
    "a person who is a militia": ":ali a dram:Person , dram:Militia .",
    "a state that is its territory": ":land a dram:State , dram:Country .",
    "a claim that is its proposition": ":c a dram:Claim , dram:Proposition .",
}


def _check(turtle: str) -> Consistency:
    data = Graph().parse(data=PREFIXES + turtle, format="turtle")
    return check_consistency(data.serialize(format="nt", encoding="utf-8"))


@needs_java
def test_the_ontology_is_consistent_and_no_class_is_empty() -> None:
    assert check_consistency() == Consistency(True, (), True, "consistent")


@needs_java
def test_sound_data_is_consistent_with_it() -> None:
    assert _check(SOUND).ok is True


@needs_java
@pytest.mark.parametrize("name", CONTRADICTIONS)
def test_a_contradiction_is_found(name: str) -> None:
    found = _check(CONTRADICTIONS[name])

    assert found.ok is False
    assert found.message.startswith("inconsistent")


@needs_java
def test_a_class_that_nothing_can_belong_to_is_named() -> None:
    found = _check("dram:Mermaid a owl:Class ; rdfs:subClassOf dram:Person , dram:Place .")

    assert found.ok is False
    assert found.unsatisfiable == ("https://w3id.org/dramatis/ontology#Mermaid",)


def test_without_java_it_says_that_nothing_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(owlready2, "JAVA_EXE", "no-such-java")

    found = check_consistency()

    assert (found.ok, found.java_found) == (None, False)
    assert found.message.startswith("not checked")
    assert "install a Java runtime" in found.message
