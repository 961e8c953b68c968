"""Results by announcement: the leading text, its other tellings, and the days to watch."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final

from dualuse.corpus.labels import DateRole, relevance_rank
from dualuse.models.facts.records import Status
from dualuse.screening.document_numbers import announced_number
from dualuse.screening.status_notes import (
    NO_DUTY,
    is_remote,
    stands_still,
    suspension_ends,
    told_deeds,
)
from dualuse.screening.triaged import Triaged

WATCHED: Final[dict[DateRole, str]] = {
    "effective": "takes effect",
    "expiry": "expires",
    "suspension_end": "suspension ends",
    "comment_deadline": "comments due",
}
"""The roles of days that ask for something to be done, with what happens then."""

_ENDS: Final = frozenset({"expiry", "suspension_end"})


@dataclass(frozen=True, slots=True)
class WatchedDay:
    """A day on which something happens, and the text that says so.

    `conditional` is the first day of what is only proposed.
    """

    role: DateRole
    day: date
    told: Triaged
    start: int
    end: int
    conditional: bool = False

    @property
    def words(self) -> str:
        """What happens on the day."""
        return "would take effect, if adopted" if self.conditional else WATCHED[self.role]


@dataclass(frozen=True, slots=True)
class Announcement:
    """The texts of one announcement; `others` are copies, translations and retellings."""

    lead: Triaged
    others: tuple[Triaged, ...]

    @property
    def texts(self) -> tuple[Triaged, ...]:
        """All its texts, the leading one first."""
        return (self.lead, *self.others)

    def days(self) -> tuple[WatchedDay, ...]:
        """The days to watch, in their order: for each role those that the first text tells.

        A day on which the measure is suspended or ended puts nothing in force and is left out; the
        end of a suspension of which only another document or the register knows is added.
        """
        found: dict[tuple[DateRole, date], WatchedDay] = {}
        standing = self._standing()
        for role in WATCHED:
            for text in self.texts:
                days = [each for each in _days(text, standing) if each.role == role]
                found |= {(role, each.day): each for each in reversed(days)}
                if days:
                    break
        for status in standing:
            for end in map(date.fromisoformat, suspension_ends(status)):
                known = WatchedDay("suspension_end", end, self.lead, 0, 0)
                found.setdefault(("suspension_end", end), known)
        return tuple(sorted(found.values(), key=lambda each: (each.day, each.role)))

    def _standing(self) -> list[Status]:
        """Where the measure stands: by its leading text, and by what others did to it."""
        others = (text.briefing.status for text in self.others)
        return [self.lead.briefing.status, *(each for each in others if told_deeds(each.note))]


def announcements(results: Iterable[Triaged]) -> list[Announcement]:
    """The results grouped, the most relevant first, then the newest."""
    by_group: dict[str, list[Triaged]] = defaultdict(list)
    for result in results:
        by_group[result.group].append(result)
    found = [_announcement(group, texts) for group, texts in by_group.items()]
    found.sort(key=lambda each: each.lead.path)
    found.sort(key=lambda each: each.lead.briefing.date or "", reverse=True)
    found.sort(key=lambda each: -relevance_rank(each.lead.briefing.relevance))
    return found


def stable_ids(found: Sequence[Announcement]) -> list[str]:
    """A name for each announcement that later runs give again: 32 hexadecimal digits.

    It is made of country and document number, where both are known, else of the place of the
    leading file; no two are alike.
    """
    names: list[str] = []
    for each in found:
        briefing = each.lead.briefing
        key, place = announced_number(briefing), str(Path(each.lead.path).absolute())
        name = f"{briefing.issuing_country} {' '.join(key)}" if key else place
        digest = _digest(name)
        names.append(_digest(f"{name} {place}") if digest in names else digest)
    return names


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _announcement(group: str, texts: Sequence[Triaged]) -> Announcement:
    lead = next((text for text in texts if text.path == group), texts[0])
    return Announcement(lead, tuple(text for text in texts if text is not lead))


def _days(text: Triaged, standing: Sequence[Status]) -> list[WatchedDay]:
    """The watched days of a text; it takes effect on its first day or later, and not in vain."""
    briefing = text.briefing
    first = briefing.effective_date or ""
    proposed = briefing.status.state == "proposed"
    written = briefing.date or first or briefing.status.as_of
    binding = proposed or not set(briefing.measures) <= NO_DUTY

    def applies(day: str) -> bool:
        idle = any(stands_still(status, day) for status in standing)
        return binding and day >= first and not idle

    return [
        WatchedDay(
            each.role,
            date.fromisoformat(each.date),
            text,
            each.start,
            each.end,
            conditional=proposed and each.role == "effective",
        )
        for each in briefing.dates
        if each.date
        and each.role in WATCHED
        and (each.role != "effective" or applies(each.date))
        and not (each.role in _ENDS and is_remote(each.date, written))
    ]
