"""Which state of the control lists the corpus was labelled by."""

from typing import Final

LISTS_AS_OF: Final = "2026-11"


def lists_version() -> str:
    """The words for a result's `lists` field: labelled examples, and the month of the lists."""
    return f"labelled examples as of {LISTS_AS_OF}"
