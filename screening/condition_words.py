"""Entries that a code may mean, checked against a text's figures and put in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry, Exclusion, as_words
from dualuse.corpus.control_lists.store import entries_meant
from dualuse.models.conditions import Check, ConditionCheck, check_requirement, missing_of
from dualuse.models.goods_names import Paragraphs
from dualuse.models.quantities.records import Quantity
from dualuse.models.quantities.units import to_si
from dualuse.models.verdicts import EntryVerdict, entry_verdict

_SHOWN: Final = 6
_ASKED: Final = 3
_RANK: Final = {"met": 0, "figures met": 1, "partly met": 2, "failed": 3, "open": 4}


@dataclass(frozen=True, slots=True)
class TextFigures:
    """What a text says that conditions ask for: its figures, and the paragraphs it names."""

    quantities: Sequence[Quantity] = ()
    paragraphs: Paragraphs | None = None

    def verdict(self, entry: ControlEntry, regimes: Sequence[str]) -> EntryVerdict:
        """The verdict of the figures on an entry, as far as it binds one of the regimes."""
        named = (self.paragraphs or {}).get(entry.key, frozenset())
        return entry_verdict(entry, self.quantities, regimes, named)


@dataclass(frozen=True, slots=True)
class CheckedCondition:
    """A condition of a candidate and how it stands: a word of `conditions.Standing`.

    `figures` are its thresholds with the figures of the text; `open` what nothing speaks of.
    """

    paragraph: str
    goods: str
    state: str
    figures: tuple[str, ...]
    open: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """An entry with the verdict of the figures, its conditions in question, and its exclusions.

    Of the exclusions those come first whose figures the text meets; they say so.
    """

    regimes: tuple[str, ...]
    verdict: str
    conditions: tuple[CheckedCondition, ...]
    exclusions: tuple[str, ...]


def checked_entries(
    code: str, figures: TextFigures, regimes: Sequence[str]
) -> tuple[CheckedEntry, ...]:
    """The entries of a code on the lists asked for, their conditions in order of what is met."""
    return tuple(_checked(entry, figures, regimes) for entry in binding(code, tuple(regimes)))


def deciding_clause(code: str, figures: TextFigures, regimes: Sequence[str]) -> str:
    """The condition of a code that figures of a text speak for or against most; else empty.

    Where the text does not name the goods of the paragraph, it says for which the figure counts.
    """
    verdicts = [figures.verdict(entry, regimes) for entry in binding(code, tuple(regimes))]
    decided = [
        (verdict.named, check)
        for verdict in verdicts
        for check in verdict.checks
        if check.standing != "open"
    ]
    if not decided:
        return ""
    named, check = min(decided, key=lambda each: (not each[0], *by_standing(each[1])))
    first = in_words(check)
    goods = "" if named or not first.goods else f" (for {first.goods})"
    state = "" if first.state == "partly met" else f" ({first.state})"
    return f"{first.paragraph}{goods}: {', '.join(first.figures)}{state}"


def parameters_to_ask(code: str, figures: TextFigures, regimes: Sequence[str]) -> tuple[str, ...]:
    """The parameters that would decide the conditions of a code, most asked first."""
    checks = [
        check
        for entry in binding(code, tuple(regimes))
        for check in figures.verdict(entry, regimes).checks
    ]
    return tuple(missing_of(checks))[:_ASKED]


@cache
def binding(code: str, regimes: tuple[str, ...]) -> tuple[ControlEntry, ...]:
    """The entries that a code may mean on one of the lists."""
    meant = entries_meant(code)
    return tuple(entry for entry in meant if not set(entry.regimes).isdisjoint(regimes))


def _checked(entry: ControlEntry, figures: TextFigures, regimes: Sequence[str]) -> CheckedEntry:
    verdict = figures.verdict(entry, regimes)
    places = {check.condition.paragraph for check in verdict.checks}
    return CheckedEntry(
        regimes=entry.regimes,
        verdict=verdict.state,
        conditions=tuple(map(in_words, sorted(verdict.checks, key=by_standing)))[:_SHOWN],
        exclusions=_exclusions(entry.excludes, figures, places if verdict.named else None),
    )


def by_standing(check: ConditionCheck) -> tuple[int, int, int]:
    """What is met comes first, then what fewer figures fail, and of equals what more decide."""
    failed = sum(each.state == "failed" for each in check.decided)
    return _RANK[check.standing], failed, -len(check.decided)


def _exclusions(
    exclusions: Sequence[Exclusion], figures: TextFigures, places: set[str] | None
) -> tuple[str, ...]:
    """The exclusions that may bear on the paragraphs in question, those that apply first."""
    applying, other = [], []
    for each in exclusions:
        if places and each.paragraph and not any(_under(place, each.paragraph) for place in places):
            continue
        state = each.when and check_requirement(each.when, figures.quantities)
        if state == "met":
            applying.append(f"applies by its figures: {each.text}")
        elif state != "failed":
            other.append(each.text)
    return (*applying, *other)[:_SHOWN]


def _under(place: str, paragraph: str) -> bool:
    return place.startswith(paragraph) or paragraph.startswith(place)


def in_words(check: ConditionCheck) -> CheckedCondition:
    """A condition that was checked, in the words that users read."""
    met = [each for each in check.decided if each.state == "met"]
    failed = [each for each in check.decided if each.state == "failed"]
    shown = failed if check.standing in {"failed", "open"} else met
    unknown = [as_words(each.threshold) for each in check.checks if each.quantity is None]
    return CheckedCondition(
        paragraph=check.condition.paragraph,
        goods=check.condition.goods,
        state=check.standing,
        figures=tuple(dict.fromkeys(map(_figure, shown))),
        open=tuple(dict.fromkeys([*unknown, *check.features])),
    )


def _figure(check: Check) -> str:
    said = check.quantity.text.strip() if check.quantity else ""
    if check.quantity and check.quantity.follows and check.threshold.unit:
        said = f"{said} (so {_reckoned(check.quantity, check.threshold.unit)})"
    verb = "meets" if check.state == "met" else "fails"
    return f"{said} {verb} {as_words(check.threshold)}"


def _reckoned(quantity: Quantity, unit: str) -> str:
    """A figure that stands nowhere in the text, in the unit of the list."""
    one, _ = to_si(1, unit)
    low, high = (f"{value / one:.3g}" for value in (quantity.low, quantity.high))
    return f"{low} {unit}" if low == high else f"{low} to {high} {unit}"
