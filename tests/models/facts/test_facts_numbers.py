from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.numbers.extract import find_links, own_number


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
        ("Announcement No. 61 of 2025 shall be suspended.", "en", "suspends"),
        ("Announcement No. 61 of 2025 (on tin) is hereby repealed.", "en", "repeals"),
        ("The ministry suspends\nAnnouncement No. 61 of 2025.", "en", "cites"),
        (
            "With effect from today the ministry in Beijing suspends\nAnnouncement No. 6.",
            "en",
            "suspends",
        ),
        (
            "This corrects the interim final rule published September 6 at 89 FR 7292.",
            "en",
            "corrects",
        ),
        ("BIS issued a rule that amends the list (89 FR 7292).", "en", "cites"),
        ("依据商务部公告2025年第61号（关于暂停锡管制的公告）办理。", "zh", "cites"),
        ("废止《关于修改锡办法的决定》（商务部令2025年第61号）。", "zh", "repeals"),
        (
            "商務部公告2024年第46号の第2項に定める、錫の輸出を許可しない措置を停止する。",
            "ja",
            "amends",
        ),
        ("商務部公告2024年第46号に定める、錫の輸出を許可しない措置を停止する。", "ja", "suspends"),
        ("錫令の一部を改正する政令（令和5年政令第254号）を廃止する。", "ja", "repeals"),
        ("Die Durchführungsverordnung (EU) 2024/1745 gilt.", "de", "cites"),
        ("Zur Durchführung der Verordnung (EU) 2024/1745 gilt dies.", "de", "implements"),
        (
            "The ministry issued Announcement No. 61. It has suspended that announcement.",
            "en",
            "suspends",
        ),
        ("BIS issued a rule (90 FR 4720). It is old. That rule is suspended.", "en", "cites"),
        ("BIS issued a rule (90 FR 4720). The rule is hereby suspended.", "en", "suspends"),
        ("商务部曾发布2025年第61号公告。现决定暂停实施该公告。", "zh", "suspends"),
        ("商务部曾发布2025年第61号公告。该公告自即日起废止。", "zh", "repeals"),
        ("商务部发布2025年第61号公告。该公告暂停锡的出口。", "zh", "cites"),
        ("公告2024年第46号を公表していた。同公告の適用を停止する。", "ja", "suspends"),
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
        (
            (
                "暂停实施商务部公告2031年第1号（公布对锡（含锡粉）相关物项实施出口管制的决定）、"
                "商务部公告2031年第2号（公布对铅相关物项实施出口管制的决定）以及商务部公告2031年第3号。"
            ),
            "zh",
            [f"商务部公告2031年第{number}号" for number in (1, 2, 3)],
        ),
        (
            (
                "MOFCOM suspends Announcement No. 1 of 2031 (concerning tin and its powders), "
                "Announcement No. 2 of 2031 and Announcement No. 3 of 2031."
            ),
            "en",
            [f"Announcement No. {number} of 2031" for number in (1, 2, 3)],
        ),
        (
            "Announcement No. 1 of 2031 and Announcement No. 2 of 2031 are suspended.",
            "en",
            [f"Announcement No. {number} of 2031" for number in (1, 2)],
        ),
        (
            "The implementation of Announcements No. 1, 2 and 3 of 2031 shall be suspended.",
            "en",
            [f"Announcement No. {number} of 2031" for number in (1, 2, 3)],
        ),
        (
            "公告2031年第1号、公告2031年第2号及び公告2031年第3号を停止する。",
            "ja",
            [f"公告2031年第{number}号" for number in (1, 2, 3)],
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


@pytest.mark.parametrize(
    ("text", "language", "relations"),
    [
        ("It suspends Announcement No. 1 of 2031 and amends No. 2/2031.", "en", "suspends amends"),
        ("It suspends No. 1/2031, and No. 2/2031 is repealed.", "en", "suspends repeals"),
        ("No. 1/2031 is suspended and No. 2/2031 goes on.", "en", "suspends cites"),
        ("暂停实施公告2031年第1号，同时修改公告2031年第2号。", "zh", "suspends amends"),
        ("公告2031年第3号宣布废止公告2031年第2号。", "zh", "cites repeals"),
        ("公告2031年第1号を廃止し、公告2031年第2号を停止する。", "ja", "repeals suspends"),
    ],
)
def test_each_number_has_the_verb_that_is_its_own(
    document: Callable[..., PolicyDocument], text: str, language: str, relations: str
):
    links = find_links(document(text, language), None)
    assert [link.relation for link in links] == relations.split()


@pytest.mark.parametrize(
    ("title", "text", "number"),
    [
        (
            "One-Year Suspension of the Tin Rule",
            (
                "AGENCY: Bureau of Industry and Security.\n\nSUMMARY: On May 30, 2031, BIS "
                "published an interim final rule (96 FR 47201), effective on May 29. In this "
                "final rule, BIS suspends that rule for one year."
            ),
            None,
        ),
        ("Tin; Correction", "SUMMARY: This corrects the rule published May 6 at 96 FR 7292.", None),
        (
            "",
            (
                "BIS published an interim final rule (96 FR 84784). This notice extends "
                "the comment period for it. Published November 20, 2031 (96 FR 91551)."
            ),
            "96 FR 91551",
        ),
        (
            "",
            "On April 7, BIS issued an order against Foo (96 FR 2161). The order is renewed.",
            None,
        ),
        ("", "In May BIS published a rule (96 FR 2161). The rule adds tin.", "96 FR 2161"),
        ("", "BIS published a rule (96 FR 21) that suspends the Tin Rule (95 FR 9999).", None),
        ("", "BIS published a rule (96 FR 2161) that suspends the Tin Rule.", "96 FR 2161"),
        (
            "",
            "錫令の一部を改正する政令（令和13年政令第25号）が公布されました。",
            "令和13年政令第25号",
        ),
        ("錫の輸出停止", "2030年12月に公表した商務部公告2030年第46号の第2項を停止する。", None),
        (
            "",
            "Die Durchführungsverordnung (EU) 2031/17 des Rates gilt.",
            "Durchführungsverordnung (EU) 2031/17",
        ),
    ],
)
def test_a_former_document_s_number_is_not_the_own_one(
    document: Callable[..., PolicyDocument], title: str, text: str, number: str | None
):
    own = own_number(document(text, "en" if text.isascii() else "ja", title=title))
    assert (own.number if own else None) == number


@pytest.mark.parametrize(
    ("title", "text", "number", "links"),
    [
        (
            "Correction to NTE 2031/04 (Tin)",
            "We mend Notice to Exporters 2031/04.",
            None,
            "corrects",
        ),
        ("Order Amending the Export Control List: SOR/2031-41", "It adds tin.", "SOR/2031-41", ""),
        ("Report on the implementation of Regulation (EU) 2031/82", "It is short.", None, ""),
        ("关于更正2031年第77号公告的公告", "第77号公告附件有误。", None, "corrects"),
        ("锡的管制", "第77号公告管制锡。公告2031年第77号今日公布。", "公告2031年第77号", ""),
        ("商务部公告2031年第70号 暂停实施六项公告", "略。", "商务部公告2031年第70号", ""),
    ],
)
def test_what_the_title_says_is_done(
    document: Callable[..., PolicyDocument], title: str, text: str, number: str | None, links: str
):
    made = document(text, "en" if text.isascii() else "zh", title=title)
    own = own_number(made)
    assert (own.number if own else None) == number
    assert [link.relation for link in find_links(made, own)] == links.split()
