"""The score gate: quality and speed that were reached do not get lost."""

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

import score_gate

PINNED = json.loads(score_gate.SCORES.read_text("utf-8"))


@pytest.mark.parametrize("part", score_gate.MEASURES)
def test_pinned_floors_hold_on_the_pinned_texts(part: str) -> None:
    floors = {name: floor for name, floor in PINNED["floors"].items() if name.split()[0] == part}
    assert floors
    figures = score_gate.MEASURES[part]()
    assert score_gate.broken(figures, {**PINNED, "floors": floors}) == []


def test_each_floor_is_of_a_part() -> None:
    assert {name.split()[0] for name in PINNED["floors"]} == set(score_gate.MEASURES)


def test_a_broken_floor_and_another_corpus_are_told() -> None:
    pinned = {"digests": {"training": "0", "evaluation": "0"}, "floors": {"policy kappa": 0.9}}
    faults = score_gate.broken({"policy kappa": 0.8}, pinned)
    assert len(faults) == 3
    assert faults[-1] == "policy kappa is 0.8000, pinned at 0.9000"
