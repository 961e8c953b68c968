"""When two spellings are one document number: 公告2025年第61号, Announcement No. 61 of 2025."""

import re
from typing import Final

from dualuse.models.folding import NUMERAL, fold, number

Key = tuple[str, ...]
"""What kind of number it is, whose, and its figures; equal for spellings of one number."""

_N: Final = rf"(?:{NUMERAL}{{1,6}})"
_ERA: Final = {"令和": 2018, "平成": 1988, "昭和": 1925}
_AS_WRITTEN: Final = (
    ("FR", re.compile(r"\b([0-9]{2,3}) (?:FR|Fed\. Reg\.) ([0-9,]{3,7})")),
    ("FR Doc", re.compile(r"\bFR Doc\.?(?: No\.?:?)? ?([A-Z]?[0-9]{1,4}-[0-9]{3,6})")),
    ("EO", re.compile(r"\b(?:Executive Order|E\.O\.) (?:No\. )?(1[0-9]{4})\b")),
    ("public notice", re.compile(r"\bPublic Notice:? (?:No\. ?|No )?([0-9]{4,6})\b")),
    ("docket", re.compile(r"\b[Dd]ocket (?:No\.|Number|ID)? ?([A-Z0-9][A-Z0-9-]{4,24})")),
    ("RIN", re.compile(r"\bRIN ([0-9]{4}-[A-Z]{2}[0-9]{2})\b")),
    (
        "NTE",
        re.compile(r"\b(?:NTE|(?i:Notice to Exporters):?) ((?:19|20)[0-9]{2})/([0-9]{1,3})"),
    ),
    ("notice to exporters", re.compile(r"\b(?i:Notice to Exporters) No\. ?([0-9]{1,4})\b")),
    ("SI", re.compile(r"\bS\.?I\.? ?((?:19|20)[0-9]{2})(?:/| No\. ?)([0-9]{1,4})\b")),
    ("SOR", re.compile(r"\bSOR/((?:19|20)[0-9]{2})-([0-9]{1,4})\b")),
    ("general licence", re.compile(r"\bGeneral Licen[cs]e (?:No\. ?)?([0-9]{1,3}[A-Z]{0,2})\b")),
    ("filed", re.compile(r"([0-9]{8}) ?([一-鿿]{1,4})第 ?([0-9]{1,4}) ?号")),
    ("filed", re.compile(r"([一-鿿]{1,6})字第 ?([0-9]{6,12}) ?[号號]")),
)
"""Numbers that are one whoever writes them, and need no year."""
_UNION: Final = re.compile(
    r"(?:\((?:EU|EC|EEC|CFSP|UE|EG|GASP|PESC)\)|Regulation|Verordnung|Règlement) ?"
    r"(?:No\.? |Nr\. |n[o°] )?(?P<one>[0-9]{1,4})/(?P<two>[0-9]{2,4})"
)
_JAPANESE: Final = re.compile(
    rf"(?:(?P<era>令和|平成|昭和) ?(?P<year>元|{_N})年 ?)?"
    rf"(?P<kind>政令|法律|省令|経済産業省令|経済産業省告示|告示) ?第 ?(?P<one>{_N}) ?号"
)
_DECREE: Final = re.compile(
    rf"令 ?(?:(?P<year>[0-9]{{4}})年)? ?第 ?(?P<one>{_N}) ?号"
    rf"|(?P<year_before>[0-9]{{4}})年 ?第 ?(?P<two>{_N}) ?号令"
    r"|\b(?:Decree|Order) (?:No\. ?|No )?(?P<three>[0-9]{1,4})(?: of (?P<year_behind>[0-9]{4}))?"
)
_RUN_ON: Final = 100
"""From here on decrees are counted through the years: State Council Decree No. 792."""
_LETTER: Final = re.compile(
    r"[〔\[](?P<year>(?:19|20)[0-9]{2})[〕\]] ?(?:第 ?)?(?P<one>[0-9]{1,4}) ?号"
)
_KINDS: Final = (
    ("bulletin", re.compile("Bulletin|通告")),
    ("trade note", re.compile("輸[出入]注意事項")),
    ("trade notice", re.compile("Trade Notice")),
    ("circular", re.compile("Circular|通函")),
)
"""What is counted apart from the announcements of a country."""
_ANNOUNCED: Final = (
    re.compile(
        rf"(?P<year>(?:19|20)[0-9]{{2}}|二〇{NUMERAL}{{2}}) ?年?(?:的|の)?(?:公告)? ?第"
        rf" ?(?P<one>{_N}) ?[号號]"
    ),
    re.compile(
        r"(?:Announcement|Notice|Bulletin)s? (?:No\. ?|No |#)?(?P<one>[0-9]{1,4})"
        r"(?: of |/| \()(?P<year>(?:19|20)[0-9]{2})"
    ),
    re.compile(r"Announcement \[?(?P<year>(?:19|20)[0-9]{2})\]? No\. ?(?P<one>[0-9]{1,4})"),
    re.compile(
        r"(?:(?:Announcement|Notice|Notification) No\. ?|(?:公告|告示|通告) ?第 ?)"
        r"(?P<year>(?:19|20)[0-9]{2})-(?P<one>[0-9]{1,4})\b"
    ),
    re.compile(r"第 ?(?P<one>[0-9]{1,4})/(?P<year>(?:19|20)[0-9]{2}) ?[号號]"),
    re.compile(r"No(?:\.:?|:)? ?(?P<one>[0-9]{1,4})(?:/| of | \()(?P<year>20[0-9]{2})"),
)
_YEARLESS: Final = re.compile(
    rf"(?:公告)?第 ?(?P<one>{_N}) ?[号號](?:公告)?"
    r"|(?:Announcement|Notice|Bulletin|Circular) (?:No(?:\.:?|:)? ?|#)?(?P<two>[0-9]{1,4})"
)
_AUTHORITIES: Final = {
    "MOFCOM": re.compile("MOFCOM|商务部"),
    "GACC": re.compile("GACC|海关总署"),
    "State Council": re.compile("State Council|国务院"),
    "MIIT": re.compile("MIIT|工业和信息化部"),
    "MOF": re.compile(r"\bMOF\b|财政部"),
    "MOST": re.compile("MOST|科技部"),
    "MFA": re.compile("MFA|外交部"),
    "SASTIND": re.compile("SASTIND|国防科工局|国家国防科工委"),
    "OSCCA": re.compile("OSCCA|国家密码管理局"),
}


