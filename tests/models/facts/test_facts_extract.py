import time
from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Fact, Facts

ANNOUNCEMENT = """商务部公告2027年第3号
【发布单位】商务部
【发文日期】2027年3月1日

根据《中华人民共和国出口管制法》，决定禁止所有两用物项向日本军事用户出口。
一、2C902.a．人造金刚石微粉（参考税则号列：71051020）未经许可不得出口。
二、违反规定将原产于中国的物项转移给日本的，依法追究法律责任。
三、本公告自公布之日起施行。
四、废止商务部公告2025年第61号。

商务部
2027年3月1日
"""


def test_an_announcement_in_full(document: Callable[..., PolicyDocument]):
    facts = extract_facts(document(ANNOUNCEMENT, "zh", title="商务部公告2027年第3号"))
    assert (facts.issuer, facts.issuing_country) == ("MOFCOM", "CN")
    assert facts.number == "商务部公告2027年第3号"
    assert (facts.date, facts.effective_date) == ("2027-03-01", "2027-03-01")
    assert facts.target_countries == ("JP",)
    assert (facts.codes, facts.hs_codes) == (("2C902",), ("71051020",))
    assert facts.legal_basis == ("《中华人民共和国出口管制法》",)
    assert [(link.relation, link.number) for link in facts.links] == [
        ("repeals", "商务部公告2025年第61号")
    ]
    assert len(facts.penalties) == len(facts.reexport) == 1


def claims(facts: Facts) -> set[tuple[str, str]]:
    """Every value of the other fields, as `facts` should repeat it."""
    single = ("issuer", "issuing_country", "number", "date", "effective_date")
    plain = ("target_countries", "codes", "hs_codes", "legal_basis")
    found = {(name, getattr(facts, name)) for name in single if getattr(facts, name)}
    found |= {(name, value) for name in plain for value in getattr(facts, name)}
    found |= {("items", item.text) for item in facts.items}
    found |= {("parties", party.name) for party in facts.parties}
    found |= {("links", link.number) for link in facts.links}
    found |= {("dates", each.date) for each in facts.dates if each.date}
    sentences = (*facts.exceptions, *facts.penalties, *facts.reexport)
    return found | {(fact.field, fact.value) for fact in sentences}


def test_every_value_has_its_place(document: Callable[..., PolicyDocument]):
    facts = extract_facts(document(ANNOUNCEMENT, "zh"))
    assert {(fact.field, fact.value) for fact in facts.facts} == claims(facts)
    assert all(0 <= fact.start < fact.end <= len(ANNOUNCEMENT) for fact in facts.facts)


def test_nothing_is_found_in_nothing(document: Callable[..., PolicyDocument]):
    facts = extract_facts(document(""))
    assert claims(facts) == set()
    assert facts.facts == ()


def test_what_only_the_title_says_has_no_place(document: Callable[..., PolicyDocument]):
    facts = extract_facts(document("Exports stop.", title="MOFCOM Announcement No. 9 of 2026"))
    assert Fact("number", "Announcement No. 9 of 2026", 0, 0) in facts.facts


@pytest.mark.parametrize(
    "piece",
    [
        "Aa ",
        "一",
        "2026年1月6日",
        "6 January ",
        "3A001.",
        "HS 8471 ",
        "《",
        "Foo Ltd, ",
        "日本、",
        "商务部",
        "(",
        "\n",
        " ",
        "《出口管制法》。",
        "Announcement No. 1 of ",
        "24日",
        "(1) A Ltd\n",
        "Ministry of Commerce said ",
        "of the and ",
        "十",
        "公司(",
        "Export Control ",
        "公司、",
        "A & ",
        "Ltd. ",
        "A (B) ",
        "1/2 ",
        '"Aaaaaaaaa ',
        "1. 公司\n",
    ],
)
def test_hostile_text_takes_linear_time(document: Callable[..., PolicyDocument], piece: str):
    long = document((piece * 200_000)[:200_000], "en" if piece.isascii() else "zh")
    began = time.process_time()
    extract_facts(long)
    assert time.process_time() - began < 10


@pytest.mark.parametrize("piece", ["a", "、", "A ("])
def test_a_megabyte_of_one_piece(document: Callable[..., PolicyDocument], piece: str):
    long = document((piece * 1_000_000)[:1_000_000], "en" if piece.isascii() else "zh")
    began = time.process_time()
    extract_facts(long)
    assert time.process_time() - began < 40
