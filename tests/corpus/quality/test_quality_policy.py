from dataclasses import replace
from typing import Any

import pytest

from dualuse.corpus.quality.policy import check_policy
from dualuse.corpus.records import LabelledDate, LabelledParty, LabelledPolicy

DATES = (LabelledDate("published", "2023-07-03"), LabelledDate("effective", "2023-08-01"))
BARE = {"categories": (), "codes": (), "measures": ("none",)}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"relevance": "none", **BARE},
        {"relevance": "low", "measures": ("none",)},
        {"relevance": "medium", "measures": ("none",)},
        {"relevance": "medium", "measures": ("enforcement", "guidance")},
        {"issuer": None, "issuing_country": None, "date": None, "effective_date": None},
        {"issuing_country": "EU", "target_countries": ("JP", "US")},
        {"scope": None},
        {"items": ("semiconductor metals", "GALLIUM")},
        {"key_spans": ((0, 4), (4, 7))},
        {"difficulty": "hard"},
        {"dates": DATES},
        {"dates": (), "date": None, "effective_date": None},
        {"parties": ()},
        {"parties": (LabelledParty("Gallium", "CN", "Entity List"),)},
    ],
)
def test_sound_documents(document: LabelledPolicy, changes: dict[str, Any]) -> None:
    assert check_policy([replace(document, **changes)]) == []


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"lang": "ko"}, "lang", "lang 'ko' is none of en, "),
        ({"form": "poem"}, "form", "form 'poem' is none of announcement, "),
        ({"relevance": "urgent"}, "relevance", "relevance 'urgent' is none of none, "),
        ({"categories": ("3", "none")}, "categories", "categories 'none' is none of 0, "),
        ({"measures": ("ban", "tariff")}, "measures", "measures 'tariff' is none of ban, "),
        ({"scope": "some"}, "scope", "scope 'some' is none of all, parties, listed"),
        ({"scope": ""}, "scope", "scope '' is none of all, parties, listed"),
        ({"title": " "}, "title", "the title is empty"),
        ({"summary": ""}, "summary", "the summary is empty"),
        ({"event": "\n"}, "event", "the event is empty"),
        ({"difficulty": "grave"}, "difficulty", "difficulty 'grave' is of no known kind"),
        (
            {"dates": (*DATES, LabelledDate("birthday", "2023-08-02"))},
            "dates",
            "role 'birthday' is none of issued, ",
        ),
        (
            {"dates": (*DATES, LabelledDate("expiry", "2023"))},
            "dates",
            "expiry '2023' is no date of the form 2026-01-06",
        ),
        (
            {"dates": DATES[1:]},
            "dates",
            "date 2023-07-03 is not among the dates as issued or published",
        ),
        (
            {"dates": DATES[:1]},
            "dates",
            "effective_date 2023-08-01 is not among the dates as effective",
        ),
        (
            {"parties": (LabelledParty("Acme Ltd", None, None),)},
            "parties",
            "the party 'Acme Ltd' does not stand in the document",
        ),
        (
            {"parties": (LabelledParty("Gallium", "China", None),)},
            "parties",
            "'China' is no two-letter country code",
        ),
        (
            {"text": " ", "items": (), "codes": (), "key_spans": ()},
            "text",
            "the text is empty",
        ),
    ],
)
def test_words(document: LabelledPolicy, changes: dict[str, Any], rule: str, message: str) -> None:
    finding = check_policy([replace(document, **changes)])[0]
    assert (finding.record, finding.rule) == ("pol-1", rule)
    assert message in finding.message


@pytest.mark.parametrize("field", ["date", "effective_date"])
@pytest.mark.parametrize(
    "value", ["", "2026-1-06", "20260106", "2026-02-30", "6 January 2026", "2026-W02-2"]
)
def test_dates(document: LabelledPolicy, field: str, value: str) -> None:
    (finding,) = check_policy([replace(document, **{field: value})])
    assert finding.rule == field
    assert finding.message == f"{field} {value!r} is no date of the form 2026-01-06"


