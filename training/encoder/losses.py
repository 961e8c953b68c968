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

    Of what a teacher speaks of, `teacher` is the share of the truth that it is believed: how sure
    it is of each answer tells more than the answer (Hinton et al. 2015, arXiv:1503.02531). A text
    that is answered as the truth says, no surer and no less sure, costs nothing.
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
        if taught is None:
            taught = torch.full_like(answers, torch.nan)
        said = ~torch.isnan(taught)
        believed = torch.where(said, truth.lerp(torch.sigmoid(taught), self.teacher), truth)
        believed = believed.clamp(0, 1)
        each = functional.binary_cross_entropy_with_logits(logits, believed, reduction="none")
        each = each - torch.special.entr(believed) - torch.special.entr(1 - believed)
        table: Any = self.weights
        share = table * known
        # A yes among many noes must not drown: the sum of a text counts about ten questions.
        by_text: torch.Tensor = 10 * (each * share).sum(dim=1) / share.sum(dim=1).clamp_min(1e-6)
        for places, weight in self.exclusive:
            by_text = by_text + weight * self._competing(
                logits[:, places], truth[:, places], known[:, places], taught[:, places]
            )
        return by_text

    def _competing(
        self,
        logits: torch.Tensor,
        truth: torch.Tensor,
        known: torch.Tensor,
        taught: torch.Tensor,
    ) -> torch.Tensor:
        said = ~torch.isnan(taught)
        # A teacher that was never asked about the right answer takes another for it.
        heard = said.any(dim=1) & (said | (truth == 0)).all(dim=1)
        scores = torch.where(said, taught, torch.full_like(taught, -torch.inf))
        shares = torch.softmax(_beside_none(scores), dim=1)
        target = _shared(truth)
        target = torch.where(heard[:, None], target.lerp(shares, self.teacher), target).clamp(0, 1)
        loss = -(target * functional.log_softmax(_beside_none(logits), dim=1)).sum(dim=1)
        loss = loss - torch.special.entr(target).sum(dim=1)
        return torch.where(known.all(dim=1), loss, torch.zeros_like(loss))


def _beside_none(scores: torch.Tensor) -> torch.Tensor:
    return torch.cat([scores, torch.zeros_like(scores[:, :1])], dim=1)


def _shared(truth: torch.Tensor) -> torch.Tensor:
    """What competing answers, and none as the last, have of the truth: 1 between them."""
    none = (truth.sum(dim=1, keepdim=True) == 0).to(truth.dtype)
    target = torch.cat([truth, none], dim=1)
    return target / target.sum(dim=1, keepdim=True)
