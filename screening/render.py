"""Results as text for people: tables and pages of plain lines."""

import sys
from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from unicodedata import east_asian_width

from dualuse.corpus.labels import CATEGORY_NAMES
from dualuse.corpus.tables.cells import cell_text
from dualuse.corpus.tables.reading import open_table
from dualuse.models.facts.records import Status
from dualuse.screening.briefing import Briefing
from dualuse.screening.catalogue import Catalogue
from dualuse.screening.condition_words import CheckedCondition
from dualuse.screening.explain import Candidate, Explanation
from dualuse.screening.known import row_text
from dualuse.screening.label import LabelSummary
from dualuse.screening.recheck import FIELDS, result_columns

_CONDITIONS = 3
_QUOTED = 300
_SHOWN = ("category", "relevance", "control_probability", "decision", "codes")


def label_summary(summary: LabelSummary) -> str:
    """The summary of a labelling run in a line, with notices below it."""
    decisions = ", ".join(
        f"{summary.decisions.get(name, 0)} {name}" for name in ("controlled", "review", "clear")
    )
    lines = [f"{summary.rows} rows: {decisions}; {summary.rows_per_second:,.0f} rows/s"]
    if summary.resumed_rows:
        lines.append(f"{summary.resumed_rows} rows were done before this run")
    if summary.kept_rows is not None:
        lines.append(f"{summary.kept_rows} rows that no changed entry touches kept their labels")
    if summary.unreadable:
        lines.append(f"{summary.unreadable} rows could not be judged and are `review`")
    return "\n".join([*lines, *summary.notices])


def print_labelled(
    path: Path, file_format: str, catalogue: Catalogue, rows: int, *, on_stderr: bool = False
) -> None:
    """Print the first rows of a labelled catalogue as a table."""
    # We wrote the header into the first row; in JSONL and Parquet it has no row.
    flat = file_format.startswith(("csv", "tsv", "xlsx"))
    table = open_table(path, format=file_format, header_row=1 if flat else None)
    width = len(catalogue.table.columns)
    names = result_columns(catalogue.table.columns)
    places = [(width + FIELDS.index(field), names[FIELDS.index(field)]) for field in _SHOWN]
    shown = [
        [
            _short(row_text(row, catalogue.text) or "", 58),
            *(_short(cell_text(row[place]), 24) for place, _ in places),
        ]
        for row in islice(table.rows(), rows)
    ]
    _print_table(["text", *(name for _, name in places)], shown, on_stderr=on_stderr)


def print_briefings(briefings: Sequence[Briefing]) -> None:
    """Print briefings as a table, one line each."""
    rows = [
        [
            briefing.relevance,
            f"{briefing.relevance_score:.2f}",
            briefing.issuer or "",
            briefing.date or "",
            ", ".join(briefing.measures),
            briefing.effective_date or "",
            _short(briefing.title, 60),
        ]
        for briefing in briefings
    ]
    _print_table(["relevance", "score", "issuer", "date", "measures", "effective", "title"], rows)


def summary_text(briefing: Briefing) -> str:
    """The key facts and the summary of a document, each sentence with its place."""
    lines = [briefing.title, "=" * min(len(briefing.title), 80), ""]
    lines += [f"{name:<16} {value}" for name, value in key_facts(briefing) if value]
    lines += ["", "Summary (each sentence with its place in the text):"]
    lines += [
        f"  [{sentence.start}-{sentence.end}] {' '.join(sentence.text.split())}"
        for sentence in briefing.summary
    ]
    return "\n".join(lines)


def key_facts(briefing: Briefing) -> list[tuple[str, str]]:
    """The facts that head a summary, as name and value; empty values included."""
    items = list(dict.fromkeys(item.text for item in briefing.items))
    return [
        ("relevance", f"{briefing.relevance} (P(high) {briefing.relevance_score:.2f})"),
        ("measures", ", ".join(briefing.measures)),
        ("issuer", " ".join(filter(None, [briefing.issuer, _bracketed(briefing.issuing_country)]))),
        ("number", briefing.number or ""),
        ("date", briefing.date or ""),
        ("effective", briefing.effective_date or ""),
        ("status", _status(briefing.status)),
        ("against", ", ".join(briefing.target_countries)),
        ("scope", briefing.scope or ""),
        ("fields", ", ".join(f"{c} {CATEGORY_NAMES[c]}" for c in briefing.categories)),
        ("items", _short("; ".join(items), 160)),
        ("codes", ", ".join(briefing.codes)),
        ("HS codes", ", ".join(briefing.hs_codes)),
        ("parties", _short("; ".join(party.name for party in briefing.parties), 160)),
        ("legal basis", _short("; ".join(briefing.legal_basis), 160)),
    ]


