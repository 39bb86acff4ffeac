"""Where a store that is a server answers: its three protocols, and what it wants to see before it does."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from graph.errors import UsageError
from graph.settings import Settings

OXIGRAPH = ("query?union-default-graph", "update", "store")
"""Where `oxigraph serve` has its protocols below its address; its default graph is no union unless asked for."""


@dataclass(frozen=True, slots=True)
class Address:
    """The addresses of the SPARQL 1.1 query, update and graph store protocols, and the credentials for them."""

    query: str
    update: str
    graphs: str
    auth: str = field(default="", repr=False)

    @property
    def told(self) -> str:
        """The address as it may be shown to anybody."""
        return self.query

    @property
    def host(self) -> str:
        """The machine and port that it is at."""
        return urlsplit(self.query).netloc


def address(settings: Settings) -> Address | None:
    """The server that holds the graph, or None where the store is a folder of the home.

    An address without a path is that of `oxigraph serve`; for other servers each protocol has its own setting.
    """
    if not settings.store:
        for name in ("store_update", "store_graphs"):
            if getattr(settings, name):
                raise UsageError(
                    f"{name} is set but store is not; set store to where the server takes queries"
                )
        return None
    parts = urlsplit(settings.store)
    if parts.path in ("", "/") and not parts.query:
        root = settings.store.rstrip("/")
        query, update, graphs = (f"{root}/{path}" for path in OXIGRAPH)
        update, graphs = settings.store_update or update, settings.store_graphs or graphs
    else:
        query, update, graphs = settings.store, settings.store_update, settings.store_graphs
    for name, other in (("store_update", update), ("store_graphs", graphs)):
        if other and urlsplit(other).netloc != parts.netloc:
            raise UsageError(f"{name} is on another machine than store; both must be on {parts.netloc}")
    return Address(query, update, graphs, settings.store_auth)
