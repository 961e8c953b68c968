"""`triage --update`: only what is new or changed is read, and the output is that of a whole run."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import LabelledPolicy
from dualuse.screening import triage_run

Command = Callable[..., Any]

NEW = "Notice\n\nExports of gallium to Japan are banned from 6 March 2026.\n"


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the documents that are read."""
    names: list[str] = []
    read = triage_run.read_inputs

    def noted(reader: Any, paths: list[Path]) -> Any:
        for path, found in read(reader, paths):
            names.append(path.name)
            yield path, found

    monkeypatch.setattr(triage_run, "read_inputs", noted)
    return names


@pytest.fixture
def update(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Command
) -> Callable[..., Any]:
    """Runs `triage --update` over the folder of notices."""

    def run(*options: object) -> Any:
        model = ("--model", policy_folder, "--as-of", "2026-06-01")
        output = ("-o", tmp_path / "out.jsonl", "--update")
        return dualuse_command("triage", notices, *model, *output, *options)

    return run


def whole(folder: Path, model: Path, command: Command, *options: object) -> str:
    """What a run from nothing prints."""
    day = ("--as-of", "2026-06-01")
    printed: str = command("triage", folder, "--model", model, *day, *options).out
    return printed


def test_only_new_and_changed_documents_are_read(
    tmp_path: Path,
    notices: Path,
    policy_folder: Path,
    dualuse_command: Command,
    update: Callable[..., Any],
    reads: list[str],
) -> None:
    assert update().status == 0
    assert len(reads) == 4
    reads.clear()
    run = update()
    assert reads == []
    assert "4 documents: 4 unchanged, 0 read" in run.err
    (notices / "new.txt").write_text(NEW, "utf-8")
    with (notices / "low.txt").open("a", encoding="utf-8") as file:
        file.write("\nOne more sentence.\n")
    (notices / "none.txt").unlink()
    run = update()
    assert sorted(reads) == ["low.txt", "new.txt"]
    assert "4 documents: 2 unchanged, 2 read" in run.err
    assert f"1 of the last run's documents no longer there: {notices / 'none.txt'}" in run.err
    written = (tmp_path / "out.jsonl").read_text("utf-8")
    assert written == whole(notices, policy_folder, dualuse_command)


def test_the_status_is_that_of_the_new_day(
    tmp_path: Path,
    notices: Path,
    few_documents: list[LabelledPolicy],
    update: Callable[..., Any],
    reads: list[str],
) -> None:
    for each in notices.iterdir():
        each.unlink()
    told = next(
        each
        for each in few_documents
        if each.form == "announcement" and each.lang == "zh" and each.relevance == "high"
        if each.effective_date and each.date and each.effective_date > each.date
    )
    (notices / "new.txt").write_text(f"{told.title}\n\n{told.text}\n", "utf-8")
    states = []
    for day in (str(told.date), str(told.effective_date)):
        assert update("--as-of", day).status == 0
        states.append(json.loads((tmp_path / "out.jsonl").read_text("utf-8"))["status"]["state"])
    assert states == ["announced", "in_force"]
    assert reads == ["new.txt"]


@pytest.mark.parametrize("what", ["sentences", "model", "settings"])
def test_other_settings_or_another_model_read_all_anew(
    tmp_path: Path, update: Callable[..., Any], reads: list[str], what: str
) -> None:
    update()
    reads.clear()
    out = tmp_path / "out.jsonl"
    if what != "sentences":
        records = [json.loads(line) | {what: "another"} for line in out.read_text().splitlines()]
        out.write_text("".join(f"{json.dumps(each)}\n" for each in records))
    update(*(("--sentences", "2") if what == "sentences" else ()))
    assert len(reads) == 4


def test_a_page_needs_texts_which_only_with_text_keeps(
    tmp_path: Path, update: Callable[..., Any], reads: list[str]
) -> None:
    page = tmp_path / "page.html"
    update("--with-text")
    assert update("--html", page, "--with-text").status == 0
    assert len(reads) == 4
    first = page.read_text("utf-8")
    update()
    assert update("--html", page).status == 1  # an update renews its results and nothing else
    assert update("--html", page, "--force").status == 0
    assert len(reads) == 8
    assert page.read_text("utf-8") == first


def test_a_file_that_can_not_be_read_is_told_each_time(
    notices: Path, update: Callable[..., Any]
) -> None:
    (notices / "bad.pdf").write_bytes(b"%PDF-nonsense")
    for _ in range(2):
        run = update()
        assert run.status == 3
        assert "not read: " in run.err
        assert "no longer there" not in run.err


def test_a_file_of_something_else_is_not_touched(
    tmp_path: Path, update: Callable[..., Any], reads: list[str]
) -> None:
    out = tmp_path / "out.jsonl"
    for content in ("precious\n", '{"id": 1}\n', "[1]\n"):
        out.write_text(content)
        run = update()
        assert run.status == 1
        assert "out.jsonl, line 1 is no result of triage" in run.err
        assert out.read_text() == content
    assert reads == []


KILLED = """
import time
from dualuse.screening import triage_run
read = triage_run.read_inputs

def slow(reader, paths):
    for path, found in read(reader, paths):
        if path.name == "none.txt":
            print("waiting", flush=True)
            time.sleep(600)
        yield path, found

triage_run.read_inputs = slow
from dualuse.cli import main
sys.argv = ["dualuse", "triage", *sys.argv[1:]]
main()
"""


def test_a_killed_run_goes_on(
    tmp_path: Path,
    notices: Path,
    policy_folder: Path,
    dualuse_command: Command,
    start_program: Callable[..., "subprocess.Popen[str]"],
    update: Callable[..., Any],
    reads: list[str],
) -> None:
    out = tmp_path / "out.jsonl"
    arguments = (notices, "-o", out, "--update", "--model", policy_folder, "--as-of", "2026-06-01")
    with start_program(KILLED, *arguments) as process:
        assert process.stdout
        assert process.stdout.readline() == "waiting\n"
        process.kill()
    assert not out.exists()
    journal = tmp_path / ".out.jsonl.triage"
    # What a kill in the middle of a line leaves.
    with journal.open("a", encoding="utf-8") as file:
        file.write('{"path": "cut')
    run = update()
    assert run.status == 0
    assert reads == ["none.txt"]
    assert "4 documents: 3 unchanged, 1 read" in run.err
    assert not journal.exists()
    assert out.read_text("utf-8") == whole(notices, policy_folder, dualuse_command)
