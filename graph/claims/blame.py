"""Blame: who is said to be behind an event, in words that are no verb of the event itself.

| form | example |
| --- | --- |
| suspect | experts suspect the militias |
| blame, accuse | Nur blamed the Brigade for the attack; accused Velka of ordering it |
| attribute, blame on | the bombing was attributed to the Front |
| arrest, charge | two men were arrested for the bombing, charged with having taken part in it |
| no part, no role | the Front denied any part in it, was not involved, had nothing to do with it |

What nouns and adjectives say of guilt is read by `guilt.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims import negation, sources
from graph.claims.charges import PARTS, Charges, anybody
from graph.claims.guilt import WORDS, Guilt
from graph.claims.scribe import Scribe
from graph.claims.stance import OPEN, Stance, stance
from graph.language import trees, vocabulary
from graph.model import Certainty, Frame, Modality, Polarity, Ref, Sentence, Token

_BLAMING = {"blame": "for", "accuse": "of", "suspect": "of", "implicate": "in"}
_NAMED_ONLY = {
    "charge": "with", "arrest": "for", "detain": "for", "indict": "for", "prosecute": "for", "convict": "of", "sentence": "for",
    "link": "to", "involve": "in", "jail": "for", "want": "for",
}  # fmt: skip
"""Verbs that blame only where the event stands after their preposition: "arrested for the murder"."""
_LAYING = {"attribute": "to", "ascribe": "to", "blame": "on", "pin": "on", "trace": "to"}
"""Verbs that lay an event at somebody's door."""
_WORDS = WORDS | PARTS | {*_BLAMING, *_NAMED_ONLY, *_LAYING}
"""Words at which blame is read: one in two hundred."""


def write_blame(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """All claims of blame."""
    writer, guilt = _Blame(scribe, found, of), Guilt(scribe, found, of)
    for sentence in scribe.discourse.sentences:
        for token in (each for each in sentence.tokens if each.lemma in _WORDS):
            writer.verb(sentence, token)
            writer.laid(sentence, token)
            guilt.read(sentence, token)
            writer.no_part(sentence, token)


class _Blame(Charges):
    def verb(self, sentence: Sentence, token: Token) -> None:
        """ "X suspects, blames, accuses Y (of the attack)"."""
        preposition = _BLAMING.get(token.lemma) or _NAMED_ONLY.get(token.lemma, "")
        if not preposition or token.pos != "VERB":
            return
        if token.lemma == "involve" and not _participle(sentence, token):
            return  # `no_part` reads who was not
        if token.lemma == "blame" and trees.objects_of(sentence, token.i, "on"):
            return  # `laid` reads at whose door
        passive = trees.is_passive(sentence, token.i)
        blamed = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        if _participle(sentence, token):
            blamed = [] if anybody(sentence, sentence.tokens[token.head]) else [sentence.tokens[token.head]]
        voices = trees.objects_of(sentence, token.i, "by") if passive else _blamers(sentence, token)
        if token.lemma in _BLAMING and not _participle(sentence, token):
            event = self.event(sentence, token, preposition)
        else:
            event = next(iter(self.named(sentence, token, preposition)), None)
        if event is None or not blamed:
            return
        modality = Modality.SUSPECTED if token.lemma == "suspect" else Modality.ALLEGED
        put = stance(sentence, token.i, self.scribe.voices)
        if put.polarity is not Polarity.AFFIRMED or put.modality in {Modality.FUTURE, Modality.HYPOTHETICAL}:
            put = OPEN
        else:
            put = Stance(modality, Polarity.AFFIRMED, Certainty.PROBABLE)
        self.blame(sentence, token, event, blamed, put, token.lemma, 0.8, self.chain(sentence, token, voices))

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
            chain = self.chain(sentence, token, voices)
            self.blame(sentence, token, event, whom, put, f"{token.lemma} {preposition}", 0.8, chain)

    def _taken_up(self, sentence: Sentence, thing: Token) -> Ref | None:
        """ "blamed it on Velka": what was told right before."""
        return self.incidents.just_before(sentence, thing.i) if thing.lemma in {"it", "this"} else None

    def no_part(self, sentence: Sentence, token: Token) -> None:
        """ "X denied any role in the attack", "had nothing to do with it", "was not involved": only what is not affirmed."""
        if token.lemma == "involve" and trees.is_passive(sentence, token.i):
            verb = token
        elif token.lemma in PARTS and token.dep in {"dobj", "nsubjpass"}:
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
        self.blame(sentence, token, event, [subject], put, "no part", 0.8)

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


def _blamers(sentence: Sentence, verb: Token) -> list[Token]:
    """Who blames: the subject of the verb, or of the one that it is joined to."""
    own = trees.below(sentence, verb.i, "nsubj")
    return own or trees.below(sentence, trees.first_conjunct(sentence, verb.i), "nsubj")


def _participle(sentence: Sentence, token: Token) -> bool:
    """ "men accused of", "an attack attributed to": the verb hangs on what it is said of."""
    return token.dep == "acl" and token.tag == "VBN"
