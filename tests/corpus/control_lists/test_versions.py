from dataclasses import replace

import pytest

from dualuse.corpus.control_lists.store import VERSION, load_entries
from dualuse.corpus.control_lists.versions import (
    changed_since,
    entry_digest,
    entry_name,
    shipped_versions,
)
from dualuse.corpus.errors import DualuseError


def test_the_entries_are_those_of_their_version() -> None:
    """Who changes an entry must raise VERSION and run the module, or rechecks miss the change."""
    digests = {entry_name(entry): entry_digest(entry) for entry in load_entries()}
    assert shipped_versions()[VERSION] == digests


def test_what_is_new_gone_or_other_has_changed() -> None:
    first, second, third, *rest = load_entries()
    other = replace(second, title="Something else")
    new = replace(third, code="9Z999")
    changed = changed_since(VERSION, [other, third, new, *rest])
    assert changed == {entry_name(first), entry_name(second), entry_name(new)}
    assert changed_since(VERSION, load_entries()) == frozenset()


def test_an_unknown_version_is_one_sentence() -> None:
    with pytest.raises(DualuseError, match="no lists of version '1999' have shipped; known are"):
        changed_since("1999", load_entries())
