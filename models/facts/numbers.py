"""The number of a document and the numbers of others that it suspends, amends, repeals or cites."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.number_lists import listed_numbers
from dualuse.models.facts.records import Relation
from dualuse.models.facts.relations import relation_at, relation_in
from dualuse.models.folding import NUMERAL, fold

_COUNT: Final = rf"[0-9]{{1,5}}|{NUMERAL}{{1,6}}"
_NUMBER: Final = re.compile(
    # 商务部公告2025年第61号, 商务部、海关总署2025年第18号公告, 商务部令2025年第5号, 〔2025〕9号
    rf"(?:(?:商务部|海关总署|国务院|工作机制|公告|令|工业和信息化部|财政部|科技部|外交部"
    rf"|国防科工局|国家密码管理局)(?:(?:、| )?(?:海关总署|工业和信息化部|国家国防科工委"
    rf"|国家密码管理局))?(?:公告|令|通告)?)? ?"
    rf"(?:(?:19|20)[0-9]{{2}}|二〇[〇一二三四五六七八九]{{2}})年?(?:的"
    rf"|の)?(?:公告)? ?第 ?(?:{_COUNT}) ?[号號](?:公告|令|政令|法律|決議)?"
    rf"|(?:国务院|商务部)?(?:公告|令) ?第 ?(?:{_COUNT}) ?[号號]|第 ?[0-9]{{1,4}} ?号公告"
    r"|第 ?[0-9]{3,4} ?\((?:19|20)[0-9]{2}\) ?[号號](?:决议|決議)"
    rf"|[〔\[](?:19|20)[0-9]{{2}}[〕\]] ?(?:第 ?)?[0-9]{{1,4}} ?号"
    r"|公告(?:19|20)[0-9]{2}年 ?第 ?[0-9]{1,4} ?号"
    # 令和7年政令第12号, 経済産業省令第34号
    rf"|(?:(?:令和|平成|昭和) ?(?:元|{_COUNT})年 ?)?(?:政令|法律|省令|経済産業省令"
    rf"|経済産業省告示|告示) ?第 ?(?:{_COUNT}) ?号"
    # Announcement No. 1 of 2026, Executive Order 14105, 89 FR 72926, (EU) 2025/2003, No 833/2014
    r"|\b(?:Announcement|Notice|Public Notice|Notification|Decree|Bulletin)s? (?:No\. ?|No "
    r"|#)[0-9]{1,5}(?:/(?:19|20)[0-9]{2}| \((?:19|20)[0-9]{2}\)| of (?:19|20)[0-9]{2})?"
    r"|\bNTE (?:19|20)[0-9]{2}/[0-9]{1,3}|\bExecutive Order (?:No\. )?1[0-9]{4}\b"
    r"|\bE\.O\. 1[0-9]{4}\b"
    r"|\b[0-9]{2,3} (?:FR|Fed\. Reg\.) [0-9]{1,3},?[0-9]{3}\b|\b[Dd]ocket (?:No\.|Number"
    r"|ID)? ?[A-Z0-9][A-Z0-9-]{4,24}"
    r"|\bAnnouncement (?:19|20)[0-9]{2} No\. ?[0-9]{1,4}"
    r"|\bNo\. ?[0-9]{1,4}/(?:19|20)[0-9]{2}\b"
    r"|(?<=[–—•-] )No\. ?[0-9]{1,4}(?= \()|\bRIN [0-9]{4}-[A-Z]{2}[0-9]{2}\b"
    r"|(?:\b(?:(?:Delegated|Implementing|Council|Commission|DELEGATED|IMPLEMENTING|COUNCIL"
    r"|COMMISSION) )*(?:Regulation|Decision|Directive|REGULATION|DECISION|DIRECTIVE|Verordnung"
    r"|Règlement) )?"
    r"\((?:EU|EC|EEC|CFSP|UE|EG)\) ?(?:No\.? |Nr\. |n[o°] )?[0-9]{1,4}/[0-9]{2,4}"
)
_LABEL: Final = re.compile(r"(?:文号|发文字号|番号|Document number|Citation)[】\]]? ?:? ?$")
_ITEM: Final = re.compile(r"\s{0,4}(?:\(?[0-9]{1,2}[.)、]|[-–—•·・▪*])")
_MARK: Final = re.compile("【[^】]{1,12}】")
"""What an archive puts before a title, such as 【已废止】, is no verb of it."""
_DECIDES: Final = re.compile(r" ?(?::|决定|关于|公布|发布)")
_BRACKETED: Final = re.compile(r"^\([^()]{4,40}\)$")  # the number behind a title is its own
_HEAD: Final = 260
_OLDER: Final = 2  # years from which another document's number is not the one that is told of
_YEAR: Final = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?=年| ?第|〕|\]|\)| of|$)")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """The number of a document, as written, and its place ((0, 0) for one in the title only)."""

    number: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class FoundLink:
    """Another document's number, as written, what is done to it, and where it stands."""

    relation: Relation
    number: str
    start: int
    end: int


