"""One model on one task: everything that its part of the page shows, worked out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.say import Say
from dualuse.models.persistence import Place
from dualuse.models.products import ProductModel
from dualuse.training.attacks import attacked, attacks_of
from dualuse.training.comparison import Comparison
from dualuse.training.curves import (
    Bin,
    Points,
    error_by_chance,
    reliability,
    review_against_errors,
    risk_coverage,
)
from dualuse.training.decision_tables import decisions_by, promise_sections
from dualuse.training.hardest import HardErrors, hardest_errors
from dualuse.training.judged import Judged
from dualuse.training.report import EvaluationReport, Section
from dualuse.training.sizes import cost_sections
from dualuse.training.unseen import held_out_sections


@dataclass(frozen=True, slots=True)
class Reliability:
    """How far one kind of probability means what it says.

    `error` is its calibration error, `by_chance` what that would be if it meant what it says: on
    average, and what it would stay under in 95 of 100 draws.
    """

    bins: list[Bin]
    error: float
    by_chance: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Part:
    """What the page shows of one model on one task; `reliability` by kind of probability."""

    judged: Judged
    report: EvaluationReport
    comparisons: tuple[Comparison, ...]
    reliability: dict[str, Reliability]
    coverage: Points
    review: dict[str, Points]
    decisions: tuple[Section, ...]
    noise: Section
    unseen: tuple[Section, ...]
    errors: tuple[HardErrors, ...]
    costs: tuple[Section, ...]


def worked_out(
    judged: Judged, place: Place | None, comparisons: tuple[Comparison, ...], say: Say
) -> Part:
    """A part of the page; `place` is where the model lies, None where it was trained just now."""
    name = f"{judged.model.name}, {judged.task}"
    say(f"{name}: bootstrap intervals over {len(set(judged.groups))} groups of texts")
    report = judged.report(with_intervals=True)
    say(f"{name}: {len(attacks_of(judged.task))} attacks with noise")
    noise = attacked(judged)
    say(f"{name}: curves, tables, speed")
    by_language = decisions_by(judged, judged.languages, "decisions, language")
    model = judged.model
    return Part(
        judged=judged,
        report=report,
        comparisons=comparisons,
        reliability=_reliability(judged, report),
        coverage=risk_coverage(judged.confidence, judged.correct),
        review=review_against_errors(judged),
        decisions=(*promise_sections(judged), *((by_language,) if by_language else ())),
        noise=noise,
        unseen=held_out_sections(model) if isinstance(model, ProductModel) else (),
        errors=hardest_errors(judged),
        costs=cost_sections(judged, place),
    )


def _reliability(judged: Judged, report: EvaluationReport) -> dict[str, Reliability]:
    whole = report.sections[0].rows["all"]
    found = {}
    if judged.task != "policy":
        found["confidence in the label"] = _meant(judged.confidence, judged.correct, whole["ECE"])
    if judged.scores is not None and judged.listed is not None:
        name = "P(high)" if judged.task == "policy" else "P(listed)"
        found[name] = _meant(judged.scores, judged.listed, whole["ECE-high"])
    return found


def _meant(
    probabilities: NDArray[np.float64], true: NDArray[np.bool_], error: float
) -> Reliability:
    return Reliability(reliability(probabilities, true), error, error_by_chance(probabilities))
