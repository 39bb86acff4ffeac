"""Blame: who is said to be behind an event, in words that are no verb of the event itself.

| form | example |
| --- | --- |
| suspect | Velka, a prime suspect in the strike; experts suspect the militias |
| blame, accuse | Nur blamed the Brigade for the attack; accused Velka of ordering it |
| attribute, blame on | the bombing was attributed to the Front |
| arrest, charge | two men were arrested for the bombing |
| responsible, behind | the Front was behind the bombing |
| no part, no role | the Front denied any part in it, was not involved, had nothing to do with it |
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graph.claims import negation, sources
from graph.claims.incidents import Incidents
from graph.claims.scribe import Scribe
from graph.claims.stance import OPEN, Stance, stance
from graph.language import trees, vocabulary
from graph.model import Certainty, Frame, Modality, Polarity, Ref, Sentence, Source, Span, Token
from ontology.terms import is_a

_BLAMING = {"blame": "for", "accuse": "of", "suspect": "of", "implicate": "in"}
_NAMED_ONLY = {
    "charge": "with", "arrest": "for", "detain": "for", "indict": "for", "prosecute": "for", "convict": "of", "sentence": "for",
    "link": "to", "involve": "in", "jail": "for", "want": "for",
}  # fmt: skip
"""Verbs that blame only where the event stands after their preposition: "arrested for the murder"."""
_LAYING = {"attribute": "to", "ascribe": "to", "blame": "on", "pin": "on", "trace": "to"}
"""Verbs that lay an event at somebody's door."""
_PARTS = frozenset(
    "part role hand involvement participation complicity responsibility connection link nothing".split()
)
"""Nouns for a part in an event. Source: own list."""
_BEHIND = frozenset({"responsible", "behind", "culpable"})
_THAT = frozenset(
    "it this that them these those incident act crime violence operation death atrocity outrage tragedy bloodshed "
    "carnage casualty event one".split()
)
"""Words that take up violence told of before. Source: own list."""


