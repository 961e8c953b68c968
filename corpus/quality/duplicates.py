"""Near-duplicates: texts that are one sentence with other figures and names."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

SHARE: Final = 0.9
"""Two texts are near-duplicates from this share of character 5-grams on."""

_SHINGLE: Final = 5
_FEWEST_LETTERS: Final = 12
_TOKEN: Final = re.compile(r"\w+(?:[-./×*]\w+)*")
_DIGIT: Final = re.compile(r"\d")
_UNSPACED: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_LATIN_WORD: Final = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+")
_ASCII_RUN: Final = re.compile(r"[0-9A-Za-z][0-9A-Za-z.,/×*+-]*")


@dataclass(frozen=True, slots=True)
class DuplicatePair:
    """Two texts by their positions, and the share of 5-grams that they have in common."""

    first: int
    second: int
    share: float


def mask(text: str, language: str) -> str:
    """The text lower-cased, with figures, codes and proper names masked as `#`.

    A capitalised Latin word counts as a proper name, except in German, whose nouns are all
    capitalised, and in texts written in capitals. Where too little would be left to compare,
    names stay.
    """
    text = normalize("NFKC", text)
    without_digits = _TOKEN.sub(_mask_digits, text)
    letters = [character for character in without_digits if character.isalpha()]
    shouting = sum(character.isupper() for character in letters) > len(letters) / 2
    masked = without_digits
    if language != "de" and not shouting:
        masked = _LATIN_WORD.sub(_mask_name, without_digits)
        if sum(character.isalpha() for character in masked) < _FEWEST_LETTERS:
            masked = without_digits
    return " ".join(re.sub(r"#[#\s.,/×*+-]*", "# ", masked.lower()).split())


def _mask_digits(match: re.Match[str]) -> str:
    token = match.group()
    if not _DIGIT.search(token):
        return token
    if not _UNSPACED.search(token):
        return "#"
    # Chinese and Japanese write no spaces: mask the figure, not the whole run of words.
    return _ASCII_RUN.sub(lambda run: "#" if _DIGIT.search(run.group()) else run.group(), token)


def _mask_name(match: re.Match[str]) -> str:
    word = match.group()
    return "#" if word[0].isupper() else word


def near_duplicates(
    texts: Sequence[str], languages: Sequence[str], share: float = SHARE
) -> list[DuplicatePair]:
    """All pairs of texts whose masked forms share at least `share` of their 5-grams.

    Exact, by prefix filtering (Chaudhuri et al. 2006): two sets that share 0.9 of the larger one
    have one of their rarest tenth in common, so only such pairs are compared.
    """
    masked = [mask(text, language) for text, language in zip(texts, languages, strict=True)]
    shingles = [_shingles(text) for text in masked]
    pairs = (
        DuplicatePair(first, second, _share(shingles[first], shingles[second]))
        for first, second in sorted(_candidates(shingles, share))
    )
    return [pair for pair in pairs if pair.share >= share]


def _shingles(masked: str) -> frozenset[str]:
    count = max(1, len(masked) - _SHINGLE + 1)
    return frozenset(masked[start : start + _SHINGLE] for start in range(count))


def _share(first: frozenset[str], second: frozenset[str]) -> float:
    return len(first & second) / max(len(first), len(second))


def _candidates(sets: Sequence[frozenset[str]], share: float) -> set[tuple[int, int]]:
    frequency: Counter[str] = Counter(shingle for each in sets for shingle in each)
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    for position, each in enumerate(sets):
        for shingle in _rarest(each, frequency, share):
            buckets[shingle].append(position)
    return {pair for members in buckets.values() for pair in _pairs(members)}


def _rarest(shingles: frozenset[str], frequency: Counter[str], share: float) -> list[str]:
    ordered = sorted(shingles, key=lambda shingle: (frequency[shingle], shingle))
    # One more than may be missing. Not from `1 - share`, which is less than a tenth in binary.
    return ordered[: len(ordered) - math.ceil(len(ordered) * share) + 1]


def _pairs(members: Sequence[int]) -> Iterator[tuple[int, int]]:
    for place, first in enumerate(members):
        for second in members[place + 1 :]:
            yield first, second
