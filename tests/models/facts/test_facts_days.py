from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.extract import Days, find_days


@pytest.fixture
def days(document: Callable[..., PolicyDocument]) -> Callable[..., Days]:
    return lambda text, language="en": find_days(document(text, language), measure=True)


@pytest.mark.parametrize(
    ("text", "language", "effective"),
    [
        ("From 1 April 2027 the export of gauges will require a licence.", "en", "2027-04-01"),
        ("本条例自2027年1月1日起施行。", "zh", "2027-01-01"),
        ("改正は、2027年10月8日（金）から施行する。", "ja", "2027-10-08"),
        ("The rule is effective from May 1, 2027, until April 30, 2028.", "en", "2027-05-01"),
    ],
)
def test_a_day_that_is_only_the_first_or_last_is_not_the_documents(
    days: Callable[..., Days], text: str, language: str, effective: str
):
    found = days(text, language)
    assert found.document is None
    assert found.effective.date == effective
    assert not [each for each in found.all if each.role == "published"]


def test_a_day_of_publication_and_effect_is_the_documents(days: Callable[..., Days]):
    assert days("It is effective on publication, May 3, 2027.").document.date == "2027-05-03"


def test_what_the_head_of_a_rule_calls_effective_is_its_day(days: Callable[..., Days]):
    head = "Gauges rule\n91 FR 1234\n\nDATES: This rule takes effect on Friday, May 7, 2027.\n"
    found = days(head + "\nSUMMARY: The bureau adds gauges to its list.")
    assert (found.document.date, found.effective.date) == ("2027-05-07", "2027-05-07")


def test_a_header_is_before_the_day_of_effect(days: Callable[..., Days]):
    found = days("Board adds 20 firms to its list\nMay 3, 2027\nIt takes effect on May 6, 2027.")
    assert (found.document.date, found.effective.date) == ("2027-05-03", "2027-05-06")


def test_the_day_of_a_rule_that_is_cited_is_not_the_documents(days: Callable[..., Days]):
    found = days(
        "SUMMARY: On September 30, 2026, the Board published a rule (91 FR 47201), which was"
        " effective on September 29, 2026. The Board suspends that rule for one year.\n\n"
        "DATES: This rule is effective from May 3, 2027, until May 2, 2028."
    )
    assert found.document.date == "2027-05-03"
    assert found.effective.date == "2027-05-03"
    assert ("expiry", "2028-05-02") in {(each.role, each.date) for each in found.all}


@pytest.mark.parametrize(
    ("text", "language", "role", "end"),
    [
        ("自2027年5月14日起，暂停实施锡矿措施90天。", "zh", "suspension_end", "2027-08-11"),
        ("The Board suspends it for one year from May 3, 2027.", "en", "suspension_end", None),
        ("本公告自2027年5月14日起施行，有效期5年。", "zh", "expiry", "2032-05-13"),
        (
            "It takes effect on May 14, 2027 and shall remain in effect for one year.",
            "en",
            "expiry",
            "2028-05-13",
        ),
    ],
)
def test_a_duration_ends_on_its_last_day(
    days: Callable[..., Days], text: str, language: str, role: str, end: str | None
):
    ends = [each.date for each in days(text, language).all if each.role == role]
    assert ends == [end or "2028-05-02"]


@pytest.mark.parametrize(
    "text",
    [
        "本公告自2027年5月14日起施行。许可证有效期6个月。",
        "本公告自2027年5月14日起施行，实施期限不超过2年。",
    ],
)
def test_a_limit_or_the_time_of_a_licence_is_no_end(days: Callable[..., Days], text: str):
    assert {each.role for each in days(text, "zh").all} == {"effective"}


def test_an_amendment_ends_nothing(days: Callable[..., Days]):
    text = "（2001年10月22日令第3号公布　根据2020年11月29日《锡矿决定》第三次修订）\n第一条"
    assert "suspension_end" not in {each.role for each in days(text, "zh").all}


@pytest.mark.parametrize(
    ("text", "end"),
    [
        (
            "令和9年5月1日\n鉱業省は、スズの輸出規制を2028年5月2日まで停止する。即日実施。",
            "2028-05-02",
        ),
        (
            "鉱業省は2027年5月1日、スズの輸出規制を1年間停止すると発表した。5月10日から実施する。",
            "2028-05-09",
        ),
        ("鉱業省は1日、規制を90日停止すると発表した。2027年5月10日から実施する。", "2027-08-07"),
    ],
)
def test_a_date_is_not_a_duration(days: Callable[..., Days], text: str, end: str):
    ends = [each.date for each in days(text, "ja").all if each.role == "suspension_end"]
    assert ends == [end]


def test_the_day_it_was_put_out_is_not_its_end(days: Callable[..., Days]):
    text = (
        "2027年5月2日\n鉱業省は1日、スズの輸出規制を2028年5月1日まで停止すると発表した。即日実施。"
    )
    assert days(text, "ja").effective.date == "2027-05-01"


