import json
from dataclasses import fields, replace

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact, Fact, Item, Link, Party, Status
from dualuse.screening.brief.records import Brief, Slot
from dualuse.screening.briefing import Briefing

FULL = Briefing(
    path="a.txt",
    title="Notice",
    language="en",
    issuer="MOFCOM",
    issuing_country="CN",
    number="No. 1",
    date="2026-01-06",
    relevance="high",
    relevance_score=0.9,
    categories=("3", "6"),
    scope="all",
    measures=("ban",),
    target_countries=("JP",),
    effective_date="2026-01-06",
    dates=(DateFact("effective", "2026-01-06", 1, 2),),
    items=(Item("gallium", 3, 4),),
    codes=("3C001",),
    hs_codes=(),
    legal_basis=("Export Control Law",),
    parties=(Party("Acme", None, "Entity List", 5, 6),),
    exceptions=(Fact("exceptions", "But not to X.", 7, 8),),
    penalties=(),
    reexport=(),
    links=(Link("amends", "No. 0"),),
    status=Status("2026-06-01", "in_force", None),
    summary=(Sentence("A ban.", 9, 10),),
    brief=Brief("en", "A ban.", True, (Slot("measures", "ban", 9, 10),)),
    facts=(Fact("codes", "3C001", 11, 12),),
    model="m",
    lists="l",
)


def test_a_briefing_is_json_in_the_order_of_its_fields() -> None:
    found = json.loads(json.dumps(FULL.as_json()))
    assert list(found) == [field.name for field in fields(Briefing)]
    assert found["categories"] == ["3", "6"]
    assert found["scope"] == "all"


def test_parts_are_objects_with_their_place() -> None:
    found = FULL.as_json()
    assert found["dates"] == [{"role": "effective", "date": "2026-01-06", "start": 1, "end": 2}]
    assert found["items"] == [{"text": "gallium", "start": 3, "end": 4}]
    assert found["parties"] == [
        {"name": "Acme", "country": None, "list": "Entity List", "start": 5, "end": 6}
    ]
    assert found["links"] == [{"relation": "amends", "number": "No. 0"}]
    assert found["status"] == {
        "as_of": "2026-06-01",
        "state": "in_force",
        "until": None,
        "note": None,
    }
    assert found["facts"] == [{"field": "codes", "value": "3C001", "start": 11, "end": 12}]


def test_clauses_are_texts_with_their_place() -> None:
    assert FULL.as_json()["exceptions"] == [{"text": "But not to X.", "start": 7, "end": 8}]


def test_a_brief_names_its_language_and_its_places() -> None:
    assert FULL.as_json()["brief"] == {
        "language": "en",
        "text": "A ban.",
        "composed": True,
        "slots": ({"field": "measures", "value": "ban", "start": 9, "end": 10},),
    }
    assert replace(FULL, brief=None).as_json()["brief"] is None
