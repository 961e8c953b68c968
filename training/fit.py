"""Models from labelled records."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.classifier import Answers, Probabilities, TextClassifier
from dualuse.models.cues import fit_cues, no_cues
from dualuse.models.examples import ExampleIndex
from dualuse.models.linear import LinearClassifier
from dualuse.models.majority import MajorityClassifier
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.products import HeldOut, ProductModel
from dualuse.models.questions import (
    LISTED,
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    policy_answers,
    product_answers,
)

CLASSIFIERS: Final[dict[str, Callable[[Sequence[str]], TextClassifier]]] = {
    LinearClassifier.kind: LinearClassifier,
    MajorityClassifier.kind: MajorityClassifier,
}
"""The kinds of classifier that can be trained, by the name that `--model` takes."""


def new_classifier(kind: str, questions: Sequence[str]) -> TextClassifier:
    """An untrained classifier of a kind.

    Raises:
        DualuseError: there is no such kind; it names those there are.
    """
    if kind not in CLASSIFIERS:
        known = ", ".join(CLASSIFIERS)
        raise DualuseError(f"{kind!r} is no model that can be trained; known are {known}")
    return CLASSIFIERS[kind](questions)


def fit_products(
    products: Sequence[LabelledProduct], *, kind: str, name: str, lists: str
) -> ProductModel:
    """A product model learnt from labelled products."""
    texts = [product.text for product in products]
    answers = product_answers(products)
    classifier = new_classifier(kind, PRODUCT_QUESTIONS)
    classifier.fit(texts, answers, [product.group for product in products])
    examples = None
    if isinstance(classifier, LinearClassifier):
        examples = ExampleIndex.build(products, classifier.features_)
    return ProductModel(name, lists, classifier, _held_out(classifier, texts, answers), examples)


def _held_out(classifier: TextClassifier, texts: Sequence[str], answers: Answers) -> HeldOut:
    seen_apart = _seen_apart(classifier, texts)
    listed = answers[:, [PRODUCT_QUESTIONS.index(LISTED + regime) for regime in REGIMES]]
    return HeldOut(np.asarray(seen_apart, np.float32), listed > 0)


def fit_policy(
    documents: Sequence[LabelledPolicy], *, kind: str, name: str, lists: str
) -> PolicyModel:
    """A policy model learnt from labelled documents."""
    classifier = new_classifier(kind, POLICY_QUESTIONS)
    texts = [policy_text(document.title, document.text) for document in documents]
    answers = policy_answers(documents)
    classifier.fit(texts, answers, [document.group for document in documents])
    cue_weights = no_cues()
    if isinstance(classifier, LinearClassifier):
        cue_weights = fit_cues(texts, classifier.held_out_, answers, POLICY_QUESTIONS)
    return PolicyModel(name, lists, classifier, cue_weights)


def _seen_apart(classifier: TextClassifier, texts: Sequence[str]) -> Probabilities:
    # A model without held-out answers (the majority) says the same of any text.
    if isinstance(classifier, LinearClassifier):
        return classifier.held_out_
    return classifier.predict_proba(texts)
