from collections.abc import Callable

import pytest

from dualuse.screening.document_numbers import announced_number
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]


@pytest.mark.parametrize(
    "spellings",
    [
        (
            "商务部公告2026年第1号",
            "公告2026年第1号",
            "Announcement No. 1 of 2026",
            "Announcement No. 1",
        ),
        ("公告二〇二四年第四十六号", "Announcement No. 46/2024", "2024年第46号公告"),
        ("Delegated Regulation (EU) 2025/2003", "(UE) 2025/2003", "Verordnung (EU) 2025/2003"),
        ("Executive Order 14312", "E.O. 14312"),
        ("89 FR 72926", "89 Fed. Reg. 72,926"),
        ("令和7年政令第12号", "令和七年政令第十二号"),
    ],
)
def test_spellings_of_one_number_are_alike(make_result: Make, spellings: tuple[str, ...]) -> None:
    day = "2024-12-03" if "46" in spellings[0] or "四十六" in spellings[0] else "2026-01-06"
    keys = {announced_number(make_result(number=each, date=day).briefing) for each in spellings}
    assert len(keys) == 1
    assert None not in keys


def test_other_numbers_kinds_and_years_differ(make_result: Make) -> None:
    numbers = [
        *("公告2026年第1号", "公告2026年第2号", "公告2025年第1号", "商务部令2026年第1号"),
        *("令和8年政令第1号", "令和8年省令第1号", "(EU) 2026/1", "Executive Order 14105"),
    ]
    keys = [announced_number(make_result(number=each).briefing) for each in numbers]
    assert len(set(keys)) == len(numbers)


@pytest.mark.parametrize("number", [None, "", "〔2025〕31号", "第号公告"])
def test_what_tells_no_document_has_no_key(make_result: Make, number: str | None) -> None:
    assert announced_number(make_result(number=number).briefing) is None


def test_a_number_without_a_year_needs_a_date(make_result: Make) -> None:
    undated = make_result(number="Announcement No. 18", date=None).briefing
    assert announced_number(undated) is None
    dated = make_result(number="Announcement No. 18", date=None, effective_date="2025-04-04")
    assert announced_number(dated.briefing) == ("announcement", "", "2025", "18")
