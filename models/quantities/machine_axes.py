"""Travels that stand behind the letters of machine axes: `X800 Y600 Z500 mm`, X軸1050mm."""

import re
from typing import Final

_NEXT: Final = re.compile(r"[ :=]{0,2}[0-9.,]{1,8}+ ?(?:mm|cm|m)?[ ,/×x*、]{0,3}+Y[ :=]{0,2}[0-9]")
_LAST: Final = re.compile(r"[XY][ :=]{0,2}[0-9.,]{1,8} ?(?:mm|cm|m)?[ ,/×x*、]{0,3}[YZ]$")
_NAMED: Final = re.compile(
    r"(?<![A-Za-z0-9])(?:[XYZ][ -]?(?:軸|轴|axis|Achse)|axe[ -][XYZ]|XYZ"
    r"|X ?[/×x] ?Y(?: ?[/×x] ?Z)?)(?:ストローク|移動量|移动量|行程)?[ :=]{0,3}$"
)
_REACH: Final = 24


def is_axis(body: str, start: int) -> bool:
    """Whether the letter that ends at `start` names an axis, and is not of a part number."""
    letter, before = body[start - 1], body[start - 2] if start > 1 else " "
    if before.isalnum() and before < "\u2e80":
        return False
    if letter == "X":
        return _NEXT.match(body, start) is not None
    return letter in "YZ" and _LAST.search(body, max(0, start - _REACH), start) is not None


def names_travel(body: str, start: int) -> bool:
    """Whether letters of axes name the figure that starts behind them."""
    if start == 0 or body[start - 1] not in "XYZ軸轴程量ク :=esx":
        return False
    letter = start
    while letter > max(1, start - 2) and body[letter - 1] in " :=":
        letter -= 1
    if body[letter - 1] in "XYZ" and is_axis(body, letter):
        return True
    return _NAMED.search(body, max(0, start - _REACH), start) is not None
