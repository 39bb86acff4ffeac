"""spaCy's recogniser of names, which looks at the words of all paragraphs at once.

It takes the steps that spaCy would, with the scores that spaCy gives them. But spaCy 3.8 takes the lock of the
interpreter for every move that it tries at every word, which was a third of the time of parsing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

AT_ONCE = 64
"""Paragraphs; as many as spaCy takes."""
_FEATURES = 3
"""The word that is looked at, the first word of the name that is open, and the last before it."""
_NONE = -1


Words = NDArray[np.intp]
"""Places of words, or a number for each word."""


class _Name(NamedTuple):
    """A name by the places of its first and last word."""

    first: int
    last: int
    label: str


class Greedy:
    """The component `ner` of a pipeline."""

    def __init__(self, ner: EntityRecognizer) -> None:
        self._model = ner.model
        names = [ner.moves.get_class_name(move).partition("-") for move in range(ner.moves.n_moves)]
        labels = sorted({label for _, _, label in names if label})
        self._labels = labels
        self._kind = np.array([kind for kind, _, _ in names])
        self._label = np.array([labels.index(label) if label else _NONE for _, _, label in names])
        self._allowed = np.array(list(self._rows()))

    def _rows(self) -> Iterator[NDArray[np.bool_]]:
        """Which moves there are: where nothing is open, then where a name of each label is."""
        labelled = self._label != _NONE
        outside, begin, unit = self._kind == "O", self._kind == "B", self._kind == "U"
        yield outside | (begin | unit) & labelled
        yield outside | unit & labelled  # the sentence ends here
        yield outside  # no name begins with a blank
        for label in range(len(self._labels)):
            of_label = self._label == label
            yield of_label & ((self._kind == "I") | (self._kind == "L"))
            yield of_label & (self._kind == "L")

    def __call__(self, docs: Sequence[Doc]) -> None:
        """Mark the names in each paragraph."""
        by_length = sorted((doc for doc in docs if len(doc)), key=len)
        for start in range(0, len(by_length), AT_ONCE):
            self._mark(by_length[start : start + AT_ONCE])

    def _mark(self, docs: Sequence[Doc]) -> None:
        from spacy.tokens import Span

        found = self._names(docs)
        start = 0
        for doc in docs:
            names = []
            while found and found[0].last < start + len(doc):
                name = found.popleft()
                names.append(Span(doc, name.first - start, name.last - start + 1, label=name.label))
            doc.set_ents(names, default="outside")
            start += len(doc)

    def _names(self, docs: Sequence[Doc]) -> deque[_Name]:
        """The names in some paragraphs, whose words are numbered through."""
        steps = self._model.predict(docs)
        blank, ends = _blanks(docs)
        words = np.arange(len(ends))
        nothing = np.full(len(ends), _NONE)
        # Where no name is open a step depends on no step before it: so all of them are taken at once.
        moves = self._moves(steps, (words, nothing, nothing), np.where(blank, 2, ends))
        begun = np.flatnonzero(self._kind[moves] == "B")
        last = dict(
            zip(begun.tolist(), self._lasts(steps, begun, self._label[moves[begun]], ends), strict=True)
        )
        steps.clear_memory()
        found: deque[_Name] = deque()
        for first in np.flatnonzero(self._kind[moves] != "O").tolist():
            if not found or first > found[-1].last:
                label = self._labels[self._label[moves[first]]]
                found.append(_Name(first, last.get(first, first), label))
        return found

    def _lasts(self, steps: Any, first: Words, label: Words, ends: Words) -> list[int]:
        """The last word of each name, by its first word and its label."""
        at = first.copy()
        still = np.arange(len(first))
        while len(still):
            at[still] += 1
            now = at[still]
            moves = self._moves(steps, (now, first[still], now - 1), 3 + 2 * label[still] + ends[now])
            still = still[self._kind[moves] != "L"]
        lasts: list[int] = at.tolist()
        return lasts

    def _moves(self, steps: Any, features: tuple[Words, ...], rows: Words) -> Words:
        """The best move at some words, of those that are allowed."""
        ids = np.stack(features, axis=1).astype(np.int32)
        scores = steps.vec2scores.predict(steps.state2vec.predict(ids))
        best: Words = np.where(self._allowed[rows], scores, -np.inf).argmax(axis=1)
        return best


def _blanks(docs: Sequence[Doc]) -> tuple[NDArray[np.bool_], NDArray[np.intp]]:
    """For each word of all paragraphs whether it is blank, and 1 where its sentence ends with it."""
    from spacy.attrs import IS_SPACE, SENT_START

    blank, ends = [], []
    for doc in docs:
        told = doc.to_array([IS_SPACE, SENT_START])
        blank.append(told[:, 0] != 0)
        ends.append(np.append(told[1:, 1] == 1, True))
    return np.concatenate(blank), np.concatenate(ends).astype(np.intp)


def greedy(nlp: Language) -> Greedy | None:
    """The recogniser of names of a pipeline, if it is one that reads as told above."""
    if "ner" not in nlp.pipe_names:
        return None
    ner: Any = nlp.get_pipe("ner")
    layers = getattr(ner.model, "ref_names", ())
    known = (
        type(ner).__name__ == "EntityRecognizer"
        and ner.cfg["beam_width"] == 1
        and {"lower", "upper"} <= set(layers)
        and ner.model.attrs["has_upper"]
        and not ner.model.attrs["unseen_classes"]
        and ner.model.get_ref("lower").get_dim("nF") == _FEATURES
    )
    return Greedy(ner) if known else None
