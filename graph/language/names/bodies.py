"""What speaks for and against two names being of one organisation or place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from graph.language.names.align import likeness
from graph.language.names.sound import KEPT, alike, bones
from graph.language.names.table import Finding
from graph.language.names.words import Name, Word

_TELLS = {"body": 0.3, "unit": 0.3, "title": 0.3, "quality": 0.6, "place": 0.7, "thing": 0.9}
"""How much a word tells by its kind; any other, and one that is known for nothing, tells all."""

_COMMON = 0.6
"""Words that tell no more than this many bodies have in their names."""

_TRANSLATED = 0.9
_DERIVED = 0.95
_STEM = 4
_FOLLOWERS = re.compile(
    r"(?:is(?:ts?|tes?|m|me)|ites?|i(?:y{1,2})?(?:a|ah|eh|e|at|un|in|een)|iya?ns?|i|lar|ler|ciler|cilar)$"
)
"""Endings of words for followers and kinds, in English, French, Arabic, Persian and Turkish. Source: own list."""
_OTHER_UNIT = 0.7
_SPELLED = 0.85
_ONE = 0.95
_BESIDES = (1.0, 0.75, 0.5)


def findings(left: Name, right: Name) -> list[Finding]:
    """The features that hold of two names of organisations or places."""
    for short, long in ((left, right), (right, left)):
        if short.short and not long.short and short.short.lower() in initials(long):
            return [Finding("acronym of the other", 1.0, f"{short.short}, {long.letters}")]
    if len(left.words) != len(right.words) and (same := alike(_one(left), _one(right))) >= _ONE:
        return [Finding("written as one", same, f"{left.letters}, {right.letters}")]
    return list(_by_words(left, right))


def _one(name: Name) -> str:
    return "".join(word.text for word in name.words)


def _by_words(left: Name, right: Name) -> Iterator[Finding]:
    pairs = _pairs(left.words, right.words)
    shared = [(left.words[i], right.words[j], same) for i, j, same in pairs]
    spare_left = [w for n, w in enumerate(left.words) if n not in {i for i, _, _ in pairs}]
    spare_right = [w for n, w in enumerate(right.words) if n not in {j for _, j, _ in pairs}]
    common = not _telling(shared) and not left.numbers & right.numbers
    yield from _in_common(left, right, shared)
    if not any(tells(a) >= _COMMON for a, _, _ in shared) and not left.numbers & right.numbers:
        yield Finding("no telling word in common", 1.0, f"{left.letters}, {right.letters}")
    elif common and any(tells(w) >= _COMMON for w in [*spare_left, *spare_right]):
        yield Finding("only common words in common", 1.0, _words([a for a, _, _ in shared]))
    yield from _apart(spare_left, spare_right, besides=min(len(left.words), len(right.words)))
    yield from _units(left.words, right.words)
    if not any(min(tells(a), tells(b)) > _TELLS["place"] for a, b, _ in shared):
        yield from _other_kind(spare_left, spare_right)
    yield from _numbers(left, right)


def _in_common(left: Name, right: Name, shared: Sequence[tuple[Word, Word, float]]) -> Iterator[Finding]:
    """How much of what both tell is shared, and of what the shorter one tells: half of each."""
    totals = sum(map(tells, left.words)), sum(map(tells, right.words))
    common = sum((tells(a) + tells(b)) / 2 * same for a, b, same in shared)
    if shared:
        how = (2 * common / sum(totals) + min(1.0, common / min(totals))) / 2
        yield Finding("words in common", how, _words([a for a, _, _ in shared]))


def _telling(shared: Sequence[tuple[Word, Word, float]]) -> bool:
    return any(min(tells(a), tells(b)) > _COMMON for a, b, _ in shared)


def tells(word: Word) -> float:
    """How much a word tells of whose name it is."""
    return _TELLS.get(word.kind, 1.0)


def initials(name: Name) -> tuple[str, ...]:
    """The acronyms a name can have: the first letters of its words, and those of all with the small ones."""
    return ("".join(w.text[0] for w in name.words), "".join(w[0] for w in name.letters.split()))


def _pairs(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[int, int, float]]:
    """Words of the one with words of the other, the likeliest first, each once, in whatever order they stand."""
    found = [(i, j, same) for i, a in enumerate(left) for j, b in enumerate(right) if (same := _same(a, b))]
    found.sort(key=lambda pair: (-pair[2], abs(pair[0] - pair[1]), pair[0], pair[1]))
    pairs: list[tuple[int, int, float]] = []
    for i, j, same in found:
        if all(i != k and j != m for k, m, _ in pairs):
            pairs.append((i, j, same))
    return pairs


def _same(left: Word, right: Word) -> float:
    if left.concept and left.concept == right.concept:
        return 1.0 if left.text == right.text else _TRANSLATED
    if left.concept and right.concept:
        return _OTHER_UNIT if left.kind == right.kind == "unit" else 0.0
    same = likeness(left, right)
    if same < _SPELLED and left.bones[0][:2] == right.bones[0][:2]:
        same = _DERIVED * _stems_alike(left.text, right.text)
    return same if same >= _SPELLED else 0.0


def _stems_alike(left: str, right: str) -> float:
    """How alike two words are without what makes followers of a name: "Nurist", "Nuriyya"."""
    a, b = _stem(left), _stem(right)
    return alike(a, b) if (a, b) != (left, right) and min(len(a), len(b)) >= _STEM else 0.0


def sense(word: Word) -> str:
    """What stands for a word of a body's name: what it means in whatever language, or its consonants without an ending."""
    stem = _stem(word.bare)
    return word.concept or (bones(stem) if len(stem) >= _STEM else word.bones[0])


