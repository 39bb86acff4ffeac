"""Numbers in sentences: their value and the words that bend it."""

from __future__ import annotations

from collections.abc import Sequence

from graph.language import trees
from graph.model import Count, Qualifier, Sentence, Token

_WORD_NUMBERS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen twenty".split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
    "a": 1,
    "an": 1,
}
# What a round word guarantees: "dozens" is two twelves or more. Source: own reading, as in the gold annotation.
_ROUND = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "several": 3}


def count_at(sentence: Sentence, position: int) -> Count | None:
    """The number that counts a noun: "two", "at least two", "more than 80", "dozens of", "seven of his guards"."""
    token = sentence.tokens[position]
    number = trees.first_below(sentence, position, "nummod")
    if number is None and (token.pos == "NUM" or token.text.lower() in _ROUND):
        number = token
    if number is None:
        many = trees.first_below(sentence, position, "amod")
        number = many if many is not None and many.lemma in _ROUND else None
    if number is None:
        above = sentence.tokens[token.head]
        if token.dep == "pobj" and above.lemma == "of":
            counter = sentence.tokens[above.head]
            number = counter if counter.pos == "NUM" or counter.text.lower() in _ROUND else None
    return None if number is None else read_number(sentence, number.i)


def value_of(tokens: Sequence[Token]) -> int | None:
    """The number that a stretch of words spells: "forty-eight", "19"."""
    return _value(
        "".join(t.text.lower() for t in tokens if t.text[:1].isalnum() or t.text == "-").replace(",", "")
    )


def read_number(sentence: Sentence, position: int) -> Count | None:
    """The value of a number word with the words that bend it.

    The qualifier comes from the words before ("at least", "more than", "about", "up to") and from round words.
    """
    token = sentence.tokens[position]
    text = token.text.lower().replace(",", "")
    if text in _ROUND:
        return Count(_ROUND[text], Qualifier.AT_LEAST)
    value = _value(text)
    start = position
    if position >= 2 and sentence.tokens[position - 1].text == "-" and value is not None:
        tens = _value(sentence.tokens[position - 2].text.lower())
        if tens is not None and tens >= 20 and tens % 10 == 0 and value < 10:
            value, start = tens + value, position - 2  # the parser cuts "twenty-four" in three
    compound = trees.below(sentence, position, "compound", "nummod")
    if value is not None and compound and value in {100, 1000, 1_000_000}:
        times = _value(compound[0].text.lower())
        value = value * times if times else value
    if value is None:
        return None
    before = " ".join(t.text.lower() for t in sentence.tokens[max(0, start - 4) : start])
    for words, qualifier in _BENDING:
        if any(before.endswith(word) for word in words):
            return Count(value, qualifier)
    return Count(value, Qualifier.EXACTLY)


_BENDING = (
    (("at least", "no fewer than", "no less than", "a minimum of"), Qualifier.AT_LEAST),
    (
        ("up to", "at most", "no more than", "as many as", "fewer than", "less than", "under"),
        Qualifier.AT_MOST,
    ),
    (("more than", "over", "in excess of", "upwards of", "above"), Qualifier.MORE_THAN),
    (
        (
            *"about around some nearly almost roughly approximately".split(),
            *("an estimated", "close to", "just under"),
        ),
        Qualifier.ABOUT,
    ),
)
"""The words before a number that bend it; the first row that fits wins, so "no more than" stands above "more than"."""


def _value(text: str) -> int | None:
    if text.isdigit():
        return int(text) if len(text) < 10 else None
    if "-" in text:
        parts = [_WORD_NUMBERS.get(part) for part in text.split("-")]
        return sum(p for p in parts if p) if all(p is not None for p in parts) and parts else None
    if text in {"thousand", "million"}:
        return {"thousand": 1000, "million": 1_000_000}[text]
    found = _WORD_NUMBERS.get(text)
    return None if text in {"a", "an"} else found
