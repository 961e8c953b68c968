from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.register import KnownLink, KnownMeasure, load_register
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Status
from dualuse.models.facts.status import status_of
from dualuse.screening.linking import Linked, link_states

BAN = """商务部公告2031年第7号
【发布单位】商务部
【发文日期】2031年3月1日

根据《中华人民共和国出口管制法》，决定对下列物项实施出口管制。
本公告自2031年3月1日起施行。

商务部
2031年3月1日
"""
PAUSE = """商务部公告2031年第9号
【发布单位】商务部
【发文日期】2031年5月2日

决定暂停实施商务部公告2031年第7号，自2031年5月2日起施行，至2032年5月1日止暂停。

商务部
2031年5月2日
"""
RESUME = """商务部公告2031年第10号
【发布单位】商务部
【发文日期】2031年7月1日

自2031年7月1日起，恢复实施商务部公告2031年第7号。

商务部
2031年7月1日
"""
REPEAL = """商务部公告2031年第12号
【发布单位】商务部
【发文日期】2031年8月1日

一、废止商务部公告2031年第7号。
二、本公告自2031年8月1日起施行。

商务部
2031年8月1日
"""


@pytest.fixture
def told() -> Callable[..., Linked]:
    """A document and its state by its own text: `told(text, measures, as_of)`."""

    def build(text: str, measures: list[str], as_of: str, title: str = "") -> Linked:
        language = "en" if text.isascii() else "zh"
        sentences = split_sentences(text, language)
        facts = extract_facts(PolicyDocument(title, text, sentences, language))
        return Linked(title, facts, status_of(facts, measures, date.fromisoformat(as_of), title))

    return build


def states(told: Callable[..., Linked], as_of: str, *others: tuple[str, str]) -> Status:
    documents = [told(BAN, ["licence_requirement"], as_of)]
    documents += [told(text, [measure], as_of) for text, measure in others]
    return link_states(documents, ())[0]


def test_alone_it_is_in_force(told: Callable[..., Linked]):
    assert states(told, "2031-09-01").state == "in_force"


def test_a_later_document_of_the_folder_suspends(told: Callable[..., Linked]):
    status = states(told, "2031-06-01", (PAUSE, "suspension_or_relief"))
    assert (status.state, status.until) == ("suspended", "2032-05-01")
    assert "suspended from 2031-05-02" in (status.note or "")


HEAD = "商务部公告2031年第9号\n【发布单位】商务部\n【发文日期】2031年5月2日\n\n"
LISTED = (
    HEAD + "决定自2031年5月2日至2032年5月1日，暂停实施商务部公告2031年第6号（公布对锡相关物项"
    "实施出口管制的决定）、商务部公告2031年第7号（公布对铅（含铅粉）相关物项实施出口管制的决定）、"
    "商务部公告2031年第8号（公布对锌相关物项实施出口管制的决定）。"
)
ENGLISH = (
    "MOFCOM Announcement No. 9 of 2031\n\n2 May 2031\n\nMOFCOM suspends Announcement No. 6 of 2031"
    " (on tin), Announcement No. 7 of 2031 (on lead) and Announcement No. 8 of 2031 "
    "from 2 May 2031 until 1 May 2032."
)
PASSIVE = (
    "MOFCOM Announcement No. 9 of 2031\n\n2 May 2031\n\nThe implementation of Announcements No. 6, "
    "7 and 8 of 2031 shall be suspended from 2 May 2031 to 1 May 2032."
)


@pytest.mark.parametrize("number", ["6", "7", "8"])
@pytest.mark.parametrize("text", [LISTED, ENGLISH, PASSIVE])
def test_each_of_a_list_is_suspended_until_the_end(
    told: Callable[..., Linked], text: str, number: str
):
    day = "2031-06-01"
    ban = told(BAN.replace("第7号", f"第{number}号"), ["licence_requirement"], day)
    status = link_states([ban, told(text, ["suspension_or_relief"], day)], ())[0]
    assert (status.state, status.until) == ("suspended", "2032-05-01")


def test_what_suspends_for_a_time_ends_the_suspension_with_itself(told: Callable[..., Linked]):
    day = "2031-06-01"
    pause = told(RESUME.replace("恢复实施", "暂停实施"), ["suspension_or_relief"], day)
    pause = replace(pause, status=replace(pause.status, until="2032-05-01"))
    pause = replace(pause, facts=replace(pause.facts, effective_date="2031-05-02"))
    status = link_states([told(BAN, ["licence_requirement"], day), pause], ())[0]
    assert (status.state, status.until) == ("suspended", "2032-05-01")


