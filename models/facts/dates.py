"""Dates in running text, by a closed grammar for English, German, French, Chinese and Japanese.

A month or a year alone is no date. A day without its year or month ("4 April", `24日`) is read from
the dates around it: where nothing settles it, there is no date.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final, Literal

from dualuse.models.folding import NUMERAL, fold, number

Precision = Literal["full", "yearless", "day_only"]
"""How much of the date is written: all of it, no year, or the day alone."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as ISO and its place; `precision` says how much of it the text itself writes."""

    date: str
    start: int
    end: int
    precision: Precision


@dataclass(frozen=True, slots=True)
class _Written:
    year: int | None
    month: int | None
    day: int
    start: int
    end: int
    shift: int = 0


_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988}
_REPUBLIC: Final = 1911  # years of 民國 are counted from here
_SHIFTS: Final = {"去年": -1, "昨年": -1, "明年": 1, "来年": 1, "來年": 1}
_NEAR: Final = 8  # other dates that a day without its year is held against
_N: Final = NUMERAL

_EASTERN: Final = re.compile(
    rf"(?<![0-9])(?:(?:(?P<era>令和|平成|昭和|[RH](?=[0-9])|(?:中華)?民國|(?:中华)?民国) ?)?"
    rf"(?P<year>{_N}{{1,5}}|元) ?年 ?|(?P<shift>去年|昨年|明年|来年|來年|今年|本年|同年)?)"
    rf"(?P<month>(?<![0-9〇零一二三四五六七八九十百]){_N}{{1,2}}) ?月 ?"
    rf"(?P<day>{_N}{{1,3}}) ?[日号號](?![0-9本])"
)
_DAY: Final = re.compile(
    rf"(?<![0-9〇零一二三四五六七八九十百月.,第数數几両])(?P<day>{_N}{{1,3}})日"
    r"(?![间間内內元以目本数數经経前后後游増程常常]|を経)"
)
_SAME_DAY: Final = re.compile(r"(?<=[0-9])日(?:至|から|~|～|―|—|-|–|、|及び|和)$")
_MONTHS: Final = {
    name: index
    for index, names in enumerate(
        (
            "january jan januar jänner janvier",
            "february feb februar février fevrier",
            "march mar märz mars",
            "april apr avril",
            "may mai",
            "june jun juni juin",
            "july jul juli juillet",
            "august aug août aout",
            "september sep sept septembre",
            "october oct oktober octobre",
            "november nov novembre",
            "december dec dezember décembre decembre",
        ),
        1,
    )
    for name in names.split()
}
_MONTH: Final = (
    "(?:"
    + "|".join(
        rf"{form}\b\.?" if len(name) <= 4 else rf"{form}\b"
        for name in sorted(_MONTHS, key=len, reverse=True)
        for form in (name, name.capitalize(), name.upper())
    )
    + ")"
)
_YEAR: Final = r"(?:,? {1,2}(?P<year>(?:19|20)[0-9]{2})(?![0-9]))?"
_DAY_FIRST: Final = re.compile(
    rf"(?<![0-9.,:/$€£-])(?<!No\. )(?<!No )(?<!Nos\. )(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th|er"
    rf"|\.)?(?: of| de| day of)?(?: {{1,2}}|\n)(?P<month>{_MONTH}){_YEAR}"
)
_MONTH_FIRST: Final = re.compile(
    rf"\b(?P<month>{_MONTH})(?: {{1,2}}|\n)(?P<day>[0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9%:]"
    rf"|[.,][0-9]){_YEAR}"
)
_ISO: Final = re.compile(
    r"(?<![0-9./-])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
    r"(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])"
)
_NUMERIC: Final = re.compile(
    r"(?<![0-9./-])(?P<first>[0-9]{1,2})(?P<mark>[./]) ?(?P<second>[0-9]{1,2})(?P=mark) ?"
    r"(?P<year>(?:19|20)[0-9]{2}|(?<=\.)[23][0-9])(?![0-9]|[./-][0-9])"
)
# Month and day alone, as East Asian notes have them: (3/30), 9/16(二). Elsewhere it is a fraction.
_SLASHED: Final = re.compile(
    r"(?<![0-9./-])(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=[)）]|\([一-鿿]\)|の|日|から"
    r"|より|以降|起)"
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = re.compile(
    r"\b(?P<name>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? $", re.IGNORECASE
)
_BARE_YEAR: Final = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?![0-9])|二〇[〇一二三四五六七八九]{2}(?=年)"
)


def find_dates(text: str, language: str, anchor: str | None = None) -> tuple[FoundDate, ...]:
    """The dates of `text` in order, not overlapping; days that no calendar has are left out.

    Args:
        text: any text; full-width digits and Chinese numerals are read.
        language: decides the order of `6/1/2026` (day first in French and German; in English
            only where one number is above 12).
        anchor: the ISO date that days without year are nearest to, such as the date of the
            document; without it the other dates of the text decide.
    """
    written = _in_order([*_eastern(fold(text)), *_western(fold(text), language)])
    years = _years(fold(text), written)
    found: list[FoundDate] = []
    for each in written:
        previous = found[-1] if found else None
        if day := _resolve(each, date.fromisoformat(anchor) if anchor else None, years, previous):
            found.append(FoundDate(day.isoformat(), each.start, each.end, _precision(each)))
    return tuple(found)


