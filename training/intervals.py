"""Bootstrap intervals of figures: how far they would stray with other texts of the same kind."""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from dualuse.training.report import Figures

ROUNDS = 1000
LEVEL = 0.95


def intervals(
    groups: Sequence[str],
    places: Sequence[int],
    figures: Callable[[Sequence[int]], Figures],
    *,
    rounds: int = ROUNDS,
    seed: int = 0,
) -> tuple[Figures, Figures]:
    """The lower and upper ends of the percentile interval of each figure, at 95 %.

    Whole groups (families, events) are drawn with replacement, since texts of a group are judged
    alike (Davison and Hinkley 1997, Bootstrap Methods, 3.8). `groups` and `places` are in step:
    `figures` takes drawn places and answers with figures. One that no draw defines has NaN, and
    counts stand as they are.
    """
    generator = np.random.default_rng(seed)
    members: dict[str, list[int]] = {}
    for place, group in zip(places, groups, strict=True):
        members.setdefault(group, []).append(place)
    parts = list(members.values())
    draws = []
    for _ in range(rounds):
        chosen = generator.integers(len(parts), size=len(parts))
        draws.append(figures([place for part in chosen for place in parts[part]]))
    whole = figures(places)
    low, high = (
        {
            name: value
            if isinstance(value, int)
            else _quantile(np.array([draw[name] for draw in draws]), end)
            for name, value in whole.items()
        }
        for end in ((1 - LEVEL) / 2, (1 + LEVEL) / 2)
    )
    return low, high


def _quantile(values: NDArray[np.float64], end: float) -> float:
    defined = values[~np.isnan(values)]
    return float(np.quantile(defined, end)) if defined.size else float("nan")
