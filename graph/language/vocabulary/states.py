"""States and peoples: names, capitals, adjectives. A state is told by its ISO 3166 code ("KE")."""

from __future__ import annotations

from functools import cache

from graph.language import lexicons
from graph.language.names import fold
from graph.model import Sentence


def may_start_state(word: str) -> bool:
    """Whether the printed name of a state begins with these letters, so that the words after it are worth a look.

    >>> may_start_state("Kenya"), may_start_state("Equatorial"), may_start_state("Velka")
    (True, True, False)
    """
    return word in _state_starts()


@cache
def _state_starts() -> frozenset[str]:
    printed = {f"{article}{name}" for name in lexicons.state_names() for article in ("", "the ", "The ")}
    return frozenset(name[:length] for name in printed for length in range(1, len(name) + 1))


@cache
def state_named(text: str) -> str:
    """The code of the state of this name or alias, as printed ("US", but not "us").

    >>> state_named("Kenya"), state_named("the United States"), state_named("Nairobi")
    ('KE', 'US', '')
    """
    names = lexicons.state_names()
    state = names.get(text) or names.get(text.removeprefix("the ").removeprefix("The "))
    return state.iso if state else ""


@cache
def demonym(word: str) -> str:
    """The code of the state whose adjective or people this word is: "Kenyan", "Kenyans".

    >>> demonym("Kenyans"), demonym("Kenya")
    ('KE', '')
    """
    found = lexicons.demonyms().get(word)
    return found[0].iso if found else ""


def demonym_at(sentence: Sentence, position: int) -> str:
    """The code of the state whose adjective ends at the word: "Kenyan", "North Korean"."""
    words = [t.text for t in sentence.tokens[max(0, position - 1) : position + 1]]
    if words[-1] not in _demonym_ends():
        return ""
    return demonym(" ".join(words)) or demonym(words[-1])


@cache
def _demonym_ends() -> frozenset[str]:
    return frozenset(word.rpartition(" ")[2] for word in lexicons.demonyms())


def state_of_word(text: str) -> str:
    """The code of the state that a name or an adjective stands for.

    >>> state_of_word("Kenya"), state_of_word("Kenyan")
    ('KE', 'KE')
    """
    return state_named(text) or demonym(text)


def capital(name: str) -> str:
    """The code of the state of which this is the capital, however it is spelled.

    >>> capital("NAIROBI"), capital("Mombasa")
    ('KE', '')
    """
    return _capitals().get(fold(name), "")


def state_around(place: str) -> str:
    """The code of the state in which a capital, a large city or a well-known region lies.

    >>> state_around("Mombasa"), state_around("Nairobi"), state_around("Bavaria"), state_around("Kasim")
    ('KE', 'KE', 'DE', '')
    """
    return capital(place) or _places().get(_without_article(place), "")


def is_well_known_place(name: str) -> bool:
    """Whether it is a capital or a place of the list by hand: these are seldom the name of anything else.

    >>> is_well_known_place("Bavaria"), is_well_known_place("Nairobi"), is_well_known_place("Basra")
    (True, True, True)
    >>> is_well_known_place("Kasim")
    False
    """
    return bool(capital(name)) or name in lexicons.regions()


def is_area(name: str) -> bool:
    """Whether it is a part of a country larger than a town: a state of a federation, a province, an island.

    >>> is_area("Bavaria"), is_area("Basra")
    (True, False)
    """
    return name.removeprefix("the ") in lexicons.areas()


def state_label(code: str) -> str:
    """The common English name of a state.

    >>> state_label("KE")
    'Kenya'
    """
    return _labels()[code]


def is_people(word: str) -> bool:
    """Whether the word names a people: "Kurds", "Kenyans".

    >>> is_people("Kurds"), is_people("Kurdish")
    (True, False)
    """
    return word in _peoples()


@cache
def is_people_adjective(word: str) -> bool:
    """Whether the word is the adjective of a people or state: "Kurdish", "Sunni", "Kenyan".

    >>> is_people_adjective("Kurdish"), is_people_adjective("Kenyan"), is_people_adjective("Kenya")
    (True, True, False)
    """
    of_state = bool(demonym(word)) and not is_people(word) and not state_named(word)
    return of_state or word in _people_adjectives()


@cache
def _labels() -> dict[str, str]:
    return {state.iso: state.name for state in lexicons.states()}


@cache
def _capitals() -> dict[str, str]:
    """Folded capitals; of two states that share one, the first in the list has it."""
    found: dict[str, str] = {}
    for name, states in lexicons.capitals().items():
        found.setdefault(fold(name), states[0].iso)
    return found


@cache
def _places() -> dict[str, str]:
    """Folded names of cities and regions with their state; the list by hand comes before that of GeoNames."""
    listed = {**lexicons.cities(), **lexicons.regions()}
    return {_without_article(name): code for name, code in listed.items() if code in _labels()}


def _without_article(name: str) -> str:
    """ "al-Mina" and "Mina" are one name."""
    return fold(name).removeprefix("al ").removeprefix("the ")


@cache
def _peoples() -> frozenset[str]:
    lists = [row.people for row in lexicons.peoples()] + [row.people for row in lexicons.states()]
    return frozenset(word for people in lists for word in people if not state_named(word))


@cache
def _people_adjectives() -> frozenset[str]:
    return frozenset(word for people in lexicons.peoples() for word in people.adjectives)
