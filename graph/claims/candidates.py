"""Who stands in an election: "Nur ran for parliament", "the list stands in the election", "Kasim didn't run"."""

from __future__ import annotations

from graph.claims.ballot import Ballot
from graph.language import trees
from graph.model import Sentence

_STANDING = frozenset("run stand compete contest".split())
_SOUGHT = frozenset(
    "election office parliament president presidency seat congress senate assembly premiership mayor".split()
)
_NEAR = 3
"""So many sentences away, an election lets "ran" alone mean that somebody stood in it."""


def write_candidates(ballot: Ballot, sentence: Sentence) -> None:
    """All candidates of a sentence."""
    for token in sentence.tokens:
        if token.lemma not in _STANDING or token.pos != "VERB" or trees.below(sentence, token.i, "prt"):
            continue
        things = trees.objects_of(sentence, token.i, "for", "in")
        sought = any(t.lemma in _SOUGHT for t in [*things, *trees.below(sentence, token.i, "dobj")])
        bare = not things and not trees.below(sentence, token.i, "dobj", "prep") and token.lemma == "run"
        election = ballot.election(sentence)
        if election is None or not (sought or bare and ballot.beside(sentence, _NEAR)):
            continue
        for ref in ballot.subjects(sentence, token):
            ballot.scribe.say(
                sentence, token.i, ref, "candidateIn", object=election, rule="results: runs", confidence=0.75
            )
