"""A baseline without labelled texts to speak of: the control-list paragraph that is most alike.

TF-IDF of character n-grams (they serve five languages) finds, for each text, how alike the nearest
paragraph of each category is. The category is that of the nearest; that the text is about listed
goods at all is a logistic function of its likeness, fitted on the training corpus.
"""

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from dualuse.corpus.labels import LIST_CATEGORIES, REGIMES, code_category
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.version import lists_version
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.examples import Example, Neighbour
from dualuse.models.held_out import HeldOut, languages_of, listed_by
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.pooling import whole_only
from dualuse.models.products import ProductModel
from dualuse.models.questions import (
    CATEGORY,
    LISTED,
    POLICY_QUESTIONS,
    PRODUCT_QUESTIONS,
    RELEVANCE_FROM,
    policy_answers,
    product_answers,
)
from dualuse.models.reading import ProductJudgement

NEAREST = 15


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a control list and the five-character entry it stands under."""

    code: str
    regime: str
    text: str


def read_lists(folder: Path) -> list[Paragraph]:
    """The paragraphs of the US, EU and Chinese lists of a folder, those without words left out."""
    return [each for each in _paragraphs(folder) if len(each.text) > 20]


def _paragraphs(folder: Path) -> Iterator[Paragraph]:
    for name, regime in (("us_ccl", "US"), ("eu_annex1_2021", "EU")):
        with gzip.open(folder / f"{name}_paragraphs.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                yield Paragraph(row["code"][:5], regime, row["text"])
    with (folder / "cn_control_list_partial.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            yield Paragraph(row["controlCode"], "CN", row["description"])


class NearestParagraphClassifier:
    """Answers the named questions by how alike the nearest list paragraphs are."""

    kind = "nearest paragraph"

    def __init__(self, questions: Sequence[str], paragraphs: Sequence[Paragraph]) -> None:
        self.questions = tuple(questions)
        self.paragraphs = paragraphs
        self.vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), min_df=2)
        self.vectors = self.vectorizer.fit_transform([each.text for each in paragraphs])
        categories = [code_category(each.code) for each in paragraphs]
        self.of_category = [np.array(categories) == each for each in LIST_CATEGORIES]
        self.of_regime = {
            name: np.array([each.regime == name for each in paragraphs]) for name in REGIMES
        }

    def likeness(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The cosine of each text with each paragraph, shape (texts, paragraphs)."""
        found = self.vectorizer.transform(texts) @ self.vectors.T
        return np.asarray(found.toarray(), np.float32)

    def fit(
        self, texts: Sequence[str], answers: Answers, groups: Sequence[str]
    ) -> "NearestParagraphClassifier":
        """Learn from which likeness on a question is answered with yes; `groups` say nothing."""
        del groups
        likeness = self.likeness(texts)
        self.scales: dict[str, Any] = {}
        for place, question in enumerate(self.questions):
            known = ~np.isnan(answers[:, place])
            if not question.startswith(CATEGORY) and len(set(answers[known, place])) > 1:
                alike = self._alike(question, likeness)[known]
                self.scales[question] = LogisticRegression(C=1e4).fit(alike, answers[known, place])
        return self

    def _alike(self, question: str, likeness: NDArray[np.float32]) -> NDArray[np.float32]:
        kept = self.of_regime.get(question.removeprefix(LISTED), np.zeros(0, bool))
        # The Japanese list at hand has no paragraphs of its own: the whole speaks for it.
        part = likeness[:, kept] if kept.any() else likeness
        return np.asarray(part.max(axis=1, keepdims=True))

    def predict_proba(self, texts: Sequence[str]) -> Probabilities:
        """The probability of a yes for each text and question."""
        likeness = self.likeness(texts)
        answers = np.zeros((len(texts), len(self.questions)), np.float32)
        nearest = np.stack([likeness[:, kept].max(axis=1) for kept in self.of_category], axis=1)
        for place, question in enumerate(self.questions):
            if question.startswith(CATEGORY):
                category = LIST_CATEGORIES.index(question.removeprefix(CATEGORY))
                best = nearest[:, category] >= nearest.max(axis=1)
                # The document is about the nearest field if it is about any.
                listed = self.scales[f"{RELEVANCE_FROM}medium"].predict_proba(
                    self._alike(question, likeness)
                )[:, 1]
                answers[:, place] = np.where(best, listed, 0.01)
            elif question in self.scales:
                alike = self._alike(question, likeness)
                answers[:, place] = self.scales[question].predict_proba(alike)[:, 1]
        return answers

    def save(self, folder: Path) -> None:
        raise NotImplementedError(f"a baseline is not kept in {folder}")


class NearestParagraphProducts(ProductModel):
    """Judges products by the nearest paragraphs, whose codes are the candidates."""

    classifier: NearestParagraphClassifier

    def judge(
        self, texts: Sequence[str], regimes: Sequence[str] = REGIMES
    ) -> list[ProductJudgement]:
        likeness = self.classifier.likeness(texts)
        order = np.argsort(-likeness, axis=1)[:, :NEAREST]
        return [
            replace(judgement, neighbours=self._neighbours(likeness[row], order[row]))
            for row, judgement in enumerate(super().judge(texts, regimes))
        ]

    def _neighbours(
        self, likeness: NDArray[np.float32], order: NDArray[np.intp]
    ) -> tuple[Neighbour, ...]:
        return tuple(
            Neighbour(_as_example(self.classifier.paragraphs[place]), float(likeness[place]))
            for place in order
        )


def _as_example(paragraph: Paragraph) -> Example:
    return Example(
        id=paragraph.code,
        text=paragraph.text,
        category=code_category(paragraph.code),
        relevance="high",
        codes=(paragraph.code,),
        regimes=(paragraph.regime,),
        family=paragraph.code.lower(),
        why="",
    )


def nearest_products(
    paragraphs: Sequence[Paragraph], products: Sequence[LabelledProduct]
) -> ProductModel:
    """The baseline for products, its likeness scaled on labelled ones."""
    texts = [product.text for product in products]
    answers = product_answers(products)
    classifier = NearestParagraphClassifier(PRODUCT_QUESTIONS, paragraphs)
    classifier.fit(texts, answers, [product.group for product in products])
    said = classifier.predict_proba(texts)
    held_out = HeldOut(said, listed_by(answers), languages_of(products))
    return NearestParagraphProducts("nearest-paragraph", lists_version(), classifier, held_out)


def nearest_policy(
    paragraphs: Sequence[Paragraph], documents: Sequence[LabelledPolicy]
) -> PolicyModel:
    """The baseline for documents, its likeness scaled on labelled ones."""
    texts = [policy_text(document.title, document.text) for document in documents]
    classifier = NearestParagraphClassifier(POLICY_QUESTIONS, paragraphs)
    groups = [document.group for document in documents]
    classifier.fit(texts, policy_answers(documents), groups)
    return PolicyModel(
        "nearest-paragraph", lists_version(), classifier, whole_only(len(POLICY_QUESTIONS))
    )
