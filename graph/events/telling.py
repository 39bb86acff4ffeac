"""What is compared to know whether two frames tell of one event: classes, targets, agents, times."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from graph.language import dates
from graph.model import Frame, Ref, TimeExpression

VIOLENCE = frozenset(
    "Attack AerialAttack DroneAttack Airstrike RocketAttack AssassinationAttempt Assassination Killing Shooting Bombing".split()
)
STREET = frozenset("Protest Riot SitIn ArmedClash Siege".split())
_ANY_KIND = frozenset({"Election", "Arrest", "Meeting", "Call"})
"""Classes whose finer kinds tell no event from another."""
# Kinds of violence that one event can be told as. An invasion, a raid or a capture is only itself.
_ONE_VIOLENCE = frozenset(
    "attack drone-attack airstrike assassination bombing shelling shooting explosion killing harm poisoning stabbing "
    "death plot".split()
)


@dataclass
class Happening:
    """An event in the making."""

    frames: list[Frame] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    targets: set[Ref] = field(default_factory=set)
    agents: set[Ref] = field(default_factory=set)
    named: set[Ref] = field(default_factory=set)
    """Those of the agents that have a name."""
    towns: set[Ref] = field(default_factory=set)
    """The towns in which it happened, or that were hit."""
    states: set[str] = field(default_factory=set)
    """The codes of the states in which it happened."""
    marks: set[str] = field(default_factory=set)
    """Words that tell it from one told of before: "another", "the second"."""
    counts: set[int] = field(default_factory=set)
    """Exact numbers of those without a name who were hit."""
    classes: list[str] = field(default_factory=list)
    many: bool = False
    """Whether the first frame tells of several events at once."""
    several: bool = False
    """Whether several were hit: "the killings" may be one event of two dead."""
    weapons: set[str] = field(default_factory=set)
    """The nouns for what it was done with."""
    on_person: bool = False
    """Whether a person is among those hit."""
    conceded: bool = False
    """Whether to do it would be to give way."""
    last: int = -1
    state: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """A frame with what it is compared by."""

    frame: Frame
    ways: frozenset[tuple[str, str]]
    targets: set[Ref]
    agents: set[Ref]
    times: Sequence[TimeExpression]
    many: bool
    aftermath: bool
    """Whether it only counts who was hurt, with nobody who did it: "two guards were injured"."""
    named: set[Ref] = field(default_factory=set)
    """Those of the agents that have a name."""
    taken_up: frozenset[str] = frozenset()
    """The nouns for weapons told of before: "the bombs destroyed a bank"."""
    aimed: bool = False
    """Whether the noun says itself on what, known or not: "their assault on the country"."""
    towns: set[Ref] = field(default_factory=set)
    states: set[str] = field(default_factory=set)
    marks: frozenset[str] = frozenset()
    """Words that tell it from one told of before: "another", "the second"."""
    counts: frozenset[int] = frozenset()
    """Exact numbers of those without a name who were hit."""


def ways(frame: Frame) -> frozenset[tuple[str, str]]:
    """The ways of telling that a frame shares with others: one event can be told of in any of them."""
    found = {(frame.cls, "" if frame.cls in _ANY_KIND else frame.kind)}
    if frame.kind in _ONE_VIOLENCE and frame.cls in VIOLENCE:
        found.add(("violence", ""))
    if frame.cls in STREET | {"Shooting"} and frame.kind != "war":
        found.add(("street", ""))
    return frozenset(found)


def own_times(frame: Frame) -> Sequence[TimeExpression]:
    """The times of a frame; else the day that its paragraph is telling of."""
    return frame.times or ((frame.day,) if frame.day is not None else ())


_YEAR = frozenset({"year:"})
_RECENT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class Clock:
    """Compares times, asked of the article's own anchor where it has one."""

    anchor: date | None

    def contradict(self, left: Iterable[TimeExpression], right: Sequence[TimeExpression]) -> bool:
        """Whether no time of one can be a time of the other, or two years are told and differ."""
        pairs = [(a, b) for a in left for b in right]
        years = [(a.form == b.form, a, b) for a, b in pairs if {a.form[:5], b.form[:5]} >= _YEAR]
        if years and not any(same for same, _, _ in years):
            return True
        return bool(pairs) and not any(self._meet(a, b) for a, b in pairs)

    def agree(self, left: Iterable[TimeExpression], right: Sequence[TimeExpression]) -> bool:
        """Whether a time of one is a time of the other."""
        return any(a.form == b.form or self._overlap(a, b) is True for a in left for b in right)

    def long_ago(self, times: Iterable[TimeExpression]) -> bool:
        """Whether a time lies months before the article; in an article without a day, whether a year alone is told."""
        for time in times:
            days = dates.resolve(time, self.anchor)
            old = self.anchor is None or days is not None and days.last < self.anchor - _RECENT
            if old and (self.anchor is not None or time.form.startswith("year")):
                return True
        return False

    def _meet(self, left: TimeExpression, right: TimeExpression) -> bool:
        """Whether two times can be one: unknown times can."""
        if left.form == right.form:
            return True
        overlap = self._overlap(left, right)
        if overlap is not None:
            return overlap
        return left.form.split(":")[0] != right.form.split(":")[0] or left.form.startswith(("last", "ago"))

    def _overlap(self, left: TimeExpression, right: TimeExpression) -> bool | None:
        """Whether the days overlap; nothing where they are not known."""
        a, b = dates.resolve(left, self.anchor), dates.resolve(right, self.anchor)
        return None if a is None or b is None else a.first <= b.last and b.first <= a.last
