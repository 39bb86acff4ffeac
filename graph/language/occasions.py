"""The times that stand with a verb: "said on Friday", "told a rally Friday", "said in a December interview"."""

from __future__ import annotations

from collections.abc import Container

from graph.language import dates, trees
from graph.model import Sentence, TimeExpression, Token

_WHEN = frozenset("on in at during early late this last".split())
"""Prepositions of when: "after a vote on Friday" may be said later, "of the vote on Friday" too."""
_AT = frozenset({"in", "at", "during"})
"""Those before an occasion, whose time is that of what is done there."""
_DURING = frozenset({"at", "during"})
_MEANWHILE = frozenset({"when", "as", "while"})
_BESIDE = frozenset({"npadvmod", "advmod", "tmod"})
_WITHIN = frozenset(
    {"compound", "nmod", "amod", "nummod", "poss", "appos", "punct", "pobj", "npadvmod", "nounmod"}
)
"""Dependencies by which the words of a time hang together, and by which it belongs to an occasion."""
_STEPS = 8


def times_with(
    sentence: Sentence, text: str, verb: int, apart: Container[int] = ()
) -> tuple[TimeExpression, ...]:
    """The times of a verb's own clause, of the verb that it is joined to, or that it trails behind.

    `text` holds the words of the sentence as printed. What stands at one of the positions `apart` has its time for
    itself ("held in the 2018 killing"), unless the verb's deed was done at it or during it.
    """
    told = dates.time_expressions(text, sentence.start)
    if not told:
        return ()
    token = sentence.tokens[verb]
    for _ in range(_STEPS):
        own = tuple(time for time in told if _verb_of(sentence, time, apart) == token.i)
        above = _joined_to(sentence, token)
        if own or above is None:
            return own
        token = above
    return ()


def _joined_to(sentence: Sentence, verb: Token) -> Token | None:
    """The verb whose time is the verb's too: "met Nur and said", "met Nur, saying", "met Nur when the crowd came"."""
    above = sentence.tokens[verb.head]
    trails = verb.tag == "VBG" and verb.dep in {"advcl", "acl"}
    marks = trees.below(sentence, verb.i, "mark", "advmod")
    own = bool(trees.below(sentence, verb.i, *trees.SUBJECTS))
    meanwhile = verb.dep == "advcl" and own and any(mark.lemma in _MEANWHILE for mark in marks)
    joined = verb.dep == "conj" and not own
    return above if (joined or trails or meanwhile) and above.pos == "VERB" else None


def _verb_of(sentence: Sentence, time: TimeExpression, apart: Container[int]) -> int | None:
    """The verb that words of time stand with; none where something else has them: "the attack on Friday"."""
    inside = [t for t in sentence.tokens if time.start <= t.start < time.end]
    if not inside:
        return None
    token: Token = min(inside, key=lambda t: sum(1 for _ in trees.ancestors(sentence, t.i)))
    occasion = False
    for _ in range(_STEPS):
        above = sentence.tokens[token.head]
        leads = token.dep == "prep" and token.lemma in (_AT if occasion else _WHEN)
        if above.pos in {"VERB", "AUX"}:
            return above.i if leads or token.dep in _BESIDE else None
        if not leads and token.dep not in _WITHIN or above.i == token.i:
            return None
        if token.i in apart and above.lemma not in _DURING:
            return None
        occasion = occasion or leads or token.pos == "NOUN" and token not in inside
        token = above
    return None
