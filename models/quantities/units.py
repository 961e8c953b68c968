"""Units of measurement and what they are in base units: a closed table, and ratios of its rows."""

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dualuse.models.quantities.unit_rows import FAMILIES, ROWS

_PREFIXES: Final = {
    "f": -15,
    "p": -12,
    "n": -9,
    "µ": -6,
    "u": -6,
    "m": -3,
    "c": -2,
    "d": -1,
    "h": 2,
    "k": 3,
    "M": 6,
    "G": 9,
    "T": 12,
    "P": 15,
    "E": 18,
}
_ATOM: Final = re.compile(r"(?P<root>√)?(?P<name>[^0-9√^/]+?|1)\^?(?P<power>[23])?")
_LONGEST: Final = 24  # characters of a unit that is a ratio or a product


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `value * factor + shift` of it is a figure in the base unit `si`."""

    symbol: str
    factor: float
    si: str
    shift: float = 0.0


def _family(symbol: str, si: str, scale: float, prefixes: str) -> list[Unit]:
    """A unit with its decimal multiples; a `.` among the prefixes stands for the unit itself."""
    made = [Unit(symbol, scale, si)] if "." in prefixes else []
    for prefix in prefixes.replace(".", "").replace("µ", "µu"):
        factor = float(f"{scale * 10.0 ** _PREFIXES[prefix]:.12g}")
        made.append(Unit(prefix + symbol, factor, si))
    return made


def _build() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for symbols, si, scale, prefixes in FAMILIES:
        for symbol in symbols.split():
            table |= {unit.symbol: unit for unit in _family(symbol, si, scale, prefixes)}
    for symbol, si, factor, shift, spellings in ROWS:
        unit = Unit(symbol, factor, si, shift)
        table |= dict.fromkeys([symbol, *spellings.split("|")] if spellings else [symbol], unit)
    return table


UNITS: Final = _build()
"""The unit of each spelling, as it is usually written."""


def to_si(value: float, unit: str) -> tuple[float, str]:
    """The value in the base unit, and the name of that unit: `1 µm` is `(1e-06, "m")`.

    Rounded to twelve digits, so that 1100 nm and 1.1 µm are the same. Temperatures become
    absolute, shares a part of one. By `rad` a control list means the dose of 0.01 Gy; angles
    are in µrad, mrad and °.

    Raises:
        ValueError: for a unit that is neither in the table nor a ratio or product of its rows.
    """
    known = unit_named(unit)
    if known is None:
        raise ValueError(f"unknown unit {unit!r}: see dualuse.models.quantities.unit_rows")
    return scaled(value, known), known.si


def scaled(value: float, unit: Unit) -> float:
    """The value in the base unit of `unit`, rounded to twelve digits; infinities stay."""
    return float(f"{value * unit.factor + unit.shift:.12g}")


@lru_cache(maxsize=8192)
def unit_named(name: str) -> Unit | None:
    """The unit of a spelling such as `MPa`, `W/cm2` or `°/√h`, or None; case matters."""
    name = name.strip().replace("μ", "µ").replace("²", "2").replace("³", "3")
    known = UNITS.get(name)
    if known is not None or not name or len(name) > _LONGEST:
        return known
    above, *below = name.replace("(", "").replace(")", "").split("/")
    over = [_atom(part) for part in re.split(r"[·⋅* ]", above)]
    under = [_atom(part) for each in below for part in re.split(r"[·⋅* ]", each)]
    if not all(over) or not all(under) or len(over) + len(under) < 2:
        return _atom(name)
    return _joined(name, [unit for unit in over if unit], [unit for unit in under if unit])


def _joined(name: str, over: list[Unit], under: list[Unit]) -> Unit:
    factor = math.prod(unit.factor for unit in over) / math.prod(unit.factor for unit in under)
    si = "·".join(unit.si for unit in over)
    if under:
        below = "·".join(unit.si for unit in under)
        si += f"/({below})" if len(under) > 1 else f"/{below}"
    return Unit(name, factor, _SAME.get(si, si))


_SAME: Final = {"N/m2": "Pa", "N·m": "Nm", "J/s": "W", "1/s": "Hz", "V·A": "VA", "B/s": "bit/s"}


def _atom(part: str) -> Unit | None:
    """A row of the table, or its root (`√Hz`), square or cube; None for anything else."""
    direct = UNITS.get(part)
    if direct is not None:
        return direct
    match = _ATOM.fullmatch(part)
    known = UNITS.get(match["name"]) if match else None
    if match is None or known is None:
        return None
    if match["root"]:
        return Unit(part, math.sqrt(known.factor), f"√{known.si}")
    power = int(match["power"] or 1)
    return Unit(part, known.factor**power, f"{known.si}{power}" if power > 1 else known.si)
