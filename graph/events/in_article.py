"""Event frames of one article -> events: an article that tells of one event ten times has it once.

Two frames are one event if their classes are kin, their targets and places agree and their times don't
contradict. Whether times contradict is asked of the article's own anchor where it has one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from graph.language import dates, vocabulary
from graph.model import Discourse, Event, Frame, Interval, Mention, Ref, TimeExpression

_VIOLENCE = frozenset(
    "Attack AerialAttack DroneAttack Airstrike RocketAttack AssassinationAttempt Assassination Killing Shooting Bombing".split()
)
_SPECIAL = frozenset(
    "AssassinationAttempt Assassination DroneAttack Airstrike RocketAttack Bombing Shooting".split()
)
"""Classes that tell an event from a plain attack: "the assassination attempt" is not the brawl before it."""
_ON_PERSONS = frozenset({"AssassinationAttempt", "Assassination"})
"""Classes of what is done to a person: they are never the brawl with a crowd."""
_PLAIN = frozenset({"Attack", "Killing"})
_STREET = frozenset("Protest Riot SitIn ArmedClash Siege".split())
_SPEECH = frozenset(
    "Statement Condemnation Accusation Denial Threat ExpressionOfSupport Demand ResponsibilityClaim Offer Pledge "
    "Refusal".split()
)
_RANK = (
    "Assassination AssassinationAttempt DroneAttack Airstrike RocketAttack Bombing Shooting Killing AerialAttack Attack "
    "Siege ArmedClash Riot SitIn Protest"
).split()
"""The class that names an event told of in several ways, the most telling first."""

_COMPARED = 300
"""A frame is compared with so many events at most, the latest of its way of telling, so that time stays bounded."""


@dataclass
class Happening:
    """An event in the making."""

    frames: list[Frame] = field(default_factory=list)
    times: list[TimeExpression] = field(default_factory=list)
    targets: set[Ref] = field(default_factory=set)
    agents: set[Ref] = field(default_factory=set)
    places: set[Ref] = field(default_factory=set)
    classes: list[str] = field(default_factory=list)
    last: int = -1
    state: str = ""


@dataclass(frozen=True, slots=True)
class _Telling:
    """A frame with what it is compared by."""

    frame: Frame
    ways: frozenset[tuple[str, str]]
    targets: set[Ref]
    agents: set[Ref]
    times: Sequence[TimeExpression]


class Chronicle:
    """Goes through the frames in order and tells each to which event it belongs."""

    def __init__(self, discourse: Discourse, found: Sequence[Frame], owners: dict[Ref, Ref]) -> None:
        self.discourse, self.found, self.owners = discourse, found, owners
        self.happenings: list[Happening] = []
        self.of: dict[tuple[int, int], int] = {}
        self.anchor: date | None = discourse.article.anchor.day if discourse.article.anchor else None
        self._told: dict[int, Sequence[TimeExpression]] = {}
        self._children: dict[tuple[int, int], list[Frame]] = {}
        for frame in found:
            if frame.parent is not None:
                self._children.setdefault((frame.sentence, frame.parent), []).append(frame)
        self._by_way: dict[tuple[str, str], deque[int]] = defaultdict(lambda: deque(maxlen=_COMPARED))
        """The latest events told in each way: what shares none of its ways is no telling of an event."""

    def write(self) -> None:
        for frame in sorted(self.found, key=lambda f: (f.sentence, f.parent is not None)):
            number = self._place(frame)
            happening = self.happenings[number]
            happening.frames.append(frame)
            happening.times += [t for t in _own_times(frame) if t not in happening.times]
            happening.targets |= self._targets(frame)
            happening.agents |= self._refs(frame, "agent", "contestant", "holder")
            happening.places |= self._refs(frame, "place")
            happening.classes.append(frame.cls)
            for way in _ways(frame):
                if number not in self._by_way[way]:
                    self._by_way[way].append(number)
            happening.last = frame.sentence
            happening.state = happening.state or self._state(frame) or self._held_by(frame)
            self.of[frame.sentence, frame.at] = number
            if frame.times:
                paragraph = self.discourse.sentences[frame.sentence].paragraph
                self._told[paragraph] = frame.times

    # ------------------------------------------------------------------ which event

    def _place(self, frame: Frame) -> int:
        if frame.parent is not None and (frame.sentence, frame.parent) in self.of:
            return self.of[frame.sentence, frame.parent]
        best: tuple[float, int] | None = None
        told = _Telling(
            frame, _ways(frame), self._targets(frame), self._refs(frame, "agent"), self._times_of(frame)
        )
        near = {number for way in told.ways for number in self._by_way[way]}
        for number in sorted(near) if frame.cls not in _SPEECH else ():
            score = self._score(told, self.happenings[number])
            if score > 0 and (best is None or score >= best[0]):
                best = (score, number)
        if best is not None:
            return best[1]
        self.happenings.append(Happening())
        return len(self.happenings) - 1

    def _score(self, told: _Telling, happening: Happening) -> float:
        """How well the frame fits the event; at most 0 means it doesn't."""
        frame, targets, agents, theirs = told.frame, told.targets, told.agents, happening.targets
        if frame.cls == "Election":
            return self._election_score(frame, happening)
        if targets and theirs and targets.isdisjoint(theirs):
            return 0.0
        if self._contradict(told.times, happening.times):
            return 0.0
        same_time = bool(frame.times and happening.times) and self._agree(frame.times, happening.times)
        close = frame.sentence - happening.last
        generic = frame.plural and frame.noun and not frame.times
        many = self._many(frame)
        if (
            frame.cls in _ON_PERSONS
            and not targets
            and frame.cls not in happening.classes
            and not self._person(theirs)
        ):
            return 0.0
        special = 0.0
        if frame.cls in _SPECIAL:
            special = 2.0 if frame.cls in happening.classes else -1.5 * bool(set(happening.classes) - _PLAIN)
        if targets & theirs and not generic and many == self._many(happening.frames[0]):
            if agents and happening.agents and not agents & happening.agents and not same_time:
                return 0.0
            return 3.0 + 2.0 * same_time + special - 0.05 * close
        if frame.noun and frame.definite and not targets and (not frame.plural or frame.cls in _STREET):
            if agents and happening.agents and not agents & happening.agents:
                return 0.0
            weight = 0.2 * min(len(happening.frames), 5) + 0.5 * bool(happening.times)
            return 2.0 + weight + special - 0.1 * close if close <= 12 else 0.0
        if same_time and frame.cls in _STREET | _VIOLENCE and not (targets and theirs):
            return 1.5 + special - 0.1 * close
        if (
            close <= 1
            and frame.cls in _STREET
            and happening.classes[-1] in _STREET | {"Shooting"}
            and not targets
        ):
            return 1.0
        return 0.0

    def _many(self, frame: Frame) -> bool:
        """Whether it tells of several events at once: "the attacks on Nur", "has attacked him repeatedly"."""
        sentence = self.discourse.sentences[frame.sentence]
        beside = (sentence.tokens[i].lemma for i in sentence.children[frame.at])
        return frame.plural and frame.noun or any(word in _OFTEN for word in beside)

    def _person(self, refs: set[Ref]) -> bool:
        return any(
            self.discourse.entities[ref].type == "Person" for ref in refs if ref in self.discourse.entities
        )

    def _election_score(self, frame: Frame, happening: Happening) -> float:
        if self._contradict(frame.times, happening.times):
            return 0.0
        if (self._state(frame) or self._held_by(frame)) != happening.state:
            return 0.0
        if frame.times and happening.times and not self._agree(frame.times, happening.times):
            return 0.5
        return 1.0 + 0.1 * min(len(happening.frames), 9) - 0.02 * (frame.sentence - happening.last)

    def _times_of(self, frame: Frame) -> Sequence[TimeExpression]:
        """The frame's own times, or those that its paragraph was telling of."""
        if _own_times(frame) or frame.noun and frame.definite:
            return _own_times(frame)
        return self._told.get(self.discourse.sentences[frame.sentence].paragraph, [])

    def _contradict(self, left: Iterable[TimeExpression], right: Iterable[TimeExpression]) -> bool:
        right = list(right)
        pairs = [(a, b) for a in left for b in right]
        return bool(pairs) and not any(self._meet(a, b) for a, b in pairs)

    def _agree(self, left: Iterable[TimeExpression], right: Iterable[TimeExpression]) -> bool:
        right = list(right)
        return any(a.form == b.form or self._both(a, b) for a in left for b in right)

    def _both(self, left: TimeExpression, right: TimeExpression) -> bool:
        a, b = dates.resolve(left, self.anchor), dates.resolve(right, self.anchor)
        return a is not None and b is not None and a.first <= b.last and b.first <= a.last

    def _meet(self, left: TimeExpression, right: TimeExpression) -> bool:
        """Whether two times can be one: unknown times can."""
        if left.form == right.form:
            return True
        a, b = dates.resolve(left, self.anchor), dates.resolve(right, self.anchor)
        if a is None or b is None:
            return left.form.split(":")[0] != right.form.split(":")[0] or left.form.startswith(
                ("last", "ago")
            )
        return a.first <= b.last and b.first <= a.last

    # ------------------------------------------------------------------ what a frame tells

    def _refs(self, frame: Frame, *roles: str) -> set[Ref]:
        found = (self.discourse.at(frame.sentence, role.at) for role in frame.fillers(*roles))
        return {ref for ref in found if ref is not None}

    def _targets(self, frame: Frame) -> set[Ref]:
        """Who or what was hit; a house stands for who lives in it."""
        found = self._refs(frame, "target", "victim")
        for child in self._children.get((frame.sentence, frame.at), ()):
            found |= self._refs(child, "target", "victim")  # "sent a drone to kill Nur"
        return found | {self.owners[ref] for ref in found if ref in self.owners}

    def _state(self, frame: Frame) -> str:
        sentence = self.discourse.sentences[frame.sentence]
        for i in sentence.children[frame.at]:
            token = sentence.tokens[i]
            code = vocabulary.state_of_word(token.text)
            if code:
                return code
            for j in sentence.children[i]:
                code = vocabulary.state_named(sentence.tokens[j].text) if token.dep == "prep" else ""
                if code:
                    return code
        return ""

    def _held_by(self, frame: Frame) -> str:
        """ "Kaluria held an election": the state that held it; else that of the election told of last, of its sentence, the article's."""
        if frame.cls != "Election":
            return ""
        refs = sorted(self._refs(frame, "agent", "place"))
        states = [self.discourse.entities[r].of for r in refs if r in self.discourse.entities]
        told = next((s for s in states if s and len(s) == 2), "")
        return told or self._last_held(frame) or self._only_state(frame) or self.discourse.state

    def _last_held(self, frame: Frame) -> str:
        """The state of the election told of last whose time can be the frame's."""
        held = [h for h in self.happenings if "Election" in h.classes and h.state]
        fitting = [h for h in held if not self._contradict(frame.times, h.times)]
        return max(fitting, key=lambda h: h.last).state if fitting else ""

    def _only_state(self, frame: Frame) -> str:
        """The state that alone is named in the frame's sentence and in no "anti-" or "-backed" there."""
        tokens = self.discourse.sentences[frame.sentence].tokens
        named = {
            code
            for token in tokens
            if (code := vocabulary.state_of_word(token.text))
            and not any(t.text == "-" for t in tokens[max(0, token.i - 1) : token.i + 2])
        }
        return min(named) if len(named) == 1 else ""

    # ------------------------------------------------------------------ the result

    def events(self) -> tuple[list[Event], dict[tuple[int, int], Ref]]:
        """The events, and for each frame (sentence, trigger) its event."""
        refs = [Ref(f"{self.discourse.article.id}#event/{number}") for number in range(len(self.happenings))]
        made = [self._event(ref, happening) for ref, happening in zip(refs, self.happenings, strict=True)]
        return made, {key: refs[number] for key, number in self.of.items()}

    def _event(self, ref: Ref, happening: Happening) -> Event:
        classes = dict.fromkeys(happening.classes)
        main = min(classes, key=lambda c: (_RANK.index(c) if c in _RANK else len(_RANK), c))
        article = self.discourse.article
        mentions, words = [], set()
        for frame in happening.frames:
            token = self.discourse.sentences[frame.sentence].tokens[frame.at]
            words.add(token.lemma.lower())
            mentions.append(
                Mention(article.id, token.start, token.end, article.text[token.start : token.end], "nominal")
            )
        return Event(
            ref=ref,
            type=main,
            types=tuple(sorted(classes)),
            label=self._label(main, happening),
            mentions=tuple(sorted(set(mentions), key=lambda m: m.start)),
            times=tuple(sorted(happening.times, key=lambda t: t.start)),
            words=tuple(sorted(words)),
        )

    def _label(self, main: str, happening: Happening) -> str:
        words = "".join(" " + letter.lower() if letter.isupper() else letter for letter in main).strip()
        if main == "Killing" and not happening.targets and not happening.agents:
            words = "killing"
        names, agents = self._labels(happening.targets), self._labels(happening.agents)
        if main == "Election" and happening.state:
            return f"election in {vocabulary.state_label(happening.state)}"
        if names:
            return f"{words}: {names[0]}"
        if agents:
            return f"{words} by {agents[0]}"
        return words

    def _labels(self, refs: Iterable[Ref]) -> list[str]:
        """The labels of actors and places, those with a name first."""
        known = [self.discourse.entities[ref] for ref in refs if ref in self.discourse.entities]
        return [entity.label for entity in sorted(known, key=lambda e: (not e.named, e.ref))]


