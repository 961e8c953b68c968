"""What holds for any text: places, order, finite values, a round trip, and linear time."""

import math
import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualuse.models.quantities.find import find_quantities
from dualuse.models.quantities.records import Quantity
from dualuse.models.quantities.units import UNITS, to_si

_PIECES = """
5 0.6 1,5 1,950 10 640 × x 512 ± +/- -40 …~ – ≤ ＜ max. up to bis 五 三百 万 億 1e5 ×10-3 10⁻³ ( )
/ √h °C ℃ ㎛ ㎏ kg mm µm GHz MW g G M N T 軸 位 ビット ﾋﾞｯﾄ 台 laser cable repeatability 推力 , . ;
。 、 ３０ kＷ bits 6N5 M² TPP A2-70 rpm min-1 wt.% Å 以上 以下
"""
_CLEAR = """
nm µm mm cm km kHz MHz GHz kW dB dBm mJ ms µs ns min °C MPa GPa kPa mbar bar Torr psi ksi kN Nm kg
lb ml m3 cm3 m3/h L/min g/cm3 kg/m3 % ppm ppb mrad µrad arcsec °/h °/s °/√h m/s km/h m/s2 rpm kV
mV kA mA µF nF pF nH µH Bq GBq Ci Gy bit Mbit/s Gbit/s MSPS GSPS GB WT GFLOPS TOPS TPP TPP/mm2 kVA
W/cm2 pT/√Hz
"""


def stated(text: str) -> list[Quantity]:
    """The quantities without those that follow from them and share their place."""
    first = {(each.start, each.end): each for each in reversed(find_quantities(text))}
    return sorted(first.values(), key=lambda each: each.start)


def faults_of(text: str) -> list[Quantity]:
    """The quantities that overlap, are not in their place, or have no range."""
    found = stated(text)
    ends = [0, *(quantity.end for quantity in found)]
    return [
        quantity
        for quantity, before in zip(found, ends, strict=False)
        if not before <= quantity.start < quantity.end <= len(text)
        or quantity.text != text[quantity.start : quantity.end]
        or not quantity.low <= quantity.high
        or not (math.isfinite(quantity.low) or math.isfinite(quantity.high))
    ]


@given(st.text())
@example("5㎛㎏")
@example("5ｶﾞ")
@example("İ max 5 kg")
@example("1e300 kg")
@example("９" * 400)
def test_any_text(text: str):
    assert faults_of(text) == []


@given(st.lists(st.sampled_from(_PIECES.split()), max_size=14), st.sampled_from(["", " "]))
def test_any_sequence_of_the_grammar(pieces: list[str], gap: str):
    assert faults_of(gap.join(pieces)) == []


def the_one(text: str, unit: str) -> Quantity:
    """The one figure of a text; dBm alone is told in watts, too."""
    found, *derived = find_quantities(text)
    assert {each.unit for each in derived} <= ({"W"} if unit == "dBm" else set())
    return found


@pytest.mark.parametrize("unit", _CLEAR.split())
@given(st.integers(1, 999_999), st.integers(0, 2), st.sampled_from(["", " "]))
def test_round_trip(unit: str, digits: int, places: int, gap: str):
    value = digits / 10**places
    text = f"part of {value:.{places}f}{gap}{unit} here"
    quantity = the_one(text, unit)
    assert (quantity.low, quantity.unit) == to_si(value, unit)
    assert quantity.high == quantity.low
    assert quantity.text == f"{value:.{places}f}{gap}{unit}"


@pytest.mark.parametrize("unit", sorted(set(UNITS) & set(_CLEAR.split())))
def test_wide_letters_read_alike(unit: str):
    wide = "".join(chr(ord(letter) + 0xFEE0) if "!" <= letter <= "~" else letter for letter in unit)
    quantity = the_one(f"約２５{wide}。", unit)
    assert (quantity.low, quantity.unit) == to_si(25, unit)


_HOSTILE = (
    "9|1e|±|1x|(|[(|９|1,|1.|1'|1 |1-|1/|1±|十|1 000 |a5|10⁻|1~2|℃|5㎛|ｶﾞ|5m/|5m·|5°|5 kg |5万|W/"
    "|640×512 |5/√|max |5 simultaneous |repeatability |1 mm ± 1 |5 m to |1.2.3|1e9|aaaaaaaa|5 g |5-"
    "|X5 Y5 |X5|DN5|λ/5|5 kg per |5 kg H per h |毎秒5回|每小时|5/(m·|5 W/m-|TPP (a) |NA 1|5 arc "
    "|0.6 + L/600 µm |bearing ABEC-9 5 mm|5 % Hf |5 % impurity but |380 V 50 Hz |valve 1 1/2 in "
)
_SIZE = 100_000


@pytest.mark.parametrize("piece", _HOSTILE.split("|"))
def test_hostile_texts_take_linear_time(piece: str):
    text = (piece * (_SIZE // len(piece) + 1))[:_SIZE]
    started = time.process_time()
    assert faults_of(text) == []
    assert time.process_time() - started < 2.5  # a quadratic reading takes minutes


@pytest.mark.parametrize("piece", ["9", "1e", "±", "1x", "((", "９"])
def test_a_million_characters(piece: str):
    text = piece * (1_000_000 // len(piece))
    started = time.process_time()
    find_quantities(text)
    assert time.process_time() - started < 6


def test_short_texts_are_read_fast():
    text = "重复定位精度≤0.8μm 主轴42,000rpm 5轴联动 IC ADC 14BIT 310MSPS"
    started = time.process_time()
    for _ in range(500):
        find_quantities(text)
    assert time.process_time() - started < 1.5  # 8,000 a second are the aim; this holds when busy
