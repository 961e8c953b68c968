"""Numbers in a text: digits with separators and powers of ten, and Chinese characters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dualuse.models.folding import number as chinese_number

_LONGEST: Final = 24  # characters of the digits of a number; a longer run is no figure
_GREATEST: Final = 1e200  # leaves room for the factor of any unit
_DEEPEST: Final = 60  # powers of ten beyond this are noise
_RAISED: Final = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", "0123456789+-")
_MYRIADS: Final = {
    "万": 1e4,
    "萬": 1e4,
    "億": 1e8,
    "亿": 1e8,
    "百万": 1e6,
    "千万": 1e7,
    "千": 1e3,
    "百": 1e2,
}

NUMBER: Final = re.compile(
    # 1億2000万: what is counted in hundreds of millions stands before the rest
    r"(?:(?<![0-9.,])(?P<myriads>[0-9]{1,4}) ?[億亿](?=[0-9]))?"
    # 12, 1.5, 1,950, 1 950 000, .5; every run is possessive, so that a failure costs no retry
    # a blank behind three digits may part two figures: maraging 250 100 ksi, but 250 000 h
    r"(?P<digits>(?:(?<![A-Za-z])[0-9]{1,3}(?P<group>[ ,.'])(?!(?<=[0-9]{3} )(?!000))"
    r"[0-9]{3}(?![0-9])"
    r"(?:(?P=group)[0-9]{3}(?![0-9]))*+"
    r"|[0-9]++)(?:[.,][0-9]++)?+|(?<![0-9A-Za-z).])\.[0-9]++)"
    # ×10-3, x 10^6, ·10⁷, E-13; 10⁻³
    r"(?P<power> ?[x×X*·⋅∙・] ?10(?:\^ ?\(?[-+]?[0-9]{1,3}(?![0-9])\)?|-[0-9]{1,2}(?![0-9])"
    r"|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})|[eE](?:[-+][0-9]{1,3}(?![0-9])|[0-9]{1,3}(?![0-9A-Za-z]))"
    r"|\^[-+]?[0-9]{1,3}(?![0-9])|[⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})?"
    r"(?P<times> ?(?:[百千]万|[百千](?![克瓦米赫伏帕牛焦分])|[万萬億亿]"
    r"|(?:millions?|Millionen|Mio)\b))?"
    r"|(?P<chinese>[〇零一二两兩三四五六七八九十百千]++)(?P<myriad>[万萬億亿])?"
)
ANY: Final = re.compile("[0-9０-９〇零一二两兩三四五六七八九十百千]")
"""A text without any of these holds no figure."""

_FINE: Final = frozenset(["m", "Hz", "Pa", "T", "kg/m3", "J", "W"])
_DECIMAL_COMMA: Final = re.compile(r"(?<![0-9.,])[0-9]{1,4},(?:[0-9]{1,2}|[0-9]{4,6})(?![0-9,.])")
_DECIMAL_POINT: Final = re.compile(
    # Versions and steel grades prove nothing: Bluetooth 5.0, V1.5, USB 3.1, 1.4404.
    r"(?<![0-9.,])(?<![A-Za-z])(?<!\b(?:USB|PCI|Rev|Ver|SQL) )(?<!\b(?:HDMI|PCIe) )"
    r"(?<!\bBluetooth )(?<!\bVersion )(?!1\.[34][0-9]{3}(?![0-9]))"
    r"[0-9]{1,4}\.(?:[0-9]{1,2}|[0-9]{4,6})(?![0-9,.])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and its place; how it is read depends on the unit where a separator is unclear."""

    digits: str
    scale: float
    start: int
    end: int
    spelled: bool

    @property
    def whole(self) -> bool:
        """Whether it is written as a plain whole number."""
        return self.digits.isdigit() and self.scale == 1


def find_numerals(text: str) -> Iterator[Number]:
    """All numbers of the text, in order; those beyond any measure are left out."""
    for match in NUMBER.finditer(text):
        made = _chinese(match) if match["chinese"] else _western(match)
        if made is not None:
            yield made


