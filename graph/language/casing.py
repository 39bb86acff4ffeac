"""Texts printed all in capitals -> the same text with its case restored, character for character.

A name and a common noun look alike in capitals. How often a word is written in small letters, with a capital
or in capitals is told by its ranks in the vocabulary of the language model (its vectors are in the order of
frequency); what stands around it is weighed by `casing.tsv`, learned by `training/casing.py`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from importlib import resources
from math import log2
from typing import NamedTuple

from graph.language import lexicons

Rank = Callable[[str], int]
"""The place of a form in a vocabulary in the order of frequency, `UNKNOWN` where it is not in it."""

UNKNOWN = 1_000_000
_SHARE = 0.9
"""Of the letters of a text printed in capitals at least so many are capitals."""
_LEAST = 12
"""So many letters tell that a text is printed in capitals."""
_WORD = re.compile(
    r"[^\W\d_]-\d+|[^\W\d_]+[nN]['’][tT](?![^\W\d_])|"
    r"[^\W\d_]+(?:['’][^\W\d_]{2,}|(?:\.[^\W\d_])+(?![^\W\d_])\.?)?|['’][^\W\d_](?![^\W\d_])|\d+|[^\w\s]"
)
_COMMON = {"a": 260, "b": 220, "c": 180, "d": 90}
"""What a capital must outweigh for words mostly in small letters: what it learned from has more names than news."""
_ENDS = frozenset(".?!")
_MONTHS = frozenset({"march", "may"})
"""Months whose names are verbs as well."""
_INSIDE = frozenset({"'s", "’s"})


class Word(NamedTuple):
    """A word, number or mark of a text; `opens` where it begins a sentence or a line of speech."""

    text: str
    start: int
    opens: bool


def in_capitals(text: str) -> bool:
    """Whether a text is printed in capitals.

    >>> in_capitals("GUNMEN ATTACKED LIMA ON 7 MAY"), in_capitals("Gunmen of the KLF attacked Lima")
    (True, False)
    """
    capitals = sum(map(str.isupper, text))
    return capitals >= _LEAST and capitals >= _SHARE * sum(map(str.isalpha, text))


def with_case(text: str, rank: Rank) -> str:
    """The text as it would be printed in small letters and capitals; every character stays in its place."""
    found = list(words(text))
    initials = _acronyms(text)
    parts, end = [], 0
    for at, (word, case) in enumerate(zip(found, cases([w.text for w in found], rank), strict=True)):
        parts.append(text[end : word.start])
        lower = word.text.lower()
        if lower in initials:
            case = "u"
        elif case == "l" and (word.opens or lower in _MONTHS and _beside_number(found, at)):
            case = "t"
        parts.append(written(lower, case, rank) if len(lower) == len(word.text) else word.text)
        end = word.start + len(word.text)
    return "".join((*parts, text[end:]))


def _beside_number(found: Sequence[Word], at: int) -> bool:
    return any(word.text.isdigit() for word in found[max(0, at - 1) : at + 2])


def words(text: str) -> Iterator[Word]:
    """The words, numbers and marks of a text."""
    opens = before = True
    for found in _WORD.finditer(text):
        word = found.group()
        yield Word(word, found.start(), opens and word[0].isalpha())
        if word in "([":
            before = opens
        elif word in _ENDS or word in ")]" and before:
            opens = True
        elif word[0].isalnum():
            opens = False


def _acronyms(text: str) -> frozenset[str]:
    """Words that are printed in brackets after the words whose initials they are: "KASIM LIBERATION FRONT [KLF]"."""
    found = set()
    for bracket in re.finditer(r"[(\[]([^\W\d_]{2,7})[)\]]", text):
        before = re.findall(r"[^\W\d_]+", text[max(0, bracket.start() - 90) : bracket.start()])
        initials = iter("".join(word[0] for word in before[-9:]))
        if bracket.group(1)[0] in {w[0] for w in before[-9:]} and all(
            any(letter == initial for initial in initials) for letter in bracket.group(1)
        ):
            found.add(bracket.group(1).lower())
    return frozenset(found)


def written(lower: str, case: str, rank: Rank) -> str:
    """A word in small letters, in the case `l`, `t` (with a capital) or `u`.

    >>> written("nur", "t", lambda form: UNKNOWN), written("o'hara", "t", lambda form: UNKNOWN)
    ('Nur', "O'Hara")
    """
    if case == "l" or lower in _INSIDE:
        return lower
    if case == "u" or "." in lower or lower[-1].isdigit():
        return lower.upper()
    first = lower[:1].upper() + lower[1:]
    inner = re.sub(r"^(Mc|O['’]|D['’])(\w)", lambda m: m[1] + m[2].upper(), first)
    return inner if inner != first and rank(inner) <= rank(first) else first


# --------------------------------------------------------------------------- which case


def cases(text: Sequence[str], rank: Rank) -> list[str]:
    """For each word of a text `l`, `t` or `u`."""
    return tagged([known_as(word.lower(), rank) for word in text], _weights())


class Known(NamedTuple):
    """A word in small letters, and a shape: which of its forms is the more frequent, or what else it is."""

    lower: str
    shape: str


def known_as(lower: str, rank: Rank) -> Known:
    """A word in small letters with what the vocabulary knows of it."""
    if not lower[0].isalpha():
        return Known("#", "#") if lower.isdigit() else Known(lower, lower)
    small, title, upper = rank(lower), rank(lower[:1].upper() + lower[1:]), rank(lower.upper())
    if min(small, title, upper) == UNKNOWN:
        return Known(lower, "new")
    capital = _bin(small, title)
    return Known(lower, f"{capital}{_bin(min(small, title), upper)}")


def _bin(one: int, other: int) -> str:
    """How much more frequent the second form is than the first, as a letter."""
    return "abcdefghi"[max(0, min(8, round(log2(one / other)) + 4))]


def tagged(known: Sequence[Known], weights: dict[str, tuple[int, int, int]]) -> list[str]:
    """The cases of words by what their features weigh, from the first to the last."""
    found: list[str] = []
    for at, word in enumerate(known):
        body = found[-1:] in (["t"], ["u"]) and word.lower.capitalize() in lexicons.organisations()
        score = [0 if word.shape == "new" or body else _COMMON.get(word.shape[:1], 0), 0, 0]
        for feature in features(known, at, found):
            for i, weight in enumerate(weights.get(feature, ())):
                score[i] += weight
        found.append("ltu"[max(range(3), key=lambda i: (score[i], -i))])
    return found


def features(known: Sequence[Known], at: int, before: Sequence[str]) -> list[str]:
    """What the case of a word is judged by; `before` holds the cases of the words before it."""
    none = Known("", "")
    word = known[at]
    last, last2 = (known[at - 1] if at else none), (known[at - 2] if at > 1 else none)
    after, after2 = (
        known[at + 1] if at + 1 < len(known) else none,
        known[at + 2] if at + 2 < len(known) else none,
    )
    case, case2 = (before[-1] if before else "-"), (before[-2] if len(before) > 1 else "-")
    return [
        "1",
        f"s {word.shape}",
        f"w {word.lower}",
        f"e {word.lower[-3:]} {word.shape[:1]}",
        f"sp {word.shape} {case}",
        f"sn {word.shape} {after.shape}",
        f"spn {word.shape[:1]} {case} {after.shape[:1]}",
        f"lw {last.lower} {case} {word.shape[:1]}",
        f"aw {after.lower} {word.shape[:1]}",
        f"c2 {case2} {case} {last.lower if case == 'l' else ''} {word.shape[:1]}",
        f"wc {word.lower} {case}",
        f"a2 {after.shape[:1]} {after2.shape[:1]} {word.shape[:1]}",
        f"l2 {last2.shape[:1]} {last.shape[:1]} {word.shape[:1]}",
        f"n {len(word.lower)} {word.shape[:2]}",
    ]


@cache
def _weights() -> dict[str, tuple[int, int, int]]:
    rows = resources.files(__package__).joinpath("casing.tsv").read_text(encoding="utf-8").splitlines()
    found = (row.split("\t") for row in rows[1:])
    return {feature: (int(small), int(title), int(upper)) for feature, small, title, upper in found}
