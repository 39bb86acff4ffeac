"""How the words put a thing: modality, polarity and certainty at a word of a sentence."""

from __future__ import annotations

from typing import NamedTuple

from graph.claims import governors, inversion, negation
from graph.claims.attribution import Speech, Voices
from graph.claims.governors import Governor
from graph.claims.inversion import Front
from graph.language import trees, vocabulary
from graph.model import Certainty, Modality, Polarity, Sentence, Token


class Stance(NamedTuple):
    """What the claimant makes of the proposition."""

    modality: Modality = Modality.ASSERTED
    polarity: Polarity = Polarity.AFFIRMED
    certainty: Certainty = Certainty.CERTAIN


OPEN = Stance(Modality.UNCOMMITTED, Polarity.OPEN, Certainty.UNKNOWN)
"""Nothing is said of whether it is so."""
_HYPOTHETICAL = Stance(Modality.HYPOTHETICAL, certainty=Certainty.POSSIBLE)
_FUTURE = Stance(Modality.FUTURE, certainty=Certainty.POSSIBLE)

_WILL = frozenset("will shall 'll wo".split())
_CONDITIONAL = frozenset("may might could can would 'd should must ought".split())
_CONDITIONS = frozenset("if unless".split())
_OCCASIONS = frozenset("time occasion day year reason place way".split())
"""Nouns of "it is not the first time that", which denies nothing of what is told after it."""
_ANYONE = frozenset("anyone anybody everyone everybody".split())
_WHOEVER = frozenset({"whoever", "whichever"})
_DEMANDS = frozenset("demand request proposal call recommendation insistence condition order".split())
_HELD = frozenset("carry hold launch conduct stage mount plan perpetrate execute call".split())
"""Verbs whose passive says whether an event took place: "the election will be held"."""
_BEGINNING = frozenset("begin start resume continue".split())
_HAPPENING = frozenset("occur happen take come".split()) | _BEGINNING
_STEPS = 6
"""So many clauses are climbed from a word; news nests less deep."""


def stance(
    sentence: Sentence,
    position: int,
    voices: Voices,
    *,
    nominal: bool = False,
    event: bool = False,
    attempt: bool = False,
) -> Stance:
    """How the thing at this word is put forward.

    `nominal`: the word is a noun that presupposes the thing ("the attack on X"), so that what is said of it
    (a negation of its verb, a future) does not touch it; only its own adjectives do.
    `event`: that noun tells of an event, which a plan or a fear above it ("fears of an attack") leaves undone.
    `attempt`: the thing is the attempt itself, which "tried to" asserts.
    """
    found = Stance()
    if _absent(sentence, position) or event and negation.instead(sentence, sentence.tokens[position]):
        found = found._replace(polarity=Polarity.NEGATED)
        if _supposed(sentence, position):
            found = _put(found, _HYPOTHETICAL)
    for token in _modifiers(sentence, position):
        found = _hedged(sentence, found, token)
    if not nominal:
        found = _climb(sentence, sentence.tokens[position], found, position, attempt=attempt)
    elif event and not attempt:
        found = _governed(sentence, position, found)
    if event or not nominal:
        found = _at_front(sentence, position, found)
    if nominal:
        return found  # what a noun presupposes is not what is suspected or denied of it
    for speech in voices.over(sentence, position):
        if speech.sentence == sentence.index:
            found = _reported(found, speech, hearsay=voices.is_outlet(speech.speaker))
    return found


def _modifiers(sentence: Sentence, position: int) -> list[Token]:
    near = trees.below(sentence, position, "advmod", "amod", "npadvmod", "prep")
    determiner = trees.first_below(sentence, position, "det")
    return near + ([determiner] if determiner is not None else [])


def _absent(sentence: Sentence, position: int) -> bool:
    """ "the absence of threats", "a lack of protest", "his non-endorsement"."""
    token = sentence.tokens[position]
    above = sentence.tokens[token.head]
    before = [t.text.lower() for t in sentence.tokens[max(0, position - 2) : position]]
    return before == ["non", "-"] or (
        token.dep == "pobj"
        and above.lemma == "of"
        and sentence.tokens[above.head].lemma in {"absence", "lack"}
    )


