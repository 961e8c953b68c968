"""How far an encoder is heard on documents, learnt from events that neither model has seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.splits import held_out_mask
from dualuse.models.calibration import logits
from dualuse.models.document_encoder import WEIGHTS, DocumentEncoder
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.questions import POLICY_QUESTIONS, policy_answers
from dualuse.models.stack import fit_near_first
from dualuse.training.stacking import joined_apart


@dataclass(frozen=True, slots=True)
class JoinedDocuments:
    """A policy model with an encoder, and the documents that its held-out answers are about."""

    model: PolicyModel
    documents: tuple[LabelledPolicy, ...]


def with_document_encoder(
    model: PolicyModel,
    encoder: EncoderClassifier,
    documents: Sequence[LabelledPolicy],
    share: float,
) -> JoinedDocuments:
    """The policy model with an encoder that has a say; it held `share` of the events out.

    `model` was fitted on all `documents`, and holds for each what it said before it had seen its
    event.

    Raises:
        DualuseError: the model has no such answers.
    """
    if model.held_out is None:
        raise DualuseError(f"{model.name} has no held-out answers to join an encoder's with")
    places = np.flatnonzero(held_out_mask([each.group for each in documents], share))
    chosen = tuple(documents[place] for place in places.tolist())
    untaught = DocumentEncoder(encoder, np.zeros((len(POLICY_QUESTIONS), WEIGHTS), np.float32))
    texts = [policy_text(each.title, each.text) for each in chosen]
    parts = [logits(model.held_out[places]), *untaught.scores(texts)]
    answers = policy_answers(chosen)
    groups = [each.group for each in chosen]
    apart = joined_apart(parts, answers, groups, POLICY_QUESTIONS, fit_near_first)
    taught = DocumentEncoder(encoder, fit_near_first(parts, answers, POLICY_QUESTIONS))
    name = model.name.replace("linear", "joined")
    joined = PolicyModel(name, model.lists, model.classifier, model.weights, apart, taught)
    return JoinedDocuments(joined, chosen)
