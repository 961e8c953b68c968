"""Clauses that take a measure: who may no longer, need not, must now, is put on a list.

Cue words say what a text is about; "licence" stands in nearly every one of them. These clauses
say what it decides. They err too, and go into a regression beside cues and text model, which
learns how far each can be trusted.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import MEASURES
from dualuse.models.cues import title_end
from dualuse.models.operative import (
    chinese,
    english_duties,
    english_lists,
    english_relief,
    japanese,
)

FEATURES: Final = 2
"""Of each measure: whether a clause stands in the head, and how many there are."""

_HEAD: Final = 400
"""Characters behind the title that count as the head."""
_MOST: Final = 3
"""Clauses; more say no more."""
_READ: Final = 60_000
"""Characters that are searched: some thirty pages."""

_EASTERN: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")


def _compiled(*languages: Mapping[str, tuple[str, ...]]) -> tuple[re.Pattern[str] | None, ...]:
    found = [[each for table in languages for each in table.get(m, ())] for m in MEASURES]
    flags = re.IGNORECASE | re.DOTALL
    return tuple(re.compile("|".join(each), flags) if each else None for each in found)


_ENGLISH: Final = (english_duties.CLAUSES, english_lists.CLAUSES, english_relief.CLAUSES)
_WESTERN_CLAUSES: Final = _compiled(*_ENGLISH)
_ALL_CLAUSES: Final = _compiled(*_ENGLISH, chinese.CLAUSES, japanese.CLAUSES)


def operative_features(texts: Sequence[str]) -> NDArray[np.float32]:
    """Operative clauses of each text, shape (n, measures, `FEATURES`), each 0 to 1.

    The first line of a text is its title. Measures are in the order of `MEASURES`.
    """
    found = [_features(text[:_READ]) for text in texts]
    return np.array(found, np.float32).reshape(-1, len(MEASURES), FEATURES)


def _features(text: str) -> list[tuple[float, float]]:
    clauses = _ALL_CLAUSES if _EASTERN.search(text) else _WESTERN_CLAUSES
    head = title_end(text) + _HEAD
    return [_strength(pattern, text, head) if pattern else (0.0, 0.0) for pattern in clauses]


def _strength(pattern: re.Pattern[str], text: str, head: int) -> tuple[float, float]:
    places = [match.start() for match in islice(pattern.finditer(text), _MOST)]
    return float(bool(places) and places[0] < head), len(places) / _MOST
