from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.models.document_encoder import OPENING, DocumentEncoder
from dualuse.models.policy import PolicyModel
from dualuse.models.questions import POLICY_QUESTIONS

BAN = POLICY_QUESTIONS.index("measure:ban")
LASERS = POLICY_QUESTIONS.index("category:6")
LEVELS = ("relevance:low", "relevance:medium", "relevance:high")
WORDS = {
    "embargo": {"measure:ban": 5.0, **dict.fromkeys(LEVELS, 5.0)},
    "talks": {"measure:ban": -5.0},
    "lasers": {"category:6": 3.0},
}
FILLER = ("x" * 190 + ". ") * 6


@pytest.fixture(scope="module")
def encoder(word_encoder: Any) -> DocumentEncoder:
    questions = ("category:none", *reversed(POLICY_QUESTIONS))
    weights = np.tile(np.array([1, 1, 2, 0], np.float32), (len(POLICY_QUESTIONS), 1))
    return DocumentEncoder(word_encoder(questions, WORDS), weights)


def test_what_a_document_decides_is_read_from_its_opening(encoder: DocumentEncoder) -> None:
    first = np.full((3, len(POLICY_QUESTIONS)), 0.5, np.float32)
    texts = ["embargo", "talks", "x" * OPENING + " embargo"]
    joint = encoder.joined(texts, first)
    assert joint[:, BAN] == pytest.approx([1 / (1 + np.exp(-5)), 1 / (1 + np.exp(5)), 0.5])
    assert joint[:, BAN + 1] == pytest.approx([0.5, 0.5, 0.5])


def test_goods_are_found_wherever_they_are_named(encoder: DocumentEncoder) -> None:
    texts = ["lasers", FILLER + "It names lasers. " + FILLER, FILLER]
    openings, clauses = encoder.scores(texts)
    assert openings[:, LASERS] == pytest.approx([3, 0, 0])
    assert clauses[:, LASERS] == pytest.approx([3, 3, 0])
    joint = encoder.joined(texts, np.full(openings.shape, 0.5, np.float32))
    assert joint[:, LASERS] == pytest.approx([1 / (1 + np.exp(-9)), 1 / (1 + np.exp(-6)), 0.5])


def test_a_statute_costs_no_more_than_its_first_clauses(
    encoder: DocumentEncoder, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    scores = encoder.encoder.scores
    monkeypatch.setattr(
        encoder.encoder, "scores", lambda texts: scores(read.extend(texts) or texts)
    )
    encoder.scores([FILLER * 50])
    assert len(read) == 1 + 24  # its opening, and so many clauses


def test_no_text_has_no_scores(encoder: DocumentEncoder) -> None:
    assert [part.shape for part in encoder.scores([])] == [(0, len(POLICY_QUESTIONS))] * 2


def test_a_saved_model_reads_documents_with_its_own_encoder_alone(
    encoder: DocumentEncoder, tiny_policy: PolicyModel, word_encoder: Any, tmp_path: Path
) -> None:
    parts = tiny_policy.name, tiny_policy.lists, tiny_policy.classifier, tiny_policy.weights
    model = PolicyModel(*parts, encoder=encoder)
    model.save(tmp_path)
    texts = ["embargo\nembargo embargo embargo"]
    again = PolicyModel.load(tmp_path, encoder.encoder)
    assert again.judge(texts) == model.judge(texts)
    assert model.judge(texts) != tiny_policy.judge(texts)
    assert PolicyModel.load(tmp_path).judge(texts) == tiny_policy.judge(texts)
    with pytest.raises(DualuseError, match="another encoder"):
        PolicyModel.load(tmp_path, word_encoder(POLICY_QUESTIONS, {}))
