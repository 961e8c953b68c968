"""Numbers without a unit that words or nines explain: `M² < 1.3`, `TPP 4800`, `6N5`."""

import re
from typing import Final

from dualuse.models.quantities.numerals import Number
from dualuse.models.quantities.topics import Text
from dualuse.models.quantities.units import UNITS, Unit

SHARE: Final = Unit("1", 1.0, "1")
_COUNT: Final = Unit("count", 1.0, "count")
_TPP: Final = Unit("TPP", 1.0, "TPP")
_DENSITY: Final = Unit("TPP/mm2", 1.0, "TPP/mm2")
_MEANINGS: Final = (
    # words that stand directly before the number; the unit it then has; the parameter
    (("m²", "m2", "m^2", "beam quality", "光束质量", "ビーム品質"), SHARE, "beam quality"),
    (("mach", "马赫数", "マッハ", "馬赫"), UNITS["Mach"], "speed"),
    (("tpp", "processing performance"), _TPP, "total processing performance"),
    (("performance density", "性能密度"), _DENSITY, "performance density"),
    (
        ("数量", "quantity", "qty", "qty.", "台数", "個数", "menge", "quantité", "anzahl", "qté"),
        _COUNT,
        "quantity",
    ),
)
NAMED: Final = re.compile(
    "|".join(re.escape(word) for words, _, _ in _MEANINGS for word in words) + "|[2-9]N",
    re.IGNORECASE,
)
"""A text without any of these holds no number that means something without a unit."""

_NINES: Final = re.compile(r"N(?P<half>5?)(?![A-Za-z0-9])")
_NINES_OF: Final = frozenset("23456789")
_REACH: Final = 40


def meaning_before(body: str, start: int) -> tuple[Unit, str] | None:
    """The unit and the parameter that the words before a number give it, or None."""
    before = body[max(0, start - _REACH) : start].lower().rstrip(" :=<≤>≥~")
    for words, unit, parameter in _MEANINGS:
        if before.endswith(words):
            return unit, parameter
    return None


def purity(text: Text, number: Number) -> tuple[float, int] | None:
    """The share that `6N` (99.9999 %) or `6N5` (99.99995 %) writes in nines, and its end."""
    match = _NINES.match(text.body, number.end)
    if match is None or not number.whole or number.digits not in _NINES_OF:
        return None
    if not match["half"] and (text.about("force") or not text.about("metal")):
        return None
    rest = 10.0 ** -int(number.digits)
    return round(1 - (rest / 2 if match["half"] else rest), 12), match.end()
