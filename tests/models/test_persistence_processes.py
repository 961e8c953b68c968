import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from dualuse.models.persistence import (
    read_parts,
    write_parts,
    write_whole,
)

ROOT = Path(__file__).parents[2]
NUMBERS = np.arange(6, dtype=np.float32).reshape(2, 3)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A model folder with one tensor."""
    place = tmp_path / "model"
    place.mkdir()
    write_parts(place, {"kind": "test", "name": "名"}, {"numbers": NUMBERS})
    return place


def two(draft: Path) -> None:
    write_parts(draft, {"kind": "two"}, {"numbers": NUMBERS + 1})


PROCESS = """
import os, signal, sys, time
from pathlib import Path
import numpy as np
from dualuse.models.persistence import write_parts, write_whole

folder, mark, what = Path(sys.argv[1]), sys.argv[2], sys.argv[3]

def write(draft):
    write_parts(draft, {"kind": mark}, {"numbers": np.full(50_000, float(mark))})
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    # Both have their draft before either puts it in place.
    (folder.parent / f"ready-{mark}").touch()
    while not ((folder.parent / "ready-1").exists() and (folder.parent / "ready-2").exists()):
        time.sleep(0.005)

write_whole(folder, write, replace=what == "replace")
"""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[[str, str], subprocess.Popen[bytes]]]:
    """Start a process that writes `model` with a mark."""
    (tmp_path / "path").mkdir()
    (tmp_path / "path" / "dualuse").symlink_to(ROOT)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "path")}
    running: list[subprocess.Popen[bytes]] = []

    def run(mark: str, what: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-c", PROCESS, tmp_path / "work" / "model", mark, what]
        running.append(subprocess.Popen(command, env=environment, stderr=subprocess.PIPE))
        return running[-1]

    (tmp_path / "work").mkdir()
    yield run
    for process in running:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("what", ["first", "replace"])
def test_two_processes_leave_one_good_model(
    start: Callable[[str, str], subprocess.Popen[bytes]], tmp_path: Path, what: str
) -> None:
    for process in [start("1", what), start("2", what)]:
        assert process.communicate(timeout=60)[1] == b""
        assert process.returncode == 0
    manifest, tensors = read_parts(tmp_path / "work" / "model")
    assert set(tensors["numbers"].tolist()) == {float(manifest["kind"])}
    names = {path.name for path in (tmp_path / "work").iterdir()}
    assert names == {"model", "ready-1", "ready-2"}


def test_a_killed_process_leaves_no_model_and_the_next_one_works(
    start: Callable[[str, str], subprocess.Popen[bytes]], tmp_path: Path
) -> None:
    killed = start("1", "die")
    killed.communicate(timeout=60)
    assert killed.returncode == -signal.SIGKILL
    assert not (tmp_path / "work" / "model").exists()
    write_whole(tmp_path / "work" / "model", two)
    assert read_parts(tmp_path / "work" / "model")[0]["kind"] == "two"


def test_a_killed_process_leaves_the_old_model(
    start: Callable[[str, str], subprocess.Popen[bytes]], folder: Path, tmp_path: Path
) -> None:
    shutil.move(folder, tmp_path / "work" / "model")
    start("1", "die").communicate(timeout=60)
    assert read_parts(tmp_path / "work" / "model")[0]["kind"] == "test"
