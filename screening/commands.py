"""What the screening commands do, from plain values to printed results."""

import json
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.documents.read import DocumentReader
from dualuse.corpus.errors import UsageError
from dualuse.corpus.register import load_register
from dualuse.corpus.say import Say
from dualuse.corpus.tables.formats import output_format as written_format
from dualuse.models.policy import PolicyModel
from dualuse.models.products import ProductModel
from dualuse.models.summary import SentenceCount
from dualuse.models.summary.abstractive import AbstractiveModel
from dualuse.screening import render
from dualuse.screening.assess import ProductScreener, ScreeningPolicy
from dualuse.screening.brief.records import Language
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue
from dualuse.screening.explain import explain_product
from dualuse.screening.generated import generated_summary
from dualuse.screening.known_file import load_known
from dualuse.screening.label import LabelOutput, LabelSummary, check_output, label_catalogue
from dualuse.screening.linking import link_briefings
from dualuse.screening.progress import progress_bar
from dualuse.screening.recheck import open_recheck
from dualuse.screening.streams import (
    STREAM,
    input_file,
    input_text,
    output_file,
    read_input,
)
from dualuse.screening.triage import PolicyScreener

_RUNNING: Final = frozenset({"csv", "tsv"})
"""Formats whose cells a spreadsheet may run as formulas."""


@dataclass(frozen=True, slots=True)
class LabelOptions:
    """The options of `label`, as the command line names them."""

    file_format: str | None
    output_format: str | None
    sheet: str | None
    header_row: int | None
    text_columns: tuple[str, ...]
    id_column: str | None
    hs_column: str | None
    regimes: tuple[str, ...]
    max_miss_rate: float
    min_precision: float
    as_of: date
    known: str | None
    recheck: str | None
    since: str | None
    spreadsheet_safe: bool
    show: int
    resume: bool
    force: bool
    as_json: bool

    @property
    def reading(self) -> CatalogueOptions:
        """How the catalogue is to be read."""
        return CatalogueOptions(
            self.file_format,
            self.sheet,
            self.header_row,
            self.text_columns,
            self.id_column,
            self.hs_column,
        )

    @property
    def policy(self) -> ScreeningPolicy:
        """What the user asks of the lists, and which errors may happen how often."""
        return ScreeningPolicy(self.regimes, self.max_miss_rate, self.min_precision, self.as_of)


def label_files(
    source: str,
    output: str | None,
    load: Callable[[], ProductModel],
    say: Say,
    options: LabelOptions,
) -> None:
    """Label the catalogue `source` into `output` and print the summary.

    It goes to standard error, but for a machine, with the rows in a file, to standard output. The
    model is loaded once input and output are known to be in order.

    Raises:
        DualuseError: the input cannot be read, the output not written, or an option is wrong.
    """
    streaming = output is None or output == STREAM
    if streaming and options.resume:
        raise UsageError("--resume goes on with a file: name it with -o")
    kind = options.output_format
    if streaming and not kind:
        kind = "jsonl" if options.as_json else "csv"
    with input_file(source, options.file_format) as path, output_file(output, kind) as target:
        aside = streaming or options.as_json
        try:
            summary = _label(path, target, kind, load, say, options, aside=aside)
        except KeyboardInterrupt:
            if not streaming and LabelOutput(target).parts.exists():
                say("stopped; what is done is kept: the same command with --resume goes on with it")
            raise
    if options.as_json and not streaming:
        sys.stdout.write(json.dumps(_summary_fields(summary)) + "\n")
    elif options.as_json:
        say(json.dumps(_summary_fields(summary)))
    else:
        say(render.label_summary(summary))


def _label(
    path: Path,
    target: Path,
    kind: str | None,
    load: Callable[[], ProductModel],
    say: Say,
    options: LabelOptions,
    *,
    aside: bool,
) -> LabelSummary:
    if options.since and not options.recheck:
        raise UsageError("--since says since when for --recheck: give that too")
    if options.spreadsheet_safe and written_format(target, kind).split(".")[0] not in _RUNNING:
        raise UsageError("--spreadsheet-safe is for CSV and TSV: cells of other files never run")
    known = Path(options.known) if options.known else None
    earlier = Path(options.recheck) if options.recheck else None
    writing = LabelOutput(target, kind, options.spreadsheet_safe, options.force, options.resume)
    check_output(writing, [path, *(each for each in (known, earlier) if each)])
    catalogue = open_catalogue(path, options.reading)
    for notice in catalogue.notices:
        say(notice)
    signed_off = load_known(known, catalogue.text_names) if known else None
    if signed_off:
        say(signed_off.notice)
    recheck = open_recheck(earlier, options.since, catalogue) if earlier else None
    if recheck:
        say(recheck.notice)
    screener = ProductScreener(load(), replace(options.policy, columns=catalogue.asked))
    with progress_bar("labelling", catalogue.table.row_count) as advance:
        summary = label_catalogue(catalogue, writing, screener, signed_off, say, advance, recheck)
    if options.show:
        # Standard output is for one result: the rows, or the summary for a machine.
        written = written_format(target, kind)
        render.print_labelled(target, written, catalogue, options.show, on_stderr=aside)
    return summary


def summarise_file(
    path: Path,
    load: Callable[[], PolicyModel],
    *,
    sentences: str,
    brief_language: Language,
    abstractive: str | None,
    as_of: date,
    ocr: bool,
    as_json: bool,
) -> None:
    """Print the key facts and the summary of one document, with `abstractive` a generated one too.

    Raises:
        DualuseError: the document cannot be read, or `abstractive` is no checkpoint.
    """
    count = SentenceCount.parse(sentences)
    with DocumentReader(ocr=ocr) as reader:
        document = read_input(reader, path)
    writer = AbstractiveModel.load(abstractive) if abstractive else None
    screener = PolicyScreener(load(), as_of, count, brief_language)
    (briefing,) = link_briefings([screener.brief(document)], load_register())
    briefing = screener.told(briefing, document)
    written = generated_summary(writer, document, briefing) if writer else None
    if as_json:
        fields = briefing.as_json()
        if written:
            fields["abstractive"] = asdict(written)
        sys.stdout.write(json.dumps(fields, ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(render.summary_text(briefing) + "\n")
        sys.stdout.write(f"\n{render.generated_text(written)}\n" if written else "")


def explain_text(
    text: str,
    load: Callable[[], ProductModel],
    *,
    regimes: tuple[str, ...],
    max_miss_rate: float,
    min_precision: float,
    as_of: date,
    as_json: bool,
) -> None:
    """Print the assessment of one product in full; the text `-` is read from standard input."""
    text = input_text(text)
    policy = ScreeningPolicy(regimes, max_miss_rate, min_precision, as_of)
    explanation = explain_product(text, ProductScreener(load(), policy))
    if as_json:
        sys.stdout.write(json.dumps(asdict(explanation), ensure_ascii=False) + "\n")
    else:
        sys.stdout.write(render.explanation_text(explanation) + "\n")


def _summary_fields(summary: LabelSummary) -> dict[str, Any]:
    return {**asdict(summary), "rows_per_second": round(summary.rows_per_second, 1)}
