"""Figures in a form of their own: `E0,MPE = 0.6 + L/600 µm`, `ABEC-9`, P4級."""

import re
from collections.abc import Iterator
from typing import Final

from dualuse.models.quantities.figures import Figure
from dualuse.models.quantities.topics import Text
from dualuse.models.quantities.units import UNITS

_LENGTH_ERROR: Final = re.compile(
    r"(?<![0-9.,])(?P<constant>[0-9]{1,3}(?:[.,][0-9]{1,3})?) ?\+ ?"
    r"(?:[0-9.,]{1,6}[ ·*x×]{0,2})?L ?/ ?[0-9]{2,5}\)? ?(?P<unit>µm|um|microns?|nm)(?![A-Za-z])"
)
_BEARING: Final = re.compile(
    r"(?<![A-Za-z])(?:R?ABEC[ -]?(?P<abec>[13579])|(?:ISO ?492 )?[Cc]lass (?P<iso>[2456])"
    r"|P(?P<din>[02456])(?= ?[级級](?!别)))(?![0-9.])"
)
_OF_ABEC: Final = {"9": 2.0, "7": 4.0, "5": 5.0, "3": 6.0, "1": 7.0}
"""ISO 492 counts down to class 2, the most precise; 7 stands for its class Normal."""


def figures_in_forms(text: Text) -> Iterator[Figure]:
    """The figures that a text writes in forms of their own, with what they speak of.

    Of the error of a measuring machine at a length L it is the constant, which lists compare first;
    the class of a rolling bearing is that of ISO 492.
    """
    body = text.body
    if "L" in body:
        for match in _LENGTH_ERROR.finditer(body):
            unit = UNITS[match["unit"] if match["unit"] in {"nm", "µm"} else "µm"]
            value = float(f"{float(match['constant'].replace(',', '.')) * unit.factor:.12g}")
            yield _figure(match, value, unit.symbol, "measuring uncertainty")
    if text.about("bearing"):
        for match in _BEARING.finditer(body):
            grade = _OF_ABEC.get(match["abec"] or "")
            named = match["iso"] or match["din"]
            yield _figure(match, grade or float(named or 0) or 7.0, "ISO 492", "tolerance class")


def _figure(match: re.Match[str], value: float, symbol: str, parameter: str) -> Figure:
    start, end = match.span()
    return Figure(value, value, UNITS[symbol], start, end, start, "", parameter)
