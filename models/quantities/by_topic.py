"""What figures speak of in a text about lasers, cameras, fibres or powders, without a word."""

from collections.abc import Callable
from typing import Final

from dualuse.models.quantities.figures import Figure
from dualuse.models.quantities.topics import Text

_LEAST_RANGE: Final = 0.17  # rad/s, some 10 degrees

Rule = Callable[[Text, Figure, bool], str | None]


def by_topic(text: Text, figure: Figure, *, image: bool) -> str | None:
    """The parameter of a figure that the subject of its text leaves no doubt about, or None.

    `image` says whether the text names the pixels of an image.
    """
    rule = _RULES.get(figure.unit.si)
    return rule(text, figure, image) if rule else None


def _hertz(text: Text, figure: Figure, image: bool) -> str | None:
    if figure.high <= 2000 and (image or text.about("camera")):
        return "frame rate"
    if figure.high <= 1e9 and text.about("laser") and not text.about("lidar"):
        return "repetition rate"
    return None


def _metres(text: Text, figure: Figure, image: bool) -> str | None:
    exact = figure.low == figure.high
    if image and exact and 2e-6 <= figure.low <= 60e-6:
        return "pixel pitch"
    light = figure.unit.symbol == "nm" or not exact or _is_line(text, figure)
    if light and figure.low >= 1e-7 and figure.high <= 2e-5 and text.about("optics"):
        return "wavelength"
    if figure.unit.symbol == "in" and text.about("valve"):
        return "diameter"
    if figure.high <= 1e-3 and text.about("powder"):
        return "particle size"
    return None


def _is_line(text: Text, figure: Figure) -> bool:
    """Whether an exact figure in micrometres can be the line of a laser: 10.6 µm, 2.05 µm."""
    micrometres = round(figure.low * 1e6, 6)
    return micrometres % 1 != 0 and text.about("laser") and not text.about("lidar")


def _pascals(text: Text, figure: Figure, _image: bool) -> str | None:
    if figure.low < 1e9 or not text.about("carbon"):
        return None
    return "modulus" if figure.low >= 4e10 else "tensile strength"


def _densities(_text: Text, figure: Figure, _image: bool) -> str | None:
    return "concentration" if figure.high < 0.1 else None


def _shares(_text: Text, figure: Figure, _image: bool) -> str | None:
    return "purity" if figure.low >= 0.95 and figure.low < 1 and figure.unit.symbol == "%" else None


def _turns(text: Text, figure: Figure, _image: bool) -> str | None:
    """The range of a gyroscope: its drift is thousands of times less than a degree a second."""
    return "angular rate" if figure.high >= _LEAST_RANGE and text.about("accelerometer") else None


def _laser(parameter: str, most: float) -> Rule:
    def rule(text: Text, figure: Figure, _image: bool) -> str | None:
        return parameter if figure.high <= most and text.about("laser") else None

    return rule


_RULES: Final[dict[str, Rule]] = {
    "Hz": _hertz,
    "m": _metres,
    "Pa": _pascals,
    "1": _shares,
    "kg/m3": _densities,
    "rad/s": _turns,
    "s": _laser("pulse duration", 1e-3),
    "J": _laser("pulse energy", 1e4),
    "W": _laser("output power", 1e6),
}
