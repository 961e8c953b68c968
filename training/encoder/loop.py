"""Fine-tuning: epochs over texts spoilt anew, checkpoints after each, the best one kept."""

import json
import math
import os
import random
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer

from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.losses import QuestionLoss
from dualuse.training.encoder.noise import Noise, some_terms, spoil
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.scores import held_out_score

_LAST: Final = "last.safetensors"
_BEST: Final = "best.safetensors"
_STATE: Final = "state.json"
_BUCKET: Final = 50
"""Batches that are sorted by length together: within one, little padding is wasted."""


@dataclass(frozen=True, slots=True)
class Epoch:
    """What one epoch came to: its number from 1, mean loss, score held out, and seconds left."""

    number: int
    loss: float
    score: float
    is_best: bool
    seconds_left: float


def device() -> torch.device:
    """A CUDA card where there is one, else the CPU."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


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
    """
    run = _Run(network, tokenizer, learn, questions, recipe, switch)
    begun, best, worse = run.resume(folder)
    started = time.monotonic()
    for number in range(begun, recipe.learning.epochs + 1):
        if worse >= recipe.learning.patience:
            break
        loss = run.epoch(number)
        score = held_out_score(
            predict(network, tokenizer, held_out.texts, recipe), held_out, questions
        )
        is_best = score > best
        best, worse = (score, 0) if is_best else (best, worse + 1)
        run.keep(folder, number, best, worse, is_best=is_best)
        each = (time.monotonic() - started) / (number - begun + 1)
        left = each * (recipe.learning.epochs - number)
        yield Epoch(number, loss, score, is_best, left)
    run.load_best(folder)


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
    with torch.inference_mode(), _autocast(recipe):
        for start in range(0, len(order), size):
            rows = order[start : start + size]
            batch = padded([pieces[k] for k in rows], network.config.pad_token_id)
            logits = network(**{name: value.to(place) for name, value in batch.items()}).logits
            for row, values in zip(rows, logits.float().cpu().numpy(), strict=True):
                scores[row] = values
    return np.array(scores, np.float32)


class _Run:
    def __init__(
        self,
        network: Any,
        tokenizer: Tokenizer,
        learn: AnsweredTexts,
        questions: Sequence[str],
        recipe: Recipe,
        switch: Noise | None,
    ) -> None:
        self.network, self.tokenizer, self.learn, self.recipe = network, tokenizer, learn, recipe
        self.switch = switch
        self.place = device()
        self.network.to(self.place)
        if recipe.learning.threads:
            torch.set_num_threads(recipe.learning.threads)
        self.loss = QuestionLoss(questions, recipe.weights).to(self.place)
        self.named = {n: p for n, p in network.named_parameters() if p.requires_grad}
        self.optimizer = _optimizer(self.named, recipe)
        self.rates = [group["lr"] for group in self.optimizer.param_groups]
        self.steps = 0
        self.total = math.ceil(len(learn) / recipe.learning.batch) * recipe.learning.epochs

    def epoch(self, number: int) -> float:
        """One pass over the texts, its mean loss."""
        seed = self.recipe.learning.seed * 1_000 + number
        torch.manual_seed(seed)
        self.network.train()
        texts = self._spoilt(random.Random(seed))  # noqa: S311 - typing errors are no secret
        answers = torch.from_numpy(self.learn.answers)
        weights = torch.from_numpy(self.learn.weights)
        total = 0.0
        pieces = encode(self.tokenizer, texts, self.recipe.texts.max_pieces)
        batches = _batches([len(each) for each in pieces], self.recipe.learning.batch, seed)
        for rows in batches:
            batch = padded([pieces[k] for k in rows], self.network.config.pad_token_id)
            with _autocast(self.recipe):
                logits = self.network(
                    **{name: value.to(self.place) for name, value in batch.items()}
                ).logits
            loss = self.loss(
                logits.float(), answers[rows].to(self.place), weights[rows].to(self.place)
            )
            loss.backward()
            torch.nn.utils.clip_grad_norm_(self.named.values(), self.recipe.learning.clip)
            self._step()
            self.optimizer.zero_grad(set_to_none=True)
            total += float(loss.detach())
        return total / max(1, len(batches))

    def _step(self) -> None:
        share = _rate(self.steps, self.total, self.recipe.learning.warmup)
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        self.optimizer.step()
        self.steps += 1

    def _spoilt(self, chance: random.Random) -> list[str]:
        share = self.recipe.texts.noise
        pairs = zip(self.learn.texts, self.learn.languages, strict=True)
        return [
            spoil(some_terms(text, chance), language, chance, self.switch)
            if chance.random() < share
            else some_terms(text, chance)
            for text, language in pairs
        ]

    def keep(self, folder: Path, number: int, best: float, worse: int, *, is_best: bool) -> None:
        """Write weights and optimizer whole, so that a killed run loses one epoch at most."""
        folder.mkdir(parents=True, exist_ok=True)
        weights = {name: value.detach().contiguous() for name, value in self.named.items()}
        if is_best:
            _save_whole(weights, folder / _BEST)
        state = self.optimizer.state_dict()
        moments = {
            f"{name}:{key}": value
            for name, place in zip(self.named, range(len(self.named)), strict=True)
            for key, value in state["state"].get(place, {}).items()
        }
        _save_whole({**weights, **moments}, folder / _LAST)
        content = {
            "epoch": number,
            "best": best,
            "worse": worse,
            "steps": self.steps,
        }
        draft = folder / f".{_STATE}.part"
        draft.write_text(json.dumps(content), "utf-8")
        draft.replace(folder / _STATE)

    def resume(self, folder: Path) -> tuple[int, float, int]:
        """The next epoch, the best score and epochs since, after loading what is there."""
        if not (folder / _STATE).exists():
            return 1, -math.inf, 0
        content = json.loads((folder / _STATE).read_text("utf-8"))
        tensors = load_file(folder / _LAST)
        self._load({name: value for name, value in tensors.items() if ":" not in name})
        groups = self.optimizer.state_dict()["param_groups"]
        state: dict[int, dict[str, Any]] = {}
        for place, name in enumerate(self.named):
            prefix = f"{name}:"
            state[place] = {
                key.removeprefix(prefix): value
                for key, value in tensors.items()
                if key.startswith(prefix)
            }
        self.optimizer.load_state_dict({"state": state, "param_groups": groups})
        self.steps = content["steps"]
        return content["epoch"] + 1, content["best"], content["worse"]

    def load_best(self, folder: Path) -> None:
        """Put the weights of the best epoch into the network."""
        self._load(load_file(folder / _BEST))

    def _load(self, weights: dict[str, torch.Tensor]) -> None:
        with torch.no_grad():
            for name, value in weights.items():
                self.named[name].copy_(value)


