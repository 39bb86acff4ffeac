"""Nothing that a client asks makes the service call anybody: a listener counts who comes."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import httpx
import pytest

ASKED = {
    "service": "SELECT * {{ SERVICE <{place}> {{ ?s ?p ?o }} }}",
    "silent": "SELECT * {{ SERVICE SILENT <{place}> {{ ?s ?p ?o }} }}",
    "in small letters": "SELECT * {{ service <{place}> {{ ?s ?p ?o }} }}",
    "by a variable": "SELECT * {{ VALUES ?x {{ <{place}> }} SERVICE ?x {{ ?s ?p ?o }} }}",
    "by a prefix": "PREFIX e: <{place}> SELECT * {{ SERVICE e:x {{ ?s ?p ?o }} }}",
    "by the base": "BASE <{place}> SELECT * {{ SERVICE <x> {{ ?s ?p ?o }} }}",
    "with escapes": "SELECT * {{ \\u0053ERVICE <{place}> {{ ?s ?p ?o }} }}",
    "in an exists": "ASK {{ FILTER EXISTS {{ SERVICE <{place}> {{ ?s ?p ?o }} }} }}",
    "stuck to a number": "SELECT * {{ ?s ?p 5SERVICE <{place}> {{ }} }}",
    "behind what looks like an IRI": "SELECT * {{ FILTER(COALESCE(?a<?b,'>')) SERVICE <{place}> {{}} FILTER(?z='1') }}",
    "from": "SELECT * FROM <{place}> {{ ?s ?p ?o }}",
    "from named": "SELECT * FROM NAMED <{place}> {{ GRAPH ?g {{ ?s ?p ?o }} }}",
    "described": "DESCRIBE <{place}>",
    "load": "LOAD <{place}>",
    "load silent": "LOAD SILENT <{place}> INTO GRAPH <a:g>",
}


class Listener:
    """Counts connections."""

    def __init__(self) -> None:
        self.came = 0
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.place = f"http://127.0.0.1:{self._listening.getsockname()[1]}/"
        self._thread = threading.Thread(target=self._count)
        self._thread.start()

    def _count(self) -> None:
        while True:
            coming, _ = self._listening.accept()
            if coming.recv(4) == b"stop":
                coming.close()
                return
            coming.close()
            self.came += 1

    def stop(self) -> None:
        with socket.create_connection(self._listening.getsockname()) as last:
            last.sendall(b"stop")
        self._thread.join(10)
        self._listening.close()


@pytest.fixture(scope="module")
def listener() -> Iterator[Listener]:
    found = Listener()
    yield found
    found.stop()


def test_the_listener_counts(listener: Listener) -> None:
    with pytest.raises(httpx.HTTPError):
        httpx.get(listener.place, timeout=10)

    assert listener.came == 1
    listener.came = 0


@pytest.mark.parametrize("name", ASKED)
def test_nobody_is_called(client: httpx.Client, listener: Listener, name: str) -> None:
    query = ASKED[name].format(place=listener.place)
    client.get("/sparql", params={"query": query})
    client.post("/sparql", data={"query": query})
    client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-query"})
    client.post("/sparql", content=query, headers={"Content-Type": "application/sparql-update"})

    assert listener.came == 0


@pytest.mark.parametrize("name", ["default-graph-uri", "named-graph-uri", "using-graph-uri"])
def test_a_dataset_is_not_fetched(client: httpx.Client, listener: Listener, name: str) -> None:
    client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }", name: listener.place})

    assert listener.came == 0
