"""The service over a graph that a server holds: it says what it says of the same graph in a folder."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest

from api.app import create_app
from api.service import Settings
from api.view import View
from api.workers.limits import Limits
from graph.settings import Settings as All
from graph.store.address import address as address_of
from tests.api.conftest import BASE, serving
from tests.api.test_sparql import ACCEPTED, ASK, CONSTRUCT, COUNT, DESCRIBE, ENTITIES, KILLERS, SELECT
from tests.store import servers
from tests.store.conftest import emptied, remote
from tests.store.test_server import http

LIMITS = Limits(seconds=5.0, rows=50, bytes=100_000, workers=1)


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Iterator[All]:
    """The settings for a server that holds the invented graph."""
    settings: All = request.getfixturevalue(f"{request.param}_settings")
    emptied(settings)
    _fill(settings)
    yield settings
    emptied(settings)


def _fill(settings: All) -> None:
    """Put the invented graph into an empty server."""
    store = remote(settings, BASE)
    data = Path(__file__).with_name("valdara.trig").read_bytes()
    graphs: dict[str, list[ox.Quad]] = {}
    for quad in ox.parse(data, format=ox.RdfFormat.TRIG):
        graphs.setdefault(quad.graph_name.value, []).append(quad)
    store.replace(graphs)


@contextmanager
def _served(settings: All) -> Iterator[httpx.Client]:
    """A client of a service over a server."""
    view = View(Path(), "digest-1", address_of(settings), BASE)
    with (
        serving(create_app(view, Settings(BASE, LIMITS))) as found,
        httpx.Client(base_url=found, timeout=60) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def there(server: All) -> Iterator[httpx.Client]:
    """A client of a service over that server."""
    with _served(server) as client:
        yield client


@pytest.fixture(scope="module")
def here(view: View) -> Iterator[httpx.Client]:
    """A client of a service over a folder."""
    with (
        serving(create_app(view, Settings(BASE, LIMITS))) as found,
        httpx.Client(base_url=found, timeout=60) as client,
    ):
        yield client


def asked(client: httpx.Client, query: str, accept: str = "*/*", **more: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query, **more}, headers={"Accept": accept})


QUERIES = {
    "select": (SELECT, {}),
    "ask": (ASK, {}),
    "ask nothing": ("ASK { <a:a> <b:b> <c:c> }", {}),
    "count": (COUNT.replace("}", "FILTER(STRSTARTS(STR(?s), 'https://w3id.org/dramatis/')) }"), {}),
    "graphs": (
        "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(STR(?g), '/graph/')) } GROUP BY ?g ORDER BY ?g",
        {},
    ),
    "from": (COUNT.replace("{", f"FROM <{ACCEPTED}> {{", 1), {}),
    "dataset": (COUNT, {"default-graph-uri": ACCEPTED}),
    "named": ("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }", {"named-graph-uri": ENTITIES}),
    "elsewhere": (COUNT, {"default-graph-uri": "http://127.0.0.1:1/"}),
    "values": ('SELECT ?v { VALUES ?v { "a\\t\\"b\\"\\n<c>&" "chat"@fr 7 true <http://x/y> UNDEF } }', {}),
}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize(
    "media",
    [
        "application/sparql-results+json",
        "application/sparql-results+xml",
        "text/csv",
        "text/tab-separated-values",
    ],
)
def test_a_table_is_the_same(name: str, media: str, here: httpx.Client, there: httpx.Client) -> None:
    query, dataset = QUERIES[name]
    mine, theirs = asked(here, query, media, **dataset), asked(there, query, media, **dataset)

    assert mine.status_code == 200
    assert (theirs.status_code, theirs.headers["content-type"], theirs.text) == (
        200,
        mine.headers["content-type"],
        mine.text,
    )


@pytest.mark.parametrize("query", [CONSTRUCT, DESCRIBE])
@pytest.mark.parametrize(
    "media", ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]
)
def test_triples_are_the_same(query: str, media: str, here: httpx.Client, there: httpx.Client) -> None:
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    mine, theirs = ({*ox.parse(asked(each, query, media).content, format=form)} for each in (here, there))

    # What DESCRIBE gives is for each server to say.
    assert theirs == mine if query == CONSTRUCT else theirs & mine


def test_a_result_is_cut_at_the_same_row(here: httpx.Client, there: httpx.Client) -> None:
    query = f"SELECT ?s {{ ?s ?p ?o FILTER(STRSTARTS(STR(?s), '{BASE}id/')) }} ORDER BY STR(?s)"
    mine, theirs = asked(here, query, "text/csv"), asked(there, query, "text/csv")

    assert theirs.headers["x-dramatis-truncated"] == mine.headers["x-dramatis-truncated"] == "rows; limit=50"
    assert theirs.text == mine.text


PAGES = (
    "/api/v1/actors?limit=100",
    "/api/v1/actors?q=brigade",
    "/api/v1/events",
    "/api/v1/conflicts",
    "/api/v1/sources",
    "/page/events",
    "/page/sources",
    "/page/conflicts",
    "/",
)


@pytest.mark.parametrize("path", PAGES)
def test_a_lookup_finds_the_same(path: str, here: httpx.Client, there: httpx.Client) -> None:
    mine, theirs = here.get(path), there.get(path)

    assert mine.status_code == 200
    assert theirs.text == mine.text


def test_every_actor_event_claim_and_source_is_told_alike(here: httpx.Client, there: httpx.Client) -> None:
    query = (
        f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s a ?t }} FILTER(STRSTARTS(STR(?s), '{BASE}id/')) }} ORDER BY ?s"
    )
    iris = [line.strip() for line in asked(here, query, "text/csv").text.splitlines()[1:]]
    paths = sorted({iri.removeprefix(BASE + "id/").partition("#")[0] for iri in iris})
    assert len(paths) > 20
    wrong = []
    for path in paths:
        for address in (
            f"/data/{path}.nt",
            f"/api/v1/{path.replace('actor/', 'actors/').replace('event/', 'events/')}",
        ):
            mine, theirs = here.get(address), there.get(address)
            if (mine.status_code, sorted(mine.text.splitlines())) != (
                theirs.status_code,
                sorted(theirs.text.splitlines()),
            ):
                wrong.append(address)

    assert wrong == []


# --------------------------------------------------------------------------- what cannot be knocked over


@pytest.fixture(scope="module")
def watched() -> Iterator[tuple[httpx.Client, list[tuple[str, str | None]]]]:
    """A client of a service over a server that writes down what it is asked."""
    with http(lambda *_: (200, {}, b'{"head":{"vars":[]},"results":{"bindings":[]}}')) as (root, seen):
        place = address_of(All(store=f"{root}/query"))
        with (
            serving(create_app(View(Path(), "d", place, BASE), Settings(BASE, LIMITS))) as found,
            httpx.Client(base_url=found, timeout=60) as client,
        ):
            yield client, seen


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELEC * {}", 400),
        ("DEFINE get:soft 'soft' SELECT * { ?s ?p ?o }", 400),
        ("INSERT DATA { <a:a> <a:b> 1 }", 400),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", 422),
        ("SELECT (<bif:concat>('a') AS ?x) {}", 500),
        ("SELECT * FROM <http://127.0.0.1:1/> { ?s ?p ?o }", 500),
        ("PREFIX x: <http://127.0.0.1:1/> SELECT * FROM NAMED x:y { ?s ?p ?o }", 500),
        ("SELECT * FROM <relative> { ?s ?p ?o }", 500),
        ('SELECT * { ?s ?p "\\u0022 } # SERVICE <a:b> { ?a ?b ?c }" }', 500),
        ("SELECT * " + "{" * 2400 + "}" * 2400, 422),
    ],
)
def test_what_is_not_plain_sparql_is_never_sent(
    query: str, status: int, watched: tuple[httpx.Client, list[tuple[str, str | None]]]
) -> None:
    client, seen = watched

    assert (asked(client, query).status_code, seen) == (status, [])


def test_the_connection_closes_at_the_deadline() -> None:
    closed = threading.Event()
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def listen() -> None:
            connection, _ = listener.accept()
            while connection.recv(65536):
                pass
            connection.close()
            closed.set()

        threading.Thread(target=listen, daemon=True).start()
        place = address_of(All(store=f"http://127.0.0.1:{listener.getsockname()[1]}/query"))
        limits = Limits(seconds=1.0, workers=1)
        with serving(create_app(View(Path(), "d", place, BASE), Settings(BASE, limits))) as found:
            began = time.monotonic()
            response = httpx.get(f"{found}/sparql", params={"query": SELECT}, timeout=30)

            assert response.status_code == 503
            assert response.json()["type"] == "/problems/deadline-passed"
            assert time.monotonic() - began < 5
            assert closed.wait(5)


def test_a_server_that_is_gone_is_told_without_its_address() -> None:
    place = address_of(All(store="http://127.0.0.1:1/query", store_auth="Bearer horse"))
    with serving(create_app(View(Path(), "d", place, BASE), Settings(BASE, LIMITS))) as found:
        response = httpx.get(f"{found}/sparql", params={"query": SELECT}, timeout=30)

    assert response.status_code == 500
    assert "cannot be reached" in response.json()["detail"]
    assert "127.0.0.1:1" not in response.text.replace(found, "")
    assert "horse" not in response.text


@pytest.mark.parametrize("kind", ["oxigraph", "virtuoso"])
def test_a_killer_query_ends_at_the_deadline(kind: str, tmp_path: Path) -> None:
    """On a server of its own: it goes on with the query when nobody waits for that any more."""
    own = servers.oxigraph() if kind == "oxigraph" else servers.virtuoso(tmp_path)
    with own as place:
        settings = servers.of_oxigraph(place) if kind == "oxigraph" else servers.of_virtuoso(place)
        _fill(settings)
        with _served(settings) as there:
            began = time.monotonic()
            response = asked(there, KILLERS["cross product"])

            assert response.status_code in (500, 503)
            assert time.monotonic() - began < 15
            assert asked(there, ASK).status_code == 200