def number_key(written: str, country: str | None, year: str | None) -> Key | None:
    """The key of a number, or None where its figures don't settle which number is meant.

    Args:
        written: the number as a document writes it.
        country: whose document it is, an ISO 3166 code; announcements of two countries with one
            number are two.
        year: the year of a number that is written without one, if known.
    """
    text = fold(written)
    for kind, pattern in _AS_WRITTEN:
        if match := pattern.search(text):
            return (kind, *(group.replace(",", "") for group in match.groups()))
    if match := _UNION.search(text):
        return ("EU", *sorted((match["one"], match["two"]), key=lambda each: (len(each), each)))
    if match := _JAPANESE.search(text):
        return _japanese(match, year)
    if match := _LETTER.search(text):
        return ("letter", country or "", match["year"], match["one"])
    if match := _DECREE.search(text):
        return _decree(match, country, year)
    return _announced(text, country, year)


def other_authority(one: str, other: str) -> bool:
    """Whether both numbers say who gave them, and none gave both.

    China's ministries count their announcements each for itself; one that several give bears the
    number of the first.
    """
    ours, theirs = _authorities(one), _authorities(other)
    return bool(ours and theirs and not ours & theirs)


def _authorities(written: str) -> set[str]:
    text = fold(written)
    return {name for name, cue in _AUTHORITIES.items() if cue.search(text)}


def _japanese(match: re.Match[str], year: str | None) -> Key | None:
    written = number(match["year"]) if match["year"] else None
    of_year = str(written + _ERA[match["era"]]) if written and match["era"] else year
    figure = number(match["one"])
    return (match["kind"], "JP", of_year, str(figure)) if of_year and figure else None


def _decree(match: re.Match[str], country: str | None, year: str | None) -> Key | None:
    figure = number(match["one"] or match["two"] or match["three"])
    if figure is None:
        return None
    if figure >= _RUN_ON:
        return ("decree", country or "", str(figure))
    of_year = match["year"] or match["year_before"] or match["year_behind"] or year
    return ("decree", country or "", of_year, str(figure)) if of_year else None


def _announced(text: str, country: str | None, year: str | None) -> Key | None:
    kind = next((kind for kind, cue in _KINDS if cue.search(text)), "announcement")
    for pattern in _ANNOUNCED:
        if match := pattern.search(text):
            figure, of_year = number(match["one"]), number(match["year"])
            if figure and of_year:
                return (kind, country or "", str(of_year), str(figure))
    match = _YEARLESS.search(text)
    figure = number(match["one"] or match["two"]) if match else None
    if figure and year:
        return (kind, country or "", year, str(figure))
    return None
