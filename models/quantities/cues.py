"""What a figure speaks of: words in five languages, and units that leave no choice."""

import re
from typing import Final

from dualuse.models.facts.gazetteer import Gazetteer
from dualuse.models.quantities.device_words import DEVICES
from dualuse.models.quantities.matter_words import MATTER, OTHER
from dualuse.models.quantities.signal_words import SIGNALS
from dualuse.models.quantities.vehicle_words import VEHICLES

_VOCABULARY: Final = SIGNALS + MATTER + DEVICES + VEHICLES


def _rows(table: str) -> list[tuple[str, frozenset[str], list[str]]]:
    made = []
    for line in table.strip("\n").splitlines():
        parameter, units, words = (part.strip() for part in line.split(";"))
        made.append((parameter, frozenset(units.split()), words.split("|")))
    return made


def _by_word() -> dict[str, list[tuple[str | None, frozenset[str]]]]:
    words: dict[str, list[tuple[str | None, frozenset[str]]]] = {}
    for parameter, units, spelled in _rows(_VOCABULARY + OTHER):
        for word in spelled:
            words.setdefault(word.lower(), []).append((parameter or None, units))
    return words


PARAMETERS: Final = tuple(dict.fromkeys(parameter for parameter, _, _ in _rows(_VOCABULARY)))
"""The closed vocabulary of parameters."""

MEANINGS: Final = _by_word()
"""For each word, in small letters: the parameters it can name (None: something else), by unit."""

WORDS: Final = Gazetteer(((word, word) for word in MEANINGS), ignore_case=True)
"""Finds the words in a text."""

# Symbols first, then base units, whose figures speak of one thing where no word says otherwise.
BY_SYMBOL: Final = {
    "fps": "frame rate",
    "axes": "axes",
    "qubits": "quantum bits",
    "pixels": "pixel count",
    "pixel": "pixel count",
    "px": "pixel count",
    "Mpixel": "pixel count",
    "Mpixels": "pixel count",
    "megapixel": "pixel count",
    "MPx": "pixel count",
    "Mpx": "pixel count",
    "I/O": "I/O count",
    "I/Os": "I/O count",
    "pieces": "quantity",
    "channels": "channels",
    "nmi/h": "position error",
    "QAM": "modulation order",
    "pulses/s": "repetition rate",
    "signatures/s": "signature rate",
    "rpm": "rotation speed",
    "krpm": "rotation speed",
    "bit": "bits",
    "dBm": "output power",
}
BY_UNIT: Final = {
    "Hz": "frequency",
    "samples/s": "sampling rate",
    "bit/s": "data rate",
    "bit": "capacity",
    "B": "capacity",
    "dBc/Hz": "phase noise",
    "TPP": "total processing performance",
    "TPP/mm2": "performance density",
    "WT": "adjusted peak performance",
    "OPS": "processing performance",
    "FLOPS": "processing speed",
    "kg/m3": "density",
    "kg": "mass",
    "m3": "volume",
    "m2": "area",
    "K": "temperature",
    "Pa": "pressure",
    "m3/s": "flow rate",
    "Pa·m3/s": "leak rate",
    "m/s": "speed",
    "Mach": "speed",
    "m/s2": "acceleration",
    "N": "force",
    "Nm": "torque",
    "rad/√s": "angular random walk",
    "V": "voltage",
    "A": "current",
    "F": "capacitance",
    "H": "inductance",
    "Bq": "activity",
    "Gy": "dose",
    "u": "ion mass",
}
"""The parameter of a base unit, used where no word in the clause names another."""

ADJACENT: Final = {
    "Ø": ("diameter", "m"),
    "径": ("diameter", "m"),
    "徑": ("diameter", "m"),
    "厚": ("thickness", "m"),
    "宽": ("width", "m"),
    "寬": ("width", "m"),
    "幅": ("width", "m"),
    "长": ("length", "m"),
    "長": ("length", "m"),
    "深": ("depth", "m"),
    "重": ("mass", "kg"),
}
"""Single characters that name the figure directly behind them, with the base unit they ask for."""

PLAUSIBLE: Final = {
    ("pixel pitch", "m"): (1e-7, 1e-3),
    ("particle size", "m"): (1e-10, 0.1),
    ("shutter speed", "s"): (0.0, 1e4),
    ("bandwidth", "m"): (0.0, 1e-5),
    ("altitude", "m"): (30.0, 1e9),
    ("range", "m"): (0.5, 1e9),
    ("rotation speed", "Hz"): (0.0, 1e5),
    ("input frequency", "Hz"): (0.0, 1e3),
}
"""Beyond these a word such as `pitch` or 高度 means something else."""

BORDERS: Final = re.compile(r"[;。、!?|\n•]|,(?![0-9])|\.(?= |$)| [/-] | {3}")
"""Where a clause ends; brackets do not end it: `repeatability (ISO 230-2) 0.8 µm`."""
