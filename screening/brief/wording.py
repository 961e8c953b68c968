"""Values in the words of a language: dates, lists, numbers of documents."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dualuse.models.folding import NUMERAL, fold, number
from dualuse.screening.brief.phrasebook import MONTHS, Words

_EAST_OF: Final = "[^0-9〇二第〔\\[(令示]{0,20}"  # whose it is; decrees and notices are others
_DATED: Final = (
    re.compile(
        rf"{_EAST_OF}(?P<year>{NUMERAL}{{4}})年の?(?:公告)?"
        rf"第(?P<number>{NUMERAL}{{1,4}})[号號](?:公告)?"
    ),
    re.compile(
        r"(?:[A-Za-z, ]{1,60} )?Announcement No\. (?P<number>[0-9]{1,4}) of (?P<year>[0-9]{4})"
    ),
)
_YEARLESS: Final = (
    re.compile(rf"{_EAST_OF}公告第(?P<number>{NUMERAL}{{1,4}})[号號]"),
    re.compile(rf"{_EAST_OF}第(?P<number>{NUMERAL}{{1,4}})[号號]公告"),
    re.compile(r"(?:[A-Za-z, ]{1,60} )?Announcement (?:No\.? )?(?P<number>[0-9]{1,4})"),
)
_BARE: Final = re.compile(
    rf"第(?P<east>{NUMERAL}{{1,4}})[号號]|No\. ?(?P<west>[0-9]{{1,4}})", re.IGNORECASE
)
_PART: Final = re.compile(r"(?P<kind>[a-z]+) (?P<number>[0-9A-Za-z().]{1,12})")


def date_words(iso: str, words: Words) -> str:
    """An ISO date as the language writes it."""
    day = date.fromisoformat(iso)
    return words.date.format(
        year=day.year, month=day.month, day=day.day, month_name=MONTHS[day.month - 1]
    )


def listed(field: str, values: Sequence[str], most: int, words: Words) -> str:
    """Values as a list, and how many more there are where they are more than `most`."""
    comma, last = words.comma, words.last_comma
    if any(comma.strip() in value or last.strip() in value.split() for value in values):
        # A name that holds a comma or an `and` itself would not be told from two names.
        comma = last = words.semicolon
    if len(values) <= most:
        return joined(values, comma, last)
    shown = comma.join(values[:most])
    return words.more[field].format(listed=shown, count=len(values) - most, total=len(values))


def joined(values: Sequence[str], comma: str, last: str) -> str:
    """Values in a row, the last one joined by `last`."""
    return last.join(filter(None, [comma.join(values[:-1]), *values[-1:]]))


def number_words(written: str, words: Words) -> str:
    """The number of a document: announcements as the language calls them, others as written."""
    flat = " ".join(fold(written).split())
    for pattern in _DATED:
        if match := pattern.fullmatch(flat):
            value, year = number(match["number"]), number(match["year"])
            return words.announcement.format(number=value, year=year)
    for pattern in _YEARLESS:
        if match := pattern.fullmatch(flat):
            return words.numbered.format(number=number(match["number"]))
    if match := _BARE.fullmatch(flat):
        return words.plain.format(number=number(match["east"] or match["west"]))
    return written


def part_words(written: str, words: Words) -> str:
    """A part of a document, such as `paragraph 2`, in the language; others as written."""
    match = _PART.fullmatch(written)
    if match is None or match["kind"] not in words.parts:
        return written
    return words.parts[match["kind"]].format(number=match["number"])
