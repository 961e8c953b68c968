"""One form for all spellings of a number: 公告2026年第1号, Announcement No. 1 of 2026."""

import re
from typing import Final

from dualuse.models.folding import NUMERAL, fold, number
from dualuse.screening.briefing import Briefing

_KINDS: Final = (
    ("EU", re.compile(r"\((?:EU|EC|EEC|CFSP|UE|EG)\)")),
    ("FR", re.compile(r"\b(?:FR|Fed\. Reg\.)")),
    ("executive order", re.compile(r"Executive Order|E\.O\.")),
    ("docket", re.compile(r"[Dd]ocket|\bRIN\b")),
    ("NTE", re.compile(r"\bNTE\b")),
    ("cabinet order", re.compile("政令")),
    ("ministerial ordinance", re.compile("省令")),
    ("public notice", re.compile("告示|Public Notice|Notification")),
    ("act", re.compile("法律")),
    ("decree", re.compile("令|Decree")),
    ("bulletin", re.compile("Bulletin|通告")),
)
_ERAS: Final = {"令和": 2018, "平成": 1988, "昭和": 1925}
_ERA: Final = re.compile(rf"(令和|平成|昭和) ?(元|{NUMERAL}+)年")
_LETTER: Final = re.compile(r"[〔\[]")  # a file number: of whoever sends the letter
_RUN: Final = re.compile(rf"{NUMERAL}+")
_YEAR: Final = range(1950, 2100)
_BARE: Final = 10_000  # a single number from here on needs no year to be told apart


def number_key(briefing: Briefing) -> str | None:
    """What is the same for all spellings of a document's number in all languages; or None.

    It holds kind, figures and year. The year of a number that names none is that of the
    document; None without a number or a year.
    """
    if not briefing.number or _LETTER.search(briefing.number):
        return None
    text = _ERA.sub(_western, fold(briefing.number)).replace(",", "")
    kind = next((name for name, cue in _KINDS if cue.search(text)), "announcement")
    figures = {value for run in _RUN.findall(text) if (value := number(run)) is not None}
    if not figures:
        return None
    if not any(each in _YEAR for each in figures) and max(figures) < _BARE:
        day = briefing.date or briefing.effective_date
        if day is None:
            return None
        figures.add(int(day[:4]))
    return f"{kind} {'/'.join(map(str, sorted(figures)))}"


def _western(match: re.Match[str]) -> str:
    return f"{_ERAS[match[1]] + (number(match[2]) or 0)}年"
