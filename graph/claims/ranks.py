"""Who won and who lost: "the largest bloc", "fifth with 17 seats", "the big winner was Nur", "Kasim lost"."""

from __future__ import annotations

import re

from graph.claims.ballot import Ballot
from graph.language import trees
from graph.language.names import fold
from graph.model import Ref, Sentence, Token

ORDINALS = {
    w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
}
_DECIDED = frozenset({"win", "lose"})
_WATCHING = frozenset("monitor observe oversee supervise".split())
_VOTES = frozenset("election vote poll polling ballot runoff referendum primary".split())
_NEAR = 1
"""So many sentences away, an election lets "lost" alone mean that somebody lost it."""


def write_rank_beside(ballot: Ballot, sentence: Sentence, noun: Token, contestant: Ref) -> None:
    """ "won 73 seats, the largest bloc", "coming in fifth with 17 seats"."""
    text = fold(" ".join(t.text for t in sentence.tokens[max(0, noun.i - 9) : noun.i + 14]))
    rank = 1 if re.search(r"\blargest (bloc|block|party|share|number)\b", text) else None
    match = re.search(r"\b(?:com(?:e|es|ing)|came|finish(?:ed|ing)) (?:in )?(\w+)\b", text)
    if match and match[1] in ORDINALS:
        rank = ORDINALS[match[1]]
    if rank is not None:
        ballot.rank(sentence, noun.i, contestant, rank, rule="results: rank", confidence=0.8)


def write_rank(ballot: Ballot, sentence: Sentence, number: Token, contestant: Ref, ordinal: Token) -> None:
    """ "Kasim second with 31": the rank that an ordinal names."""
    rank = ORDINALS[ordinal.text.lower()]
    ballot.rank(sentence, number.i, contestant, rank, rule="results: rank", confidence=0.75)


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
                ballot.part(sentence, token.i, ref, rule="results: winner")


def write_outcomes(ballot: Ballot, sentence: Sentence) -> None:
    """ "Nur won the election", "Kasim lost": whoever wins or loses took part; seats are told elsewhere."""
    for token in sentence.tokens:
        if token.lemma not in _DECIDED or token.pos != "VERB" or trees.is_passive(sentence, token.i):
            continue
        things = [*trees.below(sentence, token.i, "dobj"), *trees.objects_of(sentence, token.i, "in")]
        bare = not trees.below(sentence, token.i, "dobj", "prep", "xcomp", "ccomp", "advcl")
        told = any(t.lemma in _VOTES for t in things) or bare and ballot.beside(sentence, _NEAR)
        for ref in ballot.subjects(sentence, token) if told else ():
            if ballot.scribe.named(ref):
                ballot.part(sentence, token.i, ref, rule=f"results: {token.lemma}")
                if token.lemma == "win" and any(t.lemma in _VOTES and t.dep == "dobj" for t in things):
                    ballot.rank(sentence, token.i, ref, 1, rule="results: won", confidence=0.7)


def write_watchers(ballot: Ballot, sentence: Sentence) -> None:
    """ "The polls were monitored by the League"."""
    for token in sentence.tokens:
        if token.lemma not in _WATCHING or token.pos != "VERB":
            continue
        passive = trees.is_passive(sentence, token.i)
        votes = trees.below(sentence, token.i, "nsubjpass" if passive else "dobj")
        watchers = (
            trees.objects_of(sentence, token.i, "by") if passive else trees.below(sentence, token.i, "nsubj")
        )
        for watcher in watchers if any(t.lemma in _VOTES for t in votes) else ():
            ref = ballot.scribe.actor(sentence, watcher.i)
            if ref is not None and ballot.scribe.named(ref):
                ballot.part(sentence, token.i, ref, rule="results: watched by")
