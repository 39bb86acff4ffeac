"""The keys under which two names must meet before they are compared."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from graph.identity.resemblance import BODIES, is_acronym, is_loose, without_state
from graph.language import names, vocabulary
from graph.language.names import acronym, fold, skeleton, telling
from graph.language.names.bodies import sense, tells
from graph.language.names.words import body
from graph.model import Entity
from ontology.terms import is_a


class Key(NamedTuple):
    """`name` keys bring equal names together, `full` keys spellings, `last` keys a last name with all who bear it."""

    kind: Literal["name", "full", "core", "letters", "body", "last"]
    text: str


def keys(entity: Entity) -> frozenset[Key]:
    """Where the names of an entity are to be looked for."""
    return frozenset(key for name in entity.names for key in _of_name(entity, name))


def _of_name(entity: Entity, name: str) -> Iterator[Key]:
    words = telling(name)
    if not words:
        return
    if len(words) > 1:
        yield Key("name", fold(name))
    person = is_a(entity.type, "Person")
    if person or is_loose(entity):
        yield Key("last", skeleton(words[-1]))
    if person:
        if len(words) > 1:
            yield from (Key("full", key) for key in names.keys(name, "person"))
        return
    if len(words) > 1:
        yield Key("full", _sense(name))
    yield Key("core", " ".join(map(skeleton, _core(words))))
    if len(words) > 1:
        yield Key("letters", acronym(name))
    elif is_acronym(name):
        yield Key("letters", name.replace(".", ""))
    if entity.type in BODIES:
        yield Key("body", " ".join(sorted(without_state(name))))


def _core(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those at the end that may be left off: "Dawn" of "Dawn Alliance"."""
    end = len(words)
    while end > 1 and vocabulary.tail_word(words[end - 1]):
        end -= 1
    return words[:end]


def _sense(name: str) -> str:
    """What the telling words of the name of a body mean, in whatever language and order."""
    words = body(name).words
    telling_words = [word for word in words if tells(word) > _SORT] or words
    return " ".join(sorted(map(sense, telling_words)))


_SORT = 0.3
"""Words that tell no more than this say of which sort a body is."""
