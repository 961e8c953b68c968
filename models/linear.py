"""The linear model: n-grams, one logistic regression a question, calibrated on unseen groups."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.say import Say
from dualuse.corpus.splits import fold_numbers
from dualuse.models.calibration import Calibration, fit_calibration
from dualuse.models.classifier import Answers, Probabilities
from dualuse.models.features import NgramFeatures
from dualuse.models.ngrams import Matrix
from dualuse.models.persistence import Place, read_parts, sound_parts, write_parts
from dualuse.models.regressions import Regressions
from dualuse.models.small import eight_bits, from_eight_bits

FOLDS: Final = 4
_FEWEST_GROUPS: Final = 2 * FOLDS


@dataclass(frozen=True, slots=True)
class _Learnt:
    """What is learnt from: texts as vectors, the first `like` of which named the n-grams."""

    features: NgramFeatures
    matrix: Matrix
    answers: Answers
    text_weights: NDArray[np.float32]
    like: int
    regressions: Regressions


def check_enough(groups: Sequence[str]) -> None:
    """Let no training begin that has too little to learn and to calibrate from.

    Raises:
        DualuseError: the texts, one for each of `groups`, are of too few groups.
    """
    if len(set(groups)) < _FEWEST_GROUPS:
        raise DualuseError(
            f"{len(groups)} texts in {len(set(groups))} groups are too few to learn from; "
            f"at least {_FEWEST_GROUPS} groups are needed"
        )


class LinearClassifier:
    """Answers named questions from word and character n-grams.

    After `fit`: `features_`, `weights_` (questions, features), `offsets_` (questions,),
    `calibration_`, and what is known of each training text by a model, and a vocabulary, that did
    not see its group: `held_out_` (texts, questions), the calibrated probabilities, and
    `vectors_apart_` (texts, features); `also_held_out_` are those of `also`.

    Words that stand in fewer than `least_word_texts` are learnt with and then forgotten.
    """

    kind = "linear"

    def __init__(
        self,
        questions: Sequence[str],
        *,
        strength: float = 50.0,
        folds: int = FOLDS,
        seed: int = 0,
        least_texts: int = 2,
        least_word_texts: int = 1,
        say: Say = lambda _: None,
    ) -> None:
        self.questions = tuple(questions)
        self.strength = strength
        self.folds = folds
        self.seed = seed
        self.least_texts = least_texts
        self.least_word_texts = least_word_texts
        self.say = say

    def fit(
        self,
        texts: Sequence[str],
        answers: Answers,
        groups: Sequence[str],
        text_weights: NDArray[np.float32] | None = None,
        also: Sequence[tuple[str, str]] = (),
        judged: int | None = None,
    ) -> "LinearClassifier":
        """Learn from answered texts; `answers` of shape (n, questions), NaN where silent.

        `text_weights`, shape (n,), say how much each text counts; without them all count the same.
        `also` are texts with their groups that are not learnt from, only judged apart: passages
        of the texts, say. Where only the first `judged` texts are like those that will be asked
        about, they alone name the n-grams, calibrate, and have held-out answers.

        Raises:
            DualuseError: there are too few texts or groups to learn and to calibrate from.
        """
        check_enough(groups)
        regressions = Regressions(self.strength, self.seed, 1 + self.folds, self.say)
        features = NgramFeatures(least_texts=self.least_texts)
        like = len(texts) if judged is None else judged
        matrix = _vectors(features, texts, like)
        counted = np.ones(len(texts), np.float32) if text_weights is None else text_weights
        weights, self.offsets_ = regressions.fit(matrix, answers, counted)
        kept = features.common(matrix[:like], self.least_word_texts)
        self.features_ = features.only(kept)
        # As they are stored: a saved model judges exactly as the one that was fitted.
        self.weights_ = from_eight_bits(*eight_bits(weights[:, kept]))
        learnt = _Learnt(features, matrix, answers, counted, like, regressions)
        scores, vectors, also_scores = self._apart(learnt, groups, also)
        self.vectors_apart_ = sp.csr_matrix(vectors[:like][:, kept])
        self.calibration_ = fit_calibration(scores[:like], answers[:like])
        self.held_out_ = self.calibration_.apply(scores[:like])
        self.also_held_out_ = self.calibration_.apply(also_scores)
        return self

    def _apart(
        self, learnt: "_Learnt", groups: Sequence[str], also: Sequence[tuple[str, str]]
    ) -> tuple[NDArray[np.float32], Matrix, NDArray[np.float32]]:
        """Scores and vectors of the texts, and scores of `also`, each without its own fold.

        Neither weights nor vocabulary know anything of the fold: a new text brings no n-gram of its
        own, and vectors that held such ones would be longer, and their scores too cautious, than
        those of texts that are truly new.
        """
        features, matrix, answers = learnt.features, learnt.matrix, learnt.answers
        folds = fold_numbers(groups, self.folds, self.seed)
        places = fold_numbers([group for _, group in also], self.folds, self.seed)
        others = features.transform([text for text, _ in also]) if also else matrix[:0]
        scores = np.zeros(answers.shape, np.float32)
        also_scores = np.zeros((len(also), answers.shape[1]), np.float32)
        vectors = []
        for fold in range(self.folds):
            inside, beside = folds == fold, places == fold
            weights, offsets = learnt.regressions.fit(
                matrix[~inside], answers[~inside], learnt.text_weights[~inside]
            )
            named = matrix[: learnt.like][~inside[: learnt.like]]
            known = features.common(named, self.least_word_texts)
            vectors.append(features.narrowed(matrix[inside], known))
            scores[inside] = vectors[-1] @ weights.T + offsets
            also_scores[beside] = features.narrowed(others[beside], known) @ weights.T + offsets
        back = np.argsort(np.argsort(folds, kind="stable"))
        return scores, sp.vstack(vectors).tocsr()[back], also_scores

    def scores(self, matrix: Matrix) -> NDArray[np.float32]:
        """Raw scores of text vectors, shape (n, questions)."""
        return np.asarray(matrix @ self.weights_.T + self.offsets_, np.float32)

    def predict_proba(self, texts: Sequence[str]) -> Probabilities:
        """The calibrated probability of a yes for each text and question."""
        return self.calibration_.apply(self.scores(self.features_.transform(texts)))

    def word_scores(self, words: Sequence[str]) -> NDArray[np.float32]:
        """How much each word or passage speaks for each question, shape (n, questions)."""
        matrix = self.features_.transform(words, unit_length=False)
        return np.asarray(matrix @ self.weights_.T, np.float32)

    def parts(self) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
        """Manifest and tensors from which `from_parts` makes the same model again."""
        manifest: dict[str, Any] = {
            "kind": self.kind,
            "questions": list(self.questions),
            "words": self.features_.words_,
            "characters": self.features_.characters_,
        }
        codes, scales = eight_bits(self.weights_)
        tensors: dict[str, NDArray[Any]] = {
            # N-grams of the same few texts have the same weights: packed best side by side.
            "weights": np.ascontiguousarray(codes.T),
            "scales": scales,
            "offsets": self.offsets_,
            "idf": self.features_.idf_,
            "slopes": self.calibration_.slopes,
            "calibration_offsets": self.calibration_.offsets,
        }
        return manifest, tensors

    @classmethod
    def from_parts(
        cls, manifest: Mapping[str, Any], tensors: Mapping[str, NDArray[Any]]
    ) -> "LinearClassifier":
        """The model of a saved folder.

        Raises:
            KeyError: a part is missing.
            ValueError: parts do not fit each other.
        """
        model = cls([str(question) for question in manifest["questions"]])
        words, characters = list(manifest["words"]), list(manifest["characters"])
        idf = tensors["idf"].astype(np.float32)
        codes, scales = tensors["weights"].T, tensors["scales"]
        model.offsets_ = tensors["offsets"].astype(np.float32)
        model.calibration_ = Calibration(tensors["slopes"], tensors["calibration_offsets"])
        questions, width = len(model.questions), len(set(words)) + len(set(characters))
        shapes = [tensor.shape for tensor in (codes, scales, idf, model.offsets_)]
        shapes += [tensors[name].shape for name in ("slopes", "calibration_offsets")]
        if shapes != [(questions, width), (questions, 1), (width,), *[(questions,)] * 3]:
            raise ValueError(f"{questions} questions and {width} n-grams do not fit {shapes}")
        model.weights_ = from_eight_bits(codes, scales)
        model.features_ = NgramFeatures.from_vocabulary(words, characters, idf)
        return model

    def save(self, folder: Path) -> None:
        """Write the model into an existing folder."""
        write_parts(folder, *self.parts())

    @classmethod
    def load(cls, folder: Place) -> "LinearClassifier":
        """The model of a folder that `save` wrote.

        Raises:
            DualuseError: the folder is no such model, or damaged.
        """
        with sound_parts(folder):
            return cls.from_parts(*read_parts(folder))


def _vectors(features: NgramFeatures, texts: Sequence[str], like: int) -> Matrix:
    """The texts as vectors of n-grams that the first `like` of them name."""
    matrix = features.fit_transform(texts[:like])
    if like < len(texts):
        matrix = sp.vstack([matrix, features.transform(texts[like:])]).tocsr()
    # Once for all: scikit-learn would sort the columns of each row anew for every question.
    matrix.sort_indices()
    return matrix
