"""The store inside our own process: Oxigraph, on disk or in memory.

Oxigraph stores the value of a literal, not its spelling: `007` becomes `7`, `xsd:nonNegativeInteger`
becomes `xsd:integer`, language tags become lower case. Digests are therefore taken of what a store
gives back, never of what was put in.
"""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph
from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
)

from graph import iris
from graph.errors import EnvironmentFailedError, UsageError
from graph.store import Rows, Term, prefixes
from graph.store.canonical import MAYBE_BLANK, canonical, digest_of, in_graph, lines
from graph.store.changing import steps
from graph.store.forms import refuse_service

FORMATS = {"nq": RdfFormat.N_QUADS, "trig": RdfFormat.TRIG}
"""What an export of others is read in; neither of them can name another file, or nest so deep that it matters."""

MOST = 2_000_000_000
"""Bytes of an export of others, unpacked."""


class EmbeddedStore:
    """An Oxigraph store; see `graph.store.Store` for what its methods promise."""

    def __init__(self, inner: pyoxigraph.Store, *, base: str, on_disk: bool) -> None:
        self._inner = inner
        self.prefixes = prefixes(base)
        self._on_disk = on_disk

    # ------------------------------------------------------------------ writing

    def replace(self, graphs: Mapping[str, Iterable[Quad]]) -> None:
        self.write({name: lines(in_graph(quads, name)) for name, quads in graphs.items()})

    def write(self, graphs: Mapping[str, bytes]) -> None:
        """As `replace`, with the quads of each graph as N-Quads."""
        try:
            if len(self._inner) == 0:
                self._fill(graphs)
            else:
                self._update(graphs)
        except OSError as error:
            raise EnvironmentFailedError(
                f"The store cannot be written: {error}; it keeps what it had. Make room and try again"
            ) from error
        if self._on_disk:
            self._inner.flush()

    def _fill(self, graphs: Mapping[str, bytes]) -> None:
        # The bulk loader calls blank nodes by chance, so what may have some goes in by itself, and first.
        blank = [told for told in graphs.values() if MAYBE_BLANK in told]
        plain = [told for told in graphs.values() if MAYBE_BLANK not in told]
        self._inner.bulk_extend(pyoxigraph.parse(b"".join(blank), format=RdfFormat.N_QUADS))
        self._inner.bulk_load(b"".join(plain), format=RdfFormat.N_QUADS, lenient=True)

    def _update(self, graphs: Mapping[str, bytes]) -> None:
        todo = [step for name in sorted(graphs) for step in self._steps(name, graphs[name])]
        if todo:
            # One update is one transaction, however many steps it has: kill -9 leaves old or new.
            self._inner.update(b";\n".join(todo).decode())

    def _steps(self, name: str, told: bytes) -> list[bytes]:
        held = lines(self._inner.quads_for_pattern(None, None, None, NamedNode(name)))
        return steps(name, held, told)

    # ------------------------------------------------------------------ asking

    def select(self, query: str, values: Mapping[str, Term] | None = None) -> Rows:
        answer = self._query(query, values)
        if not isinstance(answer, QuerySolutions):
            raise UsageError("This query is no SELECT query; it asks or constructs")
        names = tuple(variable.value for variable in answer.variables)
        return Rows(names, [tuple(row[name] for name in names) for row in answer])

    def ask(self, query: str) -> bool:
        answer = self._query(query)
        if not isinstance(answer, QueryBoolean):
            raise UsageError("This query is no ASK query; it selects or constructs")
        return bool(answer)

    def construct(self, query: str) -> list[Triple]:
        answer = self._query(query)
        if not isinstance(answer, QueryTriples):
            raise UsageError("This query is no CONSTRUCT or DESCRIBE query; it selects or asks")
        return sorted(set(answer), key=str)

    def answer(self, query: str) -> Rows | bool | list[Triple]:
        """The answer to a query of any form."""
        answer = self._query(query)
        if isinstance(answer, QueryBoolean):
            return bool(answer)
        if isinstance(answer, QueryTriples):
            return sorted(set(answer), key=str)
        names = tuple(variable.value for variable in answer.variables)
        return Rows(names, [tuple(row[name] for name in names) for row in answer])

    def _query(
        self, query: str, values: Mapping[str, Term] | None = None
    ) -> QuerySolutions | QueryBoolean | QueryTriples:
        refuse_service(query)
        bound = {pyoxigraph.Variable(name): term for name, term in (values or {}).items()}
        try:
            return self._inner.query(
                query, prefixes=self.prefixes, use_default_graph_as_union=True, substitutions=bound
            )
        except SyntaxError as error:
            raise UsageError(f"The query is not valid SPARQL: {error}") from error

    # ------------------------------------------------------------------ reading

    def names(self) -> list[str]:
        return sorted(node.value for node in self._inner.named_graphs() if isinstance(node, NamedNode))

    def contains(self, name: str) -> bool:
        return self._inner.contains_named_graph(NamedNode(name))

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
        place = None if graph is None else NamedNode(graph)
        return sorted(self._inner.quads_for_pattern(subject, predicate, target, place), key=str)

    def nquads(self, name: str) -> bytes:
        return lines(self._canonical(name))

    def digest(self, name: str) -> str:
        return digest_of(self.nquads(name))

    def _canonical(self, name: str) -> list[Quad]:
        return canonical(self._inner.quads_for_pattern(None, None, None, NamedNode(name)), name)

    def snapshot(self, folder: Path) -> None:
        self._inner.flush()
        self._inner.backup(str(folder))

    def close(self) -> None:
        if self._on_disk:
            self._inner.flush()
        # Oxigraph lets go of its folder when the object goes.
        del self._inner


