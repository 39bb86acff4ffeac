"""Who denies what was told before without saying it again: "Kenya denies it", "a charge that Nur called absurd".

The claims that were made last, of who did something bad or who pays whom, are denied in the words of the denial.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees, vocabulary
from graph.model import Claim, Event, Modality, Polarity, Ref, Sentence, Source, Span, Token
from ontology.terms import is_a

_REPROACHES = frozenset({"agent", "orderedBy", "sponsoredBy", "characterizedAs"})
_PUT = frozenset({Modality.ASSERTED, Modality.ALLEGED, Modality.SUSPECTED, Modality.REPORTED})
_IT = frozenset({"it", "this", "that", "these", "those", "which"})
_CHARGES = frozenset(
    "accusation charge claim allegation suggestion report assertion insinuation suspicion link version".split()
)
"""Nouns that take up what was said of somebody. Source: own list."""
_CALLING = frozenset("call brand describe label term".split())
_FALSE = frozenset(
    "absurd baseless unfounded groundless false untrue ridiculous nonsense lie fabrication slander laughable ludicrous "
    "preposterous fiction invention rubbish wrong propaganda".split()
)
_BACK = 2
"""So many sentences back the charge may stand that a noun takes up; a pronoun only one."""


def write_rebuttals(scribe: Scribe, events: Mapping[Ref, Event]) -> None:
    """All denials of what was told right before; to be called when that is written."""
    violent = {ref for ref, event in events.items() if is_a(event.type, "ConflictEvent")}
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            for thing, who in _denials(scribe, sentence, token):
                _deny(scribe, sentence, token, thing, who, violent)


def _denials(scribe: Scribe, sentence: Sentence, token: Token) -> Iterator[tuple[Token, Token]]:
    """What is denied ("it", "the charge") and who denies it, where the word is the verb of a denial."""
    if token.pos not in {"VERB", "AUX"}:
        return
    who = trees.below(sentence, token.i, "nsubj")
    report = vocabulary.reporting(token.lemma)
    if (
        report is not None
        and report.effect == "denied"
        or token.lemma in _CALLING
        and _is_false(sentence, token)
    ):
        things = trees.below(sentence, token.i, "dobj") + _called(sentence, token)
        yield from ((thing, who[0]) for thing in things[:1] if who)
    elif token.lemma == "be" and token.dep == "ccomp" and _is_false(sentence, token):
        speaker = trees.below(sentence, token.head, "nsubj")  # "the army said the allegation was baseless"
        yield from ((thing, speaker[0]) for thing in who if speaker)


def _is_false(sentence: Sentence, verb: Token) -> bool:
    """Whether the words of a verb call something untrue."""
    near = trees.below(sentence, verb.i, "oprd", "acomp", "attr", "ccomp", "xcomp", "advcl", "prep")
    words = [*near, *(t for n in near for t in trees.below(sentence, n.i, "pobj", "amod", "acomp", "attr"))]
    return any(t.lemma in _FALSE for t in words) and not trees.below(sentence, verb.i, "neg")


def _called(sentence: Sentence, verb: Token) -> list[Token]:
    """ "called the charge absurd": the parser makes the charge the subject of a small clause."""
    clauses = trees.below(sentence, verb.i, "ccomp", "oprd")
    return [t for clause in clauses for t in trees.below(sentence, clause.i, "nsubj")]


def _deny(
    scribe: Scribe, sentence: Sentence, verb: Token, thing: Token, who: Token, violent: Collection[Ref]
) -> None:
    pronoun = thing.lemma in _IT
    content = trees.below(sentence, thing.i, "acl", "ccomp") + trees.objects_of(
        sentence, thing.i, "of", "about"
    )
    if not pronoun and (thing.lemma not in _CHARGES or content):
        return
    denier = scribe.actor(sentence, who.i)
    put = stance(sentence, verb.i, scribe.voices)
    if denier is None or put.modality is not Modality.ASSERTED or put.polarity is not Polarity.AFFIRMED:
        return
    chain = scribe.voices.chain(sentence, verb.i)
    if denier not in {source.speaker for source in chain}:
        chain = (*chain, Source(denier, Span(verb.start, verb.end), "indirect"))
    for claim in _charges(scribe, sentence, verb, denier, 1 if pronoun else _BACK, violent):
        scribe.say(
            sentence, verb.i, claim.subject, claim.predicate, object=claim.object, value=claim.value, sources=chain,
            put=Stance(Modality.DENIED, Polarity.NEGATED), rule="rebuttal", confidence=0.7,
        )  # fmt: skip


def _charges(
    scribe: Scribe, sentence: Sentence, verb: Token, denier: Ref, back: int, violent: Collection[Ref]
) -> list[Claim]:
    """The reproaches told last before the denial, in its sentence or in one before."""
    first = max(0, sentence.index - back)
    for number in range(sentence.index, first - 1, -1):
        other = scribe.discourse.sentences[number]
        end = verb.start if other is sentence else other.end
        found = [
            claim
            for claim in scribe.claims.values()
            if other.start <= claim.start and claim.start < end and claim.end <= max(end, sentence.end)
            and _is_reproach(scribe, claim, denier, violent)
        ]  # fmt: skip
        if found:
            return found
    return []


def _is_reproach(scribe: Scribe, claim: Claim, denier: Ref, violent: Collection[Ref]) -> bool:
    """Whether somebody else says it, and says it of somebody who may mind."""
    speaker = claim.sources[-1].speaker
    said = (
        speaker != scribe.voices.author or claim.modality is not Modality.ASSERTED or claim.object == denier
    )
    return (
        claim.predicate in _REPROACHES
        and claim.modality in _PUT
        and claim.polarity is Polarity.AFFIRMED
        and speaker != denier
        and said
        and (claim.predicate != "agent" or claim.subject in violent)
    )
