"""Models from labelled records."""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np

from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.models.classifier import Answers, Probabilities, TextClassifier
from dualuse.models.examples import ExampleIndex, product_examples
from dualuse.models.linear import LinearClassifier, check_enough
from dualuse.models.list_terms import term_examples, term_texts
from dualuse.models.majority import MajorityClassifier
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.pooling import whole_only
from dualuse.models.precedents import Precedents
from dualuse.models.products import HeldOut, ProductModel
from dualuse.models.questions import (
    LISTED,
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    policy_answers,
    product_answers,
)
from dualuse.training.long_documents import fit_documents

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
    """A product model learnt from labelled products, and from the terms of the control lists."""
    texts = [product.text for product in products]
    answers = product_answers(products)
    groups = [product.group for product in products]
    classifier = new_classifier(kind, PRODUCT_QUESTIONS)
    if not isinstance(classifier, LinearClassifier):
        classifier.fit(texts, answers, groups)
        return ProductModel(name, lists, classifier, _held_out(classifier, texts, answers))
    check_enough(groups)
    entries = load_entries()
    terms = term_texts(entries, PRODUCT_QUESTIONS)
    known = np.vstack([answers, terms.answers])
    classifier.fit([*texts, *terms.texts], known, [*groups, *terms.groups])
    examples = [*product_examples(products), *term_examples(entries)]
    held_out = _held_out(classifier, texts, answers)
    vectors = classifier.features_.transform(texts)
    index = ExampleIndex.build(examples, classifier.features_)
    precedents = Precedents.fit(index, texts, vectors, held_out.answers, answers)
    consulted = precedents.consult(texts, vectors, held_out.answers)
    held_out = HeldOut(consulted.answers, held_out.listed)
    return ProductModel(name, lists, classifier, held_out, precedents)


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
    groups = [document.group for document in documents]
    if isinstance(classifier, LinearClassifier):
        weights = fit_documents(classifier, documents, texts, answers)
    else:
        classifier.fit(texts, answers, groups)
        weights = whole_only(len(POLICY_QUESTIONS))
    return PolicyModel(name, lists, classifier, weights)


def _seen_apart(classifier: TextClassifier, texts: Sequence[str]) -> Probabilities:
    # A model without held-out answers (the majority) says the same of any text.
    if isinstance(classifier, LinearClassifier):
        return classifier.held_out_[: len(texts)]
    return classifier.predict_proba(texts)
