"""Values in the words of a language: dates, lists, numbers of documents."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dualuse.models.folding import NUMERAL, fold, number
from dualuse.screening.brief.words import MONTHS, Words

_EASTERN_NUMBER: Final = re.compile(
    rf"[^0-9〇二第〔\[(]{{0,20}}(?P<year>{NUMERAL}{{4}})年の?(?:公告)?"
    rf"第(?P<number>{NUMERAL}{{1,4}})[号號](?:公告)?"
)
_ENGLISH_NUMBER: Final = re.compile(
    r"(?:\w+ )?Announcement No\. (?P<number>[0-9]{1,4}) of (?P<year>[0-9]{4})"
)


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
    match = _EASTERN_NUMBER.fullmatch(flat) or _ENGLISH_NUMBER.fullmatch(flat)
    if match is None:
        return written
    return words.announcement.format(number=number(match["number"]), year=number(match["year"]))
