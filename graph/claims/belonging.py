"""What stands before a name or noun and ties the two: "Velka-backed militias", "Velka's Guard Corps", nested names."""

from __future__ import annotations

from typing import NamedTuple

from graph.claims.antecedents import beside_name
from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.model import Phrase, Ref, Sentence

# Predicate of the lexicon -> claim predicate.
_PREDICATES = {
    "sponsoredBy": "sponsoredBy",
    "alignedWith": "alliedWith",
    "affiliatedWith": "alliedWith",
    "alliedWith": "alliedWith",
    "opposes": "opposes",
}
_ARMED = frozenset({"Militia", "ArmedGroup", "InsurgentGroup"})


_WINGS = frozenset(
    {"SecurityForce", "IntelligenceService", "GovernmentBody", "Militia", "ArmedGroup", "Organization"}
)


def write_compound(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    if scribe.entity(ref) is None or scribe.kind(ref) != "actor" or scribe.is_a(ref, "Person", "State"):
        return
    for tie in vocabulary.ties(sentence, phrase.head):
        predicate = _PREDICATES.get(tie.predicate)
        if predicate is None:
            continue
        other = scribe.actor(sentence, tie.at) or (scribe.state(tie.code) if tie.code else None)
        if other is None or scribe.entity(other) is None:
            continue
        token = sentence.tokens[phrase.head]
        whose = beside_name(scribe, sentence, token, ref) or ref
        scribe.say(
            sentence, phrase.head, whose, predicate, object=other, nominal=True,
            quote=(min(phrase.start, sentence.tokens[tie.at].start), phrase.end),
            rule=f"ties: {tie.predicate} compound", confidence=0.95,
        )  # fmt: skip


def write_owned(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """ "Velka's militias", "Velka's Guard Corps", "Velka and its militia allies"."""
    for owner in trees.below(sentence, phrase.head, "poss"):
        other = scribe.actor(sentence, owner.i)
        tie = _tie(scribe, sentence, phrase, ref, other) if other is not None and other != ref else None
        if tie is not None:
            start = sentence.tokens[trees.subtree(sentence, owner.i)[0]].start
            scribe.say(
                sentence, phrase.head, ref, tie.predicate, object=other, nominal=True, quote=(start, phrase.end),
                rule=f"ties: {tie.rule}", confidence=tie.confidence,
            )  # fmt: skip


class _Owned(NamedTuple):
    """What the possessor makes of a phrase."""

    predicate: str
    rule: str
    confidence: float


def _tie(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref, owner: Ref) -> _Owned | None:
    if scribe.entity(owner) is None:
        return None
    if sentence.tokens[phrase.head].lemma == "ally" and not scribe.is_a(ref, "Person"):
        return _Owned("alliedWith", "ally of", 0.9)
    if scribe.type(owner) == "State" and _armed(scribe, sentence, phrase, ref):
        return _Owned("sponsoredBy", "a state's militias", 0.8)
    if phrase.kind == "name" and _is_wing(scribe, ref, owner):
        return _Owned("partOfOrganization", "a body's wing", 0.85)
    return None


def _is_wing(scribe: Scribe, ref: Ref, owner: Ref) -> bool:
    """Whether a body can be a part of its possessor: of a state only what governs or guards, "Velka's Guard Corps"."""
    if scribe.type(owner) == "State":
        return scribe.is_a(ref, "GovernmentBody")
    return scribe.type(owner) in _WINGS and scribe.type(ref) in _WINGS


def _armed(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> bool:
    """Whether class or noun tell of a group with arms."""
    lemma = sentence.tokens[phrase.head].lemma
    return scribe.type(ref) in _ARMED or vocabulary.group_class(lemma, singular=True) in _ARMED


def write_nested(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """A named body that stands before another as its modifier: "the Guard Corps Lake Force"."""
    token = sentence.tokens[phrase.head]
    if phrase.kind != "name" or token.dep != "appos" or phrase.first == 0 or scribe.type(ref) not in _WINGS:
        return
    outer = next((p for p in scribe.discourse.phrases_of(sentence.index) if p.head == token.head), None)
    other = scribe.discourse.at(sentence.index, token.head)
    if outer is None or other is None or other == ref or scribe.type(other) not in _WINGS:
        return
    between = [t.text for t in sentence.tokens[outer.last + 1 : phrase.first]]
    if {",", ":"} & set(between) or between[-1:] == ["("]:
        return  # another name of it, not a part
    scribe.say(
        sentence, phrase.head, ref, "partOfOrganization", object=other, nominal=True,
        quote=(outer.start, phrase.end), rule="ties: nested names", confidence=0.8,
    )  # fmt: skip
