"""Names in other scripts -> Latin letters."""

from __future__ import annotations

import re

from anyascii import anyascii

UNVOWELLED = "~"
"""Stands before a word whose script writes no short vowels: only its consonants can be compared."""

_ARABIC = re.compile(r"[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")
_HEBREW = re.compile(r"[\u0590-\u05ff]")

# What the library leaves out or reads as a sign of its own. Source: UN romanisation of Arabic (2017).
_LETTERS = str.maketrans(
    {
        **dict.fromkeys("اأآىةٱ", "a"),
        **dict.fromkeys("إئ", "i"),
        **dict.fromkeys("وؤ", "w"),
        **dict.fromkeys("ءعـ\u200c", ""),
        "ه": "h",
        "ذ": "dh",
        "ث": "th",
        "ض": "d",
        "ظ": "z",
        "ش": "sh",
        "خ": "kh",
        "غ": "gh",
        "ج": "j",
        "ז": "z",
        "ש": "sh",
        "ח": "h",
        "כ": "k",
        "ך": "k",
        "צ": "ts",
        "ץ": "ts",
        "ו": "v",
        "ע": "",
        "א": "a",
        "ב": "b",
        "פ": "p",
        "ף": "p",
    }
)
_ARTICLE = re.compile(r"\b(?:وال|ال)(?=\w{2})")
_INITIAL = re.compile(r"\bع")


def latin(text: str) -> str:
    """The text in Latin letters; words of a script without short vowels carry a sign.

    >>> latin("Владимир Зеленский"), latin("محمد الحكيم")
    ('Vladimir Zelenskiy', '~mhmd al ~hkym')
    >>> latin("Łukasz Müller")
    'Lukasz Muller'
    """
    if text.isascii():
        return text
    return " ".join(_word(word) for word in _ARTICLE.sub("al ", text).split())


def _word(word: str) -> str:
    if _ARABIC.search(word) or _HEBREW.search(word):
        letters = anyascii(_INITIAL.sub("a", word).translate(_LETTERS))
        return UNVOWELLED + re.sub(r"[^A-Za-z]", "", letters)
    return anyascii(word)
