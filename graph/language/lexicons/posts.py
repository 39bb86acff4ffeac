"""Titles before names, offices, and words that say since or until when one is held."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from graph.language.lexicons.tables import items, table

Gender = Literal["male", "female", ""]
TitleKind = Literal["honorific", "military", "religious", "office"]
ModifierEffect = Literal["past", "current", "future", "acting", "claimed", "deputy", "none"]


@dataclass(frozen=True, slots=True)
class Title:
    """Words before a person's name."""

    title: str
    kind: TitleKind
    full: str
    gender: Gender


@dataclass(frozen=True, slots=True)
class Office:
    """A noun or phrase for who holds an office; `ambiguous` among the flags asks for a complement."""

    office: str
    canonical: str
    flags: frozenset[str]
    gender: Gender


@dataclass(frozen=True, slots=True)
class OfficeModifier:
    """A word that says since or until when an office is held."""

    modifier: str
    effect: ModifierEffect
    place: Literal["before", "after"]


@cache
def titles() -> Mapping[str, Title]:
    """Each title as written before a name, with capitals."""
    return table(
        "titles.tsv",
        lambda row: Title(
            row["title"],
            cast("TitleKind", row["kind"]),
            row["full"],
            cast("Gender", row["gender"]),
        ),
    )


@cache
def offices() -> Mapping[str, Office]:
    """Each office noun or phrase in small letters."""
    return table(
        "offices.tsv",
        lambda row: Office(
            row["office"],
            row["canonical"],
            frozenset(items(row["flags"])),
            cast("Gender", row["gender"]),
        ),
    )


@cache
def office_modifiers() -> Mapping[str, OfficeModifier]:
    """Words such as `former` or `-elect`; one that starts or ends in a hyphen is part of a compound."""
    return table(
        "office_modifiers.tsv",
        lambda row: OfficeModifier(
            row["modifier"],
            cast("ModifierEffect", row["effect"]),
            cast('Literal["before", "after"]', row["place"]),
        ),
    )
