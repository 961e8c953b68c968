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
