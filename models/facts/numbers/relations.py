"""What a text does to the documents whose numbers it names, by the words around each number."""

import re
from collections.abc import Sequence
from typing import Final

from dualuse.models.facts.numbers.forms import FoundNumber
from dualuse.models.facts.numbers.lists import enumerations
from dualuse.models.facts.numbers.relation_words import may_act, relation_in
from dualuse.models.facts.records import Relation

_PART: Final = re.compile(
    r"(?:公告)?(?:附件)?の? ?第 ?[0-9〇一二三四五六七八九十]{1,3} ?[条款项條款項部]"
)
_PART_BEFORE: Final = re.compile(
    r"\b(?:paragraphs?|parts?|sections?|articles?|items?|annex(?:es)?|points?)"
    r" [0-9IVXa-z().]{1,6}(?: (?:and|to) [0-9IVXa-z().]{1,6})? (?:of|to) (?:the )?$",
    re.IGNORECASE,
)
_WHOLE: Final = frozenset({"suspends", "resumes", "repeals", "replaces"})
_PUT_OUT: Final = re.compile(
    r"(?:を|が|となる公告を)?(?:発表|公表|公布|発出|出し|採択|制定|可決)"
)  # what is published acts
_HEADLINE: Final = re.compile(r" {1,3}《[^《》\n]{2,80}》|[ \n]+(?:关于|關於)")
"""What a number that heads a line is said to be about, after a blank: it acts itself."""
_EASTERN: Final = re.compile(r" ?[一-鿿ぁ-ヿ《「]")
PASSIVE: Final = re.compile(
    r"[ \n](?:of [^,.]{1,20} )?(?:is|are|was|were|has been|have been|will be|shall be|to be)"
    r" (?:(?:all|both|each|hereby|now|temporarily|also|therefore) )?"
)
"""What stands between the name of a document and what is done to it."""
_PASSIVE_DEED: Final = re.compile(PASSIVE.pattern + "[a-z]{1,20}")
_BREAK: Final = re.compile(r"[。;\n]|(?<!No)(?<!Nos)\. ")
_WRAPPED: Final = 45  # characters; a line break behind a line as long as this ends no clause
_NEW_LINE: Final = re.compile(r"\s{0,4}(?:$|\n|[-–—•·・▪*(]|[0-9]{1,3}[.)])")
_NEAR: Final = 60
_CITATION: Final = re.compile(r"\bFR\b|Fed\. Reg|[Dd]ocket|\bRIN\b")
_FAR: Final = 240  # a citation stands behind the whole name of what it cites
_CITED_NOUN: Final = re.compile(
    r"\b(?:rule|order|notice|document|regulation|correction|suspension)s?\b", re.IGNORECASE
)
_INSERTED: Final = re.compile(
    r", (?:with|from|until|as of|effective|on|for|by|in) [^,;.]{1,90},? (?=[A-Z0-9])"
)
"""Set between a verb and what it acts on: suspends, until 1 May 2031, Announcement No. 5."""
_TITLE_BEFORE: Final = re.compile(
    r"(?:《[^《》]{1,80}》|[^。、(\n]{0,50}(?:改正|廃止)する(?:等の)?[一-鿿]{1,8}[」』]?"
    # The (Amendment) Regulations 2031 (SI 2031/5): the word of a name does nothing.
    r"|\b[A-Z][A-Za-z'-]{2,24} (?:(?:\(?[A-Z][A-Za-z',-]{0,24}\)?|of|the|and|for|on|in|to"
    r"|(?:19|20)[0-9]{2}) ){1,12}) ?\($"
)
_TITLE_AFTER: Final = re.compile(
    r" ?(?:\((?=关于|关於|關於|公布|发布|对|on |concerning |imposing |《)[^()]{0,120}"
    r"(?:\([^()]{0,60}\)[^()]{0,60})?\)"
    r"|\([^()]{1,120}\)(?= (?:is|are|was|were|has|have|shall|will)\b)"
    r"|《[^《》]{0,120}》|关于[^。;\n]{1,80}?的(?:公告|决定|通知))"
)
_DOES: Final = re.compile(
    r" ?(?:自即日起|决定|宣布|现|将)?(?:继续)?(?:暂停|中止|停止|废止|修改|修订|恢复|取代|调整|更正)"
    r"(?:实施|执行|施行|适用)? ?"
    r"(?:第|对|部分|有关|相关|关于|《|[0-9一二三四五六七八九十]{1,3}[项份个])"
)
"""What follows a number that acts, a verb with its object: 公告2025年第70号 暂停实施第55号公告."""
_VERB_LAST: Final = re.compile(
    r"の(?!発表|公表|公布)|を|に(?:係る|定める|規定|基づく措置)|で定め|について"
)
"""What follows a number in Japanese whose verb ends the sentence."""


