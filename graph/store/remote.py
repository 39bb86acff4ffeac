"""The store that is a SPARQL 1.1 server: the same promises, as far as the protocols can keep them.

A change is one update, which most servers carry out whole or not at all. What is too much to be said in an update, or
has blank nodes, is put into graphs of its own before, and the update moves those into their places. The default graph
of the server must be the union of its graphs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from graph.errors import EnvironmentFailedError, UsageError
from graph.store import Rows, Term, prefixes
from graph.store.canonical import canonical, digest_of, in_graph, lines, triples
from graph.store.changing import can_differ, dropped, moved, steps
from graph.store.forms import declared, form, refuse_service, with_values
from graph.store.results import answer
from graph.store.server import RESULTS, TRIPLES, Server

DRAFT = "urn:dramatis:draft:"
"""What the names of graphs begin with that wait for their places."""

SAID = 1_000
"""Triples of one graph that are said in the update itself (Virtuoso takes less than 5,000 in all)."""
SAID_IN_ALL = 2_000

_DEFINED = "ASK { GRAPH ?g { dram:Claim ?p ?o } }"
_GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"


class RemoteStore:
    """A server as a store; see `graph.store.Store` for what its methods promise."""

    def __init__(self, server: Server, *, base: str) -> None:
        self._server = server
        self._own = f"{base}graph/"
        self.prefixes = prefixes(base)

    # ------------------------------------------------------------------ writing

    def replace(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        self.write({name: lines(in_graph(quads, name)) for name, quads in graphs.items()})

    def write(self, graphs: Mapping[str, bytes]) -> None:
        """As `replace`, with the quads of each graph as N-Quads."""
        there = self._counted()
        if not any(name.startswith(self._own) for name in there):
            # Nobody reads what no manifest speaks of yet.
            for name in sorted(graphs):
                self._put(name, name, graphs[name])
            self._check_union()
            return
        todo = [dropped(name) for name in sorted(there) if name.startswith(DRAFT)]
        said = 0
        for name in sorted(graphs):
            told = graphs[name]
            held = self.nquads(name) if told and name in there else b""
            change = steps(name, held, told)
            size = sum(step.count(b"\n") for step in change)
            if told and (size > SAID or said + size > SAID_IN_ALL or not can_differ(held, told)):
                draft = DRAFT + hashlib.sha256(name.encode()).hexdigest()[:16]
                self._put(draft, name, told)
                todo = [each for each in todo if each != dropped(draft)]
                change, size = [dropped(name), moved(draft, name)], 0
            todo += change
            said += size
        if todo:
            self._server.update(b" ;\n".join(todo))

    def _put(self, place: str, name: str, told: bytes) -> None:
        if told:
            self._server.put(place, b"\n".join(triples(told, name)) + b"\n")

    def _check_union(self) -> None:
        """Raise if a query that names no graph would see none of ours."""
        if not self.ask("ASK { dram:Claim ?p ?o }") and self.ask(_DEFINED):
            raise EnvironmentFailedError(
                "The default graph of the server is not the union of its graphs; start it so that it is, or give "
                "store with what asks for that (oxigraph serve: ?union-default-graph)"
            )

    # ------------------------------------------------------------------ asking

    def select(self, query: str, values: Mapping[str, Term] | None = None) -> Rows:
        if form(query) != "SELECT":
            raise UsageError("This query is no SELECT query; it asks or constructs")
        found = self._asked(with_values(query, values or {}))
        assert isinstance(found, Rows)
        return found

    def ask(self, query: str) -> bool:
        if form(query) != "ASK":
            raise UsageError("This query is no ASK query; it selects or constructs")
        return bool(self._asked(query))

    def construct(self, query: str) -> list[Triple]:
        if form(query) not in ("CONSTRUCT", "DESCRIBE"):
            raise UsageError("This query is no CONSTRUCT or DESCRIBE query; it selects or asks")
        told = _parsed(self._server.query(self._whole(query), TRIPLES))
        return sorted({quad.triple for quad in told}, key=str)

    def answer(self, query: str) -> Rows | bool | list[Triple]:
        """The answer to a query of any form."""
        return self.construct(query) if form(query) in ("CONSTRUCT", "DESCRIBE") else self._asked(query)

    def _asked(self, query: str) -> Rows | bool:
        return answer(self._server.query(self._whole(query), RESULTS))

    def _whole(self, query: str) -> str:
        refuse_service(query)
        return declared(query, self.prefixes)

    # ------------------------------------------------------------------ reading

    def names(self) -> list[str]:
        return sorted(self.sizes())

    def sizes(self) -> dict[str, int]:
        """How many triples each graph has."""
        return {name: size for name, size in self._counted().items() if name.startswith(self._own)}

    def contains(self, name: str) -> bool:
        return self.ask(f"ASK {{ GRAPH {NamedNode(name)} {{ ?s ?p ?o }} }}")

    def quads(self, name: str | None = None) -> list[Quad]:
        names = self.names() if name is None else [name]
        return [quad for each in names for quad in self._canonical(each)]

    def matching(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        target: Term | None = None,
        graph: str | None = None,
    ) -> list[Quad]:
        given = {"s": subject, "p": predicate, "o": target, "g": graph and NamedNode(graph)}
        text = {name: f"?{name}" if term is None else str(term) for name, term in given.items()}
        query = "SELECT ?s ?p ?o ?g {{ GRAPH {g} {{ {s} {p} {o} }} }}".format_map(text)
        found = [
            Quad(*(given[name] or term for name, term in zip("spog", row, strict=True)))  # type: ignore[arg-type]
            for row in self.select(query).rows
        ]
        return sorted(found, key=str)

    def nquads(self, name: str) -> bytes:
        return lines(self._canonical(name))

    def digest(self, name: str) -> str:
        return digest_of(self.nquads(name))

    def close(self) -> None:
        self._server.close()

    def _canonical(self, name: str) -> list[Quad]:
        node = NamedNode(name)
        told = _parsed(self._server.read(name))
        return canonical((Quad(quad.subject, quad.predicate, quad.object, node) for quad in told), name)

    def _counted(self) -> dict[str, int]:
        """How many triples each graph of the server has, also of those that are not ours."""
        found: dict[str, int] = {}
        for name, size in self.select(_GRAPHS).rows:
            if isinstance(name, NamedNode) and size is not None:
                found[name.value] = int(size.value)  # type: ignore[union-attr]  # a count is a literal
        return found


def _parsed(told: bytes) -> list[Quad]:
    """What a server sent as triples."""
    try:
        return list(parse(told, format=RdfFormat.N_TRIPLES))
    except (SyntaxError, ValueError) as error:
        raise EnvironmentFailedError(f"The store sends no N-Triples where it should: {error}") from error
