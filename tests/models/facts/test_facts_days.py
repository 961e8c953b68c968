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
