from collections.abc import Callable

import pytest

from dualuse.models.quantities.numerals import decimal_mark, find_numerals

INF = float("inf")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.5 bar", 1.5e5, "Pa"),
        ("1,5 bar", 1.5e5, "Pa"),
        (".5 mm", 0.0005, "m"),
        ("1,950 MPa", 1.95e9, "Pa"),
        ("1 950 MPa", 1.95e9, "Pa"),
        ("1\u202f950 MPa", 1.95e9, "Pa"),
        ("1.950 MPa", 1.95e9, "Pa"),
        ("1'950 MPa", 1.95e9, "Pa"),
        ("1,234,567 kg", 1234567.0, "kg"),
        ("1.234.567 kg", 1234567.0, "kg"),
        ("1,234.5 kg", 1234.5, "kg"),
        ("1.234,5 kg", 1234.5, "kg"),
        ("15.000 t", 1.5e7, "kg"),
        ("0.950 mm", 0.00095, "m"),
        ("0,950 mm", 0.00095, "m"),
        ("1.550 µm", 1.55e-6, "m"),
        ("1,550 µm", 1.55e-6, "m"),
        ("1,064 nm", 1.064e-6, "m"),
        ("1.064 nm", 1.064e-6, "m"),
        ("15.875mm", 0.015875, "m"),
        ("1,575 GHz", 1.575e9, "Hz"),
        ("12.000 pcs", 12000.0, "count"),
        ("99,999 %", 0.99999, "1"),
        ("6.7×10-3 Pa", 0.0067, "Pa"),
        ("6.7x10^-3 Pa", 0.0067, "Pa"),
        ("6,67E-3 Pa", 0.00667, "Pa"),
        ("6.67E-3Pa", 0.00667, "Pa"),
        ("5 × 10⁻³ Pa", 0.005, "Pa"),
        ("5·10⁴ Pa", 5e4, "Pa"),
        ("10⁻³ Pa", 1e-3, "Pa"),
        ("10-3 Pa", 1e-3, "Pa"),
        ("10^-3 Pa", 1e-3, "Pa"),
        ("1e6 Hz", 1e6, "Hz"),
        ("５０ｋｇ", 50.0, "kg"),
        ("１．５ｋｇ", 1.5, "kg"),
        ("1万台", 10000.0, "count"),
        ("3億画素", 3e8, "count"),
        ("510万画素", 5.1e6, "count"),
        ("五軸", 5.0, "count"),
        ("三百公里", 3e5, "m"),
        ("两千米", 2000.0, "m"),
        ("十二位ビット", None, ""),
        ("百万千瓦", 1e9, "W"),
        ("5千瓦", 5000.0, "W"),
        ("2 million pixels", 2e6, "count"),
    ],
)
def test_numbers(found: Callable[[str], list], text: str, value: float | None, unit: str):
    if value is None:
        assert found(text) == []
        return
    ((_, low, high, si),) = found(text)
    assert (low, high, si) == (value, value, unit)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wandstärke 0,25 mm, Länge 1.234 kg", 1234.0),
        ("wall 0.25 mm, length 1,234 kg", 1234.0),
        ("Wandstärke 0,25 mm, Masse 1,234 kg", 1.234),
        ("wall 0.25 mm, mass 1.234 kg", 1.234),
    ],
)
def test_other_figures_show_which_sign_marks_decimals(
    found: Callable[[str], list], text: str, value: float
):
    assert found(text)[-1][1:3] == (value, value)


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("0,25 mm", ","),
        ("0.25 mm", "."),
        ("0,25 und 0.25", None),
        ("1,250 mm", None),
        ("5", None),
        ("2.000 bar, S7 V1.5", None),
        ("1.200 bar, Bluetooth 5.0", None),
        ("1.064 nm USB 2.0", None),
        ("Edelstahl 1.4404, 1.200 bar", None),
        ("rev. B 0.5 mm", "."),
    ],
)
def test_decimal_marks(text: str, mark: str | None):
    assert decimal_mark(text) == mark


@pytest.mark.parametrize(
    "text",
    ["9" * 400 + " kg", "1e999 kg", "1×10^999 kg", "1E-999 kg", "5^3 kg", "7⁵ kg", "1.2.3 mm"],
)
def test_what_is_no_figure(found: Callable[[str], list], text: str):
    assert found(text) == []


def test_numbers_beyond_measure_are_left_out():
    assert list(find_numerals("9" * 30)) == []
    assert [number.digits for number in find_numerals("7 and 1e90 and 8")] == ["7", "8"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("maraging 250 100 ksi", ["250", "100"]),
        ("diode 808 500 mW", ["808", "500"]),
        ("250 000 h", ["250 000"]),
        ("20 000 W", ["20 000"]),
        ("1 950 000 m", ["1 950 000"]),
        ("0...100 bar", ["0", "100"]),
        ("0..5 kPa", ["0", "5"]),
        ("1億2000万画素", ["120000000"]),
    ],
)
def test_where_one_number_ends_and_the_next_begins(text: str, digits: list[str]):
    assert [number.digits for number in find_numerals(text)] == digits
