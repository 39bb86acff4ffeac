"""Where the quads live: one Protocol, so that pipeline and service don't know which store it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from graph import iris

__all__ = ["Quad", "Rows", "Store", "Term", "Triple", "day", "prefixes", "value"]

_DATE = NamedNode("http://www.w3.org/2001/XMLSchema#date")

Term = NamedNode | BlankNode | Literal | Triple


class Rows(NamedTuple):
    """The answer to a SELECT: its variables, and a tuple for each row with None where one is unbound."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


def value(term: Term) -> str:
    """An IRI without its brackets, a literal without its datatype."""
    return str(term) if isinstance(term, Triple) else term.value


def day(of: date) -> Term:
    """A day as the graph writes it."""
    return Literal(of.isoformat(), datatype=_DATE)


def prefixes(base: str) -> dict[str, str]:
    """What a query may use without declaring it, in an installation whose IRIs begin with `base`."""
    kinds = ("actor", "claim", "conflict", "doc", "event", "place", "post", "prop", "relation")
    return iris.prefixes(base) | {kind: f"{base}id/{kind}/" for kind in kinds}


class Store(Protocol):
    """Named graphs that can be read and, by one writer, replaced.

    Queries see the union of all graphs as the default graph: claims assert nothing, so it is safe.
    """

    prefixes: dict[str, str]
    """What its queries may use without declaring it."""

    def replace(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        """Make each named graph hold exactly these quads: all of them or, if it fails, none.

        A graph given without quads is removed.
        """

    def write(self, graphs: Mapping[str, bytes]) -> None:
        """As `replace`, with the quads of each graph as `nquads` gives them."""

    def select(self, query: str, values: Mapping[str, Term] | None = None) -> Rows:
        """The rows of a SELECT query; `values` bind variables that it selects."""

    def ask(self, query: str) -> bool:
        """The answer to an ASK query."""

    def construct(self, query: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query, sorted."""

    def answer(self, query: str) -> Rows | bool | list[Triple]:
        """The answer to a query of any form."""

    def names(self) -> list[str]:
        """The names of all graphs, sorted."""

    def contains(self, name: str) -> bool:
        """Whether there is a graph of that name."""

    def quads(self, name: str | None = None) -> list[Quad]:
        """The quads of one graph or of all, in an order and with blank nodes that depend on them alone."""

    def matching(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        target: Term | None = None,
        graph: str | None = None,
    ) -> list[Quad]:
        """The quads with these parts, sorted as N-Quads."""

    def nquads(self, name: str) -> bytes:
        """The quads of one graph as sorted N-Quads: what its digest is taken of."""

    def digest(self, name: str) -> str:
        """SHA-256 of the quads of one graph."""

    def close(self) -> None:
        """Write everything to disk and let the next writer in."""
