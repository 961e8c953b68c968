"""A figure with its unit, and how the marks between and before numbers are read."""

import re
from dataclasses import dataclass
from typing import Final

from dualuse.models.quantities.machine_axes import is_axis
from dualuse.models.quantities.numerals import Number
from dualuse.models.quantities.units import Unit

RANGE: Final = "range"
PRODUCT: Final = "product"
LISTED: Final = "list"
TOLERANCE: Final = "tolerance"

BARE_PRODUCT: Final = Unit("-×-", 1.0, "-")
"""Stands for the unit of width and height without one: `low` and `high` are the two."""
PIXELS: Final = Unit("pixels", 1.0, "count")
"""What `640×512` counts."""

_JOIN: Final = re.compile(
    r" {0,2}(?:(?P<range>-|~|\.{2,3}|至|到|から|÷|(?<= )(?:to|bis|à|through|TO|BIS|up to)(?= ))"
    r"|(?P<product>[x×X*])|(?P<list>/|、|[,/×x]? ?[YZ][ :=]?|和|及|与"
    r"|(?<= )(?:and|or|und|oder|et|ou|AND)(?= ))"
    r"|(?P<tolerance>±|\+/-|\+-)) {0,2}(?P<sign>[-+])?"
)
_LONGEST_JOIN: Final = 12
_PLUS_MINUS: Final = ("±", "± ", "+/-", "+/- ", "+-")


@dataclass(slots=True)
class Figure:
    """A figure in base units; `together` tells figures of one product or list."""

    low: float
    high: float
    unit: Unit
    start: int
    end: int
    together: int
    kind: str = ""
    parameter: str | None = None


def join(body: str, start: int, end: int) -> str | None:
    """How the text between two numbers joins them: a range, a product, …; or None."""
    if start == end or end - start > _LONGEST_JOIN:
        return None
    match = _JOIN.fullmatch(body, start, end)
    if match is None:
        return None
    return next(kind for kind in (RANGE, PRODUCT, LISTED, TOLERANCE) if match[kind])


def sign(body: str, start: int, floor: int) -> int:
    """-1 for a number behind a minus sign, which a dash between two figures is not."""
    at = start - 1
    if at < floor or body[at] != "-":
        return 1
    before = body[at - 1] if at else " "
    if before.isdigit() or (before.isalpha() and before < "\u2e80"):
        return 1
    return 1 if body[max(0, at - 2) : at].endswith("+/") else -1


def begin(body: str, start: int, floor: int) -> int:
    """Where a figure begins whose first digit is at `start`: at its sign, if it has one."""
    before = body[max(floor, start - 4) : start]
    for mark in _PLUS_MINUS:
        if before.endswith(mark):
            return start - len(mark)
    signed = before.endswith("+") or sign(body, start, floor) < 0
    return start - 1 if signed else start


def glued(body: str, start: int, floor: int) -> bool:
    """Whether letters stand directly before a number, as in a part number (`M8`, `A2-70`)."""
    if start in {0, floor}:  # at the end of the figure before: 12V3A
        return False
    left, further = body[start - 1], body[start - 2] if start > 1 else " "
    if (left in "XYZ" and is_axis(body, start)) or _nominal(body, start):
        return False
    if left in "-+":
        free = start - 1 == floor or body[max(0, start - 4) : start - 1].endswith("DC")
        return lettered(further) and not free
    if left in ".,":
        return further.isdigit()
    if left == "/" and further in "Ll":  # 0.6 + L/500 µm
        return start > 2 and not lettered(body[start - 3])
    return lettered(left)


def _nominal(body: str, start: int) -> bool:
    """Whether a number is a nominal size of pipe: DN15."""
    return body[start - 2 : start] == "DN" and (start == 2 or not lettered(body[start - 3]))


def lettered(character: str) -> bool:
    """Whether a character belongs to a word of letters and digits; Ø and exponents do not."""
    return (character.isalnum() and character < "\u2e80" and character not in "Ø²³") or (
        character == "_"
    )


_WHOLE: Final = re.compile(r"(?<![0-9.,/])[0-9]{1,2}(?= $|-$)")


def fraction(chain: list[Number], body: str) -> tuple[float, int]:
    """The value of `1/2` or `1 1/2`, and where it begins."""
    first, second = chain
    size, start = int(first.digits) / int(second.digits), first.start
    whole = _WHOLE.search(body, max(0, start - 4), start)
    return (size + int(whole.group()), whole.start()) if whole else (size, start)


def is_fraction(chain: list[Number], body: str) -> bool:
    """Whether a list is a fraction such as `1/2` or `1/2000`, which is left out."""
    first, second = chain[0], chain[1]
    if len(chain) != 2 or body[first.end : second.start] != "/" or not first.whole:
        return False
    if first.digits == "1":
        return second.whole
    return second.whole and len(second.digits) == 1 and first.digits < second.digits
