"""Words and marks that leave a figure open on one side: `up to`, `≥`, 以上, `mindestens`."""

import re
from typing import Final

MOST: Final = "most"
LEAST: Final = "least"

_MOST_BEFORE: Final = (
    "up to|upto|max|max.|maximum|maximal|max:|at most|no more than|not more than|less than|below"
    "|under|not exceeding|not over|<|≤|<=|=<|bis zu|bis|höchstens|maximal|unter|weniger als|kleiner"
    "|kleiner als|jusqu'à|jusqu'a|jusque|maxi|maxi.|au plus|moins de|inférieur à|inférieure à"
    "|不超过|不超過|不高于|不大于|小于|低于|少于|至多|最高|最大|最多|不多于|未超过|小於|低於|最高可达|可达"
    "|最大可达|高达|最大で|最高で|上限|dc-|dc to|dc~|dc...|dc bis|dc à"
)
_LEAST_BEFORE: Final = (
    "min|min.|minimum|minimal|min:|at least|not less than|no less than|not below|more than|over"
    "|above|exceeding|greater than|≥|>|>=|=>|mindestens|über|mehr als|wenigstens|min|größer als"
    "|ab|oberhalb|au moins|plus de|supérieur à|supérieure à|à partir de|mini|mini."
    "|不低于|不小于|大于|高于|超过|超過|至少|不少于|不低於|最低|最小|大於|高於|下限|不短于|最低で|少なくとも"
)
_BEFORE: Final = dict.fromkeys(_MOST_BEFORE.split("|"), MOST) | dict.fromkeys(
    _LEAST_BEFORE.split("|"), LEAST
)
_PLACES: Final = frozenset(["over", "under", "above", "below"])  # 300 kbit/s over 8 km
_ENDINGS: Final = tuple(sorted(_BEFORE, key=len, reverse=True))
_REACH: Final = max(map(len, _ENDINGS)) + 3
_AFTER: Final = re.compile(
    r" ?(?:(?P<most>或?以下|以内|以內|未満|未满|まで|或更低"
    r"|max(?:imum)?\b\.?|or (?:less|below|lower)"
    r"|maximal\b|maxi\b|höchstens|oder weniger|ou moins|au maximum)"
    r"|(?P<least>或?以上|及以上|或更高|を超え|超の|min(?:imum)?\b\.?|or (?:more|above|higher)"
    r"|and (?:above|up)\b|oder mehr|mindestens|ou plus|et plus|au minimum|mini\b"
    r"|(?<! )\+(?![0-9/]| ?[0-9])))",
    re.IGNORECASE,
)


def bound_before(body: str, start: int, floor: int) -> tuple[str | None, int]:
    """The bound that stands before a figure, not before `floor`, and where it begins."""
    near = body[max(floor, start - _REACH) : start].rstrip(" :=").lower()
    if not near.endswith(_ENDINGS):
        return None, start
    for word in _ENDINGS:
        if near.endswith(word):
            left = near[: -len(word)]
            if left and word[0].isalpha() and left[-1].isalpha() and word[0] < "\u2e80":
                continue
            if word in _PLACES and floor and not left.strip():
                return None, start
            return _BEFORE[word], _begin(body, start, floor, word)
    return None, start


def _begin(body: str, start: int, floor: int, word: str) -> int:
    piece = body[max(floor, start - _REACH) : start]
    return start - len(piece) + len(piece.rstrip(" :=")) - len(word)


def bound_after(body: str, end: int) -> tuple[str | None, int]:
    """The bound that stands behind a figure, and where it ends."""
    match = _AFTER.match(body, end)
    if match is None:
        return None, end
    return (MOST if match["most"] else LEAST), match.end()
