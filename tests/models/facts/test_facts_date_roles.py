from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.date_roles import role_dates
from dualuse.models.facts.dates import find_dates


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
