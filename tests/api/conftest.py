"""A small invented graph, served by a real server on a free port."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pyoxigraph as ox
import pytest
import uvicorn

from api.app import create_app
from api.serve import listen
from api.service import Settings
from api.store import Reader
from api.view import View
from api.workers.limits import Limits

BASE = "https://w3id.org/dramatis/"


def store(folder: Path, trig: bytes | None = None) -> Path:
    """A store in that folder with the invented graph, or with another one."""
    data = Path(__file__).with_name("valdara.trig").read_bytes() if trig is None else trig
    filled = ox.Store(str(folder))
    filled.bulk_load(data, format=ox.RdfFormat.TRIG)
    filled.flush()
    return folder


@contextmanager
def serving(app: object) -> Iterator[str]:
    """A server for an application, in a thread of this process; gives its address."""
    listening = listen("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", access_log=False))  # type: ignore[arg-type]
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    deadline = time.monotonic() + 60
    while not server.started:
        assert thread.is_alive(), "the server ended while it started"
        assert time.monotonic() < deadline, "the server did not start in 60 s"
        time.sleep(0.02)
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    server.should_exit = True
    thread.join(20)


@pytest.fixture(scope="session")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(store(tmp_path_factory.mktemp("view") / "store"), "digest-1")


@pytest.fixture(scope="session")
def reader(view: View) -> Reader:
    return Reader(view, BASE)


@pytest.fixture(scope="session")
def address(view: View) -> Iterator[str]:
    limits = Limits(seconds=1.0, rows=50, bytes=100_000, memory=600_000_000, workers=2, pause=0.0)
    with serving(create_app(view, Settings(BASE, limits))) as found:
        yield found


@pytest.fixture(scope="session")
def client(address: str) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=address, timeout=20) as found:
        yield found


_OUTSIDE: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
        if not host.startswith("127.") and host not in ("::1", "localhost"):
            _OUTSIDE.append(host)


sys.addaudithook(_watch)


@pytest.fixture(scope="session", autouse=True)
def no_connection_leaves_the_machine() -> Iterator[None]:
    """In all tests of the service; its workers are seen to in `test_no_way_out`."""
    yield
    assert not _OUTSIDE
