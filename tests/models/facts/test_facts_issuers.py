from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.issuers import find_issuer


@pytest.mark.parametrize(
    ("text", "language", "issuer", "country"),
    [
        ("商务部今日发布公告，实施出口管制。", "zh", "MOFCOM", "CN"),
        ("美国商务部宣布，将多家企业列入实体清单。", "zh", "BIS", "US"),
        ("中国商務省は輸出を許可制にすると発表した。", "ja", "MOFCOM", "CN"),
        ("米商務省は新しい規則を発表した。", "ja", "BIS", "US"),
        ("経済産業省は省令を改正した。", "ja", "METI", "JP"),
        ("日本经济产业省公布修正草案。", "zh", "METI", "JP"),
        ("China's Ministry of Commerce announced a ban.", "en", "MOFCOM", "CN"),
        ("The Ministry of Economy, Trade and Industry published an ordinance.", "en", "METI", "JP"),
        ("The Bureau of Industry and Security amends the rules.", "en", "BIS", "US"),
        (
            "The Council adopted the 16th package. Council Regulation follows.",
            "en",
            "Council of the EU",
            "EU",
        ),
        ("經濟部今日宣布輸出管理措施。", "zh", "MOEA", "TW"),
        ("Das Bundesamt für Wirtschaft und Ausfuhrkontrolle teilt mit.", "de", "BAFA", "DE"),
        ("The Wassenaar Arrangement agreed on changes.", "en", "Wassenaar Arrangement", None),
    ],
)
def test_who_issues(
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuer: str,
    country: str | None,
):
    found = find_issuer(document(text, language))
    assert (found.name, found.country) == (issuer, country)
    assert found.end > found.start


def test_two_ministries_the_acting_one_counts(document: Callable[..., PolicyDocument]):
    text = "中国商務部が発表した日本向けの措置について、経済産業省は窓口で相談を受け付ける。"
    assert find_issuer(document(text, "ja")).name == "MOFCOM"


def test_customs_issues_together_with_the_ministry(document: Callable[..., PolicyDocument]):
    text = "海关总署、商务部公告2025年第10号\n\n现公告如下。"
    assert find_issuer(document(text, "zh")).name == "MOFCOM"


def test_a_name_in_the_title_only_has_no_place(document: Callable[..., PolicyDocument]):
    found = find_issuer(document("Exports are banned.", title="MOFCOM announces a ban"))
    assert (found.name, found.start, found.end) == ("MOFCOM", 0, 0)


def test_nobody(document: Callable[..., PolicyDocument]):
    assert find_issuer(document("The pump maker reports higher sales.")) is None