@lru_cache(maxsize=KEPT)
def _stem(word: str) -> str:
    return _FOLLOWERS.sub("", word)


def _apart(left: Sequence[Word], right: Sequence[Word], *, besides: int) -> Iterator[Finding]:
    """What the words say that only one of the names has: as much as the less telling side of it.

    A word added to a name of one word makes another name; the more words it has `besides`, the less so.
    """
    tell_left, tell_right = (
        [w for w in side if tells(w) >= _COMMON and w.kind != "place"] for side in (left, right)
    )
    words = _words([*tell_left, *tell_right])
    most = sorted(max(map(tells, side), default=0.0) for side in (tell_left, tell_right))
    if most[0]:
        yield Finding("each tells a word more", most[0], words)
    elif most[1] > _COMMON:
        yield Finding("one tells a word more", most[1] * _BESIDES[min(besides, len(_BESIDES)) - 1], words)
    places = [[w for w in side if w.kind == "place"] for side in (left, right)]
    if any(places):
        feature = "another country" if all(places) else "one names a country more"
        yield Finding(feature, 1.0, _words([*places[0], *places[1]]))


def _units(left: Sequence[Word], right: Sequence[Word]) -> Iterator[Finding]:
    """ "Liwa X" is a part or a namesake of X, where "X Brigades" may be X in full."""
    for words, other in ((left, right), (right, left)):
        if words[0].kind == "unit" and len(words) > 1 and not any(w.kind == "unit" for w in other):
            yield Finding("a unit's word in front", 1.0, words[0].text)


def _other_kind(spare_left: Sequence[Word], spare_right: Sequence[Word]) -> Iterator[Finding]:
    """A party is no army, where no telling word says that they are one."""
    kinds = [[w for w in spare if w.kind in {"body", "unit"}] for spare in (spare_left, spare_right)]
    if all(kinds):
        yield Finding("another kind of body", 1.0, _words([*kinds[0], *kinds[1]]))


def _numbers(left: Name, right: Name) -> Iterator[Finding]:
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        yield Finding("another number", 1.0, ", ".join(sorted(left.numbers | right.numbers)))
    elif left.numbers != right.numbers:
        yield Finding("a number more", 1.0, ", ".join(sorted(left.numbers ^ right.numbers)))


def _words(words: Sequence[Word]) -> str:
    return ", ".join(word.text for word in words)
