"""What all claims of blame share: which event somebody is blamed for, and whom the words mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.claims.incidents import Incidents
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance
from graph.language import trees
from graph.model import Frame, Ref, Sentence, Source, Span, Token
from ontology.terms import is_a

PARTS = frozenset(
    "part role hand involvement participation complicity responsibility connection link nothing".split()
)
"""Nouns for a part in an event. Source: own list."""
_CASE = frozenset("connection relation conjunction case".split())
"""Nouns that tie somebody to an event: "arrested in connection with the murder". Source: own list."""
_TAKING_PART = frozenset(
    "participate take be involve have plan order organize organise prepare help assist carry commit perpetrate mastermind "
    "plot conspire attempt try".split()
)
"""Verbs of having a part in what their object names: "accused of taking part in the raid". Source: own list."""
_DOING = _TAKING_PART | frozenset(
    "abet aid back cause conduct direct do engineer execute finance fund incite instigate launch lead make "
    "mount orchestrate provoke sponsor stage start support trigger".split()
)
"""Verbs that make whoever does it guilty: "accused of planning it", not "of failing to stop it". Source: own list."""
_THAT = frozenset(
    "it this that them these those incident act crime violence operation death atrocity outrage tragedy bloodshed "
    "carnage casualty event one".split()
)
"""Words that take up violence told of before. Source: own list."""
BEHIND = frozenset({"responsible", "behind", "culpable"})
_ANYBODY = frozenset("people person individual man one those somebody someone party culprit".split())
"""Words for whoever did it: "to find the people responsible for it" blames nobody. Source: own list."""


class Charges:
    """Writes who is blamed, and finds for what."""

    def __init__(self, scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
        self.scribe, self.of = scribe, of
        self.violent = [f for f in found if is_a(f.cls, "ConflictEvent")]
        self.incidents = Incidents(scribe, found, of)

    def chain(self, sentence: Sentence, verb: Token, voices: Sequence[Token]) -> tuple[Source, ...]:
        """The speakers at a verb of blaming, who blames last."""
        chain = self.scribe.voices.chain(sentence, verb.i)
        for voice in self.actors(sentence, voices[:1]):
            if voice not in {s.speaker for s in chain}:
                chain = (*chain, Source(voice, Span(verb.start, verb.end), "indirect"))
        return chain

    def blame(
        self,
        sentence: Sentence,
        token: Token,
        event: Ref,
        whom: Sequence[Token],
        put: Stance,
        rule: str,
        sure: float,
        sources: tuple[Source, ...] | None = None,
    ) -> None:
        """Says of all whom the tokens name that they are agents of the event, in words that stand at `token`."""
        for actor in self.actors(sentence, whom):
            for doer in (actor, self.scribe.sides.get(actor)):  # "rebels of the Front": the Front is blamed
                if doer is not None:
                    self.scribe.say(
                        sentence, token.i, event, "agent", object=doer, put=put, sources=sources, rule=f"blame: {rule}",
                        confidence=sure,
                    )  # fmt: skip

    def actors(self, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Ref]:
        for token in tokens:
            for i in trees.conjuncts(sentence, token.i):
                actor = self.scribe.actor(sentence, i)
                if (
                    actor is not None
                    and self.scribe.entity(actor) is not None
                    and self.scribe.kind(actor) == "actor"
                ):
                    yield actor

    def events(self, sentence: Sentence, token: Token, preposition: str) -> list[Ref]:
        """All events named after the preposition ("for the clash and the murder"), or the one told of before."""
        named = self.named(sentence, token, preposition)
        if named:
            return named
        event = self.event(sentence, token, preposition)
        return [] if event is None else [event]

    def _points_back(self, sentence: Sentence, thing: Token) -> bool:
        """Whether the words for what somebody is blamed for can mean violence told of before: "it", "the deaths"."""
        under = trees.subtree(sentence, thing.i)
        return any(sentence.tokens[i].lemma in _THAT for i in under) or any(
            f.sentence == sentence.index and f.at in under for f in self.violent
        )

    def _is_violent(self, sentence: Sentence, verb: Token) -> bool:
        """Whether a verb, or one joined to it, tells of violence itself."""
        several = trees.conjuncts(sentence, verb.i)
        return any(f.sentence == sentence.index and f.at in several for f in self.violent)

    def named(self, sentence: Sentence, token: Token, preposition: str) -> list[Ref]:
        """The violent events after the preposition."""
        violent = {(f.sentence, f.at) for f in self.violent}
        things = [
            *trees.objects_of(sentence, token.i, preposition),
            *(
                verb
                for p in trees.below(sentence, token.i, "prep")
                if p.lemma == preposition
                for verb in trees.below(sentence, p.i, "pcomp")
            ),
        ]
        things += [
            t
            for case in trees.objects_of(sentence, token.i, "in")
            if case.lemma in _CASE
            for t in trees.objects_of(sentence, case.i, "with", "to")
        ]
        found = [
            self.of[sentence.index, i]
            for t in things
            if (i := self._told_by(sentence, t, violent)) is not None
        ]
        return list(dict.fromkeys(found))

    def _told_by(self, sentence: Sentence, thing: Token, violent: set[tuple[int, int]]) -> int | None:
        """The violence that a word names, or that one is said to have had a part in: "of taking part in the raid"."""
        if (sentence.index, thing.i) in violent:
            return thing.i
        if thing.lemma not in PARTS | _TAKING_PART:
            return None
        below = [
            *trees.below(sentence, thing.i, "dobj", "xcomp"),
            *trees.objects_of(sentence, thing.i, "in", "of", "to"),
        ]
        return next((i for t in below if (i := self._told_by(sentence, t, violent)) is not None), None)

    def event(self, sentence: Sentence, token: Token, preposition: str) -> Ref | None:
        """The event named after the preposition, in the sentence, or told of last before it."""
        things = [
            *trees.objects_of(sentence, token.i, preposition, "in", "for"),
            *(trees.below(sentence, token.i, "pobj") if token.pos == "ADP" else []),
        ]
        for thing in things:
            if self.scribe.event(sentence, thing.i) is not None:
                return self.scribe.event(sentence, thing.i)
        done = [
            c for p in trees.below(sentence, token.i, "prep") for c in trees.below(sentence, p.i, "pcomp")
        ]
        done = [t for t in done if t.lemma in _DOING or self._is_violent(sentence, t)]
        told = bool(things) or any(
            trees.below(sentence, p.i, "pcomp") for p in trees.below(sentence, token.i, "prep")
        )
        if told and not any(self._points_back(sentence, t) for t in [*things, *done]):
            return None  # "responsible for arming them", "blamed for the drought", "for failing to stop it"
        whom = {
            i
            for t in trees.below(sentence, token.i, "dobj", "nsubjpass")
            for i in trees.subtree(sentence, t.i)
        }  # "suspects the Brigade, a band notorious for kidnappings"
        here = [
            f for f in self.violent if f.sentence == sentence.index and f.at != token.i and f.at not in whom
        ]
        if here:
            said = {i for t in [*things, *done] for i in trees.subtree(sentence, t.i)}
            frame = next(
                (f for f in here if f.at in said), here[0]
            )  # "killed two, and accused Nur of the raid"
            return self.of[frame.sentence, frame.at]
        return self.incidents.before(sentence, token.i)


def anybody(sentence: Sentence, noun: Token) -> bool:
    """Whether it only speaks of whoever did it: "the people responsible", not "two men" nor "the men of the Front"."""
    told = trees.below(sentence, noun.i, "nummod", "amod", "compound", "appos", "poss", "prep")
    return noun.lemma in _ANYBODY and all(t.lemma in BEHIND for t in told)
