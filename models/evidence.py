"""Which words of a text drove an answer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.models.linear import LinearClassifier

_CJK: Final = r"\u3005-\u3007\u3040-\u30ff\u3400-\u9fff"
_UNIT: Final = re.compile(rf"(?P<eastern>[{_CJK}]+)|[^\W_{_CJK}]+(?:[-./][^\W_{_CJK}]+)*")
_LONGEST_TEXT: Final = 600
_LONGEST_PASSAGE: Final = 12
_CACHE: Final = 200_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A word or run of characters, its place in the text, and how much it speaks for the answer."""

    text: str
    start: int
    end: int
    weight: float


class WordScorer:
    """Finds the words that speak for or against a question, with the linear model's weights.

    Chinese and Japanese write no spaces: there the pieces are pairs of characters, and adjoining
    pairs that speak the same way make one passage. Scores are kept, since catalogues repeat words.
    """

    def __init__(self, classifier: LinearClassifier) -> None:
        self.classifier = classifier
        self._scores: dict[str, NDArray[np.float32]] = {}

    def prepare(self, texts: Sequence[str]) -> None:
        """Score all new words of a batch at once: much faster than text by text."""
        if len(self._scores) > _CACHE:
            self._scores.clear()
        new = sorted(
            {piece for text in texts for piece, _ in _pieces(text) if piece not in self._scores}
        )
        if new:
            scores = self.classifier.word_scores(new)
            self._scores.update(zip(new, scores, strict=True))

    def passages(self, text: str, question: str, *, against: bool = False) -> list[Passage]:
        """The passages of a text that speak for a question (or against it), weightiest first."""
        pieces = list(_pieces(text))
        if any(piece not in self._scores for piece, _ in pieces):
            self.prepare([text])
        place = self.classifier.questions.index(question)
        sign = -1.0 if against else 1.0
        weighed = [
            Passage(piece, start, start + len(piece), sign * float(self._scores[piece][place]))
            for piece, start in pieces
        ]
        found = [passage for passage in _joined(text, weighed) if passage.weight > 0]
        return sorted(found, key=lambda passage: (-passage.weight, passage.start))


def _pieces(text: str) -> Iterator[tuple[str, int]]:
    for match in _UNIT.finditer(text[:_LONGEST_TEXT]):
        unit = match.group()
        if unit.isdigit():
            continue
        if match["eastern"] and len(unit) > 2:
            for place in range(len(unit) - 1):
                yield unit[place : place + 2], match.start() + place
        else:
            yield unit, match.start()


def _joined(text: str, passages: Sequence[Passage]) -> Iterator[Passage]:
    run: Passage | None = None
    for passage in passages:
        overlaps = (
            run is not None
            and passage.start == run.end - 1
            and run.weight > 0
            and passage.weight > 0
            and passage.end - run.start <= _LONGEST_PASSAGE
        )
        if run is not None and overlaps:
            weight = run.weight + passage.weight
            run = Passage(text[run.start : passage.end], run.start, passage.end, weight)
            continue
        if run is not None:
            yield run
        run = passage
    if run is not None:
        yield run
