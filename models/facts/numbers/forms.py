"""Document numbers as texts write them: 公告2025年第61号, 90 FR 47201, S.I. 2025/504."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Final

from dualuse.models.facts.numbers.federal_register import head_numbers
from dualuse.models.facts.numbers.lists import listed_numbers
from dualuse.models.folding import NUMERAL, fold

_COUNT: Final = rf"[0-9]{{1,5}}|{NUMERAL}{{1,6}}"
_YEAR: Final = "(?:19|20)[0-9]{2}"
_CHINESE: Final = (
    # 商务部公告2025年第61号, 商务部、海关总署2025年第18号公告, 商务部令2025年第5号, 〔2025〕9号
    rf"(?:(?:商务部|海关总署|国务院|工作机制|公告|令|工业和信息化部|财政部|科技部|外交部"
    rf"|国防科工局|国家密码管理局|輸[出入]注意事項)(?:(?:、| )?(?:海关总署|工业和信息化部"
    rf"|国家国防科工委|国家密码管理局))?(?:公告|令|通告)?)? ?"
    rf"(?:{_YEAR}|二〇[〇一二三四五六七八九]{{2}})年?(?:的"
    rf"|の)?(?:公告)? ?第 ?(?:{_COUNT}) ?[号號](?:公告|令|政令|法律|決議)?"
    rf"|(?:国务院|商务部)?(?:公告|令) ?第 ?(?:{_COUNT}) ?[号號]|第 ?[0-9]{{1,4}} ?号公告"
    rf"|第 ?[0-9]{{3,4}} ?\({_YEAR}\) ?[号號](?:决议|決議)"
    rf"|[〔\[]{_YEAR}[〕\]] ?(?:第 ?)?[0-9]{{1,4}} ?号"
    rf"|公告{_YEAR}年 ?第 ?[0-9]{{1,4}} ?号|(?:告示|公告|通告) ?第 ?{_YEAR}-[0-9]{{1,4}} ?[号號]"
    # 貿管理字第1147017625號
    rf"|(?:通函|通告|通知|公告) ?第 ?[0-9]{{1,4}}/{_YEAR} ?[号號]"
    r"|(?:(?<![一-鿿])|(?<=[依據据按以及与與和]))(?![依據据按以])[一-鿿]{1,6}字第"
    r" ?[0-9]{6,12} ?[号號]"
)
_JAPANESE: Final = (
    # 令和7年政令第12号, 経済産業省令第34号, 20250131貿局第1号
    rf"(?:(?:令和|平成|昭和) ?(?:元|{_COUNT})年 ?)?(?:政令|法律|省令|経済産業省令"
    rf"|経済産業省告示|告示) ?第 ?(?:{_COUNT}) ?号"
    rf"|(?<![0-9]){_YEAR}[01][0-9][0-3][0-9] ?[一-鿿]{{1,4}}第 ?[0-9]{{1,4}} ?号"
)
_OF_YEAR: Final = (  # No. 33/2024-25, No. 259/2025/ND-CP, No. 61 of 2025
    rf"(?:/{_YEAR}(?:-[0-9]{{2}}\b|/[A-ZĐ]{{2}}-[A-Z]{{2,4}})?| \({_YEAR}\)| of {_YEAR})?"
)
_ENGLISH: Final = (
    # Announcement No. 1 of 2026, Notice No. 2024-141, Announcement [2025] No. 61
    r"\b(?:Decree|Order) No\. ?[0-9]{1,4} of the (?:State Council|Ministry of Commerce)"
    r"|\b(?:State Council|MOFCOM) (?:Decree|Order) (?:No\. ?|No )"
    rf"[0-9]{{1,4}}(?: of {_YEAR})?"
    r"|\b(?:Announcement|(?:(?:Trade|Public) )?Notice|Notification|Decree|Bulletin"
    r"|(?:(?:Trade|Policy) )?Circular)s? (?:No(?:\.:?|:)? ?|#)"
    rf"(?:{_YEAR}-[0-9]{{1,4}}\b|[0-9]{{1,5}}{_OF_YEAR})"
    rf"|\bAnnouncement (?:{_YEAR}|\[{_YEAR}\]) No\. ?[0-9]{{1,4}}"
    rf"|\bNo\. ?[0-9]{{1,4}}/{_YEAR}(?:-[0-9]{{2}})?\b|(?<=[–—•-] )No\. ?[0-9]{{1,4}}(?= \()"
    # NTE 2025/21, S.I. 2025/504, SOR/2024-112, General License 8L, Executive Order 14105
    r"|\b(?i:Notice to Exporters) No\. ?[0-9]{1,4}\b"
    rf"|\b(?:NTE|(?i:Notice to Exporters):?) {_YEAR}/[0-9]{{1,3}}"
    rf"|\bS\.?I\.? ?{_YEAR}(?:/| No\. ?)[0-9]{{1,4}}\b|\bSOR/{_YEAR}-[0-9]{{1,4}}\b"
    r"|\bGeneral Licen[cs]e (?:No\. ?)?[0-9]{1,3}[A-Z]{0,2}\b(?![.,/-][0-9])"
    r"|\bExecutive Order (?:No\. )?1[0-9]{4}\b|\bE\.O\. 1[0-9]{4}\b"
    # 89 FR 72926, FR Doc. 2025-12345, Docket No. 250910-0141, RIN 0694-AK11
    r"|\bFR Doc\.?(?: No\.?:?)? ?[A-Z]?[0-9]{1,4}-[0-9]{3,6}\b"
    r"|\b[0-9]{2,3} (?:FR|Fed\. Reg\.) [0-9]{1,3},?[0-9]{3}\b|\b[Dd]ocket (?:No\.|Number"
    r"|ID)? ?[A-Z0-9][A-Z0-9-]{4,24}|\bRIN [0-9]{4}-[A-Z]{2}[0-9]{2}\b"
)
_UNION: Final = (
    # Council Regulation (EU) No 833/2014, Durchführungsverordnung (EU) 2024/1745
    r"(?:\b(?:(?:Delegated|Implementing|Council|Commission|DELEGATED|IMPLEMENTING|COUNCIL"
    r"|COMMISSION|Delegierten?) ){0,3}(?:Regulation|Decision|Directive|REGULATION|DECISION"
    r"|DIRECTIVE|Verordnung|Durchführungs(?:verordnung|beschluss)|Beschluss|Richtlinie"
    r"|[Rr]èglement(?: d'exécution| délégué)?|[Dd]écision) )?"
    r"\((?:EU|EC|EEC|CFSP|UE|EG|GASP|PESC)\) ?(?:No\.? |Nr\. |n[o°] )?[0-9]{1,4}/[0-9]{2,4}"
)
_NUMBER: Final = re.compile(f"{_CHINESE}|{_JAPANESE}|{_ENGLISH}|{_UNION}")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """The number of a document, as written, and its place ((0, 0) for one in the title only)."""

    number: str
    start: int
    end: int


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """All document numbers that `text` names, in order, as they are written.

    Those of a list (第55、56号) have each the issuer and the year that stand before or behind all,
    and that of a head of the Federal Register is written as it is cited, 90 FR 47201.
    """
    folded = fold(text)
    read = [FoundNumber(*each) for each in (*listed_numbers(folded), *head_numbers(folded))]
    starts = sorted(each.start for each in read)
    alone = [
        FoundNumber(text[match.start() : match.end()].strip(), *_stripped(text, match))
        for match in _NUMBER.finditer(folded)
        if bisect_left(starts, match.start()) == bisect_left(starts, match.end())
    ]
    return tuple(sorted([*read, *alone], key=lambda each: each.start))


def _stripped(text: str, match: re.Match[str]) -> tuple[int, int]:
    piece = text[match.start() : match.end()]
    start = match.start() + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())
