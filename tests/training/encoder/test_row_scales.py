from pathlib import Path
from typing import Any

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from dualuse.models.encoder import EncoderClassifier
from dualuse.training.encoder.row_scales import scale_by_row

Rows = np.ndarray[Any, Any]


@pytest.fixture
def weights() -> Rows:
    return np.random.default_rng(0).normal(size=(64, 48)).astype(np.float32)


@pytest.fixture
def quantised(tmp_path: Path, weights: Rows) -> onnx.ModelProto:
    """One matrix product in whole numbers, as the export quantises it."""
    shape = ["rows", 64]
    graph = helper.make_graph(
        [helper.make_node("MatMul", ["x", "w"], ["logits"])],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["rows", 48])],
        [numpy_helper.from_array(weights, "w")],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    onnx.save(model, tmp_path / "plain.onnx")
    quantize_dynamic(
        tmp_path / "plain.onnx",
        tmp_path / "small.onnx",
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
    )
    return onnx.load(tmp_path / "small.onnx")


def run(model: onnx.ModelProto, rows: Rows) -> Rows:
    session = EncoderClassifier((), model.SerializeToString(), "{}", 8)._session
    (found,) = session.run(["logits"], {"x": rows})
    return np.asarray(found)


def test_a_row_beside_large_values_keeps_its_steps(
    quantised: onnx.ModelProto, weights: Rows
) -> None:
    rows = np.random.default_rng(1).normal(size=(4, 64)).astype(np.float32)
    rows[0] *= 300
    exact, together = rows @ weights, run(quantised, rows)
    scale_by_row(quantised)
    apart = run(quantised, rows)
    assert np.abs(together[1:] - exact[1:]).max() > 2
    assert np.abs(apart[1:] - exact[1:]).max() < 0.4
    np.testing.assert_array_equal(apart[1:], run(quantised, rows[1:]))


def test_a_row_of_nothing_stays_nothing(quantised: onnx.ModelProto) -> None:
    scale_by_row(quantised)
    np.testing.assert_array_equal(run(quantised, np.zeros((2, 64), np.float32)), 0)
