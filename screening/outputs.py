"""Files that a command is to write: refused before any work, not after hours of it."""

import os
from collections.abc import Iterable
from pathlib import Path

from dualuse.corpus.errors import DualuseError


def check_target(path: Path, inputs: Iterable[Path] = (), *, overwrite: bool = False) -> None:
    """Nothing, if `path` can be written and loses nothing that the user has not given up.

    Raises:
        DualuseError: its folder is missing or may not be written to, it is no ordinary file or one
            of `inputs`, or it exists and `overwrite` is not set.
    """
    if path.is_dir():
        raise DualuseError(f"{path} is a folder; name a file to write to")
    if not path.parent.is_dir():
        raise DualuseError(f"{path} can't be written: make the folder {path.parent} first")
    if path.exists():
        _check_standing(path, inputs, overwrite=overwrite)
    own = os.access in os.supports_effective_ids
    if not os.access(path.parent, os.W_OK, effective_ids=own):
        raise DualuseError(f"{path.parent}: permission denied; check path and rights")


def _check_standing(path: Path, inputs: Iterable[Path], *, overwrite: bool) -> None:
    if not path.is_file():
        raise DualuseError(f"{path} is not an ordinary file; name another to write to")
    if path.resolve() in {each.resolve() for each in inputs}:
        raise DualuseError(f"{path} is the input itself; name another file to write to")
    if not overwrite:
        raise DualuseError(f"{path} exists; --force overwrites it")
