from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.issuers.extract import Issuer
from dualuse.models.facts.targets.extract import find_targets


@pytest.mark.parametrize(
    ("text", "language", "issuing", "expected"),
    [
        ("The ministry requires a licence for exports of sonar to Vietnam.", "en", "JP", ["VN"]),
        (
            "A new licence requirement for code 3A090 applies to Peru and Oman.",
            "en",
            "US",
            ["OM", "PE"],
        ),
        ("Shipments of lasers to Malaysia will need a licence.", "en", "US", ["MY"]),
        ("自8月1日起，向越南出口无人机须申请许可证。", "zh", "JP", ["VN"]),
        ("ベトナム向けの無人機の輸出を許可制とする。", "ja", "TW", ["VN"]),
        ("Ausfuhren von Drohnen nach Vietnam sind genehmigungspflichtig.", "de", "CH", ["VN"]),
        ("L'exportation de drones vers le Vietnam est soumise à autorisation.", "fr", "CH", ["VN"]),
        ("Les licences d'exportation de poudre vers Israël sont suspendues.", "fr", "BE", ["IL"]),
        ("No licence is needed for exports of sonar to Vietnam.", "en", "JP", []),
        ("向越南出口无人机无须申请许可证。", "zh", "JP", []),
    ],
)
def test_where_a_licence_is_needed(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language), issued_in(issuing))
    assert sorted(each.country for each in found) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Exports of these chips to China (including Hong Kong and Macau) need a licence.", "en"),
        ("Exports of these chips to China, including Hong Kong and Macau, are banned.", "en"),
        ("向中国（包括香港、澳门）出口该芯片须申请许可证。", "zh"),
        ("中国（香港、マカオを含む）向けの輸出を許可制とする。", "ja"),
    ],
)
def test_parts_of_china_that_are_included_are_meant_with_it(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
):
    found = find_targets(document(text, language), issued_in("US"))
    assert sorted(each.country for each in found) == ["CN", "HK", "MO"]


@pytest.mark.parametrize(
    ("text", "language", "issuing", "expected"),
    [
        (
            "The right of SK hynix (China) ends. Exports to its fabs in China need a licence.",
            "en",
            "US",
            ["CN"],
        ),
        (
            "撤销韩国三星旗下三星中国的最终用户授权。此后向这些在华工厂出口设备须逐笔申请许可证。",
            "zh",
            "US",
            ["CN"],
        ),
        ("Nvidia wird erwähnt. Ausfuhren nach China sind verboten.", "de", "NL", ["CN"]),
    ],
)
def test_the_home_of_a_company_whose_branch_is_meant_is_not_aimed_at(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language), issued_in(issuing))
    assert sorted(each.country for each in found) == expected


@pytest.mark.parametrize(
    ("text", "language", "issuing", "expected"),
    [
        (
            "Exports to Belarus are banned. A ban on exports to Georgia? There is none.",
            "en",
            "GB",
            ["BY"],
        ),
        ("Exports to Belarus are banned. The ban on Georgia: there is none.", "en", "GB", ["BY"]),
        (
            "The change removes Georgia as a permitted destination of the licence.",
            "en",
            "GB",
            ["GE"],
        ),
        ("韓国を「ホワイト国」から除外し、個別許可とする。", "ja", "JP", ["KR"]),
        ("将日本移出“白名单”，逐案审批。", "zh", "KR", ["JP"]),
        (
            (
                "17 listed bodies sit in third countries other than Russia: 12 in China, including"
                " Hong Kong, three in India and two in Thailand."
            ),
            "en",
            "EU",
            ["CN", "HK", "IN", "TH"],
        ),
        ("The Council added 12 entities in China (including Hong Kong).", "en", "EU", ["CN", "HK"]),
        (
            "将26个实体列入限制名单，包括7家中国企业（含3家香港企业）和4家土耳其企业。",
            "zh",
            "EU",
            ["CN", "HK", "TR"],
        ),
        (
            "第三国の団体31（中国・香港、タイ、トルコ、UAE等）を輸出禁止措置の対象に追加する。",
            "ja",
            "JP",
            ["AE", "CN", "HK", "TH", "TR"],
        ),
    ],
)
def test_lists_and_favours(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language), issued_in(issuing))
    assert sorted(each.country for each in found) == expected


def test_the_country_column_of_a_table_of_parties(
    issued_in: Callable[[str], Issuer], document: Callable[..., PolicyDocument]
):
    text = "Added to the list:\n\nName\tCountry\nFalcon Trading\tUAE\nAnna Ltd\tRussia\n"
    found = find_targets(document(text), issued_in("GB"))
    assert sorted(each.country for each in found) == ["AE", "RU"]


def test_whose_firms_comment_is_not_aimed_at(
    issued_in: Callable[[str], Issuer], document: Callable[..., PolicyDocument]
):
    text = "中国商務省は希土類の規制を1年間停止すると発表した。"
    title = "中国商務省、規制を停止 日本企業「一時の安堵」"
    assert find_targets(document(text, "ja", title=title), issued_in("CN")) == ()
