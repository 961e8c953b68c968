"""Standard input and output as files: what streams must still be read twice and written whole."""

import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dualuse.corpus.charset import decode
from dualuse.corpus.documents.find import FoundFiles, find_documents
from dualuse.corpus.documents.read import DocumentReader, Found, PassedOver, Unread
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.tables import formats

STREAM: Final = "-"
_INPUT: Final = "standard input"


@contextmanager
def input_file(source: str, file_format: str | None) -> Iterator[Path]:
    """The path of an input table; standard input is put into a temporary file.

    Raises:
        DualuseError: standard input comes without a format, or with an unknown one.
    """
    if source != STREAM:
        yield Path(source)
        return
    if not file_format:
        raise DualuseError("standard input has no name that tells its format: give it by --format")
    name = f"standard-input.{formats.input_format(Path(), file_format)}"
    with _standard_input(name) as path, _said_as(_INPUT, path):
        yield path


@contextmanager
def output_file(output: str | None, file_format: str | None) -> Iterator[Path]:
    """The path to write to; without one, a temporary file that then goes to standard output.

    Raises:
        DualuseError: the format is needed, for standard output, and unknown.
    """
    if output and output != STREAM:
        yield Path(output)
        return
    with TemporaryDirectory(prefix="dualuse-") as folder:
        path = Path(folder) / f"standard-output.{formats.output_format(Path(), file_format)}"
        with _said_as("standard output", path):
            yield path
        with path.open("rb") as stream:
            shutil.copyfileobj(stream, sys.stdout.buffer)
        sys.stdout.buffer.flush()


def input_text(argument: str) -> str:
    """The argument itself; for `-` the text of standard input, whatever its encoding."""
    return decode(sys.stdin.buffer.read()) if argument == STREAM else argument


def input_documents(paths: Iterable[Path]) -> FoundFiles:
    """The documents that the paths stand for; `-`, standard input, is one, and the last.

    Raises:
        DualuseError: a path does not exist, or a folder may not be read.
    """
    named = list(paths)
    found = find_documents(path for path in named if not _is_stream(path))
    stream = [Path(STREAM)] if any(map(_is_stream, named)) else []
    return replace(found, documents=[*found.documents, *stream])


def read_input(reader: DocumentReader, path: Path) -> PolicyDocument:
    """The document in a file, or for `-` that on standard input.

    Raises:
        DualuseError: it can't be read; the sentence names it.
    """
    if not _is_stream(path):
        return reader.read(path)
    with _standard_input(STREAM) as copy, _said_as(_INPUT, copy):
        return replace(reader.read(copy), path=STREAM)


def read_inputs(
    reader: DocumentReader, paths: Iterable[Path]
) -> Iterator[tuple[Path, list[Found]]]:
    """Each path with the documents in its file, or for `-` those on standard input."""
    named = list(paths)
    if not any(map(_is_stream, named)):
        yield from reader.read_ahead(named)
        return
    with _standard_input(STREAM) as copy:
        for path, found in reader.read_ahead(copy if _is_stream(path) else path for path in named):
            if path == copy:
                yield Path(STREAM), [_as_stream(each, copy) for each in found]
            else:
                yield path, found


def _as_stream(found: Found, copy: Path) -> Found:
    """What was found in the copy of standard input, under the name of the latter."""
    name = str(found.path).replace(str(copy), STREAM)
    if isinstance(found, Unread):
        return Unread(Path(name), found.reason.replace(str(copy), _INPUT))
    if isinstance(found, PassedOver):
        return PassedOver(Path(name))
    return replace(found, path=name)


@contextmanager
def _said_as(name: str, copy: Path) -> Iterator[None]:
    """Have faults of a stream's copy name the stream: the user knows of no such file."""
    try:
        yield
    except DualuseError as fault:
        raise type(fault)(str(fault).replace(str(copy), name)) from None


@contextmanager
def _standard_input(name: str) -> Iterator[Path]:
    with TemporaryDirectory(prefix="dualuse-") as folder:
        path = Path(folder) / name
        with path.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield path


def _is_stream(path: Path) -> bool:
    return str(path) == STREAM
