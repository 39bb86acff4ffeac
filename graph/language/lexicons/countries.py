"""States, peoples and the places in them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from graph.language.lexicons.tables import index, items, rows, spellings

PeopleKind = Literal["ethnic", "religious", "regional"]


@dataclass(frozen=True, slots=True)
class State:
    """A state with the words that name it; former states carry their ISO 3166-3 code."""

    name: str
    iso: str
    capitals: tuple[str, ...]
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    """What one of its people is called."""
    people: tuple[str, ...]
    """What several of its people are called."""

    @property
    def names(self) -> tuple[str, ...]:
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class People:
    """A people, faith or region whose adjective acts like a demonym but names no state."""

    name: str
    kind: PeopleKind
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]


@cache
def states() -> tuple[State, ...]:
    """All states, sorted by name."""
    return tuple(
        State(
            row["name"],
            row["iso"],
            items(row["capitals"]),
            items(row["aliases"]),
            items(row["adjectives"]),
            items(row["person"]),
            items(row["people"]),
        )
        for row in rows("states.tsv")
    )


@cache
def state_names() -> Mapping[str, State]:
    """Each name and alias of a state."""
    return MappingProxyType(
        {spelling: state for state in states() for name in state.names for spelling in spellings(name)}
    )


@cache
def capitals() -> Mapping[str, tuple[State, ...]]:
    """Each capital with the states it is or was one of (`Moscow`: Russia, Soviet Union)."""
    return index(states(), lambda state: state.capitals)


@cache
def demonyms() -> Mapping[str, tuple[State, ...]]:
    """Each adjective and noun for a state's people with the states it may mean (`Congolese`: two)."""
    return index(states(), lambda state: (*state.adjectives, *state.person, *state.people))


@cache
def peoples() -> tuple[People, ...]:
    """All peoples, faiths and regions, sorted by name."""
    return tuple(
        People(
            row["name"],
            cast("PeopleKind", row["kind"]),
            items(row["adjectives"]),
            items(row["person"]),
            items(row["people"]),
        )
        for row in rows("peoples.tsv")
    )


@cache
def people_names() -> Mapping[str, tuple[People, ...]]:
    """Each adjective and noun for a people."""
    return index(peoples(), lambda people: (*people.adjectives, *people.person, *people.people))


@cache
def cities() -> Mapping[str, str]:
    """Each large city, as GeoNames spells it, with the code of its state."""
    return MappingProxyType({row["name"]: row["iso"] for row in rows("cities.tsv")})


@cache
def regions() -> Mapping[str, str]:
    """Each well-known part of a country, or city that GeoNames spells otherwise, with the code of that country."""
    return MappingProxyType({row["name"]: row["iso"] for row in rows("regions.tsv")})


@cache
def areas() -> frozenset[str]:
    """Those of the regions that are no town or ground: states of a federation, provinces, islands, landscapes."""
    return frozenset(row["name"] for row in rows("regions.tsv") if row["kind"] == "area")
