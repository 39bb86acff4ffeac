"""Whether anybody says that they did it: "no group has claimed responsibility", "nobody has owned up to it".

| form | example |
| --- | --- |
| claim of responsibility | the Brigade claimed responsibility (for the raid); there was no claim of responsibility |
| owning up | nobody has owned up to the raid |
| saying so | no one has said that they did it, that it was behind the raid |
| claiming the deed | the raid was claimed by the Brigade, has not been claimed, went unclaimed |
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.claims import negation
from graph.claims.incidents import Incidents
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.model import Frame, Modality, Polarity, Ref, Sentence, Source, Span, Token

_CLAIMED = Stance()
_SIGNS = frozenset({"do", "carry", "behind", "responsible", "involve", "stage", "commit"})
"""Words of a clause that says who did it."""


def write_responsibility(scribe: Scribe, found: Sequence[Frame], of: Mapping[tuple[int, int], Ref]) -> None:
    """All claims of whether somebody has claimed an event."""
    incidents = Incidents(scribe, found, of)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            if token.lemma in {"responsibility", "credit"}:
                _claim_of(scribe, incidents, sentence, token)
            elif token.lemma == "own" and token.pos == "VERB":
                _owning_up(scribe, incidents, sentence, token)
            elif token.lemma in {"claim", "unclaimed"}:
                _claiming(scribe, incidents, sentence, token)
            elif token.pos == "VERB":
                _saying(scribe, incidents, sentence, token)


def _claim_of(scribe: Scribe, incidents: Incidents, sentence: Sentence, token: Token) -> None:
    """ "claimed responsibility for the raid", "no claim of responsibility"."""
    event = _meant(incidents, sentence, token, trees.objects_of(sentence, token.i, "for"))
    above = sentence.tokens[token.head]
    if token.dep in {"dobj", "nsubjpass"} and above.lemma in {"claim", "take"}:
        things = trees.objects_of(sentence, above.i, "for")
        event = _meant(incidents, sentence, token, things) if things else event
        passive = token.dep == "nsubjpass"
        whom = trees.objects_of(sentence, above.i, "by") if passive else _subjects(sentence, above)
        _write(scribe, sentence, above, event, whom)
    elif token.dep == "pobj" and sentence.tokens[above.head].lemma == "claim":
        claim = sentence.tokens[above.head]
        denied = any(t.lemma == "no" for t in trees.below(sentence, claim.i, "det"))
        if denied and claim.dep in {"attr", "nsubj", "dobj", "nsubjpass", "ROOT"}:
            things = trees.objects_of(sentence, claim.i, "for")
            event = _meant(incidents, sentence, token, things) if things else event
            _write(scribe, sentence, claim, event, [], put=Stance(polarity=Polarity.NEGATED))


def _owning_up(scribe: Scribe, incidents: Incidents, sentence: Sentence, token: Token) -> None:
    """ "owned up to the raid"."""
    if any(t.lemma == "up" for t in trees.below(sentence, token.i)):
        event = _meant(incidents, sentence, token, trees.objects_of(sentence, token.i, "to"))
        _write(scribe, sentence, token, event, _subjects(sentence, token))


def _claiming(scribe: Scribe, incidents: Incidents, sentence: Sentence, token: Token) -> None:
    """ "the raid was claimed by the Brigade", "the Brigade claimed the raid", "the raid went unclaimed"."""
    if token.lemma == "unclaimed":
        things = trees.below(sentence, token.head, "nsubj")
        put: Stance | None = Stance(polarity=Polarity.NEGATED)
        whom: list[Token] = []
    elif token.pos == "VERB":
        passive = trees.is_passive(sentence, token.i)
        things = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        whom = trees.objects_of(sentence, token.i, "by") if passive else _subjects(sentence, token)
        put = None
    else:
        return
    for thing in things:
        event = incidents.at(sentence, thing.i) or (
            incidents.meant(sentence, thing) if thing.pos == "NOUN" else None
        )
        _write(scribe, sentence, token, event, whom, put=put)


def _saying(scribe: Scribe, incidents: Incidents, sentence: Sentence, token: Token) -> None:
    """ "no one has said that they did it": only that nobody says so; who says it is read as blame or denial."""
    report = vocabulary.reporting(token.lemma)
    subjects = trees.below(sentence, token.i, "nsubj")
    if report is None or report.kind not in {"say", "claim", "admit", "announce"}:
        return
    if not any(negation.nobody(sentence, t) for t in subjects):
        return
    for clause in trees.below(sentence, token.i, "ccomp"):
        own = any(t.pos == "PRON" for t in trees.below(sentence, clause.i, "nsubj", "nsubjpass"))
        words = {clause.lemma, *(t.lemma for t in trees.below(sentence, clause.i, "prep", "acomp"))}
        if own and words & _SIGNS:
            event = incidents.under(sentence, clause.i) or incidents.before(sentence, token.i)
            _write(scribe, sentence, token, event, [], put=Stance(polarity=Polarity.NEGATED))


# ------------------------------------------------------------------ which event, and writing


def _meant(incidents: Incidents, sentence: Sentence, token: Token, things: Sequence[Token]) -> Ref | None:
    """The event that the things mean; without things the one told of before."""
    for thing in things:
        return incidents.meant(sentence, thing) or incidents.under(sentence, thing.i)
    return incidents.before(sentence, token.i)


def _subjects(sentence: Sentence, verb: Token) -> list[Token]:
    own = trees.below(sentence, verb.i, "nsubj")
    return own or (trees.below(sentence, verb.head, "nsubj") if verb.dep == "conj" else [])


def _write(
    scribe: Scribe,
    sentence: Sentence,
    at: Token,
    event: Ref | None,
    whom: Sequence[Token],
    *,
    put: Stance | None = None,
) -> None:
    """Says whether the event is claimed, and of those who claim it that they say they did it."""
    if event is None:
        return
    put = put or stance(sentence, at.i, scribe.voices)
    if put.modality in {Modality.FUTURE, Modality.HYPOTHETICAL} or put.polarity is Polarity.OPEN:
        return
    claimed = put.polarity is Polarity.AFFIRMED
    scribe.say(
        sentence, at.i, event, "responsibilityClaimed", value=claimed, put=_CLAIMED, rule="events: responsibility"
    )  # fmt: skip
    if claimed and put.modality is Modality.ASSERTED:
        _owned_up(scribe, sentence, at, event, whom)


def _owned_up(scribe: Scribe, sentence: Sentence, cue: Token, event: Ref, whom: Sequence[Token]) -> None:
    """Who claims responsibility says of themselves that they did it."""
    for token in whom:
        actor = scribe.actor(sentence, token.i)
        if actor is not None and scribe.kind(actor) == "actor":
            chain = [s for s in scribe.voices.chain(sentence, cue.i) if s.speaker != actor]
            doer = scribe.bodies.get(actor, actor)  # its spokesman claims what the Brigade did
            for each in (doer, scribe.sides.get(actor)):  # and so do its fighters
                if each is not None:
                    scribe.say(
                        sentence, cue.i, event, "agent", object=each,
                        sources=(*chain, Source(actor, Span(cue.start, cue.end), "indirect")),
                        put=Stance(), rule="events: responsibility", confidence=0.85,
                    )  # fmt: skip
