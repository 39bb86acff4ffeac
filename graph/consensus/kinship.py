"""Which actors stand for one another: a unit for its army, a leader for a party, a president for a state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from graph.consensus.doers import NOBODY, Doer, doer, may_be_one
from graph.model import Entity, Ref

Node = TypeVar("Node", bound=str)

UPWARD = frozenset(
    "holdsPost leads memberOf partOfOrganization postIn spokespersonFor subEventOf worksFor".split()
)
"""Relations by which the subject belongs to the object; a post belongs to the body that it is a post of."""


class Kinship:
    """The actors above each actor, by the relations that someone affirms."""

    def __init__(self) -> None:
        self._above: dict[Ref, set[Ref]] = {}
        self._below: dict[Ref, set[Ref]] = {}
        self._known: dict[Ref, frozenset[Ref]] = {}
        self._states: set[Ref] = set()
        self._placeless: set[Ref] = set()
        """Posts of which no text says whose they are."""
        self._doers: dict[Ref, Doer] = {}
        """Those whose words tell of a side, or may mean somebody who is named elsewhere."""

    def learn(self, belonging: Iterable[tuple[Ref, Ref]], entities: Sequence[Entity]) -> set[Ref]:
        """Takes in who belongs to whom; returns those who may be related to others than before."""
        new = {
            *belonging,
            *((each.ref, Ref(each.of)) for each in entities if each.kind == "post" and each.of),
        }
        new = {(low, high) for low, high in new if high not in self._above.get(low, ())}
        for low, high in new:
            self._above.setdefault(low, set()).add(high)
            self._below.setdefault(high, set()).add(low)
        self._known.clear()
        moved = {low for low, _ in new} | {each.ref for each in entities if self._sorted(each)}
        return {each for ref in moved for each in (ref, *reached(ref, self._below))}

    def _sorted(self, entity: Entity) -> bool:
        """Notes states, posts of nobody and sides; returns whether one is known otherwise than before."""
        before = self._doers.pop(entity.ref, NOBODY)
        now = doer(entity) if entity.kind in {"actor", "place"} else NOBODY
        if now != NOBODY:
            self._doers[entity.ref] = now
        changed = now != before
        for members, belongs in (
            (self._states, entity.type == "State"),
            (self._placeless, entity.kind == "post" and not entity.of),
        ):
            if belongs != (entity.ref in members):
                changed = True
                members ^= {entity.ref}
        return changed

    def related(self, one: Ref, other: Ref) -> bool:
        """Whether the two are the same, or one belongs to the other, at whatever remove, or may do so."""
        belongs = one == other or other in self.above(one) or one in self.above(other)
        return belongs or self._may_head(one, other) or self._may_head(other, one)

    def alike(self, one: Ref, other: Ref) -> bool:
        """Whether the two are related, or the words for one may mean the other: "gunmen" and "the Northern Front"."""
        return self.related(one, other) or may_be_one(*(self._doers.get(ref, NOBODY) for ref in (one, other)))

    def _may_head(self, one: Ref, state: Ref) -> bool:
        """Whether somebody holds an office of which no text says the state, so that it may be this one."""
        above = self.above(one)
        return state in self._states and bool(above & self._placeless) and not above & self._states

    def above(self, ref: Ref) -> frozenset[Ref]:
        """All that an actor belongs to."""
        if ref not in self._known:
            self._known[ref] = frozenset(reached(ref, self._above))
        return self._known[ref]


def reached(start: Node, steps: Mapping[Node, set[Node]]) -> set[Node]:
    """All to whom steps lead from one."""
    found: set[Node] = set()
    waiting = [start]
    while waiting:
        for other in steps.get(waiting.pop(), set()) - found:
            found.add(other)
            waiting.append(other)
    return found
