import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact, Fact, Item, Link, Party, Status
from dualuse.screening.triaged import Triaged, as_of_day, triaged_from

Make = Callable[..., Triaged]


@pytest.fixture
def full(make_result: Make) -> Triaged:
    """A result with all kinds of parts."""
    return make_result(
        mark="f" * 64,
        dates=(DateFact("effective", "2026-07-01", 0, 1), DateFact("expiry", None, 2, 3)),
        effective_date="2026-07-01",
        items=(Item("gallium", 0, 1),),
        parties=(Party("Acme", None, "Entity List", 5, 6),),
        links=(Link("amends", "No. 0"),),
        exceptions=(Fact("exceptions", "Not to X.", 7, 8),),
        penalties=(Fact("penalties", "A fine.", 7, 8),),
        summary=(Sentence("A ban.", 9, 10),),
        facts=(Fact("codes", "3C001", 11, 12),),
        status=Status("2026-06-01", "announced", None),
    )


def test_a_line_read_again_is_the_result(full: Triaged) -> None:
    assert triaged_from(json.loads(full.line(with_text=False))) == full


@pytest.mark.parametrize(
    "damage",
    [
        {"title": 3},
        {"relevance_score": "high"},
        {"measures": "ban"},
        {"dates": [{"role": "birthday", "date": None, "start": 0, "end": 1}]},
        {"dates": [{"role": "effective"}]},
        {"status": None},
        {"facts": [1]},
        {"exceptions": [{"start": 1}]},
        {"digest": None},
        {"group": 5},
    ],
)
def test_a_damaged_record_is_refused(full: Triaged, damage: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"is no|no line of triage|are strings"):
        triaged_from(json.loads(full.line(with_text=False)) | damage)


def test_a_missing_field_is_refused(full: Triaged) -> None:
    for name in full.as_json(with_text=False):
        record = json.loads(full.line(with_text=False))
        del record[name]
        with pytest.raises(ValueError, match="no line of triage"):
            triaged_from(record)


def test_the_status_is_that_of_the_day_asked_for(full: Triaged) -> None:
    briefing = as_of_day(full.briefing, date(2026, 7, 1))
    assert briefing.status == Status("2026-07-01", "in_force", None)
    assert replace(briefing, status=full.briefing.status) == full.briefing
