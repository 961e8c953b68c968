"""A table of answers read as one judgement a text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import GROUPS, LIST_CATEGORIES, NO_CATEGORY, REGIMES, RELEVANCE
from dualuse.models.classifier import Probabilities
from dualuse.models.examples import Neighbour
from dualuse.models.goods_names import Paragraphs
from dualuse.models.quantities.records import Quantity
from dualuse.models.questions import CATEGORY, GROUP, LISTED, RELEVANCE_FROM


@dataclass(frozen=True, slots=True)
class ProductJudgement:
    """What the model says of one text, before any decision, and what it found in it.

    `codes` are the encoder's likeliest, empty where it was not asked.
    """

    category: str
    category_confidence: float
    relevance: str
    control_probability: float
    regimes: tuple[str, ...]
    categories: dict[str, float]
    relevances: dict[str, float]
    groups: dict[str, float]
    codes: dict[str, float] = field(default_factory=dict)
    neighbours: tuple[Neighbour, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    paragraphs: Paragraphs = field(default_factory=dict)


class ProductReading:
    """Reads a table of answers as categories and relevances that do not contradict each other."""

    def __init__(self, questions: Sequence[str], answers: Probabilities) -> None:
        places = {question: place for place, question in enumerate(questions)}
        categories = [places[CATEGORY + category] for category in LIST_CATEGORIES]
        levels = [places[RELEVANCE_FROM + level] for level in RELEVANCE[1:]]
        # Relevance is one scale: at least high implies at least medium, and so on.
        self.at_least: NDArray[Any] = np.minimum.accumulate(answers[:, levels], axis=1)
        shares = answers[:, categories] + 1e-6
        controlled = self.at_least[:, 1:2]
        self.categories: NDArray[Any] = np.hstack(
            [controlled * shares / shares.sum(axis=1, keepdims=True), 1 - controlled]
        )
        groups = answers[:, [places[GROUP + group] for group in GROUPS]] + 1e-6
        self.groups: NDArray[Any] = groups / groups.sum(axis=1, keepdims=True)
        self.listed: NDArray[Any] = answers[:, [places[LISTED + regime] for regime in REGIMES]]

    def control_probability(self, regimes: Sequence[str]) -> NDArray[np.float32]:
        """P(listed by one of the regimes) for each text, shape (n,).

        For all regimes that is P(relevance is high); for some, that of the likeliest of them.
        """
        high = self.at_least[:, -1]
        if set(regimes) >= set(REGIMES):
            return np.asarray(high, np.float32)
        asked = self.listed[:, [REGIMES.index(regime) for regime in regimes]].max(axis=1)
        return np.asarray(np.minimum(asked, high), np.float32)

    def judgement(self, row: int, regimes: Sequence[str], control: float) -> ProductJudgement:
        """What the answers to one text amount to."""
        low, medium, high = (float(value) for value in self.at_least[row])
        levels = (1 - low, low - medium, medium - high, high)
        shares = self.categories[row]
        controlled = medium > 0.5
        place = int(shares[:-1].argmax()) if controlled else len(LIST_CATEGORIES)
        if controlled:
            relevance = "high" if high > medium / 2 else "medium"
        else:
            relevance = "low" if low - medium > 1 - low else "none"
        by_regime = self.listed[row]
        return ProductJudgement(
            category=(*LIST_CATEGORIES, NO_CATEGORY)[place],
            category_confidence=float(shares[place]),
            relevance=relevance,
            control_probability=control,
            regimes=tuple(r for r in regimes if by_regime[REGIMES.index(r)] > 0.5),
            categories=dict(zip((*LIST_CATEGORIES, NO_CATEGORY), map(float, shares), strict=True)),
            relevances=dict(zip(RELEVANCE, levels, strict=True)),
            groups=dict(zip(GROUPS, map(float, self.groups[row]), strict=True)),
        )
