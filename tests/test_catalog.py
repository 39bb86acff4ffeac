"""The catalog of a graph counts what is there, and says where to get it."""

from __future__ import annotations

from collections import Counter

import pytest
from pyoxigraph import NamedNode, Quad

from graph.iris import WELL_KNOWN
from tests.test_quads import IRIS, known, written

CATALOG = IRIS.named_graph("catalog")
DCAT, VOID = WELL_KNOWN["dcat"], WELL_KNOWN["void"]
TYPE = WELL_KNOWN["rdf"] + "type"


@pytest.fixture(scope="module")
def graphs() -> dict[str, set[Quad]]:
    return written(known())


def said(graphs: dict[str, set[Quad]], subject: str, predicate: str) -> list[str]:
    """The objects of a property in the catalog."""
    node = NamedNode(subject)
    found = (quad for quad in graphs[CATALOG] if quad.subject == node and quad.predicate.value == predicate)
    return sorted(quad.object.value for quad in found)


def partitions(graphs: dict[str, set[Quad]], dataset: str, kind: str, number: str) -> dict[str, int]:
    parts = said(graphs, dataset, f"{VOID}{kind}Partition")
    pairs = ((said(graphs, part, VOID + kind), said(graphs, part, VOID + number)) for part in parts)
    return {term: int(count) for [term], [count] in pairs}


@pytest.mark.parametrize("flavour", ["full", "accepted"])
def test_every_number_is_that_of_the_graphs(graphs: dict[str, set[Quad]], flavour: str) -> None:
    dataset = f"{IRIS.base}catalog#{flavour}"
    names = (
        {CATALOG} ^ graphs.keys()
        if flavour == "full"
        else {IRIS.named_graph("entities"), IRIS.named_graph("accepted")}
    )
    held = [quad for name in names for quad in graphs[name]]
    classes = Counter(quad.object.value for quad in held if quad.predicate.value == TYPE)
    properties = Counter(quad.predicate.value for quad in held)

    assert said(graphs, dataset, f"{VOID}triples") == [str(len(held))]
    assert said(graphs, dataset, f"{VOID}classes") == [str(len(classes))]
    assert partitions(graphs, dataset, "class", "entities") == classes
    assert partitions(graphs, dataset, "property", "triples") == properties


def test_a_dataset_covers_the_days_of_its_articles(graphs: dict[str, set[Quad]]) -> None:
    period = f"{IRIS.base}catalog#full-period"

    assert said(graphs, f"{IRIS.base}catalog#full", WELL_KNOWN["dcterms"] + "temporal") == [period]
    assert said(graphs, period, DCAT + "startDate") == ["2021-05-08"]
    assert said(graphs, period, DCAT + "endDate") == ["2021-05-08"]


def test_each_file_has_a_distribution_with_its_media_type(graphs: dict[str, set[Quad]]) -> None:
    files = said(graphs, f"{IRIS.base}catalog#accepted", VOID + "dataDump")
    nodes = said(graphs, f"{IRIS.base}catalog#accepted", DCAT + "distribution")

    assert files == [f"{IRIS.base}dump/accepted.nt.gz", f"{IRIS.base}dump/accepted.ttl.gz"]
    assert [said(graphs, node, DCAT + "downloadURL") for node in nodes] == [[file] for file in files]
    assert said(graphs, nodes[1], DCAT + "mediaType") == [
        "https://www.iana.org/assignments/media-types/text/turtle"
    ]
