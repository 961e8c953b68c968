"""What `corpus check` does: check, and print findings and balance."""

import json
import sys
from dataclasses import asdict, replace
from pathlib import Path

from dualuse.corpus import store
from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.quality.balance import BalanceTable
from dualuse.corpus.quality.check import CorpusReport, check_corpus
from dualuse.corpus.quality.coverage import entry_table


def check_folder(folder: Path | None, *, entries: bool, as_json: bool) -> bool:
    """Print the report on a corpus folder (default: the shipped one); True where it is sound.

    With `entries`, the products of each code by language are printed before.
    """
    report = check_corpus(folder)
    if entries:
        table = entry_table(store.load_products(folder), load_entries())
        report = replace(report, balance=(table, *report.balance))
    sys.stdout.write((json.dumps(asdict(report)) if as_json else report_text(report)) + "\n")
    return not report.findings


def report_text(report: CorpusReport) -> str:
    """The findings and the balance tables as plain text."""
    tables = [_table(table) for table in report.balance]
    findings = [str(finding) for finding in report.findings]
    verdict = f"{report.records} records, {len(findings)} findings; corpus {report.digest[:12]}"
    return "\n\n".join([*tables, "\n".join([*findings, verdict])])


def _table(table: BalanceTable) -> str:
    width = max(map(len, (table.title, *table.rows)))
    lines = ["  ".join([table.title.ljust(width), *(name.rjust(6) for name in table.columns)])]
    for name, cells in zip(table.rows, table.cells, strict=True):
        lines.append("  ".join([name.ljust(width), *(str(cell).rjust(6) for cell in cells)]))
    shares = any(isinstance(cell, float) for cells in table.cells for cell in cells)
    totals = map(sum, zip(*table.cells, strict=True))
    if table.rows[-1] != "documents" and not shares:
        lines.append("  ".join(["all".ljust(width), *(str(total).rjust(6) for total in totals)]))
    return "\n".join(lines)