def test_a_rule_is_suspended_by_its_page_in_the_register(told: Callable[..., Linked]):
    rule = (
        "Federal Register / Vol. 96, No. 187 / Tuesday, September 30, 2031 / Rules and Regulations "
        "47201\n\nAGENCY: Bureau of Industry and Security, Commerce.\n\nSUMMARY: In this interim "
        "final rule, BIS expands controls.\n\nDATES: This rule is effective September 29, 2031."
    )
    pause = (
        "AGENCY: Bureau of Industry and Security, Commerce.\n\nSUMMARY: On September 30, 2031, BIS "
        "published an interim final rule (96 FR 47201). In this final rule, BIS suspends that rule."
        "\n\nDATES: This rule is effective from November 10, 2031, until November 9, 2032."
    )
    day = "2032-01-01"
    documents = [told(rule, ["end_use_control"], day), told(pause, ["suspension_or_relief"], day)]
    status = link_states(documents, ())[0]
    assert (status.state, status.until) == ("suspended", "2032-11-09")


def test_a_suspension_lasts_until_another_document_ends_it(told: Callable[..., Linked]):
    pause, resume = (PAUSE, "suspension_or_relief"), (RESUME, "licence_requirement")
    before, after = "2031-06-15", "2031-07-02"
    assert states(told, before, pause, resume).state == "suspended"
    found = states(told, after, resume, pause)
    assert found.state == "in_force"
    assert "resumed from 2031-07-01" in (found.note or "")


def test_before_the_suspension_it_is_in_force(told: Callable[..., Linked]):
    status = states(told, "2031-04-01", (PAUSE, "suspension_or_relief"))
    assert (status.state, status.note) == ("in_force", None)


def test_another_ministry_has_numbers_of_its_own(told: Callable[..., Linked]):
    text = PAUSE.replace("商务部公告2031年第7号", "海关总署公告2031年第7号")
    assert states(told, "2031-06-01", (text, "suspension_or_relief")).state == "in_force"


def test_past_the_end_nothing_is_guessed(told: Callable[..., Linked]):
    status = states(told, "2032-05-02", (PAUSE, "suspension_or_relief"))
    assert status.state == "unknown"
    assert "expired on 2032-05-01: verify" in (status.note or "")


def test_a_later_document_repeals(told: Callable[..., Linked]):
    status = states(told, "2031-09-01", (PAUSE, "suspension_or_relief"), (REPEAL, "none"))
    assert (status.state, status.until) == ("rescinded", "2031-08-01")


def test_the_register_knows_whose_number_it_is(told: Callable[..., Linked]):
    text = BAN.replace("商务部", "海关总署").replace("2031年第7号", "2025年第61号")
    document = told(text.replace("2031年3月1日", "2025年10月9日"), ["ban"], "2026-03-01")
    (status,) = link_states([document], load_register())
    assert status.state == "in_force"


def test_the_register_suspends_what_the_folder_does_not(told: Callable[..., Linked]):
    text = BAN.replace("2031年第7号", "2025年第61号").replace("2031年3月1日", "2025年10月9日")
    document = told(text, ["licence_requirement"], "2026-03-01")
    (status,) = link_states([document], load_register())
    assert (status.state, status.until) == ("suspended", "2026-11-10")
    assert "Announcement No. 70 of 2025" in (status.note or "")


def measure(**fields: object) -> KnownMeasure:
    base: dict[str, object] = {
        "id": "a",
        "country": "CN",
        "issuer": "MOFCOM",
        "number": "Announcement No. 7 of 2031",
        "about": "",
        "names": (),
        "date": "2031-03-01",
        "effective_date": "2031-03-01",
        "until": None,
        "links": (),
        "source": "",
        "checked": "2031-12-01",
    }
    return KnownMeasure(**{**base, **fields})  # type: ignore[arg-type] - of mixed fields


def test_a_part_that_is_suspended_is_told_and_no_more(told: Callable[..., Linked]):
    link = KnownLink("suspends", "a", "paragraph 2")
    pause = measure(id="b", number=None, until="2032-01-01", links=(link,))
    (status,) = link_states([told(BAN, ["licence_requirement"], "2031-06-01")], (measure(), pause))
    assert status.state == "in_force"
    assert "paragraph 2 suspended" in (status.note or "")


def test_another_country_s_number_is_another_number(told: Callable[..., Linked]):
    link = KnownLink("repeals", "a", None)
    abroad = (measure(country="KR"), measure(id="b", country="KR", number=None, links=(link,)))
    (status,) = link_states([told(BAN, ["licence_requirement"], "2031-06-01")], abroad)
    assert status.state == "in_force"


def test_a_measure_without_a_number_is_known_by_name_and_day(told: Callable[..., Linked]):
    link = KnownLink("repeals", "a", None)
    register = (
        measure(number=None, names=("Tin Rule",)),
        measure(id="b", number=None, date="2031-04-01", effective_date=None, links=(link,)),
    )
    text = BAN.replace("商务部公告2031年第7号\n", "")
    named = told(text, ["licence_requirement"], "2031-06-01", "The Tin Rule")
    other = told(text, ["licence_requirement"], "2031-06-01", "The Lead Rule")
    first, second = link_states([named, other], register)
    assert (first.state, second.state) == ("rescinded", "in_force")
