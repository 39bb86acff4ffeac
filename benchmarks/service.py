"""What the service costs on top of the store: the same queries to it and to `oxigraph serve`, on the same data.

python -m benchmarks.service [FOLDER] [--claims N] [--seconds S] [--rounds N]

Needs the command `oxigraph` (of the package of that name on PyPI). The data are invented; FOLDER keeps them for the
next run. Clients are threads of a process of their own.
"""

from __future__ import annotations

import argparse
import hashlib
import http.client
import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import pyoxigraph

from benchmarks.invented_claims import told
from graph import quads
from graph.consensus.assess import Consensus
from graph.home import Home, Manifest
from graph.iris import Iris, prefixes
from graph.model import Knowledge
from graph.store import embedded

BASE = Iris().base
CLAIMS = 25_200
"""Give a million quads."""
CLIENTS = 16
_TEXT = ("A spokesman of theirs said so again. " * 60)[:2100]

QUERIES = {
    "by name": 'SELECT ?x { ?x skos:prefLabel "s17-3"@en }',
    "of a class": "SELECT ?x ?name { ?x a dram:Militia ; skos:prefLabel ?name } LIMIT 100",
    "claims of an actor": """SELECT ?claim ?says ?modality ?speaker {
  ?states dram:subject|dram:object <{base}id/actor/s40-1> ; rdfs:label ?says .
  ?claim dram:states ?states ; dram:modality ?modality ; dram:claimant/skos:prefLabel ?speaker }""",
    "who disagrees": """SELECT ?conflict ?says ?speaker ?polarity {
  ?conflict a dram:Conflict ; dram:involves ?states . ?states rdfs:label ?says ; dram:subject <{base}id/event/s8-0> .
  ?claim dram:states ?states ; dram:polarity ?polarity ; dram:claimant/skos:prefLabel ?speaker }""",
    "two steps": """SELECT DISTINCT ?other ?name {
  ?event dram:agent|dram:target <{base}id/actor/s5-9> ; dram:agent|dram:target ?other .
  ?other skos:prefLabel ?name }""",
    "by date": """SELECT ?event ?name ?day { ?event a dram:Event ; skos:prefLabel ?name ; dram:startDate ?day .
  FILTER(?day > "2031-05-05"^^xsd:date) } LIMIT 100""",
    "counted": "SELECT ?modality (COUNT(*) AS ?n) { ?claim dram:modality ?modality } GROUP BY ?modality",
    "described": "CONSTRUCT { <{base}id/actor/s3-2> ?p ?o } { <{base}id/actor/s3-2> ?p ?o }",
}
"""Typical questions, small and large."""


class Times(NamedTuple):
    """Milliseconds of one query: the median of all rounds."""

    service: float
    bare: float


# --------------------------------------------------------------------------- data


def knowledge(claims: int) -> Knowledge:
    """Invented claims whose quotes stand in a text, as the graph demands."""
    of = told(claims)
    digest = hashlib.sha256(_TEXT.encode()).hexdigest()
    return replace(of, articles=tuple(replace(each, text=_TEXT, text_hash=digest) for each in of.articles))


def prepare(folder: Path, claims: int) -> tuple[Path, dict[str, bytes]]:
    """The quads as a file and by named graph."""
    file = folder / f"{claims}.nq"
    if not file.exists():
        of = knowledge(claims)
        consensus = Consensus()
        consensus.add(of)
        graphs = quads.nquads(of, consensus.assessment(), Iris(), version="invented")
        file.write_bytes(b"".join(graphs.values()))
    parts: dict[str, list[bytes]] = {}
    for line in file.read_bytes().splitlines(keepends=True):
        parts.setdefault(line[line.rindex(b"<") + 1 : line.rindex(b">")].decode(), []).append(line)
    return file, {name: b"".join(lines) for name, lines in parts.items()}


def load(folder: Path, file: Path, graphs: Mapping[str, bytes]) -> tuple[float, float]:
    """Seconds to fill a store as a build does, and by the bare bulk loader."""
    began = time.perf_counter()
    store = embedded.open_store(folder / "store", base=BASE)
    store.write(graphs)
    ours = time.perf_counter() - began
    (folder / "home" / "views").mkdir(parents=True)
    store.snapshot(folder / "home" / "views" / "one")
    store.close()
    began = time.perf_counter()
    bare = pyoxigraph.Store(str(folder / "bare"))
    bare.bulk_load(path=str(file), format=pyoxigraph.RdfFormat.N_QUADS)
    bare.flush()
    return ours, time.perf_counter() - began


# --------------------------------------------------------------------------- servers


