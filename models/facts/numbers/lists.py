"""Document numbers written as a list: 第55、56、57号, Announcements Nos. 55 and 56 of 2025."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeVar

_FIGURE: Final = re.compile("[0-9]{1,4}")
_EASTERN: Final = re.compile(
    r"(?P<head>(?:(?:商务部|海关总署|工业和信息化部|财政部|科技部|外交部|国防科工局|国家密码管理局)"
    r"(?:[、 ]|(?=公告|商|海|工|财|科|外|国))){0,3}公告(?:19|20)[0-9]{2}年?第) ?"
    r"(?P<all>[0-9]{1,4} ?[号號]?(?:(?:、|,|和|及|与|以及) ?第? ?[0-9]{1,4} ?[号號]?){1,40})"
    r"(?<=[号號])"
)
_AND: Final = r"(?:(?:, and |, | and )(?:No\. ?)?[0-9]{1,4}\b){1,40}"
_WESTERN: Final = re.compile(
    r"\b(?P<head>Announcement|Notice|Bulletin)(?:"
    rf"s? Nos?\.? ?(?P<all>[0-9]{{1,4}}{_AND})(?P<tail> of (?:19|20)[0-9]{{2}})"
    rf"|s (?:Nos?\.? ?)?(?P<plural>[0-9]{{1,4}}{_AND})(?P<year> of (?:19|20)[0-9]{{2}})?)"
)
_GAP: Final = 400  # characters between two numbers of a list, with the titles of what they name
_TITLE: Final = re.compile(
    r"\([^()]{0,200}\)|《[^《》]{0,200}》|「[^「」]{0,200}」|\[[^\[\]]{0,200}\]"
)
_BETWEEN: Final = re.compile(
    r"(?:[\s、,;第号號]|和|及び?|以及|与|與|並びに|ならびに|および|と|商务部|海关总署|公告|\band\b"
    r"|\bor\b|\bund\b|\bsowie\b|\bet\b|\bas well as\b|\bthe\b|\bits\b|\bof\b|\bNos?\b\.?"
    r"|\bAnnouncements?\b|\bRegulations?\b|\bRules?\b|\bOrders?\b|\bMOFCOM\b)*"
)
_JOINT: Final = re.compile(
    r"[、,;和及与與と]|および|並びに|ならびに|\b(?:and|or|und|sowie|et|as well as)\b"
)


class Placed(Protocol):
    """A number with its place in a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Number = TypeVar("Number", bound=Placed)


def listed_numbers(folded: str) -> Iterator[tuple[str, int, int]]:
    """Each number of the lists in a folded text, with its issuer and year; the figure's place."""
    for pattern in (_EASTERN, _WESTERN):
        for match in pattern.finditer(folded):
            group = "all" if match["all"] else "plural"
            for figure in _FIGURE.finditer(folded, match.start(group), match.end(group)):
                yield _whole(match, figure.group()), figure.start(), figure.end()


def _whole(match: re.Match[str], figure: str) -> str:
    if match.re is _EASTERN:
        return f"{match['head']}{figure}号"
    return f"{match['head']} No. {figure}{match['tail'] or match['year'] or ''}"


def enumerations(folded: str, numbers: Sequence[Number]) -> list[list[Number]]:
    """The numbers in groups: those that a folded text lists one after the other are one group.

    Between the members stand only commas, "and", words such as "Announcement", and the titles of
    what the numbers name, in brackets.
    """
    groups: list[list[Number]] = []
    for number in numbers:
        if groups and _joined(folded[groups[-1][-1].end : number.start][: _GAP + 1]):
            groups[-1].append(number)
        else:
            groups.append([number])
    return groups


def _joined(gap: str) -> bool:
    if len(gap) > _GAP:
        return False
    bare = _TITLE.sub("", _TITLE.sub("", gap))  # a title may hold brackets of its own
    return bool(_JOINT.search(bare) and _BETWEEN.fullmatch(bare))
