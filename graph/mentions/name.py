"""A name as a record, and what every search for names asks of the words of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from graph.language.names import fold
from graph.model import SegmentKind, Sentence

# Folded words and phrases that are never a name by themselves. Source: own list.
_NEVER = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december god allah islam christianity judaism hinduism buddhism english arabic french "
    "russian persian farsi spanish koran quran bible old photo video image read more click here mr mrs ms dr md mba phd "
    "esq".split()
) | {"state of the union", "state of the nation", "ph d"}


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of a sentence that is a name."""

    sentence: int
    first: int
    last: int
    text: str
    type: str
    sure: bool
    """Whether the type rests on words (an organisation noun, a title, a state list), not on the parser."""
    state: str = ""

    @property
    def positions(self) -> range:
        return range(self.first, self.last + 1)


def words(sentence: Sentence, first: int, last: int) -> str:
    """The words from first to last with the spaces of the text (typographic characters made plain)."""
    return "".join(
        t.text + (" " if t.space and t.i < last else "") for t in sentence.tokens[first : last + 1]
    )


_IDEAS = ("phobia", "ization", "isation")
"""Endings of words for ideas and trends, capitalised or not."""


def is_never_a_name(text: str) -> bool:
    """Whether these words are no name whatever stands around them.

    >>> is_never_a_name("Friday"), is_never_a_name("Koran"), is_never_a_name("Nur")
    (True, True, False)
    """
    return fold(text) in _NEVER or " " not in text and fold(text).endswith(_IDEAS)


def is_shouted(sentence: Sentence) -> bool:
    """Whether capitals say nothing here: a headline in title case or all capitals."""
    long = [t for t in sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    if not long:
        return True
    capital = sum(t.text[:1].isupper() for t in long) / len(long)
    return capital > (0.5 if sentence.segment is SegmentKind.HEADLINE else 0.85)
