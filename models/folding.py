"""Text with its width folded, character for character, and numbers in Chinese characters."""

import re
from functools import lru_cache
from typing import Final

_WIDE: Final = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    ord("\u3000"): " ",
    ord("\u00a0"): " ",
    ord("\u202f"): " ",
    ord("\u2009"): " ",
    ord("○"): "〇",
    ord("’"): "'",
}
_DIGITS: Final = {
    character: value
    for value, characters in enumerate(
        ("〇零", "一壹", "二两兩貳", "三參", "四", "五", "六", "七", "八", "九")
    )
    for character in characters
} | {str(digit): digit for digit in range(10)}
_UNITS: Final = {"十": 10, "百": 100, "千": 1000}

SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a character, as a broken input leaves it: automata take whole ones alone."""

NUMERAL: Final = "[0-9〇零一二三四五六七八九十百]"
"""A character of a number as `number` reads it, for use in patterns."""


@lru_cache(maxsize=32)  # each rule folds the same title and text
def fold(text: str) -> str:
    """`text` with full-width letters, digits and marks as ASCII; its length stays the same."""
    return text.translate(_WIDE)


def number(text: str) -> int | None:
    """The value of `12`, `十二`, `二〇二六` or `元` (the first year of an era), else None."""
    if text == "元":
        return 1
    if not text or any(character not in _DIGITS and character not in _UNITS for character in text):
        return None
    if not any(character in _UNITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, pending = 0, 0
    for character in text:
        if character in _UNITS:
            total += (pending or 1) * _UNITS[character]
            pending = 0
        else:
            pending = pending * 10 + _DIGITS[character]
    return total + pending
