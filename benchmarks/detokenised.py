"""The tokens of a corpus as running text, with the place of each."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

_TO_THE_LEFT = re.compile(r"[.,:;?!)\]%]+|n't|['’](?:s|S|d|ll|re|ve|m)?|''|”")
"""Tokens that stand close to the one before them."""
_TO_THE_RIGHT = re.compile(r"[(\[$£€]|``|“")
"""Tokens that the one after them stands close to."""
_NUMBER_GOES_ON = re.compile(r":[0-5]\d|,\d{3}(?:\D.*)?")
"""What may follow the first figures of a number: "1 : 30", "2 , 000ft"; not "1 , 2009"."""


def detokenised(tokens: Sequence[str], starts: Collection[int] = ()) -> tuple[str, list[tuple[int, int]]]:
    """The text and the start and end of every token in it; a new line at each of `starts`.

    >>> detokenised(["Nur", "left", "the", "U", ".", "N", ".", "."])[0]
    'Nur left the U.N..'
    """
    first = frozenset(starts)
    text, spans = "", list[tuple[int, int]]()
    for number, token in enumerate(tokens):
        if number in first and text:
            text += "\n"
        elif text and not _close(tokens, number):
            text += " "
        spans.append((len(text), len(text) + len(token)))
        text += token
    return text, spans


def _close(tokens: Sequence[str], number: int) -> bool:
    """Whether no space stands before a token."""
    token, before = tokens[number], tokens[number - 1]
    if "-" in (token, before) and 0 < number < len(tokens) - 1:
        return True
    if _TO_THE_LEFT.fullmatch(token) or _TO_THE_RIGHT.fullmatch(before):
        return True
    if number > 1 and tokens[number - 2].isdecimal() and _NUMBER_GOES_ON.fullmatch(f"{before}{token}"):
        return True
    letters = tokens[max(0, number - 2) : number + 2]
    return (
        before == "." and len(letters) == 4 and _letter(letters[0]) and _letter(token) and letters[3] == "."
    )


def _letter(token: str) -> bool:
    return len(token) == 1 and token.isalpha()
