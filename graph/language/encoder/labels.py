"""The labels of the encoder, and the best row of them for a sentence."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

TYPES = (
    "politician",
    "person",
    "organisation",
    "politicalparty",
    "event",
    "election",
    "country",
    "location",
    "misc",
)
"""What a name can be, as CrossNER's guidelines for politics have it."""
LABELS = ("O", *(f"{place}-{type_}" for type_ in TYPES for place in "BI"))
"""The label of a word: outside, or begin or inside of a name of a type."""
Rows = NDArray[np.float32]
"""For each word a row of numbers, one for each label."""


class Stretch(NamedTuple):
    """Words that are a name, the last included, with how likely each type is."""

    first: int
    last: int
    weights: tuple[float, ...]
    """Between 0 and 1, in the order of TYPES."""

    @property
    def type(self) -> str:
        return TYPES[self.weights.index(max(self.weights))]


def stretches(scores: Rows) -> list[Stretch]:
    """The names in a sentence, from the scores (logits) that the encoder gives each label at each word."""
    found: list[Stretch] = []
    if not scores.argmax(axis=1).any():
        return found  # no name anywhere, as in many sentences
    likely = _softmax(scores)
    start: int | None = None
    for at, label in enumerate((*_path(np.log(likely + 1e-12)), 0)):
        if start is not None and not _inside(label):
            found.append(Stretch(start, at - 1, _weights(likely[start:at])))
            start = None
        if _begins(label):
            start = at
    return found


def _begins(label: int) -> bool:
    return label % 2 == 1


def _inside(label: int) -> bool:
    return label > 0 and label % 2 == 0


def _softmax(scores: Rows) -> Rows:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    likely: Rows = powers / powers.sum(axis=1, keepdims=True)
    return likely


def _weights(likely: Rows) -> tuple[float, ...]:
    """How likely each type is: the mean over the words of what its two labels have together."""
    both = (likely[:, 1::2] + likely[:, 2::2]).mean(axis=0)
    return tuple(round(float(weight), 4) for weight in both)


def _path(scores: Rows) -> list[int]:
    """The likeliest label of each word, where an inside goes on only with a name of its own type."""
    best: list[int] = scores.argmax(axis=1).tolist()
    if all(
        not _inside(label) or best[at - 1 : at] in ([label], [label - 1]) for at, label in enumerate(best)
    ):
        return best
    return _viterbi(scores)


def _viterbi(scores: Rows) -> list[int]:
    """The same where the best label of each word alone makes no row of names."""
    labels = len(LABELS)
    inside = np.array([_inside(label) for label in range(labels)])
    total = np.where(inside, -np.inf, scores[0])
    came: list[list[int]] = []
    for row in scores[1:]:
        source = np.full(labels, int(total.argmax()))
        for label in range(2, labels, 2):
            source[label] = label if total[label] >= total[label - 1] else label - 1
        came.append(source.tolist())
        total = total[source] + row
    path = [int(total.argmax())]
    for source_of in reversed(came):
        path.append(source_of[path[-1]])
    return path[::-1]
