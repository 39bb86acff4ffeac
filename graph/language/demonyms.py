"""Adjectives of countries and regions by the rules of English, for names that no list has."""

from __future__ import annotations

_SHORTEST = 4
"""Shorter names have adjectives that may be anything."""


def is_adjective_of(adjective: str, name: str) -> bool:
    """Whether an adjective is made of a name as those of countries are: "Velka", "Velkan".

    >>> is_adjective_of("Velkan", "Velka"), is_adjective_of("Norlandish", "Norland"), is_adjective_of("Doresi", "Doresa")
    (True, True, True)
    >>> is_adjective_of("Sudovian", "Sudovy"), is_adjective_of("Tolese", "Tolo"), is_adjective_of("Brenish", "Brenland")
    (True, True, True)
    >>> is_adjective_of("Hale", "Halea"), is_adjective_of("Velkas", "Velka"), is_adjective_of("Velka", "Velka")
    (False, False, False)
    """
    return adjective in adjectives_of(name)


def adjectives_of(name: str) -> frozenset[str]:
    """What the adjective of a name may be, were it a country's; none for the shortest."""
    if len(name) < _SHORTEST:
        return frozenset()
    made = {f"{name}{ending}" for ending in ("an", "ian", "ese", "i", "ish", "ic")}
    stem, last = name[:-1], name[-1]
    if last in "aeo":
        made |= {f"{stem}{ending}" for ending in ("an", "ian", "ese", "i", "ish")}
    if last == "a":
        made.add(f"{name}n")
    if last == "y":
        made.add(f"{stem}ian")
    if name.endswith("land"):
        made |= {f"{name.removesuffix('land')}{ending}" for ending in ("ish", "ic")}
    if name.endswith("istan"):
        made |= {name.removesuffix("istan"), f"{name.removesuffix('istan')}i"}
    return frozenset(made)