def events(
    discourse: Discourse, found: Sequence[Frame], owners: dict[Ref, Ref]
) -> tuple[list[Event], dict[tuple[int, int], Ref]]:
    """The events that the frames tell of, and which frame tells of which."""
    chronicle = Chronicle(discourse, found, owners)
    chronicle.write()
    return chronicle.events()


def _own_times(frame: Frame) -> Sequence[TimeExpression]:
    """The times of a frame; else the day that its paragraph is telling of."""
    return frame.times or ((frame.day,) if frame.day is not None else ())


_OFTEN = frozenset(
    "repeatedly often regularly frequently routinely constantly sometimes always daily".split()
)
"""Adverbs of what happened more than once. Source: own list."""
_ANY_KIND = frozenset({"Election", "Arrest", "Meeting", "Call"})
"""Classes whose finer kinds tell no event from another."""
# Kinds of violence that one event can be told as. An invasion, a raid or a capture is only itself.
_ONE_VIOLENCE = frozenset(
    "attack drone-attack airstrike assassination bombing shelling shooting explosion killing harm poisoning stabbing "
    "death plot".split()
)


def _ways(frame: Frame) -> frozenset[tuple[str, str]]:
    """The ways of telling that a frame shares with others: one event can be told of in any of them."""
    found = {(frame.cls, "" if frame.cls in _ANY_KIND else frame.kind)}
    if frame.kind in _ONE_VIOLENCE and frame.cls in _VIOLENCE:
        found.add(("violence", ""))
    if frame.cls in _STREET | {"Shooting"}:
        found.add(("street", ""))
    return frozenset(found)


def interval_of(times: Iterable[TimeExpression], anchor: date | None) -> Interval | None:
    """The tightest interval that the times of an event give."""
    found = [interval for t in times if (interval := dates.resolve(t, anchor)) is not None]
    return min(found, key=lambda i: ((i.last - i.first).days, i.first)) if found else None
