import pytest

from dualuse.corpus.plausibility import plausibility


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("碳纤维预浸料", "gb18030", "cp949"),
        ("炭素繊維の輸出", "euc_jp", "gb18030"),
        ("工作機械の部品", "cp932", "cp950"),
        ("Größe für Prüfgerät", "cp1252", "gb18030"),
    ],
)
def test_the_right_decoding_weighs_more(text: str, right: str, wrong: str):
    data = text.encode(right)
    misread = data.decode(wrong, "replace")
    assert plausibility(text, data, right) > plausibility(misread, data, wrong) + 0.2


def test_ascii_weighs_nothing():
    assert plausibility("ball bearing", b"ball bearing", "cp932") == 0.0
