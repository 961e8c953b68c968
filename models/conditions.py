"""Conditions of list entries against the figures of a product text: met, failed or unknown."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from dualuse.corpus.control_lists.entries import (
    AllOf,
    AnyOf,
    Condition,
    Feature,
    Requirement,
    Threshold,
    thresholds_of,
)
from dualuse.models.quantities.records import Quantity
from dualuse.models.quantities.substances import IMPURITIES, METALLIC, substances_in
from dualuse.models.quantities.units import to_si

State = Literal["met", "failed", "unknown"]

Standing = Literal["met", "figures met", "partly met", "failed", "open"]
"""How a condition stands: `figures met` where a requirement that is no figure stays open, `partly
met` where some figures meet it and others are missing, `open` where no figure decides."""

_ALIKE: Final = (
    ("average power", "output power"),
    ("motor power", "output power"),
    ("bias stability", "drift"),
    ("frequency control", "stability"),
    ("position error", "positioning accuracy"),
    ("transmission", "transmittance"),
    ("beam energy", "energy"),
    ("interrupt latency", "latency"),
    ("grain size", "particle size"),
)
_SAME: Final = {
    name: tuple(other for pair in _ALIKE if name in pair for other in pair if other != name)
    for pair in _ALIKE
    for name in pair
}
"""Parameters that catalogues and lists call by each other's name."""

_ERRORS: Final = frozenset(
    [
        *("bias stability", "bias repeatability", "drift", "scale factor error", "heading error"),
        *("angular random walk", "positioning accuracy", "repeatability", "measuring uncertainty"),
        *("position error", "attitude accuracy", "pointing error", "angular deviation"),
    ]
)
"""What goods have one value of: a range of it is that of several grades, not a reach."""


@dataclass(frozen=True, slots=True)
class Check:
    """One threshold against the figure that speaks of its parameter; unknown without one."""

    threshold: Threshold
    state: State
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class ConditionCheck:
    """A condition by its figures alone, its thresholds one by one, and its open features."""

    condition: Condition
    state: State
    checks: tuple[Check, ...]
    features: tuple[str, ...]

    @property
    def decided(self) -> tuple[Check, ...]:
        """The thresholds that a figure of the text met or failed."""
        return tuple(check for check in self.checks if check.state != "unknown")

    @property
    def standing(self) -> Standing:
        """How the condition stands, features considered."""
        if self.state == "met":
            return "figures met" if self.features else "met"
        if self.state == "failed":
            return "failed"
        return "partly met" if any(each.state == "met" for each in self.checks) else "open"


def check_condition(condition: Condition, quantities: Sequence[Quantity]) -> ConditionCheck:
    """A condition against the figures of a text.

    By Kleene's three values: what one unknown threshold can turn is unknown. A feature that is no
    figure is passed over beside figures, as one way of several it is unknown.
    """
    checks: list[Check] = []
    features: list[str] = []
    asked = {
        substances
        for each in thresholds_of(condition.when)
        if each.parameter == "concentration" and (substances := substances_in(each.measured or ""))
    }
    if len(asked) > 1:  # a share of nothing named could be of any
        quantities = [each for each in quantities if each.of or each.parameter != "concentration"]
    state = _state(condition.when, quantities, checks, features)
    return ConditionCheck(condition, state or "unknown", tuple(checks), tuple(features))


def check_requirement(requirement: Requirement, quantities: Sequence[Quantity]) -> State:
    """A requirement that is no condition, such as an exclusion's, against figures of a text."""
    return _state(requirement, quantities, [], []) or "unknown"


def _state(
    requirement: Requirement,
    quantities: Sequence[Quantity],
    checks: list[Check],
    features: list[str],
) -> State | None:
    """The state by figures; None where a requirement has none. Notes down what it sees."""
    match requirement:
        case Threshold():
            check = _check(requirement, quantities)
            checks.append(check)
            return check.state
        case Feature(text):
            features.append(text)
            return None
        case AllOf(parts):
            states = [_state(part, quantities, checks, features) for part in parts]
            known = [state for state in states if state]
            return _all(known) if known else None
        case AnyOf(parts):
            states = [_state(part, quantities, checks, features) for part in parts]
            if not any(states):
                return None  # ways without figures are passed over like one feature
            return _turned(_all([_turned(state or "unknown") for state in states]))


