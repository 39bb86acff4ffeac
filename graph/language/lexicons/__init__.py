"""Word lists: what a word of a news text usually stands for (sources: `SOURCES.md` in this folder).

Each function reads its file once and gives frozen records or sets. Words are in small letters unless
they are names or titles; a list inside a cell is parted by semicolons. A row says what a word *may* be:
the `note` names the other readings, and the caller weighs them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, TypeVar, cast

from graph.errors import EnvironmentFailedError

HERE = Path(__file__).parent

Gender = Literal["male", "female", ""]
TitleKind = Literal["honorific", "military", "religious", "office"]
PeopleKind = Literal["ethnic", "religious", "regional"]
ModifierEffect = Literal["past", "current", "future", "acting", "claimed", "deputy", "none"]
GrammaticalNumber = Literal["singular", "plural"]
NameWordKind = Literal[
    "body", "unit", "quality", "thing", "place", "title", "kin", "generation", "number", "given"
]

Record = TypeVar("Record")
Row = Mapping[str, str]


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
class Kindred:
    """What ties a word to others that tell of the same: verbs of its family, and numbers of senses it shares."""

    verbs: frozenset[str]
    senses: frozenset[str]


@dataclass(frozen=True, slots=True)
class People:
    """A people, faith or region whose adjective acts like a demonym but names no state."""

    name: str
    kind: PeopleKind
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]


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
class Reporting:
    """A verb, noun or phrase by which a speaker's words are passed on.

    `speech_act` and `effect` are None where the word makes no event or says nothing of how firm the
    content is. `addressee` is `object`, a preposition or `none`. A `quote_only` word goes on with the
    source of the sentence before. `takes` are the forms in which the content may stand beside the word.
    """

    lemma: str
    pos: Literal["verb", "noun", "phrase", "adjective"]
    kind: str
    speech_act: str | None
    effect: str | None
    addressee: str
    factive: bool
    quote_only: bool
    takes: tuple[str, ...]
    note: str


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
class Hedge:
    """Words that change how firmly something is put forward.

    The form of a word that governs a clause or a noun tells how: `refuse to`, `avoid doing`, `likely that`,
    `foil something`, `accuse of`. `polarity` is what it makes of the clause, `negated` what follows where
    the word is negated itself: the contrary (`flip`), nothing certain (`open`), or no change (`same`).
    """

    form: str
    pos: str
    modality: str
    certainty: str
    polarity: str
    negated: Literal["flip", "open", "same"]
    note: str


@dataclass(frozen=True, slots=True)
class NameWord:
    """What a word of a name stands for in any language (`kataib`: battalion), and how much it tells."""

    concept: str
    kind: NameWordKind


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
def states() -> tuple[State, ...]:
    """All states, sorted by name."""
    return tuple(
        State(
            row["name"],
            row["iso"],
            _list(row["capitals"]),
            _list(row["aliases"]),
            _list(row["adjectives"]),
            _list(row["person"]),
            _list(row["people"]),
        )
        for row in _rows("states.tsv")
    )


@cache
def state_names() -> Mapping[str, State]:
    """Each name and alias of a state."""
    return MappingProxyType(
        {spelling: state for state in states() for name in state.names for spelling in _spellings(name)}
    )


@cache
def capitals() -> Mapping[str, tuple[State, ...]]:
    """Each capital with the states it is or was one of (`Moscow`: Russia, Soviet Union)."""
    return _index(states(), lambda state: state.capitals)


@cache
def cities() -> Mapping[str, str]:
    """Each large city, as GeoNames spells it, with the code of its state."""
    return MappingProxyType({row["name"]: row["iso"] for row in _rows("cities.tsv")})


@cache
def regions() -> Mapping[str, str]:
    """Each well-known part of a country, or city that GeoNames spells otherwise, with the code of that country."""
    return MappingProxyType({row["name"]: row["iso"] for row in _rows("regions.tsv")})


@cache
def areas() -> frozenset[str]:
    """Those of the regions that are no town or ground: states of a federation, provinces, islands, landscapes."""
    return frozenset(row["name"] for row in _rows("regions.tsv") if row["kind"] == "area")


@cache
def demonyms() -> Mapping[str, tuple[State, ...]]:
    """Each adjective and noun for a state's people with the states it may mean (`Congolese`: two)."""
    return _index(states(), lambda state: (*state.adjectives, *state.person, *state.people))