@pytest.mark.parametrize(
    ("text", "language", "effective"),
    [
        (
            (
                "3 August 2027\nThe tin list was amended with effect from 1 September 2027. Its"
                " coming into force is hereby postponed to 1 October 2027."
            ),
            "en",
            "2027-10-01",
        ),
        (
            "2027年8月3日\n原定自2027年9月1日起施行的锡矿公告推迟至2027年10月1日施行。",
            "zh",
            "2027-10-01",
        ),
        (
            "2027年8月3日\nスズの規制は2027年9月1日から施行する予定だったが、施行を10月1日に延期する。",
            "ja",
            "2027-10-01",
        ),
        (
            (
                "3 August 2027. The board rescinds the tin rule, which was issued on 5 January 2027"
                " and was to apply from 9 August 2027."
            ),
            "en",
            None,
        ),
        (
            (
                "PORT, 3 August 2027. The board suspended its rule that exports of tin need a"
                " permit from 24 September 2027."
            ),
            "en",
            None,
        ),
        (
            (
                "3 August 2027\nThe board put five notices on hold with immediate effect. Two of"
                " them applied from 3 May 2027; the rest would have begun on 1 September 2027."
            ),
            "en",
            "2027-08-03",
        ),
        (
            (
                "RENEWAL\nI renew the order issued in this matter on December 3, 2026. This order"
                " is effective immediately.\nDated: December 1, 2027."
            ),
            "en",
            "2027-12-01",
        ),
        (
            (
                "2027年8月3日\n矿业部公告2027年第9号\n本公告自公布之日起实施。\n"
                "【第二款自2027年11月9日至2028年11月8日暂停实施】"
            ),
            "zh",
            "2027-08-03",
        ),
        ("矿业部2027年第18号公告（2027年4月4日发布）附表更正。\n2027年4月10日", "zh", None),
        (
            "本公司收到出口许可证，有效期自2027年12月2日至2028年12月1日。\n2027年12月5日",
            "zh",
            None,
        ),
        (
            (
                "Notice, 18 January 2027. Parties have 37 days from publication to make their views"
                " known. Duties remain in force."
            ),
            "en",
            None,
        ),
        (
            (
                "PORT, May 7, 2027. The ore rules are effective upon filing (May 7, 2027),"
                " the tin rules five days later (May 12, 2027)."
            ),
            "en",
            "2027-05-07",
        ),
        (
            (
                "May 7, 2027\nThe rule is effective immediately. Comments are due within 60 days"
                " from May 13, 2027."
            ),
            "en",
            "2027-05-07",
        ),
        (
            (
                "Vom 9. Juli 2027\nDiese Verordnung tritt am Tag nach der Verkündung in Kraft.\n"
                "(verkündet am 22. Juli 2027)"
            ),
            "de",
            "2027-07-23",
        ),
        (
            (
                "This Regulation shall enter into force on the day following that of its"
                " publication in the Official Journal.\nDone at Brussels, 8 September 2027."
            ),
            "en",
            None,
        ),
        (
            "令和9年7月1日\n鉱業省は、7月4日より、スズの輸出を包括許可の対象から外す。",
            "ja",
            "2027-07-04",
        ),
        (
            (
                "令和9年7月1日\n鉱業省は、7月4日より、スズの輸出を包括許可の対象から外す。"
                "また、7月2日より意見募集手続きを開始する。"
            ),
            "ja",
            "2027-07-04",
        ),
        ("June 15, 2027\nFirms need a permit for the parties added on June 10.", "en", None),
        (
            "June 15, 2027\nA permit is needed for firms that were added on June 10.",
            "en",
            "2027-06-10",
        ),
        ("METI needs a licence for tin from **1 August 2027**.", "en", "2027-08-01"),
        ("Published | 7 May 2027\nEffective date | 1 June 2027\nSubject | Tin", "en", "2027-06-01"),
        ("发布日期 | 2027年5月7日\n生效日期 | 2027年6月1日\n内容 | 锡矿", "zh", "2027-06-01"),
    ],
)
def test_the_first_day_is_that_of_the_measure_itself(
    days: Callable[..., Days], text: str, language: str, effective: str | None
):
    found = days(text, language).effective
    assert (found.date if found else None) == effective


def test_a_day_ahead_is_not_the_documents(days: Callable[..., Days]):
    text = "# Notice\n\nMETI requires a licence for exports of tin and ore from **1 August 2027**."
    assert days(text).document is None


def test_a_day_of_a_savings_clause_is_not_the_documents(days: Callable[..., Days]):
    text = "Goods en route aboard a carrier to a port of export on May 8, 2027, may proceed."
    assert days(text).document is None


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "PORT, 3 May 2027. The government extended until 31 December 2027 the ban on tin.",
            {("published", "2027-05-03"), ("expiry", "2027-12-31")},
        ),
        (
            "3 May 2027. The firm recalls gauges and wants stocks back by 30 June 2027.",
            {("published", "2027-05-03")},
        ),
    ],
)
def test_an_end_has_one_role_that_words_tell(
    days: Callable[..., Days], text: str, roles: set[tuple[str, str]]
):
    found = {(each.role, each.date) for each in days(text).all if each.role != "issued"}
    assert found == roles
