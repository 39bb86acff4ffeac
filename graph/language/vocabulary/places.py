"""Common nouns for places: buildings and grounds, dwellings, areas."""

from __future__ import annotations

# Buildings and grounds that news places people and events at. Source: own list.
_SITES = frozenset(
    "home house residence villa mansion palace apartment compound headquarters base camp barracks outpost "
    "embassy consulate airport airbase airfield port checkpoint prison jail hospital mosque church temple "
    "synagogue school guesthouse hotel bridge square market courthouse refinery pipeline dam".split()
)
_DWELLINGS = frozenset("home house residence villa mansion palace apartment guesthouse".split())

GROUNDS = frozenset(
    "river lake sea mountain mountains valley province district city town region island islands desert airport base "
    "bridge square strip gulf state county governorate".split()
)
"""Kinds of places that stand in the names of places: "Kasim River". Source: own list."""

# Grounds larger than a town, and those that are one. Source: own list.
_LARGE = frozenset(
    "valley province region island islands desert strip gulf state county governorate department prefecture oblast "
    "voivodeship peninsula archipelago highlands delta coast plateau".split()
)
_TOWNS = frozenset("city town village municipality capital port suburb settlement".split())

# Areas that stand beside names rather than in them. Source: own list.
_AREAS = frozenset("neighborhood neighbourhood area zone suburb quarter region village".split())


def is_site(lemma: str) -> bool:
    """Whether the noun is a building or ground.

    >>> is_site("embassy"), is_site("province")
    (True, False)
    """
    return lemma in _SITES


def is_dwelling(lemma: str) -> bool:
    """Whether the noun is where a person lives.

    >>> is_dwelling("villa"), is_dwelling("embassy")
    (True, False)
    """
    return lemma in _DWELLINGS


def ground_class(noun: str) -> str:
    """The class of a place of which a noun says what it is.

    >>> ground_class("province"), ground_class("town"), ground_class("embassy")
    ('Area', 'Settlement', '')
    """
    return "Area" if noun in _LARGE else "Settlement" if noun in _TOWNS else ""


def is_ground(lemma: str) -> bool:
    """Whether the noun is a kind of area: "neighborhood", "province".

    >>> is_ground("province"), is_ground("villa")
    (True, False)
    """
    return lemma in GROUNDS or lemma in _AREAS
