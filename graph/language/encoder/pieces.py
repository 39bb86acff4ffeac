"""Words -> the numbers that the encoder reads: pieces of its vocabulary, and the shape of each word."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

VOCABULARY = Path(__file__).with_name("vocab.txt")
LONGEST_WORD = 100
"""Characters; a longer word is one unknown piece."""
MOST_PIECES = 500
"""Pieces that the encoder has places for, its two marks left out."""
SHAPES = ("mark", "lower case", "Capitalised", "ALL CAPS", "mixed Case", "with a digit")
"""The vocabulary knows no capitals, so the shape of the word is told beside each piece by its place here."""


class Numbers(NamedTuple):
    """Some words as the encoder takes them."""

    pieces: list[int]
    shapes: list[int]
    firsts: list[int]
    """For each word the position of its first piece, which is the one that is labelled."""


def shape(word: str) -> int:
    """The place of a word's shape in SHAPES.

    >>> [SHAPES[shape(word)] for word in ("Nur", "UN", "al-Nur", "2021", "x", ",")]
    ['Capitalised', 'ALL CAPS', 'mixed Case', 'with a digit', 'lower case', 'lower case']
    """
    if any(letter.isdigit() for letter in word):
        return 5
    if not any(letter.isupper() for letter in word):
        return 1
    if word.isupper() and len(word) > 1:
        return 3
    return 2 if word[0].isupper() and not any(letter.isupper() for letter in word[1:]) else 4


def numbers(words: Sequence[str]) -> Numbers:
    """The pieces and shapes of words between the two marks; words that find no more room are left out."""
    vocabulary = _vocabulary()
    found = Numbers([vocabulary["[CLS]"]], [0], [])
    for word in words:
        pieces, shapes = _read(word)
        if len(found.pieces) + len(pieces) > MOST_PIECES:
            break
        found.firsts.append(len(found.pieces))
        found.pieces.extend(pieces)
        found.shapes.extend(shapes)
    found.pieces.append(vocabulary["[SEP]"])
    found.shapes.append(0)
    return found


@cache
def _vocabulary() -> dict[str, int]:
    lines = VOCABULARY.read_text(encoding="utf-8").split("\n")
    return {piece: number for number, piece in enumerate(lines) if piece}


@lru_cache(maxsize=50_000)
def _read(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The pieces of a word, and its shape for each."""
    pieces = _pieces(word)
    return pieces, (shape(word),) * len(pieces)


def _pieces(word: str) -> tuple[int, ...]:
    """A word cut at its punctuation, and each part into the longest pieces there are, from the left."""
    found: list[int] = []
    for part in _parts(word):
        found.extend(_cut(part))
    return tuple(found) or (_vocabulary()["[UNK]"],)


def _parts(word: str) -> list[str]:
    """A word in small letters without accents, its punctuation apart: "al-Nur" is "al", "-", "nur"."""
    parts = [""]
    for letter in unicodedata.normalize("NFD", word.lower()):
        if unicodedata.category(letter) == "Mn":
            continue
        if _is_punctuation(letter):
            parts += [letter, ""]
        else:
            parts[-1] += letter
    return [part for part in parts if part]


def _is_punctuation(letter: str) -> bool:
    # as the vocabulary was made: all signs of ASCII are punctuation, "$" and "+" too
    ascii_sign = letter.isascii() and letter.isprintable() and not letter.isalnum() and letter != " "
    return ascii_sign or unicodedata.category(letter).startswith("P")


def _cut(part: str) -> list[int]:
    vocabulary = _vocabulary()
    unknown = [vocabulary["[UNK]"]]
    if len(part) > LONGEST_WORD:
        return unknown
    found: list[int] = []
    start = 0
    while start < len(part):
        end = len(part)
        while end > start and ("##" if start else "") + part[start:end] not in vocabulary:
            end -= 1
        if end == start:
            return unknown
        found.append(vocabulary[("##" if start else "") + part[start:end]])
        start = end
    return found
