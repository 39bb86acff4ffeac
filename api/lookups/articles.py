"""Articles: who published them, and when."""

from __future__ import annotations

from api.lookups.words import labels, local, optional, page_of, split, thing, value, word
from api.models import Source
from api.store import Reader, Row


def all_of(reader: Reader) -> list[Source]:
    """All articles by date, those without one last."""
    found = by_iri(reader).values()
    return sorted(found, key=lambda each: (each.published or each.anchor or "9999", each.id))


def by_iri(reader: Reader) -> dict[str, Source]:
    """All articles by IRI."""
    return reader.kept("articles", _read)


def _read(reader: Reader) -> dict[str, Source]:
    rows = sorted(reader.rows("documents"), key=str)
    counts = {value(row, "document"): int(value(row, "claims")) for row in reader.rows("document-counts")}
    names = labels(reader, (row.get(part) for row in rows for part in ("type", "publisher", "author")))
    by_document: dict[str, list[Row]] = {}
    for row in rows:
        by_document.setdefault(value(row, "document"), []).append(row)
    return {iri: _source(reader, iri, group, counts, names) for iri, group in sorted(by_document.items())}


def _source(
    reader: Reader, iri: str, rows: list[Row], counts: dict[str, int], names: dict[str, str]
) -> Source:
    row = rows[0]
    authors = {value(each, "author"): each["author"] for each in rows if "author" in each}
    whole, later = optional(row, "whole"), optional(row, "later")
    return Source(
        id=split(reader, iri)[1],
        iri=iri,
        page=page_of(reader, iri),
        title=optional(row, "title") or local(iri),
        type=word(row["type"], names),
        publisher=thing(reader, row["publisher"], names) if "publisher" in row else None,
        authors=[thing(reader, authors[each], names) for each in sorted(authors)],
        published=optional(row, "published"),
        anchor=optional(row, "anchor"),
        anchor_basis=optional(row, "basis"),
        part_of=None if whole is None else split(reader, whole)[1],
        superseded_by=None if later is None else split(reader, later)[1],
        url=optional(row, "url"),
        text_sha256=optional(row, "hash"),
        claims=counts.get(iri, 0),
    )
