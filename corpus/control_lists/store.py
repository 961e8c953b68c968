"""The control lists that ship with the package: entries by code, and their version."""

from functools import cache
from importlib import resources
from itertools import pairwise
from pathlib import Path
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.reading import read_entries, text_lines
from dualuse.corpus.errors import DualuseError

AS_OF: Final = "2026-11-24"
"""The day up to which changes of the lists are known here; `docs/control_lists.md` says how far."""

VERSION: Final = f"{AS_OF}.4"
"""The day, and which edition of that day; `versions.json` says what each version changed."""


def lists_folder() -> Path:
    """The folder of the entries that ship with the package, a JSONL file a category."""
    return Path(str(resources.files("dualuse.corpus.control_lists")))


def load_entries(folder: Path | None = None) -> tuple[ControlEntry, ...]:
    """The entries of a folder (default: the shipped lists), by code, then by regime.

    Raises:
        DualuseError: the folder holds no entries, a line is no entry, or two have one key.
    """
    return _shipped() if folder is None else _read(folder)


@cache
def _shipped() -> tuple[ControlEntry, ...]:
    return _read(lists_folder())


def _read(folder: Path) -> tuple[ControlEntry, ...]:
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise DualuseError(f"{folder} holds no control lists: *.jsonl is needed")
    entries = [entry for file in files for entry in read_entries(text_lines(file), str(file))]
    entries.sort(key=lambda entry: (entry.code, entry.regimes))
    for first, second in pairwise(entries):
        if first.key == second.key:
            raise DualuseError(f"{folder}: {second.code} of {second.regimes[0]} stands twice")
    return tuple(entries)


def entries_of(code: str, folder: Path | None = None) -> tuple[ControlEntry, ...]:
    """The entries that a code may mean: `6A003`, or `CN:3C001` for one regime's meaning."""
    regime, _, plain = code.upper().rpartition(":")
    meanings = _by_code() if folder is None else _grouped(load_entries(folder))
    return tuple(
        entry for entry in meanings.get(plain, ()) if not regime or regime in entry.regimes
    )


def entries_meant(code: str) -> tuple[ControlEntry, ...]:
    """The entries that a code means as a label: bare, `3C001` is not China's gallium."""
    meanings = entries_of(code)
    common = tuple(entry for entry in meanings if len(entry.regimes) > 1)
    return meanings if ":" in code or not common else common


@cache
def _by_code() -> dict[str, list[ControlEntry]]:
    return _grouped(_shipped())


def _grouped(entries: tuple[ControlEntry, ...]) -> dict[str, list[ControlEntry]]:
    grouped: dict[str, list[ControlEntry]] = {}
    for entry in entries:
        grouped.setdefault(entry.code, []).append(entry)
    return grouped
