"""What `evaluate` does, from plain values to printed results and a page."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError, UsageError
from dualuse.corpus.quality.frozen import evaluation_digest, evaluation_versions
from dualuse.corpus.say import Say
from dualuse.corpus.version import lists_version
from dualuse.corpus.whole import write_text_whole
from dualuse.models.labels import TASK as LABELS
from dualuse.models.labels import LabelModel
from dualuse.models.persistence import MANIFEST, Place, read_manifest
from dualuse.models.products import ProductModel
from dualuse.training.comparison import Comparison, compare
from dualuse.training.default import (
    SHIPPED_NAMES,
    check_model_name,
    model_place,
    named_corpus,
    policy_model,
    product_model,
)
from dualuse.training.evaluate import development_split, judge_policy, judge_products
from dualuse.training.fit import CLASSIFIERS, fit_policy, fit_products
from dualuse.training.judged import Judged
from dualuse.training.report import EvaluationReport
from dualuse.training.tabular import judge_labels, read_table
from dualuse.training.transfer import transfer

TASKS: Final = ("products", "policy")


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
    against: str | None
    without_language: str | None


def evaluate_models(options: EvaluateOptions, say: Say) -> None:
    """Print the reports of a model, or of all kinds of model, on labelled texts.

    With `as_json` each report is one line; `with_intervals` adds bootstrap intervals; `against`
    compares with another model, `html` writes a page of it all.

    Raises:
        DualuseError: the data or a model cannot be read, their labels do not fit, or options
            contradict each other.
    """
    options = _with_model(options)
    _check(options)
    if options.without_language is not None:
        for report in _transfers(options, options.without_language, say):
            _print(report, options)
        return
    if options.against is not None:
        # Both are judged in full before they are compared: a wrong name must not cost that.
        _check_old(options.against)
    judged = _judged(options, options.model_name, say)
    if options.against is None:
        _print_reports(judged, options, say)
    else:
        _print_comparisons(list(judged), options, say)


def _with_model(options: EvaluateOptions) -> EvaluateOptions:
    """Let `evaluate MODEL` mean `evaluate --model MODEL`."""
    data = options.data
    if data is None or options.model_name is not None:
        return options
    named = str(data) in (*SHIPPED_NAMES, *CLASSIFIERS) and not data.exists()
    if named or (data / MANIFEST).is_file():
        return replace(options, data=None, model_name=str(data))
    return options


def _check(options: EvaluateOptions) -> None:
    if options.against is not None and options.model_name is None:
        raise UsageError("--against compares one model with another: name it with --model")
    if options.label_column is None and (options.text_columns or options.file_format):
        raise UsageError("--text-column and --format are for a table with --label-column")
    if options.development:
        for name in (options.model_name, options.against):
            _kinds(name)
    if options.label_column is not None and (options.development or options.task):
        raise UsageError(
            "--label-column evaluates on the table that is given: leave out --development "
            "and --task"
        )
    if options.without_language is None:
        return
    for name, given in (
        ("--model", options.model_name not in {None, "linear"}),
        ("--against", options.against is not None),
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


def _judged(options: EvaluateOptions, model_name: str | None, say: Say) -> Iterator[Judged]:
    if options.label_column is not None:
        columns, kind = options.text_columns, options.file_format
        table = read_table(options.data, columns, options.label_column, kind, say)
        return iter([judge_labels(_label_model(model_name or "linear", say), table)])
    if options.development:
        tasks = [options.task] if options.task else _tasks(options.data, evaluation=False)
        return _on_development(options.data, tasks, _kinds(model_name))
    own = [options.task] if options.task else _own_task(options.model_name)
    asked = own or _tasks(options.data, evaluation=True)
    return _on_evaluation(options.data, asked, model_name, say)


def _print_reports(found: Iterator[Judged], options: EvaluateOptions, say: Say) -> None:
    kept = []
    for judged in found:
        if options.html:
            kept.append(_part(judged, options, None, say))
            _print(kept[-1].report, options)
        else:
            _print(judged.report(with_intervals=options.with_intervals), options)
    _write_page(kept, options, say)


def _print_comparisons(found: Sequence[Judged], options: EvaluateOptions, say: Say) -> None:
    kept = []
    for old, new in zip(_judged(options, options.against, say), found, strict=True):
        comparison = compare(old, new)
        if options.html:
            kept.append(_part(new, options, comparison, say))
        _print(comparison, options)
    _write_page(kept, options, say)


def _print(report: EvaluationReport | Comparison, options: EvaluateOptions) -> None:
    sys.stdout.write(report.as_json() + "\n" if options.as_json else report.as_text() + "\n\n")


def _part(judged: Judged, options: EvaluateOptions, comparison: Comparison | None, say: Say) -> Any:
    from dualuse.training.evaluation_page.part import worked_out

    return worked_out(judged, _place(judged, options, say), comparison, say)


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


def _write_page(parts: Sequence[Any], options: EvaluateOptions, say: Say) -> None:
    if not options.html:
        return
    from dualuse.training.evaluation_page.page import evaluation_page

    page = evaluation_page(parts, datetime.now(UTC).date())
    write_text_whole(options.html, page)
    say(f"{options.html}: {len(page.encode()) / 1e3:,.0f} kB")


def _on_evaluation(
    corpus: Path | None, tasks: Sequence[str], model_name: str | None, say: Say
) -> Iterator[Judged]:
    names = [model_name] if model_name else list(CLASSIFIERS)
    for task in tasks:
        place = named_corpus(corpus, task, evaluation=True) or store.corpus_folder()
        subject = _evaluation_name(place)
        for name in names:
            if task == "products":
                products = store.load_products(place, evaluation=True)
                yield judge_products(product_model(name, say), products, subject)
            else:
                documents = store.load_policy(place, evaluation=True)
                yield judge_policy(policy_model(name, say), documents, subject)


def _evaluation_name(place: Path) -> str:
    versions = evaluation_versions(place)
    digest = evaluation_digest(place)
    frozen = versions and versions[-1].digest == digest
    version = f" {versions[-1].version}" if frozen else ""
    return f"the evaluation set{version} ({digest[:8]})"


def _on_development(
    corpus: Path | None, tasks: Sequence[str], kinds: Sequence[str]
) -> Iterator[Judged]:
    texts = "held-out families and events of the training corpus"
    settings: dict[str, Any] = {"name": "development", "lists": lists_version()}
    for task in tasks:
        place = named_corpus(corpus, task)
        for kind in kinds:
            if task == "products":
                products = store.load_products(place)
                learn, hold = development_split(products)
                model = fit_products([products[i] for i in learn], kind=kind, **settings)
                yield judge_products(model, [products[i] for i in hold], f"{kind}, {texts}")
            else:
                documents = store.load_policy(place)
                learn, hold = development_split(documents)
                policy = fit_policy([documents[i] for i in learn], kind=kind, **settings)
                yield judge_policy(policy, [documents[i] for i in hold], f"{kind}, {texts}")


def _transfers(options: EvaluateOptions, language: str, say: Say) -> Iterator[EvaluationReport]:
    settings: dict[str, Any] = {"kind": "linear", "name": "transfer", "lists": lists_version()}
    for task in [options.task] if options.task else _tasks(options.data, evaluation=False):
        place = named_corpus(options.data, task)
        files = store.task_files(place or store.corpus_folder(), task, evaluation=True)
        say(f"{task}: training twice, with and without the texts in {language}")
        if task == "products":
            tests = {"evaluation": store.load_products(place, evaluation=True)} if files else {}
            products = store.load_products(place)
            yield transfer(
                language, products, tests, lambda own: fit_products(own, **settings), judge_products
            )
        else:
            read = {"evaluation": store.load_policy(place, evaluation=True)} if files else {}
            documents = store.load_policy(place)
            yield transfer(
                language, documents, read, lambda own: fit_policy(own, **settings), judge_policy
            )


def _check_old(name: str) -> None:
    """Nothing, if there is a model of this name to compare with.

    Raises:
        DualuseError: there is none, or the folder is no model.
    """
    check_model_name(name)
    if name not in (*SHIPPED_NAMES, *CLASSIFIERS):
        read_manifest(Path(name))


def _label_model(name: str, say: Say) -> LabelModel | ProductModel:
    if Path(name).is_dir() and read_manifest(Path(name)).get("task") == LABELS:
        return LabelModel.load(Path(name))
    return product_model(name, say)


def _own_task(model_name: str | None) -> Sequence[str]:
    if model_name is None or not Path(model_name).is_dir():
        return ()
    task = str(read_manifest(Path(model_name)).get("task"))
    if task not in TASKS:
        raise DualuseError(
            f"{model_name} is a model of a label set of its own: evaluate it on a table with "
            "--label-column"
        )
    return (task,)


def _tasks(corpus: Path | None, *, evaluation: bool) -> Sequence[str]:
    place = corpus or store.corpus_folder()
    return [t for t in TASKS if store.task_files(place, t, evaluation=evaluation)] or TASKS


def _kinds(model_name: str | None) -> Sequence[str]:
    if model_name is None:
        return tuple(CLASSIFIERS)
    if model_name not in CLASSIFIERS:
        known = ", ".join(CLASSIFIERS)
        raise UsageError(f"--development trains anew: {model_name!r} is not one of {known}")
    return (model_name,)
