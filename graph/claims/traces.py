"""Whose work an event is, told without a verb of the event: by its traces, its doing, or the order for it.

| form | example |
| --- | --- |
| work | it was the work of the Brigade; the Brigade's handiwork |
| hallmarks | the attack bore the hallmarks of the Brigade |
| doing | ..., which was carried out by the Brigade; it was staged by Velka; Velka committed the crime |
| part | the Brigade took part in the raid |
| order | Nur gave the order; on the orders of Nur; the order came from Nur; Nur ordered it |
| mastermind | Nur masterminded the raid; the mastermind of the raid, Nur; Nur was named as its mastermind |
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graph.claims.incidents import Incidents
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees
from graph.model import Certainty, Frame, Modality, Polarity, Ref, Sentence, Token

_WORKS = frozenset({"work", "handiwork", "doing", "deed"})
_TRACES = frozenset("hallmark fingerprint signature stamp trademark imprint trace".split())
_BEARING = frozenset("bear carry have show".split())
_DOING = frozenset(
    "carry mount stage launch perpetrate commit execute orchestrate organize organise plan plot engineer conduct undertake".split()
)
"""Verbs of doing whose object may be an event: "carried out by"."""
_DEEDS = frozenset("crime deed act atrocity outrage massacre murder killing".split())
"""Nouns that verbs of doing take up violence with: "committed the crime"."""
_PARTAKING = {"participate": "in", "take": "in", "partake": "in"}
_NAMING = frozenset("identify name describe denounce accuse unmask expose point".split())
_ORDERS = frozenset("order command instruction directive behest".split())
_GIVING = frozenset({"give", "issue"})
_ORDERING = frozenset("order command authorize authorise sanction commission".split())
_COMING = frozenset({"come", "emanate", "originate"})
_ALLEGED = Stance(Modality.ALLEGED, certainty=Certainty.PROBABLE)
_SUSPECTED = Stance(Modality.SUSPECTED, certainty=Certainty.PROBABLE)
_WORDS = _WORKS | _TRACES | _DOING | {*_PARTAKING} | _ORDERS | _ORDERING | {"mastermind"}
"""Words at which a trace is read."""
# All word lists above: own.


def write_traces(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """All claims of whose work an event is."""
    writer = _Traces(scribe, Incidents(scribe, found, of))
    for sentence in scribe.discourse.sentences:
        for token in (each for each in sentence.tokens if each.lemma in _WORDS):
            writer.work(sentence, token)
            writer.hallmarks(sentence, token)
            writer.doing(sentence, token)
            writer.part(sentence, token)
            writer.order(sentence, token)
            writer.ordering(sentence, token)
            writer.mastermind(sentence, token)


class _Traces:
    def __init__(self, scribe: Scribe, incidents: Incidents) -> None:
        self.scribe, self.incidents = scribe, incidents

    def work(self, sentence: Sentence, token: Token) -> None:
        """ "it was the work of the Brigade", "the attack was Velka's doing"."""
        verb = sentence.tokens[token.head]
        if token.lemma not in _WORKS or token.dep != "attr" or verb.lemma != "be":
            return
        whom = [*trees.objects_of(sentence, token.i, "of"), *trees.below(sentence, token.i, "poss")]
        self._say(sentence, verb, trees.subjects_of(sentence, verb), whom, "agent", "work of")

    def hallmarks(self, sentence: Sentence, token: Token) -> None:
        """ "the attack bore the hallmarks of the Brigade": a suspicion, however firmly it is put."""
        verb = sentence.tokens[token.head]
        if token.lemma not in _TRACES or token.dep != "dobj" or verb.lemma not in _BEARING:
            return
        if stance(sentence, verb.i, self.scribe.voices).polarity is Polarity.AFFIRMED:
            whom = [*trees.objects_of(sentence, token.i, "of"), *trees.below(sentence, token.i, "poss")]
            self._say(
                sentence,
                verb,
                trees.subjects_of(sentence, verb),
                whom,
                "agent",
                "hallmarks of",
                put=_SUSPECTED,
            )

    def doing(self, sentence: Sentence, token: Token) -> None:
        """ "it was carried out by the Brigade"; where the subject is the event's own noun, the frame has it."""
        if token.lemma not in _DOING or token.pos != "VERB":
            return
        if trees.is_passive(sentence, token.i):
            things = trees.subjects_of(sentence, token)
            whom = trees.objects_of(sentence, token.i, "by")
        else:
            things = [t for t in trees.below(sentence, token.i, "dobj") if _taken_up(sentence, t)]
            whom = trees.subjects_of(sentence, token)
        things = [t for t in things if self.incidents.at(sentence, t.i) is None]
        self._say(sentence, token, things, whom, "agent", "carried out by")

    def part(self, sentence: Sentence, token: Token) -> None:
        """ "the Brigade took part in the raid"."""
        preposition = _PARTAKING.get(token.lemma)
        if preposition is None or token.pos != "VERB":
            return
        if token.lemma == "take" and not any(
            t.lemma == "part" for t in trees.below(sentence, token.i, "dobj")
        ):
            return
        part = [t.i for t in trees.below(sentence, token.i, "dobj")]
        things = [t for i in (token.i, *part) for t in trees.objects_of(sentence, i, preposition)]
        things = [t for t in things if self.incidents.at(sentence, t.i) is not None]
        self._say(sentence, token, things, trees.subjects_of(sentence, token), "agent", "took part in")

    def order(self, sentence: Sentence, token: Token) -> None:
        """ "Nur gave the order", "on the orders of Nur", "the order came from Nur"."""
        above = sentence.tokens[token.head]
        if token.lemma not in _ORDERS or token.pos != "NOUN":
            return
        owners = [
            *trees.objects_of(sentence, token.i, "of", "from", "by"),
            *trees.below(sentence, token.i, "poss"),
        ]
        if token.dep == "dobj" and above.lemma in _GIVING:
            event = self._ordered(sentence, token)
            self._orders(sentence, above, event, trees.subjects_of(sentence, above), "gave the order")
        elif token.dep == "nsubj" and above.lemma in _COMING:
            whom = trees.objects_of(sentence, above.i, "from")
            self._orders(sentence, above, self._ordered(sentence, token), whom, "the order came from")
        elif token.dep == "pobj" and above.lemma in {"on", "under", "at", "upon"}:
            deed = sentence.tokens[above.head]
            if deed.pos == "VERB" and trees.is_passive(sentence, deed.i):
                event = self.incidents.at(sentence, deed.i) or self._of_doing(sentence, deed)
            else:
                event = self.incidents.at(sentence, deed.i)
            self._orders(sentence, deed, event, owners, "on the orders of")

    def ordering(self, sentence: Sentence, token: Token) -> None:
        """ "Nur ordered it": where the object is the event's own noun, the frame has it."""
        if token.lemma not in _ORDERING or token.pos != "VERB":
            return
        passive = trees.is_passive(sentence, token.i)
        things = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        if not things or trees.below(sentence, token.i, "xcomp", "ccomp"):
            return
        whom = trees.objects_of(sentence, token.i, "by") if passive else trees.subjects_of(sentence, token)
        for thing in things:
            if thing.pos == "PRON":
                event = self.incidents.just_before(sentence, thing.i)
                self._orders(sentence, token, event, whom, "ordered it")

    def mastermind(self, sentence: Sentence, token: Token) -> None:
        """ "Nur masterminded the raid", "Nur, the mastermind of the raid"."""
        if token.lemma != "mastermind":
            return
        if token.pos == "VERB":
            passive = trees.is_passive(sentence, token.i)
            things = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
            whom = (
                trees.objects_of(sentence, token.i, "by") if passive else trees.subjects_of(sentence, token)
            )
        else:
            things = trees.objects_of(sentence, token.i, "of", "behind")
            whom = _described(sentence, token)
        for thing in things:
            event = self.incidents.meant(sentence, thing)
            named = token.dep == "pobj"  # "named as the mastermind" is said, not so
            self._orders(
                sentence,
                token,
                event,
                whom,
                "mastermind",
                nominal=token.pos == "NOUN",
                put=_ALLEGED if named else None,
            )

    # ------------------------------------------------------------------ which event

    def _ordered(self, sentence: Sentence, order: Token) -> Ref | None:
        """What the order is for: what its words say, else what was told before."""
        told = [*trees.objects_of(sentence, order.i, "for"), *trees.below(sentence, order.i, "acl", "relcl")]
        for thing in told:
            return self.incidents.under(sentence, thing.i)
        definite = any(t.lemma in {"the", "that", "this"} for t in trees.below(sentence, order.i, "det"))
        return self.incidents.before(sentence, order.i) if definite else None

    def _of_doing(self, sentence: Sentence, verb: Token) -> Ref | None:
        """The event that a verb of doing has as its subject: "it was carried out"."""
        if verb.lemma not in _DOING:
            return None
        events = (self.incidents.meant(sentence, t) for t in trees.subjects_of(sentence, verb))
        return next((event for event in events if event is not None), None)

    # ------------------------------------------------------------------ writing

    def _orders(
        self,
        sentence: Sentence,
        at: Token,
        event: Ref | None,
        whom: Iterable[Token],
        rule: str,
        *,
        nominal: bool = False,
        put: Stance | None = None,
    ) -> None:
        if event is not None:
            put = put or stance(sentence, at.i, self.scribe.voices, nominal=nominal)
            self._write(sentence, at, event, whom, "orderedBy", rule, put)

    def _say(
        self,
        sentence: Sentence,
        at: Token,
        things: Iterable[Token],
        whom: Iterable[Token],
        predicate: str,
        rule: str,
        put: Stance | None = None,
    ) -> None:
        """Of each event that the things mean; what somebody says of whose deed it is, is an allegation."""
        for thing in things:
            event = self.incidents.meant(sentence, thing)
            if event is not None:
                how = put or _alleged(self.scribe, sentence, at, stance(sentence, at.i, self.scribe.voices))
                self._write(sentence, at, event, whom, predicate, rule, how)

    def _write(
        self,
        sentence: Sentence,
        at: Token,
        event: Ref,
        whom: Iterable[Token],
        predicate: str,
        rule: str,
        put: Stance,
    ) -> None:
        for token in whom:
            for i in trees.conjuncts(sentence, token.i):
                actor = self.scribe.actor(sentence, i)
                if actor is not None and self.scribe.kind(actor) == "actor":
                    self.scribe.say(
                        sentence, at.i, event, predicate, object=actor, put=put, rule=f"blame: {rule}",
                        confidence=0.75,
                    )  # fmt: skip


