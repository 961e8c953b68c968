"""A network to go on with, from the graph that a model keeps of it for work."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from tokenizers import Tokenizer
from transformers import AutoConfig, AutoModelForSequenceClassification

from dualuse.corpus.errors import DualuseError
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.four_bits import unpacked
from dualuse.training.encoder.network import save_network

CONFIG: Final = "network_config"
"""Under this name a graph holds what its network is, as the JSON of transformers' configuration."""

PREFIX: Final = "network."
"""Before the name of each weight in a graph."""

_QUANTISED: Final = "MatMulInteger"
_ON_THE_WAY: Final = frozenset({"Mul", "Cast"})
"""What stands between a product of whole numbers and the bias that is added to it."""


def restore_network(encoder: EncoderClassifier, folder: Path) -> None:
    """Write the folder of a network with the weights that the graph of `encoder` still holds.

    Matrices come back from seven bits and piece embeddings from four: learning goes on where the
    model stands, and not where it stood before it was shrunk.

    Raises:
        DualuseError: the graph does not say what its network was, or lacks weights of it.
    """
    model = onnx.load_from_string(encoder.graph)
    config = {entry.key: entry.value for entry in model.metadata_props}.get(CONFIG)
    if config is None:
        raise DualuseError("the encoder of this model does not say what it was made from")
    told = json.loads(config)
    make: Any = AutoModelForSequenceClassification.from_config  # it has no types
    known = AutoConfig.for_model(told.pop("model_type"), **told)
    known.id2label = dict(enumerate(encoder.questions))
    known.label2id = {question: place for place, question in enumerate(encoder.questions)}
    known.problem_type = "multi_label_classification"
    network = make(known, dtype=torch.float32, attn_implementation="eager")
    weights = {name: torch.from_numpy(values) for name, values in _weights(model.graph)}
    try:
        missing = network.load_state_dict(weights, strict=False).missing_keys
    except RuntimeError as fault:
        raise DualuseError(f"the encoder of this model cannot be read ({fault})") from None
    if missing:
        raise DualuseError(f"the encoder of this model lacks {missing[0]}")
    save_network(network, Tokenizer.from_str(encoder.tokenizer), folder, encoder.max_pieces)


def _weights(graph: onnx.GraphProto) -> Iterator[tuple[str, NDArray[np.float32]]]:
    """The weights of a graph by the names that the network has for them."""
    held = {each.name: each for each in graph.initializer}
    made_by = {output: node for node in graph.node for output in node.output}
    for name, each in held.items():
        if name.endswith("_embeddings.weight.codes"):
            table = name.removesuffix(".codes")
            scales = numpy_helper.to_array(held[f"{table}.scales"])
            yield table.removeprefix(PREFIX), unpacked(numpy_helper.to_array(each), scales)
        elif name.startswith(PREFIX) and name.endswith((".weight", ".bias")):
            yield name.removeprefix(PREFIX), numpy_helper.to_array(each).copy()
    for node in graph.node:
        biases = [each for each in node.input if each.startswith(PREFIX) and each in held]
        if node.op_type == "Add" and biases:
            product = _product(node, made_by)
            if product is not None:
                name = biases[0].removeprefix(PREFIX).removesuffix("bias")
                yield f"{name}weight", _matrix(product, held)


def _product(addition: onnx.NodeProto, made_by: dict[str, onnx.NodeProto]) -> Any:
    """The product of whole numbers to which a bias is added, or None."""
    waiting = [made_by[name] for name in addition.input if name in made_by]
    while waiting:
        node = waiting.pop()
        if node.op_type == _QUANTISED:
            return node
        if node.op_type in _ON_THE_WAY:
            waiting += [made_by[name] for name in node.input if name in made_by]
    return None


def _matrix(product: onnx.NodeProto, held: dict[str, Any]) -> NDArray[np.float32]:
    """The weights of a product, shape (out, in) as torch has them."""
    name, zero = product.input[1], product.input[3]
    scales = numpy_helper.to_array(held[name.removesuffix("_quantized") + "_scale"])
    whole = numpy_helper.to_array(held[name]).astype(np.float32)
    whole -= numpy_helper.to_array(held[zero]).astype(np.float32)
    return np.ascontiguousarray((whole * scales).T, np.float32)
