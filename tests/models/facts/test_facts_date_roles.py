from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.dates import find_dates
from dualuse.models.facts.days.roles import role_dates


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("本公告自2025年12月1日起施行。", "zh", "effective"),
        ("公告有关措施暂停实施，至2026年11月10日止暂停。", "zh", "suspension_end"),
        ("公众可于2022年5月22日前，通过电子邮件提出修改建议。", "zh", "comment_deadline"),
        ("商务部2025年10月9日发布公告。", "zh", "published"),
        ("改正省令は令和7年10月9日から施行します。", "ja", "effective"),
        ("公告の停止の期限は2026年11月27日である。", "ja", "suspension_end"),
        ("意見の提出期限は2023年3月13日。", "ja", "comment_deadline"),
        ("中国商務部は2026年1月6日、公告を発表した。", "ja", "published"),
        ("The rule takes effect on December 2, 2024.", "en", "effective"),
        ("It comes into force on 1 April 2024.", "en", "effective"),
        ("The rule is suspended until November 9, 2026.", "en", "suspension_end"),
        ("Comments may be filed until September 27, 2024.", "en", "comment_deadline"),
        ("The order expires on 23 August 2024.", "en", "expiry"),
        ("The rule was published on September 30, 2025.", "en", "published"),
        ("Die Verordnung gilt ab dem 1. März 2026.", "de", "effective"),
        ("Le règlement est applicable à compter du 1er mars 2026.", "fr", "effective"),
        ("措施自2027年4月10日12时01分起施行。", "zh", "effective"),
        ("改正は、2027年10月8日（金曜日）から施行されます。", "ja", "effective"),
        ("改正は、2027年10月8日（金）に施行されます。", "ja", "effective"),
        ("公布後六月を経過した日（令和9年10月8日）から施行する。", "ja", "effective"),
        ("It commences on the 28th day after registration, 5 August 2027.", "en", "effective"),
        ("受付締切日時　2027年3月1日23時59分", "ja", "comment_deadline"),
        ("This consultation closes at 11:59pm on 6 March 2027.", "en", "comment_deadline"),
        ("至2027年11月10日，暂停实施锡矿公告。", "zh", "suspension_end"),
        ("It suspends Notice No. 6 of 2026 until March 1, 2027.", "en", "suspension_end"),
        ("Loading is authorized through 12:01 a.m. EST, June 28, 2027.", "en", "expiry"),
        ("The permit expires at 12:01 a.m. EST on April 9, 2027.", "en", "expiry"),
        ("Die Genehmigung ist bis zum 31. März 2027 befristet.", "de", "expiry"),
        ("An administrative notice runs until 15 January 2027.", "en", "comment_deadline"),
        ("スズの規制を2027年11月10日まで停止すると発表した。", "ja", "suspension_end"),
        ("意見の募集を始め、2027年7月24日に締め切ります。", "ja", "comment_deadline"),
        ("Sanctions were reimposed at midnight GMT on 28 September 2027.", "en", "effective"),
        ("It applies from **1 August 2027**.", "en", "effective"),
        ("It applies from <b>1 August 2027</b>.", "en", "effective"),
        ("Effective date | 1 June 2027", "en", "effective"),
        ("施行日 | 2027年6月1日", "ja", "effective"),
        ("Done at Brussels, 8 September 2027.", "en", "issued"),
    ],
)
def test_the_clause_says_what_the_date_is(
    document: Callable[..., PolicyDocument], text: str, language: str, role: str
):
    (found,) = role_dates(document(text, language), find_dates(text, language))
    assert found.role == role


def test_a_date_without_a_word_has_no_role(document: Callable[..., PolicyDocument]):
    text = "The managers were arrested in Yokohama (March 11, 2020)."
    assert role_dates(document(text), find_dates(text, "en")) == ()


def test_the_next_sentence_does_not_count(document: Callable[..., PolicyDocument]):
    text = "A seminar is held on 18 September 2025. The rule takes effect later."
    assert role_dates(document(text), find_dates(text, "en")) == ()


@pytest.mark.parametrize(
    ("text", "language", "roles"),
    [
        ("Valid from 4 July 2027 until 3 July 2028.", "en", ["effective", "expiry"]),
        (
            "The rule is effective from May 1, 2027, until May 2, 2028.",
            "en",
            ["effective", "expiry"],
        ),
        (
            "From May 1, 2027 to May 2, 2028, the tin rule is suspended.",
            "en",
            ["effective", "suspension_end"],
        ),
        (
            "自2027年5月1日起至2028年5月2日止，暂停实施锡矿公告。",
            "zh",
            ["effective", "suspension_end"],
        ),
        (
            "令和9年5月1日から令和10年5月2日までの間、輸出を禁止する。",
            "ja",
            ["effective", "expiry"],
        ),
    ],
)
def test_a_range_begins_and_ends(
    document: Callable[..., PolicyDocument], text: str, language: str, roles: list[str]
):
    found = role_dates(document(text, language), find_dates(text, language))
    assert [each.role for each in found] == roles


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("意見募集期間：令和9年1月29日（金）～令和9年3月1日（月）必着", "ja"),
        ("意見募集期間は、令和9年1月29日から令和9年3月1日までです。", "ja"),
        ("征求意见时间：2027年1月29日至2027年3月1日", "zh"),
        ("Feedback period: 29 January 2027 - 1 March 2027", "en"),
    ],
)
def test_the_deadline_is_the_end_of_the_period(
    document: Callable[..., PolicyDocument], text: str, language: str
):
    roled = role_dates(document(text, language), find_dates(text, language))
    assert [each.date for each in roled if each.role == "comment_deadline"] == ["2027-03-01"]


def test_another_measure_in_the_past_counts_less(document: Callable[..., PolicyDocument]):
    text = "The old rule took effect on May 3, 2027. The new one takes effect on June 1, 2027."
    past, new = role_dates(document(text), find_dates(text, "en"))
    assert past.weight < 4 < new.weight


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The firm expects a charge in the quarter that ends on 27 April 2027.", "en"),
        ("Comments are taken for 60 days from May 3, 2027.", "en"),
        ("The rule begins 60 days from May 3, 2027.", "en"),
        ("スズの規制は2027年9月1日から施行する予定だった。", "ja"),
    ],
)
def test_a_day_that_words_deny_is_neither_first_nor_end(
    document: Callable[..., PolicyDocument], text: str, language: str
):
    roled = role_dates(document(text, language), find_dates(text, language))
    assert [each.role for each in roled if each.role in {"effective", "expiry"}] == []
