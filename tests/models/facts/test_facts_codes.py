import pytest

from dualuse.models.facts.codes import find_codes, find_tariff_codes


def test_paragraphs_are_cut_off_and_repeats_dropped():
    found = find_codes("ECCN 3A001.b.2 and 3A001.a, 1C902号；ＣＮ：3C001")
    assert [each.code for each in found] == ["3A001", "1C902", "CN:3C001"]


@pytest.mark.parametrize("text", ["PL9013", "13A001", "3A0012", "EAR99", "3F001", "X3A001"])
def test_what_looks_like_a_code(text: str):
    assert find_codes(text) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("（参考海关商品编号：3801100030、3801909010）", ["3801100030", "3801909010"]),
        ("参考税则号列：71051020）", ["71051020"]),
        ("HS codes 8486.20 and 8542310000 apply.", ["848620", "8542310000"]),
        ("HS heading 2504 since 2024", ["2504"]),
        ("KN-Code 8806 10 00.", ["88061000"]),
        ("HSコード：8471", ["8471"]),
    ],
)
def test_tariff_codes_after_their_word(text: str, codes: list[str]):
    found = find_tariff_codes(text)
    assert [each.code for each in found] == codes


@pytest.mark.parametrize("text", ["a fine of 28500000 dollars", "HS in 2025. Then 71051020 came."])
def test_other_figures_are_no_tariff_codes(text: str):
    assert find_tariff_codes(text) == ()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("海关商品编号\t货物名称\n2805301200\t钐\n2805301300\t铽\n", ["2805301200", "2805301300"]),
        ("序号\t名称\t参考税号\n1\t钇\t2846901100、2846901200\n", ["2846901100", "2846901200"]),
        ("| CN code | Description |\n|---|---|\n| ex 8542 31 | chips |", ["854231"]),
        ("HTS 8542.31.0040", ["8542310040"]),
        ("The HS codes are:\n8542 31\n8542 32\nIn 85411000 cases", ["854231", "854232"]),
    ],
)
def test_tariff_codes_of_tables_and_lists(text: str, codes: list[str]):
    assert [each.code for each in find_tariff_codes(text)] == codes


def test_the_column_ends_with_its_table():
    text = "HS code\tGoods\n854231\tchips\nMore prose.\n85411000\tunits sold"
    assert [each.code for each in find_tariff_codes(text)] == ["854231"]
