"""Negation of a clause: "did not", "never", "no group has", "neither X nor Y", "hardly anyone"."""

from __future__ import annotations

from graph.language import trees
from graph.model import Sentence, Token

_NEGATORS = frozenset({"no", "never", "neither", "hardly", "scarcely", "barely"})
_NOBODY = frozenset({"nobody", "none", "neither", "nothing", "nowhere", "no-one"})
_MORE = frozenset({"fewer", "less", "more", "longer", "later"})
_INSTEAD = frozenset({("instead", "of"), ("rather", "than")})
_INSIDE = frozenset("ADV ADJ DET PART AUX NUM".split())
"""Parts of speech that stand between "instead of" and the word that it is about."""
_ONLY = frozenset({"only", "just", "merely", "alone"})


def negated(sentence: Sentence, head: int) -> bool:
    """Whether the clause under this word is negated, an even number of times not counted."""
    found = False
    for child in trees.below(sentence, head):
        if child.dep in {"neg", "preconj"} or child.dep in {"det", "advmod", "intj"}:
            plain = child.dep == "neg" or child.lemma in _NEGATORS
            found ^= plain and not _only(sentence, child) and not _compared(sentence, child.i)
    things = trees.below(sentence, head, "nsubj", "nsubjpass")
    if any(nobody(sentence, thing) for thing in things) or _without_object(sentence, head):
        found = not found
    return found


def instead(sentence: Sentence, word: Token) -> bool:
    """Whether something else is done: "arrest them instead of summarily killing them", "rather than attack Lima"."""
    at = word.i
    while at > 0 and sentence.tokens[at - 1].pos in _INSIDE and sentence.tokens[at - 1].lemma != "rather":
        at -= 1
    before = tuple(t.lemma for t in sentence.tokens[max(0, at - 2) : at])
    return before in _INSTEAD or word.dep == "conj" and _joined(sentence, word)


def _joined(sentence: Sentence, verb: Token) -> bool:
    """ "chose to arrest rather than to kill", with other words between."""
    between = [t.lemma for t in sentence.tokens[verb.head + 1 : verb.i]]
    return "instead" in between or "rather" in between and "than" in between


def nobody(sentence: Sentence, token: Token) -> bool:
    """ "nobody", "no group", "none of them", "hardly anyone", "few people" """
    if token.text.lower() in _NOBODY or token.text.lower() == "few" and not _some(sentence, token):
        return True
    return any(
        (child.lemma in _NEGATORS or child.lemma == "few" and not _some(sentence, token))
        and not _compared(sentence, child.i)
        for child in trees.below(sentence, token.i, "det", "amod", "advmod", "preconj", "cc:preconj")
    )


def _some(sentence: Sentence, token: Token) -> bool:
    """ "a few", "the few": some there are."""
    return bool(trees.below(sentence, token.i, "det", "poss"))


def _without_object(sentence: Sentence, head: int) -> bool:
    """ "has no ties", "hit no house", "had nothing to do with it"."""
    things = trees.below(sentence, head, "dobj", "attr")
    return any(t.text.lower() == "nothing" for t in things) or any(
        child.lemma == "no" and not _compared(sentence, child.i)
        for thing in things
        for child in trees.below(sentence, thing.i, "det")
    )


def _compared(sentence: Sentence, position: int) -> bool:
    """ "no fewer than two" is a number, no negation."""
    after = sentence.tokens[position + 1] if position + 1 < len(sentence.tokens) else None
    return after is not None and after.text.lower() in _MORE - {"longer", "later"}


def _only(sentence: Sentence, token: Token) -> bool:
    """ "not only attacked Lima but": it did."""
    after = sentence.tokens[token.i + 1] if token.i + 1 < len(sentence.tokens) else None
    return after is not None and after.text.lower() in _ONLY
