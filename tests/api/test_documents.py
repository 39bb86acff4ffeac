"""The ontology, its closed lists, the catalog and the files with everything can be had by who knows the address."""

from __future__ import annotations

import gzip
import hashlib
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.app import create_app
from api.service import Settings
from api.view import View
from graph.dumps import DUMPS
from tests.api.conftest import BASE, serving, store

BROWSER = {"Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"}
VOID = "http://rdfs.org/ns/void#"


def test_the_ontology_comes_as_turtle_and_as_a_page(client: httpx.Client) -> None:
    assert "dram:holdsPost" in client.get("/ontology").text
    assert "Holds a post, at some time." in client.get("/ontology", headers=BROWSER).text


def test_the_page_of_the_ontology_tells_all_of_a_term_at_its_own_place(client: httpx.Client) -> None:
    page = client.get("/ontology", headers=BROWSER).text
    entry = page[page.index('<dt id="Militia">') :]

    assert "<h2>Classes</h2>" in page[: page.index(entry)]
    assert '<a href="/ontology#ArmedGroup">ArmedGroup</a>' in entry
    assert '<a href="http://www.w3.org/ns/org#Organization" rel="external">org:Organization</a>' in entry
    assert "for example</span> The Ridge Brigade held the bridge." in entry
    assert "ACLED</span> Inter 3" in entry


def test_a_value_of_a_closed_list_has_its_place_in_a_document_of_its_own(client: httpx.Client) -> None:
    page, turtle = client.get("/vocab", headers=BROWSER).text, client.get("/vocab").text

    assert '<dt id="drone">' in page
    assert "Militia" not in page
    assert "dramv:drone" in turtle
    assert "Militia" not in turtle


def test_the_well_known_place_of_void_leads_to_the_catalog(client: httpx.Client) -> None:
    response = client.get("/.well-known/void")
    found = client.get(response.headers["location"], headers={"Accept": "application/n-triples"})
    triples = list(ox.parse(found.content, format=ox.RdfFormat.N_TRIPLES))

    assert (response.status_code, response.headers["location"]) == (303, "/catalog")
    assert [
        triple.subject.value for triple in triples if triple.predicate.value == f"{VOID}classPartition"
    ] == [f"{BASE}catalog#full"]


def test_the_page_of_the_catalog_counts_and_links(client: httpx.Client) -> None:
    page = client.get("/catalog", headers=BROWSER).text

    assert '<a href="/ontology#Militia">militia</a><td>1' in page
    assert '<a href="/dump/full.nq.gz">full.nq.gz</a>' in page


@pytest.mark.parametrize(
    ("path", "place"),
    [("/graph/accepted", "/catalog"), ("/graph/claims/wire-7", "/id/doc/wire-7")],
)
def test_the_name_of_a_graph_leads_to_what_it_is_of(client: httpx.Client, path: str, place: str) -> None:
    response = client.get(path)

    assert (response.status_code, response.headers["location"]) == (303, place)


@pytest.mark.parametrize("path", ["/graph/none", "/graph/claims/none", "/dump/none", "/dump/..%2Fstore"])
def test_what_is_not_there_is_a_problem(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_the_dumps_hold_everything_and_their_sums_are_right(client: httpx.Client, view: View) -> None:
    sums = dict(reversed(line.split("  ")) for line in client.get("/dump/SHA256SUMS").text.splitlines())
    files = {dump.name: client.get(f"/dump/{dump.name}").content for dump in DUMPS}
    held = ox.Store.read_only(str(view.path))
    accepted = {
        quad.triple
        for quad in held
        if quad.graph_name.value in (f"{BASE}graph/entities", f"{BASE}graph/accepted")
    }

    assert sums == {name: hashlib.sha256(told).hexdigest() for name, told in files.items()}
    told = {name: gzip.decompress(content) for name, content in files.items()}
    assert set(ox.parse(told["full.nq.gz"], format=ox.RdfFormat.N_QUADS)) == set(held)
    assert set(ox.parse(told["full.trig.gz"], format=ox.RdfFormat.TRIG)) == set(held)
    for name, form in (("accepted.nt.gz", ox.RdfFormat.N_TRIPLES), ("accepted.ttl.gz", ox.RdfFormat.TURTLE)):
        assert {quad.triple for quad in ox.parse(told[name], format=form)} == accepted


def test_equal_graphs_give_equal_dumps(client: httpx.Client, view: View, tmp_path: Path) -> None:
    with serving(create_app(View(store(tmp_path / "other"), "digest-2"), Settings(BASE))) as address:
        other = httpx.get(f"{address}/dump/SHA256SUMS", timeout=20)

    assert other.text == client.get("/dump/SHA256SUMS").text


def test_dumps_that_cannot_be_made_are_a_problem_and_can_be_asked_for_again(tmp_path: Path) -> None:
    """A view that vanished under the server: the next answer is told anew, not remembered."""
    folder = store(tmp_path / "store")
    with serving(create_app(View(folder, "digest-3"), Settings(BASE))) as address:
        away = folder.rename(tmp_path / "away")
        refused = httpx.get(f"{address}/dump/SHA256SUMS", timeout=20)
        away.rename(folder)
        answered = httpx.get(f"{address}/dump/SHA256SUMS", timeout=20)

    assert (refused.status_code, refused.json()["type"]) == (500, "/problems/internal-error")
    assert "The dumps could not be written" in refused.json()["detail"]
    assert answered.status_code == 200
