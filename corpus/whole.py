"""Files that are there whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dualuse.corpus.errors import DualuseError

# The faults of a disk or its rights; others are not of the writing, and keep their traceback.
_OURS = frozenset(
    getattr(errno, name)
    for name in ("ENOSPC", "EDQUOT", "EFBIG", "EACCES", "EPERM", "EROFS", "EIO", "ENAMETOOLONG")
    if hasattr(errno, name)
)


@contextmanager
def written_whole(path: Path) -> Iterator[Path]:
    """A path to write to; what stands there at the end becomes `path` in one step.

    It lies in the same folder, is flushed to the disk before it is renamed, and is removed on
    any failure or interrupt, when `path` stays as it was.

    Raises:
        DualuseError: the folder is missing, may not be written to, or is full, or `path` is no
            ordinary file.
    """
    with _told(path):
        target = _target(path)
        partial = target.with_name(f".dualuse-{os.urandom(6).hex()}.part")
        try:
            # Made here, so that the rights are those of any new file of the user's.
            os.close(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
            yield partial
            _sync(partial)
            partial.replace(target)
        finally:
            partial.unlink(missing_ok=True)
        _sync_folder(target.parent)


def write_text_whole(path: Path, text: str) -> None:
    """Write a text file in UTF-8, whole or not at all.

    A lone surrogate, as in a name that is not UTF-8, is spelt out, which in JSON is its escape.

    Raises:
        DualuseError: as `written_whole`.
    """
    with written_whole(path) as partial:
        partial.write_text(text, "utf-8", errors="backslashreplace", newline="\n")


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno not in _OURS:
            raise
        reason = error.strerror
        raise DualuseError(f"{path} can't be written ({reason}): check folder and disk") from None


def _target(path: Path) -> Path:
    target = path.resolve()  # a link is kept, and what it leads to replaced
    if target.exists() and not target.is_file():
        raise DualuseError(f"{path} is not an ordinary file: name another to write to")
    if not target.parent.is_dir():
        raise DualuseError(f"{path} can't be written: make the folder {path.parent} first")
    return target


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # opens no folders
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
