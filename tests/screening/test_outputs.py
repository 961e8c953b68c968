import os
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.screening.outputs import check_target


def test_a_new_file_in_a_folder_is_fine(tmp_path: Path) -> None:
    check_target(tmp_path / "out.csv", [tmp_path / "in.csv"])
    assert list(tmp_path.iterdir()) == []


def test_what_exists_is_overwritten_on_request_only(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.touch()
    check_target(path, overwrite=True)
    with pytest.raises(DualuseError, match="exists; --force overwrites it"):
        check_target(path)


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path, link = tmp_path / "in.csv", tmp_path / "link.csv"
    path.touch()
    link.symlink_to(path)
    with pytest.raises(DualuseError, match="is the input itself"):
        check_target(link, [path], overwrite=True)


def test_folders_are_no_files(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="is a folder"):
        check_target(tmp_path, overwrite=True)
    with pytest.raises(DualuseError, match=r"make the folder .*missing first"):
        check_target(tmp_path / "missing" / "out.csv")


def test_a_pipe_cannot_be_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(DualuseError, match="not an ordinary file"):
        check_target(tmp_path / "pipe", overwrite=True)
