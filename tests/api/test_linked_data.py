"""An IRI of ours leads to a page or to data, and the pages are safe to look at."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import httpx
import pyoxigraph as ox
import pytest

from api.pages.html import fill, link, text
from api.store import Reader
from tests.api.conftest import BASE

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ACTOR = BASE + "id/actor/tariq-al-nur"

SEE_OTHER = [
    (None, "/data/actor/tariq-al-nur.ttl"),
    ("*/*", "/data/actor/tariq-al-nur.ttl"),
    (BROWSER, "/page/actor/tariq-al-nur"),
    ("application/ld+json", "/data/actor/tariq-al-nur.jsonld"),
    ("application/json", "/data/actor/tariq-al-nur.jsonld"),
    ("application/n-triples", "/data/actor/tariq-al-nur.nt"),
    ("application/rdf+xml;q=0.9, text/turtle;q=0.8", "/data/actor/tariq-al-nur.rdf"),
    ("application/trig", "/data/actor/tariq-al-nur.trig"),
]


@pytest.mark.parametrize(("accept", "place"), SEE_OTHER)
def test_an_iri_leads_to_what_the_client_likes(client: httpx.Client, accept: str | None, place: str) -> None:
    response = client.get("/id/actor/tariq-al-nur", headers={"Accept": accept or "*/*"})

    assert (response.status_code, response.headers["location"]) == (303, place)
    assert response.headers["vary"] == "Accept"
    assert client.get(place).status_code == 200


def test_an_iri_of_a_merged_actor_leads_to_the_other(client: httpx.Client) -> None:
    response = client.get("/id/actor/old-brigade")

    assert (response.status_code, response.headers["location"]) == (308, "/id/actor/northern-brigade")


@pytest.mark.parametrize(
    "path",
    [
        "/id/actor/nobody",
        "/data/actor/nobody.ttl",
        "/page/actor/nobody",
        "/id/x/y/z",
        "/id/actor/%2e%2e%2fx",
        "/page/nothing",
    ],
)
def test_what_is_not_there_is_a_problem(client: httpx.Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_what_cannot_be_sent_is_not_acceptable(client: httpx.Client) -> None:
    assert client.get("/id/actor/tariq-al-nur", headers={"Accept": "image/png"}).status_code == 406


FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "jsonld": ox.RdfFormat.JSON_LD,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdf": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
}


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_says_the_same_of_a_thing(client: httpx.Client, form: str) -> None:
    response = client.get(f"/data/claim/wire-7-b1.{form}")
    found = {quad.triple for quad in ox.parse(response.content, format=FORMATS[form])}
    turtle = client.get("/data/claim/wire-7-b1.ttl")

    assert found == {quad.triple for quad in ox.parse(turtle.content, format=ox.RdfFormat.TURTLE)}


def test_a_description_holds_parts_and_labels_of_neighbours(client: httpx.Client) -> None:
    turtle = client.get("/data/claim/wire-7-b1.nt").text

    assert '"The Brigade fired <b>"' in turtle
    assert '"said"' in turtle
    assert '"Valdara Wire"@en' in turtle
    assert "source-1> <https://w3id.org/dramatis/ontology#depth>" in turtle


def test_trig_says_in_which_graph_a_triple_is(client: httpx.Client) -> None:
    quads = list(ox.parse(client.get("/data/actor/tariq-al-nur.trig").content, format=ox.RdfFormat.TRIG))

    held = [quad for quad in quads if quad.predicate.value.endswith("#holdsPost")]
    assert [str(quad.graph_name.value) for quad in held] == [BASE + "graph/accepted"]


def test_equal_data_are_equal_bytes(client: httpx.Client) -> None:
    first, second = (client.get("/data/event/2031-05-02-port-ember-clash.jsonld").content for _ in range(2))

    assert first == second


PAGES = [
    "/",
    "/?q=nur",
    "/?q=%3Cscript%3E",
    "/page/events",
    "/page/conflicts",
    "/page/sources",
    "/page/actor/tariq-al-nur",
    "/page/actor/northern-brigade",
    "/page/actor/evil",
    "/page/claim/wire-7-b1",
    "/page/claim/gazette-1-a1",
    "/page/prop/killed5",
    "/page/event/2031-05-02-port-ember-clash",
    "/page/doc/wire-7",
    "/page/conflict/c1",
    "/page/place/port-ember",
    "/page/relation/r1",
    "/ontology",
    "/vocab",
    "/catalog",
    "/problems/busy",
]


class Tags(HTMLParser):
    """The tags of a page and where its links go."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.places: set[str] = set()
        self.elsewhere: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        found = {value or "" for name, value in attrs if name in ("href", "src", "action")}
        (self.elsewhere if ("rel", "external") in attrs else self.places).update(found)


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_plain_and_its_links_lead_somewhere(client: httpx.Client, path: str) -> None:
    response = client.get(path, headers={"Accept": BROWSER})
    page = Tags()
    page.feed(response.text)

    assert response.status_code == 200
    assert not page.tags & {"script", "img", "iframe", "object", "b", "i"}
    assert not re.search(r"\son\w+=", response.text)
    assert all(place.startswith("/") and not place.startswith("//") for place in page.places)
    assert all(place.startswith(("http://", "https://")) for place in page.elsewhere)
    broken = {place for place in sorted(page.places)[:40] if client.get(place).status_code >= 400}
    assert broken == set()
    assert len(response.content) < 20_000


def test_a_claim_page_marks_the_quote_in_its_context(client: httpx.Client) -> None:
    page = client.get("/page/claim/gazette-1-a1").text

    assert "…Officials <mark>five people lost their li</mark>ves.…" in page


def test_an_actor_page_shows_facts_claims_and_conflicts(client: httpx.Client) -> None:
    page = client.get("/page/event/2031-05-02-port-ember-clash").text

    for words in ("value conflict", "alleged", "contested, 1 independent source", "suspected agent"):
        assert words in page


@pytest.mark.parametrize("name", ["/page/actor/evil", "/data/actor/evil.jsonld"])
def test_a_hostile_name_stays_a_name(client: httpx.Client, name: str) -> None:
    response = client.get(name)

    assert response.headers["x-content-type-options"] == "nosniff"
    if name.startswith("/page"):
        assert "<script>alert" not in response.text
        assert "U+202E" in response.text


@pytest.mark.parametrize("place", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://x/"])
def test_only_plain_links_become_links(place: str) -> None:
    assert link(place, "x") == "x"


def test_values_are_escaped_wherever_they_enter() -> None:
    assert (
        fill('<a title="{t}">{u}</a>', t='"x"', u=text("<&>")) == '<a title="&quot;x&quot;">&lt;&amp;&gt;</a>'
    )


def test_a_value_cannot_leave_its_place_in_a_query(reader: Reader) -> None:
    """Only terms enter our queries; a text with quotes stays one literal."""
    hostile = ox.Literal('x" } UNION { ?s ?p ?o } #')

    assert reader.rows("labels", things=[hostile]) == []
