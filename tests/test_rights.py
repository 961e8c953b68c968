"""Files and folders without the right to read or write: one sentence, and nothing left behind."""

import importlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.store import corpus_folder

Command = Callable[..., Any]

TEXT = "id,text\n1,oak chair\n2,steel bolt\n"


def assert_one_sentence(run: Any, words: str) -> None:
    assert (run.status, run.out) == (1, "")
    assert run.err.count("Error: ") == 1
    assert words in run.err.splitlines()[-1]
    assert "Traceback" not in run.err


@contextmanager
def plain_rights() -> Iterator[None]:
    """Within it root may no more than others; a test must not fail there: pytest reads files."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def shared_folder(
    tmp_path: Path,
    dualuse_command: Command,
    product_folder: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Path]:
    """A working folder that all may use, with a model; all that is loaded late is loaded."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "good.csv").write_text(TEXT, "utf-8")
    model = ("--model", product_folder)
    dualuse_command("label", tmp_path / "good.csv", "-o", tmp_path / "out.csv", *model)
    dualuse_command("summarize", tmp_path / "missing.txt")
    with tempfile.TemporaryDirectory(dir="/tmp") as folder:
        path = Path(folder)
        path.chmod(0o777)
        shutil.copytree(product_folder, path / "model")
        (path / "good.csv").write_text(TEXT)
        monkeypatch.chdir(path)
        yield path


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="has no such rights")
@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("label secret.csv -o out.csv --model model", "secret.csv may not be read"),
        ("label good.csv --known secret.csv -o out.csv --model model", "may not be read"),
        ("summarize secret.csv --model secret", "secret.csv: may not be read"),
        ("explain chair --model secret", "secret"),
    ],
)
def test_no_right_to_read(
    shared_folder: Path, dualuse_command: Command, command: str, words: str
) -> None:
    Path("secret.csv").write_text(TEXT)
    Path("secret.csv").chmod(0)
    Path("secret").mkdir(mode=0)
    with plain_rights():
        run = dualuse_command(*command.split())
    assert_one_sentence(run, words)
    names = sorted(path.name for path in shared_folder.iterdir())
    assert names == ["good.csv", "model", "secret", "secret.csv"]


@pytest.mark.skipif(not hasattr(os, "seteuid"), reason="has no such rights")
@pytest.mark.parametrize(
    "command",
    [
        "label good.csv -o closed/out.csv --model model",
        "triage good.txt --html closed/out.html --model missing",  # before a model is looked for
        "train corpus --model majority -o closed/model",
    ],
)
def test_no_right_to_write(shared_folder: Path, dualuse_command: Command, command: str) -> None:
    (shared_folder / "closed").mkdir(mode=0o555)
    (shared_folder / "good.txt").write_text("Exports of gallium are banned.")
    # Commands load their modules when asked, and our own code may lie where others can't read.
    for module in ("screening.commands", "screening.triage_commands", "training.train_commands"):
        importlib.import_module(f"dualuse.{module}")
    # The shipped corpus may lie where only its owner reads.
    shutil.copytree(corpus_folder() / "products", shared_folder / "corpus" / "products")
    with plain_rights():
        run = dualuse_command(*command.split())
    assert_one_sentence(run, "closed")
    assert list((shared_folder / "closed").iterdir()) == []
