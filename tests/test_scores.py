"""The score gate: quality and speed that were reached do not get lost."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import score_gate


# Trains both models on the whole corpus: two minutes where other tests take the second core.
@pytest.mark.timeout(600)
def test_pinned_floors_hold_on_the_pinned_texts() -> None:
    pinned = json.loads(score_gate.SCORES.read_text("utf-8"))
    assert score_gate.broken(score_gate.measure(), pinned) == []


def test_a_broken_floor_and_another_corpus_are_told() -> None:
    pinned = {"digests": {"training": "0", "evaluation": "0"}, "floors": {"policy kappa": 0.9}}
    faults = score_gate.broken({"policy kappa": 0.8}, pinned)
    assert len(faults) == 3
    assert faults[-1] == "policy kappa is 0.8000, pinned at 0.9000"
