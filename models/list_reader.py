"""What the control lists say of texts: by their terms, their goods and the figures found."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.condition_evidence import CONDITION_FEATURES, ConditionIndex
from dualuse.models.examples import LIST, ExampleIndex
from dualuse.models.goods_names import Paragraphs, goods_matcher
from dualuse.models.list_evidence import (
    FEATURES,
    LONGEST,
    TERM_FEATURES,
    Evidence,
    term_evidence,
)
from dualuse.models.ngrams import Matrix
from dualuse.models.quantities.find import find_quantities
from dualuse.models.quantities.records import Quantity
from dualuse.models.term_matches import TermMatch, term_matcher

_TERMS: Final = 5


@dataclass(frozen=True, slots=True)
class ListReading:
    """What the lists say of texts, in step with them.

    The evidence, shape (texts, FEATURES), the figures that were found, and the paragraphs whose
    goods are named.
    """

    evidence: Evidence
    quantities: list[tuple[Quantity, ...]]
    paragraphs: list[Paragraphs]

    def only(self, rows: NDArray[np.int64]) -> "ListReading":
        """What is said of the texts at these positions."""
        quantities = [self.quantities[row] for row in rows]
        return ListReading(self.evidence[rows], quantities, [self.paragraphs[row] for row in rows])

    @classmethod
    def silent(cls, count: int) -> "ListReading":
        """What lists that are not consulted say of so many texts."""
        evidence = np.zeros((count, FEATURES), np.float32)
        return cls(evidence, [() for _ in range(count)], [{} for _ in range(count)])


class ListReader:
    """The shipped lists, and their terms among the examples of a model."""

    def __init__(self, examples: ExampleIndex) -> None:
        entries = load_entries()
        self.matcher = term_matcher()
        self._examples = examples
        listed = [each.from_list and each.relevance == "high" for each in examples.examples]
        low_level = [each.from_list and each.relevance != "high" for each in examples.examples]
        self._kinds = np.array([listed, low_level], bool)
        self._conditions = ConditionIndex(entries)
        self._goods = goods_matcher()
        place_of = {
            (f"{LIST}{entry.code}", entry.regimes): place for place, entry in enumerate(entries)
        }
        self._entry_of = {
            place: place_of[each.id, each.regimes]
            for place, each in enumerate(examples.examples)
            if each.from_list
        }

    def read(self, texts: Sequence[str], likeness: Matrix) -> ListReading:
        """What the lists say of texts that are so like the examples, shape (texts, examples)."""
        quantities = [find_quantities(text) for text in texts]
        paragraphs = [self._goods.paragraphs(text) for text in texts]
        matches = [self.matcher.matches(text) for text in texts]
        terms = [term_evidence(each, self.matcher.entries) for each in matches]
        alike = [self._examples.strongest(likeness, kind) for kind in self._kinds]
        either = np.asarray(self._kinds.any(axis=0), bool)
        near = self._examples.nearest_among(likeness, either, _TERMS)
        figures = [
            self._conditions.evidence(found, self._candidates(match, alikes), named)
            for found, match, alikes, named in zip(
                quantities, matches, near, paragraphs, strict=True
            )
        ]
        of_terms, of_figures = (
            np.array(rows, np.float32).reshape(len(texts), width)
            for rows, width in ((terms, TERM_FEATURES), (figures, CONDITION_FEATURES))
        )
        evidence = np.hstack([of_terms, np.column_stack(alike), of_figures])
        return ListReading(evidence, quantities, paragraphs)

    def _candidates(
        self, matches: Sequence[TermMatch], near: Sequence[tuple[int, float]]
    ) -> dict[int, float]:
        """The entries in question, by position, with how much speaks for each, 0 to 1.

        From terms alone: what labels say of a text must not choose what its label is learnt from.
        """
        candidates: defaultdict[int, float] = defaultdict(float)
        for match in matches:
            for place in match.entries:
                said = min(match.weight, LONGEST) / LONGEST
                candidates[place] = max(candidates[place], said)
        for example, likeness in near:
            place = self._entry_of[example]
            candidates[place] = max(candidates[place], likeness)
        return candidates
