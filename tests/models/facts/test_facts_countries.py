import pytest

from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.country_names import country_names


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("North Korea and South Korea", ["KP", "KR"]),
        ("the U.S. and its Dutch ally", ["US", "NL"]),
        ("tell us about Nigeria", ["NG"]),
        ("ロシア・ベラルーシ向け", ["RU", "BY"]),
        ("インドネシアとインド", ["ID", "IN"]),
        ("中国大陆和澳门", ["CN", "MO"]),
        ("Ausfuhren nach Russland und Weißrussland", ["RU", "BY"]),
        ("vers le Bélarus et la Birmanie", ["BY", "MM"]),
        ("美企与日企、台企", ["US", "JP", "TW"]),
        ("vers la Russie", ["RU"]),
        ("向这些在华工厂出口", ["CN"]),
        ("Turkey, the UAE and Türkiye", ["TR", "AE", "TR"]),
    ],
)
def test_names_in_all_languages(text: str, codes: list[str]):
    assert [match.value for match in find_countries(text)] == codes


def test_places_are_those_of_the_names():
    text = "对日本出口"
    (match,) = find_countries(text)
    assert text[match.start : match.end] == "日本"


def test_the_table_is_whole():
    names = country_names()
    assert len(names) > 200
    assert {"Japan", "日本", "Japon"} <= set(names["JP"])
    assert all(len(code) == 2 and code.isupper() and found for code, found in names.items())