def open_store(folder: Path, *, base: str) -> EmbeddedStore:
    """The store in a folder, for its one writer; an empty one where there is none."""
    try:
        return EmbeddedStore(pyoxigraph.Store(str(folder)), base=base, on_disk=True)
    except (OSError, RuntimeError) as error:  # RocksDB reports damage as either
        raise EnvironmentFailedError(_refused(folder, error)) from error


def read_only(folder: Path, *, base: str) -> EmbeddedStore:
    """A snapshot, for reading; never a store that somebody may write to (Oxigraph leaves that undefined)."""
    try:
        return EmbeddedStore(pyoxigraph.Store.read_only(str(folder)), base=base, on_disk=False)
    except (OSError, RuntimeError) as error:  # RocksDB reports damage as either
        raise EnvironmentFailedError(_refused(folder, error)) from error


def in_memory(*, base: str) -> EmbeddedStore:
    """An empty store that is gone when the process ends."""
    return EmbeddedStore(pyoxigraph.Store(), base=base, on_disk=False)


def loaded(path: Path) -> EmbeddedStore:
    """The graph of an export in N-Quads or TriG, packed or not; its base IRI is that of its named graphs."""
    form = FORMATS.get(path.name.removesuffix(".gz").rpartition(".")[2])
    if form is None:
        raise UsageError(f"{path} is no export with named graphs; write one with `dramatis export -f nq`")
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            content = file.read(MOST + 1)
        if len(content) > MOST:
            raise EnvironmentFailedError(
                f"{path} has more than {MOST} bytes when unpacked; build it from its texts"
            )
        inner = pyoxigraph.Store()
        inner.bulk_load(content, format=form)
    except (OSError, EOFError, SyntaxError) as error:
        raise EnvironmentFailedError(f"{path} cannot be read: {error}") from error
    names = sorted(node.value for node in inner.named_graphs() if isinstance(node, NamedNode))
    base = next((name.rpartition("graph/")[0] for name in names if "graph/" in name), iris.Iris().base)
    return EmbeddedStore(inner, base=base, on_disk=False)


def remove(folder: Path) -> None:
    """Delete a snapshot or a store."""
    shutil.rmtree(folder, ignore_errors=True)


def _refused(folder: Path, error: Exception) -> str:
    cause = str(error).splitlines()[0]
    if "lock" in cause.lower():
        return f"The store {folder} is in use by another process; wait for it or stop it ({cause})"
    return (
        f"The store {folder} cannot be opened: {cause}; delete that folder and build again, "
        "the texts and what was read from them are kept beside it"
    )
