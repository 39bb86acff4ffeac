"""Spellings of names: what folds together and what does not."""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import cache, lru_cache

PARTICLES = frozenset(
    "al el ul ad an ar as ash at az bin ben ibn bint abu abd van von der den de da di do dos del della la le du "
    "of the and for y e".split()
)
"""Small words inside names, left out where only the telling words count. Source: own list."""

# Letters and pairs that transliterations of Arabic, Persian and Cyrillic interchange. Source: own list,
# from the romanisation tables of the UN Group of Experts on Geographical Names.
_INTERCHANGE = (
    ("sch", "s"), ("tsch", "c"), ("kh", "k"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("sh", "s"), ("ch", "s"),
    ("zh", "y"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("ck", "k"), ("q", "k"), ("c", "k"),
    ("w", "v"), ("j", "y"), ("z", "s"),
)  # fmt: skip


@cache
def fold(text: str) -> str:
    """Case, accents, apostrophes, possessive endings and punctuation away.

    >>> fold("Al-Nūr’s")
    'al nur'
    """
    text = unicodedata.normalize("NFKD", text.replace("\u00a0", " "))
    text = "".join(letter for letter in text if not unicodedata.combining(letter)).casefold()
    text = re.sub(r"[’'`ʿʾ]s(?!\w)", "", text)
    text = re.sub(r"(?<=\b[a-z])\.", "", text)
    text = re.sub(r"[’'`ʿʾ]", "", text)
    return re.sub(r"[^\w]+", " ", text).strip()


@cache
def telling(text: str) -> tuple[str, ...]:
    """The words of a name that tell it from others.

    >>> telling("Ali bin al-Nur")
    ('ali', 'nur')
    """
    words = tuple(word for word in fold(text).split() if word not in PARTICLES)
    return words or tuple(fold(text).split())


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
    return SequenceMatcher(None, _sound(left), _sound(right)).ratio() > _ALIKE


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


def acronym(text: str) -> str:
    """The initials of the words of a name, small words left out.

    >>> acronym("Council of National Unity")
    'CNU'
    """
    words = re.findall(r"[^\W\d_]+", text)
    return "".join(word[0] for word in words if word.casefold() not in PARTICLES).upper()
