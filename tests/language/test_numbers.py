"""Numbers in sentences: their value and the words that bend it."""

from __future__ import annotations

import pytest

from graph.language.numbers import read_number
from graph.model import Count, Qualifier, SegmentKind, Sentence, Token


def words(text: str) -> Sentence:
    """A sentence of words whose last is the number and heads all others."""
    parts = text.split()
    last = len(parts) - 1
    tokens = tuple(
        Token(i, part, part.lower(), "NUM" if i == last else "ADV", "", "dep" if i < last else "ROOT", last, i, i + 1, "")
        for i, part in enumerate(parts)
    )  # fmt: skip
    return Sentence(0, tokens, SegmentKind.BODY, 0, (*[()] * last, tuple(range(last))))


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("7", 7, Qualifier.EXACTLY),
        ("seven", 7, Qualifier.EXACTLY),
        ("Twelve", 12, Qualifier.EXACTLY),
        ("2,000", 2000, Qualifier.EXACTLY),
        ("twenty-four", 24, Qualifier.EXACTLY),
        ("at least 7", 7, Qualifier.AT_LEAST),
        ("no fewer than 7", 7, Qualifier.AT_LEAST),
        ("more than 7", 7, Qualifier.MORE_THAN),
        ("upwards of 7", 7, Qualifier.MORE_THAN),
        ("no more than 7", 7, Qualifier.AT_MOST),
        ("as many as 7", 7, Qualifier.AT_MOST),
        ("fewer than 7", 7, Qualifier.AT_MOST),
        ("an estimated 7", 7, Qualifier.ABOUT),
        ("roughly 7", 7, Qualifier.ABOUT),
        ("dozens", 24, Qualifier.AT_LEAST),
        ("thousands", 2000, Qualifier.AT_LEAST),
    ],
)
def test_a_number_is_read_with_its_qualifier(text: str, value: int, qualifier: Qualifier) -> None:
    sentence = words(text)

    assert read_number(sentence, len(sentence.tokens) - 1) == Count(value, qualifier)


@pytest.mark.parametrize("text", ["7.5", "many-sided", "a", "first", "99999999999", "seven-"])
def test_what_is_no_whole_number_is_not_read(text: str) -> None:
    sentence = words(text)

    assert read_number(sentence, 0) is None
