"""The stores that one suite runs on: Oxigraph inside our process, and two servers of other people."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from graph.settings import Settings
from graph.store import Store
from graph.store.address import address
from graph.store.embedded import in_memory, open_store
from graph.store.remote import RemoteStore
from graph.store.server import Server

BASE = "https://example.org/"
KINDS = ("memory", "disk", "oxigraph", "virtuoso")


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Settings:
    """The settings for a graph in a server, which holds none of ours yet."""
    settings: Settings = request.getfixturevalue(f"{request.param}_settings")
    emptied(settings)
    return settings


@pytest.fixture(params=KINDS)
def made(request: pytest.FixtureRequest) -> Iterator[Callable[[], Store]]:
    """Makes an empty store of a kind; of a server there is only one, emptied each time."""
    opened: list[Store] = []

    def make() -> Store:
        match request.param:
            case "memory":
                opened.append(in_memory(base=BASE))
            case "disk":
                folder = request.getfixturevalue("tmp_path") / f"store-{len(opened)}"
                opened.append(open_store(folder, base=BASE))
            case kind:
                settings = request.getfixturevalue(f"{kind}_settings")
                emptied(settings)
                opened.append(remote(settings))
        return opened[-1]

    yield make
    for each in opened:
        each.close()


@pytest.fixture
def store(made: Callable[[], Store]) -> Store:
    """An empty store of each kind."""
    return made()


def remote(settings: Settings, base: str = BASE) -> RemoteStore:
    place = address(settings)
    assert place is not None
    return RemoteStore(Server(place), base=base)


def emptied(settings: Settings) -> None:
    """Take all graphs of ours out of a server, under whatever base they are."""
    place = address(settings)
    assert place is not None
    server = Server(place)
    whole = RemoteStore(server, base=BASE)
    names = [name for name in whole._counted() if "/graph/" in name or name.startswith("urn:")]
    if names:
        server.update(" ;\n".join(f"DROP SILENT GRAPH <{name}>" for name in names).encode())
    server.close()
