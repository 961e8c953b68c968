from dataclasses import replace
from datetime import date

import pytest

from dualuse.corpus.control_lists.entries import Validity
from dualuse.corpus.control_lists.in_force import in_force, suspension
from dualuse.corpus.control_lists.store import entries_of

(BATTERIES,) = entries_of("CN:3A001")
SUSPENDED = Validity("CN", "2025-11-07", "2026-11-10", "suspended")


@pytest.mark.parametrize(
    ("intervals", "day", "expected"),
    [
        ((), "1990-01-01", True),
        ((SUSPENDED,), "2025-10-01", False),
        ((SUSPENDED,), "2025-11-07", False),
        ((SUSPENDED,), "2026-11-10", False),
        ((SUSPENDED,), "2026-11-11", True),
        ((Validity("CN", "2025-10-09", None, "in_force"), SUSPENDED), "2025-10-20", True),
        ((Validity("CN", "2025-10-09", None, "in_force"), SUSPENDED), "2026-01-01", False),
        ((Validity("CN", "2020-01-01", "2024-01-01", "in_force"),), "2024-01-02", False),
        ((Validity("CN", "2020-01-01", "2024-01-01", "in_force"),), "2024-01-01", True),
        ((Validity("US", "2030-01-01", None, "in_force"),), "2024-01-01", True),
    ],
)
def test_the_last_interval_begun_decides(
    intervals: tuple[Validity, ...], day: str, expected: bool
) -> None:
    entry = replace(BATTERIES, valid=intervals)
    assert in_force(entry, "CN", date.fromisoformat(day)) is expected


def test_a_regime_without_the_entry_has_nothing_in_force() -> None:
    assert not in_force(BATTERIES, "US", date(2026, 1, 1))


def test_a_suspension_is_found_while_it_lasts() -> None:
    entry = replace(BATTERIES, valid=(SUSPENDED,))
    assert suspension(entry, "CN", date(2026, 5, 1)) == SUSPENDED
    assert suspension(entry, "CN", date(2026, 11, 11)) is None
    assert suspension(entry, "US", date(2026, 5, 1)) is None
