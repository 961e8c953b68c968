"""The documents in folders, in a lasting order."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dualuse.corpus.documents.inside import outermost
from dualuse.corpus.documents.kinds import is_document_name, is_hidden, printable
from dualuse.corpus.errors import DualuseError


@dataclass(frozen=True, slots=True)
class FoundFiles:
    """The documents to read, and the files of other kinds that lay in the folders beside them."""

    documents: list[Path]
    others: list[Path]


def find_documents(paths: Iterable[Path]) -> FoundFiles:
    """The files as given, members of files too, and in place of each folder its documents, sorted.

    In folders only files with the ending of a document count; hidden files and folders are passed
    over. A folder that may not be listed stands for itself, so that reading it tells why.

    Raises:
        DualuseError: a path that does not exist.
    """
    documents: dict[Path, None] = {}
    others: dict[Path, None] = {}
    for path in paths:
        if not outermost(path).exists() and not path.is_symlink():
            raise DualuseError(f"{printable(str(path))}: no such file or folder; check the path")
        found = _walk(path) if path.is_dir() else FoundFiles([path], [])
        documents.update(dict.fromkeys(found.documents))
        others.update(dict.fromkeys(found.others))
    return FoundFiles(list(documents), [path for path in others if path not in documents])


def _walk(folder: Path) -> FoundFiles:
    documents: list[Path] = []
    others: list[Path] = []

    def remember(error: OSError) -> None:
        documents.append(Path(str(error.filename)))

    for parent, folders, files in os.walk(folder, onerror=remember):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for path in (Path(parent, name) for name in files):
            if is_document_name(path):
                documents.append(path)
            elif not is_hidden(path):
                others.append(path)
    return FoundFiles(sorted(documents), sorted(others))
