"""The product model: a classifier, its labelled examples, and what was held out to calibrate."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import GROUPS, LIST_CATEGORIES, NO_CATEGORY, REGIMES, RELEVANCE
from dualuse.models.classifier import Probabilities, TextClassifier
from dualuse.models.decisions import Thresholds, fit_thresholds
from dualuse.models.examples import Neighbour
from dualuse.models.goods_names import Paragraphs
from dualuse.models.linear import LinearClassifier
from dualuse.models.loading import CLASSIFIER_FOLDER, load_classifier
from dualuse.models.persistence import read_parts, sound_parts, write_parts
from dualuse.models.precedents import Consulted, Precedents
from dualuse.models.quantities.records import Quantity
from dualuse.models.questions import CATEGORY, GROUP, LISTED, PRODUCT_QUESTIONS, RELEVANCE_FROM

TASK: Final = "products"


@dataclass(frozen=True, slots=True)
class ProductJudgement:
    """What the model says of one text, before any decision, and what it found in it."""

    category: str
    category_confidence: float
    relevance: str
    control_probability: float
    regimes: tuple[str, ...]
    categories: dict[str, float]
    relevances: dict[str, float]
    groups: dict[str, float]
    neighbours: tuple[Neighbour, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    paragraphs: Paragraphs = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Texts that the judging model had not seen, to choose thresholds by.

    `answers`, shape (n, questions): calibrated probabilities in the order of `PRODUCT_QUESTIONS`;
    `listed`, shape (n, regimes): whether each regime's list names the good.
    """

    answers: NDArray[np.float32]
    listed: NDArray[np.bool_]

    def tensors(self) -> dict[str, NDArray[Any]]:
        """What `from_tensors` needs."""
        return {
            "held_out_answers": self.answers,
            "held_out_listed": self.listed.astype(np.uint8),
        }

    @classmethod
    def from_tensors(cls, tensors: Mapping[str, NDArray[Any]]) -> "HeldOut":
        """The held-out texts that `tensors` described.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        answers, listed = tensors["held_out_answers"], tensors["held_out_listed"]
        shapes = [(len(answers), len(PRODUCT_QUESTIONS)), (len(answers), len(REGIMES))]
        if [answers.shape, listed.shape] != shapes:
            raise ValueError(f"held-out answers {answers.shape} and listings {listed.shape}")
        return cls(answers.astype(np.float32), listed.astype(bool))


class ProductModel:
    """Judges product texts; `name` and `lists` say with which weights and which list version."""

    def __init__(
        self,
        name: str,
        lists: str,
        classifier: TextClassifier,
        held_out: HeldOut,
        precedents: Precedents | None = None,
    ) -> None:
        self.name = name
        self.lists = lists
        self.classifier = classifier
        self.held_out = held_out
        self.precedents = precedents

    def thresholds(
        self, regimes: Sequence[str], max_miss_rate: float, min_precision: float
    ) -> Thresholds:
        """The thresholds on P(listed by one of `regimes`) that keep both promises."""
        reading = ProductReading(PRODUCT_QUESTIONS, self.held_out.answers)
        columns = [REGIMES.index(regime) for regime in regimes]
        return fit_thresholds(
            reading.control_probability(regimes),
            np.asarray(self.held_out.listed[:, columns].any(axis=1)),
            max_miss_rate=max_miss_rate,
            min_precision=min_precision,
        )

    def judge(
        self, texts: Sequence[str], regimes: Sequence[str] = REGIMES
    ) -> list[ProductJudgement]:
        """The judgement of each text, asking only whose lists of `regimes` catch it."""
        consulted: Consulted | None = None
        if isinstance(self.classifier, LinearClassifier) and self.precedents:
            vectors = self.classifier.features_.transform(texts)
            answers = self.classifier.calibration_.apply(self.classifier.scores(vectors))
            consulted = self.precedents.consult(texts, vectors, answers)
            answers = consulted.answers
        else:
            answers = self.classifier.predict_proba(texts)
        reading = ProductReading(self.classifier.questions, answers)
        control = reading.control_probability(regimes)
        judgements = [
            reading.judgement(row, regimes, float(control[row])) for row in range(len(texts))
        ]
        if consulted is None:
            return judgements
        found = zip(consulted.nearest, consulted.quantities, consulted.paragraphs, strict=True)
        return [
            replace(judgement, neighbours=near, quantities=figures, paragraphs=named)
            for judgement, (near, figures, named) in zip(judgements, found, strict=True)
        ]

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        examples, tensors = self.precedents.parts() if self.precedents else ([], {})
        manifest = {"task": TASK, "name": self.name, "lists": self.lists, "examples": examples}
        write_parts(folder, manifest, {**tensors, **self.held_out.tensors()})
        (folder / CLASSIFIER_FOLDER).mkdir()
        self.classifier.save(folder / CLASSIFIER_FOLDER)

    @classmethod
    def load(cls, folder: Path) -> "ProductModel":
        """The model of a folder that `save` wrote.

        Raises:
            DualuseError: the folder is no product model, or damaged.
        """
        manifest, tensors = read_parts(folder)
        if manifest.get("task") != TASK:
            raise DualuseError(f"{folder} is a model of {manifest.get('task')!r}, not of products")
        classifier = load_classifier(folder / CLASSIFIER_FOLDER)
        with sound_parts(folder):
            if classifier.questions != PRODUCT_QUESTIONS:
                raise ValueError(f"its classifier answers {len(classifier.questions)} others")
            examples = manifest["examples"]
            return cls(
                name=str(manifest["name"]),
                lists=str(manifest["lists"]),
                classifier=classifier,
                held_out=HeldOut.from_tensors(tensors),
                precedents=Precedents.from_parts(examples, tensors) if examples else None,
            )


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
