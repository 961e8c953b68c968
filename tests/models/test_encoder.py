import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.calibration import Calibration
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.loading import load_classifier

WORDS = {"gyro": {"a": 2.0}, "bolt": {"a": -1.0, "b": 3.0}}


@pytest.fixture(scope="module")
def encoder(word_encoder: Any) -> EncoderClassifier:
    made = word_encoder(["a", "b"], WORDS)
    calibration = Calibration(np.array([1, 2], np.float32), np.array([0, 1], np.float32))
    return EncoderClassifier(["a", "b"], made.graph, made.tokenizer, 16, calibration)


def test_texts_of_any_length_keep_their_rows(encoder: EncoderClassifier) -> None:
    texts = ["gyro gyro", "", "bolt", "gyro bolt " * 100, *["bolt bolt"] * 70]
    scores = encoder.scores(texts)
    np.testing.assert_allclose(scores[:3], [[4, 0], [0, 0], [-1, 3]])
    # Sixteen pieces are read, no more.
    np.testing.assert_allclose(scores[3], [8 * 2 - 8, 8 * 3])
    np.testing.assert_allclose(scores[4:], np.tile([-2, 6], (70, 1)))
    assert encoder.scores([]).shape == (0, 2)


def test_probabilities_are_calibrated(encoder: EncoderClassifier) -> None:
    found = encoder.predict_proba(["bolt"])
    np.testing.assert_allclose(found, [[1 / (1 + np.exp(1)), 1 / (1 + np.exp(-7))]], rtol=1e-5)


def test_a_saved_encoder_answers_alike(encoder: EncoderClassifier, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    folder.mkdir()
    encoder.save(folder)
    with zipfile.ZipFile(tmp_path / "model.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, f"classifier/{file.name}")
    for place in (folder, zipfile.Path(tmp_path / "model.zip", "classifier/")):
        again = load_classifier(place)
        assert again.questions == encoder.questions
        some = ["gyro", "bolt gyro"]
        np.testing.assert_array_equal(again.predict_proba(some), encoder.predict_proba(some))


@pytest.mark.parametrize("name", ["encoder.onnx", "tokenizer.json", "model.safetensors"])
def test_a_damaged_file_is_one_sentence(
    encoder: EncoderClassifier, tmp_path: Path, name: str
) -> None:
    encoder.save(tmp_path)
    data = (tmp_path / name).read_bytes()
    (tmp_path / name).write_bytes(data[:-3] + b"xyz")
    with pytest.raises(DualuseError, match="damaged"):
        EncoderClassifier.load(tmp_path)
    (tmp_path / name).unlink()
    with pytest.raises(DualuseError, match="cannot be read"):
        EncoderClassifier.load(tmp_path)
