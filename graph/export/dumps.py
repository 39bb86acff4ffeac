"""The whole graph as packed files with checksums."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO, cast

import pyoxigraph
from pyoxigraph import Quad, RdfFormat, Triple

from graph.dumps import DUMPS, SUMS, graphs_of
from graph.iris import Iris
from graph.store import Store


def write(store: Store, iris: Iris, prefixes: Mapping[str, str], folder: Path) -> None:
    """Write every dump into a folder, and last the file of their checksums, so that with it all are whole.

    Equal graphs give equal bytes: quads are sorted, and the packed files name no time. One graph at a time is
    in memory, not all of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for dump in DUMPS:
        with (folder / dump.name).open("wb") as raw, gzip.GzipFile("", "wb", 6, raw, mtime=0) as packed:
            form = RdfFormat.from_extension(dump.suffix)
            assert form is not None
            told = _quads(store, graphs_of(dump.flavour, store, iris))
            statements = told if form.supports_datasets else _triples(told)
            pyoxigraph.serialize(statements, cast(IO[bytes], packed), format=form, prefixes=dict(prefixes))
    sums = (f"{_sum(folder / dump.name)}  {dump.name}\n" for dump in sorted(DUMPS, key=lambda d: d.name))
    (folder / SUMS).write_text("".join(sums), encoding="utf-8")


def _quads(store: Store, names: list[str]) -> Iterator[Quad]:
    for name in names:
        yield from store.quads(name)


def _triples(quads: Iterator[Quad]) -> Iterator[Triple]:
    """Each quad's triple; every triple of ours stands in one graph only, so none comes twice."""
    return (quad.triple for quad in quads)


def _sum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
