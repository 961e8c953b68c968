"""What the nearest labelled products say of a text: a vote for each question."""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from dualuse.corpus.labels import RELEVANCE, code_group, relevance_rank
from dualuse.models.classifier import Probabilities
from dualuse.models.examples import Example, Nearest
from dualuse.models.questions import CATEGORY, GROUP, LISTED, PRODUCT_QUESTIONS, RELEVANCE_FROM

VOTERS: Final = 20
_POWER: Final = 4
_DOUBT: Final = 0.001
"""Of 8 to 60 voters and powers 2 to 4 of the likeness these told categories best on families held
out of the training corpus. The doubt is how much the share among all products says beside them."""


class Votes:
    """Counts the votes of examples: each by its likeness, terms of lists having none."""

    def __init__(self, examples: Sequence[Example]) -> None:
        rows = {_labels(example): _answers(example) for example in examples}
        self._answers = np.array([rows[_labels(each)] for each in examples], np.float32).reshape(
            -1, len(PRODUCT_QUESTIONS)
        )
        self._voting = np.array([not example.from_list for example in examples], bool)
        voters = self._answers[self._voting]
        self._usual = voters.mean(axis=0) if len(voters) else np.full(len(PRODUCT_QUESTIONS), 0.5)

    def count(self, nearest: Sequence[Nearest]) -> Probabilities:
        """The share of a yes among the say of the nearest, shape (texts, `PRODUCT_QUESTIONS`)."""
        votes = np.zeros((len(nearest), len(PRODUCT_QUESTIONS)), np.float32)
        for row, (places, likeness) in enumerate(nearest):
            say = likeness**_POWER * self._voting[places]
            yes = say @ self._answers[places] + _DOUBT * self._usual
            votes[row] = yes / (say.sum() + _DOUBT)
        return votes


def _labels(example: Example) -> tuple[Any, ...]:
    group = code_group(example.codes[0]) if example.codes else None
    return example.category, example.relevance, example.regimes, group


def _answers(example: Example) -> list[float]:
    rank = relevance_rank(example.relevance)
    high = example.relevance == RELEVANCE[-1]
    said = {
        CATEGORY + example.category,
        *(RELEVANCE_FROM + level for level in RELEVANCE[1 : rank + 1]),
        *(LISTED + regime for regime in example.regimes if high),
    }
    if example.codes:
        said.add(GROUP + code_group(example.codes[0]))
    return [float(question in said) for question in PRODUCT_QUESTIONS]
