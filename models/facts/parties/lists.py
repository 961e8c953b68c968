"""Where the entries of lists and of tables of parties begin, and what introduces them."""

import re
from collections.abc import Iterator
from typing import Final

from dualuse.models.facts.tables import column_cells

_MARKER: Final = re.compile(
    r"[ \t\u3000]{0,8}(?:[(（]?(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-z]"
    r"|[ivx]{1,5})[.)）、．]"
    r"|[-–—•·・▪●*+]|ADD \||第[0-9]{1,3}[.、]|[0-9]{1,3} \||[0-9]{1,3}(?= [A-Z]))[ \t\u3000]{0,4}"
)
_ANNEX: Final = re.compile(
    r"\s*(?:附件|附表|附錄|附录|別紙|別添|別表|Annex|Appendix|Schedule|Anhang|Annexe)"
    r"[ 0-9:一二三四五IVX]{0,8}"
)
_BARE: Final = 120  # characters of a line that may be an entry without a marker
_SENTENCE: Final = re.compile(r"[.。:;]\s*$")
_NAME_ENDS: Final = re.compile(r"(?:Ltd|Co|Inc|Corp|LLC|S\.A|公司|株式会社)[.。;]\s*$")
_NAME_HEAD: Final = re.compile(
    r"(?:(?:name (?:of )?(?:the )?)?(?:listed )?(?:entity|entities|company|companies"
    r"|organi[sz]ation"
    r"|person|part(?:y|ies)|end.?user|foreign end.?user)(?: \(?name\)?| or organi[sz]ation)?"
    r"|(?:实体|实体|企业|公司|单位|机构|实体、?个人)(?:中文|英文)?(?:名称|名)|实体|實體名稱"
    r"|企業名(?:[、・/]?組織名)?|組織名|企業・?組織名|名称|entité|unternehmen|firma"
    r"|organisation)s?",
    re.IGNORECASE,
)
_NAME: Final = re.compile(r"[^;(\n\t|]{2,100}?(?=,? a\.?k\.?a\b|,? also known|[;(\n\t|]|$)")


def entries_in(body: str) -> dict[int, tuple[int, int]]:
    """Where each line of a list begins after its marker, with the place of what introduces it.

    Short lines below one that ends with a colon are entries without markers.
    """
    found: dict[int, tuple[int, int]] = {}
    at, intro, opened = 0, (0, 0), False
    for line in body.split("\n"):
        if match := _MARKER.match(line):
            found[at + match.end()] = intro
        elif line.strip() and not _ANNEX.fullmatch(line):
            bare = len(line) <= _BARE and (not _SENTENCE.search(line) or _NAME_ENDS.search(line))
            if opened and bare:
                found[at + len(line) - len(line.lstrip())] = intro
            else:
                intro, opened = (at, at + len(line)), line.rstrip().endswith(":")
        at += len(line) + 1
    return found


def named_cells(body: str) -> Iterator[tuple[int, int, tuple[int, int]]]:
    """The names below the head of a table's column of parties, with the place of its head row."""
    for start, end, head in column_cells(body, _is_head):
        if name := _NAME.match(body, start, end):
            yield start, start + len(name.group().rstrip()), head


def _is_head(cell: str) -> bool:
    return any(_NAME_HEAD.fullmatch(part.strip()) for part in re.split("[、,/]", cell))
