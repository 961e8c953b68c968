"""One document out of a file, or out of a message or archive in it: runs in the child only."""

from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path, PurePath
from typing import BinaryIO, TypeAlias

from dualuse.corpus.documents.archive import Archive, is_word
from dualuse.corpus.documents.content import LARGEST, Content, Unreadable
from dualuse.corpus.documents.kinds import HEAD, document_kind
from dualuse.corpus.documents.mail import Mail

_LONGEST = 8_000_000  # characters of text; the longest control lists have two million
_DEEPEST = 3  # steps from the file, as of an attachment in a message in an archive
_MOST_ARCHIVES = 2

Trail: TypeAlias = tuple[int, ...]
"""The way to a member: its place in the file, or in the member that the steps before lead to."""


def parse(path: Path, trail: Trail = (), *, ocr: bool = False) -> Content:
    """The content of the file at `path`, or of a member of it.

    What holds other documents names them as `members`, in the order of their places, and an
    archive what it packs beside them.

    Raises:
        Unreadable: empty, too large, damaged, protected, or of a format that isn't read.
    """
    if len(trail) > _DEEPEST:
        raise Unreadable("packed too deeply (in over three files); unpack it and give the file")
    source, _, kind = _open(path, trail)
    if kind in {"zip", "mail"}:
        holder = _holder(path, trail)
        if isinstance(holder, Mail):
            return replace(holder.content(), members=holder.names)
        return Content("", members=holder.names, others=holder.others)
    content = _content(kind, _bytes(source), ocr=ocr)
    if len(content.text) > _LONGEST:
        raise Unreadable("has over 8 million characters, too long for one document; split it")
    return content


def _content(kind: str, data: bytes, *, ocr: bool) -> Content:
    # Each loads only the parser that it needs.
    if kind == "pdf":
        from dualuse.corpus.documents.pdf import read_pdf

        return read_pdf(data, ocr=ocr)
    if kind == "docx":
        from dualuse.corpus.documents.docx import read_docx

        return read_docx(data)
    if kind == "html":
        from dualuse.corpus.documents.html import read_html

        return read_html(data)
    from dualuse.corpus.documents.plain import read_markdown, read_text

    return read_markdown(data) if kind == "markdown" else read_text(data)


def _open(path: Path, trail: Trail) -> tuple[BinaryIO, PurePath, str]:
    """The document as a file at its beginning, its name and its kind."""
    source: BinaryIO
    if trail:
        holder = _holder(path, trail[:-1])
        source, name = BytesIO(holder.read(trail[-1])), PurePath(holder.names[trail[-1]])
    else:
        source, name = path.open("rb"), path
    head = source.read(HEAD)
    if not head.strip():
        raise Unreadable("the file is empty; fetch or save it again")
    kind = document_kind(head, name)
    if kind == "zip" and (is_word(source) or name.suffix.lower() == ".docx"):
        kind = "docx"
    source.seek(0)
    return source, name, kind


@lru_cache(maxsize=2 * _DEEPEST)  # members come one after the other
def _holder(path: Path, trail: Trail) -> Archive | Mail:
    """The archive or message at that place."""
    source, _, kind = _open(path, trail)
    if kind == "mail":
        return Mail(_bytes(source))
    around = [_holder(path, trail[:step]) for step in range(len(trail))]
    if sum(isinstance(each, Archive) for each in around) >= _MOST_ARCHIVES:
        raise Unreadable("an archive in an archive in an archive; unpack it and give the files")
    return Archive(source)


def _bytes(source: BinaryIO) -> bytes:
    data = source.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Unreadable("over 64 MiB, too large for one document; split it or save it as text")
    return data