@pytest.mark.parametrize("country", ["", "cn", "CHN", "China"])
@pytest.mark.parametrize("field", ["issuing_country", "target_countries"])
def test_countries(document: LabelledPolicy, field: str, country: str) -> None:
    value = country if field == "issuing_country" else ("JP", country)
    (finding,) = check_policy([replace(document, **{field: value})])
    assert finding.rule == "countries"
    assert finding.message == f"{country!r} is no two-letter country code"


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        (
            {"items": ("gallium", "germanium")},
            "items",
            "the item 'germanium' does not stand in the document",
        ),
        ({"items": ("",)}, "items", "the item '' does not stand in the document"),
        ({"codes": ("3C1",)}, "codes", "'3C1' is no five-character code"),
        ({"codes": ("3C002",)}, "codes", "the code '3C002' does not stand in the document"),
    ],
)
def test_what_must_stand_in_the_document(
    document: LabelledPolicy, changes: dict[str, Any], rule: str, message: str
) -> None:
    (finding,) = check_policy([replace(document, **changes)])
    assert (finding.rule, finding.message) == (rule, message)


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"measures": ()}, "measures", "measures []: `none` stands alone, and one is needed"),
        (
            {"relevance": "medium", "measures": ("none", "ban")},
            "measures",
            "measures ['none', 'ban']: `none` stands alone, and one is needed",
        ),
        ({"measures": ("none",)}, "measures", "relevance high without a measure"),
        (
            {"relevance": "low", "measures": ("guidance",)},
            "measures",
            "relevance low with measures ['guidance']",
        ),
        (
            {"relevance": "none", **BARE, "measures": ("ban",)},
            "measures",
            "relevance none with measures ['ban']",
        ),
        (
            {"relevance": "none", **BARE, "categories": ("3",)},
            "categories",
            "relevance none with categories or codes",
        ),
        (
            {"relevance": "none", **BARE, "codes": ("CN:3C001",)},
            "categories",
            "relevance none with categories or codes",
        ),
    ],
)
def test_labels_that_contradict_each_other(
    document: LabelledPolicy, changes: dict[str, Any], rule: str, message: str
) -> None:
    (finding,) = check_policy([replace(document, **changes)])
    assert (finding.rule, finding.message) == (rule, message)


@pytest.mark.parametrize(
    ("spans", "message"),
    [
        ((), "no key sentence is marked"),
        (((33, 69), (0, 32)), "[0, 32] is out of order or out of the text"),
        (((0, 32), (31, 69)), "[31, 69] is out of order or out of the text"),
        (((7, 7),), "[7, 7] is out of order or out of the text"),
        (((-5, 7),), "[-5, 7] is out of order or out of the text"),
        (((33, 70),), "[33, 70] is out of order or out of the text"),
        (((0, 33),), "[0, 33] begins or ends with space"),
        (((7, 13),), "[7, 13] begins or ends with space"),
    ],
)
def test_spans(document: LabelledPolicy, spans: tuple[tuple[int, int], ...], message: str) -> None:
    (finding,) = check_policy([replace(document, key_spans=spans)])
    assert (finding.rule, finding.message) == ("key_spans", message)


def test_repeated_id_is_told_once(document: LabelledPolicy) -> None:
    (finding,) = check_policy([document, document, document])
    assert str(finding) == "pol-1: the id stands more than once [id]"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"issuing_country": "JP"}, "pol-1 names CN as issuer of 'cn-2023-23' too"),
        (
            {"measures": ("ban", "guidance")},
            "has no measure in common with pol-1, which tells 'cn-2023-23' too",
        ),
    ],
)
def test_texts_of_one_event_agree(
    document: LabelledPolicy, changes: dict[str, Any], message: str
) -> None:
    other = replace(document, id="pol-2", **changes)
    (finding,) = check_policy([document, other])
    assert (finding.record, finding.rule, finding.message) == ("pol-2", "event", message)
    assert not check_policy([document, replace(other, event="other")])
    if "measures" in changes:
        assert not check_policy([document, replace(other, effective_date="2023-09-01")])
    # A reaction to the event is not the event.
    assert not check_policy([document, replace(other, relevance="medium", measures=("none",))])


def test_each_two_texts_of_an_event_are_compared(document: LabelledPolicy) -> None:
    both = replace(document, measures=("licence_requirement", "ban"))
    others = [
        replace(document, id="pol-2"),
        replace(document, id="pol-3", measures=("ban",)),
    ]
    (finding,) = check_policy([both, *others])
    assert finding.record == "pol-3"
    assert finding.message.startswith("has no measure in common with pol-2, ")
