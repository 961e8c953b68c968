"""Where a measure stands on a day: proposed, announced, in force, expired; unknown if not told."""

import re
from collections.abc import Sequence
from datetime import date

from dualuse.models.facts.records import Facts, State, Status

_NO_DUTY = frozenset({"consultation", "guidance", "enforcement", "none"})
_NO_MORE = re.compile(
    r"[【\[(（](?:现已|已)?(?:废止|廢止|失效|廃止)[】\])）]"
    r"|[\[(](?:rescinded|revoked|repealed|no longer in force|aufgehoben|abrogé)[\])]",
    re.IGNORECASE,
)
_NEAR = 60  # characters between the two dates of one statement


def status_of(facts: Facts, measures: Sequence[str], as_of: date, title: str = "") -> Status:
    """The state of the document's own measure on the day `as_of`.

    A document that only consults is `proposed`. The state of a suspension is that of the
    suspension itself: `in_force` until the day it ends, `expired` after. What the document does
    not date is `unknown`; nothing is inferred from later documents.

    Args:
        facts: the facts of the document.
        measures: its measures, in the words of the label scheme.
        as_of: the day asked about.
        title: that of the document, which may say that the measure is no more (【已废止】).
    """
    day = as_of.isoformat()
    if _NO_MORE.search(title):
        return Status(day, "rescinded", None)
    until = max(_ends(facts, measures), default=None)
    state = _state(facts.effective_date, measures, day, until)
    return Status(day, state, until, f"expired on {until}: verify" if state == "expired" else None)


def _ends(facts: Facts, measures: Sequence[str]) -> list[str]:
    """The days that end the measure itself.

    The end of a suspension ends the measure only where the measure is the suspension; an expiry
    date counts where it follows the effective date (自…起至…止), since elsewhere it is mostly
    that of a licence or a transition.
    """
    starts = [
        each.end
        for each in facts.dates
        if each.role == "effective" and each.date == facts.effective_date
    ]
    return [
        each.date
        for each in facts.dates
        if each.date is not None
        and (
            (each.role == "suspension_end" and "suspension_or_relief" in measures)
            or (each.role == "expiry" and any(0 <= each.start - end <= _NEAR for end in starts))
        )
    ]


def _state(effective: str | None, measures: Sequence[str], day: str, until: str | None) -> State:
    if set(measures) <= {"none"}:
        return "unknown"  # a text without a measure tells of others' days
    binding = [measure for measure in measures if measure not in _NO_DUTY]
    if "consultation" in measures and not binding:
        return "proposed"
    if effective is not None and effective > day:
        return "announced"
    if until is not None and until < day:
        return "expired"
    return "in_force" if effective is not None else "unknown"
