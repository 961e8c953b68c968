import json
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.leakage import reserved_events
from dualuse.corpus.register import load_register

MEASURE: dict[str, Any] = {
    "id": "xx-1",
    "country": "CN",
    "issuer": "MOFCOM",
    "number": None,
    "about": "a ban",
    "names": [],
    "date": "2031-01-02",
    "effective_date": None,
    "until": None,
    "links": [],
    "source": "https://example.org",
    "checked": "2031-02-01",
}


def write(folder: Path, *measures: Any) -> Path:
    lines = (json.dumps(measure) for measure in measures)
    (folder / "register.jsonl").write_text("\n".join(lines), "utf-8")
    return folder


def test_the_shipped_register_leaves_out_what_evaluation_texts_tell():
    known = {measure.id for measure in load_register()}
    assert len(known) > 40
    assert not known & reserved_events()


def test_suspensions_say_until_when():
    suspensions = [
        measure
        for measure in load_register()
        if any(link.relation == "suspends" for link in measure.links)
    ]
    assert suspensions
    known = [measure.until for measure in suspensions if measure.until]
    assert len(known) >= len(suspensions) - 1  # one has two ends


def test_a_folder_without_a_register(tmp_path: Path):
    assert load_register(tmp_path) == ()


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"until": "soon"}, "no date"),
        ({"about": 3}, "are text"),
        ({"links": [{"relation": "eats", "to": "xx-1", "part": None}]}, "has a relation"),
        ({"links": [{"relation": "amends", "to": "xx-2", "part": None}]}, "is not there"),
        ({"colour": "red"}, "has the fields"),
    ],
)
def test_what_is_no_known_measure(tmp_path: Path, change: dict[str, Any], message: str):
    with pytest.raises(DualuseError, match=message):
        load_register(write(tmp_path, {**MEASURE, **change}))
