import json
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from dualuse.models.summary.phrases import Phrases
from dualuse.models.summary.ranker import (
    ASKED,
    Heard,
    SentenceRanker,
    shipped_ranker,
    weights_path,
)


def test_a_probability_is_the_logistic_of_the_weighted_sum() -> None:
    ranker = SentenceRanker({"a": 2.0, "b": -1.0}, 0.5, "digest")
    features = {"b": np.array([0.0, 1.0]), "a": np.array([1.0, 0.0])}
    texts = ["comes into force", "hello"]
    found = ranker.probabilities(features, texts)
    assert np.allclose(found, 1 / (1 + np.exp([-2.5, 0.5])))
    worded = SentenceRanker({"a": 2.0, "b": -1.0}, 0.5, "digest", Phrases({"force": 3.0}))
    told = worded.probabilities(features, texts)
    assert np.allclose(told, 1 / (1 + np.exp([-5.5, 0.5])))


@dataclass
class Reader:
    """Finds sentences that speak of gallium likely, and notes what it was asked."""

    digest: str = "of an encoder"
    asked: list[str] = field(default_factory=list)

    def scores(self, sentences: list[str]) -> np.ndarray:
        self.asked += sentences
        return np.array([2.0 if "gallium" in each else -2.0 for each in sentences], np.float32)


def test_an_encoder_is_asked_about_the_likeliest_sentences() -> None:
    heard = Heard("of an encoder", own=0.5, score=1.0, bias=0.25)
    ranker = SentenceRanker({"a": 1.0}, 0.0, "digest", heard=heard)
    texts = [f"sentence {k}" for k in range(ASKED + 2)]
    texts[0] = "gallium"
    features = {"a": -np.arange(ASKED + 2, dtype=float)}
    reader: Any = Reader()
    found = ranker.probabilities(features, texts, reader)
    assert reader.asked == texts[:ASKED]
    odds = np.log(found / (1 - found))
    assert odds[:2].tolist() == pytest.approx([2.25, -0.5 - 2 + 0.25])
    assert odds[-2:].tolist() == pytest.approx([-ASKED, -ASKED - 1])


def test_an_encoder_that_the_weights_do_not_know_is_not_asked() -> None:
    heard = Heard("of an encoder", own=0.5, score=1.0, bias=0.0)
    reader: Any = Reader("of another")
    features, texts = {"a": np.ones(1)}, ["gallium"]
    for ranker in (
        SentenceRanker({"a": 1.0}, 0.0, "digest"),
        SentenceRanker({"a": 1.0}, 0.0, "digest", heard=heard),
    ):
        found = ranker.probabilities(features, texts, reader)
        assert found.tolist() == ranker.probabilities(features, texts).tolist()
    assert not reader.asked


def test_weights_are_written_as_they_are_read() -> None:
    phrases = Phrases({"施行": 1.23456})
    ranker = SentenceRanker({"a": 2.0, "b": -1.123456789}, 0.5, "digest", phrases)
    text = ranker.as_json()
    assert json.loads(text) == {
        "digest": "digest",
        "bias": 0.5,
        "weights": {"a": 2.0, "b": -1.12346},
        "phrases": {"施行": 1.235},
    }
    assert "施行" in text
    heard = SentenceRanker({}, 0.0, "digest", heard=Heard("of an encoder", 0.5, 1.0, -2.0))
    assert json.loads(heard.as_json())["heard"] == {
        "digest": "of an encoder",
        "own": 0.5,
        "score": 1.0,
        "bias": -2.0,
    }


def test_the_shipped_weights_are_whole() -> None:
    ranker = shipped_ranker()
    assert len(ranker.digest) == 64
    assert json.loads(weights_path().read_text("utf-8")) == json.loads(ranker.as_json())
    # What is told of a date speaks for a sentence, a question and a greeting against it.
    assert ranker.weights["fact effective_date"] > 0 > ranker.weights["cue asks"]
    assert ranker.weights["cue greeting"] < 0
