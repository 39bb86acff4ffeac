"""The files in which the whole graph is given away: which there are, and what each holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from graph.iris import Iris
from graph.store import Store

Flavour = Literal["full", "accepted"]

FLAVOURS: Mapping[Flavour, tuple[str, ...]] = {"full": (), "accepted": ("entities", "accepted")}
"""The named graphs of each flavour; none stands for all."""

SUMS = "SHA256SUMS"


class Dump(NamedTuple):
    """One file."""

    flavour: Flavour
    suffix: str
    media: str

    @property
    def name(self) -> str:
        return f"{self.flavour}.{self.suffix}.gz"


DUMPS = (
    Dump("full", "nq", "application/n-quads"),
    Dump("full", "trig", "application/trig"),
    Dump("accepted", "nt", "application/n-triples"),
    Dump("accepted", "ttl", "text/turtle"),
)


def graphs_of(flavour: Flavour, store: Store, iris: Iris) -> list[str]:
    """The named graphs of a flavour that a store holds, sorted."""
    wanted = {iris.named_graph(name) for name in FLAVOURS[flavour]}
    return [name for name in store.names() if not wanted or name in wanted]
