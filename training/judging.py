"""What models say of the texts that the options of `evaluate` ask for."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.frozen import evaluation_digest, evaluation_versions
from dualuse.corpus.say import Say
from dualuse.corpus.version import lists_version
from dualuse.models.labels import TASK as LABELS
from dualuse.models.labels import LabelModel
from dualuse.models.persistence import read_manifest
from dualuse.models.products import ProductModel
from dualuse.training.default import named_corpus, policy_model, product_model
from dualuse.training.evaluate import development_split, judge_policy, judge_products
from dualuse.training.evaluate_options import EvaluateOptions, kinds
from dualuse.training.fit import CLASSIFIERS, fit_policy, fit_products
from dualuse.training.judged import Judged
from dualuse.training.report import EvaluationReport
from dualuse.training.tabular import judge_labels, read_table
from dualuse.training.transfer import transfer

_TASKS: Final = ("products", "policy")


def judge_models(options: EvaluateOptions, model_name: str | None, say: Say) -> Iterator[Judged]:
    """What a model, or each kind of model, says of the texts that are asked for, task by task.

    Raises:
        DualuseError: the texts or a model cannot be read, or their labels do not fit.
    """
    if options.label_column is not None:
        columns, kind = options.text_columns, options.file_format
        table = read_table(options.data, columns, options.label_column, kind, say)
        return iter([judge_labels(_label_model(model_name or "linear", say), table)])
    if options.development:
        tasks = [options.task] if options.task else _tasks(options.data, evaluation=False)
        return _on_development(options.data, tasks, kinds(model_name))
    own = [options.task] if options.task else _own_task(options.model_name)
    asked = own or _tasks(options.data, evaluation=True)
    return _on_evaluation(options.data, asked, model_name, say)


def judge_transfer(options: EvaluateOptions, language: str, say: Say) -> Iterator[EvaluationReport]:
    """The figures on texts in a language, of linear models trained with it and without, by task.

    Raises:
        DualuseError: the corpus cannot be read, or has no texts in the language.
    """
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
    corpus: Path | None, tasks: Sequence[str], kinds_asked: Sequence[str]
) -> Iterator[Judged]:
    texts = "held-out families and events of the training corpus"
    settings: dict[str, Any] = {"name": "development", "lists": lists_version()}
    for task in tasks:
        place = named_corpus(corpus, task)
        for kind in kinds_asked:
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


def _label_model(name: str, say: Say) -> LabelModel | ProductModel:
    if Path(name).is_dir() and read_manifest(Path(name)).get("task") == LABELS:
        return LabelModel.load(Path(name))
    return product_model(name, say)


def _own_task(model_name: str | None) -> Sequence[str]:
    if model_name is None or not Path(model_name).is_dir():
        return ()
    task = str(read_manifest(Path(model_name)).get("task"))
    if task not in _TASKS:
        raise DualuseError(
            f"{model_name} is a model of a label set of its own: evaluate it on a table with "
            "--label-column"
        )
    return (task,)


def _tasks(corpus: Path | None, *, evaluation: bool) -> Sequence[str]:
    place = corpus or store.corpus_folder()
    return [t for t in _TASKS if store.task_files(place, t, evaluation=evaluation)] or _TASKS
