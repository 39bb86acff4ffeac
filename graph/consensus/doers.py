"""Whom words that name nobody may mean: "gunmen" may be those of a band that others name, "soldiers" those of an army.

| words | may mean |
| --- | --- |
| men, people, attackers, a group | anybody |
| gunmen, terrorists | anybody but states and their forces |
| rebels; bandits, gangs | the same, but not one another |
| soldiers, the military | an army, and a state through it |
| policemen, the police | a police, and a state through it |
| security forces | both |

Words that say of which state or people they are mean nobody of another: "Velkan rebels" are not the army of Norway.
"""

from __future__ import annotations

from typing import NamedTuple

from graph.language import vocabulary
from graph.model import Entity

_ANYBODY = frozenset(
    "man men woman women people person persons individual individuals someone somebody attacker attackers assailant "
    "assailants perpetrator perpetrators culprit culprits suspect suspects killer killers shooter shooters sniper snipers "
    "group groups youth youths member members unknowns others".split()
)
_ARMED = frozenset(
    "gunman gunmen terrorist terrorists assassin assassins bomber bombers hitman hitmen extremist extremists fighter "
    "fighters".split()
)
_REBELS = frozenset(
    "rebel rebels guerrilla guerrillas insurgent insurgents militant militants jihadist jihadists".split()
)
_CRIMINALS = frozenset("bandit bandits criminal criminals thug thugs gang gangs kidnapper kidnappers".split())
_POLICE = frozenset("police policeman policemen policewoman gendarme gendarmes".split())
_ANY_FORCE = frozenset({"forces", "force", "agents", "guards", "officers", "officer"})
# Source of the six: own lists.
_BANDS = frozenset({"ArmedGroup", "InsurgentGroup", "Militia"})
_STATE = frozenset({"state"})
_FORCES = frozenset({"army", "police"})
_APART = frozenset({"rebels", "criminals"})


class Doer(NamedTuple):
    """What the words for somebody tell of whose side they are."""

    sides: frozenset[str]
    """Of "army", "police", "state", "armed", "rebels", "criminals", "anybody"; none where they tell of no side."""
    code: str
    """The state they are of, where they tell."""
    vague: bool
    """Whether they name nobody, so that they may mean somebody who is named elsewhere."""


NOBODY = Doer(frozenset(), "", vague=False)
"""Of those whose words tell of no side."""


def doer(entity: Entity) -> Doer:
    """What the words for an entity tell."""
    words = entity.label.split()
    head = words[-1].lower() if words else ""
    vague = not entity.named and entity.patron is None and not _tells_who(words)
    code = entity.of or ""
    if entity.type in {"State", "GovernmentBody"}:
        return Doer(_STATE, code or vocabulary.state_named(entity.label), vague=False)
    if entity.type == "SecurityForce":
        return Doer(_forces({word.lower() for word in words}, head), code, vague)
    if not vague:
        return NOBODY
    if head in _ANYBODY:
        return Doer(frozenset({"anybody"}), code, vague=True)
    for side, nouns in (("rebels", _REBELS), ("criminals", _CRIMINALS), ("armed", _ARMED)):
        if head in nouns:
            return Doer(frozenset({"armed", side}), code, vague=True)
    return Doer(frozenset({"armed"}), code, vague=True) if entity.type in _BANDS else NOBODY


def may_be_one(one: Doer, other: Doer) -> bool:
    """Whether the words for two may mean the same, or the one acts for the other."""
    if one.code and other.code and one.code != other.code:
        return False
    return _stands_for(one, other) or _stands_for(other, one)


def _stands_for(one: Doer, other: Doer) -> bool:
    if one.vague and "anybody" in one.sides:
        return True
    if one.vague and "armed" in one.sides:
        return not other.sides & (_FORCES | _STATE) and not one.sides | other.sides >= _APART
    if one.sides & _FORCES and other.sides & _STATE:
        return one.vague or bool(one.code and other.code)
    return one.vague and bool(one.sides & other.sides & _FORCES)


def _forces(words: set[str], head: str) -> frozenset[str]:
    if words & _POLICE:
        return frozenset({"police"})
    return _FORCES if head in _ANY_FORCE else frozenset({"army"})


def _tells_who(words: list[str]) -> bool:
    """Whether a word beside the noun names a people, a creed or a body: "Shiite rebels"."""
    beside = words[:-1]
    return any(word[:1].isupper() and not vocabulary.state_of_word(word) for word in beside)
