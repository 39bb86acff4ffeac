"""The example queries that the graph brings with it."""

from __future__ import annotations

from typing import NamedTuple

from api.lookups.words import value
from api.store import Reader


class Example(NamedTuple):
    """A question in words, and the query that asks it."""

    question: str
    query: str


def examples(reader: Reader) -> list[Example]:
    """All examples, sorted by their words; none where the graph has none."""
    return reader.kept("examples", _read)


def _read(reader: Reader) -> list[Example]:
    return sorted(Example(value(row, "question"), value(row, "query")) for row in reader.rows("examples"))