@cache
def peoples() -> tuple[People, ...]:
    """All peoples, faiths and regions, sorted by name."""
    return tuple(
        People(
            row["name"],
            cast("PeopleKind", row["kind"]),
            _list(row["adjectives"]),
            _list(row["person"]),
            _list(row["people"]),
        )
        for row in _rows("peoples.tsv")
    )


@cache
def people_names() -> Mapping[str, tuple[People, ...]]:
    """Each adjective and noun for a people."""
    return _index(peoples(), lambda people: (*people.adjectives, *people.person, *people.people))


@cache
def persons() -> frozenset[str]:
    """Nouns that first of all mean a person, singular, in small letters."""
    return _words("persons.txt")


@cache
def groups() -> frozenset[str]:
    """Nouns that first of all mean a group or an organisation, singular, in small letters."""
    return _words("groups.txt")


@cache
def things() -> frozenset[str]:
    """Nouns that first of all mean something made by people, singular, in small letters."""
    return _words("things.txt")


@cache
def titles() -> Mapping[str, Title]:
    """Each title as written before a name, with capitals."""
    return _table(
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
    return _table(
        "offices.tsv",
        lambda row: Office(
            row["office"],
            row["canonical"],
            frozenset(_list(row["flags"])),
            cast("Gender", row["gender"]),
        ),
    )


@cache
def office_modifiers() -> Mapping[str, OfficeModifier]:
    """Words such as `former` or `-elect`; one that starts or ends in a hyphen is part of a compound."""
    return _table(
        "office_modifiers.tsv",
        lambda row: OfficeModifier(
            row["modifier"],
            cast("ModifierEffect", row["effect"]),
            cast('Literal["before", "after"]', row["place"]),
        ),
    )


@cache
def organisations() -> Mapping[str, OrganisationNoun]:
    """Each noun of organisation names, with its capitals."""
    return _table(
        "organisations.tsv",
        lambda row: OrganisationNoun(
            row["noun"],
            row["class"],
            row["kind"],
            _list(row["also"]),
            cast('Literal["start", "end", "any"]', row["place"]),
            row["note"],
        ),
    )


@cache
def groups_of_people() -> Mapping[str, GroupNoun]:
    """Each common noun for several people or a body, in the form and number it stands in."""
    return _table(
        "groups_of_people.tsv",
        lambda row: GroupNoun(
            row["noun"],
            row["lemma"],
            row["class"],
            cast("GrammaticalNumber", row["number"]),
            row["note"],
        ),
    )


@cache
def weapons() -> Mapping[str, Weapon]:
    """Each weapon noun, singular, in small letters."""
    return _table(
        "weapons.tsv",
        lambda row: Weapon(
            row["noun"],
            row["instrument"] or None,
            row["proposed"] or None,
            _yes(row["aerial"]),
            row["note"],
        ),
    )


@cache
def characterizations() -> Mapping[tuple[str, str], Characterization]:
    """Each word or phrase that characterizes an event, by words and part of speech."""
    return MappingProxyType(
        {
            (row["words"], row["pos"]): Characterization(
                row["words"], row["pos"], row["value"], _list(row["of"]), row["polarity"], row["note"]
            )
            for row in _rows("characterizations.tsv")
        }
    )


@cache
def reporting() -> Mapping[tuple[str, str], Reporting]:
    """Each reporting word by its lemma and part of speech (`claim`, `noun`)."""
    return MappingProxyType(
        {
            (row["lemma"], row["pos"]): Reporting(
                row["lemma"],
                cast('Literal["verb", "noun", "phrase", "adjective"]', row["pos"]),
                row["kind"],
                _unless_none(row["speech_act"]),
                _unless_none(row["effect"]),
                row["addressee"],
                _yes(row["factive"]),
                _yes(row["quote_only"]),
                () if row["takes"] == "none" else _list(row["takes"]),
                row["note"],
            )
            for row in _rows("reporting.tsv")
        }
    )


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
                tuple(_pair(cell) for cell in _list(row["preps"])),
                row["note"],
            )
            for row in _rows("events.tsv")
        }
    )


