"""Which sentences to take, when each has its probability: likely, complete, nothing twice."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.summary.coverage import Need

REPEATS: Final = 0.8
"""A sentence this like a chosen one (cosine) says it again."""


def choose(
    probabilities: NDArray[np.float64],
    alike: NDArray[np.float32],
    needs: Sequence[Need],
    number: int,
    *,
    more: bool = False,
) -> list[int]:
    """The places of `number` sentences, in the order of the text.

    The likeliest are taken, a repeat only where nothing else is left. Then each need that none of
    them meets replaces the least likely one that no need depends on; with `more` the sentence that
    meets it comes on top where there is none to spare.

    Args:
        probabilities: of each sentence that it is a key sentence, shape (n,).
        alike: cosines between the sentences, shape (n, n).
        needs: what the summary has to tell, the weightiest first.
        number: how many to choose.
        more: whether the number may be exceeded to meet all needs.
    """
    chosen = _likeliest(probabilities, alike, number)
    met: list[Need] = []
    for need in needs:
        if not need & set(chosen):
            spare = _least(probabilities, [each for each in chosen if _is_spare(each, chosen, met)])
            if spare is None and not more:
                continue
            if spare is not None:
                chosen.remove(spare)
            chosen.append(max(need, key=lambda place: probabilities[place]))
        met.append(need)
    return sorted(chosen)


def _likeliest(
    probabilities: NDArray[np.float64], alike: NDArray[np.float32], number: int
) -> list[int]:
    ranked = [int(place) for place in np.argsort(-probabilities, kind="stable")]
    chosen: list[int] = []
    repeats: list[int] = []
    for place in ranked:
        if len(chosen) == number:
            break
        again = bool(chosen) and bool((alike[place, chosen] > REPEATS).any())
        (repeats if again else chosen).append(place)
    return [*chosen, *repeats[: number - len(chosen)]]


def _is_spare(place: int, chosen: Collection[int], met: Sequence[Need]) -> bool:
    others = set(chosen) - {place}
    return all(need & others for need in met)


def _least(probabilities: NDArray[np.float64], places: Sequence[int]) -> int | None:
    return min(places, key=lambda place: probabilities[place], default=None)
