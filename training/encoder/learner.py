"""A network and its optimizer: one epoch over batches, alone or as one of a team."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch

from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.batches import padded
from dualuse.training.encoder.losses import QuestionLoss
from dualuse.training.encoder.muon import Muon
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.team import Team

_HEAD: Final = "classifier"
"""What the names of the last layers' parameters hold: they begin anew, and learn faster."""

_FAR_APART: Final = 1_000_003
"""Between the seeds of two of a team: epochs of one run are told apart by one."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The pieces of some texts, and their places among the answers."""

    pieces: tuple[Sequence[int], ...]
    rows: tuple[int, ...]


def device() -> torch.device:
    """A CUDA card where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half_precision(recipe: Recipe) -> torch.autocast:
    """Sixteen bits where the recipe allows them and the processor is fast in them.

    A CPU is with AMX; with AVX-512 alone products take 1.7 times as long as in thirty-two bits
    (counted once).
    """
    place = device().type
    tiles = torch.cpu._is_amx_tile_supported()  # noqa: SLF001 - there is no public word
    fast = torch.cuda.is_bf16_supported() if place == "cuda" else tiles
    return torch.autocast(place, torch.bfloat16, enabled=recipe.learning.bf16 and fast)


class Learner:
    """Learns batch by batch; with others it takes a share of each, and their gradients count.

    All of a team begin with the same weights and take the same steps, so their weights stay equal.
    """

    def __init__(
        self, network: Any, questions: Sequence[str], learn: AnsweredTexts, recipe: Recipe
    ) -> None:
        self.network, self.recipe = network, recipe
        self.questions = tuple(questions)
        self.place = device()
        self.network.to(self.place)
        self.answers = torch.from_numpy(learn.answers)
        self.weights = torch.from_numpy(learn.weights)
        self.loss = QuestionLoss(self.questions, recipe.weights).to(self.place)
        self.named = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self.optimizers = _optimizers(self.named, recipe)
        self.rates = [group["lr"] for group in self._groups()]
        self.steps = 0
        size = recipe.learning.batch
        self.total = math.ceil(len(learn) / size) * recipe.learning.epochs

    def epoch(self, batches: Sequence[Batch], seed: int, team: Team) -> float:
        """One pass over the batches, the mean loss of the whole team."""
        torch.manual_seed(seed + _FAR_APART * team.rank)
        self.network.train()
        for optimizer in self.optimizers:
            if isinstance(optimizer, Muon):
                optimizer.team = team
        total = 0.0
        for batch in batches:
            loss = self._loss(batch, team)
            loss.backward()
            team.average(self.named.values())
            torch.nn.utils.clip_grad_norm_(self.named.values(), self.recipe.learning.clip)
            self._step()
            total += float(loss.detach())
        return team.mean(total / max(1, len(batches)))

    def _loss(self, batch: Batch, team: Team) -> Any:
        """The loss of one share of a batch: the mean over the team is that of the batch."""
        rows = list(team.share(batch.rows))
        if not rows:
            # A last batch may be smaller than the team.
            return torch.zeros((), device=self.place, requires_grad=True)
        inputs = padded(team.share(batch.pieces), self.network.config.pad_token_id)
        with half_precision(self.recipe):
            logits = self.network(
                **{name: value.to(self.place) for name, value in inputs.items()}
            ).logits
        answers, weights = self.answers[rows], self.weights[rows]
        loss = self.loss(logits.float(), answers.to(self.place), weights.to(self.place))
        return loss * (len(rows) * team.size / len(batch.rows))

    def _step(self) -> None:
        share = _rate(self.steps, self.total, self.recipe.learning.warmup)
        for group, rate in zip(self._groups(), self.rates, strict=True):
            group["lr"] = rate * share
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        self.steps += 1

    def _groups(self) -> list[dict[str, Any]]:
        return [group for optimizer in self.optimizers for group in optimizer.param_groups]


def _optimizers(named: dict[str, Any], recipe: Recipe) -> list[torch.optim.Optimizer]:
    learning = recipe.learning
    matrices = [value for name, value in named.items() if _is_hidden_matrix(name, value)]
    taken = set(map(id, matrices)) if learning.matrix_learning_rate else set()
    groups = [
        {
            "params": [value],
            "lr": learning.head_learning_rate if _HEAD in name else learning.learning_rate,
            "weight_decay": learning.weight_decay if value.ndim > 1 else 0.0,
        }
        for name, value in named.items()
        if id(value) not in taken
    ]
    optimizers: list[torch.optim.Optimizer] = [torch.optim.AdamW(groups, fused=True)]
    if taken:
        optimizers.append(Muon(matrices, learning.matrix_learning_rate, learning.weight_decay))
    return optimizers


def _is_hidden_matrix(name: str, value: torch.Tensor) -> bool:
    return value.ndim == 2 and _HEAD not in name and "embeddings" not in name


def _rate(step: int, total: int, warmup: float) -> float:
    first = max(1.0, warmup * total)
    return min(step / first, max(0.0, (total - step) / max(1.0, total - first)))
