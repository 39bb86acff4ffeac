"""What events are called: terrorism, an accident, staged, rigged or fair, a concession.

| form | example |
| --- | --- |
| as | condemned the attack as terrorism; was seen as a concession |
| calling | called the blast an act of terrorism; considers the election legitimate |
| being | the blast was an accident; the election was free and fair |
| passive | the count had been rigged; it was made up; the vote was marred by fraud |
| accusation | accused the government of rigging the vote |
| adjective | the rigged election |
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from graph.claims.ballot import Ballot
from graph.claims.incidents import Incidents
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.language.lexicons import Characterization
from graph.model import Certainty, Event, Frame, Modality, Polarity, Ref, Sentence, Source, Span, Token
from ontology.terms import is_a

_VIEWING = frozenset(
    "condemn denounce describe characterise characterize brand label regard see view dismiss treat portray decry slam "
    "classify qualify depict interpret perceive praise hail reject present criticise criticize".split()
)
"""Verbs of "X as Y"."""
_CALLING = frozenset("call brand label term dub declare deem consider judge pronounce find".split())
"""Verbs of "X Y"."""
_BEING = frozenset({"be", "seem", "look", "appear", "remain"})
_MARRING = frozenset("mar taint overshadow blight tarnish".split())
_VOTES = frozenset(
    "count vote poll polls ballot result results tally outcome voting election contest referendum".split()
)
"""Nouns for an election or what comes out of it."""
_TRIALS = frozenset("trial case charge verdict conviction prosecution proceedings".split())
_PRONOUNS = frozenset({"it", "this", "that", "which"})
_NEAR = 2
"""So many sentences away, "it was rigged" speaks of an election."""


class _View(NamedTuple):
    """Words for what events are called."""

    verb: Token
    """The word that the view stands or falls with."""
    things: Sequence[Token]
    """The words for the events."""
    holders: Sequence[Token] = ()
    """Who takes that view, where the verb is theirs."""
    nominal: bool = False


def write_characterizations(
    scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref], events: Mapping[Ref, Event]
) -> None:
    """All claims of what events are called."""
    writer = _Writer(scribe, found, of, events)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            row = vocabulary.characterization(sentence, token)
            for view in _views(sentence, token) if row is not None else ():
                if row is not None and not _carried_out(sentence, token, row):
                    writer.write(sentence, token, row, view)


def _views(sentence: Sentence, token: Token) -> Iterable[_View]:
    """How the sentence puts the word to events."""
    first = sentence.tokens[trees.first_conjunct(sentence, token.i)]
    above = sentence.tokens[first.head]
    if token.pos == "VERB" and token.dep != "amod":
        passive = trees.is_passive(sentence, token.i)
        things = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        yield _View(token, things, _accusers(sentence, token))
    elif above.lemma == "as" and first.dep in {"pobj", "amod", "pcomp", "acomp"}:
        yield from _as(sentence, above)
    elif above.lemma == "by" and sentence.tokens[above.head].lemma in _MARRING:
        verb = sentence.tokens[above.head]
        yield _View(verb, trees.below(sentence, verb.i, "nsubjpass"))
    elif above.lemma in _BEING and first.dep in {"attr", "acomp", "oprd"}:
        yield _View(above, trees.subjects_of(sentence, above))
    elif first.dep == "amod" and above.pos == "NOUN":
        yield _View(first, [above], nominal=True)
    else:
        yield from _called(sentence, first, above)


def _accusers(sentence: Sentence, verb: Token) -> list[Token]:
    """ "Nur accused the government of rigging the vote": it is Nur who says so."""
    above = sentence.tokens[sentence.tokens[verb.head].head]
    accusing = verb.dep == "pcomp" and above.lemma in {"accuse", "suspect"} and above.pos == "VERB"
    return trees.subjects_of(sentence, above) if accusing and not trees.is_passive(sentence, above.i) else []


def _as(sentence: Sentence, preposition: Token) -> Iterable[_View]:
    """ "condemned the attack as terrorism", "the release was seen as a concession"."""
    verb, beside = sentence.tokens[preposition.head], []
    if verb.pos == "NOUN":  # "dismissed the attack as a hoax": the parser hangs the words on the attack
        verb, beside = sentence.tokens[verb.head], [verb]
    if verb.lemma in _VIEWING:
        yield _of_verb(sentence, verb, beside or trees.below(sentence, verb.i, "dobj"))


def _called(sentence: Sentence, word: Token, above: Token) -> Iterable[_View]:
    """ "called the blast an act of terrorism", whatever the parser makes of its two objects."""
    if above.lemma in _CALLING and above.pos == "VERB":
        small = trees.below(sentence, word.i, "nsubj")  # "considers the election legitimate"
        others = [t for t in trees.below(sentence, above.i, "dobj", "oprd") if t.i < word.i]
        yield _of_verb(sentence, above, small or others)
    elif (
        above.head != above.i
        and sentence.tokens[above.head].lemma in _CALLING
        and word.dep in {"dobj", "appos", "acl"}
    ):
        yield _of_verb(sentence, sentence.tokens[above.head], [above])  # "called the killing an accident"


def _of_verb(sentence: Sentence, verb: Token, things: Sequence[Token]) -> _View:
    if trees.is_passive(sentence, verb.i):
        by = trees.objects_of(sentence, verb.i, "by")
        return _View(verb, trees.below(sentence, verb.i, "nsubjpass"), by)
    return _View(verb, things, trees.subjects_of(sentence, verb))


def _carried_out(sentence: Sentence, token: Token, row: Characterization) -> bool:
    """ "gunmen staged an attack", "the attack was staged by gunmen" tell of who did it."""
    if not row.note:
        return False
    things = trees.below(sentence, token.i, "nsubjpass", "dobj")
    fought = any(t.lemma not in _TRIALS for t in things)
    return fought and (
        not trees.is_passive(sentence, token.i) or bool(trees.objects_of(sentence, token.i, "by"))
    )


def _end(sentence: Sentence, word: Token) -> int:
    """Where the words end: "an act of terrorism"."""
    return max([word.end, *(t.end for t in trees.objects_of(sentence, word.i, "of", "on"))])


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

    def write(self, sentence: Sentence, word: Token, row: Characterization, view: _View) -> None:
        """Writes what the words say of each event that they are put to."""
        for thing in view.things:
            event = self._event(sentence, thing, row)
            if event is None or not any(is_a(self.events[event].type, cls) for cls in row.of):
                continue
            chain = self.scribe.voices.chain(sentence, view.verb.i, presupposed=view.nominal)
            for holder in view.holders[:1]:
                ref = self.scribe.actor(sentence, holder.i)
                if ref is not None and ref not in {s.speaker for s in chain}:
                    chain = (*chain, Source(ref, Span(view.verb.start, view.verb.end), "indirect"))
            first, last = sorted((thing, word), key=lambda t: t.i)
            self.scribe.say(
                sentence, view.verb.i, event, "characterizedAs", object=Ref(f"vocab/{row.value}"),
                put=self._put(sentence, word, row, view), sources=chain,
                quote=(min(first.start, view.verb.start), max(last.end, view.verb.end, _end(sentence, word))),
                rule=f"characterization: {row.words}", confidence=0.75,
            )  # fmt: skip

    def _put(self, sentence: Sentence, word: Token, row: Characterization, view: _View) -> Stance:
        put = stance(sentence, view.verb.i, self.scribe.voices, nominal=view.nominal)
        first = trees.first_conjunct(sentence, word.i)  # "neither free nor fair"
        near = [*trees.below(sentence, word.i), *trees.below(sentence, first)]
        own = any(t.dep in {"preconj", "neg"} for t in near) and view.verb.i != word.i
        if own != (row.polarity == "negated"):
            flipped = {Polarity.AFFIRMED: Polarity.NEGATED, Polarity.NEGATED: Polarity.AFFIRMED}
            put = put._replace(polarity=flipped.get(put.polarity, put.polarity))
            if put.modality is Modality.DENIED:
                put = put._replace(modality=Modality.ASSERTED)
        passed_on = view.verb.lemma in _VIEWING | _CALLING and not view.holders and not view.nominal
        if passed_on and put.modality is Modality.ASSERTED:
            return put._replace(modality=Modality.REPORTED, certainty=Certainty.PROBABLE)  # "was seen as"
        return put

    def _event(self, sentence: Sentence, thing: Token, row: Characterization) -> Ref | None:
        """The event that the words are put to."""
        told = self.scribe.event(sentence, thing.i)
        if told is not None:
            return told
        of_vote = row.value == "fraudulent"
        if of_vote and (
            thing.lemma in _VOTES or thing.lemma in _PRONOUNS and self.ballot.beside(sentence, _NEAR)
        ):
            return self.ballot.election(sentence)
        if thing.lemma in _TRIALS:
            before = [ref for number, ref in self._legal if number <= sentence.index]
            return before[-1] if before else None
        return None if of_vote else self.incidents.meant(sentence, thing)