def explanation_text(explanation: Explanation) -> str:
    """An explanation as a page of plain lines."""
    result = explanation.assessment
    lines = [explanation.text.strip(), ""]
    if result.basis == "unreadable":
        return "\n".join([*lines, f"decision   review: {result.evidence}"])
    lines += [
        (
            f"category   {result.category} ({CATEGORY_NAMES[str(result.category)]}), "
            f"confidence {result.category_confidence:.2f}"
        ),
        f"relevance  {result.relevance} ({result.basis})",
        (
            f"decision   {result.decision}: P(listed) {result.control_probability:.2f}; "
            f"clear below {explanation.clear_below:.2f}, "
            f"controlled from {explanation.controlled_from:.2f}"
        ),
        f"regimes    {', '.join(result.regimes) or '-'}",
        f"evidence   {result.evidence}",
    ]
    asked = ", ".join(result.missing or explanation.to_ask)
    lines += [f"ask for    {asked}"] if asked else []
    lines += _passage_lines("speaks for", explanation.speaks_for)
    lines += _passage_lines("against", explanation.speaks_against)
    lines += ["", "Candidate codes, from the nearest examples and list terms, with conditions:"]
    for candidate in explanation.candidates:
        lines.append(f"  {candidate.code:<9} {candidate.share:>4.0%}  {candidate.reason}")
        lines += [f"    {line}" for line in _candidate_lines(candidate)]
    if not explanation.candidates:
        lines.append("  none")
    lines += ["", "Less likely:", *(f"  {each}" for each in explanation.ruled_out)]
    lines += ["", "Nearest precedents:"]
    for near in explanation.nearest:
        codes = "/".join(near.codes) or "no list"
        lines.append(
            f"  {near.similarity:.2f} {near.relevance:<6} {codes:<12} {_short(near.text, 90)}"
        )
        lines.append(f"       {near.why}")
    return "\n".join([*lines, "", f"{result.model}; {result.lists}"])


def _candidate_lines(candidate: Candidate) -> list[str]:
    """Terms, verdicts, conditions, exclusions and official words of a candidate."""
    terms = ", ".join(dict.fromkeys(f"“{each.text}”" for each in candidate.terms))
    lines = [f"named by   {terms}"] if terms else []
    for entry in candidate.entries:
        if entry.conditions:
            lines.append(f"{entry.verdict:<10} by the figures, {'/'.join(entry.regimes)}")
        lines += [f"  {_condition(each)}" for each in entry.conditions[:_CONDITIONS]]
        lines += [f"  not if     {each}" for each in entry.exclusions[:_CONDITIONS]]
    lines += [
        f"{quote.regime:<10} {quote.paragraph} {_short(quote.text, _QUOTED)}"
        for quote in candidate.official
    ]
    return lines


def _condition(checked: CheckedCondition) -> str:
    figures = f"; {', '.join(checked.figures)}" if checked.figures else ""
    wanted = f"; open: {', '.join(checked.open)}" if checked.open else ""
    return f"{checked.state:<10} {checked.paragraph} {checked.goods}{figures}{wanted}"


def _passage_lines(title: str, passages: Sequence[Any]) -> list[str]:
    words = ", ".join(f"{passage.text} ({passage.weight:.1f})" for passage in passages)
    return [f"{title:<10} {words}"] if words else []


def _status(status: Status) -> str:
    words = status.state.replace("_", " ")
    if status.until and status.state == "expired":
        words = f"expired on {status.until}: verify"
    elif status.until:
        words += f" until {status.until}"
    note = f"; {status.note}" if status.note and status.state != "expired" else ""
    return f"{words} (as of {status.as_of}){note}"


def _bracketed(text: str | None) -> str | None:
    return f"({text})" if text else None


def _short(text: str, width: int) -> str:
    """The text in one line of at most `width` columns; Chinese and Japanese take two each."""
    text = " ".join(text.split())
    used = 0
    for place, character in enumerate(text):
        used += 2 if east_asian_width(character) in "WF" else 1
        if used > width:
            return text[: max(place - 1, 0)] + "…"
    return text


def _print_table(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, on_stderr: bool = False
) -> None:
    from rich.box import SIMPLE
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=SIMPLE, pad_edge=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        # Text, not str: square brackets in a catalogue are no markup.
        table.add_row(*map(Text, row))
    stream = sys.stderr if on_stderr else sys.stdout
    Console(file=stream, width=None if stream.isatty() else 160).print(table)
