"""The corpus as a Hugging Face `DatasetDict`, for training with `datasets` and `transformers`."""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from dualuse.corpus import labels
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.splits import development_mask
from dualuse.corpus.store import TASKS, load_policy, load_products

if TYPE_CHECKING:
    from datasets import DatasetDict, Features

TRAIN: Final = "train"
VALIDATION: Final = "validation"
TEST: Final = "test"


def dataset_dict(task: str, folder: Path | None = None) -> "DatasetDict":
    """The records of a task (`products` or `policy`) as splits `train`, `validation` and `test`.

    Validation holds out whole families or events of the training corpus; test is the evaluation
    set, which is never trained on.

    Raises:
        DualuseError: there is no such task, or the extra `train` (datasets) is not installed.
    """
    if task not in TASKS:
        raise DualuseError(f"there is no task {task!r}; choose one of {', '.join(TASKS)}")
    try:
        from datasets import Dataset, DatasetDict
    except ImportError:
        message = "this needs `datasets`: install it with `pip install 'dualuse[train]'`"
        raise DualuseError(message) from None
    load = load_products if task == "products" else load_policy
    records, tests = load(folder), load(folder, evaluation=True)
    held_out = development_mask([record.group for record in records])
    splits: dict[str, Sequence[LabelledProduct | LabelledPolicy]] = {
        TRAIN: [r for r, held in zip(records, held_out, strict=True) if not held],
        VALIDATION: [r for r, held in zip(records, held_out, strict=True) if held],
        TEST: tests,
    }
    features = features_of(task)
    return DatasetDict(
        {
            name: Dataset.from_list([_plain(record) for record in part], features=features)
            for name, part in splits.items()
        }
    )


def features_of(task: str) -> "Features":
    """The `Features` of a task: names of classes where a field has a fixed set of them."""
    from datasets import ClassLabel, Features, List, Value

    text = Value("string")
    languages = ClassLabel(names=list(labels.LANGUAGES))
    relevance = ClassLabel(names=list(labels.RELEVANCE))
    if task == "products":
        return Features(
            {
                "id": text,
                "text": text,
                "lang": languages,
                "category": ClassLabel(names=list(labels.CATEGORIES)),
                "relevance": relevance,
                "codes": List(text),
                "regimes": List(ClassLabel(names=list(labels.REGIMES))),
                "family": text,
                "pair": text,
                "style": ClassLabel(names=list(labels.PRODUCT_STYLES)),
                "why": text,
                "source": text,
            }
        )
    measures = [*labels.MEASURES, labels.NO_MEASURE]
    return Features(
        {
            "id": text,
            "title": text,
            "text": text,
            "lang": languages,
            "form": ClassLabel(names=list(labels.POLICY_FORMS)),
            "issuer": text,
            "issuing_country": text,
            "date": text,
            "relevance": relevance,
            "categories": List(ClassLabel(names=list(labels.LIST_CATEGORIES))),
            "scope": text,
            "measures": List(ClassLabel(names=measures)),
            "target_countries": List(text),
            "effective_date": text,
            "items": List(text),
            "codes": List(text),
            "legal_basis": List(text),
            "key_spans": List(List(Value("int64"))),
            "summary": text,
            "event": text,
        }
    )


def _plain(record: LabelledProduct | LabelledPolicy) -> dict[str, Any]:
    return {
        name: [list(each) if isinstance(each, tuple) else each for each in value]
        if isinstance(value, tuple)
        else value
        for name, value in asdict(record).items()
    }
