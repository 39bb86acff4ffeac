"""How alike two words of names are as spellings, whatever the romanisation."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.language.names.script import UNVOWELLED

KEPT = 1 << 17
"""So many words and pairs of words are remembered: without a bound a large collection would fill the memory."""

# Groups of letters that stand for one sound, as one sign. Sources: UN romanisation tables, ISO 9, BGN/PCGN,
# the French and English usage of Arabic names; own choice of signs.
_SIGNS = {
    **dict.fromkeys(("shch", "sch", "sh", "ş"), "š"),
    **dict.fromkeys(("tsch", "tch", "ch"), "č"),
    **dict.fromkeys(("dzh", "dj", "dsch"), "j"),
    **dict.fromkeys(("ck", "cc", "q", "c"), "k"),
    **dict.fromkeys(("ou", "oo"), "u"),
    **dict.fromkeys(("ee", "ie"), "i"),
    "kh": "x",
    "gh": "ğ",
    "dh": "ð",
    "th": "θ",
    "zh": "ž",
    "ph": "f",
    "x": "ks",
    "tz": "ts",
    "w": "v",
}
_GROUP = re.compile(
    "(?P<o>[ao]u?w(?=[^aeiouyw]|$)|^aou(?=[^aeiouyw])|au)|(?P<E>(?<!^)[ae]y+[aei](?=[^aeiouyh])|[ae][iy](?=[^aeiouy]|$)|ae)|(?P<i>[iy][iyj]|(?<!^)y)(?=[^aeiouy]|$)"
    "|(?P<C>c(?=[eiy]))|(?P<x>^x(?=[aeiouwî]))|" + "|".join(sorted(_SIGNS, key=len, reverse=True))
)
_VOWELS = frozenset("aeiouE")

# What it costs to read one sign for another; a whole other letter costs 1. Source: own list, from those tables:
# what one letter of the script becomes in several romanisations is near.
_NEAR = {
    0.1: "ei Ee ou gğ dð tθ žj Cs",
    0.2: "Ei ae jg fv zð sθ čš sz Cj",
    0.3: "kx kg hx dz bv bp td kč jž ey iy uv ov šs yj gy Cč xč",
    0.45: "ao eo eu kğ gx ui θð jč žz žš yž zθ",
    0.75: "Ea",
}
COST = {pair[::step]: cost for cost, pairs in _NEAR.items() for pair in pairs.split() for step in (1, -1)}
ADDED = {**dict.fromkeys("aeiouE", 0.3), "h": 0.25, "y": 0.3, "v": 0.6}
"""What a letter costs that only one spelling writes, but for the first; any other costs 1."""

_OTHER_VOWEL = 1.5

# Signs that some romanisation confuses, as one: the first thing to differ between two other words.
_ROUGH = str.maketrans(
    {**dict.fromkeys("xgğqjčžšC", "k"), **dict.fromkeys("ðθdzs", "t"), **dict.fromkeys("pvf", "b")}
)


@lru_cache(maxsize=KEPT)
def sound(word: str) -> str:
    """A folded word with one sign for each sound, double ones single.

    >>> sound("youssef"), sound("chérif"), sound("jawlani")
    ('yusef', 'čérif', 'jolani')
    """
    signs = _GROUP.sub(_sign, word)
    signs = re.sub(r"(.)\1+", r"\1", signs)
    return signs[:-1] if len(signs) > 2 and signs[-1] == "h" and signs[-2] in _VOWELS else signs


def _sign(match: re.Match[str]) -> str:
    return match.lastgroup or _SIGNS[match[0]]


@lru_cache(maxsize=KEPT)
def bones(word: str) -> str:
    """What is left of a word in every romanisation: its consonants, roughly.

    >>> bones("qadhafi"), bones("gaddafi"), bones("kadafi")
    ('ktb', 'ktb', 'ktb')
    >>> bones("husayn"), bones("~hsyn")
    ('htn', 'htn')
    """
    rough = sound(word.removeprefix(UNVOWELLED)).translate(_ROUGH)
    first = "a" if rough[:1] in _VOWELS or rough[:1] == "y" else rough[:1]
    rest = re.sub(r"[aeiouEyhw]", "", rough[1:])
    return re.sub(r"(.)\1+", r"\1", first + rest)


def alike(left: str, right: str) -> float:
    """How alike two folded words are, from 0 to 1; 1 for the same letters.

    >>> alike("mohammed", "muhammad") > 0.9, alike("djamel", "jamal") > 0.9
    (True, True)
    >>> alike("jamal", "jamil") < 0.87, alike("hassan", "hussein") < 0.87, alike("karim", "barzan")
    (True, True, 0.0)
    """
    if left == right:
        return 1.0
    return _alike(left, right) if left < right else _alike(right, left)


@lru_cache(maxsize=KEPT)
def _alike(left: str, right: str) -> float:
    a, b = bones(left), bones(right)
    if UNVOWELLED in (left[0], right[0]):
        return 0.95 if a == b and len(a) > 1 else 0.0
    if a != b and _edits_more(a, b, max(len(a), len(b)) // 2):
        return 0.0
    x, y = sound(left), sound(right)
    if x == y:
        return 0.99
    if _feminine(x, right) or _feminine(y, left):
        return 0.0
    return max(0.0, 1 - 2 * _cost(x, y) / (len(x) + len(y)))


def _edits_more(left: str, right: str, most: int) -> bool:
    """Whether more letters differ than `most`, counted by what is left beside the common start and end."""
    start = 0
    for a, b in zip(left, right, strict=False):
        if a != b:
            break
        start += 1
    end = 0
    for a, b in zip(reversed(left[start:]), reversed(right[start:]), strict=False):
        if a != b:
            break
        end += 1
    return max(len(left), len(right)) - start - end > most


def _feminine(man: str, woman: str) -> bool:
    """Whether a word has the sound of a name and the ending of women's names after it: "Munir", "Mounira".

    "Sharaa" is no woman beside "Shar": its last letter is a consonant that most spellings leave out.
    """
    spoken = sound(woman)
    ending = spoken[-1] == "a" and spoken[-2:-1] not in _VOWELS and not woman.endswith("aa")
    return ending and spoken[:-1] == man


def _cost(left: str, right: str) -> float:
    """The least that turns one into the other: signs read for near ones, added, or two of them swapped.

    Where the consonants stand at the same places no vowel is added for another left out: that makes another
    name ("Jamal", "Jamil").
    """
    if len(left) == len(right) and all(
        a == b or a in _VOWELS and b in _VOWELS for a, b in zip(left, right, strict=True)
    ):
        return sum(0.0 if a == b else COST.get(a + b, _OTHER_VOWEL) for a, b in zip(left, right, strict=True))
    before: list[float] = []
    last = [0.0]
    for j, b in enumerate(right):
        last.append(last[-1] + (ADDED.get(b, 1.0) if j else 1.0))
    for i, a in enumerate(left):
        added = ADDED.get(a, 1.0) if i else 1.0
        row = [last[0] + added]
        for j, b in enumerate(right):
            cost = min(
                last[j] + (0.0 if a == b else COST.get(a + b, 1.0)),
                last[j + 1] + added,
                row[j] + (ADDED.get(b, 1.0) if j else 1.0),
            )
            if i > 1 and j > 1 and a == right[j - 1] and b == left[i - 1] and a != b:
                cost = min(cost, before[j - 1] + 0.7)
            row.append(cost)
        before, last = last, row
    return last[-1]
