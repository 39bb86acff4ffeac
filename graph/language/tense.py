"""Tense as the auxiliaries and endings of a clause tell it: behind, at or ahead of the time of telling."""

from __future__ import annotations

from graph.language import trees
from graph.model import SegmentKind, Sentence, Tense, Token

WILL = frozenset("will shall 'll wo".split())
_OPEN = frozenset("may might can should must ought".split())
"""Modals of what is open when it is told: what they put may come, and has not come yet."""
_BENT = frozenset("would could 'd".split())
"""Modals that stand for any time: a past future, a wish, a condition."""
_PAST, _NOW = frozenset({"VBD"}), frozenset({"VBZ", "VBP"})
_HEADS = frozenset({SegmentKind.HEADLINE, SegmentKind.DEK})
_STEPS = 8
"""So many words are climbed from a word to the verb that dates it; news nests less deep."""


def clause_tense(sentence: Sentence, position: int) -> tuple[Tense, int] | None:
    """The tense of the clause that a word stands in, and the position of the verb that shows it.

    A participle or an infinitive has that of the clause around it, but "will dismiss the judge investigating it" is
    of an inquiry that goes on. A past participle that stands for a relative clause ("a drone launched from the
    hills") and one that stands for a headline's verb is past.
    """
    token = sentence.tokens[position]
    beside = False
    for _ in range(_STEPS):
        if token.pos in {"VERB", "AUX"} or token.tag.startswith("VB"):
            own = verb_tense(sentence, token)
            if own is not None:
                return (Tense.PRESENT if beside and own is Tense.FUTURE else own), token.i
            if _bent(sentence, token):
                return None
            beside = beside or token.dep == "acl" and token.tag == "VBG"
        if token.head == token.i:
            return None
        token = sentence.tokens[token.head]
    return None


def verb_tense(sentence: Sentence, verb: Token) -> Tense | None:
    """The tense of a verb with its own auxiliaries; nothing for a bare infinitive or present participle."""
    auxiliaries = trees.below(sentence, verb.i, "aux", "auxpass")
    words = {t.text.lower() for t in auxiliaries}
    if words & WILL:
        return Tense.FUTURE
    have = any(t.lemma == "have" for t in auxiliaries)
    if words & _BENT:
        return None
    if words & _OPEN:
        return Tense.PAST if have else Tense.FUTURE
    tags = {t.tag for t in auxiliaries} or {verb.tag}
    if have or tags & _PAST:
        return Tense.PAST
    if tags & _NOW:
        if verb.lemma == "go" and verb.tag == "VBG" and trees.below(sentence, verb.i, "xcomp"):
            return Tense.FUTURE  # "is going to meet"
        return Tense.PRESENT
    if verb.tag == "VBN" and (verb.dep == "acl" or verb.dep == "ROOT" and sentence.segment in _HEADS):
        return Tense.PAST
    return None


def _bent(sentence: Sentence, verb: Token) -> bool:
    return any(t.text.lower() in _BENT for t in trees.below(sentence, verb.i, "aux"))
