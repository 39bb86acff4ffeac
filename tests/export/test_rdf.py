"""Every RDF format holds the same statements, sorted, and other libraries read them."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse
from rdflib import Dataset, Graph

from graph.consensus import assess
from graph.export import FORMATS, WRITERS, Flavour, chosen
from graph.export.rebase import prefixes_of, rebased
from graph.iris import Iris
from graph.quads import quads
from graph.store.canonical import has_blank_node
from graph.store.embedded import EmbeddedStore, in_memory
from tests import factory as make

IRIS = Iris("https://example.org/")
ARTICLE = make.article("Ali Nur leads the “Harbour \\ Front”.\tSo they say.", title="One")
GRAPHS = {"trig": RdfFormat.TRIG, "nq": RdfFormat.N_QUADS, "jsonld": RdfFormat.JSON_LD}


@pytest.fixture(scope="module")
def store() -> EmbeddedStore:
    return filled(IRIS)


def filled(iris: Iris) -> EmbeddedStore:
    people = [make.entity("Ali Nur", "Person", ARTICLE), make.entity("Harbour Front", "Militia", ARTICLE)]
    told = make.claim(
        ARTICLE, "Ali Nur leads the “Harbour \\ Front”.\tSo", "Ali Nur", "leads", "Harbour Front"
    )
    known = make.knowledge([ARTICLE], people, [], [told])
    found = in_memory(base=iris.base)
    found.replace(quads(known, assess(known), iris, version="test-1"))
    return found


def written(store: EmbeddedStore, format: str, flavour: Flavour = "full") -> bytes:
    return WRITERS[format](chosen(store, IRIS, flavour), store.prefixes)


def test_the_formats_are_all_there() -> None:
    assert FORMATS == ("jsonl", "jsonld", "nq", "nt", "trig", "ttl")


@pytest.mark.parametrize("format", WRITERS)
def test_an_export_is_the_same_each_time(format: str, store: EmbeddedStore) -> None:
    again = in_memory(base=IRIS.base)
    again.replace({name: store.quads(name)[::-1] for name in store.names()[::-1]})

    assert written(store, format) == written(again, format)


@pytest.mark.parametrize("format", GRAPHS)
def test_formats_with_named_graphs_give_back_the_store(format: str, store: EmbeddedStore) -> None:
    again = in_memory(base=IRIS.base)
    found: dict[str, list[Quad]] = {}
    for quad in parse(written(store, format), GRAPHS[format]):
        assert isinstance(quad.graph_name, NamedNode)
        found.setdefault(quad.graph_name.value, []).append(quad)
    again.replace(found)

    assert {name: again.digest(name) for name in again.names()} == {
        name: store.digest(name) for name in store.names()
    }


@pytest.mark.parametrize("format", ["ttl", "nt"])
def test_formats_of_one_graph_hold_each_triple_once(format: str, store: EmbeddedStore) -> None:
    triples = {quad.triple for quad in store.quads()}

    assert len(Graph().parse(data=written(store, format), format=format)) == len(triples)


@pytest.mark.parametrize(("format", "name"), [("trig", "trig"), ("nq", "nquads"), ("jsonld", "json-ld")])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own parsers use what it warns of
def test_rdflib_reads_as_many_quads_as_we_write(format: str, name: str, store: EmbeddedStore) -> None:
    data = Dataset()
    data.parse(data=written(store, format), format=name)

    assert len(list(data.quads())) == len(store.quads())


def test_lines_are_sorted(store: EmbeddedStore) -> None:
    lines = written(store, "nt").decode().splitlines()

    assert lines == sorted(lines)


def test_the_accepted_flavour_is_plain_triples_with_labels(store: EmbeddedStore) -> None:
    text = written(store, "ttl", "accepted").decode()

    assert "actor:ali-nur a dram:Person" in text
    assert "dram:leads actor:harbour-front" in text
    assert "dram:Claim" not in text
    assert "owl:Class" not in text


def test_a_graph_moved_to_another_base_is_the_graph_built_with_it(store: EmbeddedStore) -> None:
    """But for blank nodes of the ontology, which are called by what is said of them."""
    other = Iris("http://localhost:8000/kg/")
    told = rebased(store.quads(), IRIS.base, other.base)
    built = filled(other).quads()

    assert [quad for quad in told if not has_blank_node(quad)] == [
        quad for quad in built if not has_blank_node(quad)
    ]
    assert prefixes_of(store.prefixes, IRIS.base, other.base) == filled(other).prefixes
    assert IRIS.base not in "".join(map(str, told))
