import pytest

from dualuse.models.facts.law import find_laws


@pytest.mark.parametrize(
    ("text", "language", "laws"),
    [
        (
            "根据《出口管制法》《海关法》和《出口管制法》的规定",
            "zh",
            ["《出口管制法》", "《海关法》"],
        ),
        ("见《两用物项出口管制清单》", "zh", []),
        (
            "外国為替及び外国貿易法に基づく輸出貿易管理令",
            "ja",
            ["外国為替及び外国貿易法", "輸出貿易管理令"],
        ),
        ("外為法違反の疑い", "ja", ["外為法"]),
        (
            "issued under the Export Control Reform Act of 2018.",
            "en",
            ["Export Control Reform Act of 2018"],
        ),
        ("The Export Administration Regulations say", "en", ["Export Administration Regulations"]),
        (
            "under Regulation (EU) 2021/821 and 15 CFR Part 744",
            "en",
            ["Regulation (EU) 2021/821", "15 CFR Part 744"],
        ),
        ("China's Export Control Law", "en", ["Export Control Law"]),
        ("The Order was signed. In the Act, nothing.", "en", []),
    ],
)
def test_laws_as_they_stand(text: str, language: str, laws: list[str]):
    found = find_laws(text, language)
    assert [each.name for each in found] == laws
    assert all(text[each.start : each.end] == each.name for each in found)
