import math

import pytest

from dualuse.models.quantities.find import find_quantities

_HOUR = 3600
_DEGREE = math.pi / 180


@pytest.mark.parametrize(
    ("text", "low", "unit"),
    [
        ("12 kg per hour", 12 / _HOUR, "kg/s"),
        ("90 g NF3 pro Stunde", 0.09 / _HOUR, "kg/s"),
        ("8 m3 par heure", 8 / _HOUR, "m3/s"),
        ("90g/小时", 0.09 / _HOUR, "kg/s"),
        ("每小时6立方米", 6 / _HOUR, "m3/s"),
        ("毎時90g", 0.09 / _HOUR, "kg/s"),
        ("2 degrees per hour", 2 * _DEGREE / _HOUR, "rad/s"),
        ("0.3 deg per root hour", 0.3 * _DEGREE / 60, "rad/√s"),
        ("40 kW per square metre", 40e3, "W/m2"),
        ("6000 revolutions per minute", 200 * math.pi, "rad/s"),
        ("毎分6000回転", 200 * math.pi, "rad/s"),
        ("7 flashes per second", 7, "Hz"),
        ("90 éclairs par minute", 1.5, "Hz"),
        ("毎秒7回", 7, "Hz"),
        ("9000次/秒", 9000, "Hz"),
        ("75,000 signatures/s", 75_000, "Hz"),
        ("0.7 lb/lbf/h", 0.7 * 0.45359237 / 4.4482216152605 / _HOUR, "kg/(N·s)"),
        ("0.7 lb/(lbf·h)", 0.7 * 0.45359237 / 4.4482216152605 / _HOUR, "kg/(N·s)"),
        ("0.7 lb/lbf-hr", 0.7 * 0.45359237 / 4.4482216152605 / _HOUR, "kg/(N·s)"),
        ("0.09 kg/daN/h", 0.009 / _HOUR, "kg/(N·s)"),
        ("230 g/kW·h", 0.23 / 3.6e6, "kg/J"),
        ("90 W/(m·K)", 90, "W/(m·K)"),
        ("90 W/m-K", 90, "W/(m·K)"),
        ("3e-7/K", 3e-7, "1/K"),
        ("4 arc sec", 4 * _DEGREE / _HOUR, "rad"),
        ("4 arc-seconds", 4 * _DEGREE / _HOUR, "rad"),
        ("4 secondes d'arc", 4 * _DEGREE / _HOUR, "rad"),
        ("4 Winkelsekunden", 4 * _DEGREE / _HOUR, "rad"),
        ("1.9 GN/m2", 1.9e9, "Pa"),
        ("35 kN·s", 35e3, "N·s"),
    ],
)
def test_ratios_in_words_and_signs(text: str, low: float, unit: str):
    (quantity,) = find_quantities(text)
    assert quantity.low == pytest.approx(low, rel=1e-9)
    assert (quantity.unit, quantity.high) == (unit, quantity.low)
    assert quantity.end == len(text)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("5 kg per drum", "kg"),
        ("300 J per flash", "J"),
        ("25 kg per year", "kg"),
        ("12 pieces per hour", "count"),
        ("30 mm par défaut", "m"),
        ("24小时时间", "s"),
    ],
)
def test_words_that_divide_nothing(text: str, unit: str):
    assert find_quantities(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("700 single-ended user I/O", 700),
        ("user I/O: 700", 700),
        ("700 user programmable I/Os", 700),
    ],
)
def test_pins_of_a_chip(text: str, value: int):
    (quantity,) = find_quantities(text)
    assert (quantity.parameter, quantity.low) == ("I/O count", value)
