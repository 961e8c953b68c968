"""The loss of one network that answers questions of several kinds, some of them exclusive."""

from collections.abc import Sequence
from typing import Any

import torch
from torch.nn import functional

from dualuse.models.questions import (
    CATEGORY,
    CODE_IS,
    GROUP,
    LABEL,
    LISTED,
    MEASURE,
    RELEVANCE_FROM,
)
from dualuse.training.encoder.recipe import Weights


class QuestionLoss(torch.nn.Module):
    """Cross-entropy of every answered question, weighted by kind and by text.

    Besides the yes-or-no of each question, categories compete with each other and with none (a
    score of zero), and so do codes: a softmax learns rare answers sooner. Where a text has several
    codes they share the target.
    """

    def __init__(self, questions: Sequence[str], weights: Weights) -> None:
        super().__init__()
        kinds = {
            CATEGORY: weights.category,
            RELEVANCE_FROM: weights.relevance,
            LISTED: weights.listed,
            GROUP: weights.group,
            MEASURE: weights.measure,
            CODE_IS: 0.0,
        }
        table = [
            next((w for kind, w in kinds.items() if q.startswith(kind)), 1.0) for q in questions
        ]
        self.register_buffer("weights", torch.tensor(table))
        self.exclusive = [
            (places, weight)
            for kind, weight in (
                (CATEGORY, weights.category / 4),
                (CODE_IS, weights.code),
                (LABEL, 1.0),
            )
            if (places := [k for k, q in enumerate(questions) if q.startswith(kind)]) and weight
        ]

    def forward(self, logits: torch.Tensor, answers: torch.Tensor) -> torch.Tensor:
        """The loss of each text, shape (texts,); scores and answers are of (texts, questions)."""
        known = ~torch.isnan(answers)
        truth = torch.where(known, answers, torch.zeros_like(answers))
        each = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
        table: Any = self.weights
        share = table * known
        # A yes among many noes must not drown: the sum of a text counts about ten questions.
        by_text: torch.Tensor = 10 * (each * share).sum(dim=1) / share.sum(dim=1).clamp_min(1e-6)
        for places, weight in self.exclusive:
            by_text = by_text + weight * _competing(
                logits[:, places], truth[:, places], known[:, places]
            )
        return by_text


def _competing(logits: torch.Tensor, truth: torch.Tensor, known: torch.Tensor) -> torch.Tensor:
    none = (truth.sum(dim=1, keepdim=True) == 0).to(truth.dtype)
    target = torch.cat([truth, none], dim=1)
    target = target / target.sum(dim=1, keepdim=True)
    scores = torch.cat([logits, torch.zeros_like(logits[:, :1])], dim=1)
    loss = -(target * functional.log_softmax(scores, dim=1)).sum(dim=1)
    answered: torch.Tensor = torch.where(known.all(dim=1), loss, torch.zeros_like(loss))
    return answered
