from pathlib import Path

import pytest

from dualuse.corpus.documents.inside import outermost


@pytest.mark.parametrize("member", ["no1.txt", "2026/no1.txt", "公" * 90 + ".xlsx", "inner.zip!a"])
def test_the_file_that_a_member_is_in(tmp_path: Path, member: str) -> None:
    archive = tmp_path / "notices.zip"
    archive.write_bytes(b"")
    assert outermost(Path(f"{archive}!{member}")) == archive


def test_a_file_of_that_very_name_is_itself(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"")
    whole = tmp_path / "a.zip!b"
    assert outermost(whole) == tmp_path / "a.zip"
    whole.write_bytes(b"")
    assert outermost(whole) == whole
    assert outermost(tmp_path / "c.zip!b") == tmp_path / "c.zip!b"
