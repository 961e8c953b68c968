"""The last day of a suspension or of a measure that lasts so many days, months or years."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from dualuse.corpus.labels import DateRole
from dualuse.models.facts.days.roles import RoledDate
from dualuse.models.facts.days.told import later
from dualuse.models.facts.records import DateFact
from dualuse.models.folding import NUMERAL, fold, number

# Not the last figures of a year, nor the day of a month: those are a date, not a time.
_COUNT: Final = (
    rf"(?<![0-9〇零一二三四五六七八九十百月年第])(?P<count>[0-9]{{1,3}}|{NUMERAL}{{1,3}}|两|半)"
)
_UNIT: Final = r" ?(?P<unit>日|天|个月|個月|か月|ヶ月|カ月|箇月|年)"
_WORDS: Final = {
    name: count
    for count, names in enumerate(
        (
            "one a an ein eine einen un une",
            "two zwei deux",
            "three drei trois",
            "four vier quatre",
            "five fünf cinq",
            "six sechs",
        ),
        1,
    )
    for name in names.split()
}
_FOR: Final = (
    rf"(?:(?P<count>[0-9]{{1,3}})|(?P<word>{'|'.join(_WORDS)}))[ -]"
    r"(?:calendar )?(?P<unit>days?|months?|years?)\b"
)
_LASTING: Final[tuple[tuple[DateRole, re.Pattern[str]], ...]] = (
    (
        "suspension_end",
        re.compile(
            rf"(?:暂停|暫停|中止|停止)(?![^。;\n]{{0,40}}(?:至|到))[^。;,\n]{{0,40}}?{_COUNT}{_UNIT}"
            r"(?=[,。;\n)]|$|的?期限|间)"
        ),
    ),
    (
        "suspension_end",
        re.compile(
            rf"{_COUNT}{_UNIT}(?:間(?:の間)?、?(?:[^。;、\n]{{0,16}}))?停止(?:する|します|し、)"
        ),
    ),
    (
        "suspension_end",
        re.compile(
            rf"\b(?:suspend(?:s|ed|ing)?|suspension|paus(?:es|ed|ing))\b[^.;\n]{{0,80}}?"
            rf" for (?:a period of )?{_FOR}",
            re.IGNORECASE,
        ),
    ),
    (
        "expiry",
        re.compile(
            rf"(?:有效期限?|实施期限|施行期限|適用期間|有効期間)(?:为|は|是|:)?{_COUNT}{_UNIT}(?!内)"
        ),
    ),
    (
        "expiry",
        re.compile(
            r"\b(?:remains?|valid|in (?:force|effect)|effective|appl(?:y|ies)|extended)\b"
            rf"[^.;\n]{{0,30}}? for (?:a period of )?{_FOR}",
            re.IGNORECASE,
        ),
    ),
)
_MOST: Final = re.compile(
    r"up to|at least|not (?:more|less)|不超过|不少于|最长|以内|licen[cs]e", re.IGNORECASE
)
_LICENCE: Final = re.compile(
    r"licen[cs]e|permit|authori[sz]ation|certificate|证|批件|批复|许可|許可|免許|登録",
    re.IGNORECASE,
)
_OWNER: Final = 40  # characters before a duration in which the licence stands that it is that of


def lasting(text: str, roled: Sequence[RoledDate], first: DateFact | None) -> Iterator[DateFact]:
    """The ends that a text gives as a duration, each at the place of that duration.

    The first day counts, so that the last is the day before the same day later: a rule suspended
    for one year from November 10, 2025 is so until November 9, 2026. Nothing is worked out where
    the text names an end itself, or no first day.

    Args:
        text: the text of the document.
        roled: its dates with their roles.
        first: the effective date of the measure.
    """
    if first is None or first.date is None:
        return
    start, folded = date.fromisoformat(first.date), fold(text)
    for role, pattern in _LASTING:
        if any(each.role == role for each in roled):
            continue
        found = pattern.finditer(folded)
        match = next((each for each in found if _is_plain(each, folded)), None)
        if match is not None and (count := _count(match)):
            last = later(start, count, match["unit"].lower()) - timedelta(days=1)
            yield DateFact(role, last.isoformat(), match.start(), match.end())


def _is_plain(match: re.Match[str], text: str) -> bool:
    """Whether the duration is exact, and that of the measure rather than of a licence."""
    before = re.split(r"[.;。;\n]", text[max(0, match.start() - _OWNER) : match.start()])[-1]
    return _MOST.search(match.group()) is None and _LICENCE.search(before) is None


def _count(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    if groups.get("word"):
        return _WORDS[groups["word"].lower()]
    return number(match["count"])
