from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.dates import find_dates
from dualuse.models.facts.days.effective import effective_date
from dualuse.models.facts.days.roles import role_dates
from dualuse.models.facts.records import DateFact


@pytest.fixture
def effective(document: Callable[..., PolicyDocument]) -> Callable[..., DateFact | None]:
    def ask(text: str, language: str, published: str | None = None) -> DateFact | None:
        roled = role_dates(document(text, language), find_dates(text, language, published))
        return effective_date(text, roled, published)

    return ask


@pytest.mark.parametrize(
    ("text", "language", "published", "expected"),
    [
        ("本公告自公布之日起施行。", "zh", "2026-01-06", "2026-01-06"),
        (
            "中国商務部は1月6日、公告を発表し、発表と同時に効力を持った。",
            "ja",
            "2026-01-07",
            "2026-01-06",
        ),
        ("The ban took hold the moment it was posted.", "en", "2026-01-06", "2026-01-06"),
        ("本公告自公布之日起30日后施行。", "zh", "2026-03-01", "2026-03-31"),
        ("以上修订自公布之日起两个月后实施。", "zh", "2025-03-25", "2025-05-25"),
        ("It applies 60 days after publication.", "en", "2026-01-01", "2026-03-02"),
        ("本公告自公布之日起两个月后实施。", "zh", "2025-12-31", "2026-02-28"),
        ("本公告自公布之日起正式实施。", "zh", "2026-01-06", "2026-01-06"),
        ("本公告自公布30日后施行。", "zh", "2026-03-01", "2026-03-31"),
        ("自公布之日起第30日起施行。", "zh", "2026-03-01", "2026-03-31"),
        ("It takes effect 30 days after it is published.", "en", "2026-03-01", "2026-03-31"),
        (
            "この政令は、公布の日から起算して二十日を経過した日から施行する。",
            "ja",
            "2026-06-01",
            "2026-06-21",
        ),
        (
            "本公告第一条自2025年12月1日起实施；其他内容自公布之日起施行。",
            "zh",
            "2025-10-09",
            "2025-10-09",
        ),
        ("It takes effect on the date of its publication.", "en", "2027-04-04", "2027-04-04"),
        ("They come into force as of the date of promulgation.", "en", "2027-04-04", "2027-04-04"),
        ("Effective from the date of its release.", "en", "2027-04-04", "2027-04-04"),
        ("Implemented from the date of publication.", "en", "2027-04-04", "2027-04-04"),
        (
            "It shall enter into force on the day following that of its publication.",
            "en",
            "2027-04-04",
            "2027-04-05",
        ),
        (
            "It enters into force on the twentieth day following that of its publication.",
            "en",
            "2027-04-04",
            "2027-04-24",
        ),
        ("Sie tritt am Tag nach der Verkündung in Kraft.", "de", "2027-04-04", "2027-04-05"),
        (
            "It comes into effect after 30 days from the date of notification.",
            "en",
            "2027-04-04",
            "2027-05-04",
        ),
        (
            "Item 1 takes effect on May 1, 2027. The rest takes effect on the date of publication.",
            "en",
            "2027-04-04",
            "2027-04-04",
        ),
        (
            "第一项自2027年5月1日起实施，第（三）项自公布之日起实施。",
            "zh",
            "2027-04-04",
            "2027-04-04",
        ),
        ("It is effective at 12:01 a.m. on June 15, 2026.", "en", "2026-05-20", "2026-06-15"),
    ],
)
def test_days_told_by_the_publication(
    effective: Callable[..., DateFact | None],
    text: str,
    language: str,
    published: str | None,
    expected: str,
):
    assert effective(text, language, published).date == expected


def test_the_day_stays_open_where_the_publication_is_unknown(
    effective: Callable[..., DateFact | None],
):
    found = effective("本公告自公布之日起施行。", "zh")
    assert found.date is None
    assert found.end > found.start


def test_the_first_part_to_apply_counts(effective: Callable[..., DateFact | None]):
    text = "第三条线自2025年10月9日起施行，技术线自2025年12月1日起施行。"
    assert effective(text, "zh").date == "2025-10-09"


def test_no_word_no_date(effective: Callable[..., DateFact | None]):
    assert effective("The committee met on 20 June 2019.", "en", "2019-06-21") is None


@pytest.mark.parametrize("words", ["effective until", "in force until", "applies through"])
def test_the_last_day_is_not_the_first(effective: Callable[..., DateFact | None], words: str):
    found = effective(f"The licence is {words} September 30, 2026.", "en", "2026-05-20")
    assert found is None


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("公布の日から起算して六月を超えない範囲内において政令で定める日から施行する。", "ja"),
        ("Comments are due within 30 days after publication.", "en"),
    ],
)
def test_a_day_still_to_be_set_is_none(
    effective: Callable[..., DateFact | None], text: str, language: str
):
    assert effective(text, language, "2027-04-04") is None
