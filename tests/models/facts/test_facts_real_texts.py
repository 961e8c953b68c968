"""Real texts, read by a person and by the rules: errors that were mended do not come back."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3] / "benchmarks"))

import real_facts

MOST = {
    "number": 1,
    "issuer": 7,
    "issuing_country": 4,
    "date": 6,
    "effective_date": 8,
    "target_countries": 10,
    "codes": 0,
    "hs_codes": 0,
    "parties": 8,
    "state": 8,
    "until": 1,
    "note": 0,
}


@pytest.mark.skipif(not real_facts.DATA.exists(), reason="the real texts are not here")
def test_errors_by_fact_stay_as_few() -> None:
    errors = real_facts.compare()
    counts = {name: len(errors.get(name, [])) for name in MOST}
    assert {name: count for name, count in counts.items() if count > MOST[name]} == {}
