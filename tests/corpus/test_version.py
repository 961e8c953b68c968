from datetime import date

from dualuse.corpus.control_lists.store import AS_OF
from dualuse.corpus.version import lists_version


def test_version_says_the_day_of_the_lists() -> None:
    assert date.fromisoformat(AS_OF).year >= 2026
    assert lists_version() == f"control lists as of {AS_OF}"
