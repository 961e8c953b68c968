"""Models on disk: a folder with a JSON manifest and safetensors, and no code."""

import hashlib
import json
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from dualuse.corpus.errors import DualuseError

MANIFEST: Final = "manifest.json"
TENSORS: Final = "model.safetensors"
FORMAT_VERSION: Final = 1

_LARGEST_MANIFEST: Final = 256 * 2**20
_LARGEST_TENSORS: Final = 4 * 2**30

Tensors = Mapping[str, NDArray[Any]]


def write_parts(folder: Path, manifest: Mapping[str, Any], tensors: Tensors) -> None:
    """Write manifest and tensors into an existing folder; the manifest pins the tensors' digest."""
    save_file(
        {name: np.ascontiguousarray(tensor) for name, tensor in tensors.items()}, folder / TENSORS
    )
    pinned = {
        "format_version": FORMAT_VERSION,
        **manifest,
        "tensors_sha256": _sha256(folder / TENSORS),
    }
    text = json.dumps(pinned, ensure_ascii=False, indent=1)
    (folder / MANIFEST).write_text(text + "\n", "utf-8")


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a model folder.

    Raises:
        DualuseError: it is no model folder, or of a format that this version cannot read.
    """
    path = folder / MANIFEST
    try:
        if path.stat().st_size > _LARGEST_MANIFEST:
            raise DualuseError(f"{path} is too large for a manifest; is it a model folder of ours?")
        manifest = json.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, json.JSONDecodeError) as fault:
        message = f"{folder} is no model folder: its {MANIFEST} cannot be read ({_reason(fault)})"
        raise DualuseError(message) from None
    version = manifest.get("format_version") if isinstance(manifest, dict) else None
    if version != FORMAT_VERSION:
        raise DualuseError(
            f"{path} has format version {version!r}, this program reads {FORMAT_VERSION}; "
            "train the model again"
        )
    return dict(manifest)


def read_parts(folder: Path) -> tuple[dict[str, Any], dict[str, NDArray[Any]]]:
    """Manifest and tensors of a model folder, the tensors checked against the pinned digest.

    Raises:
        DualuseError: a file is missing, damaged or not what the manifest says.
    """
    manifest = read_manifest(folder)
    path = folder / TENSORS
    try:
        if path.stat().st_size > _LARGEST_TENSORS:
            raise DualuseError(f"{path} is larger than any model of ours; it is not read")
        if _sha256(path) != manifest.get("tensors_sha256"):
            raise DualuseError(f"{path} is damaged: its digest is not the manifest's; train again")
        return manifest, load_file(path)
    except (OSError, SafetensorError) as fault:
        raise DualuseError(f"{path} cannot be read ({_reason(fault)}); train again") from None


def write_whole(folder: Path, write: Callable[[Path], None], *, replace: bool = False) -> None:
    """Let `write` fill a temporary folder beside `folder`, then put it in place in one step.

    A failure or a kill leaves what was there before. Where two processes write the same folder,
    the first wins, unless `replace` is set.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        write(draft)
        if replace and folder.exists():
            _swap(draft, folder)
        elif not folder.exists():
            draft.rename(folder)
    except OSError as fault:
        # Another process was faster: its result is as good as ours.
        if replace or not (folder / MANIFEST).exists():
            raise DualuseError(f"{folder} cannot be written ({_reason(fault)})") from None
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _swap(draft: Path, folder: Path) -> None:
    old = Path(mkdtemp(prefix=f".{folder.name}.old.", dir=folder.parent))
    folder.rename(old / folder.name)
    draft.rename(folder)
    shutil.rmtree(old, ignore_errors=True)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _reason(fault: Exception) -> str:
    return (getattr(fault, "strerror", None) or str(fault) or type(fault).__name__).lower()
