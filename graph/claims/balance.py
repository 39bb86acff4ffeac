"""Who keeps between two sides, and so stands with neither: "steered a course between Kenya and Peru"."""

from __future__ import annotations

from collections.abc import Iterator

from graph.claims.scribe import Scribe
from graph.claims.stance import Stance, stance
from graph.language import trees
from graph.model import Certainty, Modality, Polarity, Sentence, Token

_STEERING = frozenset("steer chart navigate tread walk balance manoeuvre maneuver hew".split())
"""Verbs of keeping between two sides. Source: own list."""
_COURSES = frozenset("course path line tightrope way balance".split())
_NEUTRAL = frozenset({"neutral", "equidistant"})
_NOTHING_DONE = frozenset({Modality.HYPOTHETICAL})
_NEITHER = Stance(polarity=Polarity.NEGATED, certainty=Certainty.PROBABLE)


def write_balance(scribe: Scribe, sentence: Sentence, token: Token) -> None:
    """That somebody is allied with neither of the sides that this word keeps them between."""
    if not (token.pos == "VERB" and token.lemma in _STEERING or token.lemma in _NEUTRAL):
        return
    verb = token if token.pos == "VERB" else sentence.tokens[token.head]
    put = stance(sentence, verb.i, scribe.voices, attempt=True)
    if put.polarity is not Polarity.AFFIRMED or put.modality in _NOTHING_DONE:
        return
    sides = [ref for t in _sides(sentence, token) if (ref := scribe.actor(sentence, t.i)) is not None]
    subjects = trees.subjects_of(sentence, verb)
    keepers = [ref for t in subjects if (ref := scribe.actor(sentence, t.i)) is not None]
    for keeper in keepers if len(set(sides)) > 1 else ():
        for side in sides:
            scribe.say(
                sentence, token.i, keeper, "alliedWith", object=side, put=_NEITHER, rule="ties: between two sides",
                confidence=0.75,
            )  # fmt: skip


def _sides(sentence: Sentence, word: Token) -> Iterator[Token]:
    """What stands after "between" beside the word or beside the course that it steers."""
    courses = [t for t in trees.below(sentence, word.i, "dobj") if t.lemma in _COURSES]
    alone = word.lemma in _NEUTRAL | {"balance"}
    for token in (word, *courses) if courses or alone else ():
        yield from trees.objects_of(sentence, token.i, "between")
