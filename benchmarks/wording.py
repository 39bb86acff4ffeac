"""The words that a text has for a thing, as corpora write them."""

from __future__ import annotations

import re

from graph.language import trees
from graph.mentions.name import words
from graph.model import Discourse, Ref, Sentence

_WEIGHING = "powerful|strong|alleged|suspected|presumed|so-called|several|some"
_COUNTS = re.compile(
    rf"^(?:(?:at least|least|more than|about|around|nearly|over|many|various|numerous|another|other|{_WEIGHING}|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|\d+) )+",
    re.IGNORECASE,
)
_WEIGHT = re.compile(rf"^(?:(?:{_WEIGHING}) )+", re.IGNORECASE)
_BEFORE = frozenset("compound amod nmod nummod poss quantmod advmod case npadvmod punct".split())


def words_for(discourse: Discourse, sentence: Sentence, at: int, ref: Ref | None) -> str:
    """The words for what has no name; for a pronoun, the first that were used."""
    if sentence.tokens[at].pos not in {"NOUN", "PROPN"} and ref is not None:
        return first_words(discourse, ref) or phrase_at(sentence, at)
    return phrase_at(sentence, at)


def first_words(discourse: Discourse, ref: Ref) -> str:
    """The first common noun that speaks of an entity, with its phrase."""
    for phrase in discourse.phrases:
        if phrase.kind == "nominal" and ref in discourse.refs.get((phrase.sentence, phrase.head), ()):
            return phrase_at(discourse.sentences[phrase.sentence], phrase.head)
    return ""


def uncounted(text: str) -> str:
    """The words without the number before them, and without what only weighs them."""
    return _COUNTS.sub("", text)


def unweighed(text: str) -> str:
    """The words without what only weighs them: "alleged", "several"."""
    return _WEIGHT.sub("", text)


def phrase_at(sentence: Sentence, at: int, *, of: bool = True) -> str:
    """A noun with what stands before it, and with its "of"."""
    first = at
    while first and _belongs(sentence, first - 1, at):
        first -= 1
    text = words(sentence, first, at).lstrip(")]. ")
    for preposition in trees.below(sentence, at, "prep") if of else ():
        things = trees.below(sentence, preposition.i, "pobj")
        if preposition.lemma == "of" and things:
            return f"{text} of {phrase_at(sentence, things[0].i)}"
    return text


def _belongs(sentence: Sentence, position: int, head: int) -> bool:
    """Whether a word stands before a noun as a part of its phrase."""
    token = sentence.tokens[position]
    while token.i != head:
        if (
            token.dep not in _BEFORE
            and not (token.dep == "det" and token.head != head)
            or token.head == token.i
        ):
            return False
        token = sentence.tokens[token.head]
    if sentence.tokens[position].tag == "PRP$":
        return False
    return sentence.tokens[position].text[0].isalnum() or sentence.tokens[position].dep in {"punct", "case"}
