"""Nouns for persons, for groups and bodies, and for what is neither."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from graph.language.lexicons.tables import items, table, words

GrammaticalNumber = Literal["singular", "plural"]


@dataclass(frozen=True, slots=True)
class OrganisationNoun:
    """A noun in the names of organisations, with the class that such a name most often has."""

    noun: str
    type: str
    kind: str
    also: tuple[str, ...]
    place: Literal["start", "end", "any"]
    note: str


@dataclass(frozen=True, slots=True)
class GroupNoun:
    """A common noun for several people or a body of them."""

    noun: str
    lemma: str
    type: str
    number: GrammaticalNumber
    note: str


@cache
def persons() -> frozenset[str]:
    """Nouns that first of all mean a person, singular, in small letters."""
    return words("persons.txt")


@cache
def groups() -> frozenset[str]:
    """Nouns that first of all mean a group or an organisation, singular, in small letters."""
    return words("groups.txt")


@cache
def things() -> frozenset[str]:
    """Nouns that first of all mean something made by people, singular, in small letters."""
    return words("things.txt")


@cache
def organisations() -> Mapping[str, OrganisationNoun]:
    """Each noun of organisation names, with its capitals."""
    return table(
        "organisations.tsv",
        lambda row: OrganisationNoun(
            row["noun"],
            row["class"],
            row["kind"],
            items(row["also"]),
            cast('Literal["start", "end", "any"]', row["place"]),
            row["note"],
        ),
    )


@cache
def groups_of_people() -> Mapping[str, GroupNoun]:
    """Each common noun for several people or a body, in the form and number it stands in."""
    return table(
        "groups_of_people.tsv",
        lambda row: GroupNoun(
            row["noun"],
            row["lemma"],
            row["class"],
            cast("GrammaticalNumber", row["number"]),
            row["note"],
        ),
    )
