"""Which state of the control lists the corpus is labelled by, and results are judged by."""

from dualuse.corpus.control_lists.store import AS_OF


def lists_version() -> str:
    """The words for a result's `lists` field: the day up to which the lists are known."""
    return f"control lists as of {AS_OF}"
