"""Seats won and held: by a verb, with a rank, in parentheses, from one number to another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graph.claims.ballot import Ballot
from graph.claims.ranks import ORDINALS, write_rank, write_rank_beside
from graph.language import numbers, trees
from graph.model import Count, Phrase, Qualifier, Ref, Sentence, Token

_WINNING = frozenset("win take get secure gain garner capture claim earn receive have achieve obtain".split())
_HOLDING = frozenset("hold have control retain".split())
_BEFORE = frozenset("previous last outgoing former old".split())
_FALLING = frozenset("shrink fall drop grow rise increase decrease decline plunge jump go slump".split())
_SPEAKING = frozenset({"seat", "election", "parliament", "mandate"})
_COMING = frozenset({"come", "finish", "place", "emerge"})
"""Verbs of "came first"."""
_LISTS = frozenset({"PoliticalParty", "ElectoralAlliance"})
_AFAR = 8
"""So many words may stand between a party and the parenthesis with its number."""


def write_seats(ballot: Ballot, sentence: Sentence, noun: Token) -> None:
    """All seats that the noun "seats" counts."""
    count = numbers.count_at(sentence, noun.i)
    if count is None or _fell(ballot, sentence, noun):
        return
    for contestant, held, verb in _who(ballot, sentence, noun):
        if held:
            ballot.say(sentence, noun, contestant, "seatsHeld", count, verb)
        else:
            ballot.say(sentence, noun, contestant, "seatsWon", count, verb)
            write_rank_beside(ballot, sentence, noun, contestant)


def _who(ballot: Ballot, sentence: Sentence, noun: Token) -> Iterator[tuple[Ref, bool, int]]:
    """Whose seats they are, whether they were held before, and the word that tells it."""
    above = sentence.tokens[noun.head]
    if noun.dep == "dobj" and above.pos == "VERB":
        held = above.lemma in _HOLDING and _earlier(sentence, above)
        if above.lemma in _WINNING | _HOLDING:
            yield from ((ref, held, above.i) for ref in ballot.subjects(sentence, above))
    elif (
        noun.dep == "pobj"
        and above.lemma == "with"
        and (owner_ref := ballot.contestant(sentence, above.head))
    ):
        yield owner_ref, False, noun.i  # "the Front, with 20 seats, will"
    elif noun.dep == "pobj" and above.lemma == "with":
        verb = next((t for t in trees.ancestors(sentence, above.i) if t.pos == "VERB"), None)
        while verb is not None:
            contestants = list(ballot.subjects(sentence, verb))
            if contestants:
                yield from ((ref, False, verb.i) for ref in contestants)
                return
            verb = sentence.tokens[verb.head] if verb.dep in {"advcl", "conj", "xcomp"} else None
    elif owners := trees.below(sentence, noun.i, "poss"):
        owned = (ballot.contestant(sentence, owner.i) for owner in owners)
        held = any(t.lemma in _BEFORE for t in trees.below(sentence, noun.i, "amod"))
        yield from ((ref, held, noun.i) for ref in owned if ref is not None)
    elif _in_parenthesis(sentence, noun.i):
        owner = _before_parenthesis(ballot, sentence, noun.i)
        if owner is not None:
            yield owner, False, noun.i


def _earlier(sentence: Sentence, verb: Token) -> bool:
    """ "In the previous parliament, they held 48"."""
    return any(
        child.lemma in _BEFORE
        for t in trees.objects_of(sentence, verb.i, "in", "during", "under")
        for child in trees.below(sentence, t.i, "amod")
    )


def _fell(ballot: Ballot, sentence: Sentence, noun: Token) -> bool:
    """ "shrank from forty-eight to nineteen seats": the parser hangs the first number on the second."""
    verb = next((t for t in trees.ancestors(sentence, noun.i) if t.lemma in _FALLING), None)
    if verb is None:
        return False
    between = sentence.tokens[verb.i + 1 : noun.i]
    words = [t.lemma for t in between]
    if "to" not in words:
        return False
    to = words.index("to")
    after = numbers.value_of(between[to + 1 :])
    before = numbers.value_of(between[words.index("from") + 1 : to]) if "from" in words[:to] else None
    refs = list(ballot.subjects(sentence, verb))
    for ref in refs:
        for predicate, value in (("seatsWon", after), ("seatsHeld", before)):
            if value is not None:
                ballot.say(sentence, noun, ref, predicate, Count(value, Qualifier.EXACTLY), verb.i)
    return bool(refs)


# --------------------------------------------------------------------------- numbers without "seats"


def write_number(ballot: Ballot, sentence: Sentence, number: Token) -> None:
    """A number alone in parentheses, or held without its noun, where the sentence speaks of seats."""
    count = numbers.read_number(sentence, number.i)
    if count is None or count.value > 2000 or re.fullmatch(r"(1[89]|20)\d\d", number.text):
        return
    speaks = any(t.lemma in _SPEAKING for s in _and_before(ballot, sentence) for t in s.tokens)
    inside = _in_parenthesis(sentence, number.i)
    if inside and any(t.lemma == "seat" for t in sentence.tokens) and number.dep != "nummod":
        ref = _before_parenthesis(ballot, sentence, number.i)
        if ref is not None:
            ballot.say(sentence, number, ref, "seatsWon", count, number.i)
    elif number.dep == "dobj" and speaks and sentence.tokens[number.head].lemma in _HOLDING | _WINNING:
        verb = sentence.tokens[number.head]
        predicate = "seatsHeld" if _earlier(sentence, verb) else "seatsWon"
        for ref in ballot.subjects(sentence, verb):
            ballot.say(sentence, number, ref, predicate, count, verb.i)
    elif number.dep == "pobj" and sentence.tokens[number.head].lemma == "with":
        _ranked(ballot, sentence, number, count)


def _and_before(ballot: Ballot, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence and the one before it in its paragraph: "won 58 seats. Kasim took 31."."""
    yield sentence
    before = ballot.scribe.discourse.sentences[max(0, sentence.index - 1)]
    if before.paragraph == sentence.paragraph and any(t.lemma == "seat" for t in before.tokens):
        yield before


