import json

import numpy as np

from dualuse.models.summary.phrases import Phrases
from dualuse.models.summary.ranker import SentenceRanker, shipped_ranker, weights_path


def test_a_probability_is_the_logistic_of_the_weighted_sum() -> None:
    ranker = SentenceRanker({"a": 2.0, "b": -1.0}, 0.5, "digest")
    features = {"b": np.array([0.0, 1.0]), "a": np.array([1.0, 0.0])}
    texts = ["comes into force", "hello"]
    found = ranker.probabilities(features, texts)
    assert np.allclose(found, 1 / (1 + np.exp([-2.5, 0.5])))
    worded = SentenceRanker({"a": 2.0, "b": -1.0}, 0.5, "digest", Phrases({"force": 3.0}))
    told = worded.probabilities(features, texts)
    assert np.allclose(told, 1 / (1 + np.exp([-5.5, 0.5])))


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


def test_the_shipped_weights_are_whole() -> None:
    ranker = shipped_ranker()
    assert len(ranker.digest) == 64
    assert json.loads(weights_path().read_text("utf-8")) == json.loads(ranker.as_json())
    # What is told of a date speaks for a sentence, a question and a greeting against it.
    assert ranker.weights["fact effective_date"] > 0 > ranker.weights["cue asks"]
    assert ranker.weights["cue greeting"] < 0
