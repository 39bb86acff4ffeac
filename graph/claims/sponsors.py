"""Who pays for and arms whom, told by verbs.

| form | example |
| --- | --- |
| active | Kenya funds the Brigade; denied arming it; was accused of financing it |
| passive | the Brigade, armed and paid by Kenya |
| relative | a group that Kenya has long been accused of financing |
| giving | Kenya gave the Brigade money; has never sent weapons to it |
| getting | the Brigade gets most of its money from Kenya; is in Kenya's pay |

What stands before a noun ("Kenyan-backed") is in `belonging.py`.
"""

from __future__ import annotations

from collections.abc import Iterable

from graph.claims.antecedents import is_body, spoken_of, subjects
from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees
from graph.model import Certainty, Modality, Polarity, Ref, Sentence, Token

_BACKING = frozenset(
    "back support fund finance arm sponsor bankroll train pay equip subsidise subsidize".split()
)
_IN_WORDS = frozenset({"back", "support"})
"""Verbs of those that may mean no more than words."""
_NOMINAL = {f"{verb.removesuffix('e')}ing": verb for verb in _BACKING}
"""The same as the parser may take them for nouns: "accused of financing"."""
_ACCUSING = frozenset({"accuse", "suspect"})
_GIVING = frozenset("give provide supply send channel funnel deliver ship smuggle slip hand furnish".split())
_GETTING = frozenset("get receive obtain draw take raise".split())
_MEANS = frozenset(
    "money cash fund funding financing weapon arm arms ammunition rifle rocket missile training coin cent "
    "penny dime dollar euro rouble kopeck million subsidy salary backing support".split()
)
"""What a sponsor gives. Source: own list."""
_PAY = frozenset({"pay", "payroll"})


def write_sponsors(scribe: Scribe) -> None:
    """All claims of sponsorship that verbs tell."""
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            if token.pos == "VERB" and token.lemma in _BACKING:
                _backing(scribe, sentence, token)
            elif token.pos == "VERB" and token.lemma in _ACCUSING:
                _accused(scribe, sentence, token)
            elif token.pos == "VERB" and token.lemma in _GIVING:
                _giving(scribe, sentence, token)
            elif token.pos == "VERB" and token.lemma in _GETTING:
                _getting(scribe, sentence, token)
            elif token.lemma in _PAY and token.dep == "pobj":
                _in_pay(scribe, sentence, token)


