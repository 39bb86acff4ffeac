"""The Turtle files as one thing."""

from __future__ import annotations

import pytest
from rdflib import Graph
from rdflib.compare import isomorphic

from ontology.load import files, ntriples, ontology, rebase, sorted_ntriples, turtle

FILE_COUNT = 14


def test_all_files_are_read() -> None:
    assert len(files()) == FILE_COUNT


def test_each_file_parses_on_its_own() -> None:
    for path in files():
        Graph().parse(data=path.read_text(encoding="utf-8"), format="turtle")


def test_the_published_turtle_and_the_ntriples_hold_the_same() -> None:
    assert isomorphic(Graph().parse(data=ntriples(), format="nt"), ontology())


def test_two_readings_give_the_same_bytes() -> None:
    assert ntriples() == ntriples()


def test_blank_nodes_are_named_by_place_and_content() -> None:
    union = "<urn:{}> <urn:range> [ <urn:of> ( <urn:a> <urn:b> ) ] ."
    one = Graph().parse(data=union.format("p") + union.format("q"), format="turtle")
    other = Graph().parse(data=union.format("q") + union.format("p"), format="turtle")

    assert sorted_ntriples(one) == sorted_ntriples(other)
    assert isomorphic(Graph().parse(data=sorted_ntriples(one), format="nt"), one)


def test_the_base_moves_every_iri_of_ours() -> None:
    moved = turtle("http://localhost:8000/")

    assert "https://w3id.org/dramatis/" not in moved
    assert isomorphic(ontology("http://localhost:8000/"), Graph().parse(data=moved, format="turtle"))


def test_a_base_without_a_slash_is_refused() -> None:
    with pytest.raises(ValueError, match="ends in a slash"):
        rebase("", "http://localhost:8000")
