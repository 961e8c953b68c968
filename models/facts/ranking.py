"""Choosing among candidates by weighted evidence; the weights are fitted and shipped as JSON."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

_WEIGHTS: Final = "weights.json"


@cache
def weights(question: str) -> Mapping[str, float]:
    """The weight of each kind of evidence for one question, such as `issuer`."""
    text = resources.files("dualuse.models.facts").joinpath(_WEIGHTS).read_text("utf-8")
    found: Mapping[str, float] = json.loads(text)[question]
    return found


def score(question: str, features: Mapping[str, float]) -> float:
    """How much speaks for a candidate; kinds of evidence without a weight count nothing."""
    known = weights(question)
    return sum(known.get(name, 0.0) * value for name, value in features.items())


def best_of(question: str, candidates: Sequence[Mapping[str, float]]) -> int:
    """The position of the candidate for which most speaks; of equals the first."""
    return max(range(len(candidates)), key=lambda at: score(question, candidates[at]))