def write_blame(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """All claims of blame."""
    writer = _Blame(scribe, found, of)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            writer.verb(sentence, token)
            writer.laid(sentence, token)
            writer.suspect(sentence, token)
            writer.behind(sentence, token)
            writer.no_part(sentence, token)


class _Blame:
    def __init__(self, scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
        self.scribe, self.of = scribe, of
        self.violent = [f for f in found if is_a(f.cls, "ConflictEvent")]
        self.incidents = Incidents(scribe, found, of)

    def verb(self, sentence: Sentence, token: Token) -> None:
        """ "X suspects, blames, accuses Y (of the attack)"."""
        preposition = {**_BLAMING, **_NAMED_ONLY}.get(token.lemma, "")
        if not preposition or token.pos != "VERB":
            return
        if token.lemma == "involve" and not _participle(sentence, token):
            return  # `no_part` reads who was not
        if token.lemma == "blame" and trees.objects_of(sentence, token.i, "on"):
            return  # `laid` reads at whose door
        passive = trees.is_passive(sentence, token.i)
        blamed = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        if _participle(sentence, token):
            blamed = [sentence.tokens[token.head]]
        voices = (
            trees.objects_of(sentence, token.i, "by") if passive else trees.below(sentence, token.i, "nsubj")
        )
        if token.lemma in _BLAMING and not _participle(sentence, token):
            event = self._event(sentence, token, preposition)
        else:
            event = next(iter(self._named(sentence, token, preposition)), None)
        if event is None or not blamed:
            return
        modality = Modality.SUSPECTED if token.lemma == "suspect" else Modality.ALLEGED
        put = stance(sentence, token.i, self.scribe.voices)
        if put.polarity is not Polarity.AFFIRMED or put.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}:
            put = OPEN
        else:
            put = Stance(modality, Polarity.AFFIRMED, Certainty.PROBABLE)
        for actor in self._actors(sentence, blamed):
            chain = self._chain(sentence, token, voices)
            self.scribe.say(
                sentence, token.i, event, "agent", object=actor, put=put, sources=chain, rule=f"blame: {token.lemma}", confidence=0.8
            )  # fmt: skip

    def _chain(self, sentence: Sentence, verb: Token, voices: Sequence[Token]) -> tuple[Source, ...]:
        """The speakers at a verb of blaming, who blames last."""
        chain = self.scribe.voices.chain(sentence, verb.i)
        for voice in self._actors(sentence, voices[:1]):
            if voice not in {s.speaker for s in chain}:
                chain = (*chain, Source(voice, Span(verb.start, verb.end), "indirect"))
        return chain

    def laid(self, sentence: Sentence, token: Token) -> None:
        """ "the bombing was attributed to the Front", "blamed the attack on Velka"."""
        preposition = _LAYING.get(token.lemma, "")
        if not preposition or token.pos != "VERB":
            return
        put = stance(sentence, token.i, self.scribe.voices)
        if put.polarity is Polarity.NEGATED or put.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}:
            return
        things = [sentence.tokens[token.head]] if _participle(sentence, token) else []
        things += trees.below(sentence, token.i, "nsubjpass", "dobj")
        events = [
            ref
            for t in things
            if (ref := self.scribe.event(sentence, t.i) or self._taken_up(sentence, t)) is not None
        ]
        passive = trees.is_passive(sentence, token.i) or _participle(sentence, token)
        voices = [] if passive else trees.below(sentence, token.i, "nsubj")
        for event in events:
            put = Stance(Modality.ALLEGED, certainty=Certainty.PROBABLE)
            whom = trees.objects_of(sentence, token.i, preposition)
            chain = self._chain(sentence, token, voices)
            self._blame(sentence, token, event, whom, put, f"{token.lemma} {preposition}", 0.8, chain)

    def _taken_up(self, sentence: Sentence, thing: Token) -> Ref | None:
        """ "blamed it on Velka": what was told right before."""
        return self.incidents.just_before(sentence, thing.i) if thing.lemma in {"it", "this"} else None

    def suspect(self, sentence: Sentence, token: Token) -> None:
        """ "Velka, a prime suspect in the strike"."""
        if token.lemma not in {"suspect", "culprit", "perpetrator"} or token.pos != "NOUN":
            return
        whom: list[Token] = []
        if token.dep == "appos":
            whom = [sentence.tokens[token.head]]
        elif token.dep == "attr":
            whom = trees.below(sentence, token.head, "nsubj")
        event = self._event(sentence, token, "in")
        if event is None:
            return
        firm = token.lemma == "perpetrator"
        put = Stance(
            Modality.ASSERTED if firm else Modality.SUSPECTED,
            certainty=Certainty.CERTAIN if firm else Certainty.PROBABLE,
        )
        self._blame(sentence, token, event, whom, put, "suspect in", 0.85)

    def behind(self, sentence: Sentence, token: Token) -> None:
        """ "the Front was behind the bombing", "Velka is to blame for it"."""
        subjects: list[Token] = []
        if (
            token.lemma in _BEHIND
            and token.dep in {"acomp", "prep"}
            and sentence.tokens[token.head].lemma == "be"
        ) or (
            token.lemma == "blame"
            and token.pos in {"VERB", "NOUN"}
            and sentence.tokens[token.head].lemma == "be"
        ):
            subjects = trees.below(sentence, token.head, "nsubj")
        if token.lemma == "responsible" and token.dep in {"amod", "acl", "relcl"}:
            self._described(sentence, token)
        if not subjects:
            return
        put = stance(sentence, token.head, self.scribe.voices)
        if put.modality is Modality.ASSERTED and len(self.scribe.voices.chain(sentence, token.i)) > 1:
            put = put._replace(modality=Modality.ALLEGED, certainty=Certainty.PROBABLE)
        for event in self._events(sentence, token, "for" if token.lemma != "behind" else "behind"):
            self._blame(sentence, token, event, subjects, put, "behind", 0.75)

    def _described(self, sentence: Sentence, token: Token) -> None:
        """ "the Front, responsible for dozens of arrests", "Nur leads a force responsible for the killing"."""
        noun = sentence.tokens[token.head]
        subjects = trees.below(sentence, noun.head, "nsubj") if noun.dep == "attr" else []
        for thing in trees.objects_of(sentence, token.i, "for"):
            event = self.scribe.event(sentence, thing.i)
            if event is None:
                continue
            for actor in self._actors(sentence, subjects or [noun]):
                self.scribe.say(
                    sentence, token.i, event, "agent", object=actor, nominal=True, rule="blame: responsible for",
                    confidence=0.75,
                )  # fmt: skip

    def no_part(self, sentence: Sentence, token: Token) -> None:
        """ "X denied any role in the attack", "had nothing to do with it", "was not involved": only what is not affirmed."""
        if token.lemma == "involve" and trees.is_passive(sentence, token.i):
            verb = token
        elif token.lemma in _PARTS and token.dep in {"dobj", "nsubjpass"}:
            verb = sentence.tokens[token.head]
        else:
            return
        subject = sources.subject(sentence, verb) or trees.first_below(sentence, verb.i, "nsubjpass")
        event = self._part_of(sentence, token)
        if subject is None or event is None or negation.nobody(sentence, subject):
            return
        put = stance(sentence, verb.i, self.scribe.voices)
        report = vocabulary.reporting(verb.lemma)
        if report is not None and report.effect == "denied":
            denied = put.polarity is Polarity.AFFIRMED and put.modality is Modality.ASSERTED
            put = Stance(Modality.DENIED, Polarity.NEGATED) if denied else OPEN
        elif put == Stance(polarity=Polarity.NEGATED) and len(self.scribe.voices.chain(sentence, verb.i)) > 1:
            put = put._replace(modality=Modality.DENIED)  # who is told to say so answers a reproach
        violent = any(self.of[f.sentence, f.at] == event for f in self.violent)
        if put.polarity is Polarity.AFFIRMED or put.polarity is Polarity.OPEN and not violent:
            return  # "whether they can play a role in the talks"
        self._blame(sentence, token, event, [subject], put, "no part", 0.8)

    def _part_of(self, sentence: Sentence, part: Token) -> Ref | None:
        """The event that the part is in: behind a preposition below the word; told of before, if none is there."""
        below = [*trees.subtree(sentence, part.i)]
        if part.dep == "dobj":  # "played no part in it": the parser hangs the words on the verb
            below += [
                t.i for p in trees.below(sentence, part.head, "prep") for t in trees.below(sentence, p.i)
            ]
        things = [
            t
            for t in (sentence.tokens[i] for i in below)
            if t.dep == "pobj" and sentence.tokens[t.head].lemma in {"in", "for", "with", "to"}
        ]
        if not things and part.lemma == "involve":
            return self.incidents.before(sentence, part.i)
        found = (self.scribe.event(sentence, t.i) or self.incidents.meant(sentence, t) for t in things)
        return next((event for event in found if event is not None), None)

    def _blame(
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
        for actor in self._actors(sentence, whom):
            self.scribe.say(
                sentence,
                token.i,
                event,
                "agent",
                object=actor,
                put=put,
                sources=sources,
                rule=f"blame: {rule}",
                confidence=sure,
            )

    def _actors(self, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Ref]:
        for token in tokens:
            for i in trees.conjuncts(sentence, token.i):
                actor = self.scribe.actor(sentence, i)
                if (
                    actor is not None
                    and self.scribe.entity(actor) is not None
                    and self.scribe.kind(actor) == "actor"
                ):
                    yield actor

    def _events(self, sentence: Sentence, token: Token, preposition: str) -> list[Ref]:
        """All events named after the preposition ("for the clash and the murder"), or the one told of before."""
        named = self._named(sentence, token, preposition)
        if named:
            return named
        event = self._event(sentence, token, preposition)
        return [] if event is None else [event]

    def _points_back(self, sentence: Sentence, thing: Token) -> bool:
        """Whether the words for what somebody is blamed for can mean violence told of before: "it", "the deaths"."""
        under = trees.subtree(sentence, thing.i)
        return any(sentence.tokens[i].lemma in _THAT for i in under) or any(
            f.sentence == sentence.index and f.at in under for f in self.violent
        )

    def _named(self, sentence: Sentence, token: Token, preposition: str) -> list[Ref]:
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
        found = [self.of[sentence.index, t.i] for t in things if (sentence.index, t.i) in violent]
        return list(dict.fromkeys(found))

    def _event(self, sentence: Sentence, token: Token, preposition: str) -> Ref | None:
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
        if (things or done) and not any(self._points_back(sentence, t) for t in [*things, *done]):
            return None  # "responsible for arming them", "blamed for the drought"
        here = [f for f in self.violent if f.sentence == sentence.index and f.at != token.i]
        if here:
            return self.of[here[0].sentence, here[0].at]
        return self.incidents.before(sentence, token.i)


def _participle(sentence: Sentence, token: Token) -> bool:
    """ "men accused of", "an attack attributed to": the verb hangs on what it is said of."""
    return token.dep == "acl" and token.tag == "VBN"