def relations_among(folded: str, numbers: Sequence[FoundNumber]) -> list[Relation | None]:
    """What a folded text does to each of its numbers; the members of a list share their verb."""
    groups = enumerations(folded, numbers)
    found: list[Relation | None] = []
    for place, group in enumerate(groups):
        begin = groups[place - 1][-1].end if place else None
        end = groups[place + 1][0].start if place + 1 < len(groups) else None
        found += _of_group(folded, group, begin, end)
    return found


def _of_group(
    folded: str, group: Sequence[FoundNumber], begin: int | None, end: int | None
) -> list[Relation | None]:
    """What is done to a list of numbers, between the ones before and behind it."""
    # A Latin number within Japanese words has its verb where theirs is.
    latin = bool(re.search("[A-Z]", group[0].number)) and not _EASTERN.match(folded, group[-1].end)
    before = _before(folded, group[0], begin)
    after = _after(folded, group[-1].end, end, latin=latin)
    if (
        not may_act(before)
        or not may_act(after)
        or _PUT_OUT.match(folded, group[-1].end)
        or _is_headline(folded, group)
    ):
        return [None] * len(group)
    if not latin:
        done = [relation_in(before + " " + after)] * len(group)
    else:
        # In English the verb stands before what it acts on, unless it is passive.
        passive = PASSIVE.match(after)
        told = relation_in(after[passive.end() :][:24]) if passive else None
        active = relation_in(before)
        done = [active or told] * (len(group) - 1) + [told or active]
    return [
        "amends" if relation in _WHOLE and _is_part(folded, each) else relation
        for each, relation in zip(group, done, strict=True)
    ]


def _is_headline(folded: str, group: Sequence[FoundNumber]) -> bool:
    """Whether numbers head a line that goes on with what they are about."""
    start = group[0].start
    begins = not folded[
        max(0, folded.rfind("\n", max(0, start - _NEAR), start) + 1) : start
    ].strip()
    return begins and bool(_HEADLINE.match(folded, group[-1].end))


def _is_part(folded: str, number: FoundNumber) -> bool:
    """Whether only a part is spoken of: what is done to it leaves the rest as it stands."""
    before = folded[max(0, number.start - _NEAR) : number.start]
    return bool(_PART.match(folded, number.end) or _PART_BEFORE.search(before))


def _before(folded: str, number: FoundNumber, begin: int | None) -> str:
    """The words of the clause before a number, without those that belong to the one before it."""
    cited = _CITATION.search(number.number)
    start = max(0, number.start - (_FAR if cited else _NEAR))
    if begin is not None and begin >= start:
        passive = _PASSIVE_DEED.match(folded, begin, number.start)
        start = passive.end() if passive else begin
    words = clauses(folded, start, number.start)[-1]
    wide = clauses(folded, max(0, begin or 0, number.start - _FAR), number.start)[-1]
    if (bare := _INSERTED.sub(" ", wide)) != wide:
        words = bare[-_NEAR:]
    if cited and (nouns := list(_CITED_NOUN.finditer(words))):
        words = words[: nouns[-1].start()]
    if title := _TITLE_BEFORE.search(words):
        words = words[: title.start()]
    return words


def _after(folded: str, start: int, end: int | None, *, latin: bool) -> str:
    """The words of the clause behind a number; in Chinese up to the next number's verb."""
    if title := _TITLE_AFTER.match(folded, start):
        start = title.end()
    if not latin and _DOES.match(folded, start):
        return ""
    limit = len(folded) if end is None else end
    if _VERB_LAST.match(folded, start):
        return clauses(folded, start, min(start + 2 * _NEAR, limit))[0]
    words = clauses(folded, start, min(start + _NEAR, len(folded)))[0].split(",")[0]
    if not latin and start + len(words) > limit and not re.match("[はがに]", words):
        return ""  # in Chinese what stands between two numbers is done to the second
    return words


def clauses(folded: str, start: int, end: int) -> list[str]:
    """A stretch of folded text cut where clauses end, each in one line."""
    cuts = [start]
    cuts += [each.end() for each in _BREAK.finditer(folded, start, end) if _ends(folded, each)]
    pieces = zip(cuts, [*cuts[1:], end], strict=True)
    return [folded[one:two].replace("\n", " ") for one, two in pieces]


def _ends(folded: str, mark: re.Match[str]) -> bool:
    """Whether a mark ends a clause: a line break inside running text does not."""
    at = mark.start()
    line = folded[max(0, at - _WRAPPED) : at]
    wrapped = len(line) == _WRAPPED and "\n" not in line and folded[at - 1].isascii()
    return mark.group() != "\n" or not wrapped or bool(_NEW_LINE.match(folded, mark.end()))
