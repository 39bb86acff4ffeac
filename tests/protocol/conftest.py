"""Two endpoints with one small graph: ours, and that of `oxigraph serve` to compare with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import httpx
import pytest

from api.app import create_app
from api.service import Settings
from api.view import View
from tests.api.conftest import BASE, serving, store
from tests.store import servers

ONCE = httpx.Limits(max_keepalive_connections=0)
"""A connection for each request: on a busy machine the server closes idle ones just when they are used again."""

DATA = """
@prefix ex: <http://example.org/> .
@prefix graph: <http://example.org/graph/> .
graph:one {
    ex:a a ex:T ; ex:p "one" ; ex:b _:x .
    _:x ex:p "blank" ; ex:same _:x .
}
graph:two { ex:b ex:p "two"@en ; ex:n 7 ; ex:odd "tab\\there, \\"quoted\\"\\nline <&>" . }
graph:three { ex:c ex:p true . }
"""


@dataclass(frozen=True, slots=True)
class Endpoint:
    """An address that takes queries, and a client that follows nothing by itself."""

    url: str
    client: httpx.Client
    ours: bool

    def __call__(
        self, method: str, query_string: str = "", body: str | bytes | None = None, **headers: str
    ) -> httpx.Response:
        """A request; `headers` with `_` for `-`."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        address = f"{self.url}?{query_string}" if query_string else self.url
        content = body.encode() if isinstance(body, str) else body
        return self.client.request(method, address, content=content, headers=named)


@pytest.fixture(scope="session")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    view = View(store(tmp_path_factory.mktemp("protocol") / "store", DATA.encode()), "digest-1")
    with (
        serving(create_app(view, Settings(BASE))) as found,
        httpx.Client(timeout=60, trust_env=False, limits=ONCE) as client,
    ):
        yield Endpoint(f"{found}/sparql", client, ours=True)


@pytest.fixture(scope="session")
def theirs() -> Iterator[Endpoint]:
    with servers.oxigraph() as found, httpx.Client(timeout=60, trust_env=False, limits=ONCE) as client:
        client.post(
            f"{found}/store", content=DATA, headers={"Content-Type": "application/trig"}
        ).raise_for_status()
        yield Endpoint(f"{found}/query", client, ours=False)
