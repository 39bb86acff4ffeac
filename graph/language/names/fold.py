"""Names folded: case, accents and punctuation away; which of their words tell."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

PARTICLES = frozenset(
    "al el ul ad an ar as ash at az bin ben ibn bint abu abd van von der den de da di do dos del della la le du "
    "of the and for y e".split()
)
"""Small words inside names, left out where only the telling words count. Source: own list."""


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


def acronym(text: str) -> str:
    """The initials of the words of a name, small words left out.

    >>> acronym("Council of National Unity")
    'CNU'
    """
    words = re.findall(r"[^\W\d_]+", text)
    return "".join(word[0] for word in words if word.casefold() not in PARTICLES).upper()
