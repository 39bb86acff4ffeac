"""spaCy's vectors of words in their context, with each kind of word looked up once.

They are a quarter of the time of parsing twice over, for the parser and for the recogniser of names. What stands for
a word before its neighbours are looked at depends on its form alone; and numpy multiplies quicker than spaCy does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from thinc.model import Model

Floats = NDArray[np.float32]
Keys = NDArray[np.uint64]

KINDS = 40_000
"""So many kinds of words are kept; with more all are looked up anew."""
AT_ONCE = 64
"""Always so many kinds are looked up together, so that the last digit does not hang on which ones they are."""
_NARROW = 1e-8
_PROBE = "Ali Nur's 2 brigades left Velka on Monday, she said; nobody wasn't asked."


class Layer(NamedTuple):
    """The largest of some sums for each place, brought to one scale."""

    weights: Floats
    """In columns, piece after piece."""
    bias: Floats
    pieces: int
    scale: Floats
    shift: Floats

    def __call__(self, given: Floats) -> Floats:
        sums = given @ self.weights
        sums += self.bias
        best: Floats = reduce(np.maximum, np.split(sums, self.pieces, axis=1))
        best -= best.mean(axis=1, keepdims=True)
        spread = np.einsum("ij,ij->i", best, best)[:, None] / best.shape[1]
        best *= 1 / np.sqrt(spread + _NARROW)
        best *= self.scale
        best += self.shift
        return best


class Lookup:
    """Kinds of words -> their vectors before anything stands around them."""

    def __init__(self, embed: Model[Any, Any], vocabulary: Any) -> None:
        nodes = list(embed.walk(order="dfs_pre"))
        [features] = _named(nodes, "extract_features")
        [static] = _named(nodes, "static_vectors")
        self._vectors = vocabulary.vectors
        self._static = np.ascontiguousarray(_weights(static, "W").T)
        self._hashed = [(_weights(node, "E"), node.attrs["seed"]) for node in _named(nodes, "hashembed")]
        self._ops: Any = embed.ops
        [self._mix] = _layers(nodes)
        self.columns = [*features.attrs["columns"], "ORTH"]
        self._places: dict[bytes, int] = {}
        self._table = np.empty((KINDS + AT_ONCE, len(self._mix.scale)), dtype=np.float32)

    def __call__(self, kinds: Keys) -> Floats:
        """A vector for each row of keys."""
        width = kinds.shape[1] * kinds.itemsize
        data = kinds.tobytes()
        rows = [data[at : at + width] for at in range(0, len(data), width)]
        new = [row for row in dict.fromkeys(rows) if row not in self._places]
        if len(self._places) + len(new) > KINDS:
            self._places.clear()
            new = list(dict.fromkeys(rows))
        if len(new) > KINDS:
            return np.concatenate([self(part) for part in np.array_split(kinds, 2)])
        for at in range(0, len(new), AT_ONCE):
            self._learn(new[at : at + AT_ONCE])
        return self._table[[self._places[row] for row in rows]]

    def _learn(self, rows: Sequence[bytes]) -> None:
        filled = b"".join((*rows, *[rows[0]] * (AT_ONCE - len(rows))))
        keys = np.frombuffer(filled, dtype=np.uint64).reshape(AT_ONCE, -1)
        start = len(self._places)
        self._table[start : start + AT_ONCE] = self._mix(self._looked_up(keys))
        self._places.update((row, at) for at, row in enumerate(rows, start))

    def _looked_up(self, keys: Keys) -> Floats:
        parts = [
            self._ops.gather_add(table, self._ops.hash(np.ascontiguousarray(keys[:, at]), seed) % len(table))
            for at, (table, seed) in enumerate(self._hashed)
        ]
        known = self._vectors.find(keys=keys[:, -1])
        static = self._vectors.data[known] @ self._static
        static[known < 0] = 0
        return np.concatenate([*parts, static], axis=1)


class Context:
    """Texts -> for each the vectors of its words."""

    def __init__(self, model: Model[Any, Any], vocabulary: Any) -> None:
        encode = model.get_ref("encode")
        nodes = list(encode.walk(order="dfs_pre"))
        if {node.attrs["window_size"] for node in _named(nodes, "expand_window")} != {1}:
            raise ValueError("another window")
        self._pad: int = encode.attrs["pad"]
        self._layers = _layers(nodes)
        self._look_up = Lookup(model.get_ref("embed"), vocabulary)

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """The vectors of each text's words."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            return [np.zeros((0, len(self._layers[0].scale)), dtype=np.float32) for _ in docs]
        found = self._look_up(np.concatenate([doc.to_array(self._look_up.columns) for doc in docs]))
        states, starts = self._apart(found, lengths)
        for layer in self._layers:
            states = states + layer(_with_neighbours(states))
        return [states[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def _apart(self, found: Floats, lengths: Sequence[int]) -> tuple[Floats, list[int]]:
        """The words of all texts with empty rows around each text, as spaCy has them, and where each text starts."""
        count, width = found.shape
        apart = np.zeros((count + 2 * self._pad * len(lengths), width), dtype=np.float32)
        starts, at, taken = [], 0, 0
        for length in lengths:
            at += self._pad
            apart[at : at + length] = found[taken : taken + length]
            starts.append(at)
            at, taken = at + length + self._pad, taken + length
        return apart, starts


def _with_neighbours(states: Floats) -> Floats:
    """Each row behind the row before it and before the row after it."""
    count, width = states.shape
    found = np.zeros((count, 3, width), dtype=np.float32)
    found[1:, 0] = states[:-1]
    found[:, 1] = states
    found[:-1, 2] = states[1:]
    return found.reshape(count, 3 * width)


def _named(nodes: Iterable[Model[Any, Any]], name: str) -> list[Model[Any, Any]]:
    return [node for node in nodes if node.name == name]


def _layers(nodes: Sequence[Model[Any, Any]]) -> list[Layer]:
    return [
        _layer(maxout, norm)
        for maxout, norm in zip(_named(nodes, "maxout"), _named(nodes, "layernorm"), strict=True)
    ]


def _layer(maxout: Model[Any, Any], norm: Model[Any, Any]) -> Layer:
    weights, bias = _weights(maxout, "W"), _weights(maxout, "b")
    places, pieces, width = weights.shape
    return Layer(
        np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(width, pieces * places)),
        np.ascontiguousarray(bias.T.reshape(-1)),
        pieces,
        _weights(norm, "G"),
        _weights(norm, "b"),
    )


def _weights(node: Model[Any, Any], name: str) -> Floats:
    weights: Any = node.get_param(name)
    return np.asarray(weights, dtype=np.float32)


def quicken(nlp: Language) -> None:
    """Puts the quick vectors in the place of spaCy's, where they are made as told above and come out the same."""
    if "tok2vec" in nlp.pipe_names:
        pipe: Any = nlp.get_pipe("tok2vec")
        pipe.model = _quick(nlp, pipe.model) or pipe.model
    if "ner" in nlp.pipe_names:
        whole: Any = nlp.get_pipe("ner")
        for node in list(whole.model.walk()):
            if {"embed", "encode"} <= set(node.ref_names) and (quick := _quick(nlp, node)):
                whole.model.replace_node(node, quick)


def _quick(nlp: Language, model: Model[Any, Any]) -> Model[Any, Any] | None:
    from thinc.model import Model

    try:
        context = Context(model, nlp.vocab)
    except (KeyError, ValueError):
        return None
    probe = [nlp.make_doc(_PROBE), nlp.make_doc("No.")]
    pairs = zip(model.predict(probe), context(probe), strict=True)
    if not all(np.allclose(right, mine, atol=1e-4) for right, mine in pairs):
        return None

    def forward(
        _: Model[Any, Any], docs: Sequence[Doc], is_train: bool
    ) -> tuple[list[Floats], Callable[[Any], Any]]:
        assert not is_train
        return context(docs), lambda _: []

    return Model("context", forward, dims={"nO": model.get_dim("nO")})
