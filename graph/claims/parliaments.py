"""How large a parliament is, and how many seats are a majority in it."""

from __future__ import annotations

import re

from graph.claims.scribe import Scribe
from graph.language import numbers, trees
from graph.model import Qualifier, Ref, Sentence, Token

_NEAR = 6
"""So many sentences around, the parliament that a majority is of may be named."""


def write_majority(scribe: Scribe, sentence: Sentence, noun: Token) -> bool:
    """ "165 seats are needed for a majority in parliament": whether the seats are that number."""
    count = numbers.count_at(sentence, noun.i)
    verb = sentence.tokens[noun.head]
    near = {t.lemma for t in sentence.tokens[noun.i : noun.i + 9]}
    if count is None or verb.lemma not in {"need", "require", "be"} or "majority" not in near:
        return False
    body = _legislature(scribe, sentence)
    if body is not None:
        scribe.say(
            sentence, noun.i, body, "majorityThreshold", value=count.value, qualifier=count.qualifier,
            rule="results: seats needed",
        )  # fmt: skip
    return True


def write_sizes(scribe: Scribe, sentence: Sentence) -> None:
    """ "the 329-seat parliament"."""
    for phrase in scribe.discourse.phrases_of(sentence.index):
        ref = scribe.discourse.at(sentence.index, phrase.head)
        if phrase.kind == "pronoun" or ref is None or scribe.type(ref) != "Legislature":
            continue
        first = min(trees.subtree(sentence, phrase.head)[0], phrase.first)
        words = " ".join(t.text for t in sentence.tokens[first : phrase.last + 1])
        match = re.search(r"\b(\d{2,4}) ?-? ?(?:seat|member)\b", words)
        if match:
            scribe.say(
                sentence, phrase.head, ref, "seatCount", value=int(match[1]), qualifier=Qualifier.EXACTLY, nominal=True,
                quote=(sentence.tokens[first].start, phrase.end), rule="results: size of a parliament",
            )  # fmt: skip


def write_seats_of_house(scribe: Scribe, sentence: Sentence, noun: Token) -> None:
    """ "31 of the 140 seats in the National Assembly", "the chamber's 60 seats", "the assembly has 140 seats"."""
    above = sentence.tokens[noun.head]
    definite = any(t.lemma == "the" for t in trees.below(sentence, noun.i, "det"))
    parted = noun.dep == "pobj" and above.lemma == "of" and sentence.tokens[above.head].pos == "NUM"
    things = trees.below(sentence, noun.i, "poss")
    if definite or parted:
        things += trees.objects_of(sentence, noun.i, "in", "of")
        after = sentence.tokens[noun.i + 1 : noun.i + 2]
        things += [t for p in after if p.lemma == "in" for t in trees.below(sentence, p.i, "pobj")]
    if noun.dep == "dobj" and above.lemma in {"have", "count", "comprise"}:
        things += trees.below(sentence, above.i, "nsubj")
    number = trees.first_below(sentence, noun.i, "nummod")
    count = numbers.read_number(sentence, number.i) if number is not None else None
    for thing in things if count is not None else ():
        body = scribe.actor(sentence, thing.i)
        if count is not None and body is not None and scribe.type(body) == "Legislature":
            first, last = sorted((noun, thing), key=lambda t: t.i)
            start = min(first.start, number.start if number is not None else first.start)
            scribe.say(
                sentence, noun.i, body, "seatCount", value=count.value, qualifier=count.qualifier,
                nominal=noun.dep != "dobj", quote=(start, last.end), rule="results: seats of a parliament",
                confidence=0.85,
            )  # fmt: skip


def _legislature(scribe: Scribe, sentence: Sentence) -> Ref | None:
    """The parliament of this sentence, else one told of nearby."""
    found = [
        (p.sentence != sentence.index, ref)
        for number in range(sentence.index - _NEAR, sentence.index + _NEAR + 1)
        for p in scribe.discourse.phrases_of(number)
        if p.kind != "pronoun"
        and (ref := scribe.discourse.at(p.sentence, p.head)) is not None
        and scribe.type(ref) == "Legislature"
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None
