from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.numbers import find_links, find_numbers, own_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("依据商务部公告2025年第61号办理。", "商务部公告2025年第61号"),
        ("见公告2026年第1号。", "公告2026年第1号"),
        ("商务部令2025年第5号公布。", "商务部令2025年第5号"),
        ("不可靠实体清单工作机制〔2025〕9号", "〔2025〕9号"),
        ("二〇二三年の公告第二十三号による。", "二〇二三年の公告第二十三号"),
        ("(昭和24年政令第378号)", "昭和24年政令第378号"),
        ("令和7年政令第12号", "令和7年政令第12号"),
        ("Announcement No. 1 of 2026 says so.", "Announcement No. 1 of 2026"),
        ("published at 89 FR 72926.", "89 FR 72926"),
        ("Delegated Regulation (EU) 2025/2003 applies.", "Delegated Regulation (EU) 2025/2003"),
        ("Regulation (EU) No 833/2014 is amended.", "Regulation (EU) No 833/2014"),
        ("Executive Order 14105 of August", "Executive Order 14105"),
        ("商务部公告2025第62号", "商务部公告2025第62号"),
        ("通过第2758（2024）号决议", "第2758（2024）号决议"),
        ("MOFCOM suspends No. 61/2025 for a year.", "No. 61/2025"),
        ("Announcement 2025 No. 61 stands.", "Announcement 2025 No. 61"),
        ("IMPLEMENTING REGULATION (EU) 2026/77 applies.", "IMPLEMENTING REGULATION (EU) 2026/77"),
    ],
)
def test_numbers_as_they_are_written(text: str, number: str):
    (found,) = find_numbers(text)
    assert found.number == number
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    ("text", "language", "relation"),
    [
        ("自即日起暂停实施商务部公告2025年第61号。", "zh", "suspends"),
        ("同时废止商务部公告2006年第50号。", "zh", "repeals"),
        ("公告2024年第46号のうち第2項を停止した。", "ja", "suspends"),
        ("This act amends Regulation (EU) No 833/2014.", "en", "amends"),
        ("Announcement No. 61 is suspended.", "en", "suspends"),
        ("This corrects Notice No. 12 of 2025.", "en", "corrects"),
        ("See Regulation (EU) 2021/821, Article 9.", "en", "cites"),
        ("Sie ersetzt die Verordnung (EU) 2024/2547.", "de", "replaces"),
        ("本公告取代商务部公告2024年第12号。", "zh", "replaces"),
        ("自6月1日起不再暂停实施商务部公告2026年第80号。", "zh", "resumes"),
        ("商务部公告2025年第61号自即日起恢复实施。", "zh", "resumes"),
        ("The ministry ends the suspension of Announcement No. 81 of 2026.", "en", "resumes"),
        ("Beijing will not suspend Announcement No. 81 of 2026.", "en", "cites"),
        ("It has not said whether to suspend Announcement No. 81 of 2026.", "en", "cites"),
        ("不会暂停实施商务部公告2026年第80号。", "zh", "cites"),
        ("自本公告施行之日起，商务部公告2020年第5号失效。", "zh", "repeals"),
        ("暂停实施商务部公告2024年第46号第二款。", "zh", "amends"),
        ("China suspends paragraph 2 of Announcement No. 46 of 2024.", "en", "amends"),
        ("The implementation of Announcement No. 61 of 2025 is suspended.", "en", "suspends"),
    ],
)
def test_what_is_done_to_another_document(
    document: Callable[..., PolicyDocument], text: str, language: str, relation: str
):
    (link,) = find_links(document(text, language), None)
    assert link.relation == relation
    assert text[link.start : link.end] == link.number


def test_the_entries_of_a_list_share_the_verb_of_its_introduction(
    document: Callable[..., PolicyDocument],
):
    text = "下列公告暂停实施：\n\n1. 商务部2025年第61号；\n2. 商务部2025年第62号。\n"
    links = find_links(document(text, "zh"), None)
    assert [(link.relation, link.number) for link in links] == [
        ("suspends", "商务部2025年第61号"),
        ("suspends", "商务部2025年第62号"),
    ]


def test_what_goes_on_is_not_suspended(document: Callable[..., PolicyDocument]):
    text = "商务部公告2025年第18号继续有效，不停止。"
    assert find_links(document(text, "zh"), None)[0].relation == "cites"


def test_the_own_number_is_the_one_of_the_title(document: Callable[..., PolicyDocument]):
    made = document("停止了公告2025年第61号。", "zh", title="商务部公告2025年第70号")
    own = own_number(made)
    assert (own.number, own.start, own.end) == ("商务部公告2025年第70号", 0, 0)
    assert [link.number for link in find_links(made, own)] == ["公告2025年第61号"]


def test_the_subject_of_a_suspension_is_the_own_number(document: Callable[..., PolicyDocument]):
    text = "Announcement No. 72 suspends part of Announcement No. 46 of last year."
    assert own_number(document(text)).number == "Announcement No. 72"


def test_the_number_of_what_is_years_older_is_not_the_document_s_own(
    document: Callable[..., PolicyDocument],
):
    text = "对商务部公告2006年第50号所列物项作出说明，其中部分物项取消管制。"
    assert own_number(document(text, "zh", date="2023-10-20")) is None
    assert own_number(document(text, "zh", date="2006-10-20")) is not None


@pytest.mark.parametrize(
    ("text", "language", "numbers"),
    [
        (
            "暂停实施商务部公告2026年第82号、第83号。",
            "zh",
            ["商务部公告2026年第82号", "商务部公告2026年第83号"],
        ),
        (
            "暂停实施商务部公告2025年第55、56和57号。",
            "zh",
            [f"商务部公告2025年第{number}号" for number in (55, 56, 57)],
        ),
        (
            "It suspends Announcements Nos. 55 and 56 of 2025.",
            "en",
            ["Announcement No. 55 of 2025", "Announcement No. 56 of 2025"],
        ),
    ],
)
def test_each_number_of_a_list_is_one(
    document: Callable[..., PolicyDocument], text: str, language: str, numbers: list[str]
):
    links = find_links(document(text, language), None)
    assert [link.number for link in links] == numbers
    assert {link.relation for link in links} == {"suspends"}


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("商务部公告2025年第70号 决定暂停实施第55、56号公告", "商务部公告2025年第70号"),
        ("商务部公告2026年第47号：有关措施恢复适用", "商务部公告2026年第47号"),
        ("【已废止】商务部公告2019年第5号", "商务部公告2019年第5号"),
        ("輸出貿易管理令の一部を改正する政令（令和7年政令第12号）", "令和7年政令第12号"),
    ],
)
def test_what_a_document_does_leaves_its_own_number(
    document: Callable[..., PolicyDocument], title: str, number: str
):
    own = own_number(document("内容略。", "zh", title=title))
    assert own is not None
    assert own.number == number
