"""What it costs to turn words into others, for many pairs at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from graph.language.names.sound import ADDED, COST

_SIGNS = "".join(sorted({*"abcdefghijklmnopqrstuvwxyzE", *"".join(COST)}))
_NUMBERS = {sign: number for number, sign in enumerate(_SIGNS)}
_READ = np.array(
    [[0.0 if a == b else COST.get(a + b, 1.0) for b in _SIGNS] for a in _SIGNS], dtype=np.float32
)
_MORE = np.array([ADDED.get(sign, 1.0) for sign in _SIGNS], dtype=np.float32)
_SWAPPED = np.float32(0.7)

Signs = NDArray[np.uint8]
Costs = NDArray[np.float32]


def signs(sound: str) -> list[int] | None:
    """The numbers that stand for the signs of a word's sound, or nothing where one has no number."""
    found = [_NUMBERS.get(sign, -1) for sign in sound]
    return None if -1 in found else found


def costs(left: Signs, right: Signs, left_lengths: Signs, right_lengths: Signs) -> Costs:
    """The least that turns each word into its fellow, each given by the numbers of its signs and how many they are.

    Never more than what `sound.alike` takes two words to cost.
    """
    found = np.empty(len(left), dtype=np.float32)
    sizes = left_lengths.astype(np.int32) << 8 | right_lengths
    order = np.argsort(sizes, kind="stable")
    starts = np.flatnonzero(np.diff(sizes[order], prepend=-1))
    for rows in np.split(order, starts[1:]):
        if len(rows):
            m, n = int(left_lengths[rows[0]]), int(right_lengths[rows[0]])
            found[rows] = _costs(left[rows, :m].T.copy(), right[rows, :n].T.copy())
    return found


def _costs(left: Signs, right: Signs) -> Costs:
    """The same for words of one length, and fellows of one length: a row for each sign of them."""
    one = np.ones(left.shape[1], dtype=np.float32)
    added = [one, *_MORE[right[1:]]]
    last = [np.zeros_like(one)]
    for more in added:
        last.append(last[-1] + more)
    before = last
    for i, a in enumerate(left):
        extra = _MORE[a] if i else one
        row = [last[0] + extra]
        for j, b in enumerate(right):
            cost = np.minimum(last[j] + _READ[a, b], last[j + 1] + extra)
            np.minimum(cost, row[j] + added[j], out=cost)
            if i and j:
                swapped = (a == right[j - 1]) & (b == left[i - 1])
                np.minimum(cost, before[j - 1] + _SWAPPED, out=cost, where=swapped)
            row.append(cost)
        before, last = last, row
    return last[-1]
