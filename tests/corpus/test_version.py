from datetime import date

from dualuse.corpus.control_lists.store import AS_OF, VERSION
from dualuse.corpus.version import lists_version, version_in


def test_the_version_is_a_day_and_an_edition() -> None:
    assert date.fromisoformat(AS_OF).year >= 2026
    assert VERSION.startswith(f"{AS_OF}.")


def test_a_results_field_names_the_version() -> None:
    assert version_in(lists_version()) == VERSION
    assert version_in("control lists as of 2026-11-24") == "2026-11-24"
    assert version_in("some other lists") == ""
    assert version_in("") == ""
