"""Logistic regressions of one set of texts, one for each question, on all cores."""

import time
import warnings
from typing import Final

import numpy as np
import scipy.sparse as sp
from joblib import Parallel, delayed
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from dualuse.corpus.cores import usable_cores
from dualuse.corpus.say import Say, counted
from dualuse.models.classifier import Answers
from dualuse.models.ngrams import Matrix

_SHARED_FROM: Final = 1_000_000
"""Cells of a matrix from which several processes are worth their start."""

_SAID_AFTER: Final = 10.0
"""Seconds of work from which a person would like to know how long it will take."""


class Regressions:
    """Fits of the same questions to several sets of texts, which tell how far they have come.

    `strength` is the inverse of the regularization, `fits` the number of sets to come.
    """

    def __init__(self, strength: float, seed: int, fits: int, say: Say) -> None:
        self._strength = strength
        self._seed = seed
        self._fits = fits
        self._say = say
        self._sizes: list[int] = []
        self._begun = time.monotonic()

    def fit(
        self, matrix: Matrix, answers: Answers, text_weights: NDArray[np.float32]
    ) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Weights, shape (questions, features), and offsets, shape (questions,).

        A question is learnt from the texts that are not silent on it (NaN in `answers`). However
        many cores there are, the weights are the same.
        """
        # Processes: liblinear's threads share one random generator, and the same corpus would give
        # other weights each time.
        cores = usable_cores() if matrix.nnz >= _SHARED_FROM else 1
        solved = Parallel(n_jobs=cores)(
            delayed(_solve)(matrix, column, text_weights, self._strength, self._seed)
            for column in answers.T
        )
        self._tell(matrix.nnz)
        weights = np.stack([weight for weight, _ in solved])
        return weights, np.array([offset for _, offset in solved], np.float32)

    def _tell(self, size: int) -> None:
        """Say how long it will take, where that is long: as much a cell as until now."""
        self._sizes.append(size)
        done = len(self._sizes)
        spent = time.monotonic() - self._begun
        if spent >= _SAID_AFTER:
            ahead = (self._fits - done) * size / max(sum(self._sizes), 1)
            left = counted(round(spent * ahead / 60), "minute")
            self._say(f"linear model: {done} of {self._fits} fits; {left} left")


def _solve(
    matrix: Matrix,
    answers: NDArray[np.float32],
    text_weights: NDArray[np.float32],
    strength: float,
    seed: int,
) -> tuple[NDArray[np.float32], float]:
    known = ~np.isnan(answers)
    truth = answers[known] > 0.5
    if truth.all() or not truth.any():
        # Nothing to learn: the question was always answered alike, so say that, with some doubt.
        sign = 1 if truth.any() else -1
        doubt = np.log(2 * max(len(truth), 1) + 1)
        return np.zeros(matrix.shape[1], np.float32), sign * float(doubt)
    regression = LogisticRegression(
        C=strength,
        solver="liblinear",
        dual=True,
        class_weight="balanced",
        # A finer end costs twice the time, and changes no score in three digits.
        tol=0.01,
        # Most questions settle within fifty rounds. Contradicting answers do not, but after two
        # hundred their scores no longer hang on the order of the sums.
        max_iter=200,
        random_state=seed,
    )
    with warnings.catch_warnings():
        # What contradicting answers have after so many rounds will do.
        warnings.simplefilter("ignore", ConvergenceWarning)
        regression.fit(sp.csr_matrix(matrix[known]), truth, sample_weight=text_weights[known])
    return regression.coef_[0].astype(np.float32), float(regression.intercept_[0])
