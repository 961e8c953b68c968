"""Conditions of the candidate entries, checked against a text and put in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.control_lists.entries import as_words
from dualuse.corpus.control_lists.store import entries_of
from dualuse.models.conditions import Check, ConditionCheck, check_entry, missing_of
from dualuse.models.quantities.find import find_quantities
from dualuse.models.quantities.records import Quantity

_SHOWN: Final = 6
_ASKED: Final = 3
_RANK: Final = {"met": 0, "partly met": 1, "failed": 2, "open": 3}


@dataclass(frozen=True, slots=True)
class CheckedCondition:
    """A condition of a candidate: `met`, `partly met`, `failed`, or `open` where no figure speaks.

    `figures` are its thresholds with the figures of the text; `open` those that nothing speaks of.
    """

    paragraph: str
    goods: str
    state: str
    figures: tuple[str, ...]
    open: tuple[str, ...]


def checked_conditions(
    code: str, quantities: Sequence[Quantity], regimes: Sequence[str]
) -> tuple[CheckedCondition, ...]:
    """The conditions of a code's entries, those that figures of the text decide first."""
    checks = [
        check for entry in entries_of(code) for check in check_entry(entry, quantities, regimes)
    ]
    words = [_in_words(check) for check in checks]
    return tuple(sorted(words, key=lambda each: _RANK[each.state])[:_SHOWN])


def deciding_clause(text: str, code: str, regimes: Sequence[str]) -> str:
    """The condition of a code that the figures of a text speak for or against most; else empty."""
    found = checked_conditions(code, find_quantities(text), regimes)
    if not found or found[0].state == "open":
        return ""
    first = found[0]
    state = "" if first.state == "partly met" else f" ({first.state})"
    return f"{first.paragraph}: {', '.join(first.figures)}{state}"


def parameters_to_ask(text: str, code: str, regimes: Sequence[str]) -> tuple[str, ...]:
    """The parameters that would decide the conditions of a code, most asked first."""
    quantities = find_quantities(text)
    checks = [
        check for entry in entries_of(code) for check in check_entry(entry, quantities, regimes)
    ]
    return tuple(missing_of(checks))[:_ASKED]


def _in_words(check: ConditionCheck) -> CheckedCondition:
    met = [each for each in check.decided if each.state == "met"]
    failed = [each for each in check.decided if each.state == "failed"]
    state = "open"
    if check.state == "met":
        state = "met"
    elif failed:
        state = "failed"
    elif met:
        state = "partly met"
    unknown = [each for each in check.checks if each.quantity is None]
    return CheckedCondition(
        paragraph=check.condition.paragraph,
        goods=check.condition.goods,
        state=state,
        figures=tuple(dict.fromkeys(map(_figure, failed or met))),
        open=tuple(dict.fromkeys(as_words(each.threshold) for each in unknown)),
    )


def _figure(check: Check) -> str:
    said = check.quantity.text.strip() if check.quantity else ""
    verb = "meets" if check.state == "met" else "fails"
    return f"{said} {verb} {as_words(check.threshold)}"
