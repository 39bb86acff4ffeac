"""Answers as they come: the first bytes early, the whole truth where it is known, and no query without its client."""

from __future__ import annotations

import json
import re
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest

from api.app import create_app
from api.service import Settings
from api.view import View
from api.workers.limits import Limits
from tests.api.conftest import BASE, serving, store

SELECT = "SELECT ?s WHERE { ?s a <https://w3id.org/dramatis/ontology#Militia> }"
_ALL = " . ".join(f"?a{n} ?b{n} ?c{n}" for n in range(5))
TRICKLE = f'SELECT * {{ {_ALL} FILTER(STRSTARTS(SHA256(CONCAT(STR(?c4), STR(?c3), STR(?c2))), "0")) }}'
"""Never ends, and has a row now and then."""
ENDLESS = f"SELECT (COUNT(*) AS ?n) {{ {_ALL} . ?x ?y ?z . ?u ?v ?w }}"
WIDE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
"""As many rows as one wants."""

Serve = Callable[..., httpx.Client]


@pytest.fixture
def serve(view: View) -> Iterator[Serve]:
    """Starts services with limits of their own."""
    from contextlib import ExitStack

    with ExitStack() as running:

        def start(**limits: float) -> httpx.Client:
            # A machine that runs other tests as well may take long for a query that takes no time.
            given = {"pause": 0.0, "seconds": 20.0, "patience": 20.0, **limits}
            app = create_app(view, Settings(BASE, Limits(**given)))  # type: ignore[arg-type]
            address = running.enter_context(serving(app))
            return running.enter_context(httpx.Client(base_url=address, timeout=30))

        yield start


def ask(client: httpx.Client, query: str, accept: str = "*/*", **headers: str) -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"Accept": accept, **headers})


def figure(client: httpx.Client, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", client.get("/metrics").text, re.MULTILINE)
    return float(found[1]) if found else 0.0


def until(true: Callable[[], bool], seconds: float = 20.0) -> None:
    deadline = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.05)


def running(client: httpx.Client) -> float:
    return sum(figure(client, f'dramatis_queries_running{{kind="{kind}"}}') for kind in ("brief", "long"))


# --------------------------------------------------------------------------- the first bytes


def test_the_first_bytes_do_not_wait_for_the_last_row(serve: Serve) -> None:
    client = serve(rows=2_000, early=0.05, brief=0.02)
    began, arrived, body = time.perf_counter(), list[float](), b""
    with client.stream("GET", "/sparql", params={"query": TRICKLE}) as response:
        assert response.status_code == 200
        for part in response.iter_raw():
            arrived.append(time.perf_counter() - began)
            body += part

    assert arrived[0] < arrived[-1] / 2
    assert "content-length" not in response.headers
    assert response.headers["x-dramatis-truncated"] == "maybe; rows=2000; bytes=10000000"
    assert len(json.loads(body)["results"]["bindings"]) == 2_000


def test_a_whole_answer_has_its_length_and_the_whole_truth(serve: Serve) -> None:
    client = serve(early=20.0)
    whole, cut = ask(client, SELECT), ask(client, WIDE)

    assert int(whole.headers["content-length"]) == len(whole.content)
    assert "x-dramatis-truncated" not in whole.headers
    assert cut.headers["x-dramatis-truncated"] == "rows; limit=10000"
    assert int(cut.headers["content-length"]) == len(cut.content)


def test_head_waits_for_the_whole_truth(serve: Serve) -> None:
    client = serve(rows=3_000, early=0.0)
    head = client.head("/sparql", params={"query": WIDE})

    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["x-dramatis-truncated"] == "rows; limit=3000"


@pytest.mark.parametrize("media", ["text/csv", "application/sparql-results+xml", "text/tab-separated-values"])
def test_every_format_streams_and_ends_as_it_should(serve: Serve, media: str) -> None:
    client = serve(rows=5_000, early=0.0)
    response = ask(client, WIDE, media)

    end = {"text/csv": "\r\n", "application/sparql-results+xml": "</results></sparql>"}.get(media, "\n")
    assert response.text.endswith(end)
    assert response.text.count("<result>" if "xml" in media else end) == 5_000 + ("xml" not in media)


def test_triples_stream_too(serve: Serve) -> None:
    client = serve(rows=20_000, early=0.0)
    response = ask(client, "CONSTRUCT { ?a ?e ?c } { ?a ?b ?c . ?d ?e ?f }", "application/n-triples")

    assert response.text.endswith(" .\n")
    assert len(response.text.splitlines()) > 500


