"""When a post is held, where the words beside the verb or the office say it: "was premier in 2005", "leader since May"."""

from __future__ import annotations

from typing import Literal

from graph.language import dates, trees
from graph.model import Sentence, TimeExpression, Token

_ROLES: dict[str, Literal["at", "since", "until"]] = {"in": "at", "since": "since", "until": "until"}
"""Prepositions, and what a time after them says of a post."""


def tenure(
    sentence: Sentence, *heads: Token
) -> tuple[TimeExpression, Literal["at", "since", "until"]] | None:
    """The first time that hangs on one of the words by a preposition, and what it says."""
    for head in heads:
        for preposition in trees.below(sentence, head.i, "prep"):
            for thing in trees.below(sentence, preposition.i, "pobj"):
                words = sentence.tokens[preposition.i : max(trees.subtree(sentence, thing.i)) + 1]
                found = dates.time_expressions("".join(t.text + " " * t.space for t in words), words[0].start)
                role = _ROLES.get(preposition.lemma)
                if role and found and found[0].start <= thing.start < found[0].end:
                    return found[0], role
    return None
