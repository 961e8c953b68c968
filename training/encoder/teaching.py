"""Networks that have learnt before as teachers of another, made of some layers of the first."""

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer
from transformers import AutoConfig

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.say import Say
from dualuse.models.list_terms import TERM_MARK
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.loop import predict
from dualuse.training.encoder.network import layers_of, load_network
from dualuse.training.encoder.recipe import Recipe

_SCORES: Final = "scores"
_SUREST: Final = 60.0
"""Beyond it nothing is surer, and sixteen bits end."""
_PART: Final = 8_192
"""Texts that the teacher reads before a line says how many are left."""


def check_teachers(recipe: Recipe, update: Path | None, others: Sequence[Path] = ()) -> None:
    """Nothing, where a recipe that wants a teacher has one, or several.

    The network that the run goes on from is one, and must then be larger than what is made of it;
    beside `others`, who know more than it does, it may be as large.

    Raises:
        DualuseError: there is none, it has too few layers, or others are named in vain.
    """
    if not recipe.learning.teacher:
        if others:
            raise DualuseError(
                "no recipe believes a teacher: say how far in learning.teacher, as `student` does"
            )
        return
    if not update:
        raise DualuseError(
            "the recipe wants a teacher (learning.teacher): name a model to learn from with "
            "--update"
        )
    count = AutoConfig.from_pretrained(update).num_hidden_layers
    most = count if others else count - 1
    if not 0 < recipe.network.layers <= most:
        smaller = "fits into it" if others else "is smaller"
        raise DualuseError(
            f"the teacher has {count} layers, and no network of {recipe.network.layers} {smaller}; "
            "name fewer in network.layers of the recipe"
        )


def taught(
    learn: AnsweredTexts,
    questions: Sequence[str],
    recipe: Recipe,
    teachers: Sequence[Path],
    work: Path,
    say: Say,
) -> AnsweredTexts:
    """Texts to learn from with what the networks in the folders `teachers` say of them.

    Of several it is the mean of the scores of those that speak: together they are right more often
    than the best of them (Hinton et al. 2015). Each is asked once, and its scores kept in `work`.

    Raises:
        DualuseError: one of them cannot be read, or was asked none of the questions.
    """
    said = []
    for number, teacher in enumerate(teachers, start=1):
        path = work / f"taught-{number}.safetensors"
        if not path.exists():
            who = f"teacher {number} of {len(teachers)}" if teachers[1:] else "the teacher"
            network, tokenizer = load_network(teacher, questions, recipe.network)
            scores = _asked(network, tokenizer, learn.texts, recipe, who, say)
            _save_whole(_silent(scores, learn, questions, teacher), path)
        said.append(load_file(path)[_SCORES])
    return replace(learn, taught=_mean(said))


def _mean(said: Sequence[NDArray[np.float16]]) -> NDArray[np.float16]:
    """The mean of the scores of several, NaN where none of them says anything."""
    if not said[1:]:
        return said[0]
    total = np.zeros(said[0].shape, np.float32)
    voices = np.zeros(said[0].shape, np.float32)
    for scores in said:
        speaks = ~np.isnan(scores)
        total[speaks] += scores[speaks]
        voices += speaks
    with np.errstate(invalid="ignore"):  # nothing by nothing is the NaN that is meant
        return (total / voices).astype(np.float16)


def _asked(
    network: Any, tokenizer: Tokenizer, texts: Sequence[str], recipe: Recipe, who: str, say: Say
) -> NDArray[np.float32]:
    """The scores of the texts, in parts, so that minutes of work show how far they are."""
    started = time.monotonic()
    parts = []
    for start in range(0, len(texts), _PART):
        parts.append(predict(network, tokenizer, texts[start : start + _PART], recipe))
        done = min(start + _PART, len(texts))
        left = (time.monotonic() - started) / done * (len(texts) - done)
        say(f"{who} has read {done} of {len(texts)} texts; {left / 60:.0f} minutes left")
    return np.concatenate(parts)


def _silent(
    scores: NDArray[np.float32], learn: AnsweredTexts, questions: Sequence[str], teacher: Path
) -> NDArray[np.float16]:
    """The scores but for questions that are fresh, and for texts that are never read whole."""
    known = AutoConfig.from_pretrained(teacher).label2id
    fresh = np.array([question not in known for question in questions])
    if fresh.all():
        raise DualuseError(f"{teacher} answers none of the questions that its student would")
    said = np.clip(scores, -_SUREST, _SUREST).astype(np.float16)
    said[:, fresh] = np.nan
    said[[TERM_MARK in text for text in learn.texts]] = np.nan
    return said


def _save_whole(scores: NDArray[np.float16], path: Path) -> None:
    draft = path.with_name(f".{path.name}.part")
    save_file({_SCORES: np.ascontiguousarray(scores)}, draft)  # it writes memory as it lies
    draft.replace(path)


def begun_from(folder: Path, questions: Sequence[str], recipe: Recipe) -> tuple[Any, Tokenizer]:
    """The network that a run goes on from, and its tokenizer; a student's with its layers alone.

    Raises:
        DualuseError: the folder holds no network that can be read.
    """
    network, tokenizer = load_network(folder, questions, recipe.network)
    if recipe.learning.teacher:
        thin(network, recipe.network.layers, recipe.network.frozen_layers)
    return network, tokenizer


def thin(network: Any, wanted: int, first: int) -> None:
    """Leave `wanted` layers: the `first` ones, and of the others some far apart, with the last."""
    layers = layers_of(network)
    first = min(first, wanted - 1)
    last = len(layers) - 1
    others = last - np.linspace(0, last - first, wanted - first).round().astype(int)
    kept = [layers[place] for place in (*range(first), *sorted(others.tolist()))]
    del layers[:]
    layers.extend(kept)
    network.config.num_hidden_layers = wanted
