import pytest

from dualuse.corpus.control_lists.entries import (
    AllOf,
    AnyOf,
    Condition,
    Feature,
    Relation,
    Requirement,
    Threshold,
    as_words,
)
from dualuse.corpus.control_lists.store import entries_of
from dualuse.corpus.labels import REGIMES
from dualuse.models.conditions import check_condition, figure_keys, missing_of
from dualuse.models.quantities.find import find_quantities
from dualuse.models.verdicts import entry_verdict

FRAMES = Threshold("frame rate", ">", 9, "Hz")
PIXELS = Threshold("pixel count", ">", 111_000, "count")
COOLED = Feature("cooled")


def state(requirement: Requirement, text: str) -> str:
    condition = Condition("6A003.x", "camera", requirement, ("EU",))
    return check_condition(condition, find_quantities(text)).state


@pytest.mark.parametrize(
    ("relation", "value", "text", "expected"),
    [
        (">", 9, "camera 640x512 60 Hz", "met"),
        (">", 9, "camera 640x512 9 Hz", "failed"),
        (">=", 9, "camera 640x512 9 Hz", "met"),
        ("<", 9, "camera 640x512 9 Hz", "failed"),
        ("<=", 9, "camera 640x512 9 Hz", "met"),
        (">", 9, "camera 640x512, frame rate up to 30 Hz", "met"),
        (">", 9, "camera 640x512, frame rate up to 8.3 Hz", "failed"),
        (">", 9, "camera 640x512, frame rate min. 25 Hz", "met"),
        (">", 50, "camera 640x512, frame rate min. 25 Hz", "unknown"),
        (">", 9, "camera 640x512", "unknown"),
        (">", 9, "camera 640x512, 12 µm pitch", "unknown"),
    ],
)
def test_one_threshold(relation: Relation, value: float, text: str, expected: str) -> None:
    assert state(Threshold("frame rate", relation, value, "Hz"), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("laser 1064 nm", "met"),
        ("laser 1550 nm", "failed"),
        ("laser 1000-1100 nm", "met"),
        ("laser 500-600 nm", "failed"),
    ],
)
def test_a_band(text: str, expected: str) -> None:
    assert state(Threshold("wavelength", "between", (975, 1150), "nm"), text) == expected


def test_units_are_compared_by_what_they_mean() -> None:
    strength = Threshold("tensile strength", ">=", 1.95, "GPa")
    assert state(strength, "tensile strength 2050 MPa") == "met"
    assert state(strength, "tensile strength 1900 MPa") == "failed"


def test_a_unit_that_catalogues_do_not_use_is_unknown() -> None:
    assert state(Threshold("frame rate", ">", 9, "blinks"), "640x512 60 Hz") == "unknown"


def test_names_that_catalogues_and_lists_use_for_each_other() -> None:
    assert state(Threshold("average power", ">", 1000, "W"), "fibre laser, output 3 kW") == "met"


@pytest.mark.parametrize(
    ("text", "every", "one"),
    [
        ("640x512 60 Hz", "met", "met"),
        ("320x240 60 Hz", "failed", "met"),
        ("320x240 9 Hz", "failed", "failed"),
        ("60 fps", "unknown", "met"),
        ("9 fps", "failed", "unknown"),
        ("camera", "unknown", "unknown"),
    ],
)
def test_all_and_any_follow_three_values(text: str, every: str, one: str) -> None:
    assert state(AllOf((FRAMES, PIXELS)), text) == every
    assert state(AnyOf((FRAMES, PIXELS)), text) == one


def standing(requirement: Requirement, text: str) -> str:
    condition = Condition("6A003.x", "camera", requirement, ("EU",))
    return check_condition(condition, find_quantities(text)).standing


def test_a_feature_is_for_a_person_to_see() -> None:
    assert standing(COOLED, "cooled camera 640x512 60 Hz") == "open"
    assert standing(FRAMES, "640x512 60 Hz") == "met"
    assert standing(AllOf((FRAMES, COOLED)), "640x512 60 Hz") == "figures met"
    assert standing(AllOf((FRAMES, COOLED)), "640x512 9 Hz") == "failed"
    assert standing(AnyOf((FRAMES, COOLED)), "640x512 9 Hz") == "open"
    assert standing(AnyOf((FRAMES, COOLED)), "640x512 60 Hz") == "figures met"


