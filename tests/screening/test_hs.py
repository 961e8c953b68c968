import pytest

from dualuse.screening.hs import harmless_chapter


@pytest.mark.parametrize(
    ("code", "chapter"),
    [
        ("9401.30.00", "furniture and lamps"),
        ("94013000", "furniture and lamps"),
        ("6109", "knitted cloth and clothing"),
        ("0901 21", "food and live animals"),
        ("90121", "food and live animals"),  # 0901.21 as a spreadsheet leaves it
        ("9012100", "food and live animals"),
        ("HS 5701", "carpets"),
    ],
)
def test_chapters_without_listed_goods(code: str, chapter: str) -> None:
    assert harmless_chapter(code) == chapter


@pytest.mark.parametrize(
    "code",
    [
        "6211.43",
        "9405.42",
        None,
        "",
        "94",
        "n/a",
        "8525.89",
        "90142000",
        "1207",
        "3926909790",
        "9013.2",
    ],
)
def test_all_else_says_nothing(code: str | None) -> None:
    assert harmless_chapter(code) is None
