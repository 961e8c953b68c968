from collections.abc import Callable
from datetime import date

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.status import status_of

SUSPENSION = "The rule is suspended, effective November 10, 2025, until November 9, 2026."
ORDER = "This order takes effect on February 23, 2024 and expires on August 21, 2024."


@pytest.mark.parametrize(
    ("text", "measures", "as_of", "state", "until"),
    [
        ("Takes effect on 1 April 2024.", ["licence_requirement"], "2024-03-31", "announced", None),
        ("Takes effect on 1 April 2024.", ["licence_requirement"], "2024-04-01", "in_force", None),
        (
            "Comments may be filed until May 2, 2024.",
            ["consultation"],
            "2024-04-01",
            "proposed",
            None,
        ),
        ("Goods are controlled.", ["ban"], "2024-04-01", "unknown", None),
        (SUSPENSION, ["suspension_or_relief"], "2025-11-09", "announced", "2026-11-09"),
        (SUSPENSION, ["suspension_or_relief"], "2026-11-09", "in_force", "2026-11-09"),
        (SUSPENSION, ["suspension_or_relief"], "2026-11-10", "expired", "2026-11-09"),
        (ORDER, ["enforcement"], "2024-09-01", "expired", "2024-08-21"),
    ],
)
def test_where_the_measure_stands(
    document: Callable[..., PolicyDocument],
    text: str,
    measures: list[str],
    as_of: str,
    state: str,
    until: str | None,
):
    status = status_of(extract_facts(document(text)), measures, date.fromisoformat(as_of))
    assert (status.as_of, status.state, status.until) == (as_of, state, until)


def test_the_end_of_a_licence_does_not_end_the_rule(document: Callable[..., PolicyDocument]):
    text = (
        "The rule takes effect on September 29, 2025. BIS also issued a licence, which covers"
        " dealings with joint ventures.\n\nThat temporary licence runs until November 28, 2025."
    )
    facts = extract_facts(document(text))
    assert status_of(facts, ["licence_requirement"], date(2026, 1, 1)).state == "in_force"


def test_past_the_end_it_says_what_to_verify(document: Callable[..., PolicyDocument]):
    status = status_of(extract_facts(document(ORDER)), ["enforcement"], date(2024, 9, 1))
    assert status.note == "expired on 2024-08-21: verify"


@pytest.mark.parametrize("title", ["核出口管制条例【已废止】", "Tin order (repealed)"])
def test_a_title_that_says_it_is_no_more(document: Callable[..., PolicyDocument], title: str):
    facts = extract_facts(document("Takes effect on 1 April 2024."))
    assert status_of(facts, ["ban"], date(2025, 1, 1), title).state == "rescinded"


def test_a_text_without_a_measure_has_no_state(document: Callable[..., PolicyDocument]):
    facts = extract_facts(document("The rule takes effect on 1 April 2024, the spokesman said."))
    assert status_of(facts, ["none"], date(2025, 1, 1)).state == "unknown"


@pytest.mark.parametrize(
    ("text", "title", "state"),
    [
        ("Die Änderung tritt am 1. Mai 2027 in Kraft.", "Änderung der Verordnung", "in_force"),
        (
            "The rule takes effect on May 1, 2027. Comments may be filed until July 1, 2027.",
            "Interim final rule; request for comments",
            "in_force",
        ),
        (
            "The rule takes effect on July 1, 2027. Comments may be filed until May 1, 2027.",
            "Tin rule",
            "proposed",
        ),
        ("Comments may be filed until May 2, 2027.", "Tin rule", "proposed"),
    ],
)
def test_a_rule_that_asks_for_comments_may_be_final(
    document: Callable[..., PolicyDocument], text: str, title: str, state: str
):
    facts = extract_facts(document(text))
    assert status_of(facts, ["consultation"], date(2027, 12, 1), title).state == state


@pytest.mark.parametrize(
    ("title", "state"),
    [
        ("关于《锡矿清单（修订征求意见稿）》公开征求意见的通知", "proposed"),
        ("Notice of proposed rulemaking: tin", "proposed"),
        ("スズ輸出令の改正案に対する意見募集", "proposed"),
        ("Tin: response to the consultation on gauges", "unknown"),
    ],
)
def test_a_title_that_says_it_is_a_draft(
    document: Callable[..., PolicyDocument], title: str, state: str
):
    facts = extract_facts(document("Tin is to be controlled."))
    assert status_of(facts, ["list_amendment"], date(2027, 12, 1), title).state == state


def test_the_end_of_the_suspension_of_a_part_ends_nothing(
    document: Callable[..., PolicyDocument],
):
    text = (
        "2027年8月3日\n本公告自公布之日起实施。\n【第二款自2027年11月9日至2028年11月8日暂停实施】"
    )
    status = status_of(
        extract_facts(document(text, "zh")), ["ban", "suspension_or_relief"], date(2029, 1, 1)
    )
    assert (status.state, status.until) == ("in_force", None)
