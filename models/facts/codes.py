"""Control list codes and tariff codes that a text names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.labels import CODE
from dualuse.models.facts.tables import column_cells
from dualuse.models.folding import fold

_CONTROL: Final = re.compile(rf"(?<![A-Za-z0-9]){CODE.pattern}(?![A-Za-z0-9])")
# A tariff code is told from any other figure by the word that stands before it.
_TARIFF_WORD: Final = re.compile(
    r"(?:海关商品编号|海關商品編號|商品编号|商品編號|税则号列|稅則號列|税则号|税号|海关编码"
    r"|貨品號列|\bHS\b|\bHTS(?:US)?\b|\bCN codes?\b"
    r"|tariff|customs codes?|commodity codes?|Schedule B|統計品目番号|税番|ＨＳ|HSコード"
    r"|関税率表|Zolltarif|Warennummer|KN-Codes?|codes? NC|code douanier)",
    re.IGNORECASE | re.ASCII,
)
_TARIFF: Final = re.compile(
    r"(?<![0-9A-Za-z.,/-])(?P<code>[0-9]{10}|[0-9]{8}|[0-9]{6}|[0-9]{4}[. ][0-9]{2}[. ][0-9]{4}"
    r"|[0-9]{4}(?:[. ][0-9]{2}){1,3}"
    r"|[0-9]{4}\.[0-9]{4}|[0-9]{4})(?![0-9A-Za-z%/]|[.,-][0-9])"
)
_REACH: Final = 400  # characters after the word in which its codes stand
# The clause of the word ends with its line, unless the next line has nothing but figures.
_UNTIL: Final = re.compile(r"[。);]|\.\s[A-Z]|\n(?!\s{0,9}(?:ex ?)?[0-9][0-9 .、,]{3,400}(?:\n|$))")
_YEARS: Final = range(1980, 2041)


@dataclass(frozen=True, slots=True)
class FoundCode:
    """A code in its bare form (`3A001` for `3A001.b.2`, digits only for tariffs) and its place."""

    code: str
    start: int
    end: int


def find_codes(text: str) -> tuple[FoundCode, ...]:
    """The five-character entries of control lists, each once, at their first place.

    Paragraphs are cut off; a regime that the text itself puts before the code (`CN:3C001`) stays.
    National codes of another shape, such as the British `PL9013`, are none.
    """
    found: dict[str, FoundCode] = {}
    for match in _CONTROL.finditer(fold(text)):
        found.setdefault(match.group(), FoundCode(match.group(), *match.span()))
    return tuple(found.values())


def find_tariff_codes(text: str) -> tuple[FoundCode, ...]:
    """Harmonized System and national tariff codes (4, 6, 8 or 10 digits), each once.

    Only figures after a word such as `HS` or 海关商品编号 in the same clause count, and those in
    the column of a table that such a word heads, and no four-digit years.
    """
    body = fold(text)
    found: dict[str, FoundCode] = {}
    cells = ((low, high) for low, high, _ in column_cells(body, _TARIFF_WORD.search))
    for start, end in sorted({*_clauses(body), *cells}):
        for match in _TARIFF.finditer(body[start:end]):
            code = re.sub("[. ]", "", match["code"])
            if len(code) > 4 or int(code) not in _YEARS:
                place = (start + match.start("code"), start + match.end("code"))
                found.setdefault(code, FoundCode(code, *place))
    return tuple(found.values())


def _clauses(body: str) -> Iterator[tuple[int, int]]:
    """What follows each word for a tariff code in its clause."""
    done = 0
    for word in _TARIFF_WORD.finditer(body):
        start = max(word.end(), done)
        reach = body[start : word.end() + _REACH]
        stop = _UNTIL.search(reach)
        end = start + (stop.start() if stop else len(reach))
        if end > start:
            yield start, end
        done = max(done, end)
