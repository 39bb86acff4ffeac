"""The command `dramatis` with all its words: those of `graph.cli`, and `serve`."""

from __future__ import annotations

import argparse

from graph.cli import Command
from graph.cli import main as run
from graph.commands.call import OK, Call


def main() -> int:
    """The entry point of the installed command."""
    return run(more=(SERVE,))


def _arguments(parser: argparse.ArgumentParser) -> None:
    """`serve` takes settings only."""


def _serve(call: Call) -> int:
    from api.serve import serve
    from api.workers.limits import Limits
    from graph.home import Home
    from graph.store.address import address

    settings = call.settings
    base, server = Home(settings.home).built().base_iri, address(settings)
    limits = Limits(
        workers=settings.query_workers,
        seconds=settings.query_seconds,
        rows=settings.query_rows,
        bytes=settings.query_bytes,
    )
    serve(settings.home, settings.host, settings.port, base, limits=limits, server=server)
    return OK


SERVE = Command(
    "serve",
    "Serve the graph over SPARQL, linked data and REST",
    _arguments,
    _serve,
    ("host", "port", "query_seconds", "query_rows", "query_bytes", "query_workers"),
)


if __name__ == "__main__":
    raise SystemExit(main())
