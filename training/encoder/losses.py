"""The loss of one network that answers questions of several kinds, some of them exclusive."""

from collections.abc import Callable, Sequence
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

    `teacher` is the share of the loss for which the truth is what a teacher says, where it says
    anything: how sure it is of each answer tells more than the answer (Hinton et al. 2015,
    arXiv:1503.02531).
    """

    def __init__(self, questions: Sequence[str], weights: Weights, teacher: float = 0.0) -> None:
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
        self.teacher = teacher

    def forward(
        self, logits: torch.Tensor, answers: torch.Tensor, taught: torch.Tensor | None = None
    ) -> torch.Tensor:
        """The loss of each text, shape (texts,); scores and answers are of (texts, questions).

        So are the scores of a teacher, `taught`: NaN where it says nothing.
        """
        known = ~torch.isnan(answers)
        truth = torch.where(known, answers, torch.zeros_like(answers))
        loss = self._by_text(logits, truth, known, known, lambda places: _shared(truth[:, places]))
        if taught is None or not self.teacher:
            return loss
        said = ~torch.isnan(taught)
        scores = torch.where(said, taught, torch.full_like(taught, -torch.inf))
        soft = self._by_text(
            logits,
            torch.sigmoid(scores),
            known & said,
            known,
            lambda places: torch.softmax(_beside_none(scores[:, places]), dim=1),
        )
        return torch.where(said.any(dim=1), loss.lerp(soft, self.teacher), loss)

    def _by_text(
        self,
        logits: torch.Tensor,
        truth: torch.Tensor,
        counted: torch.Tensor,
        answered: torch.Tensor,
        shares: Callable[[list[int]], torch.Tensor],
    ) -> torch.Tensor:
        """The loss against the `truth` of what is counted, and `shares` of competing answers."""
        each = functional.binary_cross_entropy_with_logits(logits, truth, reduction="none")
        table: Any = self.weights
        share = table * counted
        # A yes among many noes must not drown: the sum of a text counts about ten questions.
        by_text: torch.Tensor = 10 * (each * share).sum(dim=1) / share.sum(dim=1).clamp_min(1e-6)
        for places, weight in self.exclusive:
            scores = functional.log_softmax(_beside_none(logits[:, places]), dim=1)
            loss = -(shares(places) * scores).sum(dim=1)
            whole = answered[:, places].all(dim=1)
            by_text = by_text + weight * torch.where(whole, loss, torch.zeros_like(loss))
        return by_text


def _beside_none(scores: torch.Tensor) -> torch.Tensor:
    return torch.cat([scores, torch.zeros_like(scores[:, :1])], dim=1)


def _shared(truth: torch.Tensor) -> torch.Tensor:
    """What competing answers, and none as the last, have of the truth: 1 between them."""
    none = (truth.sum(dim=1, keepdim=True) == 0).to(truth.dtype)
    target = torch.cat([truth, none], dim=1)
    return target / target.sum(dim=1, keepdim=True)
