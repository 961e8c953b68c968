"""Near-duplicates: texts that are one sentence with other figures and names."""

import math
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
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


def shingles(texts: Sequence[str], languages: Sequence[str]) -> list[frozenset[int]]:
    """The 5-grams of each masked text, as numbers that ascend with how common a 5-gram is."""
    masked = [mask(text, language) for text, language in zip(texts, languages, strict=True)]
    cut = [_cut(text) for text in masked]
    frequency = Counter(chain.from_iterable(cut))
    # Which of two equally rare ones comes first is all the same: the search is exact.
    ordered = sorted(frequency, key=frequency.__getitem__)
    number = {shingle: rank for rank, shingle in enumerate(ordered)}
    return [frozenset(map(number.__getitem__, each)) for each in cut]


def similar(
    sets: Sequence[frozenset[int]], share: float, *, across: int | None = None
) -> list[DuplicatePair]:
    """All pairs of sets that share at least `share` of the larger one.

    With `across`, only pairs of a set before that position with one from there on. Exact, by prefix
    filtering (Chaudhuri et al. 2006): two sets that share 0.9 of the larger one have one of their
    rarest tenth in common, so only such pairs are compared.
    """
    pairs = (
        DuplicatePair(first, second, _share(sets[first], sets[second]))
        for first, second in sorted(_candidates(sets, share, across))
        if _can_share(sets[first], sets[second], share)
    )
    return [pair for pair in pairs if pair.share >= share]


def _cut(masked: str) -> frozenset[str]:
    count = max(1, len(masked) - _SHINGLE + 1)
    return frozenset(masked[start : start + _SHINGLE] for start in range(count))


def _can_share(first: frozenset[int], second: frozenset[int], share: float) -> bool:
    """Whether the smaller set is large enough to be that share of the larger one."""
    small, large = sorted((len(first), len(second)))
    return small >= share * large


def _share(first: frozenset[int], second: frozenset[int]) -> float:
    return len(first & second) / max(len(first), len(second))


def _candidates(
    sets: Sequence[frozenset[int]], share: float, across: int | None
) -> set[tuple[int, int]]:
    buckets: dict[int, list[int]] = defaultdict(list)
    for position, each in enumerate(sets):
        # One more than may be missing. Not from `1 - share`, less than a tenth in binary.
        for shingle in sorted(each)[: len(each) - math.ceil(len(each) * share) + 1]:
            buckets[shingle].append(position)
    return {pair for members in buckets.values() for pair in _pairs(members, across)}


def _pairs(members: Sequence[int], across: int | None) -> Iterator[tuple[int, int]]:
    """Pairs of the members, which ascend; across a border, of one before it and one behind it."""
    if across is None:
        yield from combinations(members, 2)
        return
    border = bisect_left(members, across)
    yield from product(members[:border], members[border:])
