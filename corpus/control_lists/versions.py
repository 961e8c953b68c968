"""What has changed in the shipped lists from one version to the next."""

import hashlib
import json
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.plain import plain_entry
from dualuse.corpus.control_lists.store import VERSION, lists_folder, load_entries
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.whole import write_text_whole

VERSIONS_FILE: Final = "versions.json"
"""For each version of the shipped lists the digest of each entry, by `code regimes`."""


def entry_name(entry: ControlEntry) -> str:
    """The key of an entry in words: `3A001 EU,US,JP`."""
    return f"{entry.code} {','.join(entry.regimes)}"


def entry_digest(entry: ControlEntry) -> str:
    """Twelve digits that change with anything an entry says."""
    content = json.dumps(plain_entry(entry), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(content.encode()).hexdigest()[:12]


@cache
def shipped_versions() -> dict[str, dict[str, str]]:
    """The digests of the entries of each version that has shipped, oldest first."""
    file = resources.files("dualuse.corpus.control_lists") / VERSIONS_FILE
    found: dict[str, dict[str, str]] = json.loads(file.read_text("utf-8"))
    return found


def changed_since(version: str, entries: Iterable[ControlEntry]) -> frozenset[str]:
    """The names of the entries that are new, gone or other than in a shipped version.

    Raises:
        DualuseError: no such version has shipped; it names those that have.
    """
    versions = shipped_versions()
    if version not in versions:
        known = ", ".join(versions)
        raise DualuseError(f"no lists of version {version!r} have shipped; known are {known}")
    old = versions[version]
    new = {entry_name(entry): entry_digest(entry) for entry in entries}
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def record_version() -> None:
    """Write the digests of the entries as they are into the file, under the current version."""
    entries = {entry_name(each): entry_digest(each) for each in load_entries()}
    versions = {**shipped_versions(), VERSION: entries}
    text = json.dumps(versions, ensure_ascii=False, indent=1)
    write_text_whole(lists_folder() / VERSIONS_FILE, f"{text}\n")


if __name__ == "__main__":
    record_version()