def _ranked(ballot: Ballot, sentence: Sentence, number: Token, count: Count) -> None:
    """ "came first with 58", "Kasim second with 31": the number after a rank."""
    before = sentence.tokens[max(0, number.head - 1)]
    verb = next((t for t in trees.ancestors(sentence, number.i) if t.lemma in _COMING), None)
    phrase = next(
        (p for p in ballot.scribe.discourse.phrases_of(sentence.index) if p.last == before.i - 1), None
    )
    if before.text.lower() in ORDINALS and phrase is not None:
        ref = ballot.contestant(sentence, phrase.head)
        if ref is not None:
            ballot.say(sentence, number, ref, "seatsWon", count, number.i)
            write_rank(ballot, sentence, number, ref, before)
    elif verb is not None and any(t.text.lower() in ORDINALS for t in sentence.tokens[verb.i : number.i]):
        for ref in ballot.subjects(sentence, verb):
            ballot.say(sentence, number, ref, "seatsWon", count, verb.i)
            write_rank_beside(ballot, sentence, number, ref)


def _in_parenthesis(sentence: Sentence, position: int) -> bool:
    before = [t.text for t in sentence.tokens[:position] if t.text in "()"]
    return bool(before) and before[-1] == "("


def _before_parenthesis(ballot: Ballot, sentence: Sentence, position: int) -> Ref | None:
    """Whom a number in parentheses belongs to: the party named before it, through "led by X"."""
    scribe = ballot.scribe
    open_ = max(t.i for t in sentence.tokens[:position] if t.text == "(")
    phrases = [p for p in scribe.discourse.phrases_of(sentence.index) if p.kind != "pronoun"]
    before = [p for p in phrases if p.last < open_]
    inside = [p for p in phrases if open_ < p.first < position]
    near = max(inside or before, key=lambda p: p.last, default=None)
    if near is None or open_ - near.last > _AFAR and not inside:
        return None
    ref = scribe.discourse.at(sentence.index, near.head)
    if ref is None:
        return None
    if scribe.is_a(ref, "Person") or near.kind == "nominal" and scribe.type(ref) not in _LISTS:
        listed = _list_before(ballot, sentence, before, near)
        ref = listed or ref
    return ref if ballot.contests(ref) else None


def _list_before(ballot: Ballot, sentence: Sentence, before: list[Phrase], near: Phrase) -> Ref | None:
    """ "a second party, led by Kasim (34)": the seats are the party's."""
    for phrase in sorted(before, key=lambda p: -p.last):
        ref = ballot.scribe.discourse.at(sentence.index, phrase.head)
        parted = any(t.text == ";" for t in sentence.tokens[phrase.last : near.first])
        if phrase.first < near.first and ref is not None and not parted and ballot.scribe.type(ref) in _LISTS:
            return ref
    return None
