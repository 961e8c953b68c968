"""The cascade learnt: how linear model and encoder join, and when the encoder is asked."""

import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import REGIMES, RELEVANCE
from dualuse.corpus.records import LabelledProduct
from dualuse.corpus.splits import fold_numbers
from dualuse.models.believed import believed_evidence, code_shares
from dualuse.models.calibration import logits
from dualuse.models.cascade import Cascade, LeastDoubt, asked_about, doubts, exceeding
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.held_out import HeldOut, languages_of, listed_by
from dualuse.models.list_evidence import Evidence, fit_list_weights, with_lists
from dualuse.models.products import ProductModel
from dualuse.models.questions import PRODUCT_QUESTIONS, product_answers
from dualuse.models.reading import ProductReading
from dualuse.models.stack import Scores, fit_stack, stacked
from dualuse.training.metrics import auroc

FitStack = Callable[[Sequence[Scores], Answers, Sequence[str]], NDArray[np.float32]]

_FOLDS: Final = 5
_SEED: Final = 1
"""Not that of `held_out_mask`, which keeps families by their place: all would be in one fold."""

_FIELD_LIMITS: Final = np.round(np.linspace(0.02, 0.6, 30), 2)
_LISTING_LIMITS: Final = np.round(np.linspace(0.01, 0.3, 30), 2)
_UNMENDED: Final = 0.005
"""The share of held-out texts that may go unasked though the encoder would put their field right.

What it would spoil is not set against them: on texts of another kind it is another share, and the
balance of the two came out three times as bad there.
"""
_UNRANKED: Final = 0.003
"""What AUROC may lose, on held-out texts, by not asking about every one."""


@dataclass(frozen=True, slots=True)
class HeldOutScores:
    """What linear model and encoder say of texts that neither has seen.

    `first`, shape (n, questions): the linear model's answers with the lists'; `scores`: the
    encoder's raw scores of the same questions; `evidence`: that of `believed_evidence`.
    """

    products: tuple[LabelledProduct, ...]
    first: Probabilities
    scores: NDArray[np.float32]
    evidence: Evidence

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
    texts = [product.text for product in chosen]
    scores = encoder.scores(texts)
    codes = code_shares(encoder.questions, scores)
    evidence = believed_evidence(model.consult(texts).lists, codes)
    first = model.held_out.probabilities[places]
    return HeldOutScores(chosen, first, scores[:, columns], evidence)


def with_encoder(
    model: ProductModel, encoder: EncoderClassifier, held_out: HeldOutScores, name: str
) -> ProductModel:
    """The product model with the encoder behind it.

    Weights, thresholds and the limit from which the encoder is asked are learnt from `held_out`;
    what the thresholds rest on is judged by weights that did not see the family either.
    """
    answers, evidence = held_out.answers, held_out.evidence
    parts = [logits(held_out.first), held_out.scores]
    both, apart = answered_apart(held_out)
    least_doubt = _least_doubt(held_out, apart)
    asked = asked_about(held_out.first, least_doubt)[:, None]
    seen = np.where(asked, apart, held_out.first).astype(np.float32)
    known = HeldOut(seen, listed_by(answers), languages_of(held_out.products))
    weights = fit_stack(parts, answers, PRODUCT_QUESTIONS)
    of_lists = fit_list_weights(evidence, both, answers)
    cascade = Cascade(encoder, weights, of_lists, least_doubt, known)
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


def answered_apart(held_out: HeldOutScores) -> tuple[Probabilities, Probabilities]:
    """The answers of linear model and encoder together, and those that the lists have moved.

    Both by weights that were learnt without the product's group.
    """
    answers, evidence = held_out.answers, held_out.evidence
    groups = [product.group for product in held_out.products]
    joint = joined_apart([logits(held_out.first), held_out.scores], answers, groups)
    folds = fold_numbers(groups, _FOLDS, _SEED)
    moved = np.zeros(joint.shape, np.float32)
    for fold in range(_FOLDS):
        inside = folds == fold
        weights = fit_list_weights(evidence[~inside], joint[~inside], answers[~inside])
        moved[inside] = with_lists(evidence[inside], joint[inside], weights)
    return joint, moved


def _least_doubt(held_out: HeldOutScores, joint: Probabilities) -> LeastDoubt:
    """The limits that ask about the fewest texts, at answers nearly as good as of every one.

    Of the limits tried on held-out families (on P(listed at all), on a learnt chance that the
    answer changes, on either doubt alone, on the larger of the two) one for each doubt loses the
    least at any number of texts asked about.
    """
    listed = np.array([product.relevance == RELEVANCE[-1] for product in held_out.products])
    alone = _judged(held_out.first, held_out.products)
    both = _judged(joint, held_out.products)
    mended = both.right & ~alone.right
    ranked = auroc(listed, both.listing)
    found = doubts(held_out.first)
    best, fewest = LeastDoubt(0.0, 0.0), 1.0
    for field, listing in itertools.product(_FIELD_LIMITS, _LISTING_LIMITS):
        limits = LeastDoubt(float(field), float(listing))
        asked = exceeding(found, limits)
        share = float(asked.mean())
        if share >= fewest or (mended & ~asked).mean() > _UNMENDED:
            continue
        if ranked - auroc(listed, np.where(asked, both.listing, alone.listing)) <= _UNRANKED:
            best, fewest = limits, share
    return best


@dataclass(frozen=True, slots=True)
class _Judged:
    """Of each text whether its category is right, and P(listed), both of shape (n,)."""

    right: NDArray[np.bool_]
    listing: NDArray[np.float32]


def _judged(answers: Probabilities, products: Sequence[LabelledProduct]) -> _Judged:
    reading = ProductReading(PRODUCT_QUESTIONS, answers)
    said = [reading.judgement(row, (), 0.0).category for row in range(len(products))]
    right = np.array([a == p.category for a, p in zip(said, products, strict=True)])
    return _Judged(right, reading.control_probability(REGIMES))
