"""Codes and regimes on a day: which are in force, and why one is not."""

from collections.abc import Sequence
from datetime import date
from functools import cache

from dualuse.corpus.control_lists.in_force import in_force, suspension
from dualuse.corpus.control_lists.store import entries_meant, entries_of


@cache
def regimes_in_force(code: str, regimes: tuple[str, ...], day: date) -> tuple[str, ...]:
    """Those of the regimes in which a code's entry is in force on a day.

    A regime that has no such entry stays: its own code of the goods may be another.
    """
    meanings = entries_of(code)
    return tuple(
        regime
        for regime in regimes
        if not any(regime in entry.regimes for entry in meanings)
        or any(in_force(entry, regime, day) for entry in meanings)
    )


@cache
def _in_force(code: str, regimes: tuple[str, ...], day: date) -> bool:
    """Whether a code is in force for one of the regimes, or not known to be of any."""
    held = [
        (entry, regime)
        for entry in entries_meant(code)
        for regime in regimes
        if regime in entry.regimes
    ]
    return not held or any(in_force(entry, regime, day) for entry, regime in held)


@cache
def dormant_reason(code: str, regimes: tuple[str, ...], day: date) -> str:
    """Why a code is not in force on a day for any of the regimes: `suspended until 2026-11-10`."""
    for entry in entries_meant(code):
        for regime in regimes:
            if found := suspension(entry, regime, day):
                return f"suspended until {found.end}" if found.end else "suspended"
    return f"not in force on {day.isoformat()}"


def codes_in_force(
    codes: Sequence[str], regimes: tuple[str, ...], day: date
) -> tuple[tuple[str, ...], str]:
    """The codes in force on a day, and a clause on the first one where it is not.

    A first code that is not in force stays first: another in its place would be a stray, and what
    may be on a list again must be seen.
    """
    kept = tuple(code for code in codes if _in_force(code, regimes, day))
    if not codes or kept[:1] == (codes[0],):
        return kept, ""
    return (codes[0], *kept), f"{codes[0]} is {dormant_reason(codes[0], regimes, day)}"
