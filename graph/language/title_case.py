"""Headlines In The Capitals Of Titles -> the same words with the case of a sentence, character for character.

To the parser a verb with a capital is a name: "Nur Hesitates". Which words have a capital of their own is told by the
article below the headline, and for words that it has not by what `casing.py` has learned.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from graph.language import lexicons
from graph.language.casing import Rank, Word, cases, words

_LONG = re.compile(r"\b[^\W\d_][\w'-]{3,}")
_SHARE = 0.85
"""Of the words of four letters and more in a title at least so many have a capital."""


def is_title_case(plain: str) -> bool:
    """Whether a line is in the capitals of headlines: nearly every word of four letters has one.

    >>> is_title_case("Nur Hesitates to Form Cabinet"), is_title_case("Nur hesitates to form a cabinet")
    (True, False)
    """
    long = _LONG.findall(plain[:300])
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= _SHARE * len(long)


@dataclass(frozen=True, slots=True)
class Seen:
    """How often the prose of an article has a word in small letters, and with a capital inside a sentence."""

    small: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)
    """Two words side by side that both have a capital, in small letters."""


def seen(paragraphs: Iterable[str]) -> Seen:
    """What the prose of an article shows of the case of its words."""
    found = Seen()
    for paragraph in paragraphs:
        before = ""
        for word in words(paragraph):
            lower = word.text.lower()
            if word.text[0].isupper():
                if before:
                    found.pairs.add((before, lower))
                if not word.opens:
                    found.capital[lower] += 1
            elif word.text[0].islower():
                found.small[lower] += 1
            before = lower if word.text[0].isupper() else ""
    return found


def as_sentence(title: str, prose: Seen, rank: Rank) -> str:
    """The title with small letters where the prose, or else usage, has them; every character stays in its place."""
    found = list(words(title))
    usual = cases([word.text for word in found], rank)
    small = [_is_small(found, at, prose, usual[at]) for at in range(len(found))]
    parts, end = [], 0
    for at, word in enumerate(found):
        parts.append(title[end : word.start])
        parts.append(word.text.lower() if small[at] or _is_bare_office(found, at, small) else word.text)
        end = word.start + len(word.text)
    return "".join((*parts, title[end:]))


def _is_bare_office(found: Sequence[Word], at: int, small: Sequence[bool]) -> bool:
    """Whether a word is an office with no name behind it: "Kalurian Premier Resigns", not "Premier Nur Resigns"."""
    if found[at].opens or found[at].text.lower() not in lexicons.offices() or found[at].text.isupper():
        return False
    return at + 1 == len(found) or small[at + 1] or not found[at + 1].text[0].isupper()


def _is_small(found: Sequence[Word], at: int, prose: Seen, usual: str) -> bool:
    """Whether a word has its capital only from the title."""
    word, lower = found[at], found[at].text.lower()
    capital = word.text[0].isupper() and not word.text[1:].isupper() and len(lower) == len(word.text)
    if word.opens or not capital:
        return False
    near = [
        (found[i].text.lower(), found[i + 1].text.lower()) for i in (at - 1, at) if 0 <= i < len(found) - 1
    ]
    if not prose.pairs.isdisjoint(near):
        return False
    small, large = prose.small[lower], prose.capital[lower]
    if small or large:
        return small >= large
    listed = word.text in lexicons.demonyms() or word.text in lexicons.state_names()
    return usual == "l" and not listed
