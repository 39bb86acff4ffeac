"""What stands before a name or noun and ties the two: "Velka-backed militias", "Velka's Guard Corps", nested names."""

from __future__ import annotations

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
        scribe.say(
            sentence, phrase.head, ref, predicate, object=other, nominal=True,
            quote=(min(phrase.start, sentence.tokens[tie.at].start), phrase.end),
            rule=f"ties: {tie.predicate} compound", confidence=0.95,
        )  # fmt: skip


def write_owned(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """ "Velka's militias", "Velka's Guard Corps", "Velka and its militia allies"."""
    for owner in trees.below(sentence, phrase.head, "poss"):
        other = scribe.actor(sentence, owner.i)
        if other is None or scribe.entity(other) is None or other == ref:
            continue
        quote = (sentence.tokens[trees.subtree(sentence, owner.i)[0]].start, phrase.end)
        lemma = sentence.tokens[phrase.head].lemma
        if lemma == "ally" and not scribe.is_a(ref, "Person"):
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "alliedWith",
                object=other,
                nominal=True,
                quote=quote,
                rule="ties: ally of",
            )
        elif scribe.type(other) == "State" and _armed(scribe, sentence, phrase, ref):
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "sponsoredBy",
                object=other,
                nominal=True,
                quote=quote,
                rule="ties: a state's militias",
                confidence=0.8,
            )
        elif (
            phrase.kind == "name"
            and scribe.is_a(ref, "Organization")
            and scribe.type(other) in {"State"} | _WINGS
            and scribe.type(ref) in _WINGS
        ):
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "partOfOrganization",
                object=other,
                nominal=True,
                quote=quote,
                rule="ties: a body's wing",
                confidence=0.85,
            )


def _armed(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> bool:
    """Whether class or noun tell of a group with arms."""
    lemma = sentence.tokens[phrase.head].lemma
    return scribe.type(ref) in _ARMED or vocabulary.group_class(lemma, singular=True) in _ARMED


def write_nested(scribe: Scribe, sentence: Sentence, phrase: Phrase, ref: Ref) -> None:
    """A named body that stands before another as its modifier: "the Guard Corps Lake Force"."""
    if phrase.kind != "name" or not scribe.is_a(ref, "Organization") or scribe.type(ref) == "State":
        return
    token = sentence.tokens[phrase.head]
    if token.dep == "appos" and phrase.first > 0:
        other_token = sentence.tokens[token.head]
        other = scribe.discourse.at(sentence.index, other_token.i)
        between = sentence.tokens[other_token.i + 1 : phrase.first]
        if (
            other
            and other != ref
            and scribe.type(other) in _WINGS
            and scribe.type(ref) in _WINGS
            and not any(t.text in {",", "("} and t is between[-1] for t in between)
        ):
            quote = (other_token.start if other_token.i < phrase.first else phrase.start, phrase.end)
            start = min(
                (p.start for p in scribe.discourse.phrases_of(sentence.index) if p.head == other_token.i),
                default=quote[0],
            )
            scribe.say(
                sentence,
                phrase.head,
                ref,
                "partOfOrganization",
                object=other,
                nominal=True,
                quote=(start, phrase.end),
                rule="ties: nested names",
                confidence=0.8,
            )
