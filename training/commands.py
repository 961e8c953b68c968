"""What `train` and `evaluate` do, from plain values to printed results."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.frozen import evaluation_digest, evaluation_versions
from dualuse.corpus.version import lists_version
from dualuse.models.labels import TASK as LABELS
from dualuse.models.labels import LabelModel
from dualuse.models.persistence import read_manifest
from dualuse.models.products import ProductModel
from dualuse.training.default import named_corpus, policy_model, product_model
from dualuse.training.evaluate import development_split, evaluate_policy, evaluate_products
from dualuse.training.fit import CLASSIFIERS, fit_policy, fit_products
from dualuse.training.report import EvaluationReport
from dualuse.training.tabular import evaluate_labels, read_table

Say = Callable[[str], None]

TASKS: Final = ("products", "policy")


def evaluate_models(
    *,
    data: Path | None,
    task: str | None,
    development: bool,
    label_column: str | None,
    text_columns: Sequence[str],
    file_format: str | None,
    with_intervals: bool,
    as_json: bool,
    model_name: str | None,
    say: Say,
) -> None:
    """Print the reports of a model, or of all kinds of model, on labelled texts.

    With `as_json` each report is one line; `with_intervals` adds bootstrap intervals.

    Raises:
        DualuseError: the data or the model cannot be read, or their labels do not fit.
    """
    if label_column is not None:
        table = read_table(data, text_columns, label_column, file_format, say)
        reports = iter([evaluate_labels(_label_model(model_name or "linear", say), table)])
    elif development:
        tasks = [task] if task else _tasks(data, evaluation=False)
        reports = _on_development(data, tasks, _kinds(model_name), ends=with_intervals)
    else:
        own = [task] if task else _own_task(model_name)
        asked = own or _tasks(data, evaluation=True)
        reports = _on_evaluation(data, asked, model_name, say, ends=with_intervals)
    for report in reports:
        sys.stdout.write(report.as_json() + "\n" if as_json else report.as_text() + "\n\n")


def _on_evaluation(
    corpus: Path | None, tasks: Sequence[str], model_name: str | None, say: Say, *, ends: bool
) -> Iterator[EvaluationReport]:
    names = [model_name] if model_name else list(CLASSIFIERS)
    for task in tasks:
        place = named_corpus(corpus, task, evaluation=True) or store.corpus_folder()
        texts = _evaluation_name(place)
        for name in names:
            if task == "products":
                products = store.load_products(place, evaluation=True)
                model = product_model(name, say)
                yield evaluate_products(model, products, texts, with_intervals=ends)
            else:
                documents = store.load_policy(place, evaluation=True)
                policy = policy_model(name, say)
                yield evaluate_policy(policy, documents, texts, with_intervals=ends)


def _evaluation_name(place: Path) -> str:
    versions = evaluation_versions(place)
    digest = evaluation_digest(place)
    frozen = versions and versions[-1].digest == digest
    version = f" {versions[-1].version}" if frozen else ""
    return f"the evaluation set{version} ({digest[:8]})"


def _on_development(
    corpus: Path | None, tasks: Sequence[str], kinds: Sequence[str], *, ends: bool
) -> Iterator[EvaluationReport]:
    texts = "held-out families and events of the training corpus"
    settings: dict[str, Any] = {"name": "development", "lists": lists_version()}
    for task in tasks:
        place = named_corpus(corpus, task)
        for kind in kinds:
            if task == "products":
                products = store.load_products(place)
                learn, hold = development_split(products)
                model = fit_products([products[i] for i in learn], kind=kind, **settings)
                held = [products[i] for i in hold]
                yield evaluate_products(model, held, f"{kind}, {texts}", with_intervals=ends)
            else:
                documents = store.load_policy(place)
                learn, hold = development_split(documents)
                policy = fit_policy([documents[i] for i in learn], kind=kind, **settings)
                read = [documents[i] for i in hold]
                yield evaluate_policy(policy, read, f"{kind}, {texts}", with_intervals=ends)


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
        raise DualuseError(f"--development trains anew: --model is one of {known}")
    return (model_name,)
