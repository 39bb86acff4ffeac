"""How the words put a thing: modality, polarity and certainty at a word of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from graph.claims.attribution import Voices
from graph.language import trees, vocabulary
from graph.model import Certainty, Modality, Polarity, Sentence, Token


class Stance(NamedTuple):
    """What the claimant makes of the proposition."""

    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN


_FUTURE = frozenset("will shall 'll wo".split())
_POSSIBLE = frozenset("may might could can".split())
_WOULD = frozenset("would 'd should".split())
# Verbs whose infinitive has not happened. Source: own list.
_INTENDING = frozenset(
    "want plan intend hope expect aim threaten promise vow pledge agree offer refuse decline prepare wish seek need ask "
    "urge demand call order tell encourage press continue_to allow permit propose decide schedule set poise ready "
    "require force design mean".split()
)
_REFUSING = frozenset("refuse decline fail".split())
_SEEMING = frozenset("appear seem".split())
_DOUBTED = {
    "believe": Modality.SUSPECTED, "think": Modality.SUSPECTED, "suspect": Modality.SUSPECTED,
    "presume": Modality.SUSPECTED, "assume": Modality.SUSPECTED, "allege": Modality.ALLEGED,
    "accuse": Modality.ALLEGED, "claim": Modality.ALLEGED, "say": Modality.REPORTED, "report": Modality.REPORTED,
    "rumor": Modality.REPORTED, "rumour": Modality.REPORTED,
}  # fmt: skip
_DENYING = frozenset("deny dispute refute".split())
_ACCUSING = frozenset("accuse suspect charge blame".split())
_NOT = frozenset("not n't never no neither nor hardly".split())
_INSTEAD = frozenset({"instead", "rather", "without"})
_CONDITIONS = frozenset("if unless whether".split())
_SIGNS = frozenset("evidence sign indication hint suspicion speculation proof".split()) - {"proof"}
"""Nouns whose clause is only inferred: "evidence pointing to X having done it"."""
# Nouns whose "of doing" has not been done. Source: own list.
_MERE = frozenset(
    "objective goal aim plan idea hope intention risk threat fear possibility chance opportunity prospect interest "
    "means way task mission".split()
)
_CLAUSE = frozenset(
    {"ROOT", "conj", "ccomp", "advcl", "relcl", "parataxis", "acl", "xcomp", "pcomp", "csubj"}
)


def stance(sentence: Sentence, position: int, voices: Voices, *, nominal: bool = False) -> Stance:
    """How the thing at this word is put forward.

    `nominal`: the word is a noun that presupposes the thing ("the attack on X"), so that what is said of it
    (a negation of its verb, a future) does not touch it; only its own adjectives do.
    """
    found = Stance()
    if _absent(sentence, position):
        found = found._replace(polarity=Polarity.NEGATED)
    for token in _modifiers(sentence, position):
        found = _hedged(found, token)
    if not nominal:
        found = _clause(sentence, position, found)
    if nominal:
        return found  # what a noun presupposes is not what is suspected or denied of it
    for frame in voices.over(sentence, position):
        if frame.sentence == sentence.index:
            found = _reported(found, frame.verb, negated=frame.negated)
    return found


def _modifiers(sentence: Sentence, position: int) -> list[Token]:
    near = trees.below(sentence, position, "advmod", "amod", "npadvmod", "prep")
    determiner = trees.first_below(sentence, position, "det")
    return near + ([determiner] if determiner is not None else [])


def _absent(sentence: Sentence, position: int) -> bool:
    """ "the absence of threats", "a lack of protest"."""
    token = sentence.tokens[position]
    above = sentence.tokens[token.head]
    return (
        token.dep == "pobj"
        and above.lemma == "of"
        and sentence.tokens[above.head].lemma in {"absence", "lack"}
    )


def _hedged(found: Stance, token: Token) -> Stance:
    hedge = vocabulary.hedges().get(token.text.lower())
    if hedge is None or hedge[2] not in {"adverb", "adjective", "participle"} or hedge[0] == "asserted":
        return found
    modality = Modality(hedge[0])
    if modality is Modality.DENIED:
        return Stance(Modality.ASSERTED, Polarity.NEGATED, Certainty(hedge[1]))
    return found._replace(modality=modality, certainty=Certainty(hedge[1]))


def _clause(sentence: Sentence, position: int, found: Stance) -> Stance:
    """What the verb's own clause and the verbs above it do to the thing."""
    token = sentence.tokens[position]
    steps = 0
    negated = False
    while steps < 6:
        for child in trees.below(sentence, token.i):
            if (
                child.dep == "neg"
                or child.dep in {"det", "advmod"}
                and child.lemma in {"no", "never", "neither"}
            ):
                negated = not negated
            elif child.dep == "aux":
                found = _auxiliary(found, child)
            elif child.dep == "mark" and child.lemma in _CONDITIONS:
                found = found._replace(modality=Modality.HYPOTHETICAL, certainty=Certainty.POSSIBLE)
            elif child.dep == "advmod" and token.i != position:
                found = _hedged(found, child)
        if _no_one(sentence, token.i):
            negated = not negated
        above = sentence.tokens[token.head]
        if token.head == token.i or token.dep not in _CLAUSE:
            break
        if token.dep == "xcomp" or token.dep == "ccomp" and token.tag == "VB":
            infinitive = token.tag == "VB" and any(
                c.text.lower() == "to" for c in trees.below(sentence, token.i, "aux")
            )
            if above.lemma in _DENYING and token.tag == "VBG":
                return Stance(Modality.DENIED, Polarity.NEGATED, found.certainty)
            if above.lemma in _SEEMING:
                found = found._replace(modality=Modality.SUSPECTED, certainty=Certainty.PROBABLE)
            elif trees.is_passive(sentence, above.i) and above.lemma in _DOUBTED:
                found = found._replace(modality=_DOUBTED[above.lemma], certainty=Certainty.PROBABLE)
            elif above.lemma in _REFUSING and infinitive:
                negated = not negated
            elif above.lemma in _INTENDING and infinitive or above.pos == "ADJ" and infinitive:
                found = found._replace(modality=Modality.FUTURE, certainty=Certainty.POSSIBLE)
        elif token.dep == "acl" and above.lemma in _SIGNS:
            found = found._replace(modality=Modality.SUSPECTED, certainty=Certainty.PROBABLE)
            break
        elif token.dep == "acl" and token.tag == "VB" and above.pos == "NOUN":
            taken = above.lemma in {"opportunity", "chance"} and sentence.tokens[above.head].lemma in {
                "take",
                "use",
            }
            if not taken and above.lemma not in {"attempt", "bid", "effort", "ability"}:
                found = found._replace(modality=Modality.FUTURE, certainty=Certainty.POSSIBLE)
            break
        elif (
            token.dep == "advcl"
            and token.tag == "VB"
            and any(c.text.lower() == "to" for c in trees.below(sentence, token.i, "aux"))
        ):
            found = found._replace(modality=Modality.FUTURE, certainty=Certainty.POSSIBLE)  # "in order to"
            break
        elif token.dep == "pcomp":
            preposition = above
            if sentence.tokens[preposition.head].lemma in _ACCUSING:
                found = found._replace(modality=Modality.ALLEGED, certainty=Certainty.PROBABLE)
            if (
                preposition.lemma in _INSTEAD
                or any(c.lemma in _INSTEAD for c in trees.below(sentence, preposition.i))
                or (sentence.tokens[max(0, preposition.i - 1)].lemma in _INSTEAD)
            ) or sentence.tokens[preposition.head].lemma == "instead":
                negated = not negated
            elif (
                sentence.tokens[preposition.head].pos == "ADJ"
                or sentence.tokens[preposition.head].lemma in _MERE
            ):
                found = found._replace(modality=Modality.HYPOTHETICAL, certainty=Certainty.POSSIBLE)
            break
        elif (
            token.dep in {"advcl", "relcl", "acl", "ccomp", "parataxis", "ROOT"}
            or token.dep == "conj"
            and trees.below(sentence, token.i, "nsubj", "nsubjpass")
        ):
            break
        token = above
        steps += 1
    if negated:
        flipped = Polarity.NEGATED if found.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED
        found = found._replace(polarity=flipped)
    return found