def _alleged(scribe: Scribe, sentence: Sentence, at: Token, put: Stance) -> Stance:
    """What a speaker asserts of whose deed it is, is alleged; what the author asserts stays."""
    firm = put.modality is Modality.ASSERTED and put.polarity is Polarity.AFFIRMED
    if firm and len(scribe.voices.chain(sentence, at.i)) > 1:
        return put._replace(modality=Modality.ALLEGED, certainty=Certainty.PROBABLE)
    return put


def _described(sentence: Sentence, noun: Token) -> list[Token]:
    """Whom a noun is said of: apposed to it, its subject, or before it."""
    above = sentence.tokens[noun.head]
    if noun.dep == "appos":
        return [above]
    if noun.dep == "attr":
        return trees.below(sentence, above.i, "nsubj")
    verb = sentence.tokens[above.head]
    if noun.dep == "pobj" and above.lemma == "as" and verb.lemma in _NAMING:
        return trees.below(sentence, verb.i, "nsubjpass" if trees.is_passive(sentence, verb.i) else "dobj")
    return trees.below(sentence, noun.i, "appos")


def _taken_up(sentence: Sentence, noun: Token) -> bool:
    """Whether a noun takes up a deed told of before: "the crime", "these acts"."""
    before = trees.first_below(sentence, noun.i, "det")
    definite = before is not None and before.lemma in {"the", "this", "that", "these", "those"}
    return noun.lemma in _DEEDS and definite and not trees.objects_of(sentence, noun.i, "of", "against")
