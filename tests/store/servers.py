"""SPARQL servers of other people, started for the tests: `oxigraph serve` and Virtuoso; each on free ports."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from graph.settings import Settings

SECONDS = 600
"""How long a server may take to start on a busy machine."""

_INI = """
[Database]
DatabaseFile = v.db
ErrorLogFile = v.log
LockFile = v.lck
TransactionFile = v.trx
xa_persistent_file = v.pxa
[TempDatabase]
DatabaseFile = vt.db
TransactionFile = vt.trx
[Parameters]
ServerPort = {sql}
ServerThreads = 10
NumberOfBuffers = 10000
DirsAllowed = .
[HTTPServer]
ServerPort = {http}
ServerThreads = 8
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = {limit}
"""

LIMIT = 15
"""Seconds after which a server gives up a query: one whose client has gone would take a processor for good."""


def free_port() -> int:
    """A port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        return int(taken.getsockname()[1])


def oxigraph_command() -> str | None:
    """The program `oxigraph`, beside this Python or on the path."""
    beside = Path(sys.executable).with_name("oxigraph")
    return str(beside) if beside.exists() else shutil.which("oxigraph")


@contextmanager
def oxigraph(*options: str) -> Iterator[str]:
    """`oxigraph serve` on an empty graph in memory; gives its address."""
    command = oxigraph_command()
    if command is None:
        pytest.skip("oxigraph is not installed; it is on PyPI")
    port = free_port()
    with _running(
        [command, "serve", "--bind", f"127.0.0.1:{port}", "--timeout-s", str(LIMIT), *options], Path.cwd()
    ) as process:
        yield _answering(f"http://127.0.0.1:{port}", process)


@contextmanager
def virtuoso(folder: Path) -> Iterator[str]:
    """Virtuoso on an empty graph in a folder; gives its address."""
    command = shutil.which("virtuoso-t")
    if command is None:
        pytest.skip("virtuoso-t is not installed; in Debian it is in virtuoso-opensource")
    port = free_port()
    (folder / "virtuoso.ini").write_text(_INI.format(sql=free_port(), http=port, limit=LIMIT))
    with _running([command, "+foreground", "+configfile", "virtuoso.ini"], folder) as process:
        yield _answering(f"http://127.0.0.1:{port}", process)


def of_oxigraph(address: str) -> Settings:
    """The settings for a graph in `oxigraph serve`."""
    return Settings(store=address)


def of_virtuoso(address: str) -> Settings:
    """The settings for a graph in Virtuoso, with its first password."""
    auth = f"{address}/sparql-auth"
    graphs = f"{address}/sparql-graph-crud-auth"
    return Settings(store=auth, store_update=auth, store_graphs=graphs, store_auth="Digest dba:dba")


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def _answering(address: str, process: subprocess.Popen[bytes]) -> str:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, f"{process.args} ended while it started"
        try:
            httpx.get(address, trust_env=False, timeout=5)
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return address
    raise AssertionError(f"{process.args} did not answer in {SECONDS} s")
