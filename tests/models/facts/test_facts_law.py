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
        (
            "Regulation (EU) 2031/5 of 3 May 2031\nSee Directive (EU) 2030/11.",
            "en",
            ["Directive (EU) 2030/11"],
        ),
        ("Goods Control Order 2031\n\nTo all traders", "en", []),
        ("Order A is replaced by the Goods Control Order 2031.", "en", []),
        ("The minister laid The Export Control Regulations 2031 today.", "en", []),
        ("Le Conseil a adopté le règlement (UE) 2031/5.", "fr", []),
        ("決定によりEUは規則(EU) 2031/5を採択した。", "ja", []),
        ("决定废止《锡出口办法》。根据《出口管制法》", "zh", ["《出口管制法》"]),
        ("Under Thailand's Trade Control Act", "en", ["Trade Control Act"]),
        ("The Order was signed. In the Act, nothing.", "en", []),
    ],
)
def test_laws_as_they_stand(text: str, language: str, laws: list[str]):
    found = find_laws(text, language)
    assert [each.name for each in found] == laws
    assert all(text[each.start : each.end] == each.name for each in found)