def _western(match: re.Match[str]) -> Number | None:
    digits, power, times = match.group("digits", "power", "times")
    scale = 1.0
    if len(digits) > _LONGEST:
        return None
    if power:
        exponent = _exponent(power)
        if exponent is None or (power[0] in "^⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹" and digits != "10"):
            return None
        if digits == "10" and power[0] not in " x×X*·⋅∙・eE":
            digits = "1"
        scale = 10.0**exponent
    if times:
        scale *= _MYRIADS.get(times.strip(), 1e6)
    if match["myriads"] and digits.isdigit():
        digits, scale = str(int(match["myriads"]) * 10**8 + int(int(digits) * scale)), 1.0
    return Number(digits, scale, *match.span(), spelled=False)


def _exponent(power: str) -> int | None:
    """The power of ten of `×10^-3`, `E-13` or `⁻³`, or None beyond any measure."""
    plain = power.translate(_RAISED).strip()
    if plain[0] in "x×X*·⋅∙・":
        plain = plain[1:].strip()[2:]
    exponent = int(plain.strip("^eE() ").replace(" ", "") or "0")
    return exponent if abs(exponent) <= _DEEPEST else None


def _chinese(match: re.Match[str]) -> Number | None:
    written, myriad = match.group("chinese", "myriad")
    value = chinese_number(written) if len(written) <= 8 else None
    if value is None:
        return None
    return Number(str(value), _MYRIADS[myriad] if myriad else 1.0, *match.span(), spelled=True)


def decimal_mark(text: str) -> str | None:
    """`,` or `.` where the figures of the text leave no doubt which one marks decimals."""
    comma = "," in text and _DECIMAL_COMMA.search(text) is not None
    point = "." in text and _DECIMAL_POINT.search(text) is not None
    return None if comma == point else ("," if comma else ".")


def value_of(number: Number, si: str, factor: float, mark: str | None) -> float:
    """The value of a number before a unit with this factor to the base unit `si`.

    One comma or point before exactly three digits (`1,950`, `1.950`) is read so:

    * after a leading 0 it marks decimals (`0.950`);
    * where other figures of the text show which sign marks decimals, the other groups thousands;
    * a comma groups thousands, save before units of which one rarely has a thousand (µm, GHz,
      GPa, T, g/cm3) and unless the figure is round (`1,064 µm`, but `1,500 µm`);
    * a point marks decimals, save in round figures (`1.950 MPa`, `12.000 rpm`) before other units,
      and in counts and nanometres.
    """
    digits = number.digits.replace(" ", "").replace("'", "")
    plain = digits if digits.isdigit() else _plain(digits, si, factor, mark)
    value = float(plain) * number.scale
    return value if value <= _GREATEST else float("nan")


def _plain(digits: str, si: str, factor: float, mark: str | None) -> str:
    comma, point = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and point >= 0:
        decimal, group = (",", ".") if comma > point else (".", ",")
        return digits.replace(group, "").replace(decimal, ".")
    sign = "," if comma >= 0 else "."
    if digits.count(sign) > 1:
        return digits.replace(sign, "")
    whole, _, rest = digits.partition(sign)
    if _thousand(whole, rest, sign, si, factor, mark):
        return whole + rest
    return f"{whole or '0'}.{rest}"


def _thousand(whole: str, rest: str, sign: str, si: str, factor: float, mark: str | None) -> bool:
    if len(rest) != 3 or not whole or whole[0] == "0" or len(whole) > 3:
        return False
    if mark is not None and not (si == "1" and factor == 0.01):
        return sign != mark
    if si == "1" and factor == 0.01 and whole != "100":  # 99,999 %
        return False
    rounded = rest.endswith("00" if sign == "," else "0")
    if si in {"count", "1"} and factor >= 1:
        return True
    small = (si == "m" and 1e-8 < factor < 1e-4) or (si in _FINE and factor >= 1e9)
    small = small or (si == "T" and factor == 1) or si in {"kg/m3", "dB"}
    if sign == ",":
        return not small or rounded
    return (rounded and not small) or (si == "m" and factor == 1e-9)
