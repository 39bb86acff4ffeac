"""What events are called: terrorism, an accident, staged, rigged or fair, a concession.

The forms in which a text does so stand in `views.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims.ballot import Ballot
from graph.claims.incidents import Incidents
from graph.claims.scribe import Scribe
from graph.claims.stance import OPEN, Stance, stance
from graph.claims.views import CALLING, VIEWING, View, views
from graph.language import trees, vocabulary
from graph.language.lexicons import Characterization
from graph.model import Certainty, Event, Frame, Modality, Polarity, Ref, Sentence, Source, Span, Token
from ontology.terms import is_a

_VOTES = frozenset(
    "count vote poll polls ballot result results tally outcome voting election contest referendum".split()
)
"""Nouns for an election or what comes out of it."""
_TRIALS = frozenset("trial case charge verdict conviction prosecution proceedings".split())
_PRONOUNS = frozenset({"it", "this", "that", "which"})
_CHARGED = Stance(Modality.ALLEGED, certainty=Certainty.PROBABLE)
_DOUBTED = Stance(Modality.SUSPECTED, Polarity.NEGATED, Certainty.PROBABLE)
"""What an author thinks of a charge who sets something against it."""
_NEAR = 2
"""So many sentences away, "it was rigged" speaks of an election."""


def write_characterizations(
    scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref], events: Mapping[Ref, Event]
) -> None:
    """All claims of what events are called."""
    writer = _Writer(scribe, found, of, events)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            row = vocabulary.characterization(sentence, token)
            for view in views(sentence, token) if row is not None else ():
                if row is not None and not _carried_out(sentence, token, row):
                    writer.write(sentence, token, row, view)


def _carried_out(sentence: Sentence, token: Token, row: Characterization) -> bool:
    """ "gunmen staged an attack", "the attack was staged by gunmen" tell of who did it."""
    if not row.note:
        return False
    things = trees.below(sentence, token.i, "nsubjpass", "dobj")
    fought = any(t.lemma not in _TRIALS for t in things)
    return fought and (
        not trees.is_passive(sentence, token.i) or bool(trees.objects_of(sentence, token.i, "by"))
    )


def _words(sentence: Sentence, word: Token) -> tuple[int, int]:
    """Where the words begin and end: "act of terrorism", "terrorist attack", "made up"."""
    near = [word, *trees.objects_of(sentence, word.i, "of", "on")]
    near += trees.below(sentence, word.i, "amod", "compound", "prt")
    return min(t.start for t in near), max(t.end for t in near)


class _Writer:
    def __init__(
        self,
        scribe: Scribe,
        found: Sequence[Frame],
        of: Mapping[tuple[int, int], Ref],
        events: Mapping[Ref, Event],
    ) -> None:
        self.scribe, self.events = scribe, events
        self.incidents, self.ballot = Incidents(scribe, found, of), Ballot(scribe, found, of)
        self._legal = [
            (f.sentence, of[f.sentence, f.at]) for f in found if f.cls in {"LegalAction", "Arrest"}
        ]

    def write(self, sentence: Sentence, word: Token, row: Characterization, view: View) -> None:
        """Writes what the words say of each event that they are put to."""
        for thing in view.things:
            event = self._event(sentence, thing, row, view)
            if event is None or not any(is_a(self.events[event].type, cls) for cls in row.of):
                continue
            chain = self.scribe.voices.chain(sentence, view.verb.i, presupposed=view.nominal)
            for holder in view.holders[:1]:
                ref = self.scribe.actor(sentence, holder.i)
                if ref is not None and ref not in {s.speaker for s in chain}:
                    chain = (*chain, Source(ref, Span(view.verb.start, view.verb.end), "indirect"))
            put = self._put(sentence, word, row, view)
            if view.charge and put == OPEN:
                continue  # "did not claim fraud"
            first, last = _words(sentence, word)
            start, end = min(first, thing.start, view.verb.start), max(last, thing.end, view.verb.end)
            self._say(sentence, view, event, row, put, chain, (start, end))
            if view.against is not None and put.polarity is Polarity.AFFIRMED:
                inside = trees.subtree(sentence, view.against.i)
                quote = start, max(end, sentence.tokens[inside[-1]].end)
                self._say(sentence, view, event, row, _DOUBTED, chain[:-1], quote)

    def _say(
        self, sentence: Sentence, view: View, event: Ref, row: Characterization, put: Stance,
        chain: tuple[Source, ...], quote: tuple[int, int],
    ) -> None:  # fmt: skip
        self.scribe.say(
            sentence, view.verb.i, event, "characterizedAs", object=Ref(f"vocab/{row.value}"), put=put,
            sources=chain, quote=quote, rule=f"characterization: {row.words}", confidence=0.75,
        )  # fmt: skip

    def _put(self, sentence: Sentence, word: Token, row: Characterization, view: View) -> Stance:
        put = stance(sentence, view.verb.i, self.scribe.voices, nominal=view.nominal)
        if view.charge:
            made = put.modality is Modality.ASSERTED and put.polarity is Polarity.AFFIRMED
            return _CHARGED if made or view.verb.pos == "NOUN" else OPEN
        first = trees.first_conjunct(sentence, word.i)  # "neither free nor fair"
        near = [*trees.below(sentence, word.i), *trees.below(sentence, first)]
        own = any(t.dep in {"preconj", "neg"} for t in near) and view.verb.i != word.i
        if own != (row.polarity == "negated"):
            flipped = {Polarity.AFFIRMED: Polarity.NEGATED, Polarity.NEGATED: Polarity.AFFIRMED}
            put = put._replace(polarity=flipped.get(put.polarity, put.polarity))
            if put.modality is Modality.DENIED:
                put = put._replace(modality=Modality.ASSERTED)
        passed_on = view.verb.lemma in VIEWING | CALLING and not view.holders and not view.nominal
        if passed_on and put.modality is Modality.ASSERTED:
            return put._replace(modality=Modality.REPORTED, certainty=Certainty.PROBABLE)  # "was seen as"
        return put

    def _event(self, sentence: Sentence, thing: Token, row: Characterization, view: View) -> Ref | None:
        """The event that the words are put to."""
        told = self.scribe.event(sentence, thing.i)
        if told is not None:
            return told
        of_vote = row.value == "fraudulent"
        if of_vote and (
            thing.lemma in _VOTES
            or thing.lemma in _PRONOUNS
            and self.ballot.beside(sentence, _NEAR)
            or view.charge
            and self.ballot.beside(sentence, 0)
        ):
            return self.ballot.election(sentence)
        if thing.lemma in _TRIALS:
            before = [ref for number, ref in self._legal if number <= sentence.index]
            return before[-1] if before else None
        return None if of_vote else self.incidents.meant(sentence, thing)
