"""A calendar of the days to watch: RFC 5545, one all-day event for each."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final

from dualuse.screening.announcements import Announcement, WatchedDay, stable_ids
from dualuse.screening.plain_text import one_line, without_controls

RELEVANT: Final = frozenset({"high", "medium"})
"""What is told to a calendar and a feed: the rest asks for nothing."""

_LINE: Final = 75  # octets


def calendar(found: Iterable[Announcement], as_of: date) -> str:
    r"""The calendar file; lines end in `\r\n` and are at most 75 octets long.

    An event keeps its UID from run to run, as long as document, role and day are the same, so that
    a calendar that reads the file again adds only what is new.
    """
    told = [each for each in found if each.lead.briefing.relevance in RELEVANT]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//dualuse//triage//EN",
        "CALSCALE:GREGORIAN",
    ]
    for announcement, name in zip(told, stable_ids(told), strict=True):
        for day in announcement.days():
            lines += _event(announcement, day, name, as_of)
    lines.append("END:VCALENDAR")
    return "".join(f"{piece}\r\n" for line in lines for piece in _folded(line))


def _event(announcement: Announcement, day: WatchedDay, name: str, as_of: date) -> list[str]:
    lead = announcement.lead.briefing
    title = one_line(lead.title) or announcement.lead.path
    about = [
        f"Relevance {lead.relevance}; {', '.join(lead.measures)}",
        " ".join(filter(None, [lead.issuer, lead.number])),
        *(one_line(sentence.text) for sentence in lead.summary[:2]),
        f"Source: {one_line(day.told.path)}",
    ]
    return [
        "BEGIN:VEVENT",
        f"UID:{name}-{day.role}-{day.day:%Y%m%d}@dualuse",
        f"DTSTAMP:{as_of:%Y%m%d}T000000Z",
        f"DTSTART;VALUE=DATE:{day.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{_next(day.day):%Y%m%d}",
        f"SUMMARY:{_escaped(f'{day.words.capitalize()}: {title}')}",
        f"DESCRIPTION:{_escaped(chr(10).join(filter(None, about)))}",
        f"CATEGORIES:{day.role.upper()}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
    ]


def _next(day: date) -> date:
    return day if day == date.max else day + timedelta(days=1)


def _escaped(text: str) -> str:
    """Text as a value: after RFC 5545, 3.3.11."""
    for mark, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(mark, written)
    return without_controls(text)


def _folded(line: str) -> Iterator[str]:
    """The pieces of a line, none longer than 75 octets, cut between characters."""
    piece, octets = "", 0
    for character in line:
        size = len(character.encode())
        if octets + size > _LINE:
            yield piece
            piece, octets = " ", 1
        piece += character
        octets += size
    yield piece
