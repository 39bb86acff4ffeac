"""Two readers of names, the parser and the encoder: where they cut a name differently, and what each takes it for.

The parser cuts the names of persons and places in news better; the encoder knows parties, bodies and elections.
"""

from __future__ import annotations

from collections.abc import Sequence

from graph.language.names import PARTICLES
from graph.mentions.spans import Span
from graph.model import Guess, Sentence

_LABELS = {
    "politician": "PERSON",
    "person": "PERSON",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "GPE",
    "location": "GPE",
}
"""The encoder's types of actors and places in the words of the parser."""
_HAPPENINGS = ("election", "event")
_BODIES = ("organisation", "politicalparty")
ALONE = 0.6
"""How sure the encoder is at the least where the parser sees nothing."""
OVERRULES = 0.8
"""How sure it is at the least where it cuts otherwise than the parser, or calls an organisation a party."""
_NO_HAPPENING = frozenset({"PERSON", "GPE", "LOC"})
"""Labels of the parser that stand inside the name of an event: "the Lima conference"."""


def reconciled(sentence: Sentence, spans: Sequence[Span], taken: set[int]) -> list[Span]:
    """The parser's stretches, cut by the encoder where it is surer, and what only the encoder sees."""
    kept = [span for span in spans if not _is_happening(sentence, span)]
    for guess in sentence.guesses:
        if guess.type not in _LABELS:
            continue
        mine = Span(_start(sentence, guess), guess.last, _LABELS[guess.type])
        theirs = [span for span in kept if span.first <= mine.last and mine.first <= span.last]
        if taken.isdisjoint(mine.positions) and _prevails(sentence, guess, theirs):
            kept = [span for span in kept if span not in theirs] + [mine]
    return sorted((_party(sentence, span) for span in kept), key=lambda span: span.first)


def _party(sentence: Sentence, span: Span) -> Span:
    """The stretch as a party's name where the encoder is sure of it: the parser knows only organisations."""
    sure = any(
        (guess.first, guess.last) == (span.first, span.last) and guess.likely("politicalparty") >= OVERRULES
        for guess in sentence.guesses
    )
    return span._replace(label="PARTY") if sure and span.label == "ORG" else span


def _start(sentence: Sentence, guess: Guess) -> int:
    """Where a name starts that the encoder, which knows no parts of words, begins at "pro-Velkan"."""
    tokens, first = sentence.tokens, guess.first
    if not tokens[first].text.islower() or tokens[first].text in PARTICLES:
        return first
    while first < guess.last and not tokens[first].space:
        first += 1
    return min(first + 1, guess.last)


def _is_happening(sentence: Sentence, span: Span) -> bool:
    """Whether the encoder surely takes a stretch for a part of the name of an election or event."""
    return span.label not in _NO_HAPPENING and any(
        guess.first <= span.first and span.last <= guess.last and guess.likely(*_HAPPENINGS) >= OVERRULES
        for guess in sentence.guesses
    )


def _prevails(sentence: Sentence, guess: Guess, theirs: Sequence[Span]) -> bool:
    """Whether the encoder's cut is taken: nobody else sees a name, or a body has a longer name than they see."""
    if not theirs:
        return guess.likely(*_LABELS) >= ALONE
    longer = all(
        guess.first <= _behind_article(sentence, span) and span.last <= guess.last for span in theirs
    )
    return longer and guess.likely(*_BODIES) >= OVERRULES


def _behind_article(sentence: Sentence, span: Span) -> int:
    """Where a stretch starts when its article is left out."""
    return span.first + (sentence.tokens[span.first].pos == "DET")
