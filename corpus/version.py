"""Which state of the control lists the corpus is labelled by, and results are judged by."""

from dualuse.corpus.control_lists.store import VERSION

_WORDS = "control lists "


def lists_version() -> str:
    """The words for a result's `lists` field: the version of the lists."""
    return f"{_WORDS}{VERSION}"


def version_in(words: str) -> str:
    """The version that a result's `lists` field names; empty where it names none."""
    return words.rpartition(" ")[2] if words.startswith(_WORDS) else ""
