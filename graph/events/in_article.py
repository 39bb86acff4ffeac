"""Event frames of one article -> events: an article that tells of one event ten times has it once.

Two frames are one event if their classes are kin, their targets and places agree and their times don't
contradict. Whether times contradict is asked of the article's own anchor where it has one.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence

from graph.events.likeness import likeness
from graph.events.pressure import CONCESSION, gives_way
from graph.events.telling import STREET, VIOLENCE, Clock, Happening, Telling, own_times, ways
from graph.language import trees, vocabulary
from graph.model import Discourse, Event, Frame, Mention, Qualifier, Ref, TimeExpression

_SPEECH = frozenset(
    "Statement Condemnation Accusation Denial Threat ExpressionOfSupport Demand ResponsibilityClaim Offer Pledge "
    "Refusal".split()
)
_RANK = (
    "Assassination AssassinationAttempt DroneAttack Airstrike RocketAttack Bombing Shooting ArmedClash Killing AerialAttack "
    "Attack Siege Riot SitIn Protest"
).split()
"""The class that names an event told of in several ways, the most telling first."""
_HURT = frozenset({"harm", "death", "killing"})
_OFTEN = frozenset(
    "repeatedly often regularly frequently routinely constantly sometimes always daily".split()
)
"""Adverbs of what happened more than once. Source: own list."""
_PLURALS = frozenset({"NNS", "NNPS"})
_THE = frozenset({"the", "this", "that", "these", "those"})
_SIDES = frozenset("side border area region part outskirts".split())
"""Nouns for a stretch of ground. Source: own list."""
_ANOTHER = frozenset(
    "another second third fourth fifth further separate similar previous earlier different other subsequent".split()
)
"""Words for one more of its kind. Source: own list."""
_STATE = "state/"
"""Of the references that stand for states as doers."""
_OF_STATE = frozenset({"State", "GovernmentBody", "SecurityForce"})
_LATEST = 4
"""Of so many frames of violence before it, one may have hurt those whom a sentence only counts."""
_COMPARED = 300
"""A frame is compared with so many events at most, the latest of its way of telling, so that time stays bounded."""


class Chronicle:
    """Goes through the frames in order and tells each to which event it belongs."""

    def __init__(self, discourse: Discourse, found: Sequence[Frame], owners: dict[Ref, Ref]) -> None:
        self.discourse, self.found, self.owners = discourse, found, owners
        self.happenings: list[Happening] = []
        self.of: dict[tuple[int, int], int] = {}
        self.clock = Clock(discourse.article.anchor.day if discourse.article.anchor else None)
        self._violent: deque[int] = deque(maxlen=_LATEST)
        """The violence told of last."""
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
            happening.many = happening.many if happening.frames else self._many(frame)
            happening.frames.append(frame)
            happening.times += [t for t in own_times(frame) if t not in happening.times]
            happening.targets |= self._targets(frame)
            happening.several = happening.several or self._several(frame)
            happening.weapons |= {self._word(frame, at) for _, at, _ in frame.weapons}
            happening.on_person = self._person(happening.targets)
            happening.agents |= self._refs(frame, "contestant", "holder") | self._agents(frame)
            happening.named = self._named(happening.agents)
            happening.towns |= self._towns(frame)
            happening.states |= self._states(frame)
            happening.marks |= self._marks(frame)
            happening.counts |= self._counts(frame)
            if frame.kind != "harm" or not happening.classes:  # who was hurt is no kind of its own
                happening.classes.append(frame.cls)
            if gives_way(self.discourse.sentences[frame.sentence], frame):
                happening.conceded = True
            for way in ways(frame):
                if number not in self._by_way[way]:
                    self._by_way[way].append(number)
            happening.last = frame.sentence
            happening.state = happening.state or self._state(frame) or self._held_by(frame)
            self.of[frame.sentence, frame.at] = number
            if frame.cls in VIOLENCE | STREET:
                self._violent.append(number)
            if frame.times:
                paragraph = self.discourse.sentences[frame.sentence].paragraph
                self._told[paragraph] = frame.times

    # ------------------------------------------------------------------ which event

    def _place(self, frame: Frame) -> int:
        if frame.parent is not None and (frame.sentence, frame.parent) in self.of:
            return self.of[frame.sentence, frame.parent]
        agents = self._agents(frame)
        told = Telling(
            frame, ways(frame), self._known_by(frame), agents, self._times_of(frame), self._many(frame),
            self._aftermath(frame), self._named(agents), self._taken_up(frame), self._aimed(frame),
            self._towns(frame), self._states(frame), self._marks(frame), self._counts(frame),
        )  # fmt: skip
        best: tuple[float, int] | None = None
        for number in self._candidates(told):
            score = likeness(told, self.happenings[number], self.clock)
            if score > 0 and (best is None or score >= best[0]):
                best = (score, number)
        if best is not None:
            return best[1]
        self.happenings.append(Happening())
        return len(self.happenings) - 1

    def _candidates(self, told: Telling) -> list[int]:
        """The events that the frame may tell of."""
        if told.frame.cls in _SPEECH:
            return []
        near = {number for way in told.ways for number in self._by_way[way]}
        if told.frame.cls == "Election":
            state = self._state(told.frame) or self._held_by(told.frame)
            near = {number for number in near if self.happenings[number].state == state}
        if told.aftermath or told.taken_up:
            near.update(self._violent)
        return sorted(near)

    def _aftermath(self, frame: Frame) -> bool:
        """Whether it only tells how many were hurt: nobody who did it, nobody by name, no time of its own."""
        if frame.noun or frame.kind not in _HURT or frame.times or frame.parent is not None:
            return False
        if self._placed(frame):
            return False
        hurt = [self.discourse.entities[ref] for ref in self._refs(frame, "victim", "target")]
        return (
            bool(hurt)
            and not frame.fillers("agent", "place")
            and not any(e.named and e.type == "Person" for e in hurt)
        )

    def _placed(self, frame: Frame) -> bool:
        """Whether words for a place stand below it, of a place that nothing names too: "on the northern side"."""
        sentence = self.discourse.sentences[frame.sentence]
        joined = trees.conjuncts(sentence, trees.first_conjunct(sentence, frame.at))
        things = [
            t for i in joined for t in trees.objects_of(sentence, i, "in", "on", "at", "near", "outside")
        ]
        return any(
            t.pos == "PROPN"
            or vocabulary.is_ground(t.lemma)
            or vocabulary.is_site(t.lemma)
            or t.lemma in _SIDES
            for t in things
            if not t.ent.endswith(("DATE", "TIME"))
        )

    def _many(self, frame: Frame) -> bool:
        """Whether it tells of several events at once: "the attacks on Nur", "has attacked him repeatedly"."""
        sentence = self.discourse.sentences[frame.sentence]
        beside = (sentence.tokens[i].lemma for i in sentence.children[frame.at])
        return frame.plural and frame.noun or any(word in _OFTEN for word in beside)

    def _aimed(self, frame: Frame) -> bool:
        """Whether the noun says itself on what: "their assault on the country"."""
        sentence = self.discourse.sentences[frame.sentence]
        return frame.noun and bool(trees.objects_of(sentence, frame.at, "on", "against"))

    def _several(self, frame: Frame) -> bool:
        """Whether it tells of several who were hit: "two guards", "Nur and Moreno", "the embassies"."""
        hit = frame.fillers("victim", "target")
        tokens = self.discourse.sentences[frame.sentence].tokens
        return len({role.at for role in hit}) > 1 or any(
            tokens[role.at].tag in _PLURALS or role.count is not None and role.count.value > 1 for role in hit
        )

    def _taken_up(self, frame: Frame) -> frozenset[str]:
        """The weapons that its words speak of as told of before: "the bomb destroyed a bank"."""
        sentence = self.discourse.sentences[frame.sentence]
        told = (
            at for _, at, _ in frame.weapons if any(t.lemma in _THE for t in trees.below(sentence, at, "det"))
        )
        return frozenset(self._word(frame, at) for at in told)

    def _word(self, frame: Frame, position: int) -> str:
        return self.discourse.sentences[frame.sentence].tokens[position].lemma

    def _named(self, refs: set[Ref]) -> set[Ref]:
        known = self.discourse.entities
        return {ref for ref in refs if (known[ref].named if ref in known else ref.startswith(_STATE))}

    def _person(self, refs: set[Ref]) -> bool:
        return any(
            self.discourse.entities[ref].type == "Person" for ref in refs if ref in self.discourse.entities
        )

    def _times_of(self, frame: Frame) -> Sequence[TimeExpression]:
        """The frame's own times, those of what came of it, or those that its paragraph was telling of."""
        own = own_times(frame) or [t for child in self._results(frame) for t in child.times]
        if own or frame.noun and frame.definite:
            return own
        return self._told.get(self.discourse.sentences[frame.sentence].paragraph, [])

    # ------------------------------------------------------------------ what a frame tells

    def _refs(self, frame: Frame, *roles: str) -> set[Ref]:
        found = (self.discourse.at(frame.sentence, role.at) for role in frame.fillers(*roles))
        return {ref for ref in found if ref is not None}

    def _targets(self, frame: Frame) -> set[Ref]:
        """Who or what was hit; a house stands for who lives in it."""
        found = self._refs(frame, "target", "victim")
        for child in self._results(frame):
            found |= self._refs(child, "target", "victim")  # "sent a drone to kill Nur"
        return found | {self.owners[ref] for ref in found if ref in self.owners}

    def _known_by(self, frame: Frame) -> set[Ref]:
        """The targets by which it is found again; "three guards died in the attack" tells no target of the attack."""
        found = self._targets(frame)
        told = frame.fillers("target", "victim") or any(self._person({ref}) for ref in self._named(found))
        return set() if frame.noun and frame.definite and not told else found

    def _results(self, frame: Frame) -> Sequence[Frame]:
        """The frames of what came of it: "an attack that killed two in Kasim"."""
        return self._children.get((frame.sentence, frame.at), ())

    def _agents(self, frame: Frame) -> set[Ref]:
        """Who did it; a state stands with its adjective and its forces: "Velkan strikes" are those of Velka's army.

        "Gunmen" are the gunmen told of before.
        """
        found = self._refs(frame, "agent")
        tokens = self.discourse.sentences[frame.sentence].tokens
        codes = {vocabulary.state_of_word(tokens[role.at].text) for role in frame.fillers("agent-state")}
        doers = {role.at: self.discourse.at(frame.sentence, role.at) for role in frame.fillers("agent")}
        nouns = {
            tokens[at].lemma for at, ref in doers.items() if ref is not None and tokens[at].pos == "NOUN"
        }
        for ref in found:
            entity = self.discourse.entities.get(ref)
            if entity is not None and entity.type in _OF_STATE:
                codes.add(entity.of or vocabulary.state_named(entity.label))
        return (
            found | {Ref(_STATE + code) for code in codes if code} | {Ref(f"noun/{noun}") for noun in nouns}
        )

    def _towns(self, frame: Frame) -> set[Ref]:
        """The towns in which it happened, or that were hit."""
        places = (
            ref for each in (frame, *self._results(frame)) for ref in self._refs(each, "place", "target")
        )
        known = self.discourse.entities
        return {
            ref for ref in places if ref in known and known[ref].type == "Settlement" and known[ref].named
        }

    def _states(self, frame: Frame) -> set[str]:
        """The codes of the states in which it happened."""
        places = (ref for each in (frame, *self._results(frame)) for ref in self._refs(each, "place"))
        labels = {self.discourse.entities[ref].label for ref in places if ref in self.discourse.entities}
        return {vocabulary.state_named(label) or vocabulary.state_around(label) for label in labels} - {""}

    def _marks(self, frame: Frame) -> frozenset[str]:
        """Words beside the noun that tell it from one told of before."""
        sentence = self.discourse.sentences[frame.sentence]
        beside = trees.below(sentence, frame.at, "det", "amod") if frame.noun else []
        return frozenset(t.lemma.lower() for t in beside) & _ANOTHER

    def _counts(self, frame: Frame) -> frozenset[int]:
        """Exact numbers of those without a name who were hit."""
        roles = (r for each in (frame, *self._results(frame)) for r in each.fillers("victim", "target"))
        counts = (role.count for role in roles if role.count is not None)
        return frozenset(count.value for count in counts if count.qualifier is Qualifier.EXACTLY)

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
        held = [self.discourse.entities[r] for r in refs if r in self.discourse.entities]
        states = [e.of or vocabulary.capital(e.label) for e in held]
        told = next((s for s in states if s and len(s) == 2), "")
        return told or self._last_held(frame) or self._only_state(frame) or self.discourse.state

    def _last_held(self, frame: Frame) -> str:
        """The state of the election told of last whose time can be the frame's."""
        held = [h for h in self.happenings if "Election" in h.classes and h.state]
        fitting = [h for h in held if not self.clock.contradict(frame.times, h.times)]
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
            types=tuple(sorted({*classes, *([CONCESSION] if happening.conceded else [])})),
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
        addressed = {ref for frame in happening.frames for ref in self._refs(frame, "addressee")}
        told = self._labels(addressed) if main == "Threat" else []
        return f"{words}: {told[0]}" if told else words

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