def test_a_condition_with_one_figure_of_two_is_partly_met() -> None:
    assert standing(AllOf((FRAMES, PIXELS)), "60 fps") == "partly met"
    assert standing(AllOf((FRAMES, PIXELS)), "9 fps") == "failed"
    assert standing(AllOf((FRAMES, PIXELS)), "camera") == "open"


def test_the_keys_of_a_condition_are_what_can_decide_it() -> None:
    power = Threshold("average power", ">", 1, "kW")
    odd = Threshold("frame rate", ">", 9, "blinks")
    condition = Condition("6A005.x", "laser", AllOf((power, odd, COOLED)), ("EU",))
    assert figure_keys(condition) == {("average power", "W"), ("output power", "W")}


def test_every_threshold_is_told_with_its_figure() -> None:
    condition = Condition("6A003.x", "camera", AllOf((FRAMES, PIXELS)), ("EU",))
    found = check_condition(condition, find_quantities("array 640x512"))
    assert [check.state for check in found.checks] == ["unknown", "met"]
    (decided,) = found.decided
    assert decided.quantity is not None
    assert decided.quantity.text == "640x512"


def test_what_would_decide_is_asked_of_conditions_still_open() -> None:
    both = Condition("6A003.x", "camera", AllOf((FRAMES, PIXELS)), ("EU",))
    other = Condition("6A003.y", "camera", Threshold("noise figure", "<", 1, "dB"), ("EU",))
    quantities = find_quantities("array 640x512")
    checks = [check_condition(each, quantities) for each in (other, both)]
    assert list(missing_of(checks)) == ["frame rate", "noise figure"]
    failed = find_quantities("array 320x240")
    assert list(missing_of([check_condition(both, failed)])) == []


@pytest.mark.parametrize(
    ("over", "under", "code", "paragraph"),
    [
        ("thermal core 640x512 60 Hz", "thermal core 640x512 9 Hz", "6A003", "6A003.b.4.b"),
        ("12-bit ADC 4 GSPS", "12-bit ADC 250 MSPS", "3A001", "3A001.a.5.a.3"),
        (
            "五轴联动加工中心 重复定位精度 0.8 µm",
            "五轴联动加工中心 重复定位精度 3 µm",
            "2B001",
            "2B001.b.2.a",
        ),
        (
            "ジャイロ バイアス安定性 0.1 °/h",
            "ジャイロ バイアス安定性 8 °/h",
            "7A002",
            "7A002.a.1.a",
        ),
        ("Flüssigkeitspumpe", "Flüssigkeitspumpe", "2B350", ""),
    ],
)
def test_twins_around_a_threshold_of_the_lists(
    over: str, under: str, code: str, paragraph: str
) -> None:
    def failed(text: str) -> bool:
        found = [
            any(each.state == "failed" for each in check.checks)
            for entry in entries_of(code)
            for check in entry_verdict(entry, find_quantities(text), REGIMES).checks
            if check.condition.paragraph == paragraph and check.decided
        ]
        return bool(found) and all(found)

    assert not failed(over)
    assert failed(under) == bool(paragraph)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("boron 8 ppm, metallic impurities 150 ppm", "met"),
        ("metallic impurities other than calcium 50 ppm", "unknown"),
        ("metallic impurities 2000 ppm", "failed"),
        ("50 ppm", "unknown"),
    ],
)
def test_a_share_is_compared_with_what_it_is_of(text: str, expected: str) -> None:
    (magnesium,) = entries_of("1C228")
    found = find_quantities(text)
    assert entry_verdict(magnesium, found, ["EU"], {0}).state == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bias stability 0.1 to 10 deg/h", "unknown"),
        ("bias stability 0.1 to 0.2 deg/h", "met"),
        ("bias stability 1 to 10 deg/h", "failed"),
    ],
)
def test_a_range_of_grades_is_open_where_the_threshold_parts_it(text: str, expected: str) -> None:
    assert state(Threshold("bias stability", "<", 0.5, "°/h"), text) == expected


def test_a_share_is_told_with_what_it_is_of() -> None:
    nickel = Threshold("concentration", ">", 25, "%", "nickel by weight")
    assert as_words(nickel) == "concentration (nickel by weight) > 25 %"
