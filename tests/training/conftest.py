"""Judged texts made by hand: figures and pages of them cost no training."""

from collections.abc import Callable, Sequence
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dualuse.models.calibration import expected_calibration_error
from dualuse.models.decisions import Thresholds
from dualuse.training import metrics
from dualuse.training.judged import Described, Judged

MakeJudged = Callable[..., Judged]


@pytest.fixture(scope="session")
def judged() -> MakeJudged:
    """Make judged texts from true and found labels; other texts than its own are all called `?`."""
    return make


def figures_of(
    right: np.ndarray, sure: np.ndarray, high: np.ndarray | None, control: np.ndarray | None
) -> Callable[[Sequence[int]], dict[str, float]]:
    """What tells the figures of some places."""

    def figures(places: Sequence[int]) -> dict[str, float]:
        chosen = list(places)
        values: dict[str, Any] = {
            "texts": len(chosen),
            "accuracy": float(right[chosen].mean()),
            "ECE": expected_calibration_error(sure[chosen], right[chosen]),
        }
        if high is not None and control is not None:
            values["AUROC"] = metrics.auroc(high[chosen], control[chosen])
            values["ECE-high"] = expected_calibration_error(control[chosen], high[chosen])
        return values

    return figures


def make(
    truth: Sequence[str],
    found: Sequence[str],
    confidence: Sequence[float] | None = None,
    *,
    listed: Sequence[bool] | None = None,
    scores: Sequence[float] | None = None,
    texts: Sequence[str] | None = None,
    name: str = "model",
    task: str = "products",
) -> Judged:
    own = tuple(texts or [f"Text {place}, 5 mm long" for place in range(len(truth))])
    sure = np.array(confidence if confidence is not None else [0.9] * len(truth))
    high = None if listed is None else np.array(listed, bool)
    control = None if scores is None else np.array(scores)
    languages = ["en" if place % 3 else "ja" for place in range(len(truth))]

    def rejudge(spoilt: Sequence[str]) -> Judged:
        pairs = zip(found, spoilt, own, strict=True)
        said = [label if text == mine else "?" for label, text, mine in pairs]
        return make(truth, said, sure.tolist(), listed=listed, scores=scores, texts=spoilt)

    return Judged(
        task=task,
        subject="texts made by hand",
        model=SimpleNamespace(name=name),  # type: ignore[arg-type]
        texts=own,
        languages=tuple(languages),
        groups=tuple(f"group {place // 2}" for place in range(len(truth))),
        truth=tuple(truth),
        found=tuple(found),
        confidence=sure,
        listed=high,
        scores=control,
        breakdowns={"language": languages},
        figures=figures_of(np.equal(truth, found), sure, high, control),
        describe=lambda place: Described(truth[place], found[place], "because <so>"),
        rejudge=rejudge,
        thresholds=None if high is None else lambda miss, sure_of: Thresholds(miss * 10, sure_of),
    )
