import datetime as dt

import pytest

from dualuse.corpus.tables.cells import cell_text, encodable, json_text, safe_text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (float("nan"), ""),
        ("007", "007"),
        (0.25, "0.25"),
        (True, "True"),
        (["a", 1, None], "a;1;"),
        ([["a"], 1], '[["a"], 1]'),
        ({"名": 1}, '{"名": 1}'),
        (b"\xff\x00", "ff00"),
        (dt.datetime(2026, 1, 6, 12, tzinfo=dt.UTC), "2026-01-06 12:00:00+00:00"),
        (dt.date(2026, 1, 6), "2026-01-06"),
    ],
)
def test_cell_text(value: object, text: str) -> None:
    assert cell_text(value) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+A1", "-A1", "@SUM", "\tx", "\rx", "\nx", "＝1", "-5+cmd"]
)
def test_formulas_get_an_apostrophe(text: str) -> None:
    assert safe_text(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["", "-5", "+3.2", "1e-3", "-1,234.5", "-.5", "-3%", "a=b", "+1E+9"]
)
def test_figures_and_texts_stay(text: str) -> None:
    assert safe_text(text) == text


def test_json_has_no_nan() -> None:
    value = {"a": [float("nan"), 1.5], "b": dt.date(2026, 1, 6)}
    assert json_text(value) == '{"a": [null, 1.5], "b": "2026-01-06"}'


def test_encodable() -> None:
    assert encodable("é\ud800") == "é\\ud800"
