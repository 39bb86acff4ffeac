"""Ties between actors, and where places lie: backed, allied, opposed, part of, based in.

| form | example |
| --- | --- |
| compound adjective | Velkan-backed militias, the pro-Velka bloc |
| possessor | Velka's militias, Velka and its allies |
| participle | groups linked to Velka; a list supported by the Brigade |
| verb | the Brigade opposes Nur; the Front includes the militias |
| nested names | the Guard Corps Lake Force |

Participles and verbs are here; `sponsors.py` has who pays for whom, `belonging.py` has what stands before a noun, `opposition.py` "against", and
`location.py` where things lie.
"""

from __future__ import annotations

from typing import NamedTuple

from graph.claims.balance import write_balance
from graph.claims.belonging import write_compound, write_nested, write_owned
from graph.claims.location import write_location
from graph.claims.opposition import write_against, write_rivals
from graph.claims.origin import write_origin
from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Ref, Sentence, Token

# Participles and adjectives with "by", "to", "with" -> predicate. Source: own list, beside sponsorship.tsv.
_PARTICIPLES = {
    ("link", "to"): "alliedWith", ("tie", "to"): "alliedWith",
    ("affiliate", "with"): "alliedWith", ("ally", "with"): "alliedWith", ("align", "with"): "alliedWith",
    ("associate", "with"): "alliedWith", ("loyal", "to"): "alliedWith", ("close", "to"): "alliedWith",
    ("oppose", "to"): "opposes",
}  # fmt: skip
# Verbs whose subject is against their object. Source: own list.
_OPPOSING = frozenset("oppose resist defy confront rival undermine challenge".split())
_DEFINITE = frozenset("the this that these those".split())
_INCLUDING = frozenset({"include", "comprise"})


def write_ties(scribe: Scribe) -> None:
    """All claims of ties between actors and of the place of things."""
    for phrase in scribe.discourse.phrases:
        if phrase.kind == "pronoun":
            continue
        sentence = scribe.discourse.sentences[phrase.sentence]
        ref = scribe.discourse.at(phrase.sentence, phrase.head)
        if ref is None:
            continue
        write_compound(scribe, sentence, phrase, ref)
        write_owned(scribe, sentence, phrase, ref)
        write_nested(scribe, sentence, phrase, ref)
        write_location(scribe, sentence, phrase, ref)
        write_origin(scribe, sentence, phrase, ref)
    for sentence in scribe.discourse.sentences:
        for token in sentence.tokens:
            _participle(scribe, sentence, token)
            _verb(scribe, sentence, token)
            write_against(scribe, sentence, token)
            write_rivals(scribe, sentence, token)
            write_balance(scribe, sentence, token)


# --------------------------------------------------------------------------- verbs


def _participle(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    """ "groups linked to Velka", "a list supported by the Brigade"."""
    if token.pos not in {"VERB", "ADJ"} and token.dep != "amod":
        return
    for preposition in trees.below(sentence, token.i, "prep", "agent"):
        predicate = _PARTICIPLES.get((token.lemma, preposition.lemma)) or _PARTICIPLES.get(
            (token.text.lower(), preposition.lemma)
        )
        if predicate is None or preposition.lemma == "by" and token.tag != "VBN":
            continue
        subject = _described(scribe, sentence, token)
        if subject is None or scribe.kind(subject) != "actor":
            continue
        for other in _actors(scribe, sentence, preposition, "pobj"):
            near = token.lemma == "close" and {scribe.type(subject), scribe.type(other)} == {"State"}
            if other != subject and not near:  # "Norway is close to Peru" tells where they lie
                scribe.say(
                    sentence, token.i, subject, predicate, object=other,
                    rule=f"ties: {token.lemma} {preposition.lemma}", confidence=0.8,
                )  # fmt: skip


def _described(scribe: Scribe, sentence: Sentence, token: Token) -> Ref | None:
    """What a participle or adjective describes: its noun or its subject."""
    for subject in trees.below(sentence, token.i, "nsubjpass", "nsubj"):
        return scribe.actor(sentence, subject.i)
    above = sentence.tokens[token.head]
    if token.dep in {"acl", "amod", "relcl"}:
        return scribe.actor(sentence, above.i)
    if token.dep in {"acomp", "xcomp"} or token.dep == "conj":
        for subject in trees.below(sentence, above.i, "nsubj", "nsubjpass"):
            return scribe.actor(sentence, subject.i)
    return None


class _Said(NamedTuple):
    """The claim that a verb makes of its subject and object."""

    predicate: str
    confidence: float
    of_object: bool = False
    """Whether it is said of the object: whom one backs is sponsored by him."""


def _verb(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    """ "the Brigade opposes Nur", "the Front includes the militias", "Nur joined the Front"."""
    if token.pos != "VERB":
        return
    things = _actors(scribe, sentence, token, "dobj")
    for subject in _actors(scribe, sentence, token, "nsubj") if things else ():
        for thing in things:
            said = _said(scribe, token.lemma, subject, thing) if subject != thing else None
            if said is not None and not (
                said.predicate == "memberOf" and _only_counts(scribe, sentence, token)
            ):
                one, other = (thing, subject) if said.of_object else (subject, thing)
                scribe.say(
                    sentence, token.i, one, said.predicate, object=other, rule=f"ties: {token.lemma}",
                    confidence=said.confidence,
                )  # fmt: skip


def _only_counts(scribe: Scribe, sentence: Sentence, verb: Token) -> bool:
    """Whether a series is no body that one can be a member of: "joins a long list of authors", "joined forces"."""
    dep = "dobj" if verb.lemma == "join" else "nsubj"
    for body in trees.below(sentence, verb.i, dep):
        ref = scribe.ref(sentence, body.i)
        if ref is not None and scribe.named(ref) or body.pos == "PRON":
            continue
        listed = body.lemma == "list" and bool(trees.objects_of(sentence, body.i, "of"))
        definite = any(
            t.lemma in _DEFINITE or t.dep == "poss" for t in trees.below(sentence, body.i, "det", "poss")
        )
        if listed or verb.lemma == "join" and not definite:
            return True
    return False


def _said(scribe: Scribe, verb: str, subject: Ref, thing: Ref) -> _Said | None:
    if verb in _OPPOSING:
        return _Said("opposes", 0.8)
    if verb == "represent" and scribe.is_a(subject, "Organization"):
        return _Said("represents", 0.85)
    if verb in _INCLUDING and _has_members(scribe, subject):
        return _Said("memberOf", 0.8, of_object=True)
    if verb == "join" and _has_members(scribe, thing):
        return _Said("memberOf", 0.8)
    return None


def _has_members(scribe: Scribe, ref: Ref) -> bool:
    return scribe.is_a(ref, "Organization") and scribe.type(ref) != "State"


def _actors(scribe: Scribe, sentence: Sentence, head: Token, dep: str) -> list[Ref]:
    """The actors below a word, all of a series."""
    return [
        ref
        for t in trees.below(sentence, head.i, dep)
        for i in trees.conjuncts(sentence, t.i)
        if (ref := scribe.actor(sentence, i)) is not None and scribe.entity(ref) is not None
    ]
