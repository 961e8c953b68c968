"""Standard input and output as files: what streams must still be read twice and written whole."""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from dualuse.corpus.errors import DualuseError

STREAM: Final = "-"


@contextmanager
def input_file(source: str, file_format: str | None) -> Iterator[Path]:
    """The path of an input; standard input is put into a temporary file.

    Raises:
        DualuseError: standard input comes without a format.
    """
    if source != STREAM:
        yield Path(source)
        return
    if not file_format:
        raise DualuseError("standard input has no name that tells its format: give it by --format")
    with TemporaryDirectory(prefix="dualuse-") as folder:
        path = Path(folder) / f"standard-input.{file_format}"
        with path.open("wb") as stream:
            shutil.copyfileobj(sys.stdin.buffer, stream)
        yield path


@contextmanager
def output_file(output: str | None, file_format: str) -> Iterator[Path]:
    """The path to write to; without one, a temporary file that then goes to standard output."""
    if output and output != STREAM:
        yield Path(output)
        return
    with TemporaryDirectory(prefix="dualuse-") as folder:
        path = Path(folder) / f"standard-output.{file_format}"
        yield path
        if path.exists():
            with path.open("rb") as stream:
                shutil.copyfileobj(stream, sys.stdout.buffer)
            sys.stdout.buffer.flush()
