"""The words on either side of a date, freed of what belongs to the date: clock time, weekday."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from dualuse.corpus.records import Sentence
from dualuse.models.facts.days.dates import FoundDate

_BEFORE: Final = 200  # characters of context on either side
_AFTER: Final = 110
_BETWEEN: Final = 60  # characters that may stand between the two days of a range

_ZONE: Final = (
    r"(?: ?\(?(?:[A-Z]{2,4}|(?:eastern|central|pacific|local|beijing|london|brussels)"
    r"(?: (?:daylight|standard|summer))?(?: time)?)\)?(?![a-z]))?"
)
_CLOCK: Final = (
    r"(?:[0-2]?[0-9][:.][0-5][0-9](?::[0-5][0-9])?|[01]?[0-9](?= ?[ap]\.?m)|midnight|noon)"
    r"(?: ?(?:[ap]\.?m\b\.?|hours|hrs|Uhr))?"
)
_CLOCK_BEFORE: Final = re.compile(
    rf"(?:\b(?:at|um|à) )?(?<![0-9.:]){_CLOCK},?{_ZONE},? (?:on |am |le )?$", re.IGNORECASE
)
_CLOCK_AFTER: Final = re.compile(
    rf",? (?:at |um |à )?(?<![0-9.:]){_CLOCK}{_ZONE}(?![0-9])", re.IGNORECASE
)
_DAY_NAME: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag"
    r"|Mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)"
)
# Of the cues for ends: those for beginnings say themselves where a weekday may stand.
_WEEKDAY_BEFORE: Final = re.compile(
    rf"(\b(?:until|till|through|by|before|to|on|bis|expires) ){_DAY_NAME}(?:,? )(?:the |dem )?$",
    re.IGNORECASE,
)
_PLACE_OF_TIME: Final = (
    "(?:北京|当地|現地|日本|東京|美东|美国东部|布鲁塞尔)(?:标准|標準)?(?:时间|時間)"
)
_PLACE_BEFORE: Final = re.compile(rf"{_PLACE_OF_TIME}$")
_HOUR: Final = r"(?:[0-2]?[0-9]|[〇零一二三四五六七八九十]{1,3})"
_MINUTE: Final = r"(?:[0-5]?[0-9]|[〇零一二三四五六七八九十]{1,3}) ?分"
_TIME_AFTER: Final = re.compile(
    rf" ?(?:\({_PLACE_OF_TIME}\)|{_PLACE_OF_TIME})?"
    r"(?:凌晨|上午|下午|中午|晚上|午前|午後)?"
    rf"(?:{_HOUR} ?[时時点點](?:[整正半](?![一-鿿])|{_MINUTE})?"
    rf"|[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?分?)(?:\({_PLACE_OF_TIME}\))?"
)
_WEEKDAY_AFTER: Final = re.compile(
    r" ?\((?:[月火水木金土日](?:曜日?)?(?:[・,、/] ?祝日?)?|(?:周|週|星期|礼拜)[一二三四五六日天]"
    rf"|{_DAY_NAME}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\.?)\)|[月火水木金土日]曜日?"
    r"|(?:星期|礼拜)[一二三四五六日天]",
    re.IGNORECASE,
)
# `公布後六月を経過した日（令和7年10月9日）から`: the bracket holds the date alone.
_CLOSED: Final = re.compile(r"\)(?=から|より|に|まで|以降|起|至)")
_ABBREVIATED: Final = re.compile(
    r"(\b(?:Nos?|Nr|Arts?|Secs?|Abs|Inc|Co|Ltd|Corp|Dr|Mr|Ms|Mrs|vs?|para|seq|cf|Jan|Feb|Mar|Apr"
    r"|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|U\.S|U\.K|U\.N|a\.m|p\.m))\.(?! [A-Z][a-z]+ [a-z]+ )"
)
# Marks of bold or slanted type around a date: **1 August 2026**, <b>1 August 2026</b>.
_EMPHASIS_BEFORE: Final = re.compile(r"(?:[*_]{1,3}|<[a-z]{1,6}>)$")
_EMPHASIS_AFTER: Final = re.compile(r"[*_]{1,3}|</[a-z]{1,6}>")
_INNER_DOT: Final = re.compile(r"(?<=[0-9A-Za-z])\.(?=[0-9A-Za-z])")
_RANGE: Final = re.compile(
    r" ?\)?(?:起|开始)?[,、]? ?(?:至|到|から|より|[~〜-]|[–—―‐]"
    r"|to\b|(?:and )?(?:until|through|till|ending)\b(?: on\b)?"
    r"|bis(?: zum)?\b|(?:jusqu')?au\b)(?: and including\b)? ?\(?"
)
_WIDE: Final = re.compile("[一-鿿ぁ-ヿ]")


@dataclass(frozen=True, slots=True)
class Words:
    """What stands before and after a date in its sentence.

    `lead` is None except for the last day of a range (自…起至…): there it is what stands before
    the first day, with the word between the two. `opens` says that the date is such a first day.
    """

    before: str
    after: str
    lead: str | None
    opens: bool


def words_of(text: str, dates: Sequence[FoundDate], sentences: Sequence[Sentence]) -> list[Words]:
    """The words around each date; `text` is folded, and `dates` are in its order."""
    starts = [sentence.start for sentence in sentences]
    bounds = [_bounds(text, each, sentences, starts) for each in dates]
    marks = [_range_mark(text, one, other) for one, other in pairwise(dates)]
    found: list[Words] = []
    for at, (each, (first, last)) in enumerate(zip(dates, bounds, strict=True)):
        before = _before(text[first : each.start])
        opening = marks[at] if at < len(marks) else None
        end = dates[at + 1].end if opening is not None else each.end
        after = _after(text[end : min(max(last, end), end + _AFTER)])
        closing = marks[at - 1] if at else None
        lead = None if closing is None else _joined(found[at - 1].before, closing)
        found.append(Words(before, (opening or "") + after, lead, opening is not None))
    return found


def _bounds(
    text: str, found: FoundDate, sentences: Sequence[Sentence], starts: Sequence[int]
) -> tuple[int, int]:
    """Where the words of a date begin and end: with its sentence, and not far off."""
    place = bisect_right(starts, found.start) - 1
    first, last = (sentences[place].start, sentences[place].end) if place >= 0 else (0, len(text))
    return max(first, found.start - _BEFORE), max(last, found.end)


def _range_mark(text: str, first: FoundDate, last: FoundDate) -> str | None:
    """The word between two dates that makes them a range: `至`, `から`, "until"."""
    if last.start - first.end > _BETWEEN:
        return None
    between = _before(_after(text[first.end : last.start]))
    return between.strip("() ") if _RANGE.fullmatch(between) else None


def _joined(lead: str, mark: str) -> str:
    if not re.search(r"[a-z至到かよ]", mark):
        mark = "至" if _WIDE.search(lead) else "until"
    return lead + (mark if _WIDE.search(mark) else f"{mark.lstrip(', ')} ")


def _before(words: str) -> str:
    words = _EMPHASIS_BEFORE.sub("", words.lstrip("\n"))
    for pattern in (_CLOCK_BEFORE, _PLACE_BEFORE):
        words = pattern.sub("", words)
    return _undotted(_WEEKDAY_BEFORE.sub(r"\1", words))


def _after(words: str) -> str:
    for pattern in (_EMPHASIS_AFTER, _WEEKDAY_AFTER, _TIME_AFTER, _CLOCK_AFTER, _CLOSED):
        if match := pattern.match(words):
            words = words[match.end() :]
    return _undotted(words)


def _undotted(words: str) -> str:
    """Without the dots that end no clause: those of "No. 61", `3A001.b` and "U.S."."""
    return _INNER_DOT.sub("·", _ABBREVIATED.sub(r"\1", words))
