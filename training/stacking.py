"""The cascade learnt: how linear model and encoder join, and when the encoder is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import REGIMES, RELEVANCE
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.splits import fold_numbers
from dualuse.models.calibration import logits
from dualuse.models.cascade import Cascade, asked_about
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.held_out import HeldOut, listed_by
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS, product_answers
from dualuse.models.reading import ProductReading
from dualuse.models.stack import Scores, fit_stack, stacked
from dualuse.training.metrics import auroc

FitStack = Callable[[Sequence[Scores], Answers, Sequence[str]], NDArray[np.float32]]

_FOLDS: Final = 5
_SEED: Final = 1
"""Not that of `held_out_mask`, which keeps families by their place: all would be in one fold."""

_CANDIDATES: Final = np.round(np.linspace(0.01, 0.6, 60), 2)
_LOST: Final = 0.002
"""What accuracy or AUROC may lose, on held-out texts, by not asking about every one."""


@dataclass(frozen=True, slots=True)
class HeldOutScores:
    """What linear model and encoder say of texts that neither has seen.

    `first`, shape (n, questions): the linear model's answers with the lists'; `scores`: the
    encoder's raw scores of the same questions.
    """

    products: tuple[LabelledProduct, ...]
    first: Probabilities
    scores: NDArray[np.float32]

    @property
    def answers(self) -> NDArray[np.float32]:
        """The true answers, NaN where a product is silent."""
        return product_answers(self.products)


def held_out_scores(
    model: ProductModel,
    products: Sequence[LabelledProduct],
    encoder: EncoderClassifier,
    held: NDArray[np.bool_],
) -> HeldOutScores:
    """The scores of the products that the encoder has not seen.

    `model` was fitted on all of them, and holds for each what it said before it had seen its
    family.
    """
    places = np.flatnonzero(held)
    chosen = tuple(products[place] for place in places.tolist())
    columns = [encoder.questions.index(question) for question in PRODUCT_QUESTIONS]
    scores = encoder.scores([product.text for product in chosen])[:, columns]
    return HeldOutScores(chosen, model.held_out.probabilities[places], scores)


def with_encoder(
    model: ProductModel, encoder: EncoderClassifier, held_out: HeldOutScores, name: str
) -> ProductModel:
    """The product model with the encoder behind it.

    Weights, thresholds and the limit from which the encoder is asked are learnt from `held_out`;
    what the thresholds rest on is judged by weights that did not see the family either.
    """
    answers = held_out.answers
    parts = [logits(held_out.first), held_out.scores]
    apart = joined_apart(parts, answers, [product.group for product in held_out.products])
    least_doubt = _least_doubt(held_out, apart)
    asked = asked_about(held_out.first, least_doubt)[:, None]
    seen = np.where(asked, apart, held_out.first).astype(np.float32)
    known = HeldOut(seen, listed_by(answers))
    cascade = Cascade(encoder, fit_stack(parts, answers, PRODUCT_QUESTIONS), least_doubt, known)
    return ProductModel(
        name, model.lists, model.classifier, model.held_out, model.precedents, cascade
    )


def joined_apart(
    parts: Sequence[NDArray[np.float32]],
    answers: NDArray[np.float32],
    groups: Sequence[str],
    questions: Sequence[str] = PRODUCT_QUESTIONS,
    fit: FitStack = fit_stack,
) -> Probabilities:
    """The joint answers of each text by weights that were learnt without its group."""
    folds = fold_numbers(groups, _FOLDS, _SEED)
    joint = np.zeros(answers.shape, np.float32)
    for fold in range(_FOLDS):
        inside = folds == fold
        weights = fit([part[~inside] for part in parts], answers[~inside], questions)
        joint[inside] = stacked([part[inside] for part in parts], weights)
    return joint


def _least_doubt(held_out: HeldOutScores, joint: Probabilities) -> float:
    """The highest limit at which the answers are nearly as good as asking about every text."""
    best = _quality(joint, held_out.products)
    chosen = 0.0
    for limit in _CANDIDATES:
        asked = asked_about(held_out.first, float(limit))[:, None]
        answers = np.where(asked, joint, held_out.first).astype(np.float32)
        if (_quality(answers, held_out.products) < best - _LOST).any():
            break
        chosen = float(limit)
    return chosen


def _quality(answers: Probabilities, products: Sequence[LabelledProduct]) -> NDArray[np.float64]:
    """Category accuracy, and AUROC of listed goods, as two figures."""
    reading = ProductReading(PRODUCT_QUESTIONS, answers)
    said = [reading.judgement(row, (), 0.0).category for row in range(len(products))]
    listed = np.array([product.relevance == RELEVANCE[-1] for product in products])
    scores = reading.control_probability(REGIMES)
    right = np.mean([a == p.category for a, p in zip(said, products, strict=True)])
    return np.array([right, auroc(listed, scores)])
