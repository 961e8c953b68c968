"""A model's answers to labelled texts, in the form that all tasks have in common."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualuse.models.decisions import Thresholds
from dualuse.models.labels import LabelModel
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.training.intervals import intervals
from dualuse.training.report import EvaluationReport, Figures, Section, by_part

Model = ProductModel | PolicyModel | LabelModel


@dataclass(frozen=True, slots=True)
class Described:
    """An answer in words: the true labels, the ones found, and why the true ones are true."""

    truth: str
    found: str
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """Labelled texts, and in step with them what a model says of each.

    `truth` and `found` hold the label that tells most (category of a product, relevance of a
    document, label of a table), `confidence`, shape (n,), the probability of the one found.
    `listed` and `scores`, shape (n,), say whether a text is a listed good (a document of relevance
    high) and how probable the model finds that; both are None for a label set of the user's own.
    `figures` answers places with figures, `describe` a place with words, `rejudge` other texts of
    the same records with the same model's answers, and `thresholds` a miss rate and a precision
    with what keeps them. `subject` names the texts; `further` are tables of this task alone.
    """

    task: str
    subject: str
    model: Model
    texts: tuple[str, ...]
    languages: tuple[str, ...]
    groups: tuple[str, ...]
    truth: tuple[str, ...]
    found: tuple[str, ...]
    confidence: NDArray[np.float64]
    listed: NDArray[np.bool_] | None
    scores: NDArray[np.float64] | None
    breakdowns: dict[str, list[str]]
    figures: Callable[[Sequence[int]], Figures]
    describe: Callable[[int], Described]
    rejudge: Callable[[Sequence[str]], "Judged"]
    thresholds: Callable[[float, float], Thresholds] | None = None
    further: tuple[Section, ...] = ()

    @property
    def correct(self) -> NDArray[np.bool_]:
        """Whether the label found is the true one, shape (n,)."""
        pairs = zip(self.truth, self.found, strict=True)
        return np.array([truth == found for truth, found in pairs], bool)

    def report(self, *, with_intervals: bool = False) -> EvaluationReport:
        """The figures of the whole and of each breakdown that is known of every text.

        Of the breakdowns only that by classification has intervals: the others have small parts.
        """
        everything = {"all": list(range(len(self.texts)))}
        sections = [Section(self.task, self._rows(everything, ends=with_intervals))]
        for name, keys in self.breakdowns.items():
            parts = by_part(keys)
            if "" not in parts:
                ends = with_intervals and name == "classification"
                sections.append(Section(name, self._rows(parts, ends=ends)))
        return EvaluationReport(self.model.name, self.subject, (*sections, *self.further))

    def _rows(self, parts: dict[str, list[int]], *, ends: bool) -> dict[str, Figures]:
        found: dict[str, Figures] = {}
        for name, places in parts.items():
            found[name] = self.figures(places)
            if ends:
                groups = [self.groups[place] for place in places]
                low, high = intervals(groups, places, self.figures)
                found |= {f"{name} 2.5%": low, f"{name} 97.5%": high}
        return found
