"""Reading a unit behind a number: symbols in any case, ratios, words; unclear ones by topic."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dualuse.models.quantities.numerals import Number
from dualuse.models.quantities.per_words import every, rate_of, with_ratio
from dualuse.models.quantities.topics import Text
from dualuse.models.quantities.unclear import UNCLEAR, Place
from dualuse.models.quantities.units import UNITS, Unit, unit_named
from dualuse.models.quantities.words import COUNTED, EAST_ASIAN, QUALIFIERS

_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ÿµΩ"
_CORE: Final = (
    rf"(?:1/min|/min|/s(?:ec)?(?![{_LETTERS}])|/K(?![{_LETTERS}])|/° ?C(?![{_LETTERS}])"
    rf"|/cm[23²³](?![0-9])|I/Os?(?![{_LETTERS}])|° ?[CF](?![{_LETTERS}])|°|[%‰]|\""
    rf"|(?i:arc[- ]?(?:sec|min)(?:s|onds?|utes?)?)(?![{_LETTERS}])|(?:seconde|minute)s? d['’]arc"
    rf"|(?:[Nn]-[Mm]|(?:[Oo]hm|OHM|Ω)-(?:cm|CM))(?![{_LETTERS}])"
    rf"|[{_LETTERS}]{{1,20}}+(?![{_LETTERS}]))"
)
_SHARE: Final = r"(?:wt|vol|at|mol|mass|gew|atom|ma|w|v|m)\.?(?:-| )?%"  # 12 wt.-%
_PRODUCT: Final = (  # below a fraction line: lb/lbf-h, W/(m·K)
    rf"(?:[{_LETTERS}]{{1,4}}+[23²³]?[·⋅*. -](?:hr?|s|K|Hz|sr|°C)(?![{_LETTERS}0-9]))"
)
_SYMBOL: Final = (
    rf"(?P<core>(?i:{_SHARE})|{_CORE})(?:(?P<si> ?\([Ss][Ii]\))|(?P<power>\^?[23²³](?![0-9]))"
    r"|(?P<inverse>⁻[¹²³]|\^-[123]|(?<=[nsmhNSMH])-[123](?![0-9A-Za-z.,/]| ?[A-Za-zµ°%]))"
    rf")?(?P<more>[·⋅∙•.]{_CORE}(?:\^?[23²³](?![0-9]))?)?"
    rf"(?P<tail>(?:/(?:(?:√|[Ss][Qq][Rr][Tt])\([{_LETTERS}]{{1,6}}+\)|\({_PRODUCT}\)"
    rf"|{_PRODUCT}|(?:√|[Ss][Qq][Rr][Tt] ?|[Rr][Tt]-)?(?:[{_LETTERS}]{{1,12}}+|°)"
    r"(?:\^?[23²³](?![0-9]))?)){0,2})"
)
_TOKEN: Final = re.compile(_SYMBOL)
_NEXT: Final = re.compile("[ -]" + _SYMBOL)
_SHORT: Final = re.compile(rf"(?![VWJ])[{_LETTERS}](?![{_LETTERS}])")  # ISO 2768-m
_GRADES: Final = re.compile(  # of steel: 316L, 440C
    r"(?:30[1-9]|31[0-9]|32[19]|347|40[59]|410|4[23]0|440|90[14])[LCHSFNAB](?![A-Za-z]|/(?:min|h|s|m))"
)
_QUALIFIED: Final = 4  # words that may stand between a number and what it counts
_SPANS: Final = frozenset(["yr", "year", "years", "month", "mo"])  # 80 µg/yr is a drift of 80 µg
_DOTS: Final = re.compile("[·⋅*. -]")
_ROOT: Final = re.compile(r"√\(?|sqrt\(?|rt-?(?=h)", re.IGNORECASE)
# Units that capitals or sloppy case leave clear; every spelling of four letters and more is too.
_SLOPPY: Final = """
nm µm um mm cm km Hz kHz MHz GHz THz kW GW kPa hPa MPa GPa kV kN kg lb lbs oz ft ksi psi dB dBm dBW
dBi dBc rpm fps bps kbps Mbps Gbps Tbps sps ksps Msps Gsps ppm ppb GB MB TB Gb Mb ml cc ns nF bit
uF µF pF nH uH µH mA µA uA kA nA uL µL mL mV µV uV mW µW uW mJ kJ µJ uJ Bq kBq GBq TBq MBq Gy kGy
MGy Ci mCi uCi deg kVA MVA VA Wh kWh MWh eV keV MeV GeV hp kn kt kts mph TPP min ms µs us ps fs rad
krad mrad µrad urad gal atm cP cSt Nm sec hr hrs pct MP px day kgf N/mm2 TOPS Ah mAh tex msi bar
lm ohm GbE inch feet
"""
_SINGLE: Final = {"M": "m", "S": "s", "H": "h", "G": "g", "L": "L", "K": "K", "Y": "a", "YR": "a"}


def _sloppy() -> dict[str, Unit]:
    table: dict[str, Unit] = {}
    for spelling, unit in UNITS.items():
        if len(spelling) >= 4:
            table.setdefault(spelling.casefold(), unit)
    table |= {spelling.casefold(): unit for spelling, unit in COUNTED.items()}
    return table | {name.casefold(): UNITS[name] for name in _SLOPPY.split() if name in UNITS}


_CASELESS: Final = _sloppy()


@dataclass(frozen=True, slots=True)
class Found:
    """A unit, and the place where its spelling ends."""

    unit: Unit
    end: int


def read_unit(text: Text, number: Number) -> Found | None:
    """The unit that stands behind a number, or None."""
    body, at = text.body, number.end
    if body.startswith("+ ", at):  # 800+ KSI
        at += 1
    gap = at
    while at < gap + 2 and body.startswith(" ", at):
        at += 1
    hyphen = at == gap and body.startswith("-", at)
    at += hyphen
    if at >= len(body) or (hyphen and _SHORT.match(body, at)):
        return None
    if body[at] >= "\u2e80":
        found = _east_asian(body, at, number)
    elif number.spelled:
        return None
    else:
        found = _latin(text, number, at, glued=at == number.end, hyphen=hyphen)
    if found is None:
        return None
    return Found(*with_ratio(body, number.start, found.unit, found.end))


def _east_asian(body: str, at: int, number: Number) -> Found | None:
    timed = every(body, number.start, at) if number.start else None
    if timed is not None:
        return Found(*timed)
    for word, unit in EAST_ASIAN.get(body[at], ()):
        if body.startswith(word, at):
            if unit is None or not _plausible(word, number, body):
                return None
            return Found(unit, at + len(word))
    return None


_AFTER_MINUTES: Final = frozenset("。、以でまのをかも")
_SMALL: Final = frozenset("年位路式基本寸节天")  # never behind great numbers
_NOT_SPELLED: Final = frozenset("位路式基本架节年天把分")  # 三位 are persons, 一把 a handful


def _plausible(word: str, number: Number, body: str) -> bool:
    """Whether a word of one character is meant as a unit here: `2025年` is a date."""
    if word in _SMALL:
        limit = 150 if word == "年" else 1000
        if not number.digits.isdigit() or float(number.digits) >= limit:
            return False
    if number.spelled and word in _NOT_SPELLED:
        return False
    if word == "分":
        following = body[number.end + 1 : number.end + 2]
        return following < "\u3000" or following in _AFTER_MINUTES
    return not (number.start > 0 and body[number.start - 1] == "第")


def _latin(text: Text, number: Number, at: int, *, glued: bool, hyphen: bool) -> Found | None:
    body = text.body
    if glued and number.whole and _GRADES.match(body, number.start):
        return None
    match = _TOKEN.match(body, at)
    for _ in range(_QUALIFIED):
        if match is None or match["core"].casefold() not in QUALIFIERS:
            break
        match = _NEXT.match(body, match.end("core"))
    if match is None:
        return None
    core, tail = match.group("core", "tail")
    known = _whole(core + tail) if tail else None
    if known is not None and match.end("core") == match.start("tail"):
        return _checked(body, match, known, match.end())
    if core in UNCLEAR or core.casefold() in UNCLEAR:
        place = Place(text, number, match, glued=glued, hyphen=hyphen)
        return _checked(body, match, *_unclear(place, core))
    rate = rate_of(body, core, match.end("core"))
    if rate is not None:
        return Found(*rate)
    unit, length = resolve(core, *match.group("power", "inverse", "more", "tail"))
    return _checked(body, match, unit, match.end() - length)


def _whole(name: str) -> Unit | None:
    """The unit of a ratio that stands in the table as such: `U/min`, `dBc/Hz`."""
    return UNITS.get(name) or _CASELESS.get(name.casefold())


def _unclear(place: Place, core: str) -> tuple[Unit | None, int]:
    """The unit that the topic decides; with a ratio behind it, the ratio."""
    match = place.match
    rule = UNCLEAR.get(core) or UNCLEAR[core.casefold()]
    name = rule(place)
    if name is None:
        return None, match.end()
    if name == "!":  # the rule leaves it to the table
        name = core
    parts = match.group("power", "inverse", "more", "tail")
    unit, length = resolve(name, *parts)
    return unit, match.end("tail") - length


def _checked(body: str, match: re.Match[str], unit: Unit | None, end: int) -> Found | None:
    """A unit must end at the border of a word, and `W/` is short for `with`."""
    if unit is None:
        return None
    after = body[end : end + 2]
    if after[:1].isascii() and (after[:1].isdigit() or after[:1] == "_") and match["core"] != "V":
        return None  # but 12V3A
    if after[:1] == "-" and after[1:].isupper() and match["core"] in {"W", "J", "L", "V", "h"}:
        return None  # 95W-NiFe
    if after == "/(":
        return None
    if after[:1] == "/" and match["core"] in {"W", "w"} and (after[1:] in {" ", "", "O"}):
        return None
    return Found(unit, end)


@lru_cache(maxsize=4096)
def resolve(
    core: str,
    power: str | None = None,
    inverse: str | None = None,
    more: str | None = None,
    tail: str | None = None,
) -> tuple[Unit | None, int]:
    """The unit of a symbol with what follows it, and how much of the end is no part of it.

    `kg/drum` is a unit of mass, and the drum is left out; `pT/√Hz` is one unit.
    """
    if inverse is not None:
        return _inverse(core, inverse), len(tail or "") + len(more or "")
    head = _atom(core)
    if head is None:
        return None, 0
    if power and head.symbol == "V":  # 12V3A
        return head, len(power) + len(more or "") + len(tail or "")
    if power and head.si not in {"m", "s"} and head.symbol != "Nm":  # Nm3: normal cubic metres
        return None, 0
    symbol = head.symbol + (power or "").strip("^")
    product = _product(more)
    if product is None:
        tail, more, unused = None, None, len(tail or "") + len(more or "")
    else:
        unused = 0
    tails = re.findall("/[^/]+", tail or "")
    for count in range(len(tails), -1, -1):
        parts = [_below(each) for each in tails[:count]]
        if None in parts:
            continue
        joined = symbol + (product or "") + "".join(f"/{part}" for part in parts)
        unit = head if joined == head.symbol else unit_named(joined)
        if unit is not None:
            return unit, unused + sum(map(len, tails[count:]))
    return None, 0


def _product(more: str | None) -> str | None:
    """The second factor in the spelling of the table, or None for a word."""
    if not more:
        return ""
    match = re.fullmatch(r"[·⋅∙•.](.+?)\^?([23²³])?", more)
    other = _atom(match[1]) if match else None
    return f"·{other.symbol}{match[2] or ''}" if match and other else None


def _inverse(core: str, inverse: str) -> Unit | None:
    """`min-1` is a rotation speed, `cm-1` a wave number."""
    power = inverse.translate(str.maketrans("¹²³", "123"))[-1]
    below = _atom(core) or (unit_named(_SINGLE[core]) if core in _SINGLE else None)
    if below is None:
        return None
    if below.symbol == "min" and power == "1":
        return UNITS["rpm"]
    return unit_named(f"1/{below.symbol}{power if power != '1' else ''}")


def _below(tail: str) -> str | None:
    """What stands below a fraction line in the spelling of the table, or None for a word."""
    name = tail[1:].strip("()")
    first, *others = _DOTS.split(name)
    if others and _ROOT.match(name) is None and name not in UNITS:
        parts = [_below(f"/{each}") for each in (first, *others)]
        return None if None in parts else "·".join(filter(None, parts))
    root = _ROOT.match(name)
    name = name[root.end() :] if root else name
    stem = name.rstrip("^23²³")
    power = name[len(stem) :].strip("^")
    if stem.casefold() in _SPANS:
        return None
    if stem == "mK":  # below a fraction line no millikelvin: W/mK
        return "m·K"
    known = unit_named(_SINGLE[stem]) if stem in _SINGLE else _atom(stem)
    if known is None or known.si == "count":
        return None
    return ("√" if root else "") + known.symbol + power


def _atom(name: str) -> Unit | None:
    plain = "%" if name.endswith("%") else name.replace("° ", "°")
    if plain[:3].casefold() == "arc":
        plain = plain.replace(" ", "").replace("-", "")
    return UNITS.get(plain) or COUNTED.get(plain) or _CASELESS.get(plain.casefold())
