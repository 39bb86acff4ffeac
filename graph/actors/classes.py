"""Which classes can be of one entity, and which can't."""

from __future__ import annotations

PLACES = frozenset({"Place", "Country", "Settlement", "Area", "Site"})
PERSONS = frozenset({"Person", "UnnamedPerson"})
BODIES_OF_STATE = frozenset(
    {"State", "GovernmentBody", "Legislature", "SecurityForce", "IntelligenceService", "Ministry", "Court"}
)
ARMED = frozenset({"Militia", "ArmedGroup", "InsurgentGroup"})
POLITICAL = frozenset({"PoliticalParty", "ElectoralAlliance"})
_SIDES = (PERSONS, PLACES, frozenset({"State"}), frozenset({"ActorGroup"}))


def apart(left: str, right: str) -> bool:
    """Whether two classes can't be of one entity; an unknown class is apart from none."""
    return bool(left) and bool(right) and _side(left) != _side(right)


def _side(name: str) -> int:
    return next((n for n, side in enumerate(_SIDES) if name in side), -1)


def kin(left: str, right: str) -> bool:
    """Whether a noun of the right class can stand for a name of the left one."""
    if left == "Organization" and right in ARMED | POLITICAL:
        return True
    return left == right or {left, right} <= ARMED or {left, right} <= POLITICAL


def state_fits(left: str, right: str) -> bool:
    """Whether two codes of states don't contradict."""
    return not left or not right or left == right
