"""The command line: each command parses, calls one function and prints.

Heavy modules are imported inside the commands, so that `dualuse --help` stays fast.
"""

import sys
from pathlib import Path
from typing import Any, NoReturn

import click

from dualuse.corpus.errors import DualuseError, UsageError
from dualuse.corpus.labels import REGIMES
from dualuse.options import (
    ABSTRACTIVE,
    CATALOGUE_OPTIONS,
    EVALUATION_OPTIONS,
    FORCE,
    FORMAT,
    JSON,
    MODEL,
    POLICY_OPTIONS,
    SCREENING_OPTIONS,
    TEXT_COLUMNS,
    TRAINING_OPTIONS,
)
from dualuse.screening.standard_output import leave_unwritten, speak_utf8

WRONG_USAGE = 2
SOME_UNREAD = 3
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _say(message: str) -> None:
    click.echo(message, err=True)


@click.group(context_settings=_SETTINGS)
@click.version_option(package_name="dualuse")
def cli() -> None:
    """Label product catalogues and triage policy documents for export control, offline."""


@cli.command()
@click.argument("source", metavar="INPUT")
@click.option("-o", "--output", help="File to write; else standard output.")
@click.option("--output-format", help="Format of the output, where its name does not tell.")
@CATALOGUE_OPTIONS
@SCREENING_OPTIONS
@click.option("--known", help="Catalogue of signed-off classifications, which win.")
@click.option("--recheck", metavar="OLD", help="Earlier output: judge only what changed since.")
@click.option("--since", metavar="VERSION", help="Version of the lists that OLD was made with.")
@click.option("--spreadsheet-safe", is_flag=True, help="Escape cells that would run as formulas.")
@click.option(
    "--show",
    type=click.IntRange(min=0),
    default=0,
    metavar="ROWS",
    help="Print so many of the first rows.",
)
@click.option("--resume", is_flag=True, help="Go on with an interrupted run.")
@FORCE
@JSON
@MODEL
def label(source: str, output: str | None, *, model_name: str, **options: Any) -> None:
    """Label a catalogue: category, relevance, decision, candidate codes, evidence.

    INPUT is a CSV, TSV, XLSX, JSONL or Parquet file (.csv.gz … too), or - for standard input. Every
    column is kept, and every row.
    """
    from dualuse.screening.commands import LabelOptions, label_files
    from dualuse.training.default import product_model

    chosen = LabelOptions(**options)
    label_files(source, output, lambda: product_model(model_name, _say), _say, chosen)


@cli.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=Path)
@click.option("-o", "--output", type=Path, help="JSONL file to write; else standard output.")
@click.option("--html", type=Path, help="Report page to write.")
@click.option("--csv", type=Path, help="Table to write, one row a document.")
@click.option("--feed", type=Path, help="Atom feed to write.")
@click.option("--ics", type=Path, help="Calendar to write: effective, expiry and comment dates.")
@click.option("--update", is_flag=True, help="Read only what is new or changed since OUTPUT.")
@click.option("--with-text", is_flag=True, help="Put the extracted text into the JSON.")
@POLICY_OPTIONS
@FORCE
@JSON
@MODEL
def triage(paths: tuple[Path, ...], *, model_name: str, **options: Any) -> None:
    """Triage policy documents: relevance, measures, dates, parties, summary.

    PATH is a text, Markdown, HTML, PDF, DOCX or EML file, a ZIP archive or folder of these, or -
    for standard input. What is in an archive or attached to a message is a document of its own;
    FILE!MEMBER names one.
    One JSON object a document, highest relevance first; on a terminal a table.
    """
    from dualuse.screening.triage_commands import TriageOptions, triage_files
    from dualuse.training.default import policy_model

    chosen = TriageOptions(**options)
    unread = triage_files(paths, lambda: policy_model(model_name, _say), _say, chosen)
    sys.exit(SOME_UNREAD if unread else 0)


@cli.command()
@click.argument("path", metavar="PATH", type=Path)
@POLICY_OPTIONS
@ABSTRACTIVE
@JSON
@MODEL
def summarize(path: Path, *, model_name: str, **options: Any) -> None:
    """Summarise one policy document: key facts, and the sentences to see, each with its place.

    PATH is a text, Markdown, HTML, PDF, DOCX or EML file, a document in an archive or message as
    FILE!MEMBER, or - for standard input.
    """
    from dualuse.screening.commands import summarise_file
    from dualuse.training.default import policy_model

    summarise_file(path, lambda: policy_model(model_name, _say), **options)


@cli.command()
@click.argument("text", metavar="TEXT")
@SCREENING_OPTIONS
@JSON
@MODEL
def explain(text: str, *, model_name: str, **options: Any) -> None:
    """Explain the labels of one product: candidates, evidence, what was ruled out, neighbours.

    TEXT is the product's description, or - for standard input.
    """
    from dualuse.screening.commands import explain_text
    from dualuse.training.default import product_model

    explain_text(text, lambda: product_model(model_name, _say), **options)


