"""Two words of names inside one text: whether they are spellings of one."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cache, lru_cache

# Letters and pairs that transliterations of Arabic, Persian and Cyrillic interchange. Source: own list,
# from the romanisation tables of the UN Group of Experts on Geographical Names.
_INTERCHANGE = (
    ("sch", "s"), ("tsch", "c"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"),
    ("zh", "y"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("w", "v"), ("j", "y"), ("z", "s"),
)  # fmt: skip


@cache
def skeleton(word: str) -> str:
    """The consonants of a folded word, alike for its transliterations.

    >>> skeleton("kadim") == skeleton("qadhim") == skeleton("kadhem")
    True
    >>> skeleton("nur") == skeleton("nasr")
    False
    """
    for pair, letter in _INTERCHANGE:
        word = word.replace(pair, letter)
    first, rest = word[:1], word[1:]
    rest = re.sub(r"[aeiouyh]", "", rest)
    word = ("a" if first in "aeiou" else first) + rest
    return re.sub(r"(.)\1+", r"\1", word)


@lru_cache(maxsize=1 << 17)  # pairs of words: without a bound a large collection would fill the memory
def same_word(left: str, right: str) -> bool:
    """Whether two folded words can be spellings of one name word.

    Their consonants must agree as transliterations do, and their letters nearly, o with u and e with i.

    >>> same_word("moqtada", "muqtada"), same_word("mohammed", "muhammad")
    (True, True)
    >>> same_word("hassan", "hussein"), same_word("karim", "karam"), same_word("ali", "ala")
    (False, False, False)
    """
    if left == right:
        return True
    shared = skeleton(left)
    if shared != skeleton(right) or min(len(left), len(right)) < (4 if len(shared) > 2 else 5):
        return False
    x, y = _sound(left), _sound(right)
    if 2 * sum(min(x.count(letter), y.count(letter)) for letter in {*x}) <= _ALIKE * (len(x) + len(y)):
        return False  # whatever the order of the letters
    return SequenceMatcher(None, x, y).ratio() > _ALIKE


_ALIKE = 0.8
"""Share of letters in common above which two spellings of the same consonants are one name."""


@cache
def _sound(word: str) -> str:
    """A folded word as it sounds: interchanged letters alike, double ones single, and all vowels but "a" one.

    "a" stays, since it tells Jamal from Jamil and Hassan from Hussein.
    """
    for pair, letter in _INTERCHANGE:
        word = word.replace(pair, letter)
    word = word.translate(str.maketrans("eou", "iii"))
    return re.sub(r"(.)\1+", r"\1", word)
