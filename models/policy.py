"""The policy model: relevance, categories and measures of a document."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import LIST_CATEGORIES, MEASURES, NO_MEASURE, RELEVANCE
from dualuse.models.classifier import Probabilities, TextClassifier
from dualuse.models.document_encoder import WEIGHTS, DocumentEncoder
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.loading import CLASSIFIER_FOLDER, load_classifier
from dualuse.models.persistence import Place, read_parts, sound_parts, write_parts
from dualuse.models.pooling import pooled_answers, whole_only
from dualuse.models.questions import CATEGORY, MEASURE, POLICY_QUESTIONS, RELEVANCE_FROM
from dualuse.models.summary.key_reader import KeyReader

TASK: Final = "policy"
_ENCODER: Final = "encoder"
_ENCODER_WEIGHTS: Final = "encoder_weights"

_TELLS_NOTHING: Final = frozenset({"none", "low"})
"""Levels at which a document has neither measures nor fields, as such a product has no category."""

_MEASURE_FROM: Final = 0.4
_CATEGORY_FROM: Final = 0.35
"""From these probabilities on a measure or category is claimed: few texts have each, and one missed
costs more than one too many. Chosen on held-out events of the training corpus: measures are told as
well as at any lower limit, categories within half a point, and both better in those documents that
other hands wrote."""


@dataclass(frozen=True, slots=True)
class PolicyJudgement:
    """What the model says of one document; `relevance_score` is the calibrated P(high)."""

    relevance: str
    relevance_score: float
    relevances: dict[str, float]
    categories: tuple[str, ...]
    measures: tuple[str, ...]


def policy_text(title: str, text: str) -> str:
    """A document as the model reads it: the title stands before the text, once."""
    return text if text.startswith(title) else f"{title}\n{text}"


class PolicyModel:
    """Judges policy documents, by the whole text, its passages and its cues.

    `weights` are those that `fit_pooling` learnt; with `encoder` one has a say too. `held_out`
    has the answers to the documents that it was fitted on, each by a text model that had not seen
    its event; they are not saved with it.
    """

    def __init__(
        self,
        name: str,
        lists: str,
        classifier: TextClassifier,
        weights: NDArray[np.float32],
        held_out: Probabilities | None = None,
        encoder: DocumentEncoder | None = None,
    ) -> None:
        self.name = name
        self.lists = lists
        self.classifier = classifier
        self.weights = weights
        self.held_out = held_out
        self.encoder = encoder

    def judge(self, texts: Sequence[str]) -> list[PolicyJudgement]:
        """The judgement of each text, as `policy_text` made it."""
        answers = pooled_answers(self.classifier, texts, self.weights)
        return self.read(self.encoder.joined(texts, answers) if self.encoder else answers)

    def read(self, answers: Probabilities) -> list[PolicyJudgement]:
        """The judgement that the answers to each text amount to."""
        questions = self.classifier.questions
        return [_judgement(dict(zip(questions, map(float, row), strict=True))) for row in answers]

    def relevance_scores(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """P(relevance high) of each text, shape (n,); also of single sentences, to rank them."""
        place = self.classifier.questions.index(RELEVANCE_FROM + RELEVANCE[-1])
        return np.asarray(self.classifier.predict_proba(texts)[:, place], np.float32)

    @property
    def key_reader(self) -> KeyReader | None:
        """The encoder as a reader of single sentences, where it is one."""
        return KeyReader.of(self.encoder.encoder) if self.encoder else None

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder, without the encoder that has a say."""
        manifest = {"task": TASK, "name": self.name, "lists": self.lists}
        tensors = {"weights": self.weights}
        if self.encoder:
            manifest[_ENCODER] = self.encoder.encoder.digest
            tensors[_ENCODER_WEIGHTS] = self.encoder.weights
        write_parts(folder, manifest, tensors)
        (folder / CLASSIFIER_FOLDER).mkdir()
        self.classifier.save(folder / CLASSIFIER_FOLDER)

    @classmethod
    def load(cls, folder: Place, encoder: EncoderClassifier | None = None) -> "PolicyModel":
        """The model of a folder that `save` wrote; without the encoder, its linear part alone.

        Raises:
            DualuseError: the folder is no policy model, or damaged, or learnt beside another
                encoder.
        """
        manifest, tensors = read_parts(folder)
        if manifest.get("task") != TASK:
            raise DualuseError(f"{folder} is a model of {manifest.get('task')!r}, not of policy")
        classifier = load_classifier(folder / CLASSIFIER_FOLDER)
        with sound_parts(folder):
            weights = tensors["weights"].reshape(whole_only(len(POLICY_QUESTIONS)).shape)
            if classifier.questions != POLICY_QUESTIONS:
                raise ValueError(f"its classifier answers {len(classifier.questions)} others")
            joined = _joined(encoder, manifest.get(_ENCODER), tensors) if encoder else None
            name = str(manifest["name"])
            if _ENCODER in manifest and not joined:
                # Half of a model must not pass for the whole.
                name = name.replace("joined", "lite")
            return cls(name, str(manifest["lists"]), classifier, weights, encoder=joined)


def _joined(
    encoder: EncoderClassifier, digest: str | None, tensors: Mapping[str, NDArray[Any]]
) -> DocumentEncoder | None:
    if digest is None:
        return None
    if digest != encoder.digest:
        raise ValueError("it was learnt beside another encoder")
    shape = len(POLICY_QUESTIONS), WEIGHTS
    return DocumentEncoder(encoder, tensors[_ENCODER_WEIGHTS].reshape(shape))


def _judgement(answers: dict[str, float]) -> PolicyJudgement:
    low, medium, high = np.minimum.accumulate(
        [answers[RELEVANCE_FROM + level] for level in RELEVANCE[1:]]
    )
    levels = (1 - low, low - medium, medium - high, high)
    # The median of the scale: the level that half of the probability reaches.
    relevance = RELEVANCE[int((np.array([low, medium, high]) > 0.5).sum())]
    told = relevance not in _TELLS_NOTHING
    categories = [c for c in LIST_CATEGORIES if told and answers[CATEGORY + c] >= _CATEGORY_FROM]
    return PolicyJudgement(
        relevance=relevance,
        relevance_score=float(high),
        relevances=dict(zip(RELEVANCE, map(float, levels), strict=True)),
        categories=tuple(categories),
        measures=_measures(relevance, answers),
    )


def _measures(relevance: str, answers: dict[str, float]) -> tuple[str, ...]:
    if relevance in _TELLS_NOTHING:
        return (NO_MEASURE,)
    found = tuple(measure for measure in MEASURES if answers[MEASURE + measure] >= _MEASURE_FROM)
    if not found and relevance == "high":
        # A new measure is of some kind: the likeliest.
        return (max(MEASURES, key=lambda measure: answers[MEASURE + measure]),)
    return found or (NO_MEASURE,)