def test_a_query_that_is_killed_while_it_streams_leaves_a_broken_answer(serve: Serve) -> None:
    """A result that stops in the middle must not look like a whole one."""
    client = serve(seconds=1.0, rows=10_000_000, bytes=1_000_000_000, early=0.1)
    with pytest.raises(httpx.RemoteProtocolError):
        ask(client, TRICKLE, "text/csv")

    assert ask(client, SELECT).status_code == 200
    assert figure(client, 'dramatis_queries_total{outcome="deadline-passed"}') == 1


def test_a_query_that_is_killed_before_its_first_row_is_a_problem(serve: Serve) -> None:
    response = ask(serve(seconds=0.6, early=0.1), ENDLESS)

    assert (response.status_code, response.json()["type"]) == (503, "/problems/deadline-passed")


# --------------------------------------------------------------------------- clients who leave, or do not read


def test_a_query_ends_when_its_client_goes_away(serve: Serve) -> None:
    client = serve(seconds=60.0)
    with socket.create_connection((client.base_url.host, client.base_url.port or 80)) as gone:
        gone.sendall(f"GET /sparql?query={quote(ENDLESS)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        until(lambda: running(client) == 1)
    until(lambda: running(client) == 0, 10.0)

    assert figure(client, 'dramatis_queries_total{outcome="gone"}') == 1


def test_who_does_not_read_holds_no_more_than_the_spool(serve: Serve) -> None:
    client = serve(seconds=8.0, rows=1_000_000, bytes=100_000_000, spool=300_000, early=0.05)
    with socket.socket() as idle:
        idle.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        idle.connect((client.base_url.host, client.base_url.port or 80))
        idle.sendall(f"GET /sparql?query={quote(WIDE)} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        until(lambda: figure(client, 'dramatis_spool_bytes{kind="held"}') > 300_000)
        most = 0.0
        for _ in range(10):
            most = max(most, figure(client, 'dramatis_spool_bytes{kind="held"}'))
            assert ask(client, SELECT).status_code == 200, "others are not held up"
            time.sleep(0.05)
        until(lambda: running(client) == 0)

    assert most < 500_000


# --------------------------------------------------------------------------- turns


def other(client: httpx.Client, source: str, query: str) -> httpx.Response:
    """The answer to another client."""
    transport = httpx.HTTPTransport(local_address=source)
    with httpx.Client(base_url=client.base_url, transport=transport, timeout=30) as another:
        return ask(another, query)


def test_one_client_may_have_only_so_many_queries_at_once(serve: Serve) -> None:
    client = serve(seconds=3.0, each=2)
    with ThreadPoolExecutor(2) as threads:
        going = [threads.submit(other, client, "127.0.0.1", ENDLESS) for _ in range(2)]
        until(lambda: running(client) == 2)
        third, another = ask(client, SELECT), other(client, "127.0.0.2", SELECT)
        assert [each.result().status_code for each in going] == [503, 503]

    assert (third.status_code, third.json()["type"]) == (429, "/problems/too-many-queries")
    assert int(third.headers["retry-after"]) >= 1
    assert another.status_code == 200


def test_brief_queries_go_first_and_long_ones_wait_their_turn(serve: Serve) -> None:
    client = serve(seconds=6.0, workers=1, patience=2.0)
    with ThreadPoolExecutor(3) as threads:
        long = [threads.submit(other, client, f"127.0.0.{n}", ENDLESS) for n in range(2, 5)]
        time.sleep(0.35)
        began = time.perf_counter()
        assert ask(client, SELECT).status_code == 200
        took = time.perf_counter() - began
        found = sorted(each.result().json()["type"] for each in long)

    assert took < 4
    assert found == ["/problems/busy", "/problems/busy", "/problems/deadline-passed"]


def test_when_too_many_wait_the_next_is_told_when_to_come_back(serve: Serve) -> None:
    client = serve(seconds=3.0, workers=1, waiting=1, patience=2.0)
    with ThreadPoolExecutor(2) as threads:
        long = [threads.submit(other, client, f"127.0.0.{n}", ENDLESS) for n in (2, 3)]
        until(lambda: figure(client, 'dramatis_queries_waiting{kind="long"}') == 1)
        refused = ask(client, SELECT)
        for each in long:
            each.result()

    assert (refused.status_code, refused.json()["type"]) == (503, "/problems/busy")
    assert int(refused.headers["retry-after"]) >= 1


def test_refusals_come_slower_the_more_of_them_one_client_asks_for(serve: Serve) -> None:
    client = serve(pause=0.5)
    took = []
    for _ in range(14):
        began = time.perf_counter()
        assert ask(client, "SELECT").status_code == 400
        took.append(time.perf_counter() - began)
    began = time.perf_counter()
    other(client, "127.0.0.2", "SELECT")

    assert sum(took[:5]) < sum(took[-5:]) / 2
    assert time.perf_counter() - began < 0.4


# --------------------------------------------------------------------------- what stays the same


@pytest.mark.parametrize("accept", ["application/sparql-results+json", "text/csv"])
def test_an_answer_that_the_client_has_is_not_sent_again(serve: Serve, accept: str) -> None:
    client = serve()
    first = ask(client, SELECT, accept)
    tag = first.headers["etag"]

    again = ask(client, SELECT, accept, **{"If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert ask(client, SELECT + " LIMIT 5", accept, **{"If-None-Match": tag}).status_code == 200
    assert ask(client, SELECT, "application/sparql-results+xml", **{"If-None-Match": tag}).status_code == 200
    head = client.head("/sparql", params={"query": SELECT}, headers={"Accept": accept, "If-None-Match": tag})
    assert head.status_code == 304


@pytest.mark.parametrize("call", ["RAND()", "NOW()", "UUID()", "STRUUID()", "BNODE()"])
def test_what_is_another_answer_each_time_has_no_tag(serve: Serve, call: str) -> None:
    response = ask(serve(), f"SELECT ({call} AS ?x) {{}}")

    assert response.status_code == 200
    assert "etag" not in response.headers


def test_a_refusal_has_no_tag(serve: Serve) -> None:
    assert "etag" not in ask(serve(), "SELECT").headers


# --------------------------------------------------------------------------- counters


def test_the_counters_count(serve: Serve) -> None:
    client = serve(rows=5)
    ask(client, SELECT)
    ask(client, WIDE)
    ask(client, "SELECT")
    response = client.get("/metrics")

    assert response.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert client.get("/api/v1/metrics").status_code == 200
    counted = {
        name: figure(client, f'dramatis_queries_total{{outcome="{name}"}}')
        for name in ("answered", "cut", "malformed")
    }
    assert counted == {"answered": 1, "cut": 1, "malformed": 1}
    assert figure(client, 'dramatis_responses_total{method="GET",status="400"}') == 1
    assert figure(client, "dramatis_query_seconds_count") == 3
    assert figure(client, "dramatis_query_rows_total") == 6
    lines = [line for line in response.text.splitlines() if not line.startswith("#")]
    assert all(
        re.fullmatch(r'[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.e+-]+', line) for line in lines
    )


# --------------------------------------------------------------------------- a rebuild


def test_a_rebuild_drops_no_request(tmp_path: Path) -> None:
    """Views come and go as a build makes them, the last two are kept; every request is answered from one of them."""
    from api.view import Pointer

    def put(number: int) -> None:
        trig = f"<{BASE}graph/entities> {{ <{BASE}id/actor/a> a <{BASE}ontology#Actor> ; "
        trig += f'<http://www.w3.org/2004/02/skos/core#prefLabel> "{number}" }}'
        store(tmp_path / f"v{number}", trig.encode())
        (tmp_path / "new.json").write_text(json.dumps({"view": f"v{number}", "digest": f"d{number}"}))
        (tmp_path / "new.json").replace(tmp_path / "manifest.json")
        if number > 1:
            import shutil

            shutil.rmtree(tmp_path / f"v{number - 2}")

    put(0)
    query = "SELECT ?n { ?a <http://www.w3.org/2004/02/skos/core#prefLabel> ?n }"
    found: list[tuple[int, str]] = []
    done = threading.Event()

    def keep_asking(address: str, path: str) -> None:
        with httpx.Client(base_url=address, timeout=30) as client:
            while not done.is_set():
                response = client.get(path, params={"query": query} if path == "/sparql" else None)
                found.append((response.status_code, response.text))

    with (
        serving(
            create_app(Pointer(tmp_path), Settings(BASE, Limits(seconds=20.0, patience=20.0)))
        ) as address,
        ThreadPoolExecutor(4) as threads,
    ):
        for path in ("/sparql", "/sparql", "/sparql", "/api/v1/actors/a"):
            threads.submit(keep_asking, address, path)
        for number in range(1, 7):
            seen = len(found)
            until(lambda: any(f'"{number - 1}"' in text for _, text in found[seen:]))  # noqa: B023
            put(number)
        until(lambda: any('"6"' in text for _, text in found))
        done.set()

    assert {status for status, _ in found} == {200}
    assert all(any(f'"{number}"' in text for _, text in found) for number in range(7)), "each view was asked"
    assert {number for number in range(7) if any(f'"{number}"' in text for _, text in found)} == set(range(7))
