"""Texts of both tasks with their answers to one list of questions, NaN where a text is silent."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.labels import MEASURES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.sentences import split_sentences
from dualuse.models.classifier import Answers
from dualuse.models.document_encoder import OPENING
from dualuse.models.list_terms import term_texts
from dualuse.models.policy import policy_text
from dualuse.models.questions import (
    CODE_IS,
    KEY_SENTENCE,
    MEASURE,
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    policy_answers,
    product_answers,
)
from dualuse.models.summary.features import is_title
from dualuse.training.key_sentences import key_mask
from dualuse.training.short_documents import in_short

NAMED: Final = (
    *PRODUCT_QUESTIONS,
    *(MEASURE + measure for measure in MEASURES),
    KEY_SENTENCE,
)
"""The questions of both tasks; those of codes come behind them."""

_FEWEST_OF_CODE: Final = 3
_OTHERS: Final = 2
"""Sentences that are none of the key ones, for each key sentence."""


@dataclass(frozen=True, slots=True)
class AnsweredTexts:
    """Texts in step with languages, groups, weights and answers, shape (texts, questions).

    What a teacher says of them, its scores, has the same shape, and is NaN where it is silent.
    """

    texts: tuple[str, ...]
    languages: tuple[str, ...]
    groups: tuple[str, ...]
    weights: NDArray[np.float32]
    answers: Answers
    taught: NDArray[np.float16] | None = None

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.texts)

    def only(self, chosen: NDArray[np.bool_]) -> "AnsweredTexts":
        """The texts that a mask, shape (texts,), chooses."""
        places = np.flatnonzero(chosen)
        return AnsweredTexts(
            tuple(self.texts[k] for k in places),
            tuple(self.languages[k] for k in places),
            tuple(self.groups[k] for k in places),
            self.weights[places],
            self.answers[places],
            None if self.taught is None else self.taught[places],
        )


def encoder_questions(products: Sequence[LabelledProduct]) -> tuple[str, ...]:
    """The questions of a network: those of both tasks, and the codes that enough products have.

    Codes are asked for two reasons: they are an answer of their own, and goods of one entry are
    what the network must learn to see together.
    """
    counts = Counter(code for product in products for code in product.codes)
    codes = sorted(code for code, count in counts.items() if count >= _FEWEST_OF_CODE)
    return (*NAMED, *(CODE_IS + code for code in codes))


def answered_products(
    products: Sequence[LabelledProduct], questions: Sequence[str], *, pair_weight: float = 1.0
) -> AnsweredTexts:
    """Products with their answers; rare categories and products of a pair weigh more."""
    answers = _spread(product_answers(products), PRODUCT_QUESTIONS, questions)
    places = {question: place for place, question in enumerate(questions)}
    codes = [place for question, place in places.items() if question.startswith(CODE_IS)]
    answers[:, codes] = 0
    for row, product in enumerate(products):
        for code in product.codes:
            if (place := places.get(CODE_IS + code)) is not None:
                answers[row, place] = 1
        if product.codes and not answers[row, codes].any():
            # Of a code that is not asked for nothing is known, not a no to all the others.
            answers[row, codes] = np.nan
    counts = Counter(product.category for product in products)
    usual = float(np.median(list(counts.values()))) if counts else 1.0
    weights = [
        min(2.0, float(np.sqrt(usual / counts[product.category])))
        * (pair_weight if product.pair else 1.0)
        for product in products
    ]
    return AnsweredTexts(
        tuple(product.text for product in products),
        tuple(product.lang for product in products),
        tuple(product.group for product in products),
        np.array(weights, np.float32),
        answers,
    )


def answered_documents(
    documents: Sequence[LabelledPolicy], questions: Sequence[str]
) -> AnsweredTexts:
    """Documents with their answers, silent on codes, groups and regimes: what fits of their texts.

    Each is learnt from its opening, and once more in short where key sentences shorten it: what a
    document decides may stand far behind what a network of short texts can see.
    """
    short, told = in_short(documents)
    places = [*range(len(documents)), *short]
    whole = [policy_text(document.title, document.text) for document in documents]
    return AnsweredTexts(
        tuple(text[:OPENING] for text in (*whole, *told)),
        tuple(documents[place].lang for place in places),
        tuple(documents[place].group for place in places),
        np.ones(len(places), np.float32),
        _spread(policy_answers(documents), POLICY_QUESTIONS, questions)[places],
    )


def answered_sentences(
    documents: Sequence[LabelledPolicy], questions: Sequence[str]
) -> AnsweredTexts:
    """Sentences of documents, silent on all but whether they are key sentences.

    All that readers marked, and for each some of the others.
    """
    chosen = [(each, *found) for each in documents for found in _some_sentences(each)]
    answers = np.full((len(chosen), len(questions)), np.nan, np.float32)
    answers[:, questions.index(KEY_SENTENCE)] = [is_key for _, _, is_key in chosen]
    return AnsweredTexts(
        tuple(sentence for _, sentence, _ in chosen),
        tuple(document.lang for document, _, _ in chosen),
        tuple(document.group for document, _, _ in chosen),
        np.ones(len(chosen), np.float32),
        answers,
    )


def _some_sentences(document: LabelledPolicy) -> list[tuple[str, bool]]:
    sentences = [
        sentence
        for sentence in split_sentences(document.text, document.lang)
        if not is_title(sentence, document.title)
    ]
    keys = key_mask(document, sentences)
    others = np.flatnonzero(~keys).tolist()
    chance = random.Random(document.id)  # noqa: S311 - which are left out is no secret
    kept = chance.sample(others, min(len(others), _OTHERS * int(keys.sum())))
    return [(sentences[k].text, bool(keys[k])) for k in sorted([*np.flatnonzero(keys), *kept])]


def answered_terms(entries: Sequence[ControlEntry], questions: Sequence[str]) -> AnsweredTexts:
    """The terms of list entries; they answer category, group and code, and are silent else."""
    terms = term_texts(entries, PRODUCT_QUESTIONS)
    answers = _spread(terms.answers, PRODUCT_QUESTIONS, questions)
    places = {question: place for place, question in enumerate(questions)}
    codes = [place for question, place in places.items() if question.startswith(CODE_IS)]
    for row, code in enumerate(terms.codes):
        if (place := places.get(CODE_IS + code)) is not None:
            answers[row, codes] = 0
            answers[row, place] = 1
    return AnsweredTexts(
        tuple(terms.texts),
        tuple(terms.languages),
        tuple(terms.groups),
        np.ones(len(terms.texts), np.float32),
        answers,
    )


def joined(parts: Sequence[AnsweredTexts]) -> AnsweredTexts:
    """All texts of the parts, in their order."""
    return AnsweredTexts(
        tuple(text for part in parts for text in part.texts),
        tuple(language for part in parts for language in part.languages),
        tuple(group for part in parts for group in part.groups),
        np.concatenate([part.weights for part in parts]),
        np.vstack([part.answers for part in parts]),
    )


def _spread(answers: Answers, own: Sequence[str], questions: Sequence[str]) -> Answers:
    table = np.full((len(answers), len(questions)), np.nan, np.float32)
    places = [questions.index(question) for question in own]
    table[:, places] = answers
    return table
