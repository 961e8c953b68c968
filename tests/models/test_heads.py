from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.heads import HEAD, HeadReader
from dualuse.models.policy import PolicyModel
from dualuse.models.questions import POLICY_QUESTIONS

BAN = POLICY_QUESTIONS.index("measure:ban")
LEVELS = ("relevance:low", "relevance:medium", "relevance:high")
WORDS = {
    "embargo": {"measure:ban": 5.0, **dict.fromkeys(LEVELS, 5.0)},
    "talks": {"measure:ban": -5.0},
}


@pytest.fixture(scope="module")
def heads(word_encoder: Any) -> HeadReader:
    questions = ("category:none", *reversed(POLICY_QUESTIONS))
    weights = np.tile(np.array([1, 1, 0], np.float32), (len(POLICY_QUESTIONS), 1))
    return HeadReader(word_encoder(questions, WORDS), weights)


def test_the_encoder_moves_the_answers_by_the_head_alone(heads: HeadReader) -> None:
    first = np.full((3, len(POLICY_QUESTIONS)), 0.5, np.float32)
    texts = ["embargo", "talks", "x" * HEAD + " embargo"]
    joint = heads.joined(texts, first)
    assert joint[:, BAN] == pytest.approx([1 / (1 + np.exp(-5)), 1 / (1 + np.exp(5)), 0.5])
    assert joint[:, BAN + 1] == pytest.approx([0.5, 0.5, 0.5])


def test_a_saved_model_reads_heads_with_its_own_encoder_alone(
    heads: HeadReader, tiny_policy: PolicyModel, word_encoder: Any, tmp_path: Path
) -> None:
    parts = tiny_policy.name, tiny_policy.lists, tiny_policy.classifier, tiny_policy.weights
    model = PolicyModel(*parts, heads=heads)
    model.save(tmp_path)
    texts = ["embargo\nembargo embargo embargo"]
    again = PolicyModel.load(tmp_path, heads.encoder)
    assert again.judge(texts) == model.judge(texts)
    assert model.judge(texts) != tiny_policy.judge(texts)
    assert PolicyModel.load(tmp_path).judge(texts) == tiny_policy.judge(texts)
    with pytest.raises(DualuseError, match="another encoder"):
        PolicyModel.load(tmp_path, word_encoder(POLICY_QUESTIONS, {}))
