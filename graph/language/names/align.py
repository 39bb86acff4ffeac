"""The words of two names laid side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from graph.language.names.script import UNVOWELLED
from graph.language.names.sound import alike
from graph.language.names.words import Word

FAIR = 0.75
"""Below this two words are no spellings of one."""

INITIAL = 0.8
"""How far an initial stands for a word."""

_NICKNAME = 0.9
_JOINED = 0.85
_SERVANT = "abd"
"""Begins many names and tells none of them."""

Table = Sequence[Sequence[float]]
"""How alike each word of the one name is to each of the other; 0 for what is not `FAIR`."""


class Pair(NamedTuple):
    """Words of the one name that stand for words of the other; more than one where they are written joined."""

    left: tuple[int, int]
    right: tuple[int, int]
    likeness: float
    moved: bool = False


def likeness(left: Word, right: Word) -> float:
    """How alike two words of names are: as spellings, with or without what is joined to them, as short forms."""
    if left.text == right.text:
        return 1.0
    if (len(left.text) == 1) != (len(right.text) == 1):
        return INITIAL if left.text[0] == right.text[0] else 0.0
    if left.concept and left.concept == right.concept and left.kind == "given":
        return max(_NICKNAME, alike(left.text, right.text))
    a, b = left.bones[0], right.bones[0]
    both_whole = len(left.bones) == len(right.bones) == 1
    if both_whole and a != b and a[:1] != b[:1] and a[-1:] != b[-1:]:
        return 0.0
    if left.text.startswith(_SERVANT) and right.text.startswith(_SERVANT):
        best = alike(left.text[len(_SERVANT) :], right.text[len(_SERVANT) :])
    else:
        best = alike(left.text, right.text)
    if not both_whole:
        best = max(best, 0.98 * alike(left.bare, right.bare))
    return best if best >= FAIR else 0.0


def table(left: Sequence[Word], right: Sequence[Word]) -> Table:
    """How alike each word is to each."""
    return [[likeness(a, b) for b in right] for a in left]


def aligned(left: Sequence[Word], right: Sequence[Word], alike: Table) -> list[Pair]:
    """The pairs of words that make two names most alike: in order, then those that changed their place."""
    if len(left) == len(right) and all(alike[n][n] for n in range(len(left))):
        return [Pair((n, n + 1), (n, n + 1), alike[n][n]) for n in range(len(left))]
    pairs = _in_order(left, right, alike)
    taken_left = {n for p in pairs for n in range(*p.left)}
    taken_right = {n for p in pairs for n in range(*p.right)}
    for i in range(len(left)):
        for j, same in enumerate(alike[i]):
            if same and i not in taken_left and j not in taken_right:
                pairs.append(Pair((i, i + 1), (j, j + 1), same, moved=True))
                taken_left.add(i)
                taken_right.add(j)
    return pairs


def _in_order(left: Sequence[Word], right: Sequence[Word], alike: Table) -> list[Pair]:
    """The best pairs that do not cross, by dynamic programming from the ends of both names."""
    below: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())] * (len(right) + 2)
    twice_below = below
    for i in range(len(left) - 1, -1, -1):
        row: list[tuple[float, tuple[Pair, ...]]] = [(0.0, ())] * (len(right) + 2)
        for j in range(len(right) - 1, -1, -1):
            best = below[j] if below[j][0] >= row[j + 1][0] else row[j + 1]
            if same := alike[i][j]:
                best = _better(best, below[j + 1], same, Pair((i, i + 1), (j, j + 1), same))
            if i + 1 < len(left) and (same := _joined(left[i], left[i + 1], right[j])):
                best = _better(best, twice_below[j + 1], 1.5 * same, Pair((i, i + 2), (j, j + 1), same))
            elif j + 1 < len(right) and (same := _joined(right[j], right[j + 1], left[i])):
                best = _better(best, below[j + 2], 1.5 * same, Pair((i, i + 1), (j, j + 2), same))
            row[j] = best
        below, twice_below = row, below
    return list(below[0][1])


def _better(
    best: tuple[float, tuple[Pair, ...]], rest: tuple[float, tuple[Pair, ...]], gain: float, pair: Pair
) -> tuple[float, tuple[Pair, ...]]:
    """The choice so far, or this pair before the best of the rest if that gains more."""
    return (rest[0] + gain, (pair, *rest[1])) if rest[0] + gain > best[0] else best


def _joined(first: Word, second: Word, other: Word) -> float:
    """How alike two words written as one are to another word."""
    length = len(first.text) + len(second.text)
    if first.text[0] != other.text[0] or not -3 < length - len(other.text) < 4 or length < 5:
        return 0.0
    same = alike(first.text + second.text.removeprefix(UNVOWELLED), other.text)
    return same if same >= _JOINED else 0.0
