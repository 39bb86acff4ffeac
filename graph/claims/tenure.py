"""Since when, until when or when somebody holds an office, where the words beside it tell.

| form | example |
| --- | --- |
| since | has been president since 2019; the premier since May |
| entry | became president in 2019; was elected president in May |
| length | has been president for three years; in her past two years as premier |
| until | was president until 2019 |
| at | was president in 2019 |
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from graph.language import dates, trees
from graph.language.numbers import read_number
from graph.model import Sentence, TimeExpression, Token

_ENTRIES = frozenset("become appoint name elect install inaugurate swear".split())
"""Verbs of coming into an office, which the time beside them dates."""
_UNITS = frozenset("day week month year".split())
_UNTIL_NOW = frozenset({"past", "last"})
_ROLES: dict[str, Literal["at", "until"]] = {"until": "until", "till": "until", "in": "at"}
"""Prepositions before a time that is no beginning, and what it is."""

Bound = tuple[TimeExpression, Literal["at", "since", "until"]]


def bound(sentence: Sentence, office: int) -> Bound | None:
    """When the holding of the office at this word began or ended, or a time when it was so."""
    for word in _words_of_holding(sentence, sentence.tokens[office]):
        began = _length(sentence, word) or _since(sentence, word)
        if began is not None:
            return began, "since"
        for child in trees.below(sentence, word.i, "prep"):
            role = _ROLES.get(child.lemma)
            told = _time_in(sentence, child) if role is not None else None
            if role is not None and told is not None:
                return told, role
    return None


def _words_of_holding(sentence: Sentence, office: Token) -> Iterator[Token]:
    """The office, and the verb or the noun for a time that ties it to its holder."""
    first = sentence.tokens[trees.first_conjunct(sentence, office.i)]
    above = sentence.tokens[first.head]
    yield first
    if above.lemma == "as":
        above = sentence.tokens[above.head]
        yield above
    elif first.dep in {"attr", "oprd", "dobj"}:
        yield above


def _since(sentence: Sentence, word: Token) -> TimeExpression | None:
    """ "since 2019"; after a verb of entry also "in 2019", "on Monday", "last year"."""
    entry = word.lemma in _ENTRIES
    for child in trees.below(sentence, word.i, "prep", "npadvmod"):
        dated = child.lemma == "since" or entry and (child.dep == "npadvmod" or child.lemma in {"in", "on"})
        found = _time_in(sentence, child) if dated else None
        if found is not None:
            return found
    return None


def _time_in(sentence: Sentence, top: Token) -> TimeExpression | None:
    """The first time in the words below a word."""
    inside = trees.subtree(sentence, top.i)
    first, last = sentence.tokens[inside[0]], sentence.tokens[inside[-1]]
    text = _printed(sentence, first, last)
    return next(iter(dates.time_expressions(text, first.start)), None)


def _length(sentence: Sentence, word: Token) -> TimeExpression | None:
    """ "past two years as premier", "has been premier for two years": so long ago it began."""
    if word.lemma in _UNITS:
        lasting = any(t.lemma in _UNTIL_NOW for t in trees.below(sentence, word.i, "amod"))
        return _ago(sentence, word) if lasting else None
    perfect = word.tag == "VBN" and any(
        t.text.lower() in {"has", "have"} for t in trees.below(sentence, word.i, "aux")
    )
    spans = trees.objects_of(sentence, word.i, "for") if perfect else []
    return next((found for t in spans if t.lemma in _UNITS and (found := _ago(sentence, t))), None)


def _ago(sentence: Sentence, unit: Token) -> TimeExpression | None:
    number = trees.first_below(sentence, unit.i, "nummod")
    count = read_number(sentence, number.i) if number is not None else None
    if number is None or count is None or not 0 < count.value < 100:
        return None
    text = _printed(sentence, number, unit)
    return TimeExpression(number.start, unit.end, text, f"ago:{count.value}:{unit.lemma}")


def _printed(sentence: Sentence, first: Token, last: Token) -> str:
    """The words from one to the other as they are printed, without the space behind them."""
    words = sentence.tokens[first.i : last.i + 1]
    return "".join(t.text + " " * t.space for t in words).rstrip()
