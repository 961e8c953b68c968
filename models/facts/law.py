"""The laws and regulations that a document rests on, as it writes them."""

import re
from dataclasses import dataclass
from typing import Final

_CHINESE: Final = re.compile(
    r"《(?P<name>[^《》\n]{2,60}?(?:法|条例|條例|办法|辦法|规定|規定|管理令|公约|宪章|细则))》"
)
_JAPANESE: Final = re.compile(
    r"外国為替及び外国貿易法|外国為替令|輸出貿易管理令|貨物等省令|輸出管理規則(?:[(（]EAR[)）])?"
    r"|行政手続法|外為法|外為令|(?<![一-鿿])輸出令"
    r"|(?:中国)?輸出管理法|両用品目輸出管理条例|輸出管理改革法|反外国制裁法"
    r"|[一-鿿ァ-ヶー]{2,20}(?:法|令"
    r"|条例)(?=(?:[(（][^)）\n]{1,24}[)）])?(?:第[0-9０-９一二三四五六七八九十百]{1,4}条|に基づ"
    r"|違反|の規定))"
)
_WORD: Final = r"(?:[A-Z][A-Za-z'’&.-]{0,24}|\([A-Z][A-Za-z ]{2,24}\)|of|the|and|on|for|to|in)"
_ENGLISH: Final = re.compile(
    rf"\b(?:[A-Z][A-Za-z'’&-]{{1,24}}) (?:{_WORD} ){{0,9}}?(?:Act|Law|Regulations|Order"
    rf"|Ordinance|Treaty|Code|Charter)\b"
    r"(?:,? (?:of )?(?:19|20)[0-9]{2})?"
)
_CITED: Final = re.compile(
    r"\b(?:(?:Commission |Council )?(?:Delegated |Implementing )?Regulation |Directive "
    r"|Decision )\((?:EU|EC|CFSP)\) (?:No\.? )?[0-9]{1,4}/[0-9]{2,4}"
    r"|(?<![A-Za-z)] )\((?:EU|EC)\) (?:No\.? )?[0-9]{1,4}/[0-9]{2,4}|\b15 CFR Parts? [0-9]{3}"
    r"|\bVerordnung \((?:EU|EG)\) (?:Nr\. )?[0-9]{1,4}/[0-9]{2,4}"
    r"|\bEAR\b(?!99)|\bITAR\b|\bAußenwirtschafts(?:gesetz|verordnung)\b|\b(?:AWG|AWV)\b"
    r"|\bEG-Dual-Use-Verordnung\b|\bEU-Dual-Use-Verordnung\b"
    r"|\b[Rr]èglement \(UE\) (?:n[o°] )?[0-9]{1,4}/[0-9]{2,4}|\bExport Control Law\b"
    r"|\b50 U\.S\.C\. [0-9]{3,5}"
)
_NOT_A_LAW: Final = re.compile(
    r"^(?:The |This |That |In |For |Under |By |A |An |On |As |Further |Temporary |Purchase "
    r"|Denial |Final |New |No |Any |Chinese |American |European )?(?:Order|Law|Act|Code"
    r"|Regulations?|Denial Order|Export Control Classification|Purchase Order|Court Order)$"
    r"|^People's Republic of"
    r"|\b(?:Renewing|Denying|Law Firm|International Law|Administrative Law|Criminal Law"
    r"|Order Renewing)\b"
)
_LEADING: Final = re.compile(
    r"^(?:The|This|That|In|For|Under|By|An?|On|As|Since|With|And|But|See|Pursuant to"
    r"|[A-Z][a-z]{2,14}['’]s)\s+(?:the )?"
)
# What a document enacts, or is itself, it does not rest on.
_ENACTED: Final = re.compile(
    r"\b(?:adopt(?:s|ed|ing)|adopté|laid|replaced by|makes|verabschiedet(?:e|en)?)"
    r"(?: (?:the|a|an|new|le|la|die|das|der|annexed|today|following)){0,3} $"
    r"|(?:(?:现|現|决定|決定)(?:予以)?(?:公布|颁布|印发|发布)|废止|廢止)(?:了|修订后的|新的)?$",
    re.IGNORECASE,
)
_ENACTED_AFTER: Final = re.compile(
    r"(?: \([^()\n]{2,60}\))?(?: (?:is|are) hereby (?:adopted|made|enacted|promulgated)\b"
    r"|を(?:採択|公布|制定|廃止)|(?:废止|廢止))"
)
_ITS_TITLE: Final = re.compile(
    r"\s{0,6}(?:\n|$)| of [0-9]{1,2} [A-Z][a-z]{2,8} [0-9]{4}\b| vom [0-9]"
)
_FIGURES: Final = re.compile(r"[0-9]{1,4}/[0-9]{2,4}$")
_BEFORE: Final = 40  # characters before a law in which the verb that enacts it stands


@dataclass(frozen=True, slots=True)
class FoundLaw:
    """A law as written and its first place."""

    name: str
    start: int
    end: int


def find_laws(text: str, language: str) -> tuple[FoundLaw, ...]:
    """The laws, regulations and orders that `text` names, each once, in order.

    Chinese titles keep their brackets: 《中华人民共和国出口管制法》. What the text itself is, by
    its first line, and what it says is adopted, is left out.
    """
    found: dict[str, FoundLaw] = {}
    own: set[str] = set()
    for start, end in law_spans(text, language):
        name = " ".join(text[start:end].split())
        if name not in found and _is_own(text, start, end):
            own.add(_bare(name))
        found.setdefault(name, FoundLaw(name, start, end))
    return tuple(each for each in found.values() if _bare(each.name) not in own)


def law_spans(text: str, language: str) -> list[tuple[int, int]]:
    """Where `text` names laws, in order; no two places overlap."""
    spans = [match.span() for match in _CHINESE.finditer(text)]
    if language == "ja":
        spans += [match.span() for match in _JAPANESE.finditer(text)]
    spans += [match.span() for match in _CITED.finditer(text)]
    spans += [span for match in _ENGLISH.finditer(text) if (span := _trimmed(text, match))]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _is_own(text: str, start: int, end: int) -> bool:
    """Whether a law is the title on the first line, or what is being enacted."""
    if not text[:start].strip() and _ITS_TITLE.match(text, end):
        return True
    before = text[max(0, start - _BEFORE) : start]
    return bool(_ENACTED.search(before) or _ENACTED_AFTER.match(text, end))


def _bare(name: str) -> str:
    """A law by its figures, where it is cited by them: (EU) 2025/1 of Regulation (EU) 2025/1."""
    figures = _FIGURES.search(name)
    return figures.group() if figures else name


def _trimmed(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The span without the words that begin the sentence; None where it names no law."""
    start, end = match.span()
    while leading := _LEADING.match(text[start:end]):
        start += leading.end()
    name = text[start:end]
    if _NOT_A_LAW.search(name) or len(name.split()) < 2:
        return None
    return start, end
