"""Weights between those of the network that a run went on from and those that it ended with.

Where both are good, those between are often better than either, and read as fast: they answer
nearly as the mean of both networks would (Izmailov et al. 2018, “Averaging weights leads to wider
optima and better generalization”; Wortsman et al. 2022, “Robust fine-tuning of zero-shot models”).
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer
from transformers import AutoConfig

from dualuse.corpus.say import Say
from dualuse.training.encoder.answered import AnsweredTexts
from dualuse.training.encoder.loop import predict
from dualuse.training.encoder.network import answers_of
from dualuse.training.encoder.recipe import Recipe
from dualuse.training.encoder.scores import held_out_score
from dualuse.training.encoder.teaching import begun_from


def interpolate(
    network: Any,
    tokenizer: Tokenizer,
    begun: Path,
    questions: Sequence[str],
    held_out: AnsweredTexts,
    recipe: Recipe,
    say: Say,
) -> None:
    """Take a network back towards the one in `begun`, as far as the recipe says.

    It stays as it is if it answers the held-out texts better; both scores are told. What it has
    learnt to answer beyond the questions of that one stays in any case.
    """

    def score() -> float:
        answers = predict(network, tokenizer, held_out.texts, recipe)
        return held_out_score(answers, held_out, questions)

    ended = {name: value.clone() for name, value in network.state_dict().items()}
    there = score()
    network.load_state_dict(_between(ended, _begun(network, begun, questions, recipe), recipe))
    between = score()
    share = recipe.learning.interpolate
    if between < there:
        network.load_state_dict(ended)
    kept = "left where it ended" if between < there else f"taken back {share:.0%}"
    say(
        f"held-out score {there:.4f} where the run ended, {between:.4f} taken back {share:.0%} to "
        f"where it began: {kept}"
    )


def _begun(network: Any, folder: Path, questions: Sequence[str], recipe: Recipe) -> Any:
    """The weights that the run began with, fresh answers being those that it ended with."""
    begun, _ = begun_from(folder, questions, recipe)
    known = AutoConfig.from_pretrained(folder).label2id
    fresh = [place for place, question in enumerate(questions) if question not in known]
    pairs = zip(answers_of(begun).parameters(), answers_of(network).parameters(), strict=True)
    with torch.no_grad():
        for began, ended in pairs:
            began[fresh] = ended[fresh].to(began.device)
    return begun.state_dict()


def _between(ended: Any, begun: Any, recipe: Recipe) -> dict[str, torch.Tensor]:
    """The weighted mean of two sets of weights of the same names and shapes."""
    share = recipe.learning.interpolate
    return {
        name: torch.lerp(value, begun[name].to(value.device), share)
        if value.is_floating_point()
        else value
        for name, value in ended.items()
    }
