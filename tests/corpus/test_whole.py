import errno
import os
import stat
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.whole import write_text_whole, written_whole


def test_file_appears_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    with written_whole(target) as partial:
        partial.write_text("a")
        assert not target.exists()
        assert partial.parent == tmp_path
    assert target.read_text() == "a"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.skipif(os.name == "nt", reason="has other rights")
def test_rights_are_those_of_new_files(tmp_path: Path) -> None:
    (tmp_path / "plain").touch()
    with written_whole(tmp_path / "out.csv"):
        pass
    modes = {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_link_is_kept(tmp_path: Path) -> None:
    (tmp_path / "link.csv").symlink_to(tmp_path / "real.csv")
    with written_whole(tmp_path / "link.csv") as partial:
        partial.write_text("a")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text() == "a"


def test_folder_is_missing(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="make the folder"), written_whole(tmp_path / "no/out"):
        pass


@pytest.mark.parametrize("name", ["", os.devnull])
def test_no_ordinary_file_is_replaced(tmp_path: Path, name: str) -> None:
    with pytest.raises(DualuseError, match="not an ordinary file"), written_whole(tmp_path / name):
        pass


def test_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="No space left"), written_whole(tmp_path / "out.csv"):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    assert list(tmp_path.iterdir()) == []


def test_other_faults_keep_their_traceback(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), written_whole(tmp_path / "out.csv"):
        (tmp_path / "weights").read_bytes()


@pytest.mark.parametrize("fault", [ValueError(), KeyboardInterrupt()])
def test_failure_leaves_what_stood_there(tmp_path: Path, fault: BaseException) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old")
    with pytest.raises(type(fault)), written_whole(target) as partial:
        _write_and_fail(partial, fault)
    assert target.read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def _write_and_fail(path: Path, fault: BaseException) -> None:
    path.write_text("new")
    raise fault


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("old and longer")
    write_text_whole(target, "new")
    assert target.read_text() == "new"


def test_name_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="File name too long"):
        write_text_whole(tmp_path / ("x" * 300), "a")


def test_text_is_utf8_with_its_own_line_ends(tmp_path: Path) -> None:
    write_text_whole(tmp_path / "out.txt", "炭素\r\n繊維\n")
    assert (tmp_path / "out.txt").read_bytes() == "炭素\r\n繊維\n".encode()


def test_lone_surrogate_is_spelt_out(tmp_path: Path) -> None:
    write_text_whole(tmp_path / "out.txt", "a\udcff")
    assert (tmp_path / "out.txt").read_bytes() == rb"a\udcff"
