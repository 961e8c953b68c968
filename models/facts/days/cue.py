"""A cue: words before and after a date that say what it is the date of."""

import re
from dataclasses import dataclass

from dualuse.corpus.labels import DateRole
from dualuse.models.facts.days.clause_words import Words

ENDS: frozenset[DateRole] = frozenset({"comment_deadline", "suspension_end", "expiry"})
"""The roles of a day to which something lasts."""


@dataclass(frozen=True, slots=True)
class Cue:
    """A role, how strongly the words speak for it (1 weak to 6 explicit), and the words."""

    role: DateRole
    weight: int
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None

    def fits(self, words: Words) -> bool:
        """Whether the words around a date are those of the cue.

        The first day of a range ends nothing, and its last day begins nothing; of an end, the
        words may stand before the whole range (`意見募集期間：1月31日～3月1日`).
        """
        ends = self.role in ENDS
        if (ends and words.opens) or (self.role == "effective" and words.lead is not None):
            return False
        if self.before is not None and not self.before.search(words.before):
            lead = words.lead if ends else None
            if lead is None or not self.before.search(lead):
                return False
        return self.after is None or self.after.match(words.after) is not None


def cue(role: DateRole, weight: int, before: str = "", after: str = "") -> Cue:
    """A cue from the patterns of what ends right before the date and begins right after it."""
    return Cue(
        role,
        weight,
        re.compile(rf"(?:{before})$", re.IGNORECASE) if before else None,
        re.compile(rf"(?:{after})", re.IGNORECASE) if after else None,
    )