def _auxiliary(found: Stance, token: Token) -> Stance:
    word = token.text.lower()
    if word in _FUTURE:
        return found._replace(modality=Modality.FUTURE, certainty=Certainty.PROBABLE)
    if word in _WOULD:
        return found._replace(modality=Modality.HYPOTHETICAL, certainty=Certainty.POSSIBLE)
    if word in _POSSIBLE:
        return found._replace(modality=Modality.HYPOTHETICAL, certainty=Certainty.POSSIBLE)
    return found


def _no_one(sentence: Sentence, verb: int) -> bool:
    """ "No group has claimed", "nobody was hurt"."""
    for subject in trees.below(sentence, verb, "nsubj", "nsubjpass"):
        if subject.text.lower() in {"nobody", "none", "neither", "nothing"}:
            return True
        if any(
            d.lemma == "no" and not _compared(sentence, d.i) for d in trees.below(sentence, subject.i, "det")
        ):
            return True
    return any(
        d.lemma == "no"
        for o in trees.below(sentence, verb, "dobj")
        for d in trees.below(sentence, o.i, "det")
    )


def _compared(sentence: Sentence, position: int) -> bool:
    """ "no fewer than two" is a number, no negation."""
    after = sentence.tokens[position + 1] if position + 1 < len(sentence.tokens) else None
    return after is not None and after.text.lower() in {"fewer", "less", "more"}


def _reported(found: Stance, verb: str, *, negated: bool) -> Stance:
    """What the reporting verb makes of its content."""
    report = vocabulary.reporting(verb)
    if report is None:
        return found
    effect = report.effect
    if negated and effect != "denied":
        return Stance(Modality.UNCOMMITTED, Polarity.OPEN, Certainty.UNKNOWN)  # "did not say that"
    if effect == "denied":
        flipped = Polarity.NEGATED if found.polarity is Polarity.AFFIRMED else Polarity.AFFIRMED
        modality = Modality.DENIED if flipped is Polarity.NEGATED else Modality.ASSERTED
        return Stance(modality, flipped, found.certainty)
    if found.modality is not Modality.ASSERTED:
        return found
    if effect in {"alleged", "suspected"}:
        return found._replace(modality=Modality(effect), certainty=Certainty.PROBABLE)
    if effect in {"future", "hypothetical"}:
        return found._replace(modality=Modality(effect), certainty=Certainty.POSSIBLE)
    if effect == "uncommitted":
        return Stance(Modality.UNCOMMITTED, Polarity.OPEN, Certainty.UNKNOWN)
    return found
