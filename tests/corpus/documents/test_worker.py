import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.worker import Worker

PAGE = "<html><body><p>Ban on exports of gallium.</p></body></html>"


@pytest.fixture
def page(tmp_path: Path):
    path = tmp_path / "页.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_one_child_serves_many_requests(page: Path):
    with Worker() as worker:
        worker.read(page)
        process = worker._process
        assert worker.read(page).content.text == "Ban on exports of gallium."
        assert worker._process is process
    assert process.returncode is not None


@pytest.mark.skipif(sys.platform == "win32", reason="no such signal")
def test_a_child_that_died_is_replaced(page: Path):
    with Worker() as worker:
        worker.read(page)
        os.kill(worker._process.pid, signal.SIGKILL)
        worker._process.wait()
        with pytest.raises(Unreadable, match="crashed"):
            worker.read(page)
        assert "gallium" in worker.read(page).content.text


def test_the_wall_limit_ends_a_request(page: Path):
    with Worker(wall_seconds=0.001) as worker, pytest.raises(Unreadable, match="over a minute"):
        worker.read(page)


def test_a_fault_in_a_parser_is_a_refusal(tmp_path: Path):
    with Worker() as worker, pytest.raises(Unreadable, match="FileNotFoundError"):
        worker.read(tmp_path / "missing.html")


@pytest.mark.skipif(sys.platform != "linux", reason="limits on memory are those of Linux")
def test_a_bomb_is_refused_and_memory_is_limited(pdf_bomb: Callable[[int], bytes], tmp_path: Path):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(pdf_bomb(1100 << 20))
    with Worker() as worker:
        with pytest.raises(Unreadable, match=r"inflates|memory"):
            worker.read(path)
        limits = Path(f"/proc/{worker._process.pid}/limits").read_text(encoding="ascii")
    assert str(1536 << 20) in limits
