"""How many sentences a summary has."""

import re
from dataclasses import dataclass
from typing import Final, Self

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.errors import UsageError

AUTO: Final = "auto"

_MOST_BY_ITSELF: Final = 8
"""A summary whose length the model chooses is no longer than this, however long the text."""

_MARKED: Final = 0.85
"""Of the key sentences that the probabilities amount to, how many are counted on. Other readers
mark fewer than those of the training documents did, on whose unseen events it loses nothing."""


@dataclass(frozen=True, slots=True)
class SentenceCount:
    """How many sentences to take: a number, or a share of the text's.

    With neither, what the probabilities of the sentences say.
    """

    number: int | None = None
    share: float | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The count that `4`, `20%` or `auto` stands for.

        Raises:
            UsageError: the text is neither a positive number nor a percentage up to 100.
        """
        if text.strip().lower() == AUTO:
            return cls()
        match = re.fullmatch(r"(\d{1,6})(%?)", text.strip())
        value = int(match.group(1)) if match else 0
        if not match or value == 0 or (match.group(2) and value > 100):
            raise UsageError(
                f"{text!r} is no number of sentences; use a number like 4, or 20%, or {AUTO}"
            )
        return cls(share=value / 100) if match.group(2) else cls(number=value)

    @property
    def by_itself(self) -> bool:
        """Whether the probabilities decide."""
        return self.number is None and self.share is None

    def of(self, probabilities: NDArray[np.float64]) -> int:
        """The number of sentences to take, at least one where there is one.

        Args:
            probabilities: of each sentence that it is a key sentence, shape (n,).
        """
        total = len(probabilities)
        if self.by_itself:
            wanted = _likeliest_number(probabilities)
        elif self.share is not None:
            wanted = round(total * self.share)
        else:
            wanted = self.number or 0
        return min(max(wanted, 1), total)


def _likeliest_number(probabilities: NDArray[np.float64]) -> int:
    # The k whose k likeliest sentences have the highest F1 to expect: of k sentences the sum of
    # their probabilities is right, of all that is right a share of the sum over the text.
    ranked = -np.sort(-probabilities)[:_MOST_BY_ITSELF]
    if not len(ranked):
        return 0
    numbers = np.arange(1, len(ranked) + 1)
    expected = 2 * ranked.cumsum() / (numbers + _MARKED * probabilities.sum())
    return int(expected.argmax()) + 1
