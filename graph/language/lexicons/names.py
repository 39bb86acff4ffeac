"""Words in the names of people and bodies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from graph.language.lexicons.tables import items, rows

NameWordKind = Literal[
    "body", "unit", "quality", "thing", "place", "title", "kin", "generation", "number", "given"
]


@dataclass(frozen=True, slots=True)
class NameWord:
    """What a word of a name stands for in any language (`kataib`: battalion), and how much it tells."""

    concept: str
    kind: NameWordKind


@cache
def name_words() -> Mapping[str, NameWord]:
    """Each folded word with the concept it stands for in names."""
    return MappingProxyType(
        {
            word: NameWord(row["concept"], cast("NameWordKind", row["kind"]))
            for row in rows("name_words.tsv")
            for word in items(row["words"])
        }
    )