def figure_of(threshold: Threshold) -> tuple[object, ...]:
    """What a threshold asks for, alike for `10 mm` and `1 cm`."""
    ends = _ends(threshold) or (threshold.value, threshold.unit)
    return threshold.parameter, threshold.relation, ends


def same_parameter(name: str) -> str:
    """One name for parameters that catalogues and lists call by each other's."""
    alike = _SAME.get(name, (name,))
    return min(name, *(further for each in alike for further in (each, *_SAME.get(each, ()))))


def figure_keys(condition: Condition) -> frozenset[tuple[str, str]]:
    """The parameters and base units that can decide a condition; others leave it open."""
    return frozenset(
        (name, ends[2])
        for threshold in thresholds_of(condition.when)
        if (ends := _ends(threshold))
        for name in _names(threshold)
    )


def _all(states: Sequence[State]) -> State:
    if "failed" in states:
        return "failed"
    return "unknown" if "unknown" in states else "met"


def _turned(state: State) -> State:
    turned: dict[State, State] = {"met": "failed", "failed": "met", "unknown": "unknown"}
    return turned[state]


def _check(threshold: Threshold, quantities: Sequence[Quantity]) -> Check:
    ends = _ends(threshold)
    names = _names(threshold)
    found: Check | None = None
    for quantity in quantities if ends else ():
        if quantity.parameter in names and ends and quantity.unit == ends[2]:
            if not _of_the_same(threshold, quantity):
                continue
            state = _stands(threshold.relation, ends[0], ends[1], quantity)
            found = Check(threshold, state, quantity)
            if state == "met":
                return found
    return found or Check(threshold, "unknown", None)


def _of_the_same(threshold: Threshold, quantity: Quantity) -> bool:
    """Whether a share is of what the threshold asks for, as far as both say it."""
    if quantity.of is None or threshold.parameter != "concentration":
        return True
    substances = substances_in(threshold.measured or "")
    same = METALLIC if quantity.of == IMPURITIES else quantity.of
    return not substances or same in substances


def _names(threshold: Threshold) -> tuple[str, ...]:
    return threshold.parameter, *_SAME.get(threshold.parameter, ())


@lru_cache(maxsize=8192)
def _ends(threshold: Threshold) -> tuple[float, float, str] | None:
    value = threshold.value
    low, high = value if isinstance(value, tuple) else (value, value)
    try:
        (first, unit), (second, _) = to_si(low, threshold.unit), to_si(high, threshold.unit)
    except ValueError:
        return None  # a unit that catalogues do not use
    return min(first, second), max(first, second), unit


def _stands(relation: str, low: float, high: float, quantity: Quantity) -> State:
    """How a figure stands to a threshold; one that parts the grades of goods is left open."""
    least, most = quantity.low, quantity.high
    parted = least < most and (least <= low <= most or least <= high <= most)
    if parted and quantity.parameter in _ERRORS and math.isfinite(most) and least > 0:
        return "unknown"
    return _compared(relation, low, high, quantity)


def _compared(relation: str, low: float, high: float, quantity: Quantity) -> State:
    """How a figure stands to a threshold; of a range, the end that reaches further counts."""
    least, most = quantity.low, quantity.high
    if relation in {"between", "="}:
        if most < low or least > high:
            return "failed"
        return "met" if math.isfinite(most) and least > 0 else "unknown"
    if relation in {">", ">="}:
        if most < high or (most == high and relation == ">"):
            return "failed"
        reaches = most if math.isfinite(most) else least
        return "met" if reaches > high or (reaches == high and relation == ">=") else "unknown"
    if least > low or (least == low and relation == "<"):
        return "failed"
    reaches = least if least > 0 and math.isfinite(most) else most
    return "met" if reaches < low or (reaches == low and relation == "<=") else "unknown"


def missing_of(checks: Sequence[ConditionCheck]) -> Iterator[str]:
    """The parameters that would decide conditions which no figure has failed, most asked first.

    One that a figure states is not missing, though another paragraph asks for it in another unit.
    """
    counts: dict[str, int] = {}
    stated = {each.threshold.parameter for check in checks for each in check.decided}
    for check in checks:
        if check.state == "unknown" and not any(c.state == "failed" for c in check.checks):
            for each in check.checks:
                if each.state == "unknown" and each.threshold.parameter not in stated:
                    name = each.threshold.parameter
                    counts[name] = counts.get(name, 0) + 1 + 2 * len(check.decided)
    yield from sorted(counts, key=lambda name: -counts[name])
