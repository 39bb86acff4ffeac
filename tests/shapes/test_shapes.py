"""The good graph breaks no shape, and every shape catches what breaks it."""

from __future__ import annotations

from functools import cache

import pyshacl
import pytest
from rdflib import RDF, SH, Graph, Namespace, URIRef

from ontology.load import rebase
from ontology.records import DEFAULT_BASE
from ontology.terms import DRAM, DRAMV, PREDICATES
from shapes.checks import checks, run
from shapes.load import files, shapes
from shapes.validate import validate
from shapes.violation import Violation, short
from tests.shapes.fixtures import Breakage, breakages, by_rdflib, good, stored, typed

BREAKAGES = tuple(breakages())
CHECKS = {check.name: check for check in checks()}
CORE_FILES = 10
CHECK_FILES = 34
CHECK_FILES = 34
DRAMS = Namespace(f"{DEFAULT_BASE}shapes#")
OWN_RULES = {SH.nodeKind, SH.pattern, SH["not"]}


def _reported(rules: Graph) -> set[str]:
    """The shapes that a result can name: all property shapes, and node shapes with rules of their own."""
    named = set(rules.subjects(RDF.type, SH.PropertyShape))
    named |= {
        shape for shape in rules.subjects(RDF.type, SH.NodeShape) if set(rules.predicates(shape)) & OWN_RULES
    }
    return {short(str(shape)) for shape in named}


def _found(breakage: Breakage) -> list[Violation]:
    """What the broken graph has and the good graph has not, by the way that the shape is run."""
    if breakage.shape in CHECKS:
        found = run([CHECKS[breakage.shape]], by_rdflib(stored(breakage.apply())))
        return [violation for violation in found if violation not in _of_the_good_graph()]
    return validate(breakage.apply())


@cache
def _of_the_good_graph() -> tuple[Violation, ...]:
    return tuple(run(checks(), by_rdflib(stored(good()))))


def test_all_files_are_read() -> None:
    assert (len(files()), len(CHECKS)) == (CORE_FILES, CHECK_FILES)


def test_the_good_graph_breaks_nothing() -> None:
    assert validate(good()) == []


def test_the_good_graph_passes_the_dataset_checks() -> None:
    assert {violation.severity for violation in _of_the_good_graph()} == {"Info"}


@pytest.mark.parametrize("breakage", BREAKAGES, ids=lambda breakage: breakage.shape)
def test_a_breakage_is_caught_by_the_shape_that_it_names(breakage: Breakage) -> None:
    caught = {(violation.shape, violation.severity) for violation in _found(breakage)}

    assert (breakage.shape, breakage.severity) in caught


def test_every_shape_and_every_check_has_a_breakage() -> None:
    assert _reported(shapes()) | set(CHECKS) == {breakage.shape for breakage in BREAKAGES}


def test_every_shape_has_an_iri_and_a_message() -> None:
    rules = shapes()
    found = {s for kind in (SH.NodeShape, SH.PropertyShape) for s in rules.subjects(RDF.type, kind)}
    used = {o for p in (SH.property, SH["not"], SH.node) for o in rules.objects(None, p)}

    assert used <= found
    for shape in found:
        assert isinstance(shape, URIRef)
        assert str(rules.value(shape, SH.message)).endswith("."), shape


def test_every_property_shape_is_used_by_a_node_shape() -> None:
    rules = shapes()
    used = set(rules.objects(None, SH.property))

    assert set(rules.subjects(RDF.type, SH.PropertyShape)) == used


def test_a_violation_names_focus_path_value_and_message() -> None:
    broken = next(b for b in BREAKAGES if b.shape == "ClaimHasClaimant" and "east-gate" in b.update)

    (found,) = validate(broken.apply())

    assert found == Violation(
        shape="ClaimHasClaimant",
        severity="Violation",
        focus=f"{DEFAULT_BASE}id/claim/a-3",
        path="claimant",
        value=f"{DEFAULT_BASE}id/place/east-gate",
        message="A claim has at least one claimant, and claimants are actors.",
    )


def test_a_path_through_two_properties_is_written_as_in_sparql() -> None:
    broken = [b for b in BREAKAGES if b.shape in {"PropositionPredicateIsKnown", "QuoteIsUsed"}]
    paths = {violation.shape: violation.path for b in broken for violation in validate(b.apply())}

    assert paths["PropositionPredicateIsKnown"] == "predicate/predicateKind"
    assert paths["QuoteIsUsed"] == "^evidence|^cue|^timeEvidence|denotes|dependsOn|^dependsOn"


def test_the_shapes_move_with_the_base() -> None:
    base = "http://localhost:8000/"
    moved = Graph().parse(data=rebase(good().serialize(format="nt"), base), format="nt")
    assert validate(moved, base=base) == []

    moved.remove((URIRef(f"{base}id/claim/a-3"), URIRef(f"{base}ontology#polarity"), None))
    assert [violation.shape for violation in validate(moved, base=base)] == ["ClaimHasOnePolarity"]


def test_validating_leaves_the_data_as_it_was() -> None:
    data = good()

    validate(data)

    assert set(data) == set(good())


def test_subclasses_count_without_being_spelled_out() -> None:
    data = good()
    data.remove((URIRef(f"{DEFAULT_BASE}id/actor/daily-lantern"), RDF.type, None))

    assert {violation.shape for violation in validate(data)} == {
        "AttributionHasOneSource",
        "ClaimHasClaimant",
        "DocumentPublisherIsActor",
    }


def test_flattened_shapes_give_the_results_of_the_shapes_as_written() -> None:
    data = good()
    for breakage in BREAKAGES:
        if breakage.shape not in CHECKS:
            breakage.apply(data)
    kinds = Graph()
    for name in PREDICATES:
        kinds.add((URIRef(DRAM[name]), URIRef(DRAM.predicateKind), URIRef(DRAMV["quantity"])))
    _, report, _ = pyshacl.validate(typed(data) + kinds, shacl_graph=shapes())
    assert isinstance(report, Graph)

    as_written = {
        (short(str(report.value(result, SH.sourceShape))), str(report.value(result, SH.focusNode)))
        for result in report.subjects(RDF.type, SH.ValidationResult)
    }

    assert len({shape for shape, _ in as_written}) > 50
    assert {(violation.shape, violation.focus) for violation in validate(data)} == as_written
