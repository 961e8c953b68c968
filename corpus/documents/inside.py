"""Names of documents inside others: `FILE!MEMBER`, as in `notices.zip!2026/no1.pdf`."""

from contextlib import suppress
from pathlib import Path
from typing import Final

INSIDE: Final = "!"
"""Stands between a file and the member of it that is meant."""


def outermost(path: Path) -> Path:
    """The file itself of `FILE!MEMBER`, where no file has that whole name."""
    file, _, member = str(path).partition(INSIDE)
    return Path(file) if member and not _is_there(path) and Path(file).is_file() else path


def _is_there(path: Path) -> bool:
    with suppress(OSError):  # the name of a member may be too long for one of a file
        return path.exists()
    return False
