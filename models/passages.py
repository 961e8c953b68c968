"""A document in passages, so that a clause deep in it can be judged apart from the rest."""

import re
from collections.abc import Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

PARAGRAPH: Final = 1_200
"""Latin characters of a passage: about a paragraph of a notice. Chosen on held-out events; those of
twice and three times that width find fewer clauses in long texts."""

_EASTERN: Final = re.compile(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]")
_SENTENCE: Final = re.compile(
    r".{1,2000}?(?:[。！？；]|[.!?;](?=\s)|\n|$)\s{0,9}|.{1,2000}", re.DOTALL
)


def passages(text: str, most: int = PARAGRAPH) -> list[str]:
    """The text in passages of whole sentences, `most` characters where it has so short ones.

    An East Asian character counts for three.
    """
    found: list[str] = []
    current: list[str] = []
    width = 0
    for match in _SENTENCE.finditer(text):
        sentence = match.group()
        size = len(sentence) + 2 * len(_EASTERN.findall(sentence))
        if current and width + size > most:
            found.append("".join(current))
            current, width = [], 0
        current.append(sentence)
        width += size
    if current:
        found.append("".join(current))
    return [passage for passage in found if passage.strip()] or [text]


def passages_of(
    texts: Sequence[str], most: int = PARAGRAPH, first: int | None = None
) -> tuple[list[str], NDArray[np.int64]]:
    """The passages of all texts, the `first` of each alone, and for each the place of its text."""
    split = [passages(text, most)[:first] for text in texts]
    owners = np.repeat(np.arange(len(split)), [len(each) for each in split])
    return [passage for each in split for passage in each], owners.astype(np.int64)
