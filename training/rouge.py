"""ROUGE of a summary against one that somebody wrote (Lin 2004).

Tokens are words in lower case, for Chinese and Japanese single characters: without spaces between
words a text would be one token, and any two texts alike or unlike as a whole.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

import numpy as np

from dualuse.models.folding import fold

_LATIN: Final = re.compile(r"[^\W_]+")
_EASTERN: Final = re.compile(r"[぀-ヿ㐀-鿿豈-﫿]|[^\W_぀-ヿ㐀-鿿豈-﫿]+")


def rouge(summary: str, reference: str, language: str) -> dict[str, float]:
    """The F-measures ROUGE-1, ROUGE-2 (n-grams) and ROUGE-L (longest common subsequence)."""
    ours, theirs = tokens(summary, language), tokens(reference, language)
    return {
        "ROUGE-1": _n_gram_measure(ours, theirs, 1),
        "ROUGE-2": _n_gram_measure(ours, theirs, 2),
        "ROUGE-L": _f_measure(_common_subsequence(ours, theirs), len(ours), len(theirs)),
    }


def tokens(text: str, language: str) -> list[str]:
    """What is counted of a text: words, or in Chinese and Japanese characters."""
    pattern = _EASTERN if language in {"zh", "ja"} else _LATIN
    return pattern.findall(fold(text).lower())


def _n_gram_measure(ours: Sequence[str], theirs: Sequence[str], size: int) -> float:
    first, second = _n_grams(ours, size), _n_grams(theirs, size)
    return _f_measure((first & second).total(), first.total(), second.total())


def _n_grams(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[shift:] for shift in range(size)), strict=False))


def _f_measure(common: int, ours: int, theirs: int) -> float:
    return 2 * common / (ours + theirs) if common else 0.0


def _common_subsequence(ours: Sequence[str], theirs: Sequence[str]) -> int:
    # A row of the table at a time: with d the lengths above, the next row is the running maximum
    # of d, and of the length to the upper left plus one where the words are the same.
    row = np.zeros(len(theirs) + 1, np.int64)
    words = np.array(theirs, dtype=object)
    for word in ours:
        diagonal = row[:-1] + (words == word)
        row[1:] = np.maximum.accumulate(np.maximum(row[1:], diagonal))
    return int(row[-1])
