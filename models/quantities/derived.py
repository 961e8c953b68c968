"""Quantities that follow from others of the same text: specific strength, fractional bandwidth."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from dualuse.models.quantities.records import Quantity
from dualuse.models.quantities.substances import IMPURITIES

_G0: Final = 9.80665
_LEAST_MICROWAVE: Final = 1e9  # Hz; below it no list asks for a bandwidth as a share
_POWERS: Final = frozenset(["output power", "peak power", "average power"])
_MOST_DBM: Final = 150
_MILLIWATT: Final = 30  # dBm of one watt
_Row = tuple[str, str, str, str, str, str, float]
_OF_MAGNETS: Final[Sequence[_Row]] = (
    ("length", "m", "inner diameter", "m", "length to inner diameter", "1", 1.0),
)
_QUOTIENTS: Final[Sequence[_Row]] = (
    # the quantity that gives its place, its unit; the divisor, its unit; the quotient, its unit
    ("modulus", "Pa", "density", "kg/m3", "specific modulus", "m", 1 / _G0),
    ("tensile strength", "Pa", "density", "kg/m3", "specific tensile strength", "m", 1 / _G0),
    ("total processing performance", "TPP", "area", "m2", "performance density", "TPP/mm2", 1e-6),
)
_DIVISORS: Final = frozenset(row[2] for row in _QUOTIENTS)
_PARTS: Final = frozenset(row[0] for row in _QUOTIENTS)
_PULSES: Final = frozenset(["pulse energy", "pulse duration", "repetition rate"])


def derived(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """What lists ask for and a text gives only in parts, each at the place of its first part.

    The specific modulus of a fibre is its modulus over its weight by volume, in metres; an
    amplifier from 4.4 to 5 GHz has a fractional bandwidth of 12.8 %; zirconium with 0.2 % of
    hafnium has 1 part in 499; 35 dBm are 3.2 W, 0.5 % of a full scale of 100 kPa are 500 Pa, and
    0.5 % of impurities leave 99.5 %. Pulses of 1 mJ in 290 fs peak at 3.4 GW, and at 10 kHz they
    are 10 W on average. What the text states is left alone.
    """
    stated = {each.parameter for each in found}
    if stated & _DIVISORS and stated & _PARTS:
        yield from _quotients(found, stated)
    if "inner diameter" in stated and any(each.unit == "T" for each in found):
        yield from _quotients(found, stated, _OF_MAGNETS)
    if stated & _POWERS and "fractional bandwidth" not in stated:
        yield from (share for each in found if (share := _fractional(each)))
    yield from _in_watts(found)
    if "full scale" in stated:
        yield from _of_full_scale(found)
    if "purity" not in stated:
        yield from (_pure(each) for each in found if each.of == IMPURITIES and each.high < 1)
    if "hafnium content" in stated:
        yield from (_to_zirconium(each) for each in found if each.parameter == "hafnium content")
    if stated & _PULSES:
        yield from _of_pulses(found)


def _quotients(
    found: Sequence[Quantity], stated: set[str | None], rows: Sequence[_Row] = _QUOTIENTS
) -> Iterator[Quantity]:
    for name, unit, below, below_unit, quotient, quotient_unit, factor in rows:
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


def _in_watts(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The powers that stand in dBm, where the text does not state the same power in watts too."""
    watts = {each.parameter for each in found if each.unit == "W"}
    for each in found:
        if each.unit == "dBm" and each.parameter in _POWERS - watts and each.high < _MOST_DBM:
            low, high = (_rounded(10 ** ((dbm - _MILLIWATT) / 10)) for dbm in (each.low, each.high))
            yield replace(each, low=low, high=high, unit="W")


def _of_full_scale(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The error of a gauge in its own unit, from its share of the one full scale."""
    scales = {each.high for each in found if (each.parameter, each.unit) == ("full scale", "Pa")}
    known = {each.unit for each in found if each.parameter == "measuring uncertainty"}
    if len(scales) != 1 or "Pa" in known or not math.isfinite(scale := scales.pop()):
        return
    for each in found:
        if each.parameter == "measuring uncertainty" and each.unit == "1":
            low, high = _rounded(each.low * scale), _rounded(each.high * scale)
            yield replace(each, low=low, high=high, unit="Pa")


def _of_pulses(found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Energy, mean and peak power of a laser's pulses, where one figure each tells the others.

    Pulses are taken as rectangular: the peak power is the energy over the duration.
    """
    energy, rate = _only(found, "pulse energy", "J"), _only(found, "repetition rate", "Hz")
    duration = _only(found, "pulse duration", "s")
    mean = _only(found, "average power", "W") or _only(found, "output power", "W")
    stated = {each.parameter for each in found}
    if rate and mean and "pulse energy" not in stated:
        energy = _scaled(mean, "pulse energy", "J", 1 / rate.high)
        yield energy
    if rate and energy and stated.isdisjoint({"average power", "output power"}):
        yield _scaled(energy, "average power", "W", rate.high)
    if duration and energy and "peak power" not in stated:
        yield _scaled(energy, "peak power", "W", 1 / duration.high)


def _only(found: Sequence[Quantity], parameter: str, unit: str) -> Quantity | None:
    """The one exact figure of a parameter; None where there is none, or several."""
    of_it = [each for each in found if (each.parameter, each.unit) == (parameter, unit)]
    if len(of_it) != 1 or not 0 < of_it[0].low == of_it[0].high < math.inf:
        return None
    return of_it[0]


def _scaled(each: Quantity, parameter: str, unit: str, factor: float) -> Quantity:
    value = _rounded(each.high * factor)
    return replace(each, parameter=parameter, low=value, high=value, unit=unit)


def _pure(each: Quantity) -> Quantity:
    low, high = (_rounded(1 - share) for share in (each.high, each.low))
    return replace(each, parameter="purity", low=low, high=high, of=None)


def _to_zirconium(each: Quantity) -> Quantity:
    low, high = (_rounded(share / (1 - share)) for share in (each.low, min(each.high, 0.5)))
    return replace(each, parameter="hafnium to zirconium ratio", low=low, high=high)


def _rounded(value: float) -> float:
    return float(f"{value:.12g}")
