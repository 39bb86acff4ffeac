"""Words and classes that several of the rules for frames ask for."""

from __future__ import annotations

from graph.events.draft import Draft

# Verbs that lend their subject to the event their object names: "carried out an attack". Source: own list.
LIGHT = frozenset(
    "carry launch stage hold conduct commit mount make orchestrate perpetrate execute organize organise "
    "lead wage begin start resume perform undertake do plan plot attempt try engage have seal sign strike reach broker "
    "express voice file impose open deliver extend provide grant".split()
)
ORDERING = frozenset("order direct command authorize authorise instruct".split())
"""Verbs whose subject orders the event that the object or infinitive names."""
TRYING = frozenset("try attempt seek fail".split())
TRIES = frozenset("attempt bid effort plot plan try".split())
"""Nouns of trying: "attempt to assassinate"."""
_VIOLENT = frozenset(
    "Attack AerialAttack DroneAttack Airstrike RocketAttack ArmedClash AssassinationAttempt Riot Siege Shooting Bombing".split()
)


def violent(frame: Draft) -> bool:
    """Whether people can have been hurt in what the frame tells of."""
    return frame.cls in _VIOLENT
