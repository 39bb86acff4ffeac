"""Runs the service until it is told to stop."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import uvicorn

from api.app import create_app
from api.pool import Limits
from api.service import Settings
from api.texts import Texts
from api.view import Pointer
from graph.errors import EnvironmentFailedError


def serve(
    home: Path,
    host: str = "127.0.0.1",
    port: int = 8000,
    base_iri: str = "https://w3id.org/dramatis/",
    *,
    limits: Limits | None = None,
) -> None:
    """Serve the graph of a home folder; port 0 takes a free one. Ends on SIGINT or SIGTERM."""
    views = Pointer(home)
    views()
    listening = _listen(host, port)
    app = create_app(views, Settings(base_iri, limits or Limits()), Texts(home))
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


def _listen(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, *_, address = found[0]
        # create_server closes its socket where it fails, and lets a port be taken again at once.
        return socket.create_server(address[:2], family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise EnvironmentFailedError(
            f"Cannot listen at {host} port {port}: {reason}; stop what uses it or choose another with --port"
        ) from error


def _welcome(address: str) -> str:
    query = "SELECT ?class (COUNT(*) AS ?n) { ?x a ?class } GROUP BY ?class ORDER BY DESC(?n)"
    return f"""Serving at {address} (stop with Ctrl-C)
  curl '{address}/api/v1/actors?limit=5'
  curl -H 'Accept: text/csv' --data-urlencode 'query={query}' {address}/sparql
  curl -L -H 'Accept: text/turtle' {address}/ontology"""
