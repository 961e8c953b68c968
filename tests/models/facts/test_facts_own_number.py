from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.numbers.extract import find_links, own_number


@pytest.mark.parametrize(
    ("title", "text", "language", "number"),
    [
        (
            "商务部令2031年第1号 《锡出口办法》废止",
            "决定废止《锡出口办法》。",
            "zh",
            "商务部令2031年第1号",
        ),
        (
            "Newsletter",
            "規則(EU) 2021/821の附属書を改める委任規則(EU) 2031/203を採択した。",
            "ja",
            "(EU) 2031/203",
        ),
        (
            "Entity List",
            "[Docket No. 310310-0036]\nRIN 0694-AK11\nA rule.\n[FR Doc. 2031-05426 Filed 3-25-31]",
            "en",
            "FR Doc. 2031-05426",
        ),
        (
            "Tin list",
            "Notification No. 27 of 2 August 2031 amended the list. The date is hereby postponed.",
            "en",
            None,
        ),
        ("Ban extended? Decree No. 500", "The government says nothing.", "en", None),
        (
            "目录",
            "根据《进出口条例》和《许可证办法》（商务部令2029年第29号）有关规定，公布目录。",
            "zh",
            None,
        ),
        ("Tin", "Having regard to Regulation (EU) 2031/5, it adopts this.", "en", None),
        ("錫", "商務部令2029年第29号に基づき、許可を求める。", "ja", None),
    ],
)
def test_neither_what_it_rests_on_nor_what_it_puts_off_is_its_own(
    document: Callable[..., PolicyDocument], title: str, text: str, language: str, number: str
):
    read = document(f"{title}\n\n{text}", language, title=title)
    own = own_number(read)
    assert (own.number if own else None) == number
    assert number not in {link.number for link in find_links(read, own)}


def test_the_dockets_of_a_rule_are_no_links(document: Callable[..., PolicyDocument]):
    read = document("[Docket No. 310310-0036]\nRIN 0694-AK11\n[FR Doc. 2031-05426 Filed 3-25-31]")
    assert find_links(read, own_number(read)) == ()


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The Export Control (Amendment) Regulations 2031 (SI 2031/346) apply.", "cites"),
        ("The Regulations amend the Order (SI 2008/346).", "amends"),
        (
            "It suspends, with immediate effect and until 3 May 2032, Announcement No. 6 of 2031.",
            "suspends",
        ),
    ],
)
def test_the_verb_and_not_the_name_tells_what_is_done(
    document: Callable[..., PolicyDocument], text: str, relation: str
):
    (link,) = find_links(document(text), None)
    assert link.relation == relation
