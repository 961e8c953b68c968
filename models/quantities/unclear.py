"""Symbols that mean several things: what the text around them decides."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dualuse.models.quantities.numerals import Number
from dualuse.models.quantities.topics import Text

_MASS: Final = re.compile(r"weigh|mass|gewicht|masse|poids|重|质量|質量|net|目方", re.IGNORECASE)
_RATIO: Final = re.compile(r"[·.]|/(?!yr|year|√|sqrt|rt)", re.IGNORECASE)  # g/cm3, g·mm/kg
_SHOCK: Final = re.compile(r"[ -]?(?:rms|peak|pk|p-p|shock|axial|lateral)", re.IGNORECASE)
_FELT: Final = re.compile(
    r"acc|shock|range|max|up to|under|over|bias|加速度|量程|抗振|冲击|过载|偏|レンジ|衝撃"
    r"|バイアス|[@~-]",
    re.IGNORECASE,
)
_INCH: Final = re.compile(
    r"\s*(?:$|[.,;:)x×/\]]|-|wafer|dia|od\b|id\b|long|wide|thick|bore|pipe|line|tube|disc|display"
    r"|screen|lcd|sch|round|rod|bar\b|ips|tft|touch|panel|telescope|chuck|substrate)",
    re.IGNORECASE,
)
_DEGREES: Final = 400  # no angle has as many, but a furnace has


@dataclass(frozen=True, slots=True)
class Place:
    """A number with the letters behind it, in its text."""

    text: Text
    number: Number
    match: re.Match[str]
    glued: bool
    hyphen: bool

    @property
    def before(self) -> str:
        """The few characters before the number."""
        return self.text.body[max(0, self.number.start - 14) : self.number.start]

    @property
    def after(self) -> str:
        """The few characters behind the letters."""
        end = self.match.end("core")
        return self.text.body[end : end + 14]

    def about(self, *topics: str) -> bool:
        """Whether the text is about any of the topics."""
        return any(self.text.about(topic) for topic in topics)

    @property
    def part_like(self) -> bool:
        """Whether a hyphen and letters follow, as in `4H-SiC`."""
        return self.after[:1] == "-" and self.after[1:2].isalnum()


Rule = Callable[[Place], str | None]


def _never(_place: Place) -> str | None:
    return None


def _when(topic: str, name: str, otherwise: str | None = None) -> Rule:
    def rule(place: Place) -> str | None:
        return name if place.about(topic) else otherwise

    return rule


def _small(topic: str, name: str) -> Rule:
    """In capitals the small unit where the text is about `topic` and no peak is named.

    `5MW` is megawatts, as it is written; but `HENE LASER 5MW`, in a text without small letters,
    is milliwatts, since so great a power of a laser is always called a peak or a pulse.
    """

    def rule(place: Place) -> str | None:
        small = place.text.caps and place.about(topic) and not place.about("peak")
        return name if small else "!"

    return rule


def _gram(scale: str) -> Rule:
    """Grams, or accelerations where the text is about these and no word for mass is near."""

    def rule(place: Place) -> str | None:
        near = place.before
        if place.match["core"] == "G" and _no_gram(place):
            return None
        if _MASS.search(near) or _RATIO.match(place.after):
            return f"{scale}g"
        if near.rstrip().endswith(("±", "+/-", "+-")) or _SHOCK.match(place.after):
            return f"{scale}g0"
        if scale and place.about("accelerometer"):  # a bias of 5 mg; none weighs so little
            return f"{scale}g0"
        if not place.about("acceleration") or ("±" in place.text.body and not _FELT.search(near)):
            return f"{scale}g"
        return f"{scale}g0"

    return rule


def _no_gram(place: Place) -> bool:
    """Whether G stands for a network (`5G`), for gigabytes or in a part number."""
    network = place.glued and place.number.digits in {"2", "3", "4", "5", "6"}
    return (
        place.part_like or place.about("computing") or (network and not place.about("acceleration"))
    )


def _metre(place: Place) -> str | None:
    if place.match["power"] or place.match["tail"]:
        return "m"
    exact = re.fullmatch(r"[0-9][.,][0-9]{1,2}", place.number.digits) is not None  # 1.2M wide
    return "m" if (exact or place.about("length")) and not place.part_like else None


def _kelvin(place: Place) -> str | None:
    if place.part_like or place.match["power"]:
        return None
    if place.glued and "." not in place.number.digits:
        cold = place.before.endswith("@") or place.about("temperature")
        return "K" if cold and not place.about("carbon") else None
    return "K"


def _celsius(place: Place) -> str | None:
    if place.part_like or place.about("battery"):
        return None
    return (
        "°C"
        if (place.number.whole and float(place.number.digits) >= 10) or place.about("temperature")
        else None
    )


def _fahrenheit(place: Place) -> str | None:
    if place.about("capacitor"):
        return "F"
    return "°F" if place.about("temperature") and not place.part_like else None


def _tesla(place: Place) -> str | None:
    if place.about("magnet"):
        return "T"
    return None if place.glued and place.number.whole else "t"  # the teeth of a saw blade


def _henry(place: Place) -> str | None:
    polytype = place.glued and place.number.digits in {"2", "4", "6"}  # of silicon carbide
    if place.match["power"]:
        return None
    if place.about("inductor"):
        return "H"
    return None if place.part_like or polytype else "h"


def _newton(place: Place) -> str | None:
    """One digit and N is the purity of a metal (`6N`, six nines), unless a force is named."""
    digits = place.number.digits
    if place.part_like:
        return None
    nines = place.glued and place.number.whole and len(digits) == 1 and digits not in "01"
    return None if nines and not place.about("force") else "N"


def _inch(place: Place) -> str | None:
    if place.glued or place.hyphen:
        return "in"
    return "in" if _INCH.match(place.after) else None


def _ampere(place: Place) -> str | None:
    return None if place.hyphen or place.part_like else "A"


def _micro(place: Place) -> str | None:
    return "µs" if place.glued else None


def _degrees(place: Place) -> str | None:
    hot = place.number.whole and float(place.number.digits) >= _DEGREES
    if place.match["tail"]:
        return "°"
    if place.match["core"] == "°":
        return "°C" if hot else "°"
    return "°C" if hot or (place.about("temperature") and not place.about("angle")) else "°"


def _mil(place: Place) -> str | None:
    return None if place.about("angle") else "mil"


def _second(place: Place) -> str | None:
    return "arcsec" if place.about("angle") and not place.match["tail"] else "s"


def _dose(place: Place) -> str | None:
    if place.match["tail"].lower().startswith("/s"):
        return "rad/s"
    return "rad" if place.match["si"] or place.about("dose") else None


UNCLEAR: Final[dict[str, Rule]] = {
    "g": _gram(""),
    "G": _gram(""),
    "mg": _gram("m"),
    "MG": _gram("m"),
    "µg": _gram("µ"),
    "ug": _gram("µ"),
    "UG": _gram("µ"),
    "M": _metre,
    "MW": _small("laser", "mW"),
    "MJ": _small("laser", "mJ"),
    "PS": _when("laser", "ps", "PS"),
    "NM": _when("torque", "Nm", "nm"),
    "KN": _when("speed", "kn", "kN"),
    "MA": lambda _place: "mA",
    "S": _never,
    "a": _never,
    "d": _never,
    "u": _when("ions", "u"),
    "b": _never,
    "B": _never,
    "P": _never,
    "D": _never,
    "am": _never,
    "pm": _when("laser", "pm"),
    "fm": _never,
    "dm": _never,
    "as": _never,
    "at": _never,
    "K": _kelvin,
    "C": _celsius,
    "F": _fahrenheit,
    "T": _tesla,
    "H": _henry,
    "N": _newton,
    "A": _ampere,
    "in": _inch,
    "IN": _inch,
    "In": _never,
    "NA": _never,
    "kb": _never,
    "US": _micro,
    "°": _degrees,
    "deg": _degrees,
    "DEG": _degrees,
    "degree": _degrees,
    "degrees": _degrees,
    "mil": _mil,
    "sec": _second,
    "SEC": _second,
    "rad": _dose,
    "RAD": _dose,
    "Rad": _dose,
    "MRAD": _when("dose", "Mrad", "mrad"),
    "den": _never,
    "DEN": _never,
    "an": _never,
    "des": _never,
    "Da": _when("ions", "Da"),
    "po": _never,
}
"""The rule of each unclear symbol: a name of the table, `!` for its plain reading, or None."""
