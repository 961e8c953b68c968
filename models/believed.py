"""What the lists say of texts once an encoder has named the codes that they may have."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import entries_meant, load_entries
from dualuse.models.condition_evidence import CONDITION_FEATURES, ConditionIndex
from dualuse.models.conditions import Standing
from dualuse.models.goods_names import Paragraphs
from dualuse.models.list_evidence import FEATURES, Evidence
from dualuse.models.list_reader import ListReading
from dualuse.models.quantities.records import Quantity
from dualuse.models.questions import CODE_IS

BELIEVED_FEATURES: Final = FEATURES + CONDITION_FEATURES

Codes = Mapping[str, float]
"""The likeliest codes of a text with their probability."""

_KEPT: Final = 10
_ASKED: Final = 5
_WEIGHTS: Final[Mapping[Standing, float]] = {"failed": 0.5, "figures met": 1.2, "met": 1.2}
"""Of 0.25 to 0.7 and of 1 to 2 these put most codes first on families held out of the training
corpus: 0.807 of the goods with a code, 0.802 without."""

_LEAST: Final = 0.02
"""Codes that are less likely say nothing that could move an answer."""


def code_shares(questions: Sequence[str], scores: NDArray[np.float32]) -> list[dict[str, float]]:
    """The likeliest codes of each text by an encoder; what is left to one is for no code.

    `scores`, shape (texts, questions), are its raw answers.
    """
    places = np.array([k for k, each in enumerate(questions) if each.startswith(CODE_IS)], np.int64)
    if not len(places):
        return [{} for _ in scores]
    raised = np.exp(np.clip(scores[:, places], -30, 30))
    shares = raised / (1 + raised.sum(axis=1, keepdims=True))
    best = np.argsort(-shares, axis=1)[:, :_KEPT]
    return [
        {questions[places[k]].removeprefix(CODE_IS): float(row[k]) for k in order}
        for row, order in zip(shares, best, strict=True)
    ]


def believed_evidence(lists: ListReading, codes: Sequence[Codes]) -> Evidence:
    """What the lists say, and what figures say of the entries of codes that an encoder believes.

    Shape (texts, BELIEVED_FEATURES). The lists name entries by the words of a text alone; an
    encoder knows better which one is meant, and worse whether its figures are met.
    """
    rows = [
        _of_figures(*each) for each in zip(lists.quantities, lists.paragraphs, codes, strict=True)
    ]
    figures = np.array(rows, np.float32).reshape(len(rows), CONDITION_FEATURES)
    return np.hstack([lists.evidence, figures])


def figures_heard(
    codes: Codes, quantities: Sequence[Quantity], paragraphs: Paragraphs
) -> dict[str, float]:
    """The say of each code once figures are heard: half where they fail its entries.

    Where they meet them it is a fifth more.
    """
    if not quantities:
        return dict(codes)
    return {
        code: say
        * max((_weight(place, quantities, paragraphs) for place in _places(code)), default=1.0)
        for code, say in codes.items()
    }


def _weight(place: int, quantities: Sequence[Quantity], paragraphs: Paragraphs) -> float:
    return _WEIGHTS.get(_index().standing(place, quantities, paragraphs), 1.0)


def _of_figures(
    quantities: Sequence[Quantity], paragraphs: Paragraphs, codes: Codes
) -> NDArray[np.float32]:
    if not quantities:
        return np.zeros(CONDITION_FEATURES, np.float32)
    candidates: dict[int, float] = {}
    for code, share in sorted(codes.items(), key=lambda each: -each[1])[:_ASKED]:
        if share >= _LEAST:
            # Its square is its share among the candidates.
            candidates |= dict.fromkeys(_places(code), float(np.sqrt(share)))
    return _index().evidence(quantities, candidates, paragraphs)


@cache
def _index() -> ConditionIndex:
    return ConditionIndex(load_entries())


@cache
def _places(code: str) -> tuple[int, ...]:
    """The positions of the entries that a code may mean."""
    meant = {entry.key for entry in entries_meant(code)}
    return tuple(place for place, entry in enumerate(load_entries()) if entry.key in meant)
