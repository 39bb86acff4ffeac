"""Who is the same among all whom articles name, kept up as articles come: the same whatever their order.

Names alone first make sets of nodes (`closure.py`). A name cut short then goes to the one set whose company its
article keeps, if no other fits nearly as well; short names left over meet one another. What was decided stands until
an article touches it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from graph.identity.actor_rows import CUT_SHORT, MARGIN, SAME, SOLE, Reason, named_alike
from graph.identity.closure import Edge, closed, edge, parts
from graph.identity.index import Index
from graph.identity.nodes import Node, Sign, closest
from graph.identity.rivals import kept_apart, torn
from graph.model import Extraction, Ref, Ruling

_RULED = 9.0
"""The score of two that a ruling makes one: above all others."""


@dataclass(frozen=True, slots=True)
class Join:
    """Two tellings that are one, and why."""

    left: Ref
    right: Ref
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """That a set goes to another: by which nodes, and whether the name fits nobody else."""

    to: Sign
    short: Sign
    long: Sign
    sole: bool


class Identity:
    """Who is the same among all whom the articles name. A set of nodes is known by its first, its head."""

    def __init__(self, rulings: Sequence[Ruling] = ()) -> None:
        self._index = Index(frozenset(ref for each in rulings for ref in (each.left, each.right)))
        self._rulings = rulings
        self._different: dict[Sign, set[Sign]] = {}
        """For each node those of which a ruling says that they are others."""
        self._head: dict[Sign, Sign] = {}
        self._sets: dict[Sign, list[Sign]] = {}
        self._wanted: dict[Sign, _Step] = {}
        """Where each set with a short name would go."""
        self._comers: dict[Sign, set[Sign]] = {}
        """Which sets would go to a set."""
        self._steps: dict[Sign, _Step] = {}
        """Where they go: not where another goes as well from whom they are apart."""
        self._met: dict[Sign, Sign] = {}
        self._used: dict[Sign, list[Edge]] = {}
        """The edges that made a set of nodes one, under its head."""
        self._meetings: dict[Sign, list[Edge]] = {}
        """The same of sets whose short names met."""

    def add(self, *extractions: Extraction) -> None:
        """Takes in articles; of many, all are compared before anything is decided."""
        touched = self._index.add(extractions)
        self._different = self._ruled(same=False)
        changed = self._join(touched)
        self._lead(changed)
        self._meet(changed)

    def who(self, ref: Ref) -> Sign:
        """The head of all tellings of the one of whom a telling speaks."""
        head = self._head[self._index.of[ref]]
        passed = {head}
        while (step := self._steps.get(head)) is not None and step.to not in passed:
            head = step.to
            passed.add(head)
        return self._met.get(head, head)

    # ------------------------------------------------------------------ names alone

    def _join(self, touched: Iterable[Sign]) -> set[Sign]:
        """Closes anew what hangs together with the nodes; returns the heads of all sets that came of it."""
        nodes = self._index.nodes
        same, different = self._ruled(same=True), self._different
        changed: set[Sign] = set()
        for part in parts(touched, lambda name: (*nodes[name].like, *same.get(name, ()))):
            for name in part:
                self._forget(self._head.get(name, name))
            edges = {edge(weight, a, b) for a in part for b, weight in nodes[a].like.items()}
            edges -= torn(nodes, edges)
            edges |= {edge(_RULED, a, b) for a in part for b in same.get(a, ())}
            sets, used = closed(
                part,
                edges,
                lambda a, b: b in different.get(a, ()) or kept_apart(nodes[a], nodes[b]),
                _RULED,
            )
            self._head |= {name: each[0] for each in sets for name in each}
            self._sets |= {each[0]: each for each in sets}
            for each in used:
                self._used.setdefault(self._head[each.left], []).append(each)
            changed |= {each[0] for each in sets}
        return changed

    def _forget(self, head: Sign) -> None:
        self._sets.pop(head, None)
        self._used.pop(head, None)
        self._steps.pop(head, None)
        self._want(head, None)
        self._met.pop(head, None)
        self._meetings.pop(head, None)

    def _ruled(self, *, same: bool) -> dict[Sign, set[Sign]]:
        """For each node that a ruling names the other ones."""
        found: dict[Sign, set[Sign]] = {}
        for ruling in self._rulings:
            left, right = self._index.of.get(ruling.left), self._index.of.get(ruling.right)
            if ruling.same is same and left is not None and right is not None:
                found.setdefault(left, set()).add(right)
                found.setdefault(right, set()).add(left)
        return found

    # ------------------------------------------------------------------ names cut short

    def _lead(self, changed: set[Sign]) -> None:
        """Decides where the short names go that touch the changed sets, and adds them to these."""
        nodes = self._index.nodes
        around = (n for head in changed for name in self._sets[head] for n in (name, *nodes[name].brief))
        changed |= {self._head[name] for name in around}
        goals: set[Sign] = set()
        for head in changed:
            goals |= self._want(head, self._step(head))
            self._steps.pop(head, None)
        for goal in goals:
            changed |= self._let_go(goal)

    def _want(self, head: Sign, step: _Step | None) -> set[Sign]:
        """Notes where a set would go; returns the sets to which it would have gone and would go now."""
        before = self._wanted.pop(head, None)
        if before is not None:
            self._comers[before.to].discard(head)
        if step is not None:
            self._wanted[head] = step
            self._comers.setdefault(step.to, set()).add(head)
        return {each.to for each in (before, step) if each is not None}

    def _let_go(self, goal: Sign) -> set[Sign]:
        """Lets those go that would end at the same set as a goal, but for such as are apart; returns whose step changed."""
        passed = {goal}
        while goal in self._wanted and self._wanted[goal].to not in passed:
            goal = self._wanted[goal].to
            passed.add(goal)
        (ending,) = parts([goal], lambda head: sorted(self._comers.get(head, ())))
        changed: set[Sign] = set()
        for head in ending:
            step = self._wanted.get(head)
            if step is not None and any(self._apart(head, other) for other in ending if other != head):
                step = None
            if step != self._steps.get(head):
                changed.add(head)
            if step is None:
                self._steps.pop(head, None)
            else:
                self._steps[head] = step
        return changed

    def _step(self, head: Sign) -> _Step | None:
        """Where a set goes: to the one whose longer name fits and whose company it keeps."""
        fits = self._fits(head)
        if not fits:
            return None
        (shared, to), *others = sorted(((best[0], to) for to, best in fits.items()), reverse=True)
        sole = not others
        if CUT_SHORT + shared + (SOLE.weight if sole else 0) < SAME:
            return None
        if others and shared - others[0][0] < MARGIN or self._apart(head, to):
            return None
        return _Step(to, fits[to][1], fits[to][2], sole)

    def _fits(self, head: Sign) -> dict[Sign, tuple[float, Sign, Sign]]:
        """The sets with a longer name, with the company kept and by which nodes."""
        nodes = self._index.nodes
        found: dict[Sign, tuple[float, Sign, Sign]] = {}
        for name in self._sets[head]:
            for other, shared in nodes[name].long.items():
                to = self._head[other]
                if to != head and (to not in found or (shared, name, other) > found[to]):
                    found[to] = (shared, name, other)
        return found

    def _apart(self, head: Sign, other: Sign) -> bool:
        nodes, different = self._index.nodes, self._different
        return any(
            b in different.get(a, ()) or kept_apart(nodes[a], nodes[b])
            for a in self._sets[head]
            for b in self._sets[other]
        )

    # ------------------------------------------------------------------ short names among themselves

    def _meet(self, changed: set[Sign]) -> None:
        """Brings together short names that went nowhere."""
        around = {other for head in changed for other in (head, *self._peers(head))}
        for head in around:
            self._met.pop(head, None)
            self._meetings.pop(head, None)
        for part in parts(sorted(around - self._steps.keys()), self._peers):
            edges = {edge(weight, a, b) for a in part for b, weight in self._peers(a).items()}
            sets, used = closed(part, edges, self._apart, _RULED)
            head_of = {head: each[0] for each in sets for head in each}
            for head in part:
                self._met[head] = head_of[head]
                self._meetings[head] = []
            for each in used:
                self._meetings[head_of[each.left]].append(each)

    def _peers(self, head: Sign) -> dict[Sign, float]:
        """The sets with the same short name that may be one with it, and how surely."""
        nodes = self._index.nodes
        found: dict[Sign, float] = {}
        for name in self._sets[head]:
            for other, shared in nodes[name].peers.items():
                to = self._head[other]
                sole = self._alone(name, other)
                weight = round(CUT_SHORT + shared + (SOLE.weight if sole else 0), 2)
                if to != head and to not in self._steps and weight >= SAME:
                    found[to] = max(weight, found.get(to, 0.0))
        return found

    # ------------------------------------------------------------------ what came of it

    def joins(self) -> Iterator[Join]:
        """For all that became one the pairs that made it so, each with its reasons."""
        nodes = self._index.nodes
        for name in sorted(nodes):
            yield from _told_alike(nodes[name])
        for head in sorted(self._sets):
            for each in sorted(self._used.get(head, ())):
                yield self._named(each)
            step = self._steps.get(head)
            if step is not None:
                yield _in_company(nodes[step.short], nodes[step.long], sole=step.sole)
            for each in sorted(self._meetings.get(head, ())):
                yield self._encounter(each)

    def _named(self, each: Edge) -> Join:
        nodes = self._index.nodes
        left, right = sorted((nodes[each.left].first, nodes[each.right].first), key=lambda p: p.ref)
        ruled = next(
            (r.why for r in self._rulings if r.same and {r.left, r.right} == {left.ref, right.ref}), ""
        )
        reasons = (Reason("ruling", _RULED, ruled),) if ruled else named_alike(left, right)
        return Join(left.ref, right.ref, reasons)

    def _encounter(self, each: Edge) -> Join:
        """The closest nodes of two sets that met."""
        nodes = self._index.nodes
        pairs = [(a, b) for a in self._sets[each.left] for b in self._sets[each.right] if b in nodes[a].peers]
        a, b = max(pairs, key=lambda pair: (nodes[pair[0]].peers[pair[1]], pair))
        return _in_company(nodes[a], nodes[b], sole=self._alone(a, b))

    def _alone(self, one: Sign, other: Sign) -> bool:
        """Whether a short name of persons fits no longer one; bodies of common words are many everywhere."""
        nodes = self._index.nodes
        return "person" in (one[0], other[0]) and not nodes[one].long and not nodes[other].long


def _told_alike(node: Node) -> Iterator[Join]:
    """The tellings of one node: they bear one name."""
    first = node.first
    known: dict[object, tuple[Reason, ...]] = {}
    for ref in sorted(node.profiles.keys() - {first.ref}):
        telling = node.profiles[ref]
        entity = telling.entity
        printed = (entity.bridges, telling.others, telling.article if telling.others else "")
        kind = entity.names, entity.type, entity.kind, entity.of, telling.acts, printed
        if kind not in known:
            known[kind] = named_alike(first, telling)
        yield Join(first.ref, ref, known[kind])


def _in_company(short: Node, long: Node, *, sole: bool) -> Join:
    """The two tellings that share most, with all that speaks for them."""
    left, right, shared = closest(short, long)
    return Join(left.ref, right.ref, (*named_alike(left, right), *shared, *((SOLE,) if sole else ())))
