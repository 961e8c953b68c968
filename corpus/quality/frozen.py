"""The frozen evaluation set: its versions, and whether its texts are still those of the last."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dualuse.corpus import store
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.quality.findings import Finding

VERSIONS: Final = "versions.json"
_FIELDS: Final = {"version", "date", "digest", "products", "documents", "note"}


@dataclass(frozen=True, slots=True)
class EvaluationVersion:
    """A version of the evaluation set: when it was frozen, its digest, and how many texts it has.

    `digest` is that of `evaluation_digest`.
    """

    version: str
    date: str
    digest: str
    products: int
    documents: int
    note: str


def evaluation_versions(folder: Path | None = None) -> tuple[EvaluationVersion, ...]:
    """The versions of a corpus folder's evaluation set, oldest first; none where it has no list.

    Raises:
        DualuseError: the list of versions is not of its format.
    """
    path = (folder or store.corpus_folder()) / "evaluation" / VERSIONS
    if not path.exists():
        return ()
    try:
        entries = json.loads(path.read_text("utf-8"))["versions"]
        sound = all(set(entry) == _FIELDS for entry in entries)
    except (ValueError, RecursionError, KeyError, TypeError):
        entries, sound = [], False
    if not sound or not entries:
        raise DualuseError(
            f"{path} is no list of versions: an object is needed whose `versions` lists objects "
            f"with {', '.join(sorted(_FIELDS))}"
        )
    return tuple(EvaluationVersion(**entry) for entry in entries)


def evaluation_digest(folder: Path | None = None) -> str:
    """The SHA-256 that names the present texts of the evaluation set, of both tasks together."""
    place = folder or store.corpus_folder()
    return store.corpus_digest(
        [file for task in store.TASKS for file in store.task_files(place, task, evaluation=True)]
    )


def check_frozen(folder: Path, products: int, documents: int) -> list[Finding]:
    """A finding where the evaluation set is another than its last version says.

    A folder without versions has no frozen set, and no finding. `products` and `documents` are
    how many texts there are.
    """
    versions = evaluation_versions(folder)
    if not versions:
        return []
    last = versions[-1]
    name = f"evaluation {last.version}"
    findings = []
    if evaluation_digest(folder) != last.digest:
        message = f"the texts have changed since they were frozen: add a version to {VERSIONS}"
        findings.append(Finding(name, "frozen", message))
    if (products, documents) != (last.products, last.documents):
        message = f"has {products} products and {documents} documents, not those of its version"
        findings.append(Finding(name, "frozen", message))
    if len({each.version for each in versions}) < len(versions):
        findings.append(Finding(name, "frozen", "a version stands twice"))
    return findings
