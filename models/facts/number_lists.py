"""Document numbers written as a list: 第55、56、57号, Announcements Nos. 55 and 56 of 2025."""

import re
from collections.abc import Iterator
from typing import Final

_FIGURE: Final = re.compile("[0-9]{1,4}")
_EASTERN: Final = re.compile(
    r"(?P<head>(?:(?:商务部|海关总署|工业和信息化部|财政部|科技部|外交部|国防科工局|国家密码管理局)"
    r"(?:[、 ]|(?=公告|商|海|工|财|科|外|国))){0,3}公告(?:19|20)[0-9]{2}年?第) ?"
    r"(?P<all>[0-9]{1,4} ?[号號]?(?:(?:、|,|和|及|与|以及) ?第? ?[0-9]{1,4} ?[号號]?){1,40})"
    r"(?<=[号號])"
)
_WESTERN: Final = re.compile(
    r"\b(?P<head>Announcement|Notice|Bulletin)s? (?:Nos?\. ?|Nos? )"
    r"(?P<all>[0-9]{1,4}(?:(?:, and |, | and )(?:No\. ?)?[0-9]{1,4}){1,40})"
    r"(?P<tail> of (?:19|20)[0-9]{2})"
)


def listed_numbers(folded: str) -> Iterator[tuple[str, int, int]]:
    """Each number of the lists in a folded text, with its issuer and year; the figure's place."""
    for pattern in (_EASTERN, _WESTERN):
        for match in pattern.finditer(folded):
            for figure in _FIGURE.finditer(folded, match.start("all"), match.end("all")):
                yield _whole(match, figure.group()), figure.start(), figure.end()


def _whole(match: re.Match[str], figure: str) -> str:
    if match.re is _EASTERN:
        return f"{match['head']}{figure}号"
    return f"{match['head']} No. {figure}{match['tail']}"
