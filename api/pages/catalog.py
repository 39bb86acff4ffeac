"""The page about the whole graph: how much of what it holds, and how to get all of it."""

from __future__ import annotations

from itertools import groupby

from api.lookups.words import labels, local, value
from api.pages.html import Html, fill, join, link, page
from api.store import Reader, Row
from graph.dumps import DUMPS, SUMS

_MOST = 40
"""Classes and properties of our own on the page; the Turtle has all of them."""

_HEADS = {"class": ("Class", "Things"), "property": ("Property", "Triples")}


def catalog(reader: Reader) -> str:
    """Each dataset with its files and its parts, the largest first."""
    rows = sorted(
        reader.rows("catalog"), key=lambda row: (-int(value(row, "triples")), value(row, "dataset"))
    )
    names = labels(reader, (row["term"] for row in rows))
    datasets = groupby(rows, lambda row: value(row, "dataset"))
    parts = [_dataset(reader, list(group), names) for _, group in datasets]
    intro = fill(
        "<p>In RDF: <code>curl -H 'Accept: text/turtle' {base}catalog</code>. Checksums of all files: {sums}.</p>",
        base=reader.base,
        sums=link(f"/dump/{SUMS}", SUMS),
    )
    return page("Catalog", join([intro, *parts]))


def _dataset(reader: Reader, rows: list[Row], names: dict[str, str]) -> Html:
    flavour = local(value(rows[0], "dataset"))
    files = join(
        (link(f"/dump/{dump.name}", dump.name) for dump in DUMPS if dump.flavour == flavour),
        ", ",
    )
    return fill(
        "<h2>{title}</h2><p>{about} {triples} triples: {files}</p>{classes}{properties}",
        title=value(rows[0], "title"),
        about=value(rows[0], "about"),
        triples=f"{int(value(rows[0], 'triples')):,}",
        files=files,
        classes=_parts(reader, rows, "class", names),
        properties=_parts(reader, rows, "property", names),
    )


def _parts(reader: Reader, rows: list[Row], kind: str, names: dict[str, str]) -> Html:
    found = sorted(
        (-int(value(row, "count")), value(row, "term"))
        for row in rows
        if value(row, "kind") == kind and value(row, "term").startswith(reader.base)
    )
    lines = (
        fill(
            "<tr><td>{term}<td>{count}",
            term=link(f"/{iri.removeprefix(reader.base)}", names.get(iri) or local(iri)),
            count=f"{-count:,}",
        )
        for count, iri in found[:_MOST]
    )
    head, number = _HEADS[kind]
    rest = len(found) - _MOST
    return fill(
        "<div class=scroll><table><tr><th>{head}<th>{number}{lines}</table></div>{more}",
        head=head,
        number=number,
        lines=join(lines),
        more=fill("<p class=meta>and {rest} more</p>", rest=rest) if rest > 0 else Html(""),
    )
