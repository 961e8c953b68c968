"""A network and its optimizer: one epoch over batches, alone or as one of a team."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch

from dualuse.corpus.errors import DualuseError
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.batches import padded
from dualuse.training.encoder.losses import QuestionLoss
from dualuse.training.encoder.muon import Muon
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.team import Team

# oneDNN keeps the programs that it made for a thousand shapes of matrices, half a gigabyte of them
# where no two batches are alike; with so many it is no slower. It asks before the first product.
os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", "300")

_HEAD: Final = "classifier"
"""What the names of the last layers' parameters hold: they begin anew, and learn faster."""

_AT_A_TIME: Final = 2_048
"""Pieces of text whose way through the network is held until it is known what they cost.

What a step needs grows with them. Of long texts a batch of 128 all at once takes half a gigabyte
more in each of two processes, for steps that are a twentieth faster (counted once).
"""

_FAR_APART: Final = 1_000_003
"""Between the seeds of two of a team: epochs of one run are told apart by one."""


@dataclass(frozen=True, slots=True)
class Batch:
    """The pieces of some texts, their places among the answers, and how often each counts."""

    pieces: tuple[Sequence[int], ...]
    rows: tuple[int, ...]
    counts: tuple[float, ...]


def device() -> torch.device:
    """A CUDA card where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


def half_precision(recipe: Recipe) -> torch.autocast:
    """Sixteen bits where the recipe allows them and the processor is fast in them."""
    return torch.autocast(device().type, torch.bfloat16, enabled=_in_half(recipe))


def _in_half(recipe: Recipe) -> bool:
    """Whether to reckon in sixteen bits.

    A CPU is fast in them with AMX; with AVX-512 alone products take 1.7 times as long as in
    thirty-two bits (counted once).
    """
    tiles: bool = torch.cpu._is_amx_tile_supported()  # noqa: SLF001 - there is no public word
    fast = torch.cuda.is_bf16_supported() if device().type == "cuda" else tiles
    return recipe.learning.bf16 and fast


class Learner:
    """Learns batch by batch; with others it takes a share of each, and their gradients count.

    All of a team begin with the same weights and take the same steps, so their weights stay equal.
    `losses`, shape (texts,), are what each text cost when it was last read, NaN before.
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
        if recipe.learning.teacher and learn.taught is None:
            raise DualuseError("the recipe wants a teacher (learning.teacher), and there is none")
        self.taught = None if learn.taught is None else torch.from_numpy(learn.taught)
        teacher = recipe.learning.teacher
        self.loss = QuestionLoss(self.questions, recipe.weights, teacher).to(self.place)
        self.named = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self.optimizers = _optimizers(self.named, recipe)
        self.rates = [group["lr"] for group in self._groups()]
        self.losses = torch.full((len(learn),), torch.nan)

    def epoch(self, batches: Sequence[Batch], number: int, seed: int, team: Team) -> float:
        """The mean loss of epoch `number`, from 1, after one pass over its batches.

        In the mean, too, a text counts for the others that it stands for.
        """
        torch.manual_seed(seed + _FAR_APART * team.rank)
        self.network.train()
        for optimizer in self.optimizers:
            if isinstance(optimizer, Muon):
                optimizer.team = team
        read = torch.full_like(self.losses, torch.nan)
        for place, batch in enumerate(batches):
            for part in _parts(team.share(range(len(batch.rows))), batch):
                loss = self._loss(part, read) * (team.size / len(batch.rows))
                loss.backward()
            team.average(self.named.values())
            torch.nn.utils.clip_grad_norm_(self.named.values(), self.recipe.learning.clip)
            self._step((number - 1 + place / len(batches)) / self.recipe.learning.epochs)
        self._remember(read, team)
        return self._mean(batches)

    def _remember(self, read: torch.Tensor, team: Team) -> None:
        seen, losses = team.total([(~read.isnan()).float(), read.nan_to_num()])
        self.losses[seen > 0] = losses[seen > 0]

    def _mean(self, batches: Sequence[Batch]) -> float:
        rows = [row for batch in batches for row in batch.rows]
        counts = torch.tensor([count for batch in batches for count in batch.counts])
        weights = self.weights[rows] * counts
        return float((self.losses[rows] * weights).sum() / weights.sum())

    def _loss(self, part: Batch, read: torch.Tensor) -> Any:
        """The sum of what the texts of a part cost; what each does is written into `read`."""
        rows = list(part.rows)
        inputs = padded(part.pieces, self.network.config.pad_token_id)
        with half_precision(self.recipe):
            logits = self.network(
                **{name: value.to(self.place) for name, value in inputs.items()}
            ).logits
        answers = self.answers[rows].to(self.place)
        taught = None if self.taught is None else self.taught[rows].float().to(self.place)
        losses = self.loss(logits.float(), answers, taught)
        read[rows] = losses.detach().cpu()
        weights = self.weights[rows] * torch.tensor(part.counts)
        return (losses * weights.to(self.place)).sum()

    def _step(self, done: float) -> None:
        share = _rate(done, self.recipe.learning.warmup)
        for group, rate in zip(self._groups(), self.rates, strict=True):
            group["lr"] = rate * share
        for optimizer in self.optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)

    def _groups(self) -> list[dict[str, Any]]:
        return [group for optimizer in self.optimizers for group in optimizer.param_groups]


def _parts(places: Sequence[int], batch: Batch) -> Iterator[Batch]:
    """The texts at some places of a batch, in parts of few enough pieces to hold at a time.

    Their gradients add up to those of all. A last batch may be smaller than the team: there may be
    no part of it for this one.
    """
    width = max(map(len, batch.pieces))
    size = max(1, _AT_A_TIME // width)
    for start in range(0, len(places), size):
        part = places[start : start + size]
        yield Batch(
            tuple(batch.pieces[place] for place in part),
            tuple(batch.rows[place] for place in part),
            tuple(batch.counts[place] for place in part),
        )


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
        rate, decay = learning.matrix_learning_rate, learning.weight_decay
        optimizers.append(Muon(matrices, rate, decay, half=_in_half(recipe)))
    return optimizers


def _is_hidden_matrix(name: str, value: torch.Tensor) -> bool:
    return value.ndim == 2 and _HEAD not in name and "embeddings" not in name


def _rate(done: float, warmup: float) -> float:
    """The share of the full rate, by the share of the run that is done."""
    falling = (1 - done) / (1 - warmup)
    return min(done / warmup, falling) if warmup else falling
