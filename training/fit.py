"""Models from labelled records."""

from collections.abc import Callable, Sequence
from typing import Final, Protocol

import numpy as np

from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.say import Say
from dualuse.models.classifier import Answers, TextClassifier
from dualuse.models.examples import ExampleIndex, product_examples
from dualuse.models.held_out import HeldOut, languages_of, listed_by
from dualuse.models.linear import LinearClassifier, check_enough
from dualuse.models.list_terms import term_examples, term_texts
from dualuse.models.majority import MajorityClassifier
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.pooling import whole_only
from dualuse.models.precedents import Precedents
from dualuse.models.products import ProductModel
from dualuse.models.questions import (
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    policy_answers,
    product_answers,
)
from dualuse.training.long_documents import fit_documents

_LEAST_DOCUMENTS: Final = 5
"""Documents that a run of letters must stand in: most that fewer have are names."""
_LEAST_OF_WORDS: Final = 2
"""Documents that a word must stand in to be remembered. Of events that neither weights nor
vocabulary had seen, measures, fields and relevance are told better so, and P(high) is truer."""


class Learner(TextClassifier, Protocol):
    """A classifier that learns by itself, in seconds."""

    def fit(self, texts: Sequence[str], answers: Answers, groups: Sequence[str]) -> "Learner":
        """Learn from answered texts and return self; a group never straddles a fold."""
        ...


CLASSIFIERS: Final[dict[str, Callable[[Sequence[str]], Learner]]] = {
    LinearClassifier.kind: LinearClassifier,
    MajorityClassifier.kind: MajorityClassifier,
}
"""The kinds of classifier that can be trained, by the name that `--model` takes."""


def new_classifier(kind: str, questions: Sequence[str]) -> Learner:
    """An untrained classifier of a kind.

    Raises:
        DualuseError: there is no such kind; it names those there are.
    """
    if kind not in CLASSIFIERS:
        known = ", ".join(CLASSIFIERS)
        raise DualuseError(f"{kind!r} is no model that can be trained; known are {known}")
    return CLASSIFIERS[kind](questions)


def fit_products(
    products: Sequence[LabelledProduct],
    *,
    kind: str,
    name: str,
    lists: str,
    weights: Sequence[float] | None = None,
    say: Say = lambda _: None,
) -> ProductModel:
    """A product model learnt from labelled products, and from the terms of the control lists.

    `weights` say how much each product counts to the linear kind; without them all count the same.
    """
    texts = [product.text for product in products]
    answers = product_answers(products)
    groups = [product.group for product in products]
    classifier = new_classifier(kind, PRODUCT_QUESTIONS)
    if not isinstance(classifier, LinearClassifier):
        # The majority says the same of any text: it has nothing to hold out.
        said = classifier.fit(texts, answers, groups).predict_proba(texts)
        held_out = HeldOut(np.asarray(said, np.float32), listed_by(answers), languages_of(products))
        return ProductModel(name, lists, classifier, held_out)
    classifier.say = say
    _fit_with_terms(classifier, texts, answers, groups, weights)
    examples = [*product_examples(products), *term_examples(load_entries())]
    precedents, seen_apart = Precedents.fit(
        ExampleIndex.build(examples, classifier.features_),
        texts,
        classifier.vectors_apart_[: len(texts)],
        classifier.held_out_[: len(texts)],
        answers,
        [product.family for product in products],
    )
    held_out = HeldOut(seen_apart, listed_by(answers), languages_of(products))
    return ProductModel(name, lists, classifier, held_out, precedents)


def _fit_with_terms(
    classifier: LinearClassifier,
    texts: Sequence[str],
    answers: Answers,
    groups: Sequence[str],
    weights: Sequence[float] | None,
) -> None:
    """Learn from products first, and from the terms of the lists behind them."""
    check_enough(groups)
    terms = term_texts(load_entries(), PRODUCT_QUESTIONS)
    known = np.vstack([answers, terms.answers])
    counted = [*(weights or [1.0] * len(texts)), *[1.0] * len(terms.texts)]
    classifier.fit(
        [*texts, *terms.texts], known, [*groups, *terms.groups], np.array(counted, np.float32)
    )


def fit_policy(
    documents: Sequence[LabelledPolicy],
    *,
    kind: str,
    name: str,
    lists: str,
    say: Say = lambda _: None,
) -> PolicyModel:
    """A policy model learnt from labelled documents."""
    classifier = new_classifier(kind, POLICY_QUESTIONS)
    texts = [policy_text(document.title, document.text) for document in documents]
    answers = policy_answers(documents)
    if isinstance(classifier, LinearClassifier):
        classifier.say = say
        classifier.least_texts, classifier.least_word_texts = _LEAST_DOCUMENTS, _LEAST_OF_WORDS
        weights, held_out = fit_documents(classifier, documents, texts, answers)
        return PolicyModel(name, lists, classifier, weights, held_out)
    classifier.fit(texts, answers, [document.group for document in documents])
    return PolicyModel(name, lists, classifier, whole_only(len(POLICY_QUESTIONS)))
