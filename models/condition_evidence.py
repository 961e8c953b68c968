"""What figures say of the entries that a text may belong to, as features to learn weights for."""

from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.models.conditions import Standing, check_condition, figure_keys
from dualuse.models.goods_names import Paragraphs
from dualuse.models.quantities.records import Quantity
from dualuse.models.verdicts import bind

CONDITION_FEATURES: Final = 8
"""The share of the listed entries in question whose figures are failed, partly met and met, and of
those of which a paragraph's goods are named; the same of the US 99x series."""

_RANKS: Final = {"open": 0, "failed": 1, "partly met": 2, "figures met": 3, "met": 3}
_NAMED: Final = 3
_LOW_LEVEL: Final = CONDITION_FEATURES // 2


class ConditionIndex:
    """Conditions of entries by what their thresholds speak of, so that few need be checked."""

    def __init__(self, entries: Sequence[ControlEntry]) -> None:
        self._entries = tuple(entries)
        self._keys = [
            tuple(figure_keys(condition) for condition in entry.conditions) for entry in entries
        ]
        self._units = [frozenset(unit for key in keys for _, unit in key) for keys in self._keys]

    def evidence(
        self,
        quantities: Sequence[Quantity],
        candidates: Mapping[int, float],
        paragraphs: Paragraphs,
    ) -> NDArray[np.float32]:
        """The features of one text, shape (CONDITION_FEATURES,).

        `candidates` gives for the position of each entry in question how much speaks for it; its
        square is its share. `paragraphs` are the conditions whose goods the text names.
        """
        features = np.zeros(CONDITION_FEATURES, np.float32)
        total = sum(said**2 for said in candidates.values())
        for place, said in candidates.items():
            entry, share = self._entries[place], said**2 / total
            first = _LOW_LEVEL if entry.kind == "low_level" else 0
            if paragraphs.get(entry.key):
                features[first + _NAMED] += share
            if rank := _RANKS[self.standing(place, quantities, paragraphs)]:
                features[first + rank - 1] += share
        return features

    def standing(
        self, place: int, quantities: Sequence[Quantity], paragraphs: Paragraphs
    ) -> Standing:
        """How well figures meet the entry at a position: by the paragraphs named, or by any."""
        if self._units[place].isdisjoint(each.unit for each in quantities):
            return "open"
        entry, keys = self._entries[place], self._keys[place]
        conditions = entry.conditions
        asked = sorted(paragraphs.get(entry.key, ())) or range(len(conditions))
        bound = bind(quantities, frozenset().union(*(keys[at] for at in asked)))
        spoken = frozenset((each.parameter, each.unit) for each in bound if each.parameter)
        return max(
            (
                check_condition(conditions[at], bound).standing
                for at in asked
                if not keys[at].isdisjoint(spoken)
            ),
            key=_RANKS.__getitem__,
            default="open",
        )
