"""What is done, or is not done, under pressure: to give way, or to stand firm.

"Released him after threats" tells of a release and of a concession; "did not release him despite the threats" tells
that there was none.
"""

from __future__ import annotations

from graph.language import trees
from graph.model import Frame, Sentence, Token

CONCESSION = "Concession"
_GIVING = frozenset("Release Withdrawal HandingBack Easing Departure Resignation".split())
"""Classes of what somebody can be brought to do."""
_PRESSURE = frozenset("pressure threat intimidation ultimatum blackmail coercion duress".split())
_BY = frozenset("after under amid amidst following".split())
_AGAINST = frozenset("despite".split())
"""Prepositions of what somebody stands firm against; what is done all the same is no giving way."""


def gives_way(sentence: Sentence, frame: Frame) -> bool:
    """Whether an act would be a giving way to the pressure that stands beside it."""
    if frame.noun or frame.cls not in _GIVING:
        return False
    negated = bool(trees.below(sentence, frame.at, "neg"))
    prepositions = _BY | _AGAINST if negated else _BY
    return any(
        child.lemma in prepositions and _of_pressure(sentence, child)
        for child in trees.below(sentence, frame.at, "prep")
    )


def _of_pressure(sentence: Sentence, preposition: Token) -> bool:
    """ "after threats", "under pressure", "after this effort at intimidation"."""
    things = trees.objects_of(sentence, preposition.head, preposition.lemma)
    inner = [t for thing in things for t in trees.objects_of(sentence, thing.i, "of", "at")]
    return any(t.lemma in _PRESSURE for t in (*things, *inner))
