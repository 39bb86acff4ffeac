"""What speaks for and against two names being of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from graph.language.names.align import FAIR, Pair, aligned, likeness, table
from graph.language.names.sound import alike
from graph.language.names.table import Finding
from graph.language.names.words import Name, Word

_FULL = 0.87
"""From this likeness on a word counts in full as a spelling of another; down to `FAIR` by and by less."""

_LEFT_OUT = "muhammad"
"""A first name so frequent that it is often left out before another."""


def findings(left: Name, right: Name) -> Iterable[Finding]:
    """The features that hold of two persons' names."""
    short, long = (left, right) if len(left.words) <= len(right.words) else (right, left)
    if not _ends_meet(short.words, long.words):
        return [Finding("another last name", 1.0, f"{left.words[-1].text}, {right.words[-1].text}")]
    pairs = aligned(short.words, long.words, table(short.words, long.words))
    return [
        *_alike(short, long, pairs),
        *_apart(short, long, pairs),
        *_generations(left.generation, right.generation),
    ]


def _ends_meet(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a first or last word of one is alike a first or last word of the other: what costs least to see."""
    return bool(
        likeness(left[0], right[0])
        or likeness(left[-1], right[-1])
        or likeness(left[0], right[-1])
        or likeness(left[-1], right[0])
    )


def strength(likeness: float) -> float:
    """How far a likeness counts."""
    return min(1.0, max(0.0, (likeness - FAIR) / (_FULL - FAIR)))


def _alike(short: Name, long: Name, pairs: Sequence[Pair]) -> Iterator[Finding]:
    last = len(short.words)
    for pair in pairs:
        at_start, at_end = pair.left[0] == 0, pair.left[1] == last
        words = f"{_text(short, pair.left)}, {_text(long, pair.right)}"
        how = strength(pair.likeness)
        if at_end:
            yield Finding("last name alike", how, words)
        if at_start and last > 1 or pair.left[1] - pair.left[0] > 1:
            yield Finding("first name alike", how, words)
        if at_start and at_end and len(long.words) == pair.right[1] - pair.right[0]:
            yield Finding("no surname beside it", how, words)
        if not at_start and not at_end:
            yield Finding("middle name alike", how, words)
        if min(len(short.words[pair.left[0]].text), len(long.words[pair.right[0]].text)) == 1:
            yield Finding("only an initial", 1.0, words)
    if any(pair.moved for pair in pairs):
        yield Finding("words in another order", 1.0, f"{short.letters}, {long.letters}")


def _apart(short: Name, long: Name, pairs: Sequence[Pair]) -> Iterator[Finding]:
    """The words that have no fellow, by where they stand between those that have one."""
    moved_left = {n for p in pairs if p.moved for n in range(*p.left)}
    moved_right = {n for p in pairs if p.moved for n in range(*p.right)}
    fixed = [p for p in pairs if not p.moved]
    starts = [(0, 0), *((p.left[1], p.right[1]) for p in fixed)]
    ends = [*((p.left[0], p.right[0]) for p in fixed), (len(short.words), len(long.words))]
    for n, ((i, j), (k, m)) in enumerate(zip(starts, ends, strict=True)):
        here = [w.text for at, w in enumerate(short.words) if i <= at < k and at not in moved_left]
        there = [w.text for at, w in enumerate(long.words) if j <= at < m and at not in moved_right]
        where = "first" if n == 0 else "last" if n == len(fixed) else "middle"
        words = ", ".join([*here, *there])
        if here and there:
            yield Finding(f"another {where} name", 1.0, words)
        elif here or there:
            often = all(alike(word, _LEFT_OUT) > _FULL for word in here or there)
            yield Finding(f"a {where} name more", 0.3 if often else 1.0, words)
            if n == 0 and (short if here else long).words[len(here or there)].child:
                yield Finding("a child of the other", 1.0, words)


def _generations(left: str, right: str) -> Iterator[Finding]:
    if left and right and left != right:
        yield Finding("another generation", 1.0, f"{left}, {right}")
    elif left and right:
        yield Finding("the same generation", 1.0, left)
    elif left != right:
        yield Finding("a generation mark more", 1.0, left or right)


def _text(name: Name, span: tuple[int, int]) -> str:
    return " ".join(word.text for word in name.words[slice(*span)])
