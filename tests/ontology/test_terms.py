"""The constants, and that they say what the Turtle says."""

from __future__ import annotations

import pickle

import pytest
from rdflib import OWL, RDF, Graph, URIRef

from ontology import generate, terms
from ontology.load import ontology


@pytest.fixture(scope="module")
def axioms() -> Graph:
    return ontology()


def test_the_generated_tables_are_those_of_the_turtle_files(axioms: Graph) -> None:
    assert generate.TABLES.read_text(encoding="utf-8") == generate.source(axioms), (
        "run `python -m ontology.generate` and commit ontology/tables.py"
    )


def test_every_name_of_the_namespaces_is_declared_in_the_turtle(axioms: Graph) -> None:
    names = [*terms.CLASSES, *terms.PROPERTIES, *terms.ANNOTATIONS]

    assert [name for name in names if (URIRef(terms.DRAM[name]), RDF.type, None) not in axioms] == []


def test_every_annotation_of_the_turtle_is_among_the_names(axioms: Graph) -> None:
    found = {str(iri) for iri in axioms.subjects(RDF.type, OWL.AnnotationProperty)}
    ours = {iri.removeprefix(terms.DRAM.iri) for iri in found if iri.startswith(terms.DRAM.iri)}

    assert ours == set(terms.ANNOTATIONS)


def test_a_term_is_its_iri() -> None:
    assert terms.DRAM.memberOf == "https://w3id.org/dramatis/ontology#memberOf"
    assert terms.DRAMV["at-least"] == "https://w3id.org/dramatis/vocab#at-least"


def test_a_namespace_moves_with_the_base() -> None:
    assert terms.dram("http://localhost:8000/").Claim == "http://localhost:8000/ontology#Claim"
    assert terms.dramv("http://localhost:8000/").accepted == "http://localhost:8000/vocab#accepted"


def test_a_misspelt_term_fails_at_once_and_tells_where_to_add_it() -> None:
    with pytest.raises(AttributeError, match=r"memberof> is not a term .* ontology/\*\.ttl"):
        _ = terms.DRAM.memberof
    with pytest.raises(KeyError, match="is not a term"):
        _ = terms.DRAMV["nearly"]


def test_a_namespace_can_be_pickled() -> None:
    assert pickle.loads(pickle.dumps(terms.DRAM)).Claim == terms.DRAM.Claim  # noqa: S301  # our own bytes


def test_superclasses_are_all_those_above() -> None:
    assert terms.superclasses("DroneAttack") == ("AerialAttack", "Attack", "ConflictEvent", "Event")
    assert terms.is_a("DroneAttack", "Event")
    assert not terms.is_a("Event", "DroneAttack")
    with pytest.raises(terms.UnknownTermError, match="Zeppelin"):
        terms.is_a("Zeppelin", "Event")


def test_a_property_tells_its_domain_range_kind_and_inverse() -> None:
    member = terms.PROPERTIES["memberOf"]
    target = terms.PROPERTIES["target"]

    assert (member.kind, member.domain, member.range) == ("object", ("Actor",), ("Organization",))
    assert (member.predicate_kind, member.inverse) == ("multi-valued", "hasMember")
    assert terms.PROPERTIES["hasMember"].inverse == "memberOf"
    assert terms.PROPERTIES["leads"].superproperties == ("affiliatedWith", "memberOf")
    assert target.range == ("Actor", "Place")
    assert terms.PROPERTIES["numberKilled"].range == ("xsd:integer",)
    assert terms.PROPERTIES["alliedWith"].symmetric


def test_the_classes_of_events_cover_the_fifteen_roots_of_plover() -> None:
    assert {term.plover for term in terms.CLASSES.values()} - {""} == {
        *("ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE"),
        *("PROTEST", "REJECT", "REQUEST", "SANCTION", "SUPPORT", "THREATEN", "YIELD"),
    }


def test_a_class_without_a_code_has_the_root_of_the_class_above() -> None:
    assert (terms.CLASSES["Meeting"].plover, terms.CLASSES["DroneAttack"].plover) == ("CONSULT", "ASSAULT")
    assert terms.CLASSES["Election"].plover == ""


def test_only_properties_with_a_kind_are_predicates() -> None:
    assert "agent" in terms.PREDICATES
    assert "suspectedAgent" not in terms.PREDICATES
    assert terms.PREDICATES["strength"].predicate_kind == "quantity"


def test_the_outvoted_value_is_called_outweighed() -> None:
    assert terms.VALUES["status"] == ("accepted", "attributed", "contested", "outweighed", "unreviewed")
