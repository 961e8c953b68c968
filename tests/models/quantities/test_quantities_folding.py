import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualuse.models.quantities.find import find_quantities
from dualuse.models.quantities.folding import fold_text


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("３０ ｋＷ", "30 kW"),
        ("5㎛", "5µm"),
        ("20㎜", "20mm"),
        ("1㎏", "1kg"),
        ("80℃", "80°C"),
        ("8ﾋﾞｯﾄ", "8ビット"),
        ("10–20", "10-20"),
        ("10〜20", "10~20"),
        ("5 μm", "5 µm"),
        ("−5", "-5"),
        ("5㌔", "5キロ"),
        ("1…2", "1...2"),
        ("plain", "plain"),
    ],
)
def test_plain_characters(text: str, plain: str):
    assert fold_text(text).text == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("重量１０㎏。", "１０㎏"),
        ("幅５０㎜、", "５０㎜"),
        ("分解能14ﾋﾞｯﾄです", "14ﾋﾞｯﾄ"),
        ("ﾋﾟｯﾁ5㎛以下ﾋﾞ", "5㎛以下"),
        ("−40℃～＋85℃で", "−40℃～＋85℃"),
        ("（３０ ｋＷ）", "３０ ｋＷ"),
        ("容量５㍑", "５㍑"),
    ],
)
def test_places_are_those_of_the_original(text: str, expected: str):
    (found,) = find_quantities(text)
    assert found.text == expected == text[found.start : found.end]


@given(st.text(alphabet="5１㎛㎏℃ﾋﾞﾟｶ…ａé ", max_size=30))
def test_every_plain_character_has_a_place(text: str):
    folded = fold_text(text)
    ends = [folded.place(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in ends)
    assert ends == sorted(ends)
