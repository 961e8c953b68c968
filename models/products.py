"""The product model: a classifier, its labelled examples, and what was held out to calibrate."""

from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.models.cascade import Cascade, SecondReading
from dualuse.models.classifier import TextClassifier
from dualuse.models.decisions import Thresholds, fit_thresholds
from dualuse.models.held_out import HeldOut
from dualuse.models.linear import LinearClassifier
from dualuse.models.loading import CLASSIFIER_FOLDER, load_classifier
from dualuse.models.persistence import MANIFEST, Place, read_parts, sound_parts, write_parts
from dualuse.models.precedents import Consulted, Precedents, alone
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.reading import ProductJudgement, ProductReading

TASK: Final = "products"
CASCADE_FOLDER: Final = "cascade"

LONGEST: Final = 20_000
"""Characters of a text that are read: names of goods have tens of them, data sheets some thousands.

Figures and names of goods are looked for in all of it, which takes seconds for each million.
"""


_QUOTE: Final = '"'


def as_read(text: str) -> str:
    """What of a text is read: its first `LONGEST` characters, without the quotes of a cell.

    Exports that quote twice, or never close a quote, leave a mark before the first word, which
    says nothing of the goods and has moved labels. Marks within a text are of inches and names.
    Blanks stand for them, so that places in the text stay what they are.
    """
    text = text[:LONGEST].rstrip()
    if not text.lstrip().startswith(_QUOTE):
        return text
    marks = text.count(_QUOTE)
    if marks == 2 and text.endswith(_QUOTE):
        return text.replace(_QUOTE, " ").rstrip()
    return text.replace(_QUOTE, " ", 1) if marks % 2 else text


@dataclass(frozen=True, slots=True)
class BegunJudgement:
    """What the first parts say of texts, and what the encoder will say; None without encoder."""

    consulted: Consulted
    second: Future[SecondReading] | None


class ProductModel:
    """Judges product texts; `name` and `lists` say with which weights and which list version.

    With a `cascade` its encoder is asked where the first answers may be wrong.
    """

    def __init__(
        self,
        name: str,
        lists: str,
        classifier: TextClassifier,
        held_out: HeldOut,
        precedents: Precedents | None = None,
        cascade: Cascade | None = None,
    ) -> None:
        self.name = name
        self.lists = lists
        self.classifier = classifier
        self.held_out = held_out
        self.precedents = precedents
        self.cascade = cascade

    def thresholds(
        self, regimes: Sequence[str], max_miss_rate: float, min_precision: float
    ) -> Thresholds:
        """The thresholds on P(listed by one of `regimes`) that keep both promises."""
        held_out = self.cascade.held_out if self.cascade else self.held_out
        reading = ProductReading(PRODUCT_QUESTIONS, held_out.probabilities)
        columns = [REGIMES.index(regime) for regime in regimes]
        return fit_thresholds(
            reading.control_probability(regimes),
            np.asarray(held_out.listed[:, columns].any(axis=1)),
            held_out.languages,
            max_miss_rate=max_miss_rate,
            min_precision=min_precision,
        )

    def judge(
        self, texts: Sequence[str], regimes: Sequence[str] = REGIMES
    ) -> list[ProductJudgement]:
        """The judgement of each text, asking only whose lists of `regimes` catch it."""
        return self.finish(self.begin(texts), regimes)

    def begin(self, texts: Sequence[str]) -> BegunJudgement:
        """The first half of `judge`; the encoder goes on reading after it returns."""
        texts = [as_read(text) for text in texts]
        consulted = self.consult(texts)
        second = (
            self.cascade.begin(texts, consulted.answers, consulted.lists) if self.cascade else None
        )
        return BegunJudgement(consulted, second)

    def finish(self, begun: BegunJudgement, regimes: Sequence[str]) -> list[ProductJudgement]:
        """The second half of `judge`, for texts that were begun."""
        consulted = begun.consulted
        read = begun.second.result() if begun.second else SecondReading(consulted.answers, {})
        reading = ProductReading(PRODUCT_QUESTIONS, read.answers)
        control = reading.control_probability(regimes)
        return [
            replace(
                reading.judgement(row, regimes, float(control[row])),
                codes=read.codes.get(row, {}),
                neighbours=consulted.nearest[row],
                quantities=consulted.lists.quantities[row],
                paragraphs=consulted.lists.paragraphs[row],
            )
            for row in range(len(read.answers))
        ]

    def consult(self, texts: Sequence[str]) -> Consulted:
        """The first answers to texts, and what precedents and lists say, before any encoder."""
        if isinstance(self.classifier, LinearClassifier) and self.precedents:
            vectors = self.classifier.features_.transform(texts)
            answers = self.classifier.calibration_.apply(self.classifier.scores(vectors))
            return self.precedents.consult(texts, vectors, answers)
        return alone(self.classifier.predict_proba(texts))

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        examples, tensors = self.precedents.parts() if self.precedents else ({}, {})
        manifest = {"task": TASK, "name": self.name, "lists": self.lists, "examples": examples}
        write_parts(folder, manifest, {**tensors, **self.held_out.tensors()})
        (folder / CLASSIFIER_FOLDER).mkdir()
        self.classifier.save(folder / CLASSIFIER_FOLDER)
        if self.cascade:
            (folder / CASCADE_FOLDER).mkdir()
            self.cascade.save(folder / CASCADE_FOLDER)

    @classmethod
    def load(cls, folder: Place, *, with_encoder: bool = True) -> "ProductModel":
        """The model of a folder that `save` wrote, or its linear part alone.

        Raises:
            DualuseError: the folder is no product model, or damaged.
        """
        manifest, tensors = read_parts(folder)
        if manifest.get("task") != TASK:
            raise DualuseError(f"{folder} is a model of {manifest.get('task')!r}, not of products")
        classifier = load_classifier(folder / CLASSIFIER_FOLDER)
        further = folder / CASCADE_FOLDER
        behind = (further / MANIFEST).exists()
        cascade = Cascade.load(further) if behind and with_encoder else None
        with sound_parts(folder):
            name = str(manifest["name"])
            if behind and not with_encoder:
                # Half of a model must not pass for the whole.
                name = name.replace("cascade", "lite")
            if classifier.questions != PRODUCT_QUESTIONS:
                raise ValueError(f"its classifier answers {len(classifier.questions)} others")
            examples = manifest["examples"]
            return cls(
                name=name,
                lists=str(manifest["lists"]),
                classifier=classifier,
                held_out=HeldOut.from_tensors(tensors),
                precedents=Precedents.from_parts(examples, tensors) if examples else None,
                cascade=cascade,
            )
