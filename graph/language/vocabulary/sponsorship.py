"""Ties between actors in the words before a noun: "X-backed", "pro-X", "X proxy"."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from graph.language import lexicons, trees
from graph.language.vocabulary import wording
from graph.language.vocabulary.states import capital, state_of_word
from graph.model import Sentence

# Nouns that are somebody's: "X's proxy", "puppets of X". Source: own list.
_PROXIES = frozenset({"proxy", "puppet", "surrogate"})


class Tie(NamedTuple):
    """What "X-backed", "pro-X", "X proxy" says of the noun it stands before."""

    predicate: str
    at: int
    """Position of X."""
    text: str
    code: str
    """Code of X where X is a state or its adjective."""


def ties(sentence: Sentence, head: int) -> list[Tie]:
    """The ties in the compound adjectives before a noun: "X-backed", "pro-X", "anti-X", "X proxy"."""
    return [*_compounds(sentence, head), *_proxies(sentence, head)]


def _compounds(sentence: Sentence, head: int) -> list[Tie]:
    """ "X-backed militia", "anti-X front"."""
    suffixes, prefixes = _forms("suffix"), _forms("prefix")
    tokens, found = sentence.tokens, []
    for i in (i for i in trees.subtree(sentence, head) if i < head):
        word = tokens[i].text.lower()
        if i >= 2 and tokens[i - 1].text == "-" and word in suffixes:
            predicate, at = suffixes[word], i - 2
        elif word in prefixes and i + 2 < head and tokens[i + 1].text == "-":
            predicate, at = prefixes[word], i + 2
        else:
            continue
        if predicate:
            found.append(_tie(sentence, predicate, at))
    return found


def _proxies(sentence: Sentence, head: int) -> list[Tie]:
    """ "X proxy", "X's proxy", "a puppet of X", "X proxy militia"."""
    beside = trees.below(sentence, head, "compound", "amod")
    if sentence.tokens[head].lemma not in _PROXIES and not any(t.lemma == "proxy" for t in beside):
        return []
    owners = [*trees.below(sentence, head, "poss", "amod"), *trees.objects_of(sentence, head, "of")]
    told = [(owner, _tie(sentence, "sponsoredBy", owner.i)) for owner in owners]
    return [tie for owner, tie in told if tie.code or owner.dep in {"poss", "pobj"}]


def _tie(sentence: Sentence, predicate: str, at: int) -> Tie:
    """The tie to the name that ends at a position: its compounds belong to it."""
    tokens, first = sentence.tokens, at
    while (
        first > 0 and tokens[first - 1].dep == "compound" and tokens[first - 1].head in {at, tokens[at].head}
    ):
        first -= 1
    text = wording.printed(tokens[first : at + 1])
    code = state_of_word(text) or state_of_word(tokens[at].text) or capital(tokens[at].text)
    return Tie(predicate, at, text, code)


@cache
def _forms(kind: str) -> dict[str, str | None]:
    """Words of the suffixes or prefixes, hyphens off, with what they say (None: nothing)."""
    return {tie.form.strip("-"): tie.predicate for tie in lexicons.ties().values() if tie.kind == kind}
