"""What `evaluate` does, from plain values to printed results and a page."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dualuse.corpus.say import Say
from dualuse.corpus.whole import write_text_whole
from dualuse.models.labels import TASK as LABELS
from dualuse.models.persistence import Place, read_manifest
from dualuse.training.comparison import Comparison, compare, side_by_side
from dualuse.training.default import SHIPPED_NAMES, check_model_name, model_place
from dualuse.training.evaluate_options import EvaluateOptions, check_options, with_model
from dualuse.training.fit import CLASSIFIERS
from dualuse.training.judged import Judged
from dualuse.training.judging import judge_models, judge_transfer
from dualuse.training.report import EvaluationReport


def evaluate_models(options: EvaluateOptions, say: Say) -> None:
    """Print the reports of a model, or of all kinds of model, on labelled texts.

    With `as_json` each report is one line; `with_intervals` adds bootstrap intervals; `against`
    compares with other models, `html` writes a page of it all.

    Raises:
        DualuseError: the data or a model cannot be read, their labels do not fit, or options
            contradict each other.
    """
    options = with_model(options)
    check_options(options)
    if options.without_language is not None:
        for report in judge_transfer(options, options.without_language, say):
            _print(report, options)
        return
    for name in options.against:
        # All are judged in full before they are compared: a wrong name must not cost that.
        _check_old(name)
    judged = judge_models(options, options.model_name, say)
    if options.against:
        _print_comparisons(judged, options, say)
    else:
        _print_reports(judged, options, say)


def _check_old(name: str) -> None:
    """Nothing, if there is a model of this name to compare with.

    Raises:
        DualuseError: there is none, or the folder is no model.
    """
    check_model_name(name)
    if name not in (*SHIPPED_NAMES, *CLASSIFIERS):
        read_manifest(Path(name))


def _print_reports(found: Iterator[Judged], options: EvaluateOptions, say: Say) -> None:
    kept = []
    for judged in found:
        if options.html:
            kept.append(_part(judged, options, (), say))
            _print(kept[-1].report, options)
        else:
            _print(judged.report(with_intervals=options.with_intervals), options)
    _write_page(kept, options, say)


def _print_comparisons(found: Iterator[Judged], options: EvaluateOptions, say: Say) -> None:
    kept = []
    olds = [judge_models(options, name, say) for name in options.against]
    new_name = options.model_name or ""
    for new, *old in zip(found, *olds, strict=True):
        comparisons = tuple(
            compare(each, new, names=(name, new_name))
            for each, name in zip(old, options.against, strict=True)
        )
        if options.html:
            kept.append(_part(new, options, comparisons, say))
        if len(comparisons) > 1:
            table = side_by_side(comparisons)
            _print(EvaluationReport(new.model.name, new.subject, (table,)), options)
        for comparison in comparisons:
            _print(comparison, options)
    _write_page(kept, options, say)


def _print(report: EvaluationReport | Comparison, options: EvaluateOptions) -> None:
    sys.stdout.write(report.as_json() + "\n" if options.as_json else report.as_text() + "\n\n")


def _part(
    judged: Judged, options: EvaluateOptions, comparisons: tuple[Comparison, ...], say: Say
) -> Any:
    from dualuse.training.evaluation_page.part import worked_out

    return worked_out(judged, _place(judged, options, say), comparisons, say)


def _place(judged: Judged, options: EvaluateOptions, say: Say) -> Place | None:
    """Where a model lies; one that was trained for the evaluation alone lies nowhere."""
    if options.development:
        return None
    if judged.task == LABELS:
        name = options.model_name or "linear"
        return Path(name) if Path(name).is_dir() else model_place(name, "products", say)
    # Of all kinds, each is in the cache under its name's first word.
    kind = options.model_name or judged.model.name.partition("-")[0]
    return model_place(kind, judged.task, say)


def _write_page(parts: list[Any], options: EvaluateOptions, say: Say) -> None:
    if not options.html:
        return
    from dualuse.training.evaluation_page.page import evaluation_page

    page = evaluation_page(parts, datetime.now(UTC).date())
    write_text_whole(options.html, page)
    say(f"{options.html}: {len(page.encode()) / 1e3:,.0f} kB")
