"""The issuer of a measure: named in header or signature, else the subject of what is told."""

import re
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.authorities import AUTHORITIES, Authority
from dualuse.models.folding import fold

_FLOOR: Final = 1.0  # what an authority must reach: one mention late in the text does not
_JOINT: Final = {"GAC": "MOFCOM"}  # who issues together with the one that is meant
_OPENING: Final = 500  # characters that tell the news
_LABEL: Final = re.compile(
    r"(?:发布单位|发文机关|發布單位|发布机构|Issuing authority|Issued by|AGENCY"
    r"|Source)[】\]]? ?[::]? ?$"
)
_VERB: Final = re.compile(
    r"[^。.;\n]{0,70}?(?:发布|公布|宣布|公告|决定|通报|发表|宣佈|批准|出台|修订|更新|公開|公表"
    r"|公布|発表|改正|決定|改め|公示"
    r"|出した|加えた|停止|命令|明らかに|抗議|認め|announce|publish|issue|adopt|said|says|add|put"
    r"|place|lift|ban|suspend|propose"
    r"|propos|releas|rescind|revok|impos|extend|amend|seek|ask|decid|agree|sign|lay|laid|wants"
    r"|has today|warn|outlaw|float|closed)",
    re.IGNORECASE,
)
# Who is asked, protests or comments is not who acts.
_NOT_ACTING: Final = re.compile(
    r"[^。.;\n]{0,12}(?:提出申请|提出申請|申请|申請|咨询|递交|递话|的许可|许可证|审批|の許可|に申請"
    r"|へ申請|窓口|the application|licen[cs]e)"
)
_PROTEST: Final = re.compile(r"[^。.;\n]{0,30}?(?:抗議|抗议|protest)")
_APPLIED_TO: Final = re.compile(
    r"(?:向|に対し|apply to|apply to the|to the|application to the|with|from|by letter to) ?$"
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """The authority that issues the measure, with the place that names it."""

    name: str | None
    country: str | None
    start: int
    end: int


def find_issuer(document: PolicyDocument) -> Issuer | None:
    """Who issues what the document is or tells, or None where nobody does.

    A header field or a signature decides; then who is the subject of publishing and deciding in
    the title and the first lines; then who is named most. The place is (0, 0) where only the
    title has the name.
    """
    text, title = fold(document.text), fold(document.title)
    scored = [(*_score(authority, text, title), authority) for authority in AUTHORITIES]
    reached = [each for each in scored if each[0] >= _FLOOR]
    if not reached:
        return None
    best = max(reached, key=lambda each: (each[0], -each[1]))
    leading = _JOINT.get(best[3].issuer or "")
    best = next((each for each in reached if each[3].issuer == leading), best) if leading else best
    return Issuer(best[3].issuer, best[3].country, best[1], best[2])


def _score(authority: Authority, text: str, title: str) -> tuple[float, int, int]:
    """How much speaks for the authority, and its first mention in the text."""
    score, place, heaviest = 0.0, (0, 0), 0.0
    named = authority.names.search(title)
    if named:
        score += 5 if _VERB.match(title, named.end()) or named.start() < 6 else 3.5
    matches = list(authority.names.finditer(text))
    for match in matches[:40]:
        weight = _weight(match, text)
        score += weight
        if weight > heaviest:
            heaviest, place = weight, match.span()
    return score, *place


def _weight(match: re.Match[str], text: str) -> float:
    start, end = match.span()
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    before, line = (
        text[max(line_start, start - 60) : start],
        text[end : end + 60].split("\n", maxsplit=1)[0],
    )
    if _LABEL.search(before):
        return 8
    alone = len(before.strip()) + len(line.strip()) < 14 and not _VERB.match(line)
    if alone and (start < _OPENING or end > len(text) - 120):
        return 5
    if _APPLIED_TO.search(before) or _NOT_ACTING.match(text, end):
        return 0.1
    acts = _VERB.match(text, end, end + 120) is not None
    protests = _PROTEST.match(text, end, end + 60) is not None
    return (3.0 if protests else 2.5 if acts else 0.8) * (1.4 if start < _OPENING else 0.5)
