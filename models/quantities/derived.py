"""Quantities that follow from others of the same text: specific strength, fractional bandwidth."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dualuse.models.quantities.records import Quantity

_G0: Final = 9.80665
_LEAST_MICROWAVE: Final = 1e9  # Hz; below it no list asks for a bandwidth as a share
_POWERS: Final = frozenset(["output power", "peak power", "average power"])
_QUOTIENTS: Final = (
    # the quantity that gives its place, its unit; the divisor, its unit; the quotient, its unit
    ("modulus", "Pa", "density", "kg/m3", "specific modulus", "m", 1 / _G0),
    ("tensile strength", "Pa", "density", "kg/m3", "specific tensile strength", "m", 1 / _G0),
    ("total processing performance", "TPP", "area", "m2", "performance density", "TPP/mm2", 1e-6),
)
_DIVISORS: Final = frozenset(row[2] for row in _QUOTIENTS)
_PARTS: Final = frozenset(row[0] for row in _QUOTIENTS)


def derived(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """What lists ask for and a text gives only in parts, each at the place of its first part.

    The specific modulus of a fibre is its modulus over its weight by volume, in metres; an
    amplifier from 4.4 to 5 GHz has a fractional bandwidth of 12.8 %; zirconium with 0.2 % of
    hafnium has 1 part in 499. What the text states is left alone.
    """
    stated = {each.parameter for each in found}
    if stated & _DIVISORS and stated & _PARTS:
        yield from _quotients(found, stated)
    if stated & _POWERS and "fractional bandwidth" not in stated:
        yield from (share for each in found if (share := _fractional(each)))
    if "hafnium content" in stated:
        yield from (_to_zirconium(each) for each in found if each.parameter == "hafnium content")


def _quotients(found: Sequence[Quantity], stated: set[str | None]) -> Iterator[Quantity]:
    for name, unit, below, below_unit, quotient, quotient_unit, factor in _QUOTIENTS:
        divisors = [each for each in found if (each.parameter, each.unit) == (below, below_unit)]
        if quotient in stated or len(divisors) != 1:
            continue
        divisor = divisors[0]
        if not 0 < divisor.low <= divisor.high:
            continue
        for each in found:
            if (each.parameter, each.unit) == (name, unit):
                low = _rounded(each.low / divisor.high * factor)
                high = _rounded(each.high / divisor.low * factor)
                yield replace(each, parameter=quotient, low=low, high=high, unit=quotient_unit)


def _fractional(each: Quantity) -> Quantity | None:
    if each.parameter != "frequency" or not _LEAST_MICROWAVE <= each.low < each.high < float("inf"):
        return None
    share = _rounded(2 * (each.high - each.low) / (each.high + each.low))
    return replace(each, parameter="fractional bandwidth", low=share, high=share, unit="1")


def _to_zirconium(each: Quantity) -> Quantity:
    low, high = (_rounded(share / (1 - share)) for share in (each.low, min(each.high, 0.5)))
    return replace(each, parameter="hafnium to zirconium ratio", low=low, high=high)


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")
