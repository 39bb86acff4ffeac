"""What an office is of: the organisation or state that the words around it name."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims.scribe import Scribe
from graph.language import trees, vocabulary
from graph.language.vocabulary import Office
from graph.model import Ref, Sentence, Token

_OF = frozenset({"of", "at", "for", "in", "with", "from"})
"""Prepositions between an office and its body."""
_BESIDE = frozenset({"amod", "compound", "nmod", "poss"})
_OF_STATE = frozenset({"head-of-government", "minister"})
_REACH = 6
"""Words of a title at the most between a body and the name of its officer."""

_LEARNED = frozenset(
    "professor lecturer scholar expert specialist researcher fellow teacher chair student".split()
)
"""Roles whose "of" names a field, where "at" names the body: "professor of Law at the Lake University"."""
_KINDS = frozenset({"party", "group", "movement", "alliance", "union", "team"})
"""Nouns that a body's name may stand before."""
_TITLE = frozenset({"NOUN", "ADJ", "PROPN"})
"""Parts of speech of the words of a title."""

Found = Iterator[tuple[Ref, str]]
"""Bodies, each with the preposition that ties it, or "beside"."""


def bodies_of(
    scribe: Scribe, sentence: Sentence, token: Token, office: Office | None, person: Ref, holder: int
) -> list[tuple[Ref, str]]:
    """The organisations or states that the office is of, with the preposition that ties them."""
    first, last = (office.first, office.last) if office else (token.i, token.i)
    heads = [token.i, *(i for i in range(first, last + 1) if i != token.i)]
    ties: dict[Ref, str] = {}
    for head in heads:
        for ref, how in (*_owners(scribe, sentence, head), *_objects(scribe, sentence, head)):
            ties.setdefault(ref, how)
    if not ties and office is not None:
        for thing in trees.objects_of(sentence, holder, "of"):  # "Deputy Prime Minister Ali Nur of Kaluria"
            named = _body(scribe, sentence, thing.i)
            if named is not None and _may_have(scribe, named, office):
                ties.setdefault(named, "of")
    before = vocabulary.office_before(sentence, token.i + 1)
    for ref, how in _before(scribe, sentence, min(first, before.first if before else first), holder):
        ties.setdefault(ref, how)
    ties.pop(person, None)
    return list(ties.items())


def _may_have(scribe: Scribe, body: Ref, office: Office) -> bool:
    """Whether a body behind the officer's name has the office, and is not only where the officer belongs: no party has
    a prime minister."""
    if office.flags & _OF_STATE:
        return scribe.is_a(body, "State", "GovernmentBody")
    return not scribe.is_a(body, "PoliticalParty", "ElectoralAlliance")


def _owners(scribe: Scribe, sentence: Sentence, head: int) -> Found:
    """ "the Brigade's leader", "the Brigade leader"."""
    noun = sentence.tokens[head]
    for child in trees.below(sentence, head, *sorted(_BESIDE)):
        if child.tag == "WP$" and noun.dep == "appos":  # "the Brigade, whose leader, Ali Nur, was"
            named = _body(scribe, sentence, noun.head)
            if named is not None:
                yield named, "of"
        inner = [t for t in trees.below(sentence, child.i, "compound") if child.lemma in _KINDS]
        for token in (child, *inner):  # "the Left party" is a name and a noun
            ref = _body(scribe, sentence, token.i)
            if ref is not None:
                yield ref, "of" if child.dep == "poss" else "beside"


def _objects(scribe: Scribe, sentence: Sentence, head: int) -> Found:
    """ "leader of the Brigade", "director of conflict resolution at the Institute"."""
    learned = sentence.tokens[head].lemma in _LEARNED
    at = [t for t in trees.below(sentence, head, "prep") if t.lemma == "at"] if learned else []
    for preposition in at or trees.below(sentence, head, "prep"):
        if preposition.lemma not in _OF:
            continue
        for thing in trees.below(sentence, preposition.i, "pobj"):
            for i in trees.conjuncts(sentence, thing.i):
                ref = _body(scribe, sentence, i)
                if (ref is None or learned) and preposition.lemma == "of":
                    yield from _deeper(scribe, sentence, i)
                body = _wing(scribe, sentence, i, ref) or ref
                if body is not None:
                    yield body, preposition.lemma


def _deeper(scribe: Scribe, sentence: Sentence, position: int) -> Found:
    """The body below what an office is of: "director of conflict resolution at the Institute"."""
    for preposition in trees.below(sentence, position, "prep"):
        if preposition.lemma in {"at", "for", "of", "in"}:
            for thing in trees.below(sentence, preposition.i, "pobj"):
                ref = _body(scribe, sentence, thing.i)
                if ref is not None:
                    yield ref, preposition.lemma


def _wing(scribe: Scribe, sentence: Sentence, position: int, body: Ref | None) -> Ref | None:
    """The wing after the body: "head of Kaluria's Guard Corps (KGC) Lake Force"."""
    for wing in trees.below(sentence, position, "appos"):
        ref = _body(scribe, sentence, wing.i)
        if ref is not None and ref != body and trees.below(sentence, wing.i, "nmod", "punct"):
            return ref
    return None


def _before(scribe: Scribe, sentence: Sentence, first: int, holder: int) -> Found:
    """The body that stands before a title: "Brigade field commander" Ali Nur."""
    for i in range(max(0, first - 4), first):
        other = sentence.tokens[i]
        if first <= other.head and other.dep in _BESIDE:
            ref = _body(scribe, sentence, i)
            if ref is not None:
                yield ref, "beside"
    if holder > first:
        yield from _adjacent(scribe, sentence, first)


def _adjacent(scribe: Scribe, sentence: Sentence, first: int) -> Found:
    """The same by the order of words alone, where only nouns and adjectives stand between."""
    at = first - 1
    ends = {p.last: p for p in scribe.discourse.phrases_of(sentence.index) if p.kind == "name"}
    while at >= max(0, first - _REACH) and at not in ends and sentence.tokens[at].pos in _TITLE:
        at -= 1
    phrase = ends.get(at)
    ref = _body(scribe, sentence, phrase.head) if phrase is not None else None
    if ref is not None:
        yield ref, "beside"


def _body(scribe: Scribe, sentence: Sentence, position: int) -> Ref | None:
    """The organisation or state at a word: "the Brigade", "Kalurian"."""
    ref = scribe.discourse.at(sentence.index, position)
    if ref is None:
        code = vocabulary.demonym_at(sentence, position)
        return scribe.state(code) if code else None
    return ref if scribe.kind(ref) == "actor" and not scribe.is_a(ref, "Person") else None
