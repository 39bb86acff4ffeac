"""How well a frame fits an event that is told of already: a table of evidence, the first row that fits decides.

| row | example | weight |
| --- | --- | --- |
| aftermath | "A bomb went off. Two guards were injured." | 2.5, more where it hit guards |
| same target | "attacked Nur", "the attack on Nur" | 3, more at the same time, less further on |
| known event | "the attack", with no target of its own | 2, more for an event often told of |
| same weapon | "A bomb went off. The bomb destroyed a bank." | 2.2 |
| same time | "on Sunday a clash", "Sunday's riot" | 1.5 |
| street | "the protest turned ugly: riots" in the next sentence | 1 |

What contradicts (other targets, other times) is no telling of the event, whatever fits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from graph.events.telling import STREET, VIOLENCE, Clock, Happening, Telling

_SPECIAL = frozenset(
    "AssassinationAttempt Assassination DroneAttack Airstrike RocketAttack Bombing Shooting".split()
)
"""Classes that tell an event from a plain attack: "the assassination attempt" is not the brawl before it."""
_ON_PERSONS = frozenset({"AssassinationAttempt", "Assassination"})
"""Classes of what is done to a person: they are never the brawl with a crowd."""
_PLAIN = frozenset({"Attack", "Killing"})
_ONE_STREET = (
    frozenset({"Protest", "SitIn"}),
    frozenset({"Protest", "Riot", "ArmedClash", "Shooting"}),
    frozenset({"Siege"}),
)
"""Classes that one gathering can be told as: a sit-in is not the clash that it becomes."""
_DEADLY = frozenset({"Killing", "Assassination"})
_NEXT = 2
"""So many sentences on, "the bomb" is the one told of."""
_FAR = 12
"""So many sentences on, "the attack" may still be the one told of."""


def likeness(told: Telling, happening: Happening, clock: Clock) -> float:
    """How well the frame fits the event; at most 0 means that it tells of another."""
    pair = _Pair(told, happening, clock)
    if told.frame.cls == "Election":
        return _of_election(pair)
    for fits, weight in _EVIDENCE:
        if fits(pair):
            return weight(pair)
    return 0.0


@dataclass(frozen=True)
class _Pair:
    """A frame beside an event."""

    told: Telling
    event: Happening
    clock: Clock

    @cached_property
    def close(self) -> int:
        """Sentences since the event was told of."""
        return self.told.frame.sentence - self.event.last

    @cached_property
    def same_time(self) -> bool:
        times = self.told.frame.times
        return bool(times and self.event.times) and self.clock.agree(times, self.event.times)

    @cached_property
    def special(self) -> float:
        """For a class that tells the event from others, against one that tells it from this."""
        cls, classes = self.told.frame.cls, self.event.classes
        if cls not in _SPECIAL:
            return 0.0
        return 2.0 if cls in classes else -1.5 * bool(set(classes) - _PLAIN)

    def contradicts(self) -> bool:
        """Other targets, other places, other times, one more of its kind, or done to a person beside a crowd."""
        told, event = self.told, self.event
        pairs = ((told.targets, event.targets), (told.towns, event.towns), (told.states, event.states))
        if any(one and other and one.isdisjoint(other) for one, other in pairs) or told.marks - event.marks:
            return True
        new = told.frame.cls in _ON_PERSONS and told.frame.cls not in event.classes
        return (
            self.clock.contradict(told.times, event.times) or new and not told.targets and not event.on_person
        )

    def aftermath(self) -> bool:
        """Who was hurt in what was told of just before, and did not do it."""
        violent = self.event.classes[0] in VIOLENCE | STREET
        return (
            self.told.aftermath and self.close <= 1 and violent and not self.told.targets & self.event.agents
        )

    def same_target(self) -> bool:
        frame = self.told.frame
        generic = frame.plural and frame.noun and not frame.times
        return (
            bool(self.told.targets & self.event.targets) and not generic and self.told.many == self.event.many
        )

    def known(self) -> bool:
        """ "the attack" """
        frame = self.told.frame
        event = self.event
        single = not frame.plural or frame.cls in STREET or event.many or event.several and self.deadly
        new = self.told.aimed and self.told.agents - event.agents  # "Kasim’s assault on the country"
        return frame.noun and frame.definite and not self.told.targets and single and not new

    def same_weapon(self) -> bool:
        """ "the bombs" that were told of just before."""
        return (
            bool(self.told.taken_up & self.event.weapons)
            and self.close <= _NEXT
            and not self.told.agents - self.event.agents
            and not self.clock.contradict(self.told.times, self.event.times)
            and self.told.marks <= self.event.marks
        )

    def of_one_day(self) -> bool:
        both = self.told.targets and self.event.targets
        return self.same_time and self.told.frame.cls in STREET | VIOLENCE and not both and self._one_street()

    def goes_on(self) -> bool:
        street = self.told.frame.cls in STREET and self.event.classes[-1] in STREET | {"Shooting"}
        return self.close <= 1 and street and not self.told.targets and self._one_street()

    def _one_street(self) -> bool:
        """Whether what happens in the street can be told as both."""
        cls, last = self.told.frame.cls, self.event.classes[-1]
        if cls not in STREET or last not in STREET:
            return True
        return cls == last or any({cls, last} <= kin for kin in _ONE_STREET)

    @property
    def deadly(self) -> bool:
        """Whether its word counts the dead rather than the deeds: "the killings" may be one event."""
        return self.told.frame.cls in _DEADLY

    @property
    def others(self) -> bool:
        """Whether others did it than is told of the event; "gunmen" may be those of the body that is named."""
        told, event = self.told, self.event
        if not told.agents or not event.agents or told.agents & event.agents:
            return False
        return bool(told.named) == bool(event.named)


def _nothing(pair: _Pair) -> float:
    return 0.0


def _by_target(pair: _Pair) -> float:
    if pair.others and not pair.same_time:
        return 0.0
    return 3.0 + 2.0 * pair.same_time + pair.special - 0.05 * pair.close


def _by_article(pair: _Pair) -> float:
    if pair.others or pair.close > _FAR:
        return 0.0
    weight = 0.2 * min(len(pair.event.frames), 5) + 0.5 * bool(pair.event.times)
    if pair.close > 1 and pair.clock.long_ago(pair.event.times):
        weight -= 1.5  # "the attack" is that of today, not one of 2012 told beside it
    return 2.0 + weight + pair.special - 0.1 * pair.close


def _of_election(pair: _Pair) -> float:
    """An election is that of its state; `Telling.ways` has told which."""
    told, event = pair.told, pair.event
    if pair.clock.contradict(told.frame.times, event.times):
        return 0.0
    if told.frame.times and event.times and not pair.clock.agree(told.frame.times, event.times):
        return 0.5
    return 1.0 + 0.1 * min(len(event.frames), 9) - 0.02 * pair.close


_EVIDENCE: tuple[tuple[Callable[[_Pair], bool], Callable[[_Pair], float]], ...] = (
    (_Pair.aftermath, lambda pair: 2.5 + bool(pair.told.targets & pair.event.targets)),
    (_Pair.same_weapon, lambda pair: 2.2),
    (_Pair.contradicts, _nothing),
    (_Pair.same_target, _by_target),
    (_Pair.known, _by_article),
    (_Pair.of_one_day, lambda pair: 1.5 + pair.special - 0.1 * pair.close),
    (_Pair.goes_on, lambda pair: 1.0),
)
