from dataclasses import replace

import pytest

from dualuse.corpus.control_lists.entries import (
    AllOf,
    Condition,
    ControlEntry,
    Feature,
    Requirement,
    Threshold,
)
from dualuse.models.conditions import State
from dualuse.models.quantities.find import find_quantities
from dualuse.models.verdicts import bind, entry_verdict

FRAMES = Threshold("frame rate", ">", 9, "Hz")
PIXELS = Threshold("pixel count", ">", 111_000, "count")
SPEED = Threshold("frame rate", ">", 1e6, "Hz")
KEYS = frozenset([("focal length", "m"), ("frame rate", "Hz")])


def entry(*requirements: Requirement, regimes: tuple[str, ...] = ("EU", "US")) -> ControlEntry:
    conditions = tuple(
        Condition(f"6A003.{at}", "camera", each, regimes) for at, each in enumerate(requirements)
    )
    return ControlEntry(
        *("6A003", regimes, "Cameras", "A", "dual_use", {}, (), {}, (), (), conditions, (), "test")
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("640x512 60 Hz", "met"),
        ("640x512 9 Hz", "failed"),
        ("camera, 60 fps", "unknown"),
        ("camera", "unknown"),
    ],
)
def test_an_entry_is_met_by_one_condition_and_failed_by_all(text: str, expected: State) -> None:
    found = entry_verdict(entry(AllOf((FRAMES, PIXELS)), SPEED), find_quantities(text), ["EU"])
    assert found.state == expected
    assert not found.named


def test_features_are_passed_over() -> None:
    cooled = entry(AllOf((FRAMES, Feature("cooled"))))
    assert entry_verdict(cooled, find_quantities("camera 60 fps"), ["EU"]).state == "met"


def test_named_goods_leave_their_conditions_alone_in_question() -> None:
    cameras = entry(FRAMES, SPEED)
    quantities = find_quantities("camera 60 fps")
    assert entry_verdict(cameras, quantities, ["EU"]).state == "met"
    found = entry_verdict(cameras, quantities, ["EU"], {1})
    assert (found.state, found.named) == ("failed", True)
    assert [check.condition.paragraph for check in found.checks] == ["6A003.1"]


def test_conditions_of_other_regimes_do_not_bind() -> None:
    found = entry_verdict(entry(FRAMES, regimes=("CN",)), find_quantities("60 fps"), ["EU"])
    assert (found.state, found.checks) == ("unknown", ())


def test_a_figure_without_a_name_is_bound_where_there_is_no_choice() -> None:
    quantities = find_quantities("camera, 85 mm")
    (named,) = bind(quantities, KEYS)
    assert named.parameter == "focal length"
    assert bind(quantities, {*KEYS, ("aperture", "m")}) == quantities


def test_a_figure_that_a_word_names_keeps_its_name() -> None:
    quantities = find_quantities("camera, length 85 mm")
    assert bind(quantities, KEYS) == quantities


def test_a_parameter_that_is_spoken_of_is_not_bound_again() -> None:
    quantities = find_quantities("focal length 25 mm, 85 mm")
    assert [each.parameter for each in bind(quantities, KEYS)] == [
        "focal length",
        quantities[1].parameter,
    ]


def test_a_percentage_that_no_word_names_is_no_ratio() -> None:
    (share,) = bind(find_quantities("about 50 %"), {("length to inner diameter", "1")})
    assert share.parameter is None


def test_a_paragraph_in_other_units_stands_once() -> None:
    sizes = [Threshold("diameter", ">", value, unit) for value, unit in ((10, "mm"), (1, "cm"))]
    condition = entry(*sizes).conditions[0]
    valves = replace(entry(), conditions=(condition, replace(condition, when=sizes[1])))
    assert len(entry_verdict(valves, find_quantities("DN15"), ["EU"]).checks) == 1


@pytest.mark.parametrize(
    ("figure", "parameter"),
    [("35 mm", None), ("1550 nm", "wavelength"), ("10.6 µm", "wavelength"), ("2 cm", None)],
)
def test_a_figure_is_not_bound_to_what_it_cannot_be(figure: str, parameter: str | None) -> None:
    (bound,) = bind(find_quantities(f"unit {figure}"), {("wavelength", "m")})
    assert bound.parameter == parameter
