"""The trained weights as the file that ships: ONNX in whole numbers of eight bits."""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.fusion_options import FusionOptions
from onnxruntime.transformers.optimizer import optimize_model

from training.network import HEADS, WIDTH, Network


class _Alone(torch.nn.Module):
    """The network for one sentence that is not filled up."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, pieces: torch.Tensor, shapes: torch.Tensor) -> torch.Tensor:
        return self.network(pieces, shapes, torch.ones_like(pieces))[0]


def export(network: Network, file: Path) -> str:
    """Writes the network for one sentence at a time; gives the digest of the file."""
    network.eval()
    example = torch.randint(5, 2000, (1, 12)), torch.randint(1, 5, (1, 12))
    with tempfile.TemporaryDirectory() as folder:
        whole, joined = Path(folder) / "whole.onnx", Path(folder) / "joined.onnx"
        torch.onnx.export(
            _Alone(network),
            example,
            str(whole),
            input_names=["pieces", "shapes"],
            output_names=["scores"],
            dynamic_axes={"pieces": {1: "length"}, "shapes": {1: "length"}, "scores": {0: "length"}},
            opset_version=17,
            dynamo=False,
        )
        joining = optimize_model(
            str(whole), "bert", HEADS, WIDTH, opt_level=0, optimization_options=_single_steps()
        )
        joining.save_model_to_file(str(joined))
        quantize_dynamic(
            joined,
            file,
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options={"DefaultTensorType": TensorProto.FLOAT},
        )
    return hashlib.sha256(file.read_bytes()).hexdigest()


def _single_steps() -> FusionOptions:
    """What becomes a single step: attention and most layers around it, a fifth faster.

    An addition and the norm after it stay two: as one step of onnxruntime 1.31 they take seven times as long, and a
    sentence a quarter longer.
    """
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    return options
