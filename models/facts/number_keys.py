"""When two spellings are one document number: 公告2025年第61号, Announcement No. 61 of 2025."""

import re
from typing import Final

from dualuse.models.folding import NUMERAL, fold, number

Key = tuple[str, ...]
"""What kind of number it is, whose, and its figures; equal for spellings of one number."""

_N: Final = rf"(?:{NUMERAL}{{1,6}})"
_ERA: Final = {"令和": 2018, "平成": 1988, "昭和": 1925}
_REPORT: Final = re.compile(r"\b(?P<volume>[0-9]{2,3}) (?:FR|Fed\. Reg\.) (?P<page>[0-9,]{3,7})")
_UNION: Final = re.compile(
    r"(?:\((?:EU|EC|EEC|CFSP|UE|EG)\)|Regulation|Verordnung|Règlement) ?(?:No\.? |Nr\. |n[o°] )?"
    r"(?P<one>[0-9]{1,4})/(?P<two>[0-9]{2,4})"
)
_ORDER: Final = re.compile(r"\b(?:Executive Order|E\.O\.) (?:No\. )?(?P<one>1[0-9]{4})\b")
_JAPANESE: Final = re.compile(
    rf"(?:(?P<era>令和|平成|昭和) ?(?P<year>元|{_N})年 ?)?"
    rf"(?P<kind>政令|法律|省令|経済産業省令|経済産業省告示|告示) ?第 ?(?P<one>{_N}) ?号"
)
_DECREE: Final = re.compile(
    rf"(?:国务院|部)?令 ?(?:[0-9]{{4}}年)?第 ?(?P<one>{_N}) ?号"
    r"|Decree (?:No\. ?)?(?P<two>[0-9]{1,4})"
)
_ANNOUNCED: Final = (
    re.compile(
        rf"(?P<year>(?:19|20)[0-9]{{2}}|二〇{NUMERAL}{{2}}) ?年?(?:的|の)?(?:公告)? ?第"
        rf" ?(?P<one>{_N}) ?[号號]"
    ),
    re.compile(
        r"(?:Announcement|Notice|Bulletin)s? (?:No\. ?|No |#)?(?P<one>[0-9]{1,4})"
        r"(?: of |/| \()(?P<year>(?:19|20)[0-9]{2})"
    ),
    re.compile(r"No\. ?(?P<one>[0-9]{1,4})(?:/| of | \()(?P<year>20[0-9]{2})"),
    re.compile(r"[〔\[](?P<year>(?:19|20)[0-9]{2})[〕\]] ?(?:第 ?)?(?P<one>[0-9]{1,4}) ?号"),
)
_YEARLESS: Final = re.compile(
    rf"(?:公告)?第 ?(?P<one>{_N}) ?[号號](?:公告)?"
    r"|(?:Announcement|Notice) (?:No\. ?|No |#)?(?P<two>[0-9]{1,4})"
)


def number_key(written: str, country: str | None, year: str | None) -> Key | None:
    """The key of a number, or None where its figures don't settle which number is meant.

    Args:
        written: the number as a document writes it.
        country: whose document it is, an ISO 3166 code; announcements of two countries with one
            number are two.
        year: the year of a number that is written without one, if known.
    """
    text = fold(written)
    if match := _REPORT.search(text):
        return ("FR", match["volume"], match["page"].replace(",", ""))
    if match := _UNION.search(text):
        return ("EU", *sorted((match["one"], match["two"]), key=lambda each: (len(each), each)))
    if match := _ORDER.search(text):
        return ("EO", match["one"])
    if match := _JAPANESE.search(text):
        return _japanese(match, year)
    if match := _DECREE.search(text):
        return ("decree", country or "", str(number(match["one"] or match["two"])))
    return _announced(text, country, year)


def _japanese(match: re.Match[str], year: str | None) -> Key | None:
    written = number(match["year"]) if match["year"] else None
    of_year = str(written + _ERA[match["era"]]) if written and match["era"] else year
    figure = number(match["one"])
    return (match["kind"], "JP", of_year, str(figure)) if of_year and figure else None


def _announced(text: str, country: str | None, year: str | None) -> Key | None:
    for pattern in _ANNOUNCED:
        if match := pattern.search(text):
            figure, of_year = number(match["one"]), number(match["year"])
            if figure and of_year:
                return ("announcement", country or "", str(of_year), str(figure))
    match = _YEARLESS.search(text)
    figure = number(match["one"] or match["two"]) if match else None
    if figure and year:
        return ("announcement", country or "", year, str(figure))
    return None
