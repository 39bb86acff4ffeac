"""Who is said to be guilty of an event, in words for what they are held for.

| form | example |
| --- | --- |
| suspect | Velka, a prime suspect in the strike; Nur was the perpetrator of the murder |
| arrest | the arrest of two men for the murder |
| responsible, behind | the Front was behind the bombing; the Front, responsible for the bombing |
| held responsible | Nur holds the Front responsible for the bombing |
"""

from __future__ import annotations

from graph.claims.charges import BEHIND, Charges, anybody
from graph.claims.stance import OPEN, Stance, stance
from graph.language import trees
from graph.model import Certainty, Modality, Polarity, Sentence, Token

_CHARGES = frozenset(
    "arrest detention indictment trial prosecution conviction sentencing imprisonment".split()
)
"""Nouns of what befalls who is blamed: "the arrest of two men for the murder". Source: own list."""
_HOLDING = frozenset("hold consider deem believe declare".split())
"""Verbs of thinking somebody responsible. Source: own list."""


_SUSPECTS = frozenset({"suspect", "culprit", "perpetrator"})
WORDS = _SUSPECTS | _CHARGES | BEHIND | {"blame"}
"""Words at which guilt is read; at no other need anybody look."""


class Guilt(Charges):
    """Reads who is held for an event."""

    def read(self, sentence: Sentence, token: Token) -> None:
        """All claims at a word."""
        self._suspect(sentence, token)
        self._charge(sentence, token)
        self._behind(sentence, token)

    def _suspect(self, sentence: Sentence, token: Token) -> None:
        """ "Velka, a prime suspect in the strike"."""
        if token.lemma not in _SUSPECTS or token.pos != "NOUN":
            return
        whom: list[Token] = []
        if token.dep == "appos":
            whom = [sentence.tokens[token.head]]
        elif token.dep == "attr":
            whom = trees.below(sentence, token.head, "nsubj")
        named = self.named(sentence, token, "of") or self.named(sentence, token, "behind")
        event = named[0] if named else self.event(sentence, token, "in")
        if event is None:
            return
        firm = token.lemma == "perpetrator"
        put = Stance(
            Modality.ASSERTED if firm else Modality.SUSPECTED,
            certainty=Certainty.CERTAIN if firm else Certainty.PROBABLE,
        )
        self.blame(sentence, token, event, whom, put, "suspect in", 0.85)

    def _charge(self, sentence: Sentence, token: Token) -> None:
        """ "the arrest of two soldiers for the murder": who is arrested is blamed."""
        if token.lemma not in _CHARGES or token.pos != "NOUN":
            return
        whom = [*trees.below(sentence, token.i, "poss"), *trees.objects_of(sentence, token.i, "of")]
        named = (
            event
            for at in (token, *whom)  # the parser hangs "for the murder" on either
            for event in self.named(sentence, at, "for")
        )
        event = next(named, None)
        put = stance(sentence, token.i, self.scribe.voices, nominal=True, event=True)
        if event is not None and put.polarity is Polarity.AFFIRMED:
            put = Stance(Modality.ALLEGED, certainty=Certainty.PROBABLE)
            self.blame(sentence, token, event, whom, put, f"{token.lemma} for", 0.75)

    def _behind(self, sentence: Sentence, token: Token) -> None:
        """ "the Front was behind the bombing", "Velka is to blame for it"."""
        subjects: list[Token] = []
        if (
            token.lemma in BEHIND
            and token.dep in {"acomp", "prep"}
            and sentence.tokens[token.head].lemma == "be"
        ) or (
            token.lemma == "blame"
            and token.pos in {"VERB", "NOUN"}
            and sentence.tokens[token.head].lemma == "be"
        ):
            subjects = trees.below(sentence, token.head, "nsubj")
        if token.lemma in BEHIND:
            self._held(sentence, token)
        if _verb_of_holding(sentence, token) is not None:
            return
        if token.lemma == "responsible" and token.dep in {"amod", "acl", "relcl"}:
            self._described(sentence, token)
        if not subjects:
            return
        put = stance(sentence, token.head, self.scribe.voices)
        if put.modality is Modality.ASSERTED and len(self.scribe.voices.chain(sentence, token.i)) > 1:
            put = put._replace(modality=Modality.ALLEGED, certainty=Certainty.PROBABLE)
        for event in self.events(sentence, token, "for" if token.lemma != "behind" else "behind"):
            self.blame(sentence, token, event, subjects, put, "behind", 0.75)

    def _described(self, sentence: Sentence, token: Token) -> None:
        """ "the Front, responsible for dozens of arrests", "Nur leads a force responsible for the killing"."""
        noun = sentence.tokens[token.head]
        subjects = trees.below(sentence, noun.head, "nsubj") if noun.dep == "attr" else []
        if not subjects and anybody(sentence, noun):
            return
        for thing in trees.objects_of(sentence, token.i, "for"):
            event = self.scribe.event(sentence, thing.i)
            if event is None:
                continue
            for actor in self.actors(sentence, subjects or [noun]):
                self.scribe.say(
                    sentence, token.i, event, "agent", object=actor, nominal=True, rule="blame: responsible for",
                    confidence=0.75,
                )  # fmt: skip

    def _held(self, sentence: Sentence, token: Token) -> None:
        """ "Nur holds the Front responsible for it", "the Front is held responsible": it is said, not so."""
        verb = _verb_of_holding(sentence, token)
        if verb is None:
            return
        put = stance(sentence, verb.i, self.scribe.voices)
        if put.polarity is not Polarity.AFFIRMED or put.modality is not Modality.ASSERTED:
            put = OPEN
        else:
            put = Stance(Modality.ALLEGED, certainty=Certainty.PROBABLE)
        passive = trees.is_passive(sentence, verb.i)
        voices = [] if passive else trees.below(sentence, verb.i, "nsubj")
        whom = trees.below(sentence, verb.i, "nsubjpass") if passive else _whom_held(sentence, verb, token)
        whom = [t for t in whom if not anybody(sentence, t)]
        chain = self.chain(sentence, verb, voices)
        for event in self.events(sentence, token, "for"):
            self.blame(sentence, verb, event, whom, put, "hold responsible", 0.8, chain)


def _verb_of_holding(sentence: Sentence, token: Token) -> Token | None:
    """The verb that somebody is held responsible by."""
    for above in trees.ancestors(sentence, token.i):
        if above.pos == "VERB":
            held = token.dep in {"oprd", "acomp", "ccomp", "xcomp", "amod"} and above.lemma in _HOLDING
            return above if held else None
    return None


def _whom_held(sentence: Sentence, verb: Token, token: Token) -> list[Token]:
    """Who is held responsible: the parser makes them the object of the verb or the subject of the adjective."""
    above = sentence.tokens[token.head]
    return [
        *trees.below(sentence, verb.i, "dobj"),
        *trees.below(sentence, token.i, "nsubj"),
        *([above] if token.dep == "amod" else []),
    ]
