from collections.abc import Callable

import pytest

from dualuse.models.quantities.find import find_quantities

INF = float("inf")


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("10–20 GHz", 1e10, 2e10),
        ("10-20 GHz", 1e10, 2e10),
        ("10~20 GHz", 1e10, 2e10),
        ("10 to 20 GHz", 1e10, 2e10),
        ("10 bis 20 GHz", 1e10, 2e10),
        ("de 10 à 20 GHz", 1e10, 2e10),
        ("从10到20 GHz", 1e10, 2e10),
        ("10至20GHz", 1e10, 2e10),
        ("10から20GHz", 1e10, 2e10),
        ("10～20ＧＨｚ", 1e10, 2e10),
        ("10 GHz to 20 GHz", 1e10, 2e10),
        ("9 kHz – 26.5 GHz", 9e3, 2.65e10),
        ("9KHZ-26.5GHZ", 9e3, 2.65e10),
        ("20-10 GHz", 1e10, 2e10),
        ("between 10 and 20 GHz", 1e10, 2e10),
        ("zwischen 10 und 20 GHz", 1e10, 2e10),
        ("entre 10 et 20 GHz", 1e10, 2e10),
        ("DC-40 GHz", 0, 4e10),
        ("DC bis 6 GHz", 0, 6e9),
        ("up to 60 Hz", 0, 60),
        ("max. 60 Hz", 0, 60),
        ("60 Hz max", 0, 60),
        ("less than 60 Hz", 0, 60),
        ("<60 Hz", 0, 60),
        ("≤ 60 Hz", 0, 60),
        ("＜60Hz", 0, 60),
        ("bis zu 60 Hz", 0, 60),
        ("höchstens 60 Hz", 0, 60),
        ("jusqu'à 60 Hz", 0, 60),
        ("jusqu’à 60 Hz", 0, 60),
        ("moins de 60 Hz", 0, 60),
        ("不超过60Hz", 0, 60),
        ("不大于60Hz", 0, 60),
        ("60Hz以下", 0, 60),
        ("60Hz未満", 0, 60),
        ("60Hzまで", 0, 60),
        ("最大60Hz", 0, 60),
        ("min. 60 Hz", 60, INF),
        ("60 Hz min", 60, INF),
        ("at least 60 Hz", 60, INF),
        ("more than 60 Hz", 60, INF),
        ("not less than 60 Hz", 60, INF),
        ("≥60 Hz", 60, INF),
        (">60Hz", 60, INF),
        ("mindestens 60 Hz", 60, INF),
        ("über 60 Hz", 60, INF),
        ("au moins 60 Hz", 60, INF),
        ("plus de 60 Hz", 60, INF),
        ("不低于60Hz", 60, INF),
        ("不小于60Hz", 60, INF),
        ("大于60Hz", 60, INF),
        ("60Hz以上", 60, INF),
        ("60Hz或以上", 60, INF),
        ("60 Hz or more", 60, INF),
        ("800+ Hz", 800, INF),
    ],
)
def test_ranges_and_bounds(found: Callable[[str], list], text: str, low: float, high: float):
    ((_, *values, unit),) = found(text)
    assert (*values, unit) == (low, high, "Hz")


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("-40 to +85 °C", 233.15, 358.15, "K"),
        ("-40/+85C", 233.15, 358.15, "K"),
        ("−70…+180 °C", 203.15, 453.15, "K"),
        ("-55℃～+85℃", 218.15, 358.15, "K"),
        ("chilled to -70 °C", 203.15, 203.15, "K"),
        ("- 18.6 t", 18600, 18600, "kg"),
        ("-107 dBc/Hz", -107, -107, "dBc/Hz"),
        ("max. -20 dB", -INF, -20, "dB"),
        ("-45/+20 µm", 2e-5, 4.5e-5, "m"),
        ("±0.5 °C", 0.5, 0.5, "K"),
    ],
)
def test_signs(found: Callable[[str], list], text: str, low: float, high: float, unit: str):
    ((_, *values),) = found(text)
    assert values == [low, high, unit]


@pytest.mark.parametrize(
    ("text", "value", "whole"),
    [
        ("±1.1 µm", 1.1e-6, "±1.1 µm"),
        ("+/-1.1 µm", 1.1e-6, "+/-1.1 µm"),
        ("+-1.1 µm", 1.1e-6, "+-1.1 µm"),
        ("1.1 µm ±0.2", 1.1e-6, "1.1 µm ±0.2"),
        ("1.1 µm ±0.2 µm", 1.1e-6, "1.1 µm ±0.2 µm"),
        ("1.1±0.2 µm", 1.1e-6, "1.1±0.2 µm"),
        ("1.1 µm ± 5 %", 1.1e-6, "1.1 µm ± 5 %"),
    ],
)
def test_accuracies_and_tolerances(text: str, value: float, whole: str):
    (quantity,) = find_quantities(text)
    assert (quantity.low, quantity.high, quantity.text) == (value, value, whole)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("300x200x100 mm", [0.3, 0.2, 0.1]),
        ("300 × 200 × 100 mm", [0.3, 0.2, 0.1]),
        ("300*200*100毫米", [0.3, 0.2, 0.1]),
        ("20X20X10MM", [0.02, 0.02, 0.01]),
        ("540 x 540 x 1,850 mm", [0.54, 0.54, 1.85]),
        ("3 × 2 m", [3.0, 2.0]),
    ],
)
def test_sizes_share_their_unit(found: Callable[[str], list], text: str, values: list[float]):
    assert found(text) == [(None, value, value, "m") for value in values]


