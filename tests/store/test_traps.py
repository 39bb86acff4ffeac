"""What Oxigraph does that one would not think, and what keeps us from it. If one of these fails, a trap is gone."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from graph.errors import EnvironmentFailedError
from graph.home import Home
from graph.store import embedded

BASE = "https://w3id.org/dramatis/"
A, P = ox.NamedNode("http://x/a"), ox.NamedNode("http://x/p")

_ITERATED_ELSEWHERE = """
import threading, pyoxigraph as ox
store = ox.Store()
for n in range(3): store.add(ox.Quad(ox.NamedNode(f"http://x/{n}"), ox.NamedNode("http://x/p"), ox.Literal(n)))
rows = store.query("SELECT * { ?s ?p ?o }")
other = threading.Thread(target=lambda: print(len(list(rows))))
other.start(); other.join()
"""


def test_rows_that_are_read_in_another_thread_end_the_process() -> None:
    """So `Reader` and the stores give lists, and workers have one thread."""
    ended = subprocess.run([sys.executable, "-c", _ITERATED_ELSEWHERE], capture_output=True, check=False)

    assert ended.returncode == -signal.SIGABRT


def test_what_our_stores_answer_can_be_read_in_any_thread() -> None:
    store = embedded.in_memory(base=BASE)
    store.replace({"http://x/g": [ox.Quad(A, P, ox.Literal("x"), ox.NamedNode("http://x/g"))]})
    answer = store.select("SELECT * { ?s ?p ?o }")
    found: list[int] = []
    other = threading.Thread(target=lambda: found.append(len(list(answer.rows))))
    other.start()
    other.join()

    assert found == [1]


def _count_up(store: ox.Store, times: int, lock: threading.Lock | None) -> None:
    step = "DELETE { ?s ?p ?v } INSERT { ?s ?p ?w } WHERE { ?s ?p ?v BIND(?v + 1 AS ?w) }"
    for _ in range(times):
        if lock is None:
            store.update(step)
        else:
            with lock:
                store.update(step)


def _counted(folder: Path, lock: threading.Lock | None) -> list[str]:
    store = ox.Store(str(folder))
    store.add(ox.Quad(A, P, ox.Literal(0)))
    threads = [threading.Thread(target=_count_up, args=(store, 100, lock)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return [quad.object.value for quad in store if isinstance(quad.object, ox.Literal)]


def test_updates_at_the_same_time_are_lost_without_an_error(tmp_path: Path) -> None:
    """So there is one writer; a lock in its place keeps them all."""
    assert _counted(tmp_path / "locked", threading.Lock()) == ["400"]
    assert any(_counted(tmp_path / str(n), None) != ["400"] for n in range(5))


def test_there_is_one_writer(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with home.writing(), pytest.raises(EnvironmentFailedError, match="Another dramatis"), home.writing():
        pass

    store = embedded.open_store(tmp_path / "store", base=BASE)
    with pytest.raises(EnvironmentFailedError, match="in use by another process"):
        embedded.open_store(tmp_path / "store", base=BASE)
    store.close()


def test_a_union_is_no_merge() -> None:
    """A triple in two graphs gives two rows. In a graph that we build every triple stands in one graph only
    (tests/test_quads.py), so counts are right; in others DISTINCT helps."""
    store = ox.Store()
    for name in ("g", "h"):
        store.add(ox.Quad(A, P, ox.Literal("x"), ox.NamedNode(f"http://x/{name}")))

    def rows(query: str) -> int:
        results = store.query(query, use_default_graph_as_union=True)
        assert isinstance(results, ox.QuerySolutions)
        return len(list(results))

    assert rows("SELECT ?s ?p ?o { ?s ?p ?o }") == 2
    assert rows("SELECT DISTINCT ?s ?p ?o { ?s ?p ?o }") == 1


XSD = "http://www.w3.org/2001/XMLSchema#"
REWRITTEN = [
    (
        ox.Literal("007", datatype=ox.NamedNode(XSD + "integer")),
        ox.Literal("7", datatype=ox.NamedNode(XSD + "integer")),
    ),
    (
        ox.Literal("2.50", datatype=ox.NamedNode(XSD + "decimal")),
        ox.Literal("2.5", datatype=ox.NamedNode(XSD + "decimal")),
    ),
    (
        ox.Literal("3", datatype=ox.NamedNode(XSD + "nonNegativeInteger")),
        ox.Literal("3", datatype=ox.NamedNode(XSD + "integer")),
    ),
    (ox.Literal("x", language="en-GB"), ox.Literal("x", language="en-gb")),
]


@pytest.mark.parametrize(("given", "held"), REWRITTEN, ids=[str(given) for given, _ in REWRITTEN])
def test_a_literal_is_kept_by_its_value(given: ox.Literal, held: ox.Literal) -> None:
    """So digests are taken of what the store gives back, and quotes are plain strings."""
    store = embedded.in_memory(base=BASE)
    name = "http://x/g"
    store.replace({name: [ox.Quad(A, P, given, ox.NamedNode(name))]})

    assert [quad.object for quad in store.quads(name)] == [held]
    assert store.digest(name) == embedded.digest_of(f"{A} {P} {held} <{name}> .\n".encode())


@pytest.mark.parametrize("text", ["007", "2.50", " x\t\r\n", "x\u0000\u0001", "e\u0301"])
def test_a_quote_is_kept_to_the_letter(text: str) -> None:
    store = embedded.in_memory(base=BASE)
    name = "http://x/g"
    store.replace({name: [ox.Quad(A, P, ox.Literal(text), ox.NamedNode(name))]})

    assert [quad.object for quad in store.quads(name)] == [ox.Literal(text)]


def test_readers_open_a_backup_that_no_writer_touches(tmp_path: Path) -> None:
    """To open the folder of a writer read-only is undefined; a backup shares its files and stays as it is."""
    store = embedded.open_store(tmp_path / "store", base=BASE)
    name = "http://x/g"
    store.replace({name: [ox.Quad(A, P, ox.Literal("old"), ox.NamedNode(name))]})
    store.snapshot(tmp_path / "view")
    shared = [file for file in (tmp_path / "view").glob("*.sst") if file.stat().st_nlink > 1]
    assert shared, "the files of a backup are hard links"
    reader = embedded.read_only(tmp_path / "view", base=BASE)
    for n in range(50):
        store.replace({name: [ox.Quad(A, P, ox.Literal(f"new {n}"), ox.NamedNode(name))]})

    assert [quad.object for quad in reader.quads(name)] == [ox.Literal("old")]
    store.close()
