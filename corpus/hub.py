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
    from datasets import Dataset, DatasetDict, Features

TRAIN: Final = "train"
VALIDATION: Final = "validation"
TEST: Final = "test"


def dataset_dict(task: str, folder: Path | None = None) -> "DatasetDict":
    """The records of a task (`products` or `policy`) as splits `train`, `validation` and `test`.

    Validation holds out whole families or events of the training corpus; test is the evaluation
    set, which is never trained on, and empty where the folder has none.

    Raises:
        DualuseError: there is no such task, the folder holds no record of it or one with an unknown
            label, or the extra `train` (datasets) is not installed.
    """
    if task not in TASKS:
        raise DualuseError(f"there is no task {task!r}; choose one of {', '.join(TASKS)}")
    try:
        from datasets import DatasetDict
    except ImportError as fault:
        message = f"`datasets` is needed ({fault}): install it with `pip install '.[train]'`"
        raise DualuseError(message) from None
    load = load_products if task == "products" else load_policy
    records: Sequence[LabelledProduct | LabelledPolicy] = load(folder)
    if not records:
        raise DualuseError(f"{folder} holds no corpus of {task}: {task}/*.jsonl is needed")
    held_out = development_mask([record.group for record in records])
    splits: dict[str, Sequence[LabelledProduct | LabelledPolicy]] = {
        TRAIN: [r for r, held in zip(records, held_out, strict=True) if not held],
        VALIDATION: [r for r, held in zip(records, held_out, strict=True) if held],
        TEST: load(folder, evaluation=True),
    }
    features = features_of(task)
    return DatasetDict({name: _dataset(part, features) for name, part in splits.items()})


def features_of(task: str) -> "Features":
    """The `Features` of a task: names of classes where a field has a fixed set of them."""
    return _product_features() if task == "products" else _policy_features()


def _product_features() -> "Features":
    from datasets import ClassLabel, Features, List, Value

    text = Value("string")
    return Features(
        {
            "id": text,
            "text": text,
            "lang": ClassLabel(names=list(labels.LANGUAGES)),
            "category": ClassLabel(names=list(labels.CATEGORIES)),
            "relevance": ClassLabel(names=list(labels.RELEVANCE)),
            "codes": List(text),
            "regimes": List(ClassLabel(names=list(labels.REGIMES))),
            "family": text,
            "pair": text,
            "style": ClassLabel(names=list(labels.PRODUCT_STYLES)),
            "why": text,
            "source": text,
            "difficulty": text,
        }
    )


def _policy_features() -> "Features":
    from datasets import ClassLabel, Features, List, Value

    text = Value("string")
    return Features(
        {
            "id": text,
            "title": text,
            "text": text,
            "lang": ClassLabel(names=list(labels.LANGUAGES)),
            "form": ClassLabel(names=list(labels.POLICY_FORMS)),
            "issuer": text,
            "issuing_country": text,
            "date": text,
            "relevance": ClassLabel(names=list(labels.RELEVANCE)),
            "categories": List(ClassLabel(names=list(labels.LIST_CATEGORIES))),
            "scope": text,
            "measures": List(ClassLabel(names=[*labels.MEASURES, labels.NO_MEASURE])),
            "target_countries": List(text),
            "effective_date": text,
            "items": List(text),
            "codes": List(text),
            "legal_basis": List(text),
            "key_spans": List(List(Value("int64"))),
            "summary": text,
            "event": text,
            "parties": List({"name": text, "country": text, "list": text}),
            "dates": List({"role": text, "date": text}),
            "difficulty": text,
        }
    )


def _dataset(
    records: Sequence[LabelledProduct | LabelledPolicy], features: "Features"
) -> "Dataset":
    from datasets import Dataset

    for record in records:
        _check_labels(record, features)
    rows = [_plain(record) for record in records]
    # By columns, since `from_list` knows none where there is no row.
    columns = {name: [row[name] for row in rows] for name in features}
    return Dataset.from_dict(columns, features=features)


def _check_labels(record: LabelledProduct | LabelledPolicy, features: "Features") -> None:
    # `ClassLabel` takes an unknown word of digits for an index: category "5" would become "5.1".
    for name, feature in features.items():
        classes = getattr(getattr(feature, "feature", feature), "names", None)
        value = getattr(record, name)
        for word in value if isinstance(value, tuple) else (value,):
            if classes and word not in classes:
                known = ", ".join(classes)
                raise DualuseError(f"{record.id}: {name} {word!r} is none of {known}: mend it")


def _plain(record: LabelledProduct | LabelledPolicy) -> dict[str, Any]:
    return {
        name: [list(each) if isinstance(each, tuple) else each for each in value]
        if isinstance(value, tuple)
        else value
        for name, value in asdict(record).items()
    }
