"""Which state of the control lists the corpus is labelled by, and results are judged by."""

import hashlib
from importlib import resources
from pathlib import Path

from dualuse.corpus.control_lists.store import VERSION, lists_folder

_WORDS = "control lists "


def lists_version() -> str:
    """The words for a result's `lists` field: the version of the lists."""
    return f"{_WORDS}{VERSION}"


def version_in(words: str) -> str:
    """The version that a result's `lists` field names; empty where it names none."""
    version = words.partition(",")[0]
    return version.rpartition(" ")[2] if words.startswith(_WORDS) else ""


def policy_in(words: str) -> str:
    """What a result's `lists` field says of what was asked; empty where all was as by default."""
    _, comma, asked = words.partition(",")
    return comma + asked


def code_digest(*packages: str) -> str:
    """The SHA-256 of the code of some of our packages, and of the lists: what made a result."""
    digest = hashlib.sha256()
    for package in packages:
        folder = Path(str(resources.files(package)))
        for file in sorted(folder.rglob("*.py")):
            digest.update(file.read_bytes())
    for file in sorted(lists_folder().glob("*.jsonl")):
        digest.update(file.read_bytes())
    return digest.hexdigest()
