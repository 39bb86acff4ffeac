"""Forms that tell who stands behind, beside or against whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from graph.language.lexicons.tables import table, unless_none


@dataclass(frozen=True, slots=True)
class Tie:
    """A way to write that one actor stands behind, beside or against another.

    `predicate` is None where the form makes no relation. `forward` reads "X-backed Y" as Y predicate X.
    """

    form: str
    kind: Literal["suffix", "prefix", "participle", "noun"]
    predicate: str | None
    direction: Literal["forward", "inverse", "both", "ambiguous"]
    note: str


@cache
def ties() -> Mapping[str, Tie]:
    """Each form of sponsorship, alignment, lead and opposition (`-backed`, `pro-`, `allied with`)."""
    return table(
        "sponsorship.tsv",
        lambda row: Tie(
            row["form"],
            cast('Literal["suffix", "prefix", "participle", "noun"]', row["kind"]),
            unless_none(row["predicate"]),
            cast('Literal["forward", "inverse", "both", "ambiguous"]', row["direction"]),
            row["note"],
        ),
    )
