"""The times that stand with a verb: "said on Friday", "told a rally Friday", "said in a December interview"."""

from __future__ import annotations

from graph.language import dates, trees
from graph.model import Sentence, TimeExpression, Token

_ON = frozenset("on in at during early late this last".split())
"""Prepositions of when and on what occasion: "after a vote on Friday" may be said later, "of the vote on Friday" too."""
_BESIDE = frozenset({"npadvmod", "advmod", "tmod"})
_WITHIN = frozenset({"compound", "nmod", "amod", "nummod", "poss", "appos", "punct", "pobj", "npadvmod", "nounmod"})
"""Dependencies by which the words of a time hang together, and by which it belongs to an occasion."""
_STEPS = 8


def times_with(sentence: Sentence, text: str, verb: int) -> tuple[TimeExpression, ...]:
    """The times of a verb's own clause, of the verb that it is joined to, or that it trails behind.

    `text` holds the words of the sentence as printed.
    """
    told = dates.time_expressions(text, sentence.start)
    if not told:
        return ()
    token = sentence.tokens[verb]
    for _ in range(_STEPS):
        own = tuple(time for time in told if _verb_of(sentence, time) == token.i)
        above = sentence.tokens[token.head]
        trails = token.dep == "conj" or token.tag == "VBG" and token.dep in {"advcl", "acl"}
        if own or not trails or above.i == token.i or above.pos != "VERB":
            return own
        token = above
    return ()


def _verb_of(sentence: Sentence, time: TimeExpression) -> int | None:
    """The verb that words of time stand with; none where something else has them: "the attack on Friday"."""
    inside = [t for t in sentence.tokens if time.start <= t.start < time.end]
    if not inside:
        return None
    token: Token = min(inside, key=lambda t: sum(1 for _ in trees.ancestors(sentence, t.i)))
    for _ in range(_STEPS):
        above = sentence.tokens[token.head]
        if above.pos in {"VERB", "AUX"}:
            return above.i if token.dep in _BESIDE or token.dep == "prep" and token.lemma in _ON else None
        if token.dep == "prep" and token.lemma not in _ON:
            return None
        if token.dep not in _WITHIN and token.dep != "prep" or above.i == token.i:
            return None
        token = above
    return None