def _precision(written: _Written) -> Precision:
    if written.month is None:
        return "day_only"
    return "yearless" if written.year is None else "full"


def _in_order(written: list[_Written]) -> list[_Written]:
    """By place; of two that overlap, the longer."""
    kept: list[_Written] = []
    for each in sorted(written, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _eastern(text: str) -> Iterator[_Written]:
    for match in _EASTERN.finditer(text):
        month, day = number(match["month"]), number(match["day"])
        year = _eastern_year(match["era"], match["year"])
        if month is None or day is None or (match["year"] and year is None):
            continue
        shift = _SHIFTS.get(match["shift"] or "", 0)
        yield _Written(year, month, day, match.start(), match.end(), shift)
    for match in _DAY.finditer(text):
        day = number(match["day"])
        if day is not None:
            yield _Written(None, None, day, match.start(), match.end())


def _eastern_year(era: str | None, written: str | None) -> int | None:
    year = number(written) if written else None
    if year is None or year > 2200:
        return None
    if era:
        return year + _ERAS.get(era, _REPUBLIC)
    # Three digits without an era are years of the Republic, as Taiwan writes them.
    if 90 <= year <= 150:
        return year + _REPUBLIC
    return year if year >= 1900 else None


def _western(text: str, language: str) -> Iterator[_Written]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = _MONTHS[match["month"].lower().rstrip(".")]
            year = int(match["year"]) if match["year"] else None
            yield _Written(year, month, int(match["day"]), match.start(), match.end())
    for match in _ISO.finditer(text):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        yield _Written(year, month, day, match.start(), match.end())
    for match in _NUMERIC.finditer(text):
        if order := _day_and_month(match, language):
            year = int(match["year"])
            full = year if year > 99 else year + 2000
            yield _Written(full, order[1], order[0], match.start(), match.end())
    if language in {"ja", "zh"}:
        for match in _SLASHED.finditer(text):
            month, day = int(match["month"]), int(match["day"])
            yield _Written(None, month, day, match.start(), match.end())


def _day_and_month(match: re.Match[str], language: str) -> tuple[int, int] | None:
    """The order in which `8/6/2018` is written; a weekday before it settles what is open."""
    first, second = int(match["first"]), int(match["second"])
    named = _WEEKDAY.search(match.string, max(0, match.start() - 12), match.start())
    if named and first <= 12 and second <= 12:
        weekday = _WEEKDAYS.index(named["name"].lower())
        year = int(match["year"])
        fitting = [
            (day, month)
            for day, month in ((first, second), (second, first))
            if (found := _day(year, month, day)) and found.weekday() == weekday
        ]
        if len(fitting) == 1:
            return fitting[0]
    if match["mark"] == "." or language in {"de", "fr"} or first > 12:
        return first, second
    if second > 12:
        return second, first
    return (first, second) if first == second else None


@dataclass(frozen=True, slots=True)
class _Years:
    """What the text says about its years: how often each is named, and the whole dates."""

    named: tuple[tuple[int, int], ...]
    dates: tuple[date, ...]


def _years(text: str, written: list[_Written]) -> _Years:
    named = Counter(
        year for match in _BARE_YEAR.finditer(text) if (year := number(match.group())) is not None
    )
    whole = [day for each in written if (day := _day(each.year, each.month, each.day))]
    named.update(day.year for day in whole if day.year not in named)
    # A Counter keeps the order of mention among equals.
    return _Years(tuple(named.most_common(_NEAR)), tuple(dict.fromkeys(whole))[:_NEAR])


def _resolve(
    written: _Written, anchor: date | None, years: _Years, previous: FoundDate | None
) -> date | None:
    if written.month is None:
        return _day_alone(written, anchor, previous)
    if written.year is not None:
        return _day(written.year, written.month, written.day)
    if anchor is not None:
        return _nearest(written.month, written.day, written.shift, anchor)
    return _likeliest(written.month, written.day, years)


@lru_cache(maxsize=4096)
def _nearest(month: int, day: int, shift: int, anchor: date) -> date | None:
    """The day in the year that brings it closest to the anchor; 去年 is the year before."""
    if shift:
        return _day(anchor.year + shift, month, day)
    years = (anchor.year, anchor.year - 1, anchor.year + 1)
    days = [found for year in years if (found := _day(year, month, day))]
    return min(days, key=lambda found: abs((found - anchor).days), default=None)


@lru_cache(maxsize=4096)
def _likeliest(month: int, day: int, years: _Years) -> date | None:
    """The day in the year most often named; a whole date within ten days counts twice more."""
    best, most = None, 0
    for year, count in years.named:
        found = _day(year, month, day)
        if found is None:
            continue
        weight = count + 2 * any(abs((found - each).days) <= 10 for each in years.dates)
        if weight > most:
            best, most = found, weight
    return best


def _day_alone(written: _Written, anchor: date | None, previous: FoundDate | None) -> date | None:
    """`24日`: in the month of the date just before it, else the last such day up to the anchor."""
    if previous and written.start - previous.end <= 3:
        last = date.fromisoformat(previous.date)
        return _day(last.year, last.month, written.day)
    if anchor is None:
        return None
    if written.day <= anchor.day:
        return _day(anchor.year, anchor.month, written.day)
    year, month = divmod(anchor.year * 12 + anchor.month - 2, 12)
    return _day(year, month + 1, written.day)


def _day(year: int | None, month: int | None, day: int) -> date | None:
    if year is None or month is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
