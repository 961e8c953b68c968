"""Document numbers written as a list: 第55、56至58号, Announcements Nos. 55 and 56 of 2025."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, Protocol, TypeVar

_FIGURE: Final = re.compile("[0-9]{1,4}")
_TO: Final = "至|到|から|-|–|—|~|〜|～"
_RANGE: Final = re.compile(rf" ?[号號]?(?:{_TO}| (?:to|through|bis) | [-–] )第? ?(?:No\. ?)?")
_LONGEST: Final = 40  # numbers of a range; a longer one is not meant as a list
_EASTERN: Final = re.compile(
    r"(?P<head>(?:(?:商务部|海关总署|工业和信息化部|财政部|科技部|外交部|国防科工局|国家密码管理局)"
    r"(?:[、 ]|(?=公告|商|海|工|财|科|外|国|[0-9]))){0,3}"
    r"(?:公告)?(?:19|20)[0-9]{2}年?(?:の|的)?(?:公告)?第) ?"
    r"(?P<all>[0-9]{1,4} ?[号號]?"
    rf"(?:(?:、|,|和|及び?|与|以及|と|{_TO}) ?第? ?[0-9]{{1,4}} ?[号號]?){{1,40}})"
    r"(?<=[号號])(?P<behind>公告)?"
)
_ONE: Final = r"(?!(?:19|20)[0-9]{2}\b)[0-9]{1,4}\b"
_AND: Final = rf"(?:(?:, and |, | and | to | through | [-–] |[-–])(?:No\. ?)?{_ONE}){{1,40}}"
_WHEN: Final = r" of (?:[0-9]{1,2} [A-Z][a-z]{2,8},? )?"  # the year's day may stand before it
_WESTERN: Final = re.compile(
    r"\b(?P<head>Announcement|(?:Trade |Public )?Notice|Bulletin|Notification|Circular)(?:"
    rf"s? Nos?\.? ?(?P<all>{_ONE}{_AND}){_WHEN}(?P<tail>(?:19|20)[0-9]{{2}})\b"
    rf"|s (?:Nos?\.? ?)?(?P<plural>{_ONE}{_AND})(?:{_WHEN}(?P<year>(?:19|20)[0-9]{{2}})\b)?)"
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
    """Each number of the lists in a folded text, with its issuer and year; the figure's place.

    The numbers that a range leaves out (56 and 57 of 55至58号) have the place of its mark.
    """
    for pattern in (_EASTERN, _WESTERN):
        for match in pattern.finditer(folded):
            group = "all" if match["all"] else "plural"
            before: re.Match[str] | None = None
            for figure in _FIGURE.finditer(folded, match.start(group), match.end(group)):
                if before and _RANGE.fullmatch(folded, before.end(), figure.start()):
                    for left_out in _left_out(before.group(), figure.group()):
                        yield _whole(match, left_out), before.end(), figure.start()
                yield _whole(match, figure.group()), figure.start(), figure.end()
                before = figure


def _left_out(first: str, last: str) -> list[str]:
    """The numbers between the two ends of a range, or none where it is no range."""
    between = range(int(first) + 1, int(last))
    return [str(each) for each in between] if len(between) <= _LONGEST else []


def _whole(match: re.Match[str], figure: str) -> str:
    if match.re is _EASTERN:
        return f"{match['head']}{figure}号{match['behind'] or ''}"
    year = match["tail"] or match["year"]
    return f"{match['head']} No. {figure}" + (f" of {year}" if year else "")


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
    if not gap:  # what a range leaves out stands between its ends
        return True
    if len(gap) > _GAP:
        return False
    bare = _TITLE.sub("", _TITLE.sub("", gap))  # a title may hold brackets of its own
    return bool(_JOINT.search(bare) and _BETWEEN.fullmatch(bare))
