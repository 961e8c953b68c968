from dataclasses import replace

import numpy as np
import pytest

from dualuse.corpus.control_lists.entries import (
    AllOf,
    Condition,
    ControlEntry,
    Feature,
    Kind,
    Requirement,
    Threshold,
)
from dualuse.models.condition_evidence import CONDITION_FEATURES, ConditionIndex
from dualuse.models.quantities.find import find_quantities

FRAMES = Threshold("frame rate", ">", 9, "Hz")
PIXELS = Threshold("pixel count", ">", 111_000, "count")


def entry(kind: Kind, *requirements: Requirement) -> ControlEntry:
    conditions = tuple(Condition("6A003.x", "camera", each, ("EU",)) for each in requirements)
    return ControlEntry(
        *("6A003", ("EU",), "Cameras", "A", kind, {}, (), {}, (), (), conditions, (), "test")
    )


ENTRIES = [
    entry("dual_use", AllOf((FRAMES, PIXELS))),
    replace(entry("low_level", FRAMES), code="6A993"),
    replace(entry("dual_use", AllOf((PIXELS, Feature("cooled"))), FRAMES), code="6A002"),
]


def features(
    text: str, candidates: dict[int, float], named: dict[int, set[int]] | None = None
) -> list[float]:
    paragraphs = {ENTRIES[at].key: frozenset(held) for at, held in (named or {}).items()}
    found = ConditionIndex(ENTRIES).evidence(find_quantities(text), candidates, paragraphs)
    return [round(float(x), 3) for x in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [("320x240 9 Hz", 0), ("camera, 60 fps", 1), ("640x512 60 Hz", 2), ("640x512", 1)],
)
def test_the_standing_of_a_listed_entry_has_its_column(text: str, place: int) -> None:
    expected = [0.0] * CONDITION_FEATURES
    expected[place] = 1.0
    assert features(text, {0: 0.4}) == expected


def test_the_99x_series_stands_apart_and_shares_are_squares() -> None:
    assert features("640x512 60 Hz", {0: 0.6, 1: 0.3}) == [0, 0, 0.8, 0, 0, 0, 0.2, 0]


def test_of_several_conditions_the_best_counts_and_features_are_passed_over() -> None:
    assert features("640x512 9 Hz", {2: 0.5}) == [0, 0, 1, 0, 0, 0, 0, 0]
    assert features("320x240 9 Hz", {2: 0.5}) == [1, 0, 0, 0, 0, 0, 0, 0]


def test_paragraphs_that_are_named_have_their_share_and_count_alone() -> None:
    assert features("640x512 9 Hz", {2: 0.5}, {2: {1}}) == [1, 0, 0, 1, 0, 0, 0, 0]
    assert features("camera", {1: 0.5, 2: 0.5}, {1: {0}}) == [0, 0, 0, 0, 0, 0, 0, 0.5]


def test_without_figures_or_candidates_nothing_is_said() -> None:
    assert features("camera", {0: 0.6}) == [0] * CONDITION_FEATURES
    assert features("640x512 60 Hz", {}) == [0] * CONDITION_FEATURES
    assert features("12 kg", {0: 0.6}) == [0] * CONDITION_FEATURES
    assert ConditionIndex([]).evidence((), {}, {}).dtype == np.float32
