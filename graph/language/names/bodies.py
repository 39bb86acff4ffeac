"""What speaks for and against two names being of one organisation or place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.language.names.align import FAIR, likeness
from graph.language.names.table import Finding
from graph.language.names.words import Name, Word

_TELLS = {"body": 0.3, "unit": 0.3, "title": 0.3, "quality": 0.6, "place": 0.7, "thing": 0.9}
"""How much a word tells by its kind; any other, and one that is known for nothing, tells all."""

_TRANSLATED = 0.9
_SPELLED = 0.85


def findings(left: Name, right: Name) -> Iterator[Finding]:
    """The features that hold of two names of organisations or places."""
    yield from _acronym(left, right)
    pairs = _pairs(left.words, right.words)
    spare_left = [w for n, w in enumerate(left.words) if n not in {i for i, _, _ in pairs}]
    spare_right = [w for n, w in enumerate(right.words) if n not in {j for _, j, _ in pairs}]
    shared = [(left.words[i], right.words[j], same) for i, j, same in pairs]
    total = sum(map(tells, left.words)) + sum(map(tells, right.words))
    common = sum((tells(a) + tells(b)) * same for a, b, same in shared) / total
    if shared:
        yield Finding("words in common", common, _words([a for a, _, _ in shared]))
    if not any(tells(a) >= _TELLS["quality"] for a, _, _ in shared):
        yield Finding("no telling word in common", 1.0, f"{left.letters}, {right.letters}")
    yield from _apart(left, right, spare_left, spare_right)
    yield from _numbers(left, right)


def tells(word: Word) -> float:
    """How much a word tells of whose name it is."""
    return _TELLS.get(word.kind, 1.0)


def _acronym(left: Name, right: Name) -> Iterator[Finding]:
    for short, long in ((left, right), (right, left)):
        if short.short and not long.short and short.short.lower() in initials(long):
            yield Finding("acronym of the other", 1.0, f"{short.short}, {long.letters}")
            return


def initials(name: Name) -> tuple[str, ...]:
    """The acronyms a name can have: the first letters of its words, and those of all with the small ones."""
    return ("".join(w.text[0] for w in name.words), "".join(w[0] for w in name.letters.split()))


def _pairs(left: Sequence[Word], right: Sequence[Word]) -> list[tuple[int, int, float]]:
    """Words of the one with words of the other, the likeliest first, each once, in whatever order they stand."""
    found = [
        (i, j, same) for i, a in enumerate(left) for j, b in enumerate(right) if (same := _same(a, b)) >= FAIR
    ]
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
        return _TRANSLATED if left.kind == right.kind == "unit" else 0.0
    same = likeness(left, right)
    return same if same >= _SPELLED else 0.0


def _apart(
    left: Name, right: Name, spare_left: Sequence[Word], spare_right: Sequence[Word]
) -> Iterator[Finding]:
    telling_left = [w for w in spare_left if tells(w) >= _TELLS["place"]]
    telling_right = [w for w in spare_right if tells(w) >= _TELLS["place"]]
    if telling_left and telling_right:
        yield Finding("each tells a word more", 1.0, _words([*telling_left, *telling_right]))
    elif telling_left or telling_right:
        yield Finding("one tells a word more", 1.0, _words(telling_left or telling_right))
    places = [[w for w in spare if w.kind == "place"] for spare in (spare_left, spare_right)]
    if all(places):
        yield Finding("another country", 1.0, _words([*places[0], *places[1]]))
    kinds = [[w for w in spare if w.kind in {"body", "unit"}] for spare in (spare_left, spare_right)]
    if all(kinds):
        yield Finding("another kind of body", 1.0, _words([*kinds[0], *kinds[1]]))
    for name, spare, other in ((left, spare_left, spare_right), (right, spare_right, spare_left)):
        first = name.words[0]
        if (
            first in spare
            and first.kind == "unit"
            and len(name.words) > 1
            and not any(w.kind == "unit" for w in other)
        ):
            yield Finding("a unit's word in front", 1.0, first.text)


def _numbers(left: Name, right: Name) -> Iterator[Finding]:
    if left.numbers and right.numbers and not left.numbers & right.numbers:
        yield Finding("another number", 1.0, ", ".join(sorted(left.numbers | right.numbers)))
    elif left.numbers != right.numbers:
        yield Finding("a number more", 1.0, ", ".join(sorted(left.numbers ^ right.numbers)))


def _words(words: Sequence[Word]) -> str:
    return ", ".join(word.text for word in words)
