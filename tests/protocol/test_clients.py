"""Programs that people use put queries to our endpoint and get answers: curl, rdflib, SPARQLWrapper, another endpoint."""

from __future__ import annotations

import shutil
import subprocess
from urllib.parse import urlencode

import httpx
import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.protocol.clauses import CONSTRUCT, CSV, JSON, SAID
from tests.protocol.conftest import Endpoint

SparqlWrapper = pytest.importorskip("SPARQLWrapper")

EVERY = ["blank", "one", "true", "two"]


@pytest.mark.parametrize(
    "words",
    [
        ("--get", "--data-urlencode", f"query={SAID}"),
        ("--data-urlencode", f"query={SAID}"),
        ("--data-binary", SAID, "--header", "Content-Type: application/sparql-query"),
    ],
)
def test_curl_asks_in_each_way(words: tuple[str, ...], ours: Endpoint) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [
        curl,
        "--silent",
        "--show-error",
        "--fail",
        "--noproxy",
        "*",
        "--header",
        f"Accept: {CSV}",
        *words,
        ours.url,
    ]

    said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout

    assert sorted(said.split()[1:]) == EVERY


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_has_our_endpoint_as_a_store(method: str, ours: Endpoint) -> None:
    graph = rdflib.Graph(SPARQLStore(ours.url, method=method))

    assert sorted(str(row[0]) for row in graph.query(SAID)) == EVERY  # type: ignore[index]  # rows of a SELECT
    assert bool(graph.query("ASK { ?s <http://example.org/n> 7 }"))
    assert set(
        graph.objects(rdflib.URIRef("http://example.org/b"), rdflib.URIRef("http://example.org/n"))
    ) == {rdflib.Literal(7)}


@pytest.mark.parametrize("form", ["json", "xml"])
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("way", ["urlencoded", "postdirectly"])
def test_sparqlwrapper_reads_our_tables(form: str, method: str, way: str, ours: Endpoint) -> None:
    wrapper = SparqlWrapper.SPARQLWrapper(ours.url, returnFormat=form)
    wrapper.setMethod(method)
    wrapper.setRequestMethod(way)
    wrapper.setQuery(SAID)

    answer = wrapper.query()

    if form == "json":
        said = [row["o"]["value"] for row in answer.convert()["results"]["bindings"]]
    else:
        said = [cell.firstChild.data for cell in answer.convert().getElementsByTagName("literal")]
    answer.response.close()
    assert sorted(said) == EVERY


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("form", ["turtle", "xml", "rdf+xml", "json-ld"])
def test_sparqlwrapper_reads_our_graphs(form: str, ours: Endpoint) -> None:
    wrapper = SparqlWrapper.SPARQLWrapper(ours.url, returnFormat=form)
    wrapper.setQuery(CONSTRUCT)

    answer = wrapper.query()
    told = answer.convert()
    answer.response.close()

    assert len(told if isinstance(told, rdflib.Graph) else rdflib.Graph().parse(data=told)) == 1


def test_sparqlwrapper_reads_our_csv(ours: Endpoint) -> None:
    wrapper = SparqlWrapper.SPARQLWrapper(ours.url, returnFormat="csv")
    wrapper.setQuery(SAID)

    answer = wrapper.query()
    told = answer.convert()
    answer.response.close()

    assert sorted(told.decode().split()[1:]) == EVERY


@pytest.mark.parametrize(
    ("formats", "status"),
    [(["tsv", "text/tab-separated-values"], 200), (["csv", "json"], 400), (["docx"], 422)],
)
def test_a_format_may_be_said_in_two_ways(formats: list[str], status: int, ours: Endpoint) -> None:
    response = ours("GET", urlencode({"query": SAID, "format": formats}, doseq=True))

    assert response.status_code == status


def test_another_endpoint_calls_ours_with_service(ours: Endpoint, theirs: Endpoint) -> None:
    query = (
        f"SELECT ?g ?n {{ SERVICE <{ours.url}> {{ GRAPH ?g {{ ?s <http://example.org/n> ?n }} }} ?s ?p ?n }}"
    )
    query = query.replace("?s ?p ?n }", "GRAPH ?there { ?x <http://example.org/n> ?n } }")

    response = httpx.post(
        theirs.url, content=urlencode({"query": query}), timeout=60, trust_env=False,
        headers={"Accept": JSON, "Content-Type": "application/x-www-form-urlencoded"},
    )  # fmt: skip

    assert [row["n"]["value"] for row in response.raise_for_status().json()["results"]["bindings"]] == ["7"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/sparql", "/data/actor/a.ttl", "/id/actor/a", "/ontology", "/"])
@pytest.mark.parametrize(
    "media", ["text/turtle", "application/ld+json", "application/rdf+xml", "application/n-quads"]
)
def test_nobody_can_send_rdf(method: str, path: str, media: str, ours: Endpoint) -> None:
    address = ours.url.removesuffix("/sparql") + path
    body = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'

    assert ours.client.request(
        method, address, content=body, headers={"Content-Type": media}
    ).status_code in (404, 405, 415)
