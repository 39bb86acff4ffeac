"""The transformer: BERT of six small layers with a table of word shapes, and a layer that labels each word."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from graph.language.encoder.labels import LABELS
from graph.language.encoder.pieces import SHAPES

WIDTH, INNER, HEADS, LAYERS, PLACES, PIECES = 384, 1536, 12, 6, 512, 30522
NARROW = 1e-12


class Layer(nn.Module):
    """Attention to the whole sentence, then two steps for each piece alone."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.inner, self.outer = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.after_attention, self.after_all = (nn.LayerNorm(WIDTH, eps=NARROW) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        count, length, _ = states.shape

        def parted(x: torch.Tensor) -> torch.Tensor:
            return x.view(count, length, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = (parted(layer(states)) for layer in (self.query, self.key, self.value))
        if self.training:
            mixed = functional.scaled_dot_product_attention(query, key, value, mask.to(query.dtype))
        else:  # step by step, which is what the optimiser of the exported file knows
            scores = query @ key.transpose(2, 3) / (WIDTH // HEADS) ** 0.5
            mixed = functional.softmax(scores + mask, dim=-1) @ value
        states = self.after_attention(
            states + self.output(mixed.transpose(1, 2).reshape(count, length, WIDTH))
        )
        return self.after_all(states + self.dropout(self.outer(functional.gelu(self.inner(states)))))


class Network(nn.Module):
    """Pieces and shapes -> scores of the labels for each piece."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(PIECES, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.shapes = nn.Embedding(len(SHAPES), WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=NARROW)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.head = nn.Linear(WIDTH, len(LABELS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor, real: torch.Tensor) -> torch.Tensor:
        """`real` is 1 where there is a piece, 0 where a shorter sentence is filled up."""
        at = torch.arange(pieces.shape[1])
        states = self.words(pieces) + self.places(at) + self.shapes(shapes)
        states = self.dropout(self.norm(states))
        mask = (1.0 - real[:, None, None, :].to(states.dtype)) * -1e4
        for layer in self.layers:
            states = layer(states, mask)
        return self.head(self.dropout(states))


_NAMES = {
    "attention.self.query": "query",
    "attention.self.key": "key",
    "attention.self.value": "value",
    "attention.output.dense": "output",
    "attention.output.LayerNorm": "after_attention",
    "intermediate.dense": "inner",
    "output.dense": "outer",
    "output.LayerNorm": "after_all",
}


def pretrained(file: Path, dropout: float = 0.1) -> Network:
    """The network with the weights of a BERT file; the shapes all begin as its first token type."""
    given, network = load_file(file), Network(dropout)
    weights = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "places.weight": given["embeddings.position_embeddings.weight"],
        "shapes.weight": given["embeddings.token_type_embeddings.weight"][:1]
        + 0.02 * torch.randn(len(SHAPES), WIDTH),
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    for layer in range(LAYERS):
        for theirs, ours in _NAMES.items():
            for part in ("weight", "bias"):
                weights[f"layers.{layer}.{ours}.{part}"] = given[f"encoder.layer.{layer}.{theirs}.{part}"]
    missing = network.load_state_dict(weights, strict=False)
    assert set(missing.missing_keys) == {"head.weight", "head.bias"}
    assert not missing.unexpected_keys
    network.words.weight.requires_grad = False
    return network
