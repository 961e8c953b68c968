"""Fine-tuning: epochs over texts spoilt anew, checkpoints after each, the best one kept."""

import os
import random
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.batches import encode, padded, shuffled_batches
from dualuse.training.encoder.checkpoints import Checkpoints, Progress
from dualuse.training.encoder.learner import Answered, Batch, Learner, device, half_precision
from dualuse.training.encoder.network import load_network, save_network
from dualuse.training.encoder.noise import Noise, some_terms, spoil
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.scores import held_out_score
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
    the last epoch that is there. The same recipe, texts and machine give the same weights.

    Raises:
        DualuseError: one of several training processes ended before its time.
    """
    told = Answered(tuple(questions), learn.answers, learn.weights)
    size = team_size(recipe.learning.processes, len(learn))
    with tempfile.TemporaryDirectory() as start:
        if size > 1:
            save_network(network, tokenizer, Path(start), recipe.texts.max_pieces)
        with team_of(size, _follow, Path(start), told, recipe, folder) as team:
            learner = _learner(network, told, recipe, team)
            checkpoints = Checkpoints(folder, learner.named, learner.optimizer)
            texts = _LearnTexts(learn, tokenizer, recipe, switch)
            yield from _epochs(learner, checkpoints, texts, held_out)
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


def _epochs(
    learner: Learner, checkpoints: Checkpoints, texts: "_LearnTexts", held_out: AnsweredTexts
) -> Iterator[Epoch]:
    recipe, team = learner.recipe, learner.team
    done = checkpoints.resume()
    learner.steps, begun, started = done.steps, done.epoch, time.monotonic()
    for number in range(begun + 1, recipe.learning.epochs + 1):
        if done.worse >= recipe.learning.patience:
            break
        seed = recipe.learning.seed * 1_000 + number
        loss = learner.epoch(*team.tell((texts.batches(seed), seed)))
        scores = predict(learner.network, texts.tokenizer, held_out.texts, recipe)
        score = held_out_score(scores, held_out, learner.questions)
        is_best = score > done.best
        worse = 0 if is_best else done.worse + 1
        done = Progress(number, learner.steps, max(score, done.best), worse)
        checkpoints.keep(done, is_best=is_best)
        each = (time.monotonic() - started) / (number - begun)
        yield Epoch(number, loss, score, is_best, each * (recipe.learning.epochs - number))


def _follow(team: Team, start: Path, told: Answered, recipe: Recipe, folder: Path) -> None:
    """Learn as the first of the team does, until it ends this process."""
    network, _ = load_network(start, told.questions, recipe.network)
    learner = _learner(network, told, recipe, team)
    learner.steps = Checkpoints(folder, learner.named, learner.optimizer).resume().steps
    while True:
        learner.epoch(*team.tell())


def _learner(network: Any, told: Answered, recipe: Recipe, team: Team) -> Learner:
    if recipe.learning.threads or team.size > 1:
        cores = len(os.sched_getaffinity(0))
        torch.set_num_threads(recipe.learning.threads or max(1, cores // team.size))
    return Learner(network, told, recipe, team)


@dataclass(frozen=True, slots=True)
class _LearnTexts:
    """What is learnt from, spoilt anew and shuffled for each epoch."""

    learn: AnsweredTexts
    tokenizer: Tokenizer
    recipe: Recipe
    switch: Noise | None

    def batches(self, seed: int) -> list[Batch]:
        """All texts in random batches of like length."""
        texts = self._spoilt(random.Random(seed))  # noqa: S311 - typing errors are no secret
        pieces = encode(self.tokenizer, texts, self.recipe.texts.max_pieces)
        places = shuffled_batches([len(each) for each in pieces], self.recipe.learning.batch, seed)
        return [Batch(tuple(pieces[row] for row in rows), tuple(rows)) for rows in places]

    def _spoilt(self, chance: random.Random) -> list[str]:
        share = self.recipe.texts.noise
        pairs = zip(self.learn.texts, self.learn.languages, strict=True)
        return [
            spoil(some_terms(text, chance), language, chance, self.switch)
            if chance.random() < share
            else some_terms(text, chance)
            for text, language in pairs
        ]
