"""The head of a text that is a table of labels and values: issuer, date, number, subject."""

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final, NamedTuple

_CELLS: Final = re.compile(r"[ \u3000]*(?:\t|\|)[ \u3000]*")
_LABEL: Final = re.compile(r"[^\W\d_][^\d.。；;]{0,40}")
_TITLE: Final = re.compile(
    r"(?:subject|title|heading|headline|re|name of (?:the )?(?:notice|document|measure|rule)"
    r"|betreff|titel|objet|titre|intitulé"
    r"|主旨|主题|主題|标题|標題|题名|題名|文件名称|名称|事由|件名|表題)(?: matter)?\s?[:：]?",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(
    r"(?:(?:issu|publish)(?:er|ed|ing)|authority|agency|body|department|ministry|date|day"
    r"|effective|in force|number|no|ref(?:erence)?|status|country|type|source|document"
    r"|behörde|herausgeber|datum|nummer|autorité|émetteur|numéro"
    r"|发布|發布|发文|發文|制定|公布|机关|機關|生效|施行|文号|文號|索引|日期|所管|担当|発出|番号)"
    r"(?!\w*ly\b).{0,30}",
    re.IGNORECASE,
)


class LabelledHead(NamedTuple):
    """The title that such a table states, empty where it states none, and its number of lines."""

    title: str
    lines: int


def labelled_head(lines: Sequence[str]) -> LabelledHead:
    """What the table says that a text begins with; no title and no lines where there is none.

    Args:
        lines: those of the head, cells set off by tabs or upright strokes.
    """
    rows = [_CELLS.split(line) for line in takewhile(lambda line: not line or _row(line), lines)]
    values = [row for row in rows if len(row) > 1]
    title = next((row[1] for row in values if _TITLE.fullmatch(row[0])), "")
    about = bool(values) and all(_TITLE.fullmatch(r[0]) or _ABOUT.match(r[0]) for r in values)
    return LabelledHead(title, len(rows)) if title or about else LabelledHead("", 0)


def _row(line: str) -> bool:
    cells = _CELLS.split(line)
    return len(cells) == 2 and _LABEL.fullmatch(cells[0]) is not None and bool(cells[1])
