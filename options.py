"""Options of the commands that belong together or that several share, each in one place."""

import math
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from dualuse.corpus.control_lists.store import AS_OF
from dualuse.corpus.labels import REGIMES

_Command = Callable[..., Any]


class _Share(click.FloatRange):
    """A number from 0 to 1; "nan" is none, though it is neither below nor above."""

    def __init__(self) -> None:
        super().__init__(0, 1)

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        found = float(super().convert(value, param, ctx))
        if math.isnan(found):
            self.fail(f"{value!r} is no number from 0 to 1.", param, ctx)
        return found


def _regimes(_: click.Context, __: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = [part.strip().upper() for part in value.split(",")]
    if unknown := [part for part in chosen if part not in REGIMES]:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(REGIMES)}")
    return tuple(regime for regime in REGIMES if regime in chosen)


def _day(_: click.Context, __: click.Parameter, value: str | None) -> date:
    try:
        return datetime.now(UTC).date() if value is None else date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no date of the form 2026-01-06") from None


def together(*options: Callable[[_Command], _Command]) -> Callable[[_Command], _Command]:
    """One decorator that adds several options, in their order on the help page."""

    def decorate(command: _Command) -> _Command:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


MODEL = click.option(
    "--model",
    "model_name",
    default="default",
    show_default=True,
    help="default, lite (without the encoder), a kind, or a model folder.",
)
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON, for machines.")
FORCE = click.option("--force", is_flag=True, help="Overwrite what is there.")
TEXT_COLUMNS = click.option(
    "--text-column", "text_columns", multiple=True, help="Column with text; may be repeated."
)
FORMAT = click.option(
    "--format", "file_format", help="Format of the input, where its name does not tell."
)
POLICY_OPTIONS = together(
    click.option(
        "--sentences",
        default="auto",
        show_default=True,
        help="Summary length: 4, 20%, or as many as are key sentences.",
    ),
    click.option(
        "--brief-language",
        type=click.Choice(["en", "zh", "ja"]),
        default="en",
        show_default=True,
        help="Language of the paragraph that is composed from the facts.",
    ),
    click.option(
        "--as-of",
        callback=_day,
        metavar="YYYY-MM-DD",
        help="Day for which a status holds.  [default: today]",
    ),
    click.option("--ocr", is_flag=True, help="Read scanned PDFs by Tesseract (extra `ocr`)."),
)
ABSTRACTIVE = click.option(
    "--abstractive",
    metavar="MODEL",
    help="Have a sequence-to-sequence checkpoint write a summary too (extra `train`).",
)
CATALOGUE_OPTIONS = together(
    FORMAT,
    click.option("--sheet", help="Sheet of a workbook; else the longest under a header."),
    click.option(
        "--header-row",
        type=click.IntRange(min=0),
        metavar="ROW",
        help="Row of the column names, from 1; 0: none.",
    ),
    TEXT_COLUMNS,
    click.option("--id-column", help="Column with the rows' own ids."),
    click.option("--hs-column", help="Column with HS codes."),
)
SCREENING_OPTIONS = together(
    click.option(
        "--regimes",
        callback=_regimes,
        default=",".join(REGIMES),
        show_default=True,
        metavar="CN,JP",
        help="Whose lists matter to you.",
    ),
    click.option(
        "--max-miss-rate",
        type=_Share(),
        metavar="SHARE",
        default=0.02,
        show_default=True,
        help="Share of listed goods that may be called `clear`.",
    ),
    click.option(
        "--min-precision",
        type=_Share(),
        metavar="SHARE",
        default=0.9,
        show_default=True,
        help="Share of those called `controlled` that must be listed.",
    ),
    click.option(
        "--as-of",
        callback=_day,
        metavar="YYYY-MM-DD",
        default=AS_OF,
        show_default=True,
        help="Day by whose entries in force to judge.",
    ),
)
TRAINING_OPTIONS = together(
    click.option(
        "--task",
        type=click.Choice(["products", "policy"]),
        default="products",
        show_default=True,
        help="Which task to learn from a corpus.",
    ),
    click.option("--label-column", help="Column with labels: learn any label set."),
    click.option(
        "--recipe",
        help="Fine-tune an encoder too: default, long, again, student, quick, further, labels, "
        "or a TOML file.",
    ),
    click.option(
        "--base", "--base-model", "base", help="Its base: a folder, or a name on the hub."
    ),
    click.option(
        "--work", type=Path, help="Folder for the state of a long run.  [default: OUTPUT.work]"
    ),
    click.option(
        "--extra", type=Path, help="Table of your own labelled rows, to learn from as well."
    ),
    click.option(
        "--extra-weight",
        type=click.FloatRange(min=0, min_open=True),
        help="How many rows of the corpus one of them counts.  [default: 3]",
    ),
    click.option("--update", help="Model whose encoder is learnt further: default, or a folder."),
)
EVALUATION_OPTIONS = together(
    click.option("--task", type=click.Choice(["products", "policy"]), help="Only this task."),
    click.option(
        "--development",
        is_flag=True,
        help="Train on a part of the corpus, evaluate on held-out families.",
    ),
    click.option("--label-column", help="Column with the true labels."),
    click.option(
        "--intervals",
        "with_intervals",
        is_flag=True,
        help="Add 95 % bootstrap intervals: minutes instead of seconds.",
    ),
    click.option("--html", type=Path, help="Page to write: all tables, curves, attacks, errors."),
    click.option(
        "--against",
        metavar="OLD",
        multiple=True,
        help="Model to compare with, what got better and worse; may be repeated.",
    ),
    click.option(
        "--without-language",
        metavar="ja",
        help="Train the linear model without a language, test on that language.",
    ),
)
