"""Dates in running text, by a closed grammar for English, German, French, Chinese and Japanese.

A month or a year alone is no date. A day without its year or month ("4 April", `24日`) is read from
the dates around it: where nothing settles it, there is no date.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from dualuse.models.facts.days.years import (
    Written,
    a_day,
    is_ahead,
    resolve,
    weekday_of,
    years_of,
)
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


_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925, "R": 2018, "H": 1988}
_REPUBLIC: Final = 1911  # years of 民國 are counted from here
_SHIFTS: Final = {"去年": -1, "昨年": -1, "明年": 1, "来年": 1, "來年": 1}
_N: Final = NUMERAL

# Digits after the mark of a day are its clock time (10日12时); that of 日本 marks no day.
_DAY_MARK: Final = (
    "[日号號](?![0-9本])|[日号號](?= ?[0-9]{1,2}(?:[时時点點]|:[0-9]{2}))"
    "|日(?=本(?:公告|通知|规定|條|条|办法|令|法|省令|政令|件))"
)
_EASTERN: Final = re.compile(
    rf"(?<![0-9])(?:(?:(?P<era>令和|平成|昭和|[RH](?=[0-9])|(?:中華)?民國|(?:中华)?民国) ?)?"
    rf"(?P<year>{_N}{{1,5}}|元) ?年 ?|(?P<shift>去年|昨年|明年|来年|來年|今年|本年|同年)?)"
    rf"(?P<month>(?<![0-9〇零一二三四五六七八九十百]){_N}{{1,2}}) ?月 ?"
    rf"(?P<day>{_N}{{1,3}}) ?(?:{_DAY_MARK})"
)
_DAY: Final = re.compile(
    rf"(?<![0-9〇零一二三四五六七八九十百月.,第数數几両])(?P<day>{_N}{{1,3}})日"
    r"(?![间間内內元以目本数數经経前后後游増程常常]|を経)"
)
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
# What stands for a year and is none leaves no date, rather than a day of some other year.
_YEAR: Final = r"(?:,? {1,2}(?P<year>(?:19|20)[0-9]{2})(?![0-9])|(?!,? {1,2}[0-9]{4}))"
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
    r"(?<![0-9./-])(?P<first>[0-9]{1,2})(?P<mark>[./-]) ?(?P<second>[0-9]{1,2})(?P=mark) ?"
    r"(?P<year>(?:19|20)[0-9]{2}|(?<=\.)[23][0-9])(?![0-9]|[./-][0-9])"
)
# Month and day alone, as East Asian notes have them: (3/30), 9/16(二). Elsewhere it is a fraction.
_SLASHED: Final = re.compile(
    r"(?<![0-9./-])(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})(?=[)）]|\([一-鿿]\)|の|日|から"
    r"|より|以降|起)"
)
# The Federal Register heads its documents "A Rule by the … on 09/02/2025", month first.
_AMERICAN: Final = re.compile(
    r"\b(?:(?:Rule|Notice|Document|Order)s? by [^\n]{1,90} on|Federal Register(?: on| of|:)?"
    r"|FR Doc[^\n]{0,30}) $"
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = re.compile(
    r"\b(?P<name>mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? $", re.IGNORECASE
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
    years = years_of(fold(text), written)
    near = date.fromisoformat(anchor) if anchor else None
    found: list[FoundDate] = []
    for each in written:
        previous = found[-1] if found else None
        last = (date.fromisoformat(previous.date), previous.end) if previous else None
        weekday = weekday_of(fold(text), each) if each.year is None else None
        ahead = each.month is None and is_ahead(fold(text), each)
        if day := resolve(each, near, years, last, weekday, ahead=ahead):
            found.append(FoundDate(day.isoformat(), each.start, each.end, _precision(each)))
    return tuple(found)


def _precision(written: Written) -> Precision:
    if written.month is None:
        return "day_only"
    return "yearless" if written.year is None else "full"


def _in_order(written: list[Written]) -> list[Written]:
    """By place; of two that overlap, the longer."""
    kept: list[Written] = []
    for each in sorted(written, key=lambda one: (one.start, -one.end)):
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def _eastern(text: str) -> Iterator[Written]:
    for match in _EASTERN.finditer(text):
        month, day = number(match["month"]), number(match["day"])
        year = _eastern_year(match["era"], match["year"])
        if month is None or day is None or (match["year"] and year is None):
            continue
        shift = _SHIFTS.get(match["shift"] or "", 0)
        yield Written(year, month, day, match.start(), match.end(), shift)
    for match in _DAY.finditer(text):
        day = number(match["day"])
        if day is not None:
            yield Written(None, None, day, match.start(), match.end())


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


def _western(text: str, language: str) -> Iterator[Written]:
    for pattern in (_DAY_FIRST, _MONTH_FIRST):
        for match in pattern.finditer(text):
            month = _MONTHS[match["month"].lower().rstrip(".")]
            year = int(match["year"]) if match["year"] else None
            yield Written(year, month, int(match["day"]), match.start(), match.end())
    for match in _ISO.finditer(text):
        year, month, day = (int(match[part]) for part in ("year", "month", "day"))
        yield Written(year, month, day, match.start(), match.end())
    numeric = list(_NUMERIC.finditer(text))
    settled = _settled_orders(numeric)
    for match in numeric:
        if order := _day_and_month(match, language, settled):
            year = int(match["year"])
            full = year if year > 99 else year + 2000
            yield Written(full, order[1], order[0], match.start(), match.end())
    if language in {"ja", "zh"}:
        for match in _SLASHED.finditer(text):
            month, day = int(match["month"]), int(match["day"])
            yield Written(None, month, day, match.start(), match.end())


def _settled_orders(matches: list[re.Match[str]]) -> dict[str, bool]:
    """By mark, whether the text writes the day first, where its plain cases agree: `31-01-2025`."""
    first = {match["mark"] for match in matches if int(match["first"]) > 12}
    second = {match["mark"] for match in matches if int(match["second"]) > 12}
    return {mark: mark in first for mark in first ^ second}


def _day_and_month(
    match: re.Match[str], language: str, settled: Mapping[str, bool]
) -> tuple[int, int] | None:
    """The order in which `8/6/2018` is written; a weekday before it settles what is open."""
    first, second = int(match["first"]), int(match["second"])
    day_first = first > 12 or first == second
    if not day_first and second <= 12:
        if order := _by_weekday(match, first, second):
            return order
        told = _usual_order(match, language, settled)
        if told is None:
            return None
        day_first = told
    return (first, second) if day_first else (second, first)


def _usual_order(match: re.Match[str], language: str, settled: Mapping[str, bool]) -> bool | None:
    """Whether the day stands first by the mark, the language or the rest of the text."""
    if match["mark"] == "." or language in {"de", "fr"}:
        return True
    if _AMERICAN.search(match.string[max(0, match.start() - 120) : match.start()]):
        return False
    return settled.get(match["mark"])


def _by_weekday(match: re.Match[str], first: int, second: int) -> tuple[int, int] | None:
    named = _WEEKDAY.search(match.string, max(0, match.start() - 12), match.start())
    if named is None:
        return None
    weekday, year = _WEEKDAYS.index(named["name"].lower()), int(match["year"])
    fitting = [
        (day, month)
        for day, month in ((first, second), (second, first))
        if (found := a_day(year, month, day)) and found.weekday() == weekday
    ]
    return fitting[0] if len(fitting) == 1 else None
