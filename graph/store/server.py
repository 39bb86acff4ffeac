"""A SPARQL 1.1 server over HTTP: queries, updates and whole graphs; nobody else is ever asked anything."""

from __future__ import annotations

import weakref

import httpx

from graph.errors import EnvironmentFailedError, UsageError
from graph.store.address import Address

QUERY, UPDATE = "application/sparql-query", "application/sparql-update"
RESULTS = "application/sparql-results+json"
TRIPLES = "application/n-triples"

SECONDS = 300.0
"""How long a server may be silent before a request is given up."""
CONNECT = 10.0
"""How long it may take to answer the door."""
MOST = 2_000_000_000
"""Bytes of the longest answer that is read."""
_CUT = "x-sparql-maxrows"
"""With this header Virtuoso says that it left out rows."""


def client_options(address: Address) -> dict[str, object]:
    """How a client asks a server: with what it wants to see, and without proxies, redirects or the environment."""
    scheme, _, rest = address.auth.partition(" ")
    user, _, password = rest.partition(":")
    options: dict[str, object] = {"trust_env": False, "follow_redirects": False}
    match scheme.lower():
        case "bearer":
            return options | {"headers": {"Authorization": f"Bearer {rest}"}}
        case "basic":
            return options | {"auth": httpx.BasicAuth(user, password)}
        case "digest":
            return options | {"auth": httpx.DigestAuth(user, password)}
    return options


def asked(
    address: Address, query: str, accept: str, *, union: bool = True, **dataset: list[str]
) -> dict[str, object]:
    """The request that puts a query; as a form, since some servers never answer a query that is the body itself.

    What stands behind a `?` in the address asks for the union as the default graph; a dataset that is named goes first.
    """
    return {
        "method": "POST",
        "url": address.query if union else address.query.partition("?")[0],
        "data": {"query": query, **dataset},
        "headers": {"Accept": accept},
    }


class Server:
    """One server; each method is one request, and says in a sentence why it failed."""

    def __init__(self, address: Address) -> None:
        self.address = address
        timeout = httpx.Timeout(SECONDS, connect=CONNECT)
        self._client = httpx.Client(timeout=timeout, **client_options(address))  # type: ignore[arg-type]
        self._closed = weakref.finalize(self, self._client.close)

    def query(self, query: str, accept: str) -> bytes:
        """What the server answers to a query, in a format."""
        return self._send(**asked(self.address, query, accept))  # type: ignore[arg-type]

    def update(self, update: bytes) -> None:
        """Have the server carry out an update."""
        self._send("POST", self._needed("update"), data={"update": update.decode()})

    def read(self, graph: str) -> bytes:
        """The triples of a graph, as N-Triples; none where there is no such graph."""
        return self._send("GET", self._of(graph), headers={"Accept": TRIPLES}, absent=b"")

    def put(self, graph: str, told: bytes) -> None:
        """Make a graph hold these triples, given as N-Triples, and no others."""
        self._send("PUT", self._of(graph), content=told, headers={"Content-Type": TRIPLES})

    def close(self) -> None:
        """Let go of all connections, which also happens when the object goes."""
        self._closed()

    def _of(self, graph: str) -> httpx.URL:
        return httpx.URL(self._needed("graphs")).copy_merge_params({"graph": graph})

    def _needed(self, protocol: str) -> str:
        found: str = getattr(self.address, protocol)
        if not found:
            raise UsageError(
                f"The store at {self.address.told} has no address for that; set store_{protocol}, "
                "for instance as DRAMATIS_STORE_" + protocol.upper()
            )
        return found

    def _send(self, method: str, url: httpx.URL | str, absent: bytes | None = None, **more: object) -> bytes:
        try:
            with self._client.stream(method, url, **more) as response:  # type: ignore[arg-type]
                body = _read(response)
        except httpx.HTTPError as error:
            raise EnvironmentFailedError(
                f"The store at {self.address.told} cannot be reached: {error or type(error).__name__}; "
                "start that server or set another address with DRAMATIS_STORE"
            ) from error
        if response.status_code == 404 and absent is not None:
            return absent
        if not response.is_success:
            raise refused(self.address, response.status_code, body)
        if _CUT in response.headers:
            raise EnvironmentFailedError(
                f"The store at {self.address.told} left out rows after the first {response.headers[_CUT]}; "
                "raise its limit (in Virtuoso ResultSetMaxRows)"
            )
        return body


def refused(address: Address, status: int, body: bytes) -> EnvironmentFailedError:
    """What to tell of an answer that is none."""
    if 300 <= status < 400:
        why = "answers with a redirect, which is not followed; set the address that it leads to"
    elif status in (401, 403):
        why = f"refuses us ({status}); set DRAMATIS_STORE_AUTH to what it wants to see"
    else:
        said = "".join(c if c.isprintable() else " " for c in body[:300].decode(errors="replace"))
        why = f"answers {status}: {' '.join(said.split())}"
    return EnvironmentFailedError(f"The store at {address.told} {why}")


def _read(response: httpx.Response) -> bytes:
    found = bytearray()
    for chunk in response.iter_bytes():
        found += chunk
        if len(found) > MOST:
            raise httpx.ReadError(f"its answer has more than {MOST} bytes")
    return bytes(found)
