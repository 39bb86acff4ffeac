"""`serve` on a graph that the pipeline built: the whole way from files to an answer over a socket."""

from __future__ import annotations

import html
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from api.serve import serve
from graph import pipeline, queries
from graph.errors import EnvironmentFailedError
from graph.home import Home
from graph.settings import Settings
from graph.terminal import silent
from tests.api.conftest import BASE
from tests.tiny import Tiny

TEXT = """Title: One
Source: The Post
Date: 2031-03-04

In the spring, Gen. Ali Nur leads the Northern Brigade, it is said. 7 people died in the Harbour Attack.
"""
_START = "import sys; from pathlib import Path; from api.serve import serve; serve(Path(sys.argv[1]), port=0)"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("home")
    (folder / "one.txt").write_text(TEXT, encoding="utf-8")
    pipeline.build([folder / "one.txt"], Home(folder / "home"), Tiny(), Settings(), silent)
    return folder / "home"


@pytest.fixture(scope="module")
def served(home: Path) -> Iterator[tuple[httpx.Client, subprocess.Popen[str], str]]:
    with subprocess.Popen(
        [sys.executable, "-c", _START, str(home)],
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    ) as process:
        assert process.stderr is not None
        welcome = "".join(process.stderr.readline() for _ in range(4))
        found = re.search(r"http://127\.0\.0\.1:\d+", welcome)
        assert found is not None, welcome
        with httpx.Client(base_url=found[0], timeout=20) as client:
            for _ in range(200):
                with suppress(httpx.ConnectError):
                    client.get("/api/v1/healthz")
                    break
                time.sleep(0.05)
            yield client, process, welcome
        process.kill()


Served = tuple[httpx.Client, subprocess.Popen[str], str]


def test_the_start_tells_the_address_and_three_things_to_try(served: Served) -> None:
    assert served[2].startswith("Serving at http://127.0.0.1:")
    assert served[2].count("  curl ") == 3


def test_what_the_pipeline_wrote_is_found_and_explained(served: Served) -> None:
    client, _, _ = served
    (hit,) = client.get("/api/v1/actors", params={"q": "ali nur"}).json()["items"]
    (claim,) = client.get(f"/api/v1/actors/{hit['actor']['id']}/claims").json()["items"]
    detail = client.get(f"/api/v1/claims/{claim['id']}").json()

    assert claim["statement"] == "Ali Nur – leads – Northern Brigade"
    assert detail["context"] == {
        "before": "In the spring, Gen. ",
        "quote": detail["quote"],
        "after": ", it is said.",
        "whole": True,
    }
    assert TEXT[detail["start"] : detail["end"]] == detail["quote"]


def test_the_examples_of_the_editor_come_from_the_graph_and_can_be_run(served: Served) -> None:
    client, _, _ = served
    form = client.get("/sparql", headers={"Accept": "text/html"}).text
    links = re.findall(r'<li><a href="(/sparql\?query=[^"]+)">([^<]+)</a>', form)

    assert [question for _, question in links] == sorted(map(queries.question, queries.NAMES))
    for link, _ in links:
        page = client.get(html.unescape(link), headers={"Accept": "text/html"})
        assert (page.status_code, " rows in " in page.text or "1 row in " in page.text) == (200, True)


def test_the_table_of_the_editor_calls_things_by_their_names(served: Served) -> None:
    client, _, _ = served
    query = f"SELECT ?who {{ ?who a <{BASE}ontology#Person> }}"
    page = client.get("/sparql", params={"query": query}, headers={"Accept": "text/html"}).text

    assert re.search(r'<td><a href="/page/actor/[^"]+">Ali Nur</a></td>', page)


def test_every_page_of_the_built_graph_can_be_read(served: Served) -> None:
    client, _, _ = served
    todo, seen = {"/", "/page/events", "/page/sources", "/page/conflicts", "/ontology"}, set[str]()
    while todo:
        path = todo.pop()
        seen.add(path)
        response = client.get(path, headers={"Accept": "text/html"})
        assert response.status_code == 200, path
        todo |= set(re.findall(r'href="(/page/[^"]+)"', response.text)) - seen

    assert len(seen) > 10


def test_every_kind_of_iri_leads_to_data(served: Served) -> None:
    client, _, _ = served
    query = "SELECT DISTINCT ?s { GRAPH ?g { ?s a ?t } FILTER(STRSTARTS(STR(?s), '" + BASE + "id/')) }"
    rows = client.post("/sparql", data={"query": query}).json()["results"]["bindings"]
    paths = {row["s"]["value"].removeprefix(BASE).split("#")[0] for row in rows}

    assert len({path.split("/")[1] for path in paths}) >= 6
    for path in sorted(paths):
        assert client.get("/" + path).status_code == 303
        assert client.get("/" + path, follow_redirects=True).status_code == 200


def test_a_stop_is_graceful_and_leaves_no_process_behind(served: Served) -> None:
    client, process, _ = served
    children = _children(process.pid)
    assert len(children) == 3
    client.close()
    process.send_signal(signal.SIGTERM)

    assert process.wait(15) in (0, -signal.SIGTERM)
    assert not [pid for pid in children if _runs(pid)]
    assert process.stderr is not None
    assert "Traceback" not in process.stderr.read()


def test_a_home_without_a_graph_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFailedError, match="dramatis build"):
        serve(tmp_path, port=0)


def test_a_port_in_use_is_named(home: Path) -> None:
    import socket

    with (
        socket.create_server(("127.0.0.1", 0)) as other,
        pytest.raises(EnvironmentFailedError, match="--port"),
    ):
        serve(home, port=other.getsockname()[1])


def _children(pid: int) -> list[int]:
    command = ["/bin/ps", "-o", "pid=", "--ppid", str(pid)]
    found = subprocess.run(command, capture_output=True, text=True, check=True)
    return [int(line) for line in found.stdout.split()]


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True
