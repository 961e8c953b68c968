import json
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.control_lists.entries import (
    AllOf,
    AnyOf,
    Feature,
    Threshold,
    as_words,
    thresholds_of,
)
from dualuse.corpus.control_lists.plain import plain_entry
from dualuse.corpus.control_lists.reading import entry_from, read_entries
from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.errors import DualuseError

FRAMES = {"parameter": "frame rate", "relation": ">", "value": 9, "unit": "Hz"}
BAND = {"parameter": "wavelength", "relation": "between", "value": [8, 14], "unit": "µm"}
ENTRY: dict[str, Any] = {
    "code": "6A003",
    "regimes": ["JP", "EU", "US"],
    "title": "Cameras",
    "group": "A",
    "kind": "dual_use",
    "national": {"JP": "10(4)"},
    "reasons": ["NS"],
    "terms": {"en": ["thermal camera"], "zh": ["热像仪"], "ja": ["赤外線カメラ"]},
    "hs": ["8525.89"],
    "excludes": [{"text": "slow ones", "paragraph": "6A003.b", "when": FRAMES}, {"text": "toys"}],
    "conditions": [
        {
            "paragraph": "6A003.b.4.b",
            "goods": "camera with a microbolometer array",
            "when": {"all": [FRAMES, {"any": [BAND, {"feature": "cooled"}]}]},
            "regimes": ["US"],
        }
    ],
    "valid": [{"regime": "CN", "from": "2024-12-01", "to": None, "state": "in_force"}],
    "source": "Annex I",
}


def changed(path: str, value: Any) -> dict[str, Any]:
    """The entry with one field, at a path such as `conditions.0.when`, set to another value."""
    fields: Any = json.loads(json.dumps(ENTRY))
    place = fields
    *parents, last = [int(part) if part.isdigit() else part for part in path.split(".")]
    for part in parents:
        place = place[part]
    place[last] = value
    return dict(fields)


def test_an_entry_is_read_whole() -> None:
    entry = entry_from(ENTRY, "here")
    assert entry.regimes == ("EU", "US", "JP")
    assert entry.category == "6"
    assert entry.key == (("EU", "US", "JP"), "6A003")
    (condition,) = entry.conditions
    assert condition.regimes == ("US",)
    frames = Threshold("frame rate", ">", 9.0, "Hz")
    band = Threshold("wavelength", "between", (8.0, 14.0), "µm")
    assert condition.when == AllOf((frames, AnyOf((band, Feature("cooled")))))
    assert list(thresholds_of(condition.when)) == [frames, band]
    assert entry.excludes[1].when is None
    assert entry.valid[0].end is None


def test_words_of_a_requirement() -> None:
    (condition,) = entry_from(ENTRY, "here").conditions
    assert as_words(condition.when) == "frame rate > 9 Hz and (wavelength 8 to 14 µm or cooled)"
    assert as_words(Threshold("axes", ">=", 5.0, "count")) == "axes >= 5"
    assert as_words(Threshold("frame rate", ">", 1e6, "Hz")) == "frame rate > 1000000 Hz"


def test_regimes_of_a_condition_are_the_entrys_unless_said() -> None:
    fields = json.loads(json.dumps(ENTRY))
    del fields["conditions"][0]["regimes"]
    assert entry_from(fields, "here").conditions[0].regimes == ("EU", "US", "JP")


@pytest.mark.parametrize(
    ("path", "value", "fault"),
    [
        ("code", "6X003", "'6X003' is no five-character code"),
        ("regimes", [], "no regime is named"),
        ("regimes", ["RU"], "regime 'RU' is none of EU, US, CN, JP"),
        ("title", " ", "title must be words, not ' '"),
        ("group", "F", "group 'F' is none of A, B, C, D, E"),
        ("kind", "secret", "kind 'secret' is none of dual_use"),
        ("national", ["10(4)"], "national must be a JSON object"),
        ("national", {"RU": "1"}, "regime 'RU' is none of"),
        ("terms", {"en": []}, "terms are needed in en, zh, ja"),
        ("terms.en", "camera", "a list is needed, not 'camera'"),
        ("conditions", {}, "a list is needed, not {}"),
        ("conditions.0.when", "fast", "a requirement must be a JSON object, not 'fast'"),
        ("conditions.0.when", {"all": []}, "'all' has no parts"),
        ("conditions.0.when", {"feature": ""}, "feature must be words"),
        ("conditions.0.when", {"parameter": "x"}, "a threshold needs parameter, relation"),
        ("conditions.0.when", {**FRAMES, "relation": "~"}, "relation '~' is none of >"),
        ("conditions.0.when", {**FRAMES, "value": "9"}, "value '9' does not fit the relation >"),
        ("conditions.0.when", {**FRAMES, "value": True}, "value True does not fit"),
        ("conditions.0.when", {**BAND, "value": 8}, "value 8 does not fit the relation between"),
        ("conditions.0.goods", None, "goods must be words, not None"),
        ("excludes.0.more", 1, "a exclusion needs text"),
        ("valid.0.state", "asleep", "state 'asleep' is none of in_force, suspended"),
    ],
)
def test_a_fault_is_one_sentence(path: str, value: Any, fault: str) -> None:
    with pytest.raises(DualuseError) as error:
        entry_from(changed(path, value), "here")
    assert str(error.value).startswith("here")
    assert fault in str(error.value)


def test_missing_and_unknown_fields_are_named() -> None:
    with pytest.raises(DualuseError, match="field 'hs' is missing"):
        entry_from({name: value for name, value in ENTRY.items() if name != "hs"}, "here")
    with pytest.raises(DualuseError, match="field 'colour' is unknown"):
        entry_from({**ENTRY, "colour": "red"}, "here")
    with pytest.raises(DualuseError, match="here: a JSON object is needed, not list"):
        entry_from([], "here")


def test_lines_are_numbered_in_errors() -> None:
    with pytest.raises(DualuseError, match="f, line 3: not JSON; one entry a line is needed"):
        read_entries([json.dumps(ENTRY), "", "{"], "f")


def test_two_entries_of_one_key_are_refused(tmp_path: Path) -> None:
    (tmp_path / "6.jsonl").write_text(json.dumps(ENTRY) + "\n" + json.dumps(ENTRY), "utf-8")
    with pytest.raises(DualuseError, match="6A003 of EU stands twice"):
        load_entries(tmp_path)
    with pytest.raises(DualuseError, match=r"holds no control lists: \*.jsonl is needed"):
        load_entries(tmp_path / "none")


def test_every_shipped_entry_is_written_as_it_is_read() -> None:
    for entry in load_entries():
        assert entry_from(json.loads(json.dumps(plain_entry(entry))), "here") == entry
