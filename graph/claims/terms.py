"""Nouns for the time in an office as the post itself: "assumed the premiership", "resigned from the chancellorship"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.language import trees, vocabulary
from graph.model import Sentence, Token

_TAKING = frozenset("assume hold occupy win regain retain inherit clinch secure take seize".split())
_LEAVING = frozenset("relinquish vacate quit resign abdicate".split())
_RAISING = frozenset("elect appoint name raise elevate restore return".split())
"""Verbs with a post as what is had, given up or given. Source: own list."""
_BY_PREPOSITION = frozenset(
    {
        *(("to", verb) for verb in _RAISING),
        *(("from", verb) for verb in ("resign", "step", "retire", "remove")),
    }
)
"""Prepositions before a post, with the verbs that they follow."""


def deciding_verb(sentence: Sentence, position: int) -> Token | None:
    """The verb by which somebody comes to the post or leaves it."""
    token = sentence.tokens[position]
    if vocabulary.office_of_term(token) is None:
        return None
    above = sentence.tokens[token.head]
    if token.dep == "dobj" and above.lemma in _TAKING | _LEAVING:
        return above
    verb = sentence.tokens[above.head]
    if token.dep == "pobj" and (above.lemma, verb.lemma) in _BY_PREPOSITION:
        return verb
    return None


def takers(sentence: Sentence, position: int) -> Iterator[tuple[int, bool]]:
    """Positions of the words for whoever comes to the post, and whether he leaves it."""
    verb = deciding_verb(sentence, position)
    if verb is None:
        return
    leaves = verb.lemma in _LEAVING or sentence.tokens[sentence.tokens[position].head].lemma == "from"
    given = verb.lemma in _RAISING | {"remove"}
    whom = trees.below(sentence, verb.i, "dobj", "nsubjpass") if given else []
    for person in whom or trees.below(sentence, verb.i, "nsubj"):
        yield person.i, leaves
