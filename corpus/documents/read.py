"""Documents read from files: what a policy analyst has in a folder."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Self

from dualuse.corpus.documents.content import Content, Unreadable
from dualuse.corpus.documents.kinds import ENDINGS, HEAD, document_kind
from dualuse.corpus.documents.plain import read_markdown, read_text
from dualuse.corpus.documents.worker import WALL_SECONDS, Worker
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.language import detect_language
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences

LARGEST = 64 << 20  # bytes of a file


class DocumentReader:
    """Reads any number of documents, with one child process for the hostile formats.

    A context manager: `with DocumentReader() as reader: reader.read(path)`.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._worker = Worker(wall_seconds)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._worker.close()

    def read(self, path: Path) -> PolicyDocument:
        """The document in the file; offsets of its sentences count in its text.

        Raises:
            DualuseError: missing, empty, too large, damaged, protected, scanned, or of a format
                other than text, Markdown, HTML, PDF and DOCX.
        """
        try:
            content = self._content(path)
        except Unreadable as refusal:
            raise DualuseError(f"{path}: {refusal}") from None
        except OSError as error:
            raise DualuseError(f"{path}: {_fault(error)}") from None
        if not content.text.strip():
            raise DualuseError(f"{path}: there is no text in it; check the file in a viewer")
        language = detect_language(content.text)
        return PolicyDocument(
            title=content.title,
            text=content.text,
            sentences=split_sentences(content.text, language),
            language=language,
            path=str(path),
            date=content.date,
        )

    def _content(self, path: Path) -> Content:
        if path.is_dir():
            raise Unreadable("a folder, not a document; give the files in it")
        with path.open("rb") as file:
            head = file.read(HEAD)
            if not head.strip():
                raise Unreadable("the file is empty; fetch or save it again")
            kind = document_kind(head, path)
            data = head + file.read(LARGEST + 1 - len(head))
        if len(data) > LARGEST:
            raise Unreadable("over 64 MiB, too large for one document; split it or save it as text")
        if kind == "text":
            return read_text(data)
        return read_markdown(data) if kind == "markdown" else self._worker.parse(kind, path)


def read_document(path: Path) -> PolicyDocument:
    """The document in a text, Markdown, HTML, PDF or DOCX file.

    For more than one, `DocumentReader` saves the start of a process each.

    Raises:
        DualuseError: the file can't be read; the sentence names it and says what to do.
    """
    with DocumentReader() as reader:
        return reader.read(path)


def find_documents(paths: Iterable[Path]) -> list[Path]:
    """The files as given, and in place of each folder the documents in it, sorted.

    In folders only files with a known ending count; hidden files and folders are passed over.

    Raises:
        DualuseError: a path that does not exist, or a folder that may not be read.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise DualuseError(f"{path}: no such file or folder; check the path")
        found.update(dict.fromkeys(_walk(path) if path.is_dir() else [path]))
    return list(found)


def _walk(folder: Path) -> list[Path]:
    documents = []
    for parent, folders, files in os.walk(folder, onerror=_refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        documents += [
            Path(parent, name)
            for name in files
            if Path(name).suffix.lower() in ENDINGS and not name.startswith((".", "~$"))
        ]
    return sorted(documents)


def _refuse(error: OSError) -> None:
    raise DualuseError(f"{error.filename}: {_fault(error)}")


def _fault(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; change its permissions, or copy it"
    return f"could not be read ({error.strerror or error}); copy it to a local disk and try again"
