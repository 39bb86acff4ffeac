"""At which place a contestant came: "the largest bloc", "fifth with 17 seats", "the big winner was Nur"."""

from __future__ import annotations

import re

from graph.claims.ballot import Ballot
from graph.language import trees
from graph.language.names import fold
from graph.model import Ref, Sentence, Token

_ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}


def write_rank_beside(ballot: Ballot, sentence: Sentence, noun: Token, contestant: Ref) -> None:
    """ "won 73 seats, the largest bloc", "coming in fifth with 17 seats"."""
    text = fold(" ".join(t.text for t in sentence.tokens[max(0, noun.i - 9) : noun.i + 14]))
    rank = 1 if re.search(r"\blargest (bloc|block|party|share|number)\b", text) else None
    match = re.search(r"\b(?:com(?:e|es|ing)|came|finish(?:ed|ing)) (?:in )?(\w+)\b", text)
    if match and match[1] in _ORDINALS:
        rank = _ORDINALS[match[1]]
    if rank is not None:
        ballot.rank(sentence, noun.i, contestant, rank, rule="results: rank", confidence=0.8)


def write_winners(ballot: Ballot, sentence: Sentence) -> None:
    """ "The big winner was Nur"."""
    for token in sentence.tokens:
        tied = token.dep in {"nsubj", "attr"} and sentence.tokens[token.head].lemma == "be"
        if token.lemma != "winner" or token.tag != "NN" or not tied:
            continue
        for thing in trees.below(sentence, token.head, "attr" if token.dep == "nsubj" else "nsubj"):
            named = trees.first_below(sentence, thing.i, "appos")
            places = [thing.i, *([named.i] if named else [])]
            ref = next((r for at in places if (r := ballot.contestant(sentence, at)) is not None), None)
            if ref is not None:
                ballot.rank(sentence, token.i, ref, 1, rule="results: winner", confidence=0.7)
