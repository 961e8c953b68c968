"""Models on disk: a folder with a JSON manifest and safetensors, and no code."""

import errno
import hashlib
import json
import lzma
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load, save

from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError

MANIFEST: Final = "manifest.json"
TENSORS: Final = "model.safetensors"
FORMAT_VERSION: Final = 3

_LARGEST_MANIFEST: Final = 256 * 2**20
_LARGEST_TENSORS: Final = 4 * 2**30
_BAD_ARCHIVE: Final = (lzma.LZMAError, zipfile.BadZipFile)
_TAKEN: Final = frozenset({errno.ENOTEMPTY, errno.EEXIST})

Tensors = Mapping[str, NDArray[Any]]

Place: TypeAlias = Path | zipfile.Path
"""A model folder on disk, or one within an archive."""


def write_parts(folder: Path, manifest: Mapping[str, Any], tensors: Tensors) -> None:
    """Write manifest and tensors into an existing folder; the manifest pins the tensors' digest."""
    # Not `save_file`: that hides a full disk behind an error of its own, and others cannot read it.
    data = save({name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()})
    (folder / TENSORS).write_bytes(data)
    pinned = {
        "format_version": FORMAT_VERSION,
        **manifest,
        "tensors_sha256": file_digest(folder / TENSORS),
    }
    # Without spaces: of a model with many words they are a hundredth of what it weighs.
    text = json.dumps(pinned, ensure_ascii=False, separators=(",", ":"))
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def read_manifest(folder: Place) -> dict[str, Any]:
    """The manifest of a model folder.

    Raises:
        DualuseError: it is no model folder, or of a format that this version cannot read.
    """
    path = folder / MANIFEST
    try:
        if _size(path) > _LARGEST_MANIFEST:
            raise DualuseError(f"{path} is too large for a manifest; is it a model folder of ours?")
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, KeyError, ValueError, RecursionError, *_BAD_ARCHIVE) as fault:
        message = f"{folder} is no model folder: its {MANIFEST} cannot be read ({_reason(fault)})"
        raise DualuseError(message) from None
    version = manifest.get("format_version") if isinstance(manifest, dict) else None
    if version != FORMAT_VERSION:
        raise DualuseError(
            f"{path} has format version {version!r}, this program reads {FORMAT_VERSION}; "
            "train the model again"
        )
    return dict(manifest)


def read_parts(folder: Place) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Manifest and tensors of a model folder, the tensors checked against the pinned digest.

    Raises:
        DualuseError: a file is missing, damaged or not what the manifest says.
    """
    manifest = read_manifest(folder)
    path = folder / TENSORS
    data = read_bytes(path)
    if hashlib.sha256(data).hexdigest() != manifest.get("tensors_sha256"):
        raise DualuseError(
            f"{path} is damaged: its digest is not the manifest's; delete {folder} and train "
            "the model again"
        )
    try:
        return manifest, load(data)
    except (SafetensorError, TypeError, AttributeError, KeyError, ValueError) as fault:
        # All but the first: a type of number that numpy lacks.
        message = f"{path} cannot be read ({_reason(fault)}); delete {folder} and train again"
        raise DualuseError(message) from None


def read_bytes(path: Place) -> bytes:
    """The content of one file of a model folder.

    Raises:
        DualuseError: it is missing, cannot be read, or is larger than any model of ours.
    """
    try:
        if _size(path) > _LARGEST_TENSORS:
            raise DualuseError(f"{path} is larger than any model of ours; it is not read")
        return path.read_bytes()
    except (OSError, KeyError, *_BAD_ARCHIVE) as fault:
        message = f"{path} cannot be read ({_reason(fault)}); delete the model and train again"
        raise DualuseError(message) from None


def _size(path: Place) -> int:
    if isinstance(path, zipfile.Path):
        return path.root.getinfo(path.at).file_size
    return path.stat().st_size


@contextmanager
def sound_parts(folder: Place) -> Iterator[None]:
    """A block that puts a model together from the parts of `folder`.

    Raises:
        DualuseError: in the block a part was missing or of another type or shape than it must be.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as fault:
        reason = f"it lacks {fault}" if isinstance(fault, KeyError) else _reason(fault)
        raise DualuseError(
            f"{folder} holds a damaged model ({reason}); delete it and train the model again"
        ) from None


def write_whole(folder: Path, write: Callable[[Path], None], *, replace: bool = False) -> None:
    """Let `write` fill a temporary folder beside `folder`, then put it in place in one step.

    A failure leaves what was there before; so does a kill, with a hidden draft beside it (between
    the two renames of a replacement, the old folder too is a hidden one). Where two processes
    write the same folder, the first wins, unless `replace` is set.

    Raises:
        DualuseError: the folder cannot be written.
    """
    place = folder.resolve()
    draft = _beside(place)
    try:
        draft.mkdir(parents=True)
        write(draft)
        _put(draft, place, replace=replace)
    except OSError as fault:
        raise DualuseError(
            f"{folder} cannot be written ({_reason(fault)}); check disk and rights"
        ) from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _put(draft: Path, folder: Path, *, replace: bool) -> None:
    try:
        draft.rename(folder)
    except OSError as fault:
        if fault.errno not in _TAKEN:
            raise
        if replace:
            _replace(draft, folder)
        elif not (folder / MANIFEST).exists():
            raise
        # Else another process was faster: its result is as good as ours.


def _replace(draft: Path, folder: Path) -> None:
    old = _beside(folder)
    with suppress(FileNotFoundError):  # another process is replacing it too
        folder.rename(old)
    try:
        _put(draft, folder, replace=True)
    except OSError:
        with suppress(OSError):
            old.rename(folder)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(folder: Path) -> Path:
    # Not mkdtemp's: its folders are closed to everyone else, also after they are renamed.
    return folder.with_name(f".{folder.name}.{os.urandom(6).hex()}")


def _reason(fault: Exception) -> str:
    return (getattr(fault, "strerror", None) or str(fault) or type(fault).__name__).lower()
