"""The documents in folders, in a lasting order."""

import os
from collections.abc import Iterable
from pathlib import Path

from dualuse.corpus.documents.kinds import is_document_name, printable
from dualuse.corpus.errors import DualuseError


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """The files as given, and in place of each folder the documents in it, sorted.

    In folders only files with the ending of a document count; hidden files and folders are passed
    over. A folder that may not be listed stands for itself, so that reading it tells why.

    Raises:
        DualuseError: a path that does not exist.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists() and not path.is_symlink():
            raise DualuseError(f"{printable(str(path))}: no such file or folder; check the path")
        found.update(dict.fromkeys(_walk(path) if path.is_dir() else [path]))
    return list(found)


def _walk(folder: Path) -> list[Path]:
    documents = []
    unlisted: list[Path] = []

    def remember(error: OSError) -> None:
        unlisted.append(Path(str(error.filename)))

    for parent, folders, files in os.walk(folder, onerror=remember):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        documents += [Path(parent, name) for name in files if is_document_name(Path(name))]
    return sorted([*documents, *unlisted])
