"""Results as a flat table for spreadsheets: one row a document."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.tables.writing import write_table
from dualuse.screening.plain_text import one_line
from dualuse.screening.triaged import Triaged

_LONGEST: Final = 30_000  # characters; a cell of Excel holds 32,767

_PLAIN: Final = (
    *("relevance", "relevance_score", "title", "path", "group", "language", "issuer"),
    *("issuing_country", "number", "date", "effective_date", "scope", "measures", "categories"),
    *("target_countries", "codes", "hs_codes", "legal_basis"),
)
COLUMNS: Final = (
    *_PLAIN,
    *("state", "until", "as_of", "suspension_end", "expiry", "comment_deadline", "items"),
    *("parties", "links", "summary", "model", "lists"),
)
"""The columns, in their order; several values of one field are joined by `;`."""


def write_flat(path: Path, results: Iterable[Triaged]) -> None:
    """Write the table as CSV; what a spreadsheet would run as a formula is escaped.

    Raises:
        DualuseError: the file can't be written.
    """
    rows = ([_cell(value) for value in _row(result)] for result in results)
    write_table(path, COLUMNS, rows, format="csv", spreadsheet_safe=True)


def _row(result: Triaged) -> list[Any]:
    briefing = result.briefing
    fields = {**briefing.as_json(), "group": result.group}
    days = {
        role: [each.date for each in briefing.dates if each.role == role and each.date]
        for role in ("suspension_end", "expiry", "comment_deadline")
    }
    return [
        *(fields[name] for name in _PLAIN),
        briefing.status.state,
        briefing.status.until,
        briefing.status.as_of,
        *days.values(),
        [item.text for item in briefing.items],
        [party.name for party in briefing.parties],
        [f"{link.relation} {link.number}" for link in briefing.links],
        " ".join(sentence.text for sentence in briefing.summary),
        briefing.model,
        briefing.lists,
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple):
        value = ";".join(dict.fromkeys(map(str, value)))
    return one_line(value, _LONGEST) if isinstance(value, str) else value
