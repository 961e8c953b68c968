"""What figures say of a list entry as a whole: its paragraphs in question, and the verdict."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dualuse.corpus.control_lists.entries import Condition, ControlEntry, thresholds_of
from dualuse.models.conditions import (
    ConditionCheck,
    State,
    check_condition,
    figure_keys,
    figure_of,
    same_parameter,
)
from dualuse.models.quantities.cues import BY_SYMBOL, BY_UNIT
from dualuse.models.quantities.records import Quantity

_RATIOS: Final = frozenset(
    [
        *("dielectric constant", "length to inner diameter", "beam quality", "aspect ratio"),
        *("hafnium to zirconium ratio", "tritium to hydrogen ratio", "deuterium to hydrogen ratio"),
        *("numerical aperture", "Q factor", "pressure ratio", "modulation order", "C-NOT error"),
        *("initial relative permeability", "etch selectivity", "hole shape ratio"),
        *("signal-to-noise ratio", "pulse compression ratio", "figure of merit", "resolution"),
        *("spreading ratio", "viscosity index", "element aspect ratio", "reynolds number"),
        *("steam to weight ratio", "field-of-view overlap"),
        *("tuning range", "mass resolution", "thrust-to-weight ratio"),
    ]
)
"""What is a bare number: no figure in percent that no word names speaks of it."""

_BY_DEFAULT: Final = frozenset([*BY_UNIT.values(), BY_SYMBOL["pieces"], None])
"""What the grammar says of a figure that no word names: the entry may know better."""

_PLAUSIBLE: Final = {
    "wavelength": (0, 1e-3),  # and not the 35 mm of a lens
    "caliber": (0, 0.3),  # and not the length of the barrel
    "training operations": (1e15, float("inf")),  # and not the four disks that hold the weights
}
"""What a figure that no word names can be of a parameter, in its base unit; others: anything."""


@dataclass(frozen=True, slots=True)
class EntryVerdict:
    """A verdict on an entry: `met` if one of its conditions is, by figures alone.

    `failed` if figures fail conditions and meet none in part, else `unknown`. `checks` are the
    conditions in question; `named` says whether the text names their goods.
    """

    state: State
    checks: tuple[ConditionCheck, ...]
    named: bool


def entry_verdict(
    entry: ControlEntry,
    quantities: Sequence[Quantity],
    regimes: Sequence[str],
    named: Collection[int] = (),
) -> EntryVerdict:
    """The verdict of a text's figures on an entry, as far as it binds one of the regimes.

    `named` are the places of the conditions whose goods the text names; without any, all are in
    question.
    """
    binding = [
        (place, condition)
        for place, condition in enumerate(entry.conditions)
        if not set(condition.regimes).isdisjoint(regimes)
    ]
    fitting = [condition for place, condition in binding if place in named]
    conditions = _apart(fitting or [condition for _, condition in binding])
    keys = frozenset[tuple[str, str]]().union(*map(figure_keys, conditions))
    if not fitting:  # an angle without a word can be one of anything
        keys = frozenset(key for key in keys if key[1] != "rad")
    bound = bind(quantities, keys)
    checks = tuple(check_condition(condition, bound) for condition in conditions)
    return EntryVerdict(_state(checks), checks, bool(fitting))


def _apart(conditions: Sequence[Condition]) -> list[Condition]:
    """The conditions without those that say of a paragraph the same in other units or words."""
    seen, apart = set[tuple[object, ...]](), list[Condition]()
    for each in conditions:
        figures = tuple(map(figure_of, thresholds_of(each.when)))
        key = (each.paragraph, each.goods, figures)
        if not figures or key not in seen:
            seen.add(key)
            apart.append(each)
    return apart


def _state(checks: Sequence[ConditionCheck]) -> State:
    standings = {check.standing for check in checks}
    if not standings.isdisjoint({"met", "figures met"}):
        return "met"
    return "failed" if "failed" in standings and "partly met" not in standings else "unknown"


def bind(quantities: Sequence[Quantity], keys: Collection[tuple[str, str]]) -> tuple[Quantity, ...]:
    """The figures, those that no word names bound to the parameter that conditions ask for.

    `keys` are the parameters asked for, with their base units (`figure_keys`). A figure is bound
    only where there is no choice: one parameter of its unit is asked for that no other figure
    speaks of.
    """
    asked: dict[str, set[str]] = defaultdict(set)
    for parameter, unit in keys:
        asked[unit].add(parameter)
    spoken = {(each.parameter, each.unit) for each in quantities}
    return tuple(_bound(each, asked.get(each.unit, set()), spoken) for each in quantities)


def _is_plausible(parameter: str, quantity: Quantity) -> bool:
    least, most = _PLAUSIBLE.get(parameter, (float("-inf"), float("inf")))
    return least <= quantity.low and quantity.high <= most


def _bound(
    quantity: Quantity, asked: Collection[str], spoken: Collection[tuple[str | None, str]]
) -> Quantity:
    if quantity.parameter == "purity" and quantity.of and "purity" not in asked:
        return replace(quantity, parameter="concentration")  # hafnium 97 %
    if quantity.parameter in asked or quantity.parameter not in _BY_DEFAULT:
        return quantity
    free = {
        name
        for name in asked
        if (name, quantity.unit) not in spoken and _is_plausible(name, quantity)
    }
    if quantity.unit == "1":
        free -= _RATIOS
    if len({same_parameter(name) for name in free}) != 1:
        return quantity
    return replace(quantity, parameter=min(free))