def _supposed(sentence: Sentence, position: int) -> bool:
    """Whether the clause is of what would be: "it would be hard even in the absence of threats"."""
    verb = next((t for t in trees.ancestors(sentence, position) if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and any(_conditional(child) for child in trees.below(sentence, verb.i))


def _hedged(sentence: Sentence, found: Stance, token: Token) -> Stance:
    word = token.text.lower()
    together = (
        vocabulary.hedge(f"{t.text.lower()} {word}", "adverb") for t in trees.below(sentence, token.i)
    )
    hedge = next((row for row in together if row is not None), None)  # "almost certainly"
    hedge = hedge or vocabulary.hedge(word, "adverb", "adjective", "participle")
    if hedge is None or hedge.modality == "denied" or token.lemma == "never":
        return found  # negations are counted apart
    if hedge.modality != "asserted":
        return found._replace(modality=Modality(hedge.modality), certainty=Certainty(hedge.certainty))
    return _contrary(found) if hedge.polarity == "negated" and token.dep in {"advmod", "amod"} else found


# ---------------------------------------------------------------------- the words above


def _governed(sentence: Sentence, position: int, found: Stance) -> Stance:
    """What a word above the noun of an event makes of the event."""
    token = sentence.tokens[position]
    told = sentence.tokens[token.head]
    if (told.lemma in _HELD and token.dep == "nsubjpass") or (
        told.lemma in _HAPPENING and token.dep == "nsubj"
    ):
        held = _climb(sentence, told, found, position)
        by_others = bool(trees.objects_of(sentence, told.i, "by")) or told.lemma in _BEGINNING
        return found if by_others and held.modality is Modality.ASSERTED else held
    if told.lemma in _HELD and token.dep == "dobj":
        held = _own(sentence, told, found, position)
        if held.modality is Modality.FUTURE:
            return held  # "will hold an election"
    governor = governors.of_event(sentence, token)
    if governor is None:
        return found
    found, goes_on = _bent(sentence, governor, found)
    return _climb(sentence, governor.word, found, position) if goes_on else found


def _climb(
    sentence: Sentence, token: Token, found: Stance, position: int, *, attempt: bool = False
) -> Stance:
    """What the verb's own clause and the words above it make of the thing."""
    for _ in range(_STEPS):
        found = _own(sentence, token, found, position)
        if negation.negated(sentence, token.i) ^ negation.instead(sentence, token):
            found = _contrary(found)
        if _general(sentence, token):
            return _put(found, _HYPOTHETICAL)
        governor = None if _presupposed(sentence, token) else governors.of_clause(sentence, token)
        if governor is not None and (governor.row is not None or governor.form == "to"):
            if attempt and governor.row is not None and governor.row.note.startswith("an attempt"):
                token = governor.word
                continue
            found, goes_on = _bent(sentence, governor, found)
            if not goes_on:
                return found
            token = governor.word
        elif (
            token.dep == "conj"
            and not trees.below(sentence, token.i, "nsubj", "nsubjpass")
            or (token.dep == "xcomp" or token.dep == "ccomp" and token.tag == "VB")
        ):
            token = sentence.tokens[token.head]
        elif token.dep == "advcl" and token.tag == "VB" and governors.to_infinitive(sentence, token):
            return _put(found, _FUTURE)  # "in order to"
        else:
            return _cleft(sentence, token, found)
        if found.polarity is Polarity.OPEN:
            return found
    return found


def _own(sentence: Sentence, token: Token, found: Stance, position: int) -> Stance:
    """What the auxiliaries, conjunctions and adverbs of one clause make of it."""
    front = inversion.front(sentence, token)
    if front is Front.ASKED:
        return OPEN
    if front is Front.SUPPOSED:
        found = _put(found, _HYPOTHETICAL)
    if _demanded(sentence, token):
        found = _put(found, _FUTURE)
    for child in trees.below(sentence, token.i):
        word = child.text.lower()
        if child.dep == "mark" and (child.lemma == "whether" or child.lemma == "if" and token.dep == "ccomp"):
            return OPEN
        if child.dep == "aux" and word in _WILL:
            found = found._replace(modality=Modality.FUTURE, certainty=Certainty.PROBABLE)
        elif _conditional(child):
            found = _put(found, _HYPOTHETICAL)
        elif child.dep == "advmod" and token.i != position:
            found = _hedged(sentence, found, child)
    return found


def _demanded(sentence: Sentence, verb: Token) -> bool:
    """ "demanded that the Front be expelled", "proposed that the Front leave"."""
    auxiliaries = trees.below(sentence, verb.i, "aux", "auxpass")
    first = auxiliaries[0] if auxiliaries else verb
    marked = any(t.lemma == "that" for t in trees.below(sentence, verb.i, "mark"))
    if verb.dep == "acl" and marked and sentence.tokens[verb.head].lemma in _DEMANDS:
        return first.tag in {"VB", "VBP"}  # "its demand that Kaluria hold an election"
    return verb.dep == "ccomp" and marked and first.tag == "VB" and first.lemma != "do"


def _presupposed(sentence: Sentence, token: Token) -> bool:
    """ "It is not clear why the Front attacked": that it did is taken for granted."""
    return token.tag != "VB" and any(child.tag == "WRB" for child in trees.below(sentence, token.i, "advmod"))


def _general(sentence: Sentence, verb: Token) -> bool:
    """Whether it tells of whoever may do it: "anyone who attacks Lima", "those who attack", not "those who attacked"."""
    own = trees.below(sentence, verb.i, "nsubj")
    if any(t.lemma in _WHOEVER for t in own):
        return True
    if verb.dep != "relcl":
        return False
    whom = sentence.tokens[verb.head]
    anyone = whom.lemma in _ANYONE or any(t.lemma == "any" for t in trees.below(sentence, whom.i, "det"))
    return anyone or whom.lemma == "those" and verb.tag in {"VBP", "VBZ"}


def _conditional(child: Token) -> bool:
    """ "may", "would", "if"."""
    word = child.text.lower()
    return child.dep == "aux" and word in _CONDITIONAL or child.dep == "mark" and child.lemma in _CONDITIONS


def _at_front(sentence: Sentence, position: int, found: Stance) -> Stance:
    """What an auxiliary at the head of the sentence makes of what the parser takes for a noun."""
    front = inversion.at_front(sentence, position)
    if front is None:
        return found
    return _put(found, _HYPOTHETICAL) if front is Front.SUPPOSED else OPEN


def _bent(sentence: Sentence, governor: Governor, found: Stance) -> tuple[Stance, bool]:
    """What a governing word makes of it, and whether the words above that one touch it too."""
    word, form, row = governor
    if row is None:  # an infinitive under a word that the list does not have: what is meant to be
        unsaid = word.pos in {"ADJ", "NOUN"}
        return (_put(found, _FUTURE) if unsaid else found), not unsaid
    against = word.pos in {"NOUN", "ADJ"} and _denied(sentence, word)
    if row.polarity == "open":
        return (found if against and row.negated == "flip" else OPEN), False  # "no doubt that"
    if row.negated == "open" and (against or negation.negated(sentence, word.i)):
        return OPEN, False
    if row.modality != "asserted" and found.modality is not Modality.DENIED:
        found = Stance(Modality(row.modality), found.polarity, Certainty(row.certainty))
    if (row.polarity == "negated") != (against and row.negated == "flip"):
        found = _contrary(found)
    return found, word.pos in {"VERB", "AUX"} and form != "that"


def _denied(sentence: Sentence, word: Token) -> bool:
    """ "is not likely", "no evidence", "found no evidence"."""
    if negation.nobody(sentence, word):
        return True
    above = sentence.tokens[word.head]
    ties = {"acomp", "attr", "oprd"} if word.pos == "ADJ" else {"attr", "dobj"}
    return word.dep in ties and negation.negated(sentence, above.i)


def _cleft(sentence: Sentence, token: Token, found: Stance) -> Stance:
    """ "It is not the Front that attacked"."""
    if token.dep != "relcl":
        return found
    thing = sentence.tokens[token.head]
    verb = sentence.tokens[thing.head]
    subject = trees.first_below(sentence, verb.i, "nsubj")
    if (
        thing.dep == "attr"
        and thing.lemma not in _OCCASIONS
        and subject is not None
        and subject.lemma == "it"
        and negation.negated(sentence, verb.i)
    ):
        return _contrary(found)
    return found


# ---------------------------------------------------------------------- who says it


def _reported(found: Stance, speech: Speech, *, hearsay: bool) -> Stance:
    """What the reporting verb makes of its content; an outlet that is cited has it from others."""
    report = vocabulary.reporting(speech.verb)
    if found.polarity is Polarity.OPEN:
        return found
    heard = report is None or report.effect in {"asserted", "reported"} and not speech.negated
    if hearsay and heard and found.modality is Modality.ASSERTED:
        return found._replace(modality=Modality.REPORTED, certainty=Certainty.PROBABLE)
    if report is None:
        return found
    effect = report.effect
    if speech.negated and effect == "denied":
        return found if report.kind == "doubt" else OPEN  # "nobody doubts that", "did not deny that"
    if speech.negated:
        return (
            found if report.kind == "know" and report.factive else OPEN
        )  # "did not know that", "did not say that"
    if effect == "denied":
        contrary = _contrary(found)
        denied = contrary.polarity is Polarity.NEGATED
        return contrary._replace(modality=Modality.DENIED if denied else Modality.ASSERTED)
    if effect == "uncommitted":
        return OPEN
    if found.modality is not Modality.ASSERTED:
        return found
    if effect == "asserted" and speech.speaker is None and speech.source is not None and not report.factive:
        return found._replace(
            modality=Modality.REPORTED, certainty=Certainty.PROBABLE
        )  # not the author's word
    if effect in {"alleged", "suspected"}:
        return found._replace(modality=Modality(effect), certainty=Certainty.PROBABLE)
    if effect in {"future", "hypothetical"}:
        return found._replace(modality=Modality(effect), certainty=Certainty.POSSIBLE)
    return found


def _put(found: Stance, other: Stance) -> Stance:
    """The stance with another's modality and certainty."""
    return found._replace(modality=other.modality, certainty=other.certainty)


def _contrary(found: Stance) -> Stance:
    return found._replace(polarity=_flipped(found.polarity))


def _flipped(polarity: Polarity) -> Polarity:
    return {Polarity.AFFIRMED: Polarity.NEGATED, Polarity.NEGATED: Polarity.AFFIRMED}.get(polarity, polarity)
