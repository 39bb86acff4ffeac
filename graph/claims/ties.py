"""Ties between actors, and where places lie: backed, allied, opposed, part of, based in.

| form | example |
| --- | --- |
| compound adjective | Velkan-backed militias, the pro-Velka bloc |
| possessor | Velka's militias, Velka and its allies |
| participle | groups linked to Velka; a list supported by the Brigade |
| verb | the Brigade opposes Nur; the Front includes the militias |
| nested names | the Guard Corps Lake Force |

Participles and verbs are here; `belonging.py` has what stands before a noun, `opposition.py` "against", and
`location.py` where things lie.
"""

from __future__ import annotations

from graph.claims.belonging import write_compound, write_nested, write_owned
from graph.claims.location import write_location
from graph.claims.opposition import write_against
from graph.claims.origin import write_origin
from graph.claims.scribe import Scribe
from graph.language import trees
from graph.model import Ref, Sentence, Token

# Participles and adjectives with "by", "to", "with" -> predicate. Source: own list, beside sponsorship.tsv.
_PARTICIPLES = {
    ("back", "by"): "sponsoredBy", ("support", "by"): "sponsoredBy", ("fund", "by"): "sponsoredBy",
    ("arm", "by"): "sponsoredBy", ("finance", "by"): "sponsoredBy", ("sponsor", "by"): "sponsoredBy",
    ("train", "by"): "sponsoredBy", ("link", "to"): "alliedWith", ("tie", "to"): "alliedWith",
    ("affiliate", "with"): "alliedWith", ("ally", "with"): "alliedWith", ("align", "with"): "alliedWith",
    ("associate", "with"): "alliedWith", ("loyal", "to"): "alliedWith", ("close", "to"): "alliedWith",
    ("oppose", "to"): "opposes",
}  # fmt: skip
# Verbs whose subject is against their object. Source: own list.
_OPPOSING = frozenset("oppose resist defy confront rival undermine challenge".split())
_BACKING = frozenset("back support fund finance arm sponsor bankroll train".split())


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


# --------------------------------------------------------------------------- verbs


def _participle(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    if token.pos not in {"VERB", "ADJ"}:
        return
    for preposition in trees.below(sentence, token.i, "prep", "agent"):
        predicate = _PARTICIPLES.get((token.lemma, preposition.lemma)) or _PARTICIPLES.get(
            (token.text.lower(), preposition.lemma)
        )
        if predicate is None or preposition.lemma == "by" and token.tag != "VBN":
            continue
        subject = _described(scribe, sentence, token)
        if subject is None or scribe.entity(subject) is None:
            continue
        for thing in trees.below(sentence, preposition.i, "pobj"):
            for i in trees.conjuncts(sentence, thing.i):
                other = scribe.actor(sentence, i)
                if (
                    other is not None
                    and other != subject
                    and scribe.entity(other) is not None
                    and scribe.kind(subject) == "actor"
                ):
                    scribe.say(
                        sentence,
                        token.i,
                        subject,
                        predicate,
                        object=other,
                        rule=f"ties: {token.lemma} {preposition.lemma}",
                        confidence=0.8,
                    )


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


def _verb(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    if token.pos != "VERB":
        return
    subjects = [
        ref
        for t in trees.below(sentence, token.i, "nsubj")
        for i in trees.conjuncts(sentence, t.i)
        if (ref := scribe.actor(sentence, i))
    ]
    objects = [
        ref
        for t in trees.below(sentence, token.i, "dobj")
        for i in trees.conjuncts(sentence, t.i)
        if (ref := scribe.actor(sentence, i))
    ]
    for subject in subjects:
        for thing in objects:
            if subject == thing or scribe.entity(thing) is None or scribe.entity(subject) is None:
                continue
            if token.lemma in _OPPOSING:
                scribe.say(
                    sentence,
                    token.i,
                    subject,
                    "opposes",
                    object=thing,
                    rule=f"ties: {token.lemma}",
                    confidence=0.8,
                )
            elif token.lemma in _BACKING and not scribe.is_a(subject, "Person"):
                scribe.say(
                    sentence,
                    token.i,
                    thing,
                    "sponsoredBy",
                    object=subject,
                    rule=f"ties: {token.lemma}",
                    confidence=0.75,
                )
            elif token.lemma == "represent" and scribe.is_a(subject, "Organization"):
                scribe.say(
                    sentence,
                    token.i,
                    subject,
                    "represents",
                    object=thing,
                    rule="ties: represent",
                    confidence=0.85,
                )
            elif (
                token.lemma in {"include", "comprise"}
                and scribe.is_a(subject, "Organization")
                and scribe.type(subject) != "State"
            ):
                scribe.say(
                    sentence, token.i, thing, "memberOf", object=subject, rule="ties: include", confidence=0.8
                )
    if token.lemma == "join":
        for subject in subjects:
            for thing in objects:
                if scribe.is_a(thing, "Organization") and scribe.type(thing) != "State":
                    scribe.say(
                        sentence,
                        token.i,
                        subject,
                        "memberOf",
                        object=thing,
                        rule="ties: join",
                        confidence=0.8,
                    )
