"""The keys under which two spellings of a name meet: who shares none need not be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations, product
from typing import Literal

from graph.language.names.bodies import initials, sense, tells
from graph.language.names.words import Name, Word, body, person

Kind = Literal["person", "organization", "place", "unknown"]

_TELLING = 0.9
"""A word that tells as much makes a key alone; others only two together."""

_WORDS = 5
"""Keys are made of so many words of a name; the rest of a longer one adds blocks and finds nothing."""


def keys(name: str, kind: Kind = "unknown") -> frozenset[str]:
    """The keys of a name; names that `compare` takes for one share at least one.

    >>> bool(keys("Hesham Qandil", "person") & keys("Hisham Mohamed Kandil", "person"))
    True
    >>> sorted(keys("NSF", "organization") & keys("National Salvation Front", "organization"))
    ['short nsf']
    """
    words = person(name)
    if kind in {"organization", "place"} or words.is_body:
        return frozenset(_of_body(body(name)))
    return frozenset(_of_person(words))


def _of_person(name: Name) -> Iterator[str]:
    """One for every two words, in whatever order; and for a slip in the first or last, them less a consonant."""
    words = name.words[:_WORDS]
    if len(words) < 2:
        yield from (f"one {stem}" for word in words for stem in word.bones)
        return
    for one, other in combinations(words, 2):
        yield from ("two " + " ".join(sorted(two)) for two in product(_stems(one), _stems(other)))
    first, last = words[0].bones[0], name.words[-1].bones[0]
    yield from (f"first {first} {slip}" for slip in _slips(last))
    yield from (f"last {slip} {last}" for slip in _slips(first))
    yield "all " + re.sub(
        r"(.)\1+", r"\1", first + "".join(word.bones[0].removeprefix("a") for word in words[1:])
    )


def _slips(stem: str) -> list[str]:
    """The consonants, and what is left of them without one: a slip of the pen in one of them makes no difference.

    >>> _slips("btbt")
    ['btbt', 'tbt', 'bbt', 'btt', 'btb']
    """
    return [stem, *(stem[:n] + stem[n + 1 :] for n in range(len(stem)) if len(stem) > 2)]


def _of_body(name: Name) -> Iterator[str]:
    """One for each telling word, one for every two others, and the acronym."""
    words = sorted(name.words, key=tells, reverse=True)[:_WORDS]
    alone = [sense(word) for word in words if tells(word) >= _TELLING]
    yield from (f"word {stem}" for stem in alone)
    together = [sense(word) for word in words if tells(word) < _TELLING]
    for two in combinations(together, 2):
        yield "two " + " ".join(sorted(two))
    if not alone and len(together) == 1:
        yield f"word {together[0]}"
    if name.short:
        yield f"short {name.short.lower()}"
    elif len(name.words) > 1:
        yield from (f"short {short}" for short in initials(name))


def _stems(word: Word) -> tuple[str, ...]:
    """What stands for a word of a person's name: its consonants, and the name that it is a short form of."""
    return (*word.bones, word.concept) if word.kind == "given" else word.bones
