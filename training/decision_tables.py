"""What the thresholds promise against what happens: misses, precision, share of review."""

from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.decisions import MAX_MISS_RATE, MIN_PRECISION, Thresholds
from dualuse.training.judged import Judged
from dualuse.training.report import Figures, Section, by_part

_MISS_RATES: Final = (0.005, 0.01, 0.02, 0.05, 0.1)
_PRECISIONS: Final = (0.8, 0.85, 0.9, 0.95)


def decision_section(
    scores: NDArray[np.float64], listed: NDArray[np.bool_], thresholds: Thresholds
) -> Section:
    """What thresholds make of texts: how many, and which share of the listed.

    By probability alone: labelling also sends to `review` what lacks a parameter.
    """
    return Section(
        "decision",
        {
            name: {
                "texts": int(part.sum()),
                "share": float(part.mean()),
                "are listed": _share(listed[part]),
                "of listed": _share(part[listed]),
            }
            for name, part in decided(scores, thresholds).items()
        },
    )


def decided(scores: NDArray[np.float64], thresholds: Thresholds) -> dict[str, NDArray[np.bool_]]:
    """Which texts are `clear`, for `review`, `controlled`: a mask of shape (n,) each."""
    controlled = scores >= thresholds.controlled
    clear = ~controlled & (scores < thresholds.clear)
    return {"clear": clear, "review": ~controlled & ~clear, "controlled": controlled}


def promise_sections(judged: Judged) -> tuple[Section, ...]:
    """Two tables: promised miss rates and precisions, and what became of each; none of documents.

    While one promise varies, the other is the default.
    """
    if judged.thresholds is None or judged.scores is None or judged.listed is None:
        return ()
    misses = {
        f"{rate:.1%} missed at most": _kept(judged, rate, MIN_PRECISION) for rate in _MISS_RATES
    }
    precisions = {
        f"{precision:.0%} listed at least": _kept(judged, MAX_MISS_RATE, precision)
        for precision in _PRECISIONS
    }
    return Section("max-miss-rate", misses), Section("min-precision", precisions)


def _kept(judged: Judged, rate: float, precision: float) -> Figures:
    assert judged.thresholds and judged.scores is not None and judged.listed is not None  # noqa: PT018, S101 - for the type checker
    thresholds = judged.thresholds(rate, precision)
    return outcome(judged.scores, judged.listed, thresholds)


def outcome(
    scores: NDArray[np.float64], listed: NDArray[np.bool_], thresholds: Thresholds
) -> Figures:
    """The share of listed goods that are cleared, that of listed among the controlled, shares."""
    parts = decided(scores, thresholds)
    return {
        "texts": len(scores),
        "missed": _share(parts["clear"][listed]),
        "precision": _share(listed[parts["controlled"]]),
        "clear": _share(parts["clear"]),
        "review": _share(parts["review"]),
        "controlled": _share(parts["controlled"]),
    }


def decisions_by(judged: Judged, keys: Sequence[str], title: str) -> Section | None:
    """The outcome of the default thresholds in each part of the texts; None of documents."""
    if judged.thresholds is None or judged.scores is None or judged.listed is None:
        return None
    thresholds = judged.thresholds(MAX_MISS_RATE, MIN_PRECISION)
    return Section(
        title,
        {
            name: outcome(judged.scores[places], judged.listed[places], thresholds)
            for name, places in by_part(keys).items()
        },
    )


def _share(part: NDArray[np.bool_]) -> float:
    return float(part.mean()) if part.size else float("nan")
