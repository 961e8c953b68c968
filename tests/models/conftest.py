"""A small encoder made by hand: a bag of words as an ONNX graph."""

from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from tokenizers import Tokenizer, models, pre_tokenizers

from dualuse.models.encoder import EncoderClassifier

MakeEncoder = Callable[[Sequence[str], Mapping[str, Mapping[str, float]]], EncoderClassifier]


@pytest.fixture(scope="session")
def word_encoder() -> MakeEncoder:
    """Make an encoder whose score for a question is the sum of what each word says of it."""

    def make(
        questions: Sequence[str], words: Mapping[str, Mapping[str, float]]
    ) -> EncoderClassifier:
        known = ["<pad>", "<unk>", *words]
        table = np.zeros((len(known), len(questions)), np.float32)
        for place, word in enumerate(known):
            for question, value in words.get(word, {}).items():
                table[place, questions.index(question)] = value
        places = {word: place for place, word in enumerate(known)}
        tokenizer = Tokenizer(models.WordLevel(places, unk_token="<unk>"))
        tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
        return EncoderClassifier(questions, _graph(table), tokenizer.to_str(), 16)

    return make


def _graph(table: np.ndarray) -> bytes:
    nodes = [
        helper.make_node("Gather", ["table", "input_ids"], ["said"]),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["wide"]),
        helper.make_node("Mul", ["said", "wide"], ["kept"]),
        helper.make_node("ReduceSum", ["kept", "middle"], ["logits"], keepdims=0),
    ]
    inputs = [
        helper.make_tensor_value_info(name, TensorProto.INT64, ["texts", "pieces"])
        for name in ("input_ids", "attention_mask")
    ]
    output = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["texts", table.shape[1]])
    constants = [
        numpy_helper.from_array(table, "table"),
        numpy_helper.from_array(np.array([-1], np.int64), "last"),
        numpy_helper.from_array(np.array([1], np.int64), "middle"),
    ]
    graph = helper.make_graph(nodes, "words", inputs, [output], constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    return bytes(model.SerializeToString())
