"""Which entries are in force on a day, regime by regime."""

from datetime import date

from dualuse.corpus.control_lists.entries import ControlEntry, Validity


def in_force(entry: ControlEntry, regime: str, day: date) -> bool:
    """Whether a regime's list has the entry in force on a day.

    Without an interval it has; before the first one it has not yet. When a suspension has ended
    and nothing newer is known, it counts as in force again: the error that costs a day's work.
    """
    if regime not in entry.regimes:
        return False
    intervals = _of(entry, regime)
    if not intervals:
        return True
    iso = day.isoformat()
    begun = [each for each in intervals if (each.start or "") <= iso]
    if not begun:
        return False
    last = begun[-1]
    over = last.end is not None and last.end < iso
    return over if last.state == "suspended" else not over


def suspension(entry: ControlEntry, regime: str, day: date) -> Validity | None:
    """The suspension under which an entry stands on a day, if it does."""
    iso = day.isoformat()
    for each in reversed(_of(entry, regime)):
        if each.state == "suspended" and (each.start or "") <= iso <= (each.end or "9999"):
            return each
    return None


def _of(entry: ControlEntry, regime: str) -> list[Validity]:
    found = [each for each in entry.valid if each.regime == regime]
    return sorted(found, key=lambda each: each.start or "")
