from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5GHZ", 5e9, "Hz"),
        ("5 Ghz", 5e9, "Hz"),
        ("300 MPA", 3e8, "Pa"),
        ("10KW", 1e4, "W"),
        ("GENERATOR 5MW", 5e6, "W"),
        ("HENE LASER 5MW", 5e-3, "W"),
        ("LASER 5MW PEAK", 5e6, "W"),
        ("HeNe laser 5 MW", 5e6, "W"),
        ("CABLE 40M", 40, "m"),
        ("SONAR DEPTH 40M", 40, "m"),
        ("7,32 M", 7.32, "m"),
        ("bag 500 g", 0.5, "kg"),
        ("accelerometer 16 g", 156.9064, "m/s2"),
        ("±16 g", 156.9064, "m/s2"),
        ("14 g rms", 137.2931, "m/s2"),
        ("accelerometer, weight 16 g", 0.016, "kg"),
        ("加速度計 零偏 80µg", 0.000784532, "m/s2"),
        ("ACCELEROMETER BIAS 80UG/YR", 0.000784532, "m/s2"),
        ("accelerometer bench, residual 6 g·mm/kg", 6e-6, "kg·m/kg"),
        ("約20分", 1200, "s"),
        ("10 µg standard", 1e-8, "kg"),
        ("8.2 T magnet", 8.2, "T"),
        ("gross 78 T", 78000, "kg"),
        ("20.4 MT EACH", 20400, "kg"),
        ("cryocooler 77K", 77, "K"),
        ("80 K", 80, "K"),
        ("HOT TO 850C", 1123.15, "K"),
        ("THERMOMETER 32F", 273.15, "K"),
        ("CAPACITOR 100F", 100, "F"),
        ("MTTF 15000H", 5.4e7, "s"),
        ("CHOKE INDUCTOR 2H", 2, "H"),
        ("thrust 5N", 5, "N"),
        ("100 N", 100, "N"),
        ("tube 10IN", 0.254, "m"),
        ("12 in dia", 0.3048, "m"),
        ('5" disc', 0.127, "m"),
        ("21 Zoll", 0.5334, "m"),
        ("12英寸", 0.3048, "m"),
        ("encoder 30 arc-sec", 0.000145444104333, "rad"),
        ("180 PS Diesel", 132389.775, "W"),
        ("LASER 10PS", 1e-11, "s"),
        ("TORQUE 5NM", 5, "Nm"),
        ("LASER 635NM", 6.35e-7, "m"),
        ("radiation hard to 2 krad", 20, "Gy"),
        ("MINI ROD 5 MRAD", 0.005, "rad"),
        ("kiln to 1280 degrees", 1553.15, "K"),
        ("steps of 90 degrees", 1.57079632679, "rad"),
        ("6N5 gallium", 0.9999995, "1"),
        ("镓 7N", 0.9999999, "1"),
    ],
)
def test_what_the_topic_decides(found: Callable[[str], list], text: str, value: float, unit: str):
    ((_, low, high, si),) = found(text)
    assert (low, high, si) == (pytest.approx(value, rel=1e-9), high, unit)
    assert low == high


@pytest.mark.parametrize(
    "text", ["12K carbon tow", "30C LiPo battery", "6S pack", "2D 3D", "8K video"]
)
def test_letters_that_are_no_unit_here(found: Callable[[str], list], text: str):
    assert found(text) == []
