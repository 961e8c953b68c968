import pytest

from dualuse.models.folding import fold, number


def test_folding_keeps_every_place():
    text = "（２０２６年）ＨＳ：８４　。"
    assert fold(text) == "(2026年)HS:84 。"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("十", 10),
        ("十二", 12),
        ("二十", 20),
        ("三十一", 31),
        ("二〇二六", 2026),
        ("百二十", 120),
        ("元", 1),
        ("x", None),
        ("", None),
    ],
)
def test_numbers_in_chinese_characters(written: str, value: int | None):
    assert number(written) == value
