"""Fine-tuning: epochs over texts spoilt anew, checkpoints after each, the best one kept."""

import random
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dualuse.corpus.cores import usable_cores
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.batches import encode, padded, shuffled_batches
from dualuse.training.encoder.checkpoints import Checkpoints, Progress
from dualuse.training.encoder.learner import Batch, Learner, device, half_precision
from dualuse.training.encoder.noise import Noise, some_terms, spoil
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.scores import held_out_score
from dualuse.training.encoder.skipping import Chosen, choose, share_of
from dualuse.training.encoder.team import Team, team_of, team_size


@dataclass(frozen=True, slots=True)
class Epoch:
    """What one epoch came to: its number from 1, mean loss, score held out, and seconds left."""

    number: int
    loss: float
    score: float
    is_best: bool
    seconds_left: float


def fine_tune(
    network: Any,
    tokenizer: Tokenizer,
    learn: AnsweredTexts,
    held_out: AnsweredTexts,
    questions: Sequence[str],
    recipe: Recipe,
    folder: Path,
    switch: Noise | None = None,
) -> Iterator[Epoch]:
    """Train `network` in place, an epoch at a time; at the end it holds the best weights.

    After each epoch the state is written whole into `folder`; a run that was killed goes on behind
    the last epoch that is there. The same recipe, texts, machine and number of processes give the
    same weights.

    Raises:
        DualuseError: one of several training processes cannot start, or ended before its time.
    """
    learner = Learner(network, questions, learn, recipe)
    checkpoints = Checkpoints(folder, learner.named, learner.optimizers, learner.losses)
    done = checkpoints.resume()
    if not _is_over(done, recipe):
        texts = _LearnTexts(learn, tokenizer, recipe, switch)
        with team_of(team_size(recipe.learning.processes, len(learn)), follow) as team:
            team.tell((network, learner.questions, learn, recipe, folder))
            yield from _epochs(learner, checkpoints, done, texts, held_out, team)
    checkpoints.load_best()


def predict(
    network: Any, tokenizer: Tokenizer, texts: Sequence[str], recipe: Recipe
) -> NDArray[np.float32]:
    """The scores (logits) of texts, shape (texts, questions)."""
    network.eval()
    place = device()
    network.to(place)
    pieces = encode(tokenizer, texts, recipe.texts.max_pieces)
    order = np.argsort([len(each) for each in pieces], kind="stable")
    scores: list[Any] = [None] * len(texts)
    size = 64
    with torch.inference_mode(), half_precision(recipe):
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            batch = padded([pieces[k] for k in rows], network.config.pad_token_id)
            logits = network(**{name: value.to(place) for name, value in batch.items()}).logits
            for row, values in zip(rows, logits.float().cpu().numpy(), strict=True):
                scores[row] = values
    return np.array(scores, np.float32)


def _is_over(done: Progress, recipe: Recipe) -> bool:
    learning = recipe.learning
    return done.epoch >= learning.epochs or done.worse >= learning.patience


def _epochs(
    learner: Learner,
    checkpoints: Checkpoints,
    done: Progress,
    texts: "_LearnTexts",
    held_out: AnsweredTexts,
    team: Team,
) -> Iterator[Epoch]:
    recipe = learner.recipe
    begun, started = done.epoch, time.monotonic()
    while not _is_over(done, recipe):
        number = done.epoch + 1
        seed = recipe.learning.seed * 1_000 + number
        share = share_of(recipe.learning.skip, number, recipe.learning.epochs)
        chosen = choose(learner.losses.numpy(), share, seed)
        batches, *_ = team.tell((texts.batches(chosen, seed), number, seed))
        with _threads(recipe, team):
            loss = learner.epoch(batches, number, seed, team)
        scores = predict(learner.network, texts.tokenizer, held_out.texts, recipe)
        score = held_out_score(scores, held_out, learner.questions)
        is_best = score > done.best
        worse = 0 if is_best else done.worse + 1
        done = Progress(number, max(score, done.best), worse)
        checkpoints.keep(done, is_best=is_best)
        each = (time.monotonic() - started) / (number - begun)
        yield Epoch(number, loss, score, is_best, each * (recipe.learning.epochs - number))


def follow(team: Team) -> None:
    """Learn as the first of the team does, until it ends this process."""
    network, questions, learn, recipe, folder = team.hear()
    learner = Learner(network, questions, learn, recipe)
    Checkpoints(folder, learner.named, learner.optimizers, learner.losses).resume()
    with _threads(recipe, team):
        while True:
            batches, number, seed = team.hear()
            learner.epoch(batches, number, seed, team)


@contextmanager
def _threads(recipe: Recipe, team: Team) -> Iterator[None]:
    before = torch.get_num_threads()
    wanted = recipe.learning.threads or (before if team.size == 1 else _fair_share(team))
    torch.set_num_threads(wanted)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _fair_share(team: Team) -> int:
    return max(1, usable_cores() // team.size)


@dataclass(frozen=True, slots=True)
class _LearnTexts:
    """What is learnt from, spoilt anew and shuffled for each epoch."""

    learn: AnsweredTexts
    tokenizer: Tokenizer
    recipe: Recipe
    switch: Noise | None

    def batches(self, chosen: Chosen, seed: int) -> list[Batch]:
        """The chosen texts in random batches of like length."""
        rows, counts = chosen.rows.tolist(), chosen.counts.tolist()
        texts = self._spoilt(rows, random.Random(seed))  # noqa: S311 - typing errors are no secret
        pieces = encode(self.tokenizer, texts, self.recipe.texts.max_pieces)
        places = shuffled_batches([len(each) for each in pieces], self.recipe.learning.batch, seed)
        return [
            Batch(
                tuple(pieces[k] for k in batch),
                tuple(rows[k] for k in batch),
                tuple(counts[k] for k in batch),
            )
            for batch in places
        ]

    def _spoilt(self, rows: Sequence[int], chance: random.Random) -> list[str]:
        share = self.recipe.texts.noise
        pairs = [(self.learn.texts[row], self.learn.languages[row]) for row in rows]
        return [
            spoil(some_terms(text, chance), language, chance, self.switch)
            if chance.random() < share
            else some_terms(text, chance)
            for text, language in pairs
        ]