@pytest.mark.parametrize(
    ("text", "pixels"),
    [
        ("640×512", 327680),
        ("640x512", 327680),
        ("640*512", 327680),
        ("1280 X 1024", 1310720),
        ("1,280 × 1,024", 1310720),
        ("camera 400 x 300", 120000),
        ("640×512 pixels", 327680),
        ("160×120画素", 19200),
        ("800×600像素", 480000),
        ("12 MP", 12e6),
        ("2 megapixels", 2e6),
    ],
)
def test_images(found: Callable[[str], list], text: str, pixels: float):
    assert found(text) == [("pixel count", pixels, pixels, "count")]


@pytest.mark.parametrize(
    "text",
    [
        "STM32F407VGT6",
        "M8X40",
        "A2-70",
        "OEM719",
        "GP-20 ABC-5V",
        "HD-20W 処理銃",
        "IP67 AES-256 RS-485 PN16",
        "4x5 garden table",
        "210 x 110 sheet",
        "AISI 440C and 316L",
        "W-Ni 95W-NiFe",
        "4H-SiC wafer",
        "4G LTE, 5G router",
        "M12 5-pin",
        "ISO 2768-m",
        "40M",
        "2025年度版 第3轴",
        "5轴承 2位置 3米国 6位半",
        "0.8:1",
        "192.168.1.1",
        "1/2000秒",
        "(5)",
        "24T saw blade",
        "128 W/ PSU",
        "7 in stock",
        "3-methyl 2-amino",
        "0.062NA 200H3 up to 3 kb",
        "750V/(m/s)",
        "80G SXM 400G网卡",
        "12_5 kg",
        "no figure",
        "",
    ],
)
def test_no_false_quantities(found: Callable[[str], list], text: str):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2pT/√Hz", [2e-12, "T/√Hz"]),
        ("3dB/km", [0.003, "dB/m"]),
        ("290UA/LM", [0.00029, "A/lm"]),
        ("25KG/箱", [25.0, "kg"]),
        ("25 kg/drum", [25.0, "kg"]),
        ("95PPM/YR", [9.5e-5, "1"]),
        ("15.000 t/a", [1.5e7 / 31557600, "kg/s"]),
        ("5 W/mK", [5.0, "W/(m·K)"]),
        ("50 ohm-cm", [0.5, "ohm·m"]),
        ("5E5/cm²", [5e9, "1/m2"]),
        ("6 Nm3/h", [6 / 3600, "m3/s"]),
        ("60M3/H", [60 / 3600, "m3/s"]),
        ("40 GbE", [4e10, "bit/s"]),
        ("1.6kg.cm", [0.1569064, "Nm"]),
        ("24 000 tr/min", [2513.27412287, "rad/s"]),
        ("16.000 min-1", [1675.51608191, "rad/s"]),
        ("4000 1/min", [418.879020479, "rad/s"]),
        ("180 U/min", [18.8495559215, "rad/s"]),
        ("5·10⁴ cm⁻²", [5e8, "1/m2"]),
        ("5 GS/s", [5e9, "samples/s"]),
        ("2GSA/S", [2e9, "samples/s"]),
        ("8 m²", [8.0, "m2"]),
        ("128KG/M3", [128.0, "kg/m3"]),
        ("1e-9Pa·m3/s", [1e-9, "Pa·m3/s"]),
        ("10kGy(Si)", [1e4, "Gy"]),
        ("12 wt.-%", [0.12, "1"]),
        ("72m3/h)", [0.02, "m3/s"]),
    ],
)
def test_ratios_and_products(found: Callable[[str], list], text: str, expected: list):
    ((_, low, high, unit),) = found(text)
    assert low == high == pytest.approx(expected[0], rel=1e-9)
    assert unit == expected[1]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("488/514 nm", [4.88e-7, 5.14e-7]),
        ("850、1310nm", [8.5e-7, 1.31e-6]),
        ("850 and 1310 nm", [8.5e-7, 1.31e-6]),
        ("travels 500/450/300 mm", [0.5, 0.45, 0.3]),
    ],
)
def test_lists_share_their_unit(found: Callable[[str], list], text: str, values: list[float]):
    assert [low for _, low, _, _ in found(text)] == values


def test_figures_that_touch(found: Callable[[str], list]):
    assert [low for _, low, _, _ in found("28V3A 10MHz")] == [28, 3, 1e7]


def test_text_of_several_figures():
    text = "640×512, 12 µm pitch, <9Hz, 0.35 kg"
    made = find_quantities(text)
    assert [each.text for each in made] == ["640×512", "12 µm", "<9Hz", "0.35 kg"]
    assert [each.parameter for each in made] == ["pixel count", "pixel pitch", "frame rate", "mass"]
