"""spaCy's recogniser of names, which takes a step in all paragraphs at once.

It takes the steps that spaCy would, with the scores that spaCy gives them. But spaCy 3.8 takes the lock of the
interpreter for every move that it tries at every word, which was a third of the time of parsing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

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

        found: list[list[Any]] = [[] for _ in docs]
        for number, first, last, label in self._names(docs):
            found[number].append(Span(docs[number], first, last + 1, label=label))
        for doc, names in zip(docs, found, strict=True):
            doc.set_ents(names, default="outside")

    def _names(self, docs: Sequence[Doc]) -> Iterator[tuple[int, int, int, str]]:
        """The number of a paragraph, the first and the last word of a name in it, and its label.

        The paragraphs are in the order of their length.
        """
        steps = self._model.predict(docs)
        lengths = np.array([len(doc) for doc in docs])
        offsets = np.concatenate(([0], lengths.cumsum()[:-1]))
        blank, ends = _blanks(docs)
        opened, began = np.full(len(docs), _NONE), np.zeros(len(docs), dtype=int)
        for at in range(lengths[-1]):
            live = np.searchsorted(lengths, at, side="right")  # the shorter ones are done
            now, label = offsets[live:] + at, opened[live:]
            inside = label != _NONE
            ids = np.stack(
                (
                    now,
                    np.where(inside, offsets[live:] + began[live:], _NONE),
                    np.where(inside, now - 1, _NONE),
                ),
                axis=1,
            )
            scores = steps.vec2scores.predict(steps.state2vec.predict(ids.astype(np.int32)))
            row = np.where(inside, 3 + 2 * label + ends[now], np.where(blank[now], 2, ends[now]))
            move = np.where(self._allowed[row], scores, -np.inf).argmax(axis=1)
            for place in np.flatnonzero(self._kind[move] != "O").tolist():
                kind, which = self._kind[move[place]], self._label[move[place]]
                number = int(live) + place
                if kind in "BU":
                    began[number] = at
                opened[number] = which if kind in "BI" else _NONE
                if kind in "LU":
                    yield number, int(began[number]), at, self._labels[which]
        steps.clear_memory()


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