@cache
def word_sets() -> Mapping[str, tuple[str, ...]]:
    """Each set of words that rows of the event triggers name as `@set`."""
    return _table("word_sets.tsv", lambda row: _list(row["words"]))


@cache
def hedges() -> Mapping[tuple[str, str], Hedge]:
    """Each hedge by its form and part of speech (`likely`, `adverb`)."""
    return MappingProxyType(
        {
            (row["form"], row["pos"]): Hedge(
                row["form"],
                row["pos"],
                row["modality"],
                row["certainty"],
                row["polarity"],
                cast('Literal["flip", "open", "same"]', row["negated"]),
                row["note"],
            )
            for row in _rows("hedges.tsv")
        }
    )


@cache
def ties() -> Mapping[str, Tie]:
    """Each form of sponsorship, alignment, lead and opposition (`-backed`, `pro-`, `allied with`)."""
    return _table(
        "sponsorship.tsv",
        lambda row: Tie(
            row["form"],
            cast('Literal["suffix", "prefix", "participle", "noun"]', row["kind"]),
            _unless_none(row["predicate"]),
            cast('Literal["forward", "inverse", "both", "ambiguous"]', row["direction"]),
            row["note"],
        ),
    )


@cache
def name_words() -> Mapping[str, NameWord]:
    """Each folded word with the concept it stands for in names."""
    return MappingProxyType(
        {
            word: NameWord(row["concept"], cast("NameWordKind", row["kind"]))
            for row in _rows("name_words.tsv")
            for word in _list(row["words"])
        }
    )


@cache
def kindred() -> Mapping[str, Kindred]:
    """Each verb, and each noun derived from one, with what ties it to others."""
    return _table(
        "kindred.tsv",
        lambda row: Kindred(frozenset(_list(row["verbs"])), frozenset(_list(row["senses"]))),
    )


def _rows(name: str) -> Iterator[Row]:
    lines = _read(name).splitlines()
    columns = lines[0].split("\t")
    for number, line in enumerate(lines[1:], start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise EnvironmentFailedError(
                f"{name}:{number}: {len(cells)} cells where {len(columns)} are due; "
                "restore the file or part its cells by tabs"
            )
        yield dict(zip(columns, cells, strict=True))


def _table(name: str, record: Callable[[Row], Record]) -> Mapping[str, Record]:
    """The records of a file by its first column."""
    return MappingProxyType({next(iter(row.values())): record(row) for row in _rows(name)})


def _words(name: str) -> frozenset[str]:
    return frozenset(_read(name).split())


def _read(name: str) -> str:
    try:
        return (HERE / name).read_text("utf-8")
    except OSError as error:
        raise EnvironmentFailedError(f"{name}: no such word list; install dramatis again") from error


def _index(
    records: Iterable[Record], words: Callable[[Record], Iterable[str]]
) -> Mapping[str, tuple[Record, ...]]:
    """Each word with the records it belongs to, in their order."""
    found: dict[str, tuple[Record, ...]] = {}
    for record in records:
        for word in dict.fromkeys(words(record)):
            for spelling in _spellings(word):
                found[spelling] = (*found.get(spelling, ()), record)
    return MappingProxyType(found)


def _spellings(word: str) -> tuple[str, ...]:
    """The word, and the word with a typographic apostrophe where it has a plain one."""
    return (word, word.replace("'", "’")) if "'" in word else (word,)


def _list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


def _pair(cell: str) -> tuple[str, str]:
    preposition, _, role = cell.partition(":")
    return preposition, role


def _yes(cell: str) -> bool:
    return cell == "yes"


def _unless_none(cell: str) -> str | None:
    return None if cell == "none" else cell
