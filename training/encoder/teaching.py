"""A network that has learnt before as the teacher of a smaller one, made of some of its layers."""

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
from dualuse.training.encoder.network import layers_of
from dualuse.training.encoder.recipe import Recipe

_FILE: Final = "taught.safetensors"
_SCORES: Final = "scores"
_SUREST: Final = 60.0
"""Beyond it nothing is surer, and sixteen bits end."""
_PART: Final = 8_192
"""Texts that the teacher reads before a line says how many are left."""


def check_teacher(recipe: Recipe, teacher: Path | None) -> None:
    """Nothing, where a recipe that wants a teacher has one that can make a smaller network.

    Raises:
        DualuseError: there is none, or it has too few layers.
    """
    if not recipe.learning.teacher:
        return
    if not teacher:
        raise DualuseError(
            "the recipe wants a teacher (learning.teacher): name a model to learn from with "
            "--update"
        )
    count = AutoConfig.from_pretrained(teacher).num_hidden_layers
    if not 0 < recipe.network.layers < count:
        raise DualuseError(
            f"the teacher has {count} layers, and a network of {recipe.network.layers} is no "
            "smaller; name fewer in network.layers of the recipe"
        )


def teach(
    network: Any,
    tokenizer: Tokenizer,
    learn: AnsweredTexts,
    questions: Sequence[str],
    recipe: Recipe,
    teacher: Path,
    work: Path,
    say: Say,
) -> AnsweredTexts:
    """Texts to learn from with what `network`, of the folder `teacher`, says of them.

    Then the network is thinned: of its layers `recipe.network.layers` are left.

    Raises:
        DualuseError: it was asked none of the questions.
    """
    path = work / _FILE
    if not path.exists():
        scores = _asked(network, tokenizer, learn.texts, recipe, say)
        _save_whole(_silent(scores, learn, questions, teacher), path)
    thin(network, recipe.network.layers, recipe.network.frozen_layers)
    return replace(learn, taught=load_file(path)[_SCORES])


def _asked(
    network: Any, tokenizer: Tokenizer, texts: Sequence[str], recipe: Recipe, say: Say
) -> NDArray[np.float32]:
    """The scores of the texts, in parts, so that minutes of work show how far they are."""
    started = time.monotonic()
    parts = []
    for start in range(0, len(texts), _PART):
        parts.append(predict(network, tokenizer, texts[start : start + _PART], recipe))
        done = min(start + _PART, len(texts))
        left = (time.monotonic() - started) / done * (len(texts) - done)
        say(f"the teacher has read {done} of {len(texts)} texts; {left / 60:.0f} minutes left")
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
