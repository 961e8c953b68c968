from dataclasses import replace
from datetime import date

import pytest

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.policy import PolicyModel
from dualuse.models.summary import SentenceCount
from dualuse.screening import triage
from dualuse.screening.triage import PolicyScreener

BAN = """MOFCOM Announcement No. 7 of 2026

In accordance with the Export Control Law, exports of gallium and germanium (3C001) to Japan are \
banned from 6 March 2026. The ban does not apply to medical uses. Exporters apply to MOFCOM for a \
licence. Questions are answered by telephone on working days. This announcement was drafted by the \
Bureau of Security and Control.
"""


def document(text: str, title: str = "") -> PolicyDocument:
    return PolicyDocument(title, text, split_sentences(text, "en"), "en", "notice.txt")


@pytest.fixture
def screener(tiny_policy: PolicyModel) -> PolicyScreener:
    """Briefs with the tiny model, as of a fixed day."""
    return PolicyScreener(tiny_policy, date(2026, 6, 1), SentenceCount(number=2))


def test_the_title_is_no_sentence_of_the_summary(screener: PolicyScreener) -> None:
    title = "MOFCOM bans exports of gallium to Japan"
    body = "Exports of gallium to Japan are banned from 6 March 2026. Telephone on working days."
    found = screener.brief(document(f"{title}\n\n{body}", title))
    assert title not in [sentence.text for sentence in found.summary]
    assert found.summary


def test_a_document_that_is_only_a_title_has_no_summary(screener: PolicyScreener) -> None:
    found = screener.brief(
        document("Exports of gallium are banned", "Exports of gallium are banned")
    )
    assert found.summary == ()


def test_fields_of_codes_are_fields_of_the_document(screener: PolicyScreener) -> None:
    found = screener.brief(document(BAN))
    assert found.relevance != "none"
    assert "3" in found.categories


@pytest.mark.parametrize(
    ("text", "measures", "scope"),
    [
        ("Exports of all dual-use items are banned.", ["ban"], "all"),
        ("禁止所有两用物项对日本军事用户出口。", ["ban", "end_use_control"], "all"),
        ("Exports of gallium (3C001) are banned.", ["ban"], "listed"),
        ("Exports to Japan are banned.", ["ban"], None),
        ("Exports of gallium (3C001) are banned.", ["ban", "entity_listing"], "parties"),
        ("All dual-use items are under discussion.", ["consultation"], None),
        ("All dual-use items are under discussion.", ["none"], None),
    ],
)
def test_the_scope_follows_measures_and_words(
    text: str, measures: list[str], scope: str | None
) -> None:
    read = document(text)
    assert triage._scope(read, measures, extract_facts(read)) == scope


def test_sentences_know_their_place(screener: PolicyScreener) -> None:
    text = document(BAN)
    found = screener.brief(text).summary
    assert found
    for sentence in found:
        assert isinstance(sentence, Sentence)
        assert text.text[sentence.start : sentence.end] == sentence.text


def test_of_equal_relevance_the_surer_comes_first(screener: PolicyScreener) -> None:
    found = screener.brief(document(BAN))
    places = [("high", 0.6, "b"), ("high", 0.9, "c"), ("low", 0.99, "a"), ("high", 0.6, "a")]
    briefings = [
        replace(found, relevance=relevance, relevance_score=score, path=path)
        for relevance, score, path in places
    ]
    ordered = sorted(briefings, key=triage.urgency)
    assert [each.path for each in ordered] == ["c", "a", "b", "a"]
    assert ordered[-1].relevance == "low"
