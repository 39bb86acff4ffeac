"""Sets of references that speak of one entity, with the reason of each merge; rulings come before all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from graph.identity.merging import merged_entity, slugged
from graph.model import Entity, Ref, Ruling


@dataclass(frozen=True, slots=True)
class Resolved:
    """The entities of the collection, and whom each reference of an article speaks of."""

    entities: tuple[Entity, ...]
    refs: Mapping[Ref, Ref]


class Groups:
    """Sets of references that speak of one entity, with the reason of each merge.

    What a ruling keeps apart never meets in one set, by whatever detour.
    """

    def __init__(self, entities: Sequence[Entity], rulings: Sequence[Ruling] = ()) -> None:
        self.entities = {e.ref: e for e in entities}
        self.above: dict[Ref, Ref] = {e.ref: e.ref for e in entities}
        self.why: dict[Ref, set[str]] = defaultdict(set)
        self.apart: dict[Ref, set[Ref]] = defaultdict(set)
        self.keeping = {ruling.left for ruling in rulings if ruling.keeps}
        for ruling in sorted(rulings, key=lambda each: (not each.same, each)):
            self._obey(ruling)

    def top(self, ref: Ref) -> Ref:
        """The reference that stands for the set: its first in order."""
        while self.above[ref] != ref:
            ref = self.above[ref]
        return ref

    def join(self, left: Ref, right: Ref, why: str) -> None:
        """Makes one set of two, unless a ruling keeps them apart."""
        a, b = sorted((self.top(left), self.top(right)))
        if b in self.apart[a]:
            return
        if a != b:
            self.above[b] = a
            self.why[a] |= self.why.pop(b, set())
            for other in self.apart.pop(b, set()):
                self.apart[other] = self.apart[other] - {b} | {a}
                self.apart[a].add(other)
        self.why[a].add(why)

    def _obey(self, ruling: Ruling) -> None:
        if ruling.same:
            self.join(ruling.left, ruling.right, ruling.why)
            return
        a, b = self.top(ruling.left), self.top(ruling.right)
        if a == b:
            raise ValueError(f"{ruling.left} and {ruling.right} are ruled to be one, and not to be one")
        self.apart[a].add(b)
        self.apart[b].add(a)

    def members(self) -> dict[Ref, list[Entity]]:
        """The entities of every set."""
        found: dict[Ref, list[Entity]] = defaultdict(list)
        for ref in sorted(self.entities):
            found[self.top(ref)].append(self.entities[ref])
        return found

    def resolved(self) -> Resolved:
        """One entity for each set."""
        merged = [(top, merged_entity(members)) for top, members in sorted(self.members().items())]
        slugs = slugged([entity for _, entity in merged], self.keeping)
        refs: dict[Ref, Ref] = {}
        for (_, entity), ref in zip(merged, slugs, strict=True):
            refs |= dict.fromkeys(entity.merged, ref)
        done = [
            replace(
                entity,
                ref=ref,
                owner=refs.get(entity.owner) if entity.owner else None,
                of=refs.get(Ref(entity.of), entity.of) if entity.of else None,
                why=tuple(sorted(self.why.get(top, set()))),
            )
            for (top, entity), ref in zip(merged, slugs, strict=True)
        ]
        return Resolved(tuple(sorted(done, key=lambda e: e.ref)), refs)