def _backing(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    """ "Kenya funds the Brigade", "the Brigade is armed and paid by Kenya"."""
    verbs = [sentence.tokens[i] for i in trees.conjuncts(sentence, trees.first_conjunct(sentence, verb.i))]
    if trees.is_passive(sentence, verb.i) or verb.tag == "VBN" and verb.dep in {"acl", "conj"}:
        if verb.dep == "conj" and verb.lemma in _BACKING and sentence.tokens[verb.head].lemma in _BACKING:
            return  # told with the first verb of the series
        payers = [t for v in verbs for t in trees.objects_of(sentence, v.i, "by")]
        groups = [sentence.tokens[verb.head]] if verb.dep == "acl" else subjects(sentence, verb)
    else:
        shared = [t for v in verbs if v.i > verb.i for t in trees.below(sentence, v.i, "dobj")]
        groups = trees.below(sentence, verb.i, "dobj") or shared[:1]
        payers = subjects(sentence, verb)
        if not groups and verb.dep == "relcl":
            groups, payers = [sentence.tokens[verb.head]], trees.below(sentence, verb.i, "nsubj")
    if verb.lemma in _IN_WORDS:  # "supporting it" may be anything
        groups = [t for t in groups if t.pos != "PRON" or t.tag in {"WDT", "WP"}]
    _say(scribe, sentence, verb, groups, payers, verb.lemma, 0.8)


def _accused(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    """ "a group that Kenya has long been accused of financing": the parser takes the last word for a noun."""
    clause = verb.dep == "relcl" and trees.is_passive(sentence, verb.i)
    for thing in trees.objects_of(sentence, verb.i, "of") if clause else ():
        if thing.text.lower() in _NOMINAL and not trees.below(sentence, thing.i):
            put = Stance(Modality.ALLEGED, certainty=Certainty.POSSIBLE)
            groups, payers = [sentence.tokens[verb.head]], trees.below(sentence, verb.i, "nsubjpass")
            _say(scribe, sentence, verb, groups, payers, _NOMINAL[thing.text.lower()], 0.8, put)
    for preposition in trees.below(sentence, verb.i, "prep") if clause else ():
        for deed in trees.below(sentence, preposition.i, "pcomp"):
            if deed.lemma in _BACKING and not trees.below(sentence, deed.i, "dobj"):
                groups, payers = [sentence.tokens[verb.head]], trees.below(sentence, verb.i, "nsubjpass")
                _say(scribe, sentence, deed, groups, payers, deed.lemma, 0.8)


def _giving(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    """ "gave the Brigade money", "sends arms to it", "provides it with weapons"."""
    things = [t for d in trees.below(sentence, verb.i, "dobj") for t in _series(sentence, d)]
    given = [*things, *trees.objects_of(sentence, verb.i, "with")]
    if not any(t.lemma in _MEANS for t in given):
        return
    groups = [
        *(t for t in trees.below(sentence, verb.i, "dative") if t.pos != "ADP"),
        *trees.objects_of(sentence, verb.i, "to"),
        *(t for t in things if t.lemma not in _MEANS),
    ]
    if not trees.is_passive(sentence, verb.i):
        _say(scribe, sentence, verb, groups, subjects(sentence, verb), verb.lemma, 0.75)


def _getting(scribe: Scribe, sentence: Sentence, verb: Token) -> None:
    """ "gets most of its money from Kenya", "receives weapons and training from Kenya"."""
    payers = trees.objects_of(sentence, verb.i, "from")
    told = False
    for thing in trees.below(sentence, verb.i, "dobj"):
        parts = [*_series(sentence, thing), *trees.objects_of(sentence, thing.i, "of")]
        told |= any(t.lemma in _MEANS for t in parts)
        payers += [t for part in parts for t in trees.objects_of(sentence, part.i, "from")]
    if told:
        _say(scribe, sentence, verb, subjects(sentence, verb), payers, f"{verb.lemma} from", 0.75)


def _in_pay(scribe: Scribe, sentence: Sentence, noun: Token) -> None:
    """ "is in the pay of Kenya", "on Kenya's payroll"."""
    preposition = sentence.tokens[noun.head]
    above = sentence.tokens[preposition.head]
    payers = [*trees.objects_of(sentence, noun.i, "of"), *trees.below(sentence, noun.i, "poss")]
    groups = (
        subjects(sentence, above)
        if above.lemma == "be"
        else [above]
        if above.pos in {"NOUN", "PROPN"}
        else []
    )
    if preposition.lemma in {"in", "on"}:
        _say(scribe, sentence, above if above.lemma == "be" else noun, groups, payers, "in the pay of", 0.75)


def _series(sentence: Sentence, token: Token) -> list[Token]:
    return [sentence.tokens[i] for i in trees.conjuncts(sentence, token.i)]


def _say(
    scribe: Scribe,
    sentence: Sentence,
    at: Token,
    groups: Iterable[Token],
    payers: Iterable[Token],
    rule: str,
    sure: float,
    put: Stance | None = None,
) -> None:
    """Of each group that each payer sponsors it; what a speaker rules out is denied."""
    sponsors = [ref for p in payers for t in _series(sentence, p) if (ref := _payer(scribe, sentence, t))]
    sponsored = [ref for g in groups for t in _series(sentence, g) if (ref := _group(scribe, sentence, t))]
    if not sponsors or not sponsored:
        return
    put = put or stance(sentence, at.i, scribe.voices)
    if put == Stance(polarity=Polarity.NEGATED) and len(scribe.voices.chain(sentence, at.i)) > 1:
        put = put._replace(modality=Modality.DENIED)
    for group in sponsored:
        for sponsor in sponsors:
            scribe.say(
                sentence,
                at.i,
                group,
                "sponsoredBy",
                object=sponsor,
                put=put,
                rule=f"ties: {rule}",
                confidence=sure,
            )


def _group(scribe: Scribe, sentence: Sentence, token: Token) -> Ref | None:
    """Whom one can sponsor: anybody but a single person."""
    ref = spoken_of(scribe, sentence, token)
    return ref if ref is not None and scribe.kind(ref) == "actor" and not scribe.is_a(ref, "Person") else None


def _payer(scribe: Scribe, sentence: Sentence, token: Token) -> Ref | None:
    """Who can sponsor: states, bodies, groups of people."""
    ref = spoken_of(scribe, sentence, token)
    if ref is None or scribe.kind(ref) != "actor":
        return None
    return ref if is_body(scribe, ref) or scribe.type(ref) in {"State", "ActorGroup"} else None
