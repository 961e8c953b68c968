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
    ControlEntry,
    Feature,
    Requirement,
    Threshold,
)
from dualuse.models.quantities.records import Quantity
from dualuse.models.quantities.units import to_si

State = Literal["met", "failed", "unknown"]

_SAME: Final = {
    "average power": ("output power",),
    "output power": ("average power",),
    "drift": ("bias stability",),
    "bias stability": ("drift",),
}
"""Parameters that catalogues and lists call by each other's name."""


@dataclass(frozen=True, slots=True)
class Check:
    """One threshold against the figure that speaks of its parameter; unknown without one."""

    threshold: Threshold
    state: State
    quantity: Quantity | None


@dataclass(frozen=True, slots=True)
class ConditionCheck:
    """A condition as a whole, and its thresholds one by one."""

    condition: Condition
    state: State
    checks: tuple[Check, ...]

    @property
    def decided(self) -> tuple[Check, ...]:
        """The thresholds that a figure of the text met or failed."""
        return tuple(check for check in self.checks if check.state != "unknown")


def check_entry(
    entry: ControlEntry, quantities: Sequence[Quantity], regimes: Sequence[str]
) -> list[ConditionCheck]:
    """The conditions of an entry that bind one of the regimes, in their order."""
    return [
        check_condition(condition, quantities)
        for condition in entry.conditions
        if not set(condition.regimes).isdisjoint(regimes)
    ]


def check_condition(condition: Condition, quantities: Sequence[Quantity]) -> ConditionCheck:
    """A condition against the figures of a text.

    By Kleene's three values: what one unknown threshold can turn is unknown. A feature that is no
    figure is always unknown, so a condition that asks for one is never met by figures alone.
    """
    checks: list[Check] = []
    state = _state(condition.when, quantities, checks)
    return ConditionCheck(condition, state, tuple(checks))


def _state(requirement: Requirement, quantities: Sequence[Quantity], checks: list[Check]) -> State:
    match requirement:
        case Threshold():
            check = _check(requirement, quantities)
            checks.append(check)
            return check.state
        case Feature():
            return "unknown"
        case AllOf(parts):
            states = [_state(part, quantities, checks) for part in parts]
            return _all(states)
        case AnyOf(parts):
            states = [_state(part, quantities, checks) for part in parts]
            return _turned(_all([_turned(state) for state in states]))


def _all(states: Sequence[State]) -> State:
    if "failed" in states:
        return "failed"
    return "unknown" if "unknown" in states else "met"


def _turned(state: State) -> State:
    turned: dict[State, State] = {"met": "failed", "failed": "met", "unknown": "unknown"}
    return turned[state]


def _check(threshold: Threshold, quantities: Sequence[Quantity]) -> Check:
    ends = _ends(threshold)
    names = (threshold.parameter, *_SAME.get(threshold.parameter, ()))
    found: Check | None = None
    for quantity in quantities if ends else ():
        if quantity.parameter in names and ends and quantity.unit == ends[2]:
            state = _compared(threshold.relation, ends[0], ends[1], quantity)
            found = Check(threshold, state, quantity)
            if state == "met":
                return found
    return found or Check(threshold, "unknown", None)


@lru_cache(maxsize=8192)
def _ends(threshold: Threshold) -> tuple[float, float, str] | None:
    value = threshold.value
    low, high = value if isinstance(value, tuple) else (value, value)
    try:
        (first, unit), (second, _) = to_si(low, threshold.unit), to_si(high, threshold.unit)
    except ValueError:
        return None  # a unit that catalogues do not use
    return min(first, second), max(first, second), unit


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
    """The parameters that would decide conditions which no figure has failed, most asked first."""
    counts: dict[str, int] = {}
    for check in checks:
        if check.state == "unknown" and not any(c.state == "failed" for c in check.checks):
            for each in check.checks:
                if each.state == "unknown":
                    name = each.threshold.parameter
                    counts[name] = counts.get(name, 0) + 1 + 2 * len(check.decided)
    yield from sorted(counts, key=lambda name: -counts[name])
