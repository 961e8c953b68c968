"""The first day of a measure told by another: "on publication", or counted from publication."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Final

from dualuse.models.facts.days.origin import counted_from, published_before
from dualuse.models.facts.days.roles import RoledDate
from dualuse.models.facts.records import DateFact
from dualuse.models.folding import NUMERAL, number

_BEGINS: Final = (
    r"\b(?:effective|operative|in(?:to)? (?:force|effect)|t(?:akes?|ook|aking) (?:effect|hold)"
    r"|appl(?:y|ies|icable)|implemented|enforced|tritt|treten|gilt|gelten|en vigueur"
    r"|applicables?|s'appliquent?)\b"
)
_ACT: Final = (
    r"(?:official )?(?:publication|promulgation|issuance|issue|release|announcement|notification"
    r"|signature|signing|posting|adoption)\b"
    r"|(?:on which )?(?:it|they|this [a-z]{3,12}) (?:is|are|was|were) (?:officially )?"
    r"(?:published|promulgated|issued|released|announced|signed|posted)\b"
)
_OF_IT: Final = rf"(?:its |the |their |this |such )?(?:{_ACT})"
_ACT_DE: Final = (
    r"(?:der|ihrer|seiner) (?:amtlichen )?(?:Verkündung|Veröffentlichung|Bekanntmachung)"
)
_ACT_FR: Final = r"(?:celui de )?(?:de )?(?:sa|leur) (?:publication|promulgation|signature)"
# "60 days from publication" is counted, not the day itself: no number of days may stand between.
_GAP: Final = r"(?:(?!days?\b|months?\b|Tage?\b)[^.;\n]){0,32}"
_SAME_DAY: Final = re.compile(
    rf"{_BEGINS}{_GAP}\b(?:on|upon|from|since|as of|as from|at|with|starting)"
    rf"(?: and (?:from|after))? (?:the )?(?:(?:date|day|time|moment) (?:of )?)?{_OF_IT}"
    rf"|{_BEGINS}{_GAP}(?:the day (?:it was|of) publi[a-z]{{1,6}}|\bsame day|\btoday|moment it was)"
    rf"|{_BEGINS}[^.;\n]{{0,32}}\b(?:am Tage?|mit dem Tage?|ab dem Tage?|mit) {_ACT_DE}"
    rf"|{_BEGINS}[^.;\n]{{0,32}}\b(?:le jour|à la date|à compter|dès|au jour) {_ACT_FR}"
    r"|\b(?:with immediate effect|effective immediately|immediately effective|at once and until"
    r"|with effect from the same day|from today\b|starting the same day|mit sofortiger Wirkung"
    r"|avec effet immédiat|in force from that day|no lead time|no grace period|ab sofort"
    r"|dès aujourd'hui|as of today)"
    r"|自?(?:公布|发布|發布|公告|通过|印发|签发)(?:之日|当日|當日|当天|之时)(?:\([^)\n]{1,20}\))?"
    r"(?:起|即)?(?:正式)?(?:施行|实施|實施|生效|执行|執行)"
    r"|(?:自?即日|当日|當日|当天|同日)起?(?:正式)?(?:停止|暂停|施行|实施|實施|生效|执行|執行)"
    r"|自?即日起|自[本今]日起|公告当日起|公布即(?:施行|实施|生效)|公告当天起算|立即(?:施行|实施|生效)"
    r"|本日(?:実施|施行)|同日から効力|即日許可制"
    r"|即日(?:付|施行|適用|実施|、|,|から|より)"
    r"|(?:同日|本日|当日)(?:付)?(?:で|から|より)(?:適用|施行|停止|です|実施)"
    r"|本日から[^。\n]{0,24}(?:停止|適用|施行)|同日付で適用"
    r"|(?:公布|発表|公表)(?:の日|日|と同時)(?:から|に)?(?:施行|効力|適用|発効)",
    re.IGNORECASE,
)
_COUNT: Final = rf"(?P<count>[0-9]{{1,3}}|{NUMERAL}{{1,3}}|两)"
_ORDINALS: Final = {
    name: count
    for count, names in {
        2: "second zweiten deuxième",
        3: "third dritten troisième",
        5: "fifth fünften cinquième",
        7: "seventh siebten septième",
        10: "tenth zehnten dixième",
        14: "fourteenth vierzehnten quatorzième",
        15: "fifteenth fünfzehnten quinzième",
        20: "twentieth zwanzigsten vingtième",
        30: "thirtieth dreißigsten trentième",
        45: "forty-fifth",
        60: "sixtieth sechzigsten soixantième",
        90: "ninetieth neunzigsten",
    }.items()
    for name in names.split()
}
_NTH: Final = f"(?P<nth>{'|'.join(_ORDINALS)})"
_AFTER_IT: Final = rf"(?:after|following) (?:that of |the (?:day|date) (?:of )?)?(?:{_OF_IT})"
# Each with a group `count` or `nth`, or for the next day with neither.
_COUNTED: Final = (
    re.compile(
        rf"自?(?:公布|发布|公告)(?:之日)?起?(?:满|第)?{_COUNT} ?(?P<unit>日|天|个月|個月|月)"
        r"(?:后|後|届满|起)"
    ),
    # Not 六月を超えない範囲内において政令で定める日: that day is still to be set.
    re.compile(
        rf"公布(?:の日|日)?(?:から|より)(?:起算して)?{_COUNT} ?(?P<unit>日|か月|ヶ月|カ月|箇月|月)"
        r"(?!を超えない|以内)"
    ),
    re.compile(
        r"(?:自|从)?(?:公布|发布)(?:之日|日)?(?:的|之)?(?:次日|翌日|第二日|第二天)起"
        r"|公布の?日?の翌日(?:から|より)"
    ),
)
_COUNTED_WEST: Final = (
    re.compile(
        r"(?<![0-9])(?P<count>[0-9]{1,3}) (?:calendar )?(?P<unit>days?|months?)"
        rf" (?:after|from|following) (?:the (?:date|day) (?:of )?)?(?:{_OF_IT}"
        r"|(?:published|promulgated|issued)\b)",
        re.IGNORECASE,
    ),
    re.compile(
        rf"\b(?:(?P<count>[0-9]{{1,3}})(?:st|nd|rd|th) |{_NTH} |the (?:next |calendar )?)day"
        rf" {_AFTER_IT}"
        rf"|\b(?:am|mit dem) (?:{_NTH.replace('nth', 'nth_de')} )?Tage? nach {_ACT_DE}"
        rf"|\ble (?:{_NTH.replace('nth', 'nth_fr')} jour suivant|jour suivant|lendemain) {_ACT_FR}",
        re.IGNORECASE,
    ),
)
_FROM: Final = 120  # characters before a count in which its sentence says that something begins
_UP_TO: Final = 60
_NO_START: Final = re.compile(
    r"\b(?:within|comments?|not? later than)\b[^.;\n]{0,40}$", re.IGNORECASE
)
_STARTS: Final = re.compile(_BEGINS, re.IGNORECASE)


def told_day(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    """The first day as another day tells it, open (None) where that other day is not known.

    Args:
        text: the folded text.
        roled: its dates with their roles.
        document: the date of the document, ISO, for texts that do not say when they were published.
    """
    return _same_day(text, roled, document) or _counted(text, roled, document)


def _same_day(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    match = _SAME_DAY.search(text)
    if match is None:
        return None
    today = re.search(r"today|本日", match.group(), re.IGNORECASE)
    day = document if today else published_before(text, roled, match.span(), document)
    return DateFact("effective", day, match.start(), match.end())


def _counted(text: str, roled: Sequence[RoledDate], document: str | None) -> DateFact | None:
    """`自公布之日起30日后施行`, "60 days after publication", "on the day following it"."""
    match = next(_counts(text), None)
    if match is None:
        return None
    groups = match.groupdict()
    nth = next((groups[name] for name in groups if name.startswith("nth") and groups[name]), None)
    count = number(groups.get("count") or "") if groups.get("count") else 1
    count = _ORDINALS[nth.lower()] if nth else count
    origin = counted_from(text, roled, match.span(), document)
    if origin is None or count is None:
        return DateFact("effective", None, match.start(), match.end())
    unit = (groups.get("unit") or "day").lower()
    day = later(date.fromisoformat(origin), count, unit)
    return DateFact("effective", day.isoformat(), match.start(), match.end())


def _counts(text: str) -> Iterator[re.Match[str]]:
    for pattern in _COUNTED:
        yield from pattern.finditer(text)
    for pattern in _COUNTED_WEST:
        for match in pattern.finditer(text):
            before = re.split(r"[.;\n]", text[max(0, match.start() - _FROM) : match.start()])[-1]
            after = re.split(r"[.;\n]", text[match.end() : match.end() + _UP_TO])[0]
            around = before + match.group() + after
            if not _NO_START.search(before) and _STARTS.search(around):
                yield match


def later(start: date, count: int, unit: str) -> date:
    """The day that lies `count` days, months or years after another (`天`, `个月`, "years")."""
    if "year" in unit or "年" in unit:
        return _months_later(start, 12 * count)
    if "month" in unit or "月" in unit:
        return _months_later(start, count)
    return start + timedelta(days=count)


def _months_later(start: date, count: int) -> date:
    """The same day of a later month, or the last of that month."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