def _optimizer(named: dict[str, Any], recipe: Recipe) -> torch.optim.Optimizer:
    # In the order of `named`, so that a saved state finds its parameters again.
    learning = recipe.learning
    groups = [
        {
            "params": [value],
            "lr": learning.head_learning_rate if "classifier" in name else learning.learning_rate,
            "weight_decay": learning.weight_decay if value.ndim > 1 else 0.0,
        }
        for name, value in named.items()
    ]
    return torch.optim.AdamW(groups)


def _rate(step: int, total: int, warmup: float) -> float:
    first = max(1.0, warmup * total)
    return min(step / first, max(0.0, (total - step) / max(1.0, total - first)))


def _batches(lengths: Sequence[int], size: int, seed: int) -> list[list[int]]:
    """Batches of texts of like length, in random order."""
    generator = np.random.default_rng(seed)
    order = generator.permutation(len(lengths))
    batches: list[list[int]] = []
    for start in range(0, len(order), size * _BUCKET):
        bucket = sorted(order[start : start + size * _BUCKET].tolist(), key=lengths.__getitem__)
        batches += [bucket[k : k + size] for k in range(0, len(bucket), size)]
    generator.shuffle(batches)
    return batches


def encode(tokenizer: Tokenizer, texts: Sequence[str], most: int) -> list[list[int]]:
    """The numbers of the pieces of each text, at most so many, with those that begin and end it."""
    tokenizer.no_padding()
    tokenizer.enable_truncation(most)
    return [encoding.ids for encoding in tokenizer.encode_batch_fast(list(texts))]


def padded(pieces: Sequence[Sequence[int]], pad: int) -> dict[str, torch.Tensor]:
    """A batch for the network, shape (texts, pieces of the longest)."""
    width = max(map(len, pieces))
    ids = torch.full((len(pieces), width), pad)
    mask = torch.zeros((len(pieces), width), dtype=torch.long)
    for row, each in enumerate(pieces):
        ids[row, : len(each)] = torch.tensor(each)
        mask[row, : len(each)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def _autocast(recipe: Recipe) -> torch.autocast:
    place = device().type
    if place == "cuda":
        fast = torch.cuda.is_bf16_supported()
    else:
        fast = torch.cpu._is_avx512_bf16_supported()  # noqa: SLF001 - there is no public word
    return torch.autocast(place, torch.bfloat16, enabled=recipe.learning.bf16 and fast)


def _save_whole(tensors: dict[str, torch.Tensor], path: Path) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    save_file({name: value.contiguous() for name, value in tensors.items()}, draft)
    draft.replace(path)
