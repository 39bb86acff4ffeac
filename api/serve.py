"""Runs the service until it is told to stop."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import uvicorn

from api.app import create_app
from api.days import Days
from api.service import Settings
from api.texts import Texts
from api.view import Pointer
from api.workers.limits import Limits
from graph.errors import EnvironmentFailedError
from graph.store.address import Address


def serve(
    home: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    base_iri: str = "https://w3id.org/dramatis/",
    *,
    limits: Limits | None = None,
    server: Address | None = None,
) -> None:
    """Serve the graph of a home folder, which `server` may hold; port 0 takes a free one. Ends on SIGINT or SIGTERM."""
    views = Pointer(home, server)
    views()
    listening = listen(host, port)
    app = create_app(views, Settings(base_iri, limits or Limits()), Texts(home), Days(home))
    address = f"http://{f'[{host}]' if ':' in host else host}:{listening.getsockname()[1]}"
    print(_welcome(address), file=sys.stderr, flush=True)
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=200,
        timeout_keep_alive=10,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[listening])


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens there; port 0 takes a free one."""
    listening = None
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP, flags=socket.AI_PASSIVE
        )[0]
        # asyncio sends at once (TCP_NODELAY) only where the protocol is given; without, answers wait 40 ms.
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        if listening is not None:
            listening.close()
        reason = error.strerror or str(error)
        raise EnvironmentFailedError(
            f"Cannot listen at {host} port {port}: {reason}; stop what uses it or choose another with --port"
        ) from error
    return listening


def _welcome(address: str) -> str:
    query = "SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class ORDER BY DESC(?n)"
    return f"""Serving at {address} (stop with Ctrl-C)
  curl '{address}/api/v1/actors?limit=5'
  curl -H 'Accept: text/csv' --data-urlencode 'query={query}' {address}/sparql
  curl -L -H 'Accept: text/turtle' {address}/ontology"""
