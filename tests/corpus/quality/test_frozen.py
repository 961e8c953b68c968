import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.check import check_corpus
from dualuse.corpus.quality.frozen import (
    EvaluationVersion,
    check_frozen,
    evaluation_digest,
    evaluation_versions,
)
from dualuse.corpus.records import LabelledProduct


@pytest.fixture
def frozen(corpus_of: Callable[..., Path], product: LabelledProduct) -> Path:
    """A corpus whose evaluation set of one product is frozen as 1.0."""
    seen = replace(product, id="6-2", family="other", text="Five-axis machining centre")
    folder = corpus_of(products=[seen], evaluation_products=[product])
    freeze(folder, version("1.0", evaluation_digest(folder)))
    return folder


def version(name: str, digest: str, **changes: Any) -> dict[str, Any]:
    entry = {"version": name, "date": "2026-11-24", "digest": digest, "products": 1}
    return {**entry, "documents": 0, "note": "first", **changes}


def freeze(folder: Path, *versions: Any) -> None:
    path = folder / "evaluation" / "versions.json"
    path.write_text(json.dumps({"versions": versions}), "utf-8")


def test_frozen_texts_as_they_were(frozen: Path) -> None:
    assert check_corpus(frozen).findings == ()
    (entry,) = evaluation_versions(frozen)
    assert entry == EvaluationVersion("1.0", "2026-11-24", entry.digest, 1, 0, "first")


def test_one_changed_byte_is_found(frozen: Path) -> None:
    path = frozen / "evaluation" / "products" / "all.jsonl"
    path.write_text(path.read_text("utf-8").replace("60 Hz", "61 Hz"), "utf-8")
    (finding,) = check_corpus(frozen).findings
    assert (finding.record, finding.rule) == ("evaluation 1.0", "frozen")
    assert finding.message.endswith("add a version to versions.json")


def test_a_new_version_makes_a_change_sound(frozen: Path) -> None:
    path = frozen / "evaluation" / "products" / "all.jsonl"
    old = evaluation_digest(frozen)
    path.write_text(path.read_text("utf-8").replace("60 Hz", "61 Hz"), "utf-8")
    freeze(frozen, version("1.0", old), version("1.1", evaluation_digest(frozen)))
    assert check_corpus(frozen).findings == ()


def test_counts_and_names_of_versions_are_checked(frozen: Path) -> None:
    digest = evaluation_digest(frozen)
    freeze(frozen, version("1.0", digest), version("1.0", digest, documents=3))
    messages = [finding.message for finding in check_frozen(frozen, 1, 0)]
    assert messages == [
        "has 1 products and 0 documents, not those of its version",
        "a version stands twice",
    ]


def test_a_corpus_without_versions_is_not_frozen(tmp_path: Path) -> None:
    assert evaluation_versions(tmp_path) == ()
    assert check_frozen(tmp_path, 5, 5) == []


@pytest.mark.parametrize(
    "content",
    ["", "[]", "{}", '{"versions": []}', '{"versions": 3}', '{"versions": [{"version": "1"}]}'],
)
def test_bad_versions_are_one_sentence(tmp_path: Path, content: str) -> None:
    (tmp_path / "evaluation").mkdir()
    path = tmp_path / "evaluation" / "versions.json"
    path.write_text(content)
    with pytest.raises(DualuseError) as error:
        evaluation_versions(tmp_path)
    assert str(error.value).startswith(f"{path} is no list of versions: an object is needed")
