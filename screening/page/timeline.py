"""The days to watch: a strip that shows where they lie, and a list that says what they are."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from dualuse.screening.announcements import WATCHED, WatchedDay
from dualuse.screening.page import markup
from dualuse.screening.page.article import Entry

_SPAN: Final = 730  # days before and after that of the report which the strip shows
_MARGIN: Final = 20  # days
_YEAR: Final = 400  # days
_HEIGHT: Final = 108
_BASE: Final = 78
_STEP: Final = 11
_STACK: Final = 6  # dots above one another
_COLUMNS: Final = 42  # of dots, so that they stand apart on a phone too
_EARLIER: Final = 200
_LATER: Final = 400
_TITLE: Final = 120


@dataclass(frozen=True, slots=True)
class _Dated:
    entry: Entry
    day: WatchedDay


def timeline(entries: Sequence[Entry], as_of: date) -> str:
    """The section; empty where no document gives such a day."""
    dated = [_Dated(entry, day) for entry in entries for day in entry.announcement.days()]
    if not dated:
        return ""
    dated.sort(key=lambda each: each.day.day)
    ahead = [each for each in dated if each.day.day >= as_of]
    past = [each for each in reversed(dated) if each.day.day < as_of]
    earlier = (
        f"<details><summary>Earlier days ({len(past):,})</summary>{_list(past, _EARLIER)}</details>"
        if past
        else ""
    )
    later = _list(ahead, _LATER) if ahead else f"<p>No day from {as_of} on is known.</p>"
    return (
        '<section class="days" aria-labelledby="days"><h2 id="days">Days to watch</h2>'
        f"{_strip(dated, as_of)}<h3>From {as_of} on</h3>{later}{earlier}</section>"
    )


def _list(dated: Sequence[_Dated], most: int) -> str:
    rows = "".join(_row(each) for each in dated[:most])
    more = len(dated) - most
    rest = f"<p>{more:,} more days are left out here.</p>" if more > 0 else ""
    return f'<ol class="days">{rows}</ol>{rest}'


def _row(dated: _Dated) -> str:
    day, lead = dated.day, dated.entry.announcement.lead
    when = markup.day(day.day.isoformat())
    if day.told is lead and (marked := dated.entry.marked):
        anchor = marked.link(day.start, day.end)
        when = f'<a href="#{anchor}">{when}</a>' if anchor else when
    title = markup.text(markup.short(lead.briefing.title, _TITLE) or lead.path)
    return (
        f'<li data-of="{dated.entry.anchor}">{when} '
        f'<span class="role {day.role}">{day.words}</span> '
        f'<a href="#{dated.entry.anchor}" lang="{markup.text(lead.briefing.language)}" dir="auto">'
        f"{title}</a></li>"
    )


def _strip(dated: Sequence[_Dated], as_of: date) -> str:
    """Dots along a line of time; two years before and after the day, no more than there are."""
    days = [each.day.day for each in dated]
    first = _near(as_of, min(as_of, *days), -_MARGIN)
    last = _near(as_of, max(as_of, *days), _MARGIN)
    inside = [each for each in dated if first <= each.day.day <= last]
    scale = _Scale(first, last)
    outside = len(dated) - len(inside)
    note = f"; {outside:,} days lie outside" if outside else ""
    return (
        f'<figure><svg class="strip" height="{_HEIGHT}" width="100%" aria-hidden="true">'
        f'<line class="axis" x1="0" x2="100%" y1="{_BASE + 8}" y2="{_BASE + 8}"/>'
        f"{_ticks(scale)}{_today(scale, as_of)}{_dots(inside, scale)}</svg>"
        f"<figcaption>{_legend(dated)}{note}</figcaption></figure>"
    )


def _near(as_of: date, day: date, margin: int) -> date:
    """The day, or one two years from `as_of` where it is farther off, and a margin beyond."""
    away = max(-_SPAN, min(_SPAN, day.toordinal() - as_of.toordinal())) + margin
    first, last = date.min.toordinal(), date.max.toordinal()
    return date.fromordinal(max(first, min(last, as_of.toordinal() + away)))


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day lies, in per cent of the width."""
        return round(1 + 98 * (day - self.first).days / max(1, (self.last - self.first).days), 2)


def _ticks(scale: _Scale) -> str:
    """A mark at each quarter, named where there is room: each one of a short strip, else years."""
    named_all = (scale.last - scale.first).days < _YEAR
    marks = []
    for month in range(scale.first.year * 12, scale.last.year * 12 + 12, 3):
        day = date(month // 12, month % 12 + 1, 1)
        if not scale.first <= day <= scale.last:
            continue
        x = scale.x(day)
        marks.append(f'<line class="tick" x1="{x}%" x2="{x}%" y1="{_BASE + 5}" y2="{_BASE + 11}"/>')
        if named_all or day.month == 1:
            label = f"{day:%Y-%m}" if named_all else str(day.year)
            marks.append(f'<text x="{x}%" y="{_BASE + 25}">{label}</text>')
    return "".join(marks)


def _today(scale: _Scale, as_of: date) -> str:
    x = scale.x(as_of)
    return (
        f'<line class="today" x1="{x}%" x2="{x}%" y1="4" y2="{_BASE + 12}">'
        f"<title>{as_of}, the day of the report</title></line>"
    )


def _dots(dated: Sequence[_Dated], scale: _Scale) -> str:
    """One dot a day and text; those of about one day stand above one another."""
    heights: Counter[int] = Counter()
    dots = []
    for each in dated:
        column = int(scale.x(each.day.day) * _COLUMNS / 100)
        x = round((column + 0.5) * 100 / _COLUMNS, 2)
        level = min(heights[column], _STACK - 1)
        heights[column] += 1
        title = markup.short(each.entry.announcement.lead.briefing.title, _TITLE)
        dots.append(
            f'<a href="#{each.entry.anchor}" data-of="{each.entry.anchor}" tabindex="-1">'
            f'<circle class="{each.day.role}" cx="{x}%" cy="{_BASE - level * _STEP}" r="4.5">'
            f"<title>{each.day.day} {each.day.words}: {markup.text(title)}</title>"
            "</circle></a>"
        )
    return "".join(dots)


def _legend(dated: Sequence[_Dated]) -> str:
    counts = Counter(each.day.role for each in dated)
    return ", ".join(
        f'<span class="key {role}">{words} ({counts[role]:,})</span>'
        for role, words in WATCHED.items()
        if counts[role]
    )
