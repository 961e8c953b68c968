"""A fine-tuned folder as one small ONNX file: seven-bit weights, four-bit piece embeddings."""

import json
import logging
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModelForSequenceClassification

from dualuse.models.four_bits import BLOCK, four_bits
from dualuse.training.encoder.restored import CONFIG
from dualuse.training.encoder.row_scales import scale_by_row

_OPSET: Final = 20
"""The first that has GELU whole."""
_EMBEDDINGS: Final = "word_embeddings"


def export_network(folder: Path, out: Path) -> None:
    """Write the network of a saved folder as one ONNX file.

    Inputs are `input_ids` and `attention_mask`, shape (texts, pieces), the output is `logits`.
    Matrices become whole numbers of seven bits with a scale for each column: an eighth bit costs an
    archive two megabytes, and brings the cascade nothing. What they are multiplied with is scaled
    row by row. Piece embeddings become four bits a value
    with a scale for each block of 32.

    Raises:
        OSError: the file cannot be written.
    """
    network = AutoModelForSequenceClassification.from_pretrained(
        folder, attn_implementation="eager"
    )
    network.eval()
    with tempfile.TemporaryDirectory() as place, _quietly():
        plain, small = Path(place) / "plain.onnx", Path(place) / "small.onnx"
        _to_onnx(network, plain)
        quantize_dynamic(
            plain,
            small,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )
        model = onnx.load(small)
    scale_by_row(model)
    _shrink_embeddings(model)
    _name_network(model, network.config)
    out.write_bytes(model.SerializeToString())


@contextmanager
def _quietly() -> Iterator[None]:
    # The exporters tell of their own deprecated calls and of parts that nobody asked for.
    before = logging.root.manager.disable
    logging.disable(logging.WARNING)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


class _Logits(torch.nn.Module):
    def __init__(self, network: Any) -> None:
        super().__init__()
        self.network = network

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> Any:
        return self.network(input_ids=input_ids, attention_mask=attention_mask).logits


def _to_onnx(network: Any, path: Path) -> None:
    ids = torch.ones((2, 8), dtype=torch.long)
    texts, pieces = torch.export.Dim("texts"), torch.export.Dim("pieces", min=2)
    shape = {0: texts, 1: pieces}
    torch.onnx.export(
        _Logits(network).eval(),
        (ids, torch.ones_like(ids)),
        path,
        input_names=["input_ids", "attention_mask"],
        output_names=["logits"],
        dynamic_shapes=(shape, shape),
        opset_version=_OPSET,
        dynamo=True,
        external_data=False,
        verbose=False,
    )


def _shrink_embeddings(model: onnx.ModelProto) -> None:
    graph = model.graph
    table = next(each for each in graph.initializer if _EMBEDDINGS in each.name)
    gather = next(
        node for node in graph.node if table.name in node.input and node.op_type == "Gather"
    )
    codes, scales = four_bits(numpy_helper.to_array(table))
    width = codes.shape[1]
    if width % BLOCK:
        return
    name = table.name
    graph.initializer.remove(table)
    graph.initializer.extend(
        [
            numpy_helper.from_array(codes, f"{name}.codes"),
            numpy_helper.from_array(scales, f"{name}.scales"),
            numpy_helper.from_array(np.array([0, 0, -1, BLOCK], np.int64), f"{name}.blocks"),
            numpy_helper.from_array(np.array([0, 0, width], np.int64), f"{name}.whole"),
            numpy_helper.from_array(np.array([-1], np.int64), f"{name}.last"),
        ]
    )
    nodes = _unpacking(name, gather.input[1], gather.output[0])
    place = list(graph.node).index(gather)
    graph.node.remove(gather)
    for node in reversed(nodes):
        graph.node.insert(place, node)


def _name_network(model: onnx.ModelProto, config: Any) -> None:
    """Say in the graph what its network is, so that learning can go on from it."""
    told = config.to_dict()
    for answers in ("id2label", "label2id"):
        told.pop(answers, None)
    model.metadata_props.add(key=CONFIG, value=json.dumps(told, sort_keys=True))


def _unpacking(name: str, ids: str, result: str) -> list[Any]:
    def made(operation: str, inputs: list[str], output: str, **attributes: Any) -> Any:
        return helper.make_node(operation, inputs, [output], name=f"{output}.node", **attributes)

    return [
        made("Gather", [f"{name}.codes", ids], f"{name}.c"),
        made("Gather", [f"{name}.scales", ids], f"{name}.s"),
        made("Cast", [f"{name}.c"], f"{name}.cf", to=TensorProto.FLOAT),
        made("Cast", [f"{name}.s"], f"{name}.sf", to=TensorProto.FLOAT),
        made("Reshape", [f"{name}.cf", f"{name}.blocks"], f"{name}.cb"),
        made("Unsqueeze", [f"{name}.sf", f"{name}.last"], f"{name}.sb"),
        made("Mul", [f"{name}.cb", f"{name}.sb"], f"{name}.m"),
        made("Reshape", [f"{name}.m", f"{name}.whole"], result),
    ]
