from typing import Any

import numpy as np
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.splits import held_out_mask
from dualuse.models.document_encoder import OPENING
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.questions import POLICY_QUESTIONS, policy_answers
from dualuse.training.document_encoder import with_document_encoder


class Oracle:
    """Stands where an encoder would: it knows the answers to the documents it was made of."""

    questions = POLICY_QUESTIONS

    def __init__(self, documents: list[LabelledPolicy]) -> None:
        answers = np.nan_to_num(policy_answers(documents)) * 8 - 4
        openings = [policy_text(each.title, each.text)[:OPENING] for each in documents]
        self.known = dict(zip(openings, answers, strict=True))

    def scores(self, texts: list[str]) -> np.ndarray:
        unknown = np.zeros(len(self.questions))
        return np.array([self.known.get(text, unknown) for text in texts], np.float32)


def test_a_good_encoder_is_heard(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    oracle: Any = Oracle(few_documents)
    joined = with_document_encoder(tiny_policy, oracle, few_documents, 0.5)
    held = held_out_mask([each.group for each in few_documents], 0.5)
    assert joined.documents == tuple(
        each for each, out in zip(few_documents, held, strict=True) if out
    )
    assert tiny_policy.held_out is not None
    assert joined.model.held_out is not None
    truth = policy_answers(joined.documents)
    measures = [k for k, name in enumerate(POLICY_QUESTIONS) if name.startswith("measure:")]
    before, after = (
        np.nanmean(abs(answers[:, measures] - truth[:, measures]))
        for answers in (tiny_policy.held_out[held], joined.model.held_out)
    )
    assert after < before / 2


def test_a_model_without_held_out_answers_is_refused(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    parts = tiny_policy.name, tiny_policy.lists, tiny_policy.classifier, tiny_policy.weights
    oracle: Any = Oracle(few_documents)
    with pytest.raises(DualuseError, match="no held-out answers"):
        with_document_encoder(PolicyModel(*parts), oracle, few_documents, 0.5)
