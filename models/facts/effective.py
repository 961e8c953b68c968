"""The first day on which a measure applies: named, told by another day, or counted from one."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from dualuse.models.facts.date_roles import RoledDate
from dualuse.models.facts.records import DateFact
from dualuse.models.folding import NUMERAL, fold, number

_CLUSTER: Final = 140  # characters within which an earlier date belongs to the same statement
_STRONG: Final = 4
_TOLD: Final = 3
_SAME_CLAUSE: Final = 30

_SAME_DAY: Final = re.compile(
    r"\b(?:with immediate effect|effective immediately|immediately effective|at once and until"
    r"|with effect from the same day|(?:effective|in force|takes? effect|took effect|took hold"
    r"|applies)"
    r"[^.;\n]{0,24}\b(?:same day|moment it was|upon (?:publication|issuance)|on publication|today"
    r"|day (?:it was|of) publi[a-z]{1,6})|from today\b|starting the same day|mit sofortiger Wirkung"
    r"|avec effet immédiat|in force (?:from that day|on publication)|effective (?:on"
    r"|upon) (?:its )?"
    r"publication|no lead time|no grace period|ab sofort|dès aujourd'hui|as of today)"
    r"|自?(?:公布|发布|發布|公告|通过|印发|签发)(?:之日|当日|當日|当天|之时)(?:\([^)\n]{1,20}\))?"
    r"(?:起|即)?(?:正式)?(?:施行|实施|實施|生效|执行|執行)"
    r"|(?:自?即日|当日|當日|当天|同日)起?(?:正式)?(?:停止|暂停|施行|实施|實施|生效|执行|執行)"
    r"|自?即日起|公告当日起|公布即(?:施行|实施|生效)|公告当天起算|立即(?:施行|实施|生效)"
    r"|本日(?:実施|施行)"
    r"|同日から効力|即日許可制"
    r"|即日(?:付|施行|適用|実施|、|,|から|より)|(?:同日|本日|当日)(?:付)?(?:で|から|より)(?:適用"
    r"|施行|停止|です|実施)"
    r"|本日から[^。\n]{0,24}(?:停止|適用|施行)|同日付で適用|(?:公布|発表|公表)(?:の日|日"
    r"|と同時)(?:から|に)?(?:施行|効力|適用|発効)",
    re.IGNORECASE,
)
_REST: Final = re.compile(
    r"(?:其他|其余|其它)(?:内容|条款|部分|规定|各项|事项)?[^。;,\n]{0,8}$"
    r"|(?:the (?:rest|remainder)|all other (?:provisions|parts))[^.;\n]{0,30}$"
    r"|その(?:他|余)[^。\n]{0,12}$",
    re.IGNORECASE,
)
"""Words for the rest of a measure, before the day on which that begins."""
_COUNT: Final = rf"(?P<count>[0-9]{{1,3}}|{NUMERAL}{{1,3}}|两)"
_COUNTED: Final = (
    re.compile(
        rf"自?(?:公布|发布|公告)(?:之日)?起?(?:满|第)?{_COUNT} ?(?P<unit>日|天|个月|個月|月)"
        r"(?:后|後|届满|起)"
    ),
    re.compile(
        rf"公布(?:の日|日)?(?:から|より)(?:起算して)?{_COUNT} ?(?P<unit>日|か月|ヶ月|カ月|箇月|月)"
    ),
    re.compile(
        r"(?<![0-9])(?P<count>[0-9]{1,3}) (?P<unit>days?|months?) (?:after|from|following)"
        r" (?:the (?:date|day) of )?(?:its )?(?:publication|promulgation|issuance"
        r"|(?:it (?:is|was) )?(?:published|promulgated|issued)\b)",
        re.IGNORECASE,
    ),
)


def effective_date(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    """The effective date with the place that says so, or None where the text has none.

    Args:
        text: the text of the document.
        roled: its dates with their roles.
        document: the date of the document, ISO, from which "on the day of publication" is read
            where the text itself does not say when the measure was published.
    """
    folded = fold(text)
    named = [each for each in roled if each.role == "effective"]
    strong = [each for each in named if each.weight >= _STRONG]
    told = _same_day(folded, roled, document) or _counted(folded, roled, document)
    if strong and not (told and _is_of_another(strong[0], told, document)):
        first = _earliest_near(strong[0], strong)
        # A measure in stages: 第一条自12月1日起实施，其他内容自公布之日起施行.
        return told if told and _REST.search(folded[: told.start]) and told.date else first
    if told is None and named:
        return _earliest_near(max(named, key=lambda each: each.weight), named)
    return told


def _is_of_another(named: RoledDate, told: DateFact, document: str | None) -> bool:
    """True where the named day is before the document, and the document tells its own apart."""
    apart = named.end + _SAME_CLAUSE < told.start or told.end + _SAME_CLAUSE < named.start
    return bool(apart and told.date and document and named.date < document)


def _earliest_near(chosen: RoledDate, others: Sequence[RoledDate]) -> DateFact:
    """The first day of those that one passage gives: parts of a measure may apply later."""
    near = [
        each
        for each in others
        if abs(each.start - chosen.start) <= _CLUSTER and each.weight >= min(chosen.weight, _STRONG)
    ]
    first = min(near, key=lambda each: (each.date, each.start))
    return DateFact("effective", first.date, first.start, first.end)


def _published_before(roled: Sequence[RoledDate], at: int) -> str | None:
    before = [
        each.date
        for each in roled
        if each.role in {"published", "issued"} and each.start < at and each.weight >= _TOLD
    ]
    return before[-1] if before else None


def _same_day(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    match = _SAME_DAY.search(text)
    if match is None:
        return None
    today = re.search(r"today|本日", match.group(), re.IGNORECASE)
    day = document if today else _published_before(roled, match.end()) or document
    return DateFact("effective", day, match.start(), match.end())


def _counted(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    """`自公布之日起30日后施行`, "60 days after publication"."""
    for pattern in _COUNTED:
        match = pattern.search(text)
        if match is None:
            continue
        origin = _published_before(roled, match.start()) or document
        count = number(match["count"])
        if origin is None or count is None:
            return DateFact("effective", None, match.start(), match.end())
        start = date.fromisoformat(origin)
        day = _later(start, count, months="月" in match["unit"] or "month" in match["unit"].lower())
        return DateFact("effective", day, match.start(), match.end())
    return None


def _later(start: date, count: int, *, months: bool) -> str:
    if not months:
        return (start + timedelta(days=count)).isoformat()
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    for day in range(start.day, 0, -1):
        try:
            return date(year, month + 1, day).isoformat()
        except ValueError:
            continue
    return start.isoformat()
