"""Who charges something with a bare noun, and whether the author holds against it.

| form | example |
| --- | --- |
| verb | claimed fraud; complained of vote-rigging; said fraud had cost them seats |
| noun | Nur's claims of fraud |
| against | claimed fraud, although the vote had been watched |
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.language import trees, vocabulary
from graph.model import Sentence, Token

_CRYING = frozenset("cry declare denounce decry".split())
"""Verbs that charge what their object names, beside those of saying that it is so."""
_HOLDING_AGAINST = frozenset({"although", "though"})
_TIES = frozenset({"dobj", "pobj", "ccomp", "xcomp", "nsubj", "nsubjpass", "prep", "conj"})
_STEPS = 4


class Complaint(NamedTuple):
    """A word that charges something, who does so, and the clause that the author sets against it."""

    word: Token
    accusers: Sequence[Token]
    against: Token | None


def complaint(sentence: Sentence, noun: Token) -> Complaint | None:
    """The charge that a noun is the content of."""
    token = noun
    for _ in range(_STEPS):
        above = sentence.tokens[token.head]
        if token.dep not in _TIES or token.dep == "dobj" and not _charges(above):
            return None  # "claimed that he had committed fraud"
        token = above
        if _charges(token):
            own = trees.below(sentence, token.i, "poss") if token.pos == "NOUN" else []
            accusers = own or ([] if token.pos == "NOUN" else trees.subjects_of(sentence, token))
            return Complaint(token, accusers, _against(sentence, token)) if accusers else None
    return None


def _charges(word: Token) -> bool:
    if word.pos == "VERB" and word.lemma in _CRYING:
        return True
    report = vocabulary.reporting(word.lemma) if word.pos in {"VERB", "NOUN"} else None
    return report is not None and report.effect == "alleged"


def _against(sentence: Sentence, word: Token) -> Token | None:
    """The verb of "although the vote had been watched" beside a charge."""
    while word.dep in {"xcomp", "dobj", "conj"}:
        word = sentence.tokens[word.head]
    for clause in trees.below(sentence, word.i, "advcl"):
        if any(mark.lemma in _HOLDING_AGAINST for mark in trees.below(sentence, clause.i, "mark")):
            return clause
    return None
