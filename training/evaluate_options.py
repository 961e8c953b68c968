"""The options of `evaluate`, and which of them contradict each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from dualuse.corpus.errors import UsageError
from dualuse.models.persistence import MANIFEST
from dualuse.training.default import SHIPPED_NAMES
from dualuse.training.fit import CLASSIFIERS


@dataclass(frozen=True, slots=True)
class EvaluateOptions:
    """The options of `evaluate`, as the command line names them.

    `data` is what to evaluate on, or the model where that stands in its place.
    """

    data: Path | None
    task: str | None
    development: bool
    label_column: str | None
    text_columns: tuple[str, ...]
    file_format: str | None
    with_intervals: bool
    as_json: bool
    html: Path | None
    model_name: str | None
    against: tuple[str, ...]
    without_language: str | None


def with_model(options: EvaluateOptions) -> EvaluateOptions:
    """Let `evaluate MODEL` mean `evaluate --model MODEL`."""
    data = options.data
    if data is None or options.model_name is not None:
        return options
    named = str(data) in (*SHIPPED_NAMES, *CLASSIFIERS) and not data.exists()
    if named or (data / MANIFEST).is_file():
        return replace(options, data=None, model_name=str(data))
    return options


def check_options(options: EvaluateOptions) -> None:
    """Nothing, if the options go together.

    Raises:
        UsageError: two of them contradict each other, or one needs another.
    """
    if options.against and options.model_name is None:
        raise UsageError("--against compares one model with others: name it with --model")
    if len(set(options.against)) < len(options.against):
        raise UsageError("--against names a model twice")
    if options.label_column is None and (options.text_columns or options.file_format):
        raise UsageError("--text-column and --format are for a table with --label-column")
    if options.development:
        for name in (options.model_name, *options.against):
            kinds(name)
    if options.label_column is not None and (options.development or options.task):
        raise UsageError(
            "--label-column evaluates on the table that is given: leave out --development "
            "and --task"
        )
    if options.without_language is None:
        return
    for name, given in (
        ("--model", options.model_name not in {None, "linear"}),
        ("--against", bool(options.against)),
        ("--label-column", options.label_column is not None),
        ("--html", options.html is not None),
        ("--development", options.development),
        ("--intervals", options.with_intervals),
    ):
        if given:
            raise UsageError(
                f"--without-language trains the linear model anew and prints tables: leave out "
                f"{name}"
            )


def kinds(model_name: str | None) -> Sequence[str]:
    """The kinds of model that `--development` trains: the one that is named, or all.

    Raises:
        UsageError: the name is of no kind.
    """
    if model_name is None:
        return tuple(CLASSIFIERS)
    if model_name not in CLASSIFIERS:
        known = ", ".join(CLASSIFIERS)
        raise UsageError(f"--development trains anew: {model_name!r} is not one of {known}")
    return (model_name,)
