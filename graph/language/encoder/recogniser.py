"""Sentences -> the same with what the encoder takes for names. The only module that touches onnxruntime."""

from __future__ import annotations

import hashlib
import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from graph.errors import EnvironmentFailedError
from graph.language.encoder.labels import TYPES, Stretch, stretches
from graph.language.encoder.pieces import numbers
from graph.model import Guess, Sentence

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

FILE = Path(__file__).with_name("names.int8.onnx")
WAY_OUT = "install dramatis anew, or set DRAMATIS_ENCODER=off to read with rules alone"
_SLOW = ["SkipLayerNormFusion"]
"""The step that onnxruntime 1.31 makes of an addition and a norm takes seven times as long as the two."""
_LEAST = 0.02
"""Types less likely are not told."""
_OPENING = frozenset({"ADP", "ADV", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
"""Parts of speech of words that have a capital only because a sentence starts with them."""


class Word(NamedTuple):
    """A word as the encoder was taught words: "al-Nur" is one; with the tokens that it is made of."""

    text: str
    first: int
    last: int


class Recogniser:
    """The encoder, loaded at the first sentence: that takes a fifth of a second and 60 MB.

    Each sentence is read alone, since numbers of eight bits are scaled to the largest in a batch: so what
    stands in other sentences, and in which order they come, changes nothing.
    """

    def __init__(self, file: Path = FILE) -> None:
        self._file = file

    def __getstate__(self) -> dict[str, Path]:
        """Another process loads the weights itself."""
        return {"_file": self._file}

    @cached_property
    def digest(self) -> str:
        """The hash of the weights."""
        return hashlib.sha256(self._file.read_bytes()).hexdigest()

    def __call__(self, sentences: Sequence[Sentence]) -> list[Sentence]:
        """The sentences with the guesses of the encoder."""
        return [replace(sentence, guesses=tuple(self._guesses(sentence))) for sentence in sentences]

    def _guesses(self, sentence: Sentence) -> Iterator[Guess]:
        if not may_name(sentence):
            return
        read = words(sentence)
        given = numbers([word.text for word in read])
        if not given.firsts:
            return
        pieces, shapes = np.array([given.pieces]), np.array([given.shapes])
        (scores,) = self._session.run(None, {"pieces": pieces, "shapes": shapes})
        for stretch in stretches(np.asarray(scores)[given.firsts]):
            yield Guess(read[stretch.first].first, read[stretch.last].last, _types(stretch))

    @cached_property
    def _session(self) -> InferenceSession:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        # One thread: spinning threads cost six times the CPU on a shared machine.
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            return onnxruntime.InferenceSession(
                str(self._file), options, providers=["CPUExecutionProvider"], disabled_optimizers=_SLOW
            )
        except Exception as error:  # onnxruntime raises classes of its own, which share no base
            raise EnvironmentFailedError(f"the weights {self._file} cannot be read; {WAY_OUT}") from error


def missing(file: Path = FILE) -> str:
    """Why the encoder cannot be used, in words; nothing where it can."""
    if not file.exists():
        return f"the encoder's weights {file} are missing"
    return "" if importlib.util.find_spec("onnxruntime") else "onnxruntime is not installed"


def _types(stretch: Stretch) -> tuple[tuple[str, float], ...]:
    told = [(type_, w) for type_, w in zip(TYPES, stretch.weights, strict=True) if w >= _LEAST]
    return tuple(sorted(told, key=lambda pair: (-pair[1], pair[0])))


def may_name(sentence: Sentence) -> bool:
    """Whether a word is printed as names are: one sentence in five shows no capital but that of its start."""
    printed = [t for t in sentence.tokens if t.text != t.text.lower() and t.text != "I"]
    first = next((t for t in sentence.tokens if t.text[:1].isalpha()), None)
    return any(token is not first or token.pos not in _OPENING for token in printed)


def words(sentence: Sentence) -> list[Word]:
    """The words of a sentence: tokens, but what hyphens join without spaces is one word."""
    found: list[Word] = []
    for token in sentence.tokens:
        before = sentence.tokens[token.i - 1] if token.i else None
        if before is not None and not before.space and "-" in (before.text, token.text):
            whole = found.pop()
            found.append(Word(whole.text + token.text, whole.first, token.i))
        else:
            found.append(Word(token.text, token.i, token.i))
    return found