@contextmanager
def service(folder: Path) -> Iterator[str]:
    """The whole service over that home; gives the address of its endpoint."""
    manifest = Manifest("one", "views/one", None, BASE, "", (), (), (), (), ())
    Home(folder / "home").finish(manifest)
    port = _free_port()
    settings = {"DRAMATIS_HOME": str(folder / "home"), "DRAMATIS_PORT": str(port)}
    with _running([sys.executable, "-m", "api.main", "serve"], port, settings):
        yield f"http://127.0.0.1:{port}/sparql"


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """`oxigraph serve-read-only` over the same data."""
    port = _free_port()
    command = [
        "oxigraph",
        "serve-read-only",
        "--location",
        str(folder / "bare"),
        "--bind",
        f"127.0.0.1:{port}",
    ]
    with _running([*command, "--union-default-graph"], port):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def _running(command: list[str], port: int, settings: Mapping[str, str] | None = None) -> Iterator[None]:
    surroundings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1]), **(settings or {})}
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=surroundings) as process:
        try:
            for _ in range(200):
                try:
                    socket.create_connection(("127.0.0.1", port)).close()
                    break
                except OSError:
                    time.sleep(0.05)
            yield
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


# --------------------------------------------------------------------------- clients


class Client:
    """A connection that is kept open."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self._path = parts.path
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
        self._connection.connect()
        self._connection.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def ask(self, query: str) -> bytes:
        """The answer to a query, in JSON or N-Triples."""
        accept = "application/sparql-results+json, application/n-triples;q=0.9"
        self._connection.request(
            "GET", f"{self._path}?query={quote(query, safe='')}", headers={"Accept": accept}
        )
        response = self._connection.getresponse()
        body = response.read()
        if response.status != 200:
            raise RuntimeError(f"{response.status}: {body[:500]!r}")
        return body


def queries() -> dict[str, str]:
    """The queries with their prefixes."""
    known = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in prefixes(BASE).items())
    return {name: known + text.replace("{base}", BASE) for name, text in QUERIES.items()}


def latencies(ours: str, theirs: str, rounds: int) -> dict[str, Times]:
    """Each query to both, in turn."""
    clients = Client(ours), Client(theirs)
    found: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in QUERIES}
    for _ in range(rounds):
        for name, query in queries().items():
            sizes = []
            for client, times in zip(clients, found[name], strict=True):
                began = time.perf_counter()
                sizes.append(_size(client.ask(query)))
                times.append((time.perf_counter() - began) * 1000)
            if sizes[0] != sizes[1]:
                raise RuntimeError(f"{name}: {sizes[0]} rows are not {sizes[1]}")
    return {name: Times(*map(statistics.median, times)) for name, times in found.items()}


def _size(body: bytes) -> int:
    if body.startswith(b"{"):
        return len(json.loads(body)["results"]["bindings"])
    return body.count(b"\n")


def throughput(address: str, seconds: float) -> float:
    """Answers in a second to all clients together, all queries in turn."""
    context = get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_drive, (address, seconds))


def _drive(address: str, seconds: float) -> float:
    done, texts = [0] * CLIENTS, list(queries().values())
    stop = time.perf_counter() + seconds

    def drive(number: int) -> None:
        client = Client(address)
        while time.perf_counter() < stop:
            client.ask(texts[(number + done[number]) % len(texts)])
            done[number] += 1

    threads = [threading.Thread(target=drive, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(done) / seconds


# --------------------------------------------------------------------------- the report


def measure(folder: Path, claims: int, rounds: int, seconds: float) -> str:
    """All figures, as a text."""
    file, graphs = prepare(folder, claims)
    lines = [f"{file.read_bytes().count(bytes([10])):,} quads"]
    with tempfile.TemporaryDirectory(dir=folder) as scratch, ExitStack() as running:
        ours_load, bare_load = load(Path(scratch), file, graphs)
        lines.append(
            f"load: {ours_load:.1f} s, bare {bare_load:.1f} s: {bare_load / ours_load:.2f} of its speed"
        )
        ours = running.enter_context(service(Path(scratch)))
        theirs = running.enter_context(bare(Path(scratch)))
        found = latencies(ours, theirs, rounds)
        for name, (one, other) in found.items():
            lines.append(f"{name:20} {one:8.2f} ms {other:8.2f} ms {one / other:6.2f}")
        lines.append(
            f"median of the ratios {statistics.median(one / other for one, other in found.values()):.2f}"
        )
        rates = [(throughput(ours, seconds), throughput(theirs, seconds)) for _ in range(3)]
        one, other = (statistics.median(rate) for rate in zip(*rates, strict=True))
        lines.append(
            f"{CLIENTS} clients: {one:.0f}/s, bare {other:.0f}/s: {one / other:.2f} of its throughput"
        )
    return "\n".join(lines) + "\n"


def main() -> int:
    """Run."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.service", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("folder", nargs="?", type=Path, help="where the invented data are kept")
    parser.add_argument("--claims", type=int, default=CLAIMS)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--seconds", type=float, default=8.0)
    given = parser.parse_args()
    if shutil.which("oxigraph") is None:
        print("not there: the command oxigraph; install the package oxigraph", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as scratch:
        folder = given.folder or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        print(measure(folder, given.claims, given.rounds, given.seconds), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main())
