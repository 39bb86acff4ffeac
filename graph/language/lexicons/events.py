"""Words that tell of events, and the means of attacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal, cast

from graph.language.lexicons.tables import items, pair, rows, table, yes


@dataclass(frozen=True, slots=True)
class Trigger:
    """A verb or noun that tells of an event, with the roles of what stands around it.

    For a noun, `subject` is the role of its possessor (`the army's attack`) and `object` that of the
    noun before it (`embassy attack`). Roles beyond the ontology's (`holder`, `post`, `predecessor`,
    `candidate`, `contestant`, `seats`, `votes`, `rival`, `margin`, `event`, `time`, `means`,
    `characterisation`) are listed in `SOURCES.md`.
    """

    lemma: str
    pos: Literal["verb", "noun"]
    type: str
    kind: str
    subject: str | None
    object: str | None
    preps: tuple[tuple[str, str], ...]
    """(preposition, role), the likelier first."""
    note: str


@dataclass(frozen=True, slots=True)
class Characterization:
    """Words that say of what kind an event was: "an act of terrorism", "rigged", "free and fair"."""

    words: str
    pos: str
    value: str
    """A value of the ontology's vocabulary of characterizations."""
    of: tuple[str, ...]
    """The classes of the events that the words may be said of."""
    polarity: str
    """Whether the words say that it was so, or, as "fair" does of an election, that it was not."""
    note: str


@dataclass(frozen=True, slots=True)
class Kindred:
    """What ties a word to others that tell of the same: verbs of its family, and numbers of senses it shares."""

    verbs: frozenset[str]
    senses: frozenset[str]


@dataclass(frozen=True, slots=True)
class Weapon:
    """A noun for the means of an attack.

    `instrument` is a value of the Instrument vocabulary; where it has none, `proposed` says what it might be.
    """

    noun: str
    instrument: str | None
    proposed: str | None
    aerial: bool
    note: str


@cache
def triggers() -> Mapping[tuple[str, str], Trigger]:
    """Each event trigger by its lemma and part of speech (`attack`, `verb`)."""
    return MappingProxyType(
        {
            (row["lemma"], row["pos"]): Trigger(
                row["lemma"],
                cast('Literal["verb", "noun"]', row["pos"]),
                row["class"],
                row["kind"],
                row["subject"] or None,
                row["object"] or None,
                tuple(pair(cell) for cell in items(row["preps"])),
                row["note"],
            )
            for row in rows("events.tsv")
        }
    )


@cache
def word_sets() -> Mapping[str, tuple[str, ...]]:
    """Each set of words that rows of the event triggers name as `@set`."""
    return table("word_sets.tsv", lambda row: items(row["words"]))


@cache
def characterizations() -> Mapping[tuple[str, str], Characterization]:
    """Each word or phrase that characterizes an event, by words and part of speech."""
    return MappingProxyType(
        {
            (row["words"], row["pos"]): Characterization(
                row["words"], row["pos"], row["value"], items(row["of"]), row["polarity"], row["note"]
            )
            for row in rows("characterizations.tsv")
        }
    )


@cache
def kindred() -> Mapping[str, Kindred]:
    """Each verb, and each noun derived from one, with what ties it to others."""
    return table(
        "kindred.tsv",
        lambda row: Kindred(frozenset(items(row["verbs"])), frozenset(items(row["senses"]))),
    )


@cache
def weapons() -> Mapping[str, Weapon]:
    """Each weapon noun, singular, in small letters."""
    return table(
        "weapons.tsv",
        lambda row: Weapon(
            row["noun"],
            row["instrument"] or None,
            row["proposed"] or None,
            yes(row["aerial"]),
            row["note"],
        ),
    )
