from dataclasses import dataclass
from typing import Any

import numpy as np
import pytest

from dualuse.corpus.records import LabelledPolicy
from dualuse.models.policy import PolicyModel
from dualuse.training import sentence_weights
from dualuse.training.key_reader_weights import fit_heard, with_heard
from dualuse.training.ranked import RankedDocument, rank_document
from dualuse.training.sentence_weights import key_f1, with_held_out_rankers


@dataclass
class Knowing:
    """An encoder that knows the key sentences, or the opposite of them."""

    keys: set[str]
    sign: float = 1.0
    digest: str = "of an encoder"

    def scores(self, sentences: list[str]) -> np.ndarray:
        known = [3.0 if each in self.keys else -3.0 for each in sentences]
        return self.sign * np.array(known, np.float32)


@pytest.fixture(scope="module")
def judged(few_documents: list[LabelledPolicy], tiny_policy: PolicyModel) -> list[Any]:
    told = [each for each in few_documents if each.key_spans][:60]
    return list(with_held_out_rankers([rank_document(each, tiny_policy) for each in told]))


def keys_of(judged: list[Any]) -> set[str]:
    documents: list[RankedDocument] = [document for document, _ in judged]
    return {
        text
        for each in documents
        for text, key in zip(each.candidates.texts, each.keys, strict=True)
        if key
    }


def test_an_encoder_that_knows_is_heard(judged: list[Any]) -> None:
    knowing: Any = Knowing(keys_of(judged))
    heard = fit_heard(judged, knowing)
    assert heard.digest == knowing.digest
    assert heard.score > heard.own
    assert key_f1(with_heard(judged, knowing)).mean() > key_f1(judged).mean() + 0.2


def test_one_that_knows_nothing_is_hardly_heard(judged: list[Any]) -> None:
    ignorant: Any = Knowing(set())
    assert abs(fit_heard(judged, ignorant).score) < 0.5
    found, alone = key_f1(with_heard(judged, ignorant)).mean(), key_f1(judged).mean()
    assert found == pytest.approx(alone, abs=0.05)


def test_an_encoder_is_heard_only_where_it_brings_more_than_chance(
    judged: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sentence_weights, "held_out_mask", lambda groups, _: [True] * len(groups))
    said: list[str] = []
    knowing: Any = Knowing(keys_of(judged))
    heard = sentence_weights.heard_on(judged, knowing, said.append)
    assert heard is not None
    assert "that the encoder has not seen" in said[0]
    ignorant: Any = Knowing(set())
    assert sentence_weights.heard_on(judged, ignorant, said.append) is None
    few = judged[:10]
    assert sentence_weights.heard_on(few, knowing, said.append) is None
