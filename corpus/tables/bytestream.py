"""A table's bytes, unpacked if need be, with faults of the file said in a sentence."""

import gzip
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from dualuse.corpus.errors import DualuseError


def check_readable(path: Path) -> None:
    """Nothing, if `path` is a file that can be opened and holds something.

    Raises:
        DualuseError: there is no such file, it is a folder, may not be read, or is empty.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise DualuseError(f"{path} is not an ordinary file: give - to read standard input")
        with path.open("rb") as file:
            empty = not file.read(1)
    except FileNotFoundError:
        raise DualuseError(f"{path} does not exist: check the path") from None
    except IsADirectoryError:
        raise DualuseError(f"{path} is a folder: name a file in it") from None
    except PermissionError:
        raise DualuseError(f"{path} may not be read: ask for the right to read it") from None
    except (OSError, ValueError) as error:
        raise DualuseError(f"{path} can't be read ({error}): check path and disk") from None
    if empty:
        raise DualuseError(f"{path} is empty: give a file with at least a header")


@contextmanager
def open_bytes(path: Path, packed: bool) -> Iterator[IO[bytes] | gzip.GzipFile]:
    """An open stream of the file's bytes, those inside if it is `packed` with gzip.

    Raises:
        DualuseError: what is read turns out to be damaged gzip, or the disk fails.
    """
    try:
        with path.open("rb") as raw:
            if packed:
                with gzip.GzipFile(fileobj=raw, mode="rb") as unpacked:
                    yield unpacked
            else:
                yield raw
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise DualuseError(f"{path} is damaged gzip ({error}): pack it again") from None
    except OSError as error:
        raise DualuseError(f"{path} can't be read ({error}): check path and disk") from None
