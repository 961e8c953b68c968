"""A network that has learnt before as the teacher of a smaller one, made of some of its layers."""

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
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.loop import predict
from dualuse.training.encoder.network import layers_of
from dualuse.training.encoder.recipe import Recipe

_FILE: Final = "taught.safetensors"
_SCORES: Final = "scores"


def teach(
    network: Any,
    tokenizer: Tokenizer,
    learn: AnsweredTexts,
    questions: Sequence[str],
    recipe: Recipe,
    teacher: Path,
    work: Path,
) -> AnsweredTexts:
    """Texts to learn from with what `network`, of the folder `teacher`, says of them.

    Then the network is thinned: of its layers `recipe.network.layers` are left.

    Raises:
        DualuseError: it has fewer layers than that.
    """
    count, wanted = len(layers_of(network)), recipe.network.layers or len(layers_of(network))
    if wanted > count:
        raise DualuseError(f"{teacher} has {count} layers, and a recipe wants {wanted} of them")
    known = AutoConfig.from_pretrained(teacher).label2id
    fresh = np.array([question not in known for question in questions])
    path = work / _FILE
    if not path.exists():
        scores = predict(network, tokenizer, learn.texts, recipe)
        _save_whole(_silent(scores, learn, fresh), path)
    thin(network, wanted, recipe.network.frozen_layers)
    return replace(learn, taught=load_file(path)[_SCORES])


def _silent(
    scores: NDArray[np.float32], learn: AnsweredTexts, fresh: NDArray[np.bool_]
) -> NDArray[np.float16]:
    """The scores but for questions that are fresh, and for texts of which one is the answer."""
    said = scores.astype(np.float16)
    said[:, fresh] = np.nan
    said[(learn.answers[:, fresh] == 1).any(axis=1)] = np.nan
    return said


def _save_whole(scores: NDArray[np.float16], path: Path) -> None:
    draft = path.with_name(f".{path.name}.part")
    save_file({_SCORES: np.ascontiguousarray(scores)}, draft)  # it writes memory as it lies
    draft.replace(path)


def thin(network: Any, wanted: int, first: int) -> None:
    """Leave `wanted` layers: the `first` ones, and of the others some far apart, with the last."""
    layers = layers_of(network)
    first = min(first, wanted)
    last = len(layers) - 1
    others = last - np.linspace(0, last - first, wanted - first).round().astype(int)
    kept = [layers[place] for place in (*range(first), *sorted(others.tolist()))]
    del layers[:]
    layers.extend(kept)
    network.config.num_hidden_layers = wanted
