"""Weapons: the means of an attack."""

from __future__ import annotations

from functools import cache

from graph.language import lexicons


@cache
def weapons() -> dict[str, str]:
    """Instrument nouns -> value of dram:Instrument ("" where it has none).

    >>> weapons()["ak-47"]
    'firearm'
    """
    return {noun: weapon.instrument or "" for noun, weapon in lexicons.weapons().items()}