@cli.command()
@click.argument("data", metavar="[DATA]", required=False, type=Path)
@click.option("-o", "--output", required=True, type=Path, help="Folder to write the model into.")
@TRAINING_OPTIONS
@TEXT_COLUMNS
@FORMAT
@FORCE
@click.option("--model", "model_name", help="linear or majority.  [default: linear]")
def train(**options: Any) -> None:
    """Train a model: from a corpus folder (else the shipped one), or from any labelled table.

    DATA is a corpus folder, or with --label-column a CSV, TSV, XLSX, JSONL or Parquet file. A run
    that was killed goes on where it was when it is started again.
    """
    from dualuse.training.train_commands import TrainOptions, train_model

    train_model(TrainOptions(**options), _say)


@cli.command()
@click.argument("data", metavar="[MODEL|DATA]", required=False, type=Path)
@EVALUATION_OPTIONS
@TEXT_COLUMNS
@FORMAT
@JSON
@click.option(
    "--model",
    "model_name",
    help="default, lite, linear, majority, or a folder.  [default: linear, then majority; with "
    "--label-column linear alone]",
)
def evaluate(**options: Any) -> None:
    """Evaluate a model: accuracy, macro-F1, AUROC, calibration error, by language and category.

    On the shipped evaluation set, on the evaluation set of a corpus folder, or with
    --label-column on any labelled table. A model may stand in place of DATA.
    """
    from dualuse.training.evaluate_commands import evaluate_models
    from dualuse.training.evaluate_options import EvaluateOptions

    evaluate_models(EvaluateOptions(**options), _say)


@cli.group()
def corpus() -> None:
    """Look after the labelled texts."""


@corpus.command()
@click.argument("folder", metavar="[FOLDER]", required=False, type=Path)
@click.option("--entries", is_flag=True, help="Print the products of each code by language too.")
@JSON
def check(folder: Path | None, *, entries: bool, as_json: bool) -> None:
    """Check a corpus: records, near-duplicates, repeated runs, leakage, balance, coverage."""
    from dualuse.corpus.quality.commands import check_folder

    sys.exit(0 if check_folder(folder, entries=entries, as_json=as_json) else 1)


@cli.group()
def lists() -> None:
    """Look into the control lists: entries, terms, thresholds."""


@lists.command()
@click.argument("code", metavar="CODE")
@JSON
def show(code: str, *, as_json: bool) -> None:
    """Show an entry: its goods, terms, conditions with figures, what it leaves out.

    CODE is a five-character code such as 6A003, or CN:3C001 for what one regime means by it.
    """
    from dualuse.screening.control_lists import show_entries

    show_entries(code, as_json=as_json)


@lists.command()
@click.argument("words", metavar="WORDS")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="At most.")
@JSON
def search(words: str, *, limit: int, as_json: bool) -> None:
    """Find the entries that goods of this name may belong to, best first."""
    from dualuse.screening.control_lists import find_entries

    find_entries(words, limit=limit, as_json=as_json)


@lists.command()
@JSON
def export(*, as_json: bool) -> None:
    """Write all entries, one a line: CSV, or JSON with --json."""
    from dualuse.screening.control_lists import export_entries

    export_entries(as_json=as_json)


@lists.command("import")
@click.argument("path", metavar="FILE", type=Path)
@click.option("--regime", required=True, type=click.Choice(REGIMES), help="Whose list it is.")
@FORCE
def import_text(path: Path, regime: str, *, force: bool) -> None:
    """Keep an official text of a list in your data folder, so that `explain` can quote it.

    FILE is the eCFR's XML of 15 CFR 774, Supplement 1, or a table (CSV, JSONL …) with the columns
    paragraph (or code, label, number) and text.
    """
    from dualuse.screening.official_texts import import_publication

    import_publication(path, regime, force=force, say=_say)


@lists.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@JSON
def diff(old: str, new: str, *, as_json: bool) -> None:
    """Show what differs between two states of a list: entries and their paragraphs.

    OLD and NEW are files or folders of entries (as `lists export --json` writes them), official
    texts as for `lists import`, a regime whose text is imported, or `shipped`.
    """
    from dualuse.screening.official_texts import diff_lists

    diff_lists(old, new, as_json=as_json)


def _fail(message: str, status: int = 1) -> NoReturn:
    _say(f"Error: {message}")
    sys.exit(status)


def main() -> None:
    """Run the command line; what the user can mend is one sentence and exit status 1 or 2."""
    speak_utf8()
    try:
        try:
            cli(prog_name="dualuse")
        finally:
            sys.stdout.flush()
    except UsageError as fault:
        _fail(str(fault), WRONG_USAGE)
    except DualuseError as fault:
        _fail(str(fault))
    except BrokenPipeError:
        # The reader (`head`) has seen enough.
        leave_unwritten()
        sys.exit(1)
    except OSError as fault:
        reason = (fault.strerror or str(fault)).lower()
        if fault.filename:
            _fail(f"{fault.filename}: {reason}; check path and rights")
        leave_unwritten()
        _fail(f"the output cannot be written: {reason}")
