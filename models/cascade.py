"""The encoder behind the linear model: asked only where it can change the answer."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import REGIMES
from dualuse.models.believed import BELIEVED_FEATURES, believed_evidence, code_shares
from dualuse.models.calibration import logits
from dualuse.models.classifier import Probabilities
from dualuse.models.encoder import EncoderClassifier
from dualuse.models.held_out import HeldOut
from dualuse.models.list_evidence import Evidence, no_list_weights, with_lists
from dualuse.models.list_reader import ListReading
from dualuse.models.persistence import Place, read_parts, sound_parts, write_parts
from dualuse.models.questions import PRODUCT_QUESTIONS
from dualuse.models.reading import ProductReading
from dualuse.models.stack import stacked

ENCODER_FOLDER: Final = "encoder"


@dataclass(frozen=True, slots=True)
class LeastDoubt:
    """From which doubt on the encoder is asked about a text: about its field, or its listing.

    The doubt about the field, no list being one of them, is what is left to others than the
    likeliest; that about the listing, what is left to the less likely answer.
    """

    field: float
    listing: float


@dataclass(frozen=True, slots=True)
class SecondReading:
    """Answers after the encoder was asked about some of the texts.

    `codes` holds for each of these the likeliest codes with their probability, by position.
    """

    answers: Probabilities
    codes: dict[int, dict[str, float]]


class Cascade:
    """An encoder, the weights that join its answers to the first model's, and when to ask it.

    `weights`, shape (questions, 3), are those of `fit_stack` over the first model's log-odds and
    the encoder's scores. A text is passed on where the first model leaves at least `least_doubt`.
    By `list_weights` what the lists say is heard once more behind the encoder, with the figures of
    the entries that it believes: it reads figures worse than their conditions do. `held_out` is
    what all together say of texts that neither has seen.
    """

    def __init__(
        self,
        encoder: EncoderClassifier,
        weights: NDArray[np.float32],
        list_weights: NDArray[np.float32],
        least_doubt: LeastDoubt,
        held_out: HeldOut,
    ) -> None:
        self.encoder = encoder
        self.weights = weights
        self.list_weights = list_weights
        self.least_doubt = least_doubt
        self.held_out = held_out
        places = {question: place for place, question in enumerate(encoder.questions)}
        self._columns = [places[question] for question in PRODUCT_QUESTIONS]

    def read(self, texts: Sequence[str], first: Probabilities, lists: ListReading) -> SecondReading:
        """The first model's answers, shape (texts, questions), better where they may be wrong.

        `lists` is what the lists say of the texts.
        """
        asked = np.flatnonzero(asked_about(first, self.least_doubt))
        if not len(asked):
            return SecondReading(first, {})
        scores = self.encoder.scores([texts[place] for place in asked.tolist()])
        answers = first.copy()
        codes = code_shares(self.encoder.questions, scores)
        known = believed_evidence(lists.only(asked), codes)
        answers[asked] = self.joined(first[asked], scores, known)
        return SecondReading(answers, dict(zip(asked.tolist(), codes, strict=True)))

    def begin(
        self, texts: Sequence[str], first: Probabilities, lists: ListReading
    ) -> Future[SecondReading]:
        """What `read` returns, made beside the caller: an encoder at work leaves Python free."""
        return self._beside.submit(self.read, texts, first, lists)

    @cached_property
    def _beside(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, "encoder")

    def joined(
        self, first: Probabilities, scores: NDArray[np.float32], evidence: Evidence
    ) -> Probabilities:
        """The answers of all together, from the encoder's raw scores and `believed_evidence`."""
        both = stacked([logits(first), scores[:, self._columns]], self.weights)
        return with_lists(evidence, both, self.list_weights)

    def save(self, folder: Path) -> None:
        """Write the cascade into an existing folder."""
        weights = {"weights": self.weights, "list_weights": self.list_weights}
        tensors = {**weights, **self.held_out.tensors()}
        write_parts(folder, {"least_doubt": asdict(self.least_doubt)}, tensors)
        (folder / ENCODER_FOLDER).mkdir()
        self.encoder.save(folder / ENCODER_FOLDER)

    @classmethod
    def load(cls, folder: Place) -> "Cascade":
        """The cascade of a folder that `save` wrote.

        Raises:
            DualuseError: the folder is no such model, or damaged.
        """
        manifest, tensors = read_parts(folder)
        encoder = EncoderClassifier.load(folder / ENCODER_FOLDER)
        with sound_parts(folder):
            return cls.from_parts(manifest, tensors, encoder)

    @classmethod
    def from_parts(
        cls,
        manifest: Mapping[str, Any],
        tensors: Mapping[str, NDArray[Any]],
        encoder: EncoderClassifier,
    ) -> "Cascade":
        """The cascade of manifest, tensors and encoder.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        weights = tensors["weights"].astype(np.float32)
        if weights.shape != (len(PRODUCT_QUESTIONS), 3):
            raise ValueError(f"{len(PRODUCT_QUESTIONS)} questions, weights of {weights.shape}")
        of_lists = tensors["list_weights"].astype(np.float32)
        if of_lists.shape != no_list_weights(BELIEVED_FEATURES).shape:
            raise ValueError(f"weights of {of_lists.shape} for what the lists say")
        limits = {name: float(value) for name, value in manifest["least_doubt"].items()}
        held_out = HeldOut.from_tensors(tensors)
        return cls(encoder, weights, of_lists, LeastDoubt(**limits), held_out)


def doubts(first: Probabilities) -> NDArray[np.float32]:
    """What the first model's answers leave open, shape (n, 2): about field and listing."""
    reading = ProductReading(PRODUCT_QUESTIONS, first)
    listed = reading.control_probability(REGIMES)
    about_field = 1 - reading.categories.max(axis=1)
    return np.column_stack([about_field, np.minimum(listed, 1 - listed)]).astype(np.float32)


def asked_about(first: Probabilities, least_doubt: LeastDoubt) -> NDArray[np.bool_]:
    """Whether the encoder is asked about each text, shape (n,)."""
    return exceeding(doubts(first), least_doubt)


def exceeding(found: NDArray[np.float32], least_doubt: LeastDoubt) -> NDArray[np.bool_]:
    """Whether either of the doubts, shape (n, 2), is as large as its limit, shape (n,)."""
    limits = np.array([least_doubt.field, least_doubt.listing], np.float32)
    return np.asarray((found >= limits).any(axis=1))