def find_numbers(text: str) -> tuple[FoundNumber, ...]:
    """All document numbers that `text` names, in order, as they are written.

    Those of a list (第55、56号) have each the issuer and the year that stand before or behind all.
    """
    folded = fold(text)
    listed = [FoundNumber(*each) for each in listed_numbers(folded)]
    alone = [
        FoundNumber(text[match.start() : match.end()].strip(), *_stripped(text, match))
        for match in _NUMBER.finditer(folded)
        if not any(match.start() <= each.start < match.end() for each in listed)
    ]
    return tuple(sorted([*listed, *alone], key=lambda each: each.start))


def _stripped(text: str, match: re.Match[str]) -> tuple[int, int]:
    piece = text[match.start() : match.end()]
    start = match.start() + len(piece) - len(piece.lstrip())
    return start, start + len(piece.strip())


def own_number(document: PolicyDocument) -> FoundNumber | None:
    """The number of the measure that the document is or tells of, or None.

    A labelled number comes first, then the title's, then the first in the text that nothing is
    done to; citations of laws are not numbers of the document.
    """
    text = document.text
    found = find_numbers(text)
    for each in found:
        if each.start < _HEAD and _LABEL.search(fold(text[max(0, each.start - 12) : each.start])):
            return each
        if (
            re.match(r" ?(?:发布|公布)(?!的)", fold(text[each.end : each.end + 6]))
            and each.start < _HEAD
        ):
            return each
    titled = _titled(document.title)
    if titled:
        return _in_text(titled[0], found)
    done_to = {
        (link.start, link.end) for link in _links(document, found) if link.relation != "cites"
    }
    for each in found:
        if (each.start, each.end) not in done_to and not _is_law(each.number, document.date):
            return each
    return None


def _titled(title: str) -> list[FoundNumber]:
    """The numbers of a title that nothing is done to; one that another follows does it."""
    folded = _MARK.sub(lambda match: " " * len(match.group()), fold(title))
    found = find_numbers(title)
    first = [
        each
        for each in found[:1]
        if (len(found) > 1 or _DECIDES.match(folded, each.end))
        and not relation_in(folded[: each.start])
    ]
    bracketed = [each for each in found if _BRACKETED.search(folded[each.start - 1 :])]
    return (
        first
        or bracketed
        or [
            each for each in found if relation_at(folded, each.start, each.end, each.number) is None
        ]
    )


def _in_text(titled: FoundNumber, found: tuple[FoundNumber, ...]) -> FoundNumber:
    """The place of the title's number in the text; (0, 0) where the text does not repeat it."""
    same = [each for each in found if _key(each.number) == _key(titled.number)]
    return (
        FoundNumber(titled.number, same[0].start, same[0].end)
        if same
        else FoundNumber(titled.number, 0, 0)
    )


def _is_law(number: str, day: str | None) -> bool:
    """Whether a number is of what a measure rests on: a law, an order, years older than it."""
    if re.search(
        r"法律|昭和|19[0-9]{2}年|2021/821|833/2014|765/2006|428/2009|Executive|E\.O", number
    ):
        return True
    year = _YEAR.search(fold(number))
    return day is not None and year is not None and int(day[:4]) - int(year.group()) > _OLDER


def _key(number: str) -> tuple[str, ...]:
    """What makes two spellings one number: their figures, the year first or last."""
    return tuple(sorted(re.findall("[0-9]+", fold(number)))) or (number,)


def find_links(document: PolicyDocument, own: FoundNumber | None) -> tuple[FoundLink, ...]:
    """The other documents that this one names, each once with the strongest relation."""
    links: dict[tuple[str, ...], FoundLink] = {}
    own_key = _key(own.number) if own else None
    for link in _links(document, find_numbers(document.text)):
        key = _key(link.number)
        if key == own_key:
            continue
        if key not in links or (links[key].relation == "cites" and link.relation != "cites"):
            links[key] = link
    return tuple(sorted(links.values(), key=lambda link: link.start))


def _links(document: PolicyDocument, found: tuple[FoundNumber, ...]) -> list[FoundLink]:
    text = fold(document.text)
    starts = [sentence.start for sentence in document.sentences]
    intros = _intros(document)
    links = []
    for each in found:
        place = bisect_right(starts, each.start) - 1
        sentence = document.sentences[place] if place >= 0 else None
        relation = relation_at(text, each.start, each.end, each.number)
        if relation is None and sentence and _ITEM.match(fold(sentence.text[:8])) and intros[place]:
            relation = relation_in(intros[place])
        links.append(FoundLink(relation or "cites", each.number, each.start, each.end))
    return links


def _intros(document: PolicyDocument) -> list[str]:
    """For each sentence, the last one before it that introduces a list (it ends in a colon)."""
    intros, last, previous = [], "", ""
    for sentence in document.sentences:
        intros.append(last)
        ending = sentence.text[-160:]
        if fold(ending).endswith(":"):
            last = previous + " " + ending
        elif not _ITEM.match(fold(sentence.text[:8])):
            last = ""
        previous = ending
    return intros
