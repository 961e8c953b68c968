"""What the words around a day leave open: whether it may be that of the document or the first."""

from datetime import date
from typing import Final

from dualuse.corpus.labels import DATE_ROLES, DateRole
from dualuse.models.facts.days.cue import ENDS
from dualuse.models.facts.days.evidence import Day
from dualuse.models.facts.days.roles import only_ahead

_LONG_AGO: Final = 14  # days before the document that news of a measure does not come after
_PLAIN: Final = 0.8  # evidence from which words state a role plainly


def is_of_another(day: Day) -> bool:
    """Whether words call a day that of another document, or only the first or last of something.

    What the head of a rule calls effective is mostly the day on which that was published too.
    """
    if day.features.get("rule_document"):
        return False
    cited = not day.features.get("uncited", 1.0)
    return cited or (_only_ahead(day) and not _heads_a_rule(day))


def is_denied(day: Day) -> bool:
    """Whether words say that a day is not the first of the measure, and nothing that it is."""
    said = ("cue_effective", "rule_effective", "told_effective")
    return bool(day.features.get("denied")) and not any(day.features.get(each) for each in said)


def gives_way(day: Day, own: str | None) -> bool:
    """Whether a day gives way to one that the text reckons from its publication.

    So does the day of that publication itself, and one long before the document, on which
    something else began.
    """
    if not day.features.get("cue_effective"):
        return day.features.get("cue_published", 0.0) >= _PLAIN
    if own is None:
        return False
    return (date.fromisoformat(own) - date.fromisoformat(day.date)).days > _LONG_AGO


def may_be(role: DateRole, day: Day, own: str | None) -> bool:
    """Whether the words leave a role open: an end is told, and a day ahead is not one of news."""
    if role == "effective":
        return not is_denied(day)
    if role in {"suspension_end", "expiry"}:
        return any(day.features.get(f"cue_{name}") for name in ENDS)
    return day.date == own or not _only_ahead(day)


def _heads_a_rule(day: Day) -> bool:
    ends = any(day.features.get(f"cue_{role}") for role in ENDS)
    return bool(day.features.get("headed")) and not ends


def _only_ahead(day: Day) -> bool:
    """Whether words call a day the first or the last of something wherever it is named."""
    told: dict[DateRole, int] = {
        role: round(5 * day.features[f"cue_{role}"])
        for role in DATE_ROLES
        if day.features.get(f"cue_{role}")
    }
    ends = any(role in told for role in ENDS)
    return only_ahead(told) and (ends or not day.features.get("unsaid"))
