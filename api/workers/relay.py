"""Answers SPARQL queries from the server that holds the graph: a worker that may be killed at any time, as the other.

Run as a script by the service, with the address of the server in an environment variable, which others of the machine
cannot read. A query is planned here before it is sent, by the same library that answers it elsewhere, so that every
server is asked plain SPARQL 1.1 and nothing of its own; that happens on an empty graph and in a thread which cannot
open a socket. When the process is killed, its connection closes.
"""

from __future__ import annotations

import json
import os
import re
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))  # isolated Python does not look beside the script

import httpx
import pyoxigraph as ox

from api.view import RELAY
from api.workers import worker
from graph.store.address import Address
from graph.store.forms import from_graphs
from graph.store.server import CONNECT, RESULTS, TRIPLES, asked, client_options

_ESCAPE = re.compile(r"\\[uU][0-9A-Fa-f]{4}")
_ODD = (
    (re.compile(rb'("type"\s*:\s*"bnode"\s*,\s*"value"\s*:\s*")nodeID://'), rb"\1"),
    (re.compile(rb'(XMLSchema#boolean"\s*,\s*"value"\s*:\s*")1"'), rb'\1true"'),
    (re.compile(rb'(XMLSchema#boolean"\s*,\s*"value"\s*:\s*")0"'), rb'\1false"'),
)
"""How Virtuoso writes blank nodes and truth, and how the standard does."""
_HELD = 200
"""Bytes kept back so that none of these is cut in two."""
_ASKED = re.compile(rb'"__ASK_RETVAL"\s*:\s*\{[^}]*"value"\s*:\s*"1"')


class RefusedError(ValueError):
    """The query may not be sent to another server."""


class Relay:
    """Queries like a store of Oxigraph, but of a server."""

    def __init__(self, address: Address, base: str, rows: int) -> None:
        """`base`: what the IRIs of our graphs begin with; `rows`: how many triples are wanted at the most."""
        self._address, self._own, self._rows = address, f"{base}graph/", rows
        timeout = httpx.Timeout(None, connect=CONNECT)  # the process is killed at the deadline
        self._client = httpx.Client(timeout=timeout, **client_options(address))  # type: ignore[arg-type]
        self._planning = ThreadPoolExecutor(1, initializer=worker.forbid_network)

    def query(
        self,
        query: str,
        *,
        base_iri: str,
        use_default_graph_as_union: bool,
        default_graph: Any,
        named_graphs: Any,
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        """The answer of the server; the union is its default graph where nobody names a dataset."""
        kind = self._planning.submit(_kind, query, base_iri).result()
        self._check(query)
        told = f"BASE {ox.NamedNode(base_iri)}\n{query}"
        dataset: dict[str, list[str]] = {}
        if default_graph is not None and named_graphs is not None:
            dataset = {
                "default-graph-uri": self._ours(default_graph),
                "named-graph-uri": self._ours(named_graphs),
            }
            if not any(dataset.values()):
                return ox.Store().query(query, base_iri=base_iri)
        body = self._body(
            told, TRIPLES if kind == "triples" else RESULTS, use_default_graph_as_union, dataset
        )
        if kind == "triples":
            return self._triples(body)
        if kind == "boolean":
            return _boolean(body.read())
        found = ox.parse_query_results(body, format=ox.QueryResultsFormat.JSON)  # type: ignore[arg-type]  # it reads only
        assert isinstance(found, ox.QuerySolutions)
        return found

    def _triples(self, body: Body) -> ox.QueryTriples:
        held = ox.Store()
        found = ox.parse(body, format=ox.RdfFormat.N_TRIPLES)  # type: ignore[arg-type]  # it reads only
        # One more than is wanted, so that it is seen that there are more.
        held.extend(islice(found, self._rows + 1))
        triples = held.query("CONSTRUCT WHERE { ?s ?p ?o }")
        assert isinstance(triples, ox.QueryTriples)
        return triples

    def _body(self, told: str, accept: str, union: bool, dataset: dict[str, list[str]]) -> Body:
        question = asked(self._address, told, accept, union=union, **dataset)
        request = self._client.build_request(**question)  # type: ignore[arg-type]
        try:
            response = self._client.send(request, stream=True)
            if not response.is_success:
                # What a server says of itself is for its operator, not for everybody.
                response.close()
                raise OSError(f"the store answers {response.status_code}")
        except httpx.HTTPError as error:
            raise OSError(f"the store cannot be reached ({type(error).__name__})") from error
        return Body(response)

    def _check(self, query: str) -> None:
        """Raise if the server might read the query in another way than we did, or look elsewhere."""
        if _ESCAPE.search(query):
            raise RefusedError(
                "write the characters themselves, without \\u: not all servers read that alike"
            )
        for iri in from_graphs(query):
            if not iri.startswith(self._own):
                raise RefusedError(f"FROM can only name graphs of ours, by their whole IRIs, not <{iri}>")

    def _ours(self, graphs: list[ox.NamedNode]) -> list[str]:
        """Without graphs that are not there: some servers would fetch them."""
        return [graph.value for graph in graphs if graph.value.startswith(self._own)]


class Body:
    """What a server sends, as a file, in our way of writing; the connection closes when the file goes."""

    def __init__(self, response: httpx.Response) -> None:
        self._response, self._chunks = response, response.iter_bytes()
        self._held, self._ready = b"", b""

    def read(self, size: int = -1) -> bytes:
        while size < 0 or len(self._ready) < size:
            try:
                chunk = next(self._chunks, None)
            except httpx.HTTPError as error:
                raise OSError(f"the store broke off ({type(error).__name__})") from error
            whole = self._held + (chunk or b"")
            for odd, standard in _ODD:
                whole = odd.sub(standard, whole)
            kept = _HELD if chunk is not None else 0
            self._ready += whole[: max(0, len(whole) - kept)]
            self._held = whole[max(0, len(whole) - kept) :]
            if chunk is None:
                break
        size = len(self._ready) if size < 0 else size
        found, self._ready = self._ready[:size], self._ready[size:]
        return found

    def __del__(self) -> None:
        self._response.close()


def _kind(query: str, base: str) -> str:
    """What a query gives; raises where the store's library would."""
    found = ox.Store().query(query, base_iri=base)
    if isinstance(found, ox.QueryBoolean):
        return "boolean"
    return "triples" if isinstance(found, ox.QueryTriples) else "solutions"


def _boolean(told: bytes) -> ox.QueryBoolean:
    if b"__ASK_RETVAL" in told:
        told = b'{"head":{},"boolean":%s}' % (b"true" if _ASKED.search(told) else b"false")
    found = ox.parse_query_results(told, format=ox.QueryResultsFormat.JSON)
    assert isinstance(found, ox.QueryBoolean)
    return found


def main(memory: int) -> None:
    """Answer questions from standard input until it ends."""
    told = json.loads(os.environ.pop(RELAY))
    relay = Relay(Address(**told["address"]), told["base"], told["rows"])
    worker.serve(relay.query, memory, confined=False)


if __name__ == "__main__":
    main(int(sys.argv[1]))
