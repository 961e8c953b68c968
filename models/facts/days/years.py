"""The year of a day that is written without it, read from the dates around it."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from dualuse.models.folding import number

_NEAR: Final = 8  # other dates that a day without its year is held against
_BARE_YEAR: Final = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?![0-9])|二〇[〇一二三四五六七八九]{2}(?=年)"
)

_END_BEFORE: Final = re.compile(
    r"(?:\b(?:until|till|through|by|bis|bis zum|jusqu'au|avant le) |[至到]|截止)$", re.IGNORECASE
)
_END_AFTER: Final = re.compile(r" ?(?:まで|(?:之|以)?前|止)")
_WEEKDAYS: Final = ("mo", "tu", "we", "th", "fr", "sa", "su")
_EASTERN_DAYS: Final = "月火水木金土日一二三四五六天"
_NAME: Final = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?"
_NAME_BEFORE: Final = re.compile(rf"\b(?P<name>{_NAME})\.?,? (?:the )?$", re.IGNORECASE)
_NAME_AFTER: Final = re.compile(
    rf",? ?\((?P<west>{_NAME})\)"
    r"| ?\(?(?:周|週|星期|礼拜)?(?P<east>[月火水木金土日一二三四五六天])(?:曜日?)?\)"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A date as the text writes it, before its year is settled; `shift` is -1 for 去年."""

    year: int | None
    month: int | None
    day: int
    start: int
    end: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Years:
    """What the text says about its years: how often each is named, and the whole dates."""

    named: tuple[tuple[int, int], ...]
    dates: tuple[date, ...]


def years_of(text: str, written: Sequence[Written]) -> Years:
    """What a folded text says about its years.

    A day to which something lasts ("until November 10, 2026") lies ahead and tells little of when
    the text was written: it counts only where nothing else does.
    """
    whole = [(each, day) for each in written if (day := a_day(each.year, each.month, each.day))]
    ends = [each for each, _ in whole if _is_end(text, each)]
    starts = [each.start for each in ends]
    passed = set(starts)
    told = [day for each, day in whole if each.start not in passed]
    named: Counter[int] = Counter()
    for match in _BARE_YEAR.finditer(text):
        year = number(match.group())
        place = bisect_right(starts, match.start()) - 1
        if year is not None and (place < 0 or match.start() >= ends[place].end):
            named[year] += 1
    named.update(day.year for day in told if day.year not in named)
    if not named:
        told = [day for _, day in whole]
        named.update(day.year for day in told)
    # A Counter keeps the order of mention among equals.
    return Years(tuple(named.most_common(_NEAR)), tuple(dict.fromkeys(told))[:_NEAR])


def _is_end(text: str, written: Written) -> bool:
    before = text[max(0, written.start - 16) : written.start]
    return bool(_END_BEFORE.search(before) or _END_AFTER.match(text, written.end))


_AHEAD_BEFORE: Final = re.compile(r"(?:将于|将从|将自|將於|将在|定于)$")
_AHEAD_AFTER: Final = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付で|から|より|に)[^。、\n]{0,14}(?:施行|適用|発効|実施|開始)"
    r"(?:する|します|され(?:る|ます)|予定|の予定)"
)


def is_ahead(text: str, written: Written) -> bool:
    """Whether the words around a day in a folded text say that it is still to come."""
    before = text[max(0, written.start - 4) : written.start]
    return bool(_AHEAD_BEFORE.search(before) or _AHEAD_AFTER.match(text, written.end))


def weekday_of(text: str, written: Written) -> int | None:
    """The weekday (Monday is 0) that stands beside a date in a folded text, or None."""
    before = _NAME_BEFORE.search(text[max(0, written.start - 16) : written.start])
    if before:
        return _WEEKDAYS.index(before["name"][:2].lower())
    after = _NAME_AFTER.match(text, written.end)
    if after is None:
        return None
    if after["west"]:
        return _WEEKDAYS.index(after["west"][:2].lower())
    return _EASTERN_DAYS.index(after["east"]) % 7


def resolve(
    written: Written,
    anchor: date | None,
    years: Years,
    previous: tuple[date, int] | None,
    weekday: int | None = None,
    *,
    ahead: bool = False,
) -> date | None:
    """The whole date of a written one, or None where no calendar has it or nothing tells its year.

    Args:
        written: the date as the text writes it.
        anchor: the day that a day without its year is nearest to, such as that of the document.
        years: what the text says about its years, for where there is no such day.
        previous: the date before it in the text, with the offset at which it ends.
        weekday: the weekday beside it (Monday is 0).
        ahead: whether a day without its month is still to come.
    """
    if written.month is None:
        return _day_alone(written, anchor, previous, ahead=ahead)
    if written.year is not None:
        return a_day(written.year, written.month, written.day)
    if anchor is not None:
        return _nearest(written.month, written.day, written.shift, anchor)
    return _likeliest(written.month, written.day, years, weekday)


@lru_cache(maxsize=4096)
def _nearest(month: int, day: int, shift: int, anchor: date) -> date | None:
    """The day in the year that brings it closest to the anchor; 去年 is the year before."""
    if shift:
        return a_day(anchor.year + shift, month, day)
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    days = [found for year in years if (found := a_day(year, month, day))]
    return min(days, key=lambda found: abs((found - anchor).days), default=None)


@lru_cache(maxsize=4096)
def _likeliest(month: int, day: int, years: Years, weekday: int | None) -> date | None:
    """The day in the year most often named; a whole date within ten days counts twice more.

    So does the weekday that stands beside the day.
    """
    best, most = None, 0
    for year, count in years.named:
        found = a_day(year, month, day)
        if found is None:
            continue
        weight = count + 2 * any(abs((found - each).days) <= 10 for each in years.dates)
        weight += 2 * (weekday == found.weekday())
        if weight > most:
            best, most = found, weight
    return best


def _day_alone(
    written: Written, anchor: date | None, previous: tuple[date, int] | None, *, ahead: bool
) -> date | None:
    """`24日`: in the month of the date just before it, else the last such day up to the anchor.

    Of a day to come, the first from the anchor on: `31日から適用する`.
    """
    if previous and written.start - previous[1] <= 3:
        last = previous[0]
        return a_day(last.year, last.month, written.day)
    if anchor is None:
        return None
    if (written.day >= anchor.day) if ahead else (written.day <= anchor.day):
        return a_day(anchor.year, anchor.month, written.day)
    year, month = divmod(anchor.year * 12 + anchor.month - (0 if ahead else 2), 12)
    return a_day(year, month + 1, written.day)


def a_day(year: int | None, month: int | None, day: int) -> date | None:
    """The day of the calendar, or None where a part is missing or no calendar has it."""
    if year is None or month is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
