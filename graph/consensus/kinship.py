"""Which actors stand for one another: a unit for its army, a leader for a party, a president for a state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from graph.consensus.propositions import Content
from graph.consensus.votes import Votes
from graph.model import Entity, Ref

UPWARD = frozenset(
    "holdsPost leads memberOf partOfOrganization postIn spokespersonFor subEventOf worksFor".split()
)
"""Relations by which the subject belongs to the object; a post belongs to the body that it is a post of."""


class Kinship:
    """The actors above each actor, by the relations that someone affirms."""

    def __init__(
        self, contents: Iterable[Content], votes: Mapping[str, Votes], entities: Iterable[Entity] = ()
    ) -> None:
        entities = tuple(entities)
        self._above: dict[Ref, set[Ref]] = {
            each.ref: {Ref(each.of)} for each in entities if each.kind == "post" and each.of
        }
        for content in contents:
            if content.predicate in UPWARD and content.object is not None and votes[content.id].affirming:
                self._above.setdefault(content.subject, set()).add(content.object)
        self._known: dict[Ref, frozenset[Ref]] = {}
        self._states = frozenset(each.ref for each in entities if each.type == "State")
        self._placeless = frozenset(each.ref for each in entities if each.kind == "post" and not each.of)

    def related(self, one: Ref, other: Ref) -> bool:
        """Whether the two are the same, or one belongs to the other, at whatever remove, or may do so."""
        belongs = one == other or other in self.above(one) or one in self.above(other)
        return belongs or self._may_head(one, other) or self._may_head(other, one)

    def _may_head(self, one: Ref, state: Ref) -> bool:
        """Whether somebody holds an office of which no text says the state, so that it may be this one."""
        above = self.above(one)
        return state in self._states and bool(above & self._placeless) and not above & self._states

    def above(self, ref: Ref) -> frozenset[Ref]:
        """All that an actor belongs to."""
        if ref not in self._known:
            found: set[Ref] = set()
            waiting = [ref]
            while waiting:
                for higher in self._above.get(waiting.pop(), set()) - found:
                    found.add(higher)
                    waiting.append(higher)
            self._known[ref] = frozenset(found)
        return self._known[ref]
