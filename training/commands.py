"""What `train` and `evaluate` do, from plain values to printed results."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.version import lists_version
from dualuse.models.labels import TASK as LABELS
from dualuse.models.labels import LabelModel
from dualuse.models.persistence import read_manifest, write_whole
from dualuse.models.products import ProductModel
from dualuse.training.card import write_card
from dualuse.training.default import policy_model, product_model, train_shipped
from dualuse.training.evaluate import development_split, evaluate_policy, evaluate_products
from dualuse.training.fit import CLASSIFIERS, fit_policy, fit_products
from dualuse.training.report import EvaluationReport
from dualuse.training.tabular import evaluate_labels, fit_labels, read_labelled

Say = Callable[[str], None]

TASKS: Final = ("products", "policy")


def train_model(
    *,
    data: Path | None,
    output: Path,
    task: str,
    label_column: str | None,
    text_columns: Sequence[str],
    file_format: str | None,
    force: bool,
    model_name: str,
    say: Say,
) -> None:
    """Train a model into the folder `output`, from a corpus or a labelled table.

    Raises:
        DualuseError: the output exists, the data cannot be read, or nothing can be learnt.
    """
    if output.exists() and not force:
        raise DualuseError(f"{output} exists; --force overwrites it")
    if output.exists() and not output.is_dir():
        raise DualuseError(f"{output} is a file; name a folder for the model")
    if label_column is None:
        corpus = _corpus(data, task)
        write_whole(
            output, lambda draft: train_shipped(model_name, task, draft, corpus), replace=force
        )
        say(f"{output}: the {model_name} model for {task}")
        return
    if data is None:
        raise DualuseError("--label-column needs a table: name the file to learn from")
    table = read_labelled(data, text_columns, label_column, file_format)
    if table.left_out:
        say(f"{table.left_out} rows without a text or a label are left out")
    model = fit_labels(table, model_name)

    def write(draft: Path) -> None:
        model.save(draft)
        write_card(draft, task=LABELS, name=model.name, digest=table.digest)

    write_whole(output, write, replace=force)
    count = len(model.classifier.questions)
    say(f"{output}: {model.name}, {count} labels from {len(table.texts)} texts")


def evaluate_models(
    *,
    data: Path | None,
    task: str | None,
    development: bool,
    label_column: str | None,
    text_columns: Sequence[str],
    file_format: str | None,
    as_json: bool,
    model_name: str | None,
    say: Say,
) -> None:
    """Print the reports of a model, or of all kinds of model, on labelled texts.

    Raises:
        DualuseError: the data or the model cannot be read, or their labels do not fit.
    """
    if label_column is not None:
        if data is None:
            raise DualuseError("--label-column needs a table: name the file to evaluate on")
        table = read_labelled(data, text_columns, label_column, file_format)
        reports = iter([evaluate_labels(_label_model(model_name or "linear", say), table)])
    elif development:
        reports = _on_development(data, _tasks(task), _kinds(model_name))
    else:
        reports = _on_evaluation(data, _tasks(task, model_name), model_name, say)
    for report in reports:
        sys.stdout.write((report.as_json() if as_json else report.as_text()) + "\n\n")


def _on_evaluation(
    corpus: Path | None, tasks: Sequence[str], model_name: str | None, say: Say
) -> Iterator[EvaluationReport]:
    names = [model_name] if model_name else list(CLASSIFIERS)
    for task in tasks:
        place = _corpus(corpus, task, evaluation=True) or store.corpus_folder()
        digest = store.corpus_digest(store.task_files(place, task, evaluation=True))
        texts = f"the evaluation set {digest[:8]}"
        for name in names:
            if task == "products":
                products = store.load_products(place, evaluation=True)
                yield evaluate_products(product_model(name, say), products, texts)
            else:
                documents = store.load_policy(place, evaluation=True)
                yield evaluate_policy(policy_model(name, say), documents, texts)


def _on_development(
    corpus: Path | None, tasks: Sequence[str], kinds: Sequence[str]
) -> Iterator[EvaluationReport]:
    texts = "held-out families and events of the training corpus"
    settings = {"name": "development", "lists": lists_version()}
    for task in tasks:
        place = _corpus(corpus, task)
        for kind in kinds:
            if task == "products":
                products = store.load_products(place)
                learn, hold = development_split(products)
                model = fit_products([products[i] for i in learn], kind=kind, **settings)
                yield evaluate_products(model, [products[i] for i in hold], f"{kind}, {texts}")
            else:
                documents = store.load_policy(place)
                learn, hold = development_split(documents)
                policy = fit_policy([documents[i] for i in learn], kind=kind, **settings)
                yield evaluate_policy(policy, [documents[i] for i in hold], f"{kind}, {texts}")


def _label_model(name: str, say: Say) -> LabelModel | ProductModel:
    if Path(name).is_dir() and read_manifest(Path(name)).get("task") == LABELS:
        return LabelModel.load(Path(name))
    return product_model(name, say)


def _tasks(task: str | None, model_name: str | None = None) -> Sequence[str]:
    if task:
        return (task,)
    if model_name and Path(model_name).is_dir():
        own = str(read_manifest(Path(model_name)).get("task"))
        if own not in TASKS:
            raise DualuseError(
                f"{model_name} is a model of a label set of its own: evaluate it on a table with "
                "--label-column"
            )
        return (own,)
    return TASKS


def _kinds(model_name: str | None) -> Sequence[str]:
    if model_name is None:
        return tuple(CLASSIFIERS)
    if model_name not in CLASSIFIERS:
        known = ", ".join(CLASSIFIERS)
        raise DualuseError(f"--development trains anew: --model is one of {known}")
    return (model_name,)


def _corpus(folder: Path | None, task: str, *, evaluation: bool = False) -> Path | None:
    if folder is None:
        return None
    if not store.task_files(folder, task, evaluation=evaluation):
        place = folder / "evaluation" / task if evaluation else folder / task
        raise DualuseError(
            f"{folder} is no corpus folder: {place}/*.jsonl is missing; for a table of your own "
            "name its --label-column"
        )
    return folder
