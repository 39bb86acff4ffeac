"""Verbs and nouns that tell of an event: "shot down", "took office", "drone attack"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph.language import lexicons, trees
from graph.model import Sentence


class Trigger(NamedTuple):
    """What a verb or noun of the event list tells of: the class of the event and the roles around the word."""

    lemma: str
    cls: str
    kind: str
    subject: str
    """Role of the subject, or of a noun's possessor; "" where it has none."""
    object: str
    """Role of the object, or of the noun before a noun."""
    preps: dict[str, str]
    """Preposition -> role of what stands after it."""


def verb_trigger(sentence: Sentence, verb: int) -> Trigger | None:
    """The row of a verb with its particle, preposition or fixed object: "shot down", "called for", "took office"."""
    for row in _by_first_word().get(sentence.tokens[verb].lemma, ()):
        rest = row.lemma.split()[1:]
        if not rest:
            return row
        near = {t.lemma for t in trees.below(sentence, verb) if not _of_time(sentence, t.i)}
        under = {
            t.lemma
            for child in trees.below(sentence, verb, "prep", "dobj")
            for t in trees.below(sentence, child.i)
        }
        if rest[0] in near and near | under | {"the"} >= set(rest):
            return row
    return None


def _of_time(sentence: Sentence, preposition: int) -> bool:
    """ "called on Monday" is no calling on somebody."""
    return any(t.ent[2:] in {"DATE", "TIME"} for t in trees.below(sentence, preposition, "pobj"))


def noun_trigger(sentence: Sentence, noun: int) -> Trigger | None:
    """The row of a noun with the words before it: "drone attack", "assassination attempt"."""
    token, rows = sentence.tokens[noun], _by_last_word()
    beside = trees.below(sentence, noun, "compound", "amod")
    before = {word for t in beside for word in (t.lemma, t.text.lower())}
    for row in rows.get(token.lemma) or rows.get(token.text.lower()) or ():
        if before >= set(row.lemma.split()[:-1]):
            return row
    return None


@cache
def _by_first_word() -> dict[str, list[Trigger]]:
    """Verbs by their first word, the longest row first."""
    return _by_word("verb", 0)


@cache
def _by_last_word() -> dict[str, list[Trigger]]:
    """Nouns by their last word, the longest row first."""
    return _by_word("noun", -1)


def _by_word(pos: str, at: int) -> dict[str, list[Trigger]]:
    found: dict[str, list[Trigger]] = {}
    for row in lexicons.triggers().values():
        if row.pos == pos:
            trigger = Trigger(
                row.lemma, row.type, row.kind, row.subject or "", row.object or "", dict(row.preps)
            )
            found.setdefault(row.lemma.split()[at], []).append(trigger)
    return {word: sorted(rows, key=lambda row: -len(row.lemma.split())) for word, rows in found.items()}
