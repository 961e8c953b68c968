import json
import sys
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.hub import dataset_dict, features_of
from dualuse.corpus.records import LabelledDate, LabelledParty, LabelledPolicy, LabelledProduct
from dualuse.corpus.splits import development_mask
from dualuse.corpus.store import load_policy, load_products

PRODUCT: dict[str, Any] = {
    "id": "6-1",
    "text": "LWIR thermal core",
    "lang": "en",
    "category": "6",
    "relevance": "high",
    "codes": ["6A003"],
    "regimes": ["EU", "US"],
    "family": "thermal-core",
    "pair": None,
    "style": "erp",
    "why": "focal plane array",
}


def corpus_of(folder: Path, **changes: Any) -> Path:
    (folder / "products").mkdir()
    (folder / "products" / "6.jsonl").write_text(json.dumps({**PRODUCT, **changes}))
    return folder


def named(row: dict[str, Any], task: str, field: str) -> Any:
    feature = features_of(task)[field]
    value = row[field]
    return feature.int2str(value) if isinstance(value, int) else feature.feature.int2str(value)


def test_splits_hold_every_record_once() -> None:
    pytest.importorskip("datasets")
    splits = dataset_dict("products")
    training = load_products()
    held_out = development_mask([product.family for product in training])
    assert {name: part["id"] for name, part in splits.items()} == {
        "train": [p.id for p, held in zip(training, held_out, strict=True) if not held],
        "validation": [p.id for p, held in zip(training, held_out, strict=True) if held],
        "test": [p.id for p in load_products(evaluation=True)],
    }


def test_documents_of_an_event_stay_together() -> None:
    pytest.importorskip("datasets")
    splits = dataset_dict("policy")
    assert set(splits["train"]["event"]).isdisjoint(splits["validation"]["event"])


def test_product_comes_back_as_it_was() -> None:
    pytest.importorskip("datasets")
    rows = dataset_dict("products")["test"]
    classes = ("lang", "category", "relevance", "regimes", "style")
    for row, product in zip(rows, load_products(evaluation=True), strict=True):
        words = {name: named(row, "products", name) for name in classes}
        whole = {**row, **words, "codes": tuple(row["codes"]), "regimes": tuple(words["regimes"])}
        assert LabelledProduct(**whole) == product


def test_document_comes_back_as_it_was() -> None:
    pytest.importorskip("datasets")
    rows = dataset_dict("policy")["test"]
    lists = ("target_countries", "items", "codes", "legal_basis")
    for row, document in zip(rows, load_policy(evaluation=True), strict=True):
        words = {name: named(row, "policy", name) for name in ("lang", "form", "relevance")}
        words |= {name: tuple(named(row, "policy", name)) for name in ("categories", "measures")}
        words |= {name: tuple(row[name]) for name in lists}
        words["key_spans"] = tuple((start, end) for start, end in row["key_spans"])
        for name, part in (("parties", LabelledParty), ("dates", LabelledDate)):
            words[name] = tuple(part(**each) for each in row[name])
        assert LabelledPolicy(**{**row, **words}) == document


def test_folder_without_evaluation_has_an_empty_test_split(tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    splits = dataset_dict("products", corpus_of(tmp_path))
    assert sum(part.num_rows for part in splits.values()) == 1
    assert splits["test"].num_rows == 0
    assert splits["test"].features == splits["train"].features


@pytest.mark.parametrize(
    ("field", "value", "word"),
    [("lang", "ko", "ko"), ("regimes", ["EU", "RU"], "RU"), ("category", "5", "5")],
)
def test_unknown_label_is_one_sentence(
    tmp_path: Path, field: str, value: str | list[str], word: str
) -> None:
    pytest.importorskip("datasets")
    with pytest.raises(DualuseError, match=f"^6-1: {field} '{word}' is none of "):
        dataset_dict("products", corpus_of(tmp_path, **{field: value}))


def test_folder_without_records_is_one_sentence(tmp_path: Path) -> None:
    pytest.importorskip("datasets")
    with pytest.raises(DualuseError, match=r"holds no corpus of policy: policy/\*\.jsonl"):
        dataset_dict("policy", corpus_of(tmp_path))


def test_unknown_task_is_one_sentence() -> None:
    with pytest.raises(DualuseError, match="no task 'product'; choose one of products, policy"):
        dataset_dict("product")


def test_missing_datasets_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "datasets", None)
    with pytest.raises(DualuseError, match=r"pip install '\.\[train\]'"):
        dataset_dict("products")
