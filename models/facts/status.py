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
_DRAFT = re.compile(
    r"征求意见|徵求意見|意见稿|意見募集|パブリック・?コメント|草案|改正案"
    r"|\b(?:notice of proposed|proposed (?:rule|amendment|order|regulation|change)"
    r"|draft (?:rule|amendment|order|regulation|list|law|notice)|(?:public )?consultation on"
    r"|requests? for comments?|call for (?:comments|evidence))"
    r"|\b(?:Referentenentwurf|Entwurf|Vernehmlassung|projet de (?:loi|décret|règlement))\b",
    re.IGNORECASE,
)
_ADOPTED = re.compile(
    r"\bfinal\b|\b(?:results?|outcome|response|summary|withdraw(?:n|al)|correct(?:ion|s))\b|結果|结果"
    r"|反馈情况|verabschiedet|adopté",
    re.IGNORECASE,
)
_RANGE = 20  # characters between the two days of one range
_NEAR = 60  # characters between the two dates of one statement


def status_of(facts: Facts, measures: Sequence[str], as_of: date, title: str = "") -> Status:
    """The state of the document's own measure on the day `as_of`.

    A document that only consults is `proposed`, unless it takes effect before the comments close,
    or its title says that it is a draft. The state of a suspension is that of the
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
    proposed = _is_draft(facts, measures, title)
    state = "proposed" if proposed else _state(facts.effective_date, measures, day, until)
    return Status(day, state, until, f"expired on {until}: verify" if state == "expired" else None)


def _is_draft(facts: Facts, measures: Sequence[str], title: str) -> bool:
    """Whether the measure is still to be adopted.

    A text that asks for comments and names the first day of its measure is a draft where that
    day lies after the end of the comments: rules that are adopted may ask for them too.
    """
    if _DRAFT.search(title) and not _ADOPTED.search(title):
        return True
    binding = [measure for measure in measures if measure not in _NO_DUTY]
    if "consultation" not in measures or binding:
        return False
    first = facts.effective_date
    closes = [each.date for each in facts.dates if each.role == "comment_deadline" and each.date]
    return first is None or any(day < first for day in closes)


def _ends(facts: Facts, measures: Sequence[str]) -> list[str]:
    """The days that end the measure itself.

    The end of a suspension ends the measure only where the measure is the suspension, and where
    it is not that of a part, which begins on a day of its own (第二款自…至…暂停实施). An expiry
    date counts where it follows the effective date (自…起至…止), since elsewhere it is mostly
    that of a licence or a transition.
    """
    firsts = [each for each in facts.dates if each.role == "effective"]
    starts = [each.end for each in firsts if each.date == facts.effective_date]
    others = [each.end for each in firsts if each.date != facts.effective_date]
    return [
        each.date
        for each in facts.dates
        if each.date is not None
        and (
            (
                each.role == "suspension_end"
                and "suspension_or_relief" in measures
                and not any(0 <= each.start - end <= _RANGE for end in others)
            )
            or (each.role == "expiry" and any(0 <= each.start - end <= _NEAR for end in starts))
        )
    ]


def _state(effective: str | None, measures: Sequence[str], day: str, until: str | None) -> State:
    if set(measures) <= {"none"}:
        return "unknown"  # a text without a measure tells of others' days
    if effective is not None and effective > day:
        return "announced"
    if until is not None and until < day:
        return "expired"
    return "in_force" if effective is not None else "unknown"
