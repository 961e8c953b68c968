"""Runs that are killed, and go on."""

import errno
import json
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.models.products import ProductModel
from dualuse.screening import label
from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue
from dualuse.screening.label import LabelOutput, label_catalogue

Command = Callable[..., Any]

SMALL_SHARDS = """
from dualuse.screening import label
label.SHARD_ROWS = int(sys.argv.pop(1))
from dualuse.cli import main
main()
"""


@pytest.fixture
def catalogue(tmp_path: Path, few_products: list[LabelledProduct]) -> Path:
    """500 rows with text of several languages, and some without."""
    path = tmp_path / "in.jsonl"
    texts = [product.text for product in few_products] * 2
    lines = [
        json.dumps({"id": n, "text": text if n % 50 else ""}) for n, text in enumerate(texts[:500])
    ]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return path


@pytest.fixture
def interrupted(
    catalogue: Path,
    tmp_path: Path,
    tiny_products: ProductModel,
    monkeypatch: pytest.MonkeyPatch,
) -> Path:
    """The output of a run that stopped after two shards of 100 rows."""
    monkeypatch.setattr(label, "SHARD_ROWS", 100)
    done = 0

    def stop(rows: int) -> None:
        nonlocal done
        done += rows
        if done == 200:
            raise KeyboardInterrupt

    output = LabelOutput(tmp_path / "out.csv")
    opened = open_catalogue(catalogue, CatalogueOptions())
    with pytest.raises(KeyboardInterrupt):
        label_catalogue(opened, output, ProductScreener(tiny_products), advance=stop)
    return output.path


def wait_for_shards(process: "subprocess.Popen[str]", parts: Path, count: int) -> None:
    while len(list(parts.glob("*.jsonl"))) < count:
        assert process.poll() is None, process.communicate()
        time.sleep(0.001)


def test_a_killed_run_goes_on_to_the_same_bytes(
    catalogue: Path,
    tmp_path: Path,
    product_folder: Path,
    start_program: Callable[..., "subprocess.Popen[str]"],
    dualuse_command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out, whole = tmp_path / "out.csv", tmp_path / "whole.csv"
    parts = tmp_path / ".out.csv.parts"
    arguments = ("label", catalogue, "-o", out, "--model", product_folder)
    with start_program(SMALL_SHARDS, 10, *arguments) as process:
        wait_for_shards(process, parts, 3)
        process.send_signal(signal.SIGKILL)
    done = len(list(parts.glob("*.jsonl")))
    assert process.returncode == -signal.SIGKILL
    assert 3 <= done < 50
    assert not out.exists()

    monkeypatch.setattr(label, "SHARD_ROWS", 10)
    run = dualuse_command(*arguments, "--resume")
    assert run.status == 0, run.err
    assert f"{done * 10} rows were done before this run" in run.err
    assert dualuse_command("label", catalogue, "-o", whole, "--model", product_folder).status == 0
    assert out.read_bytes() == whole.read_bytes()
    assert sorted(path.name for path in tmp_path.glob("*")) == ["in.jsonl", "out.csv", "whole.csv"]


def test_a_run_that_is_stopped_says_how_to_go_on(
    catalogue: Path,
    tmp_path: Path,
    product_folder: Path,
    start_program: Callable[..., "subprocess.Popen[str]"],
) -> None:
    arguments = ("label", catalogue, "-o", tmp_path / "out.csv", "--model", product_folder)
    # What is started in the background of a shell without jobs ignores Ctrl-C.
    heeding = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    with start_program(heeding + SMALL_SHARDS, 10, *arguments) as process:
        wait_for_shards(process, tmp_path / ".out.csv.parts", 3)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
    assert process.returncode == 1
    assert "stopped; what is done is kept: the same command with --resume goes on" in said


def test_a_run_killed_while_joining_leaves_nothing_beside_its_parts(
    catalogue: Path,
    tmp_path: Path,
    product_folder: Path,
    start_program: Callable[..., "subprocess.Popen[str]"],
) -> None:
    out = tmp_path / "folder" / "out.csv"
    out.parent.mkdir()
    killer = SMALL_SHARDS.replace(
        "main()",
        "import os, signal\n"
        "label._joined = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "main()",
    )
    arguments = ("label", catalogue, "-o", out, "--model", product_folder)
    with start_program(killer, 500, *arguments) as process:
        process.wait()
    assert process.returncode == -signal.SIGKILL
    assert [path.name for path in out.parent.iterdir()] == [".out.csv.parts"]


def test_shards_that_are_done_are_not_judged_again(
    catalogue: Path, interrupted: Path, tiny_products: ProductModel
) -> None:
    shard = interrupted.with_name(".out.csv.parts") / "00000000.jsonl"
    marked = shard.read_text("utf-8").replace('"lists": "test lists"', '"lists": "kept"')
    shard.write_text(marked, "utf-8")
    output = LabelOutput(interrupted, resume=True)
    opened = open_catalogue(catalogue, CatalogueOptions())
    summary = label_catalogue(opened, output, ProductScreener(tiny_products))
    assert (summary.rows, summary.resumed_rows) == (500, 200)
    assert interrupted.read_text("utf-8").count(",kept\n") == 100


@pytest.mark.parametrize("lost", [0, 1])
def test_shards_that_were_lost_are_judged_anew(
    catalogue: Path, interrupted: Path, tiny_products: ProductModel, lost: int
) -> None:
    shard = interrupted.with_name(".out.csv.parts") / f"{lost:08d}.jsonl"
    shard.write_text(shard.read_text("utf-8")[:1000], "utf-8")
    told: list[str] = []
    output = LabelOutput(interrupted, resume=True)
    opened = open_catalogue(catalogue, CatalogueOptions())
    summary = label_catalogue(opened, output, ProductScreener(tiny_products), notify=told.append)
    assert (summary.rows, summary.resumed_rows) == (500, lost * 100)
    assert told == ([f"going on after {lost * 100} rows that are done"] if lost else [])


def test_an_interrupted_run_is_not_overwritten_unasked(
    catalogue: Path, interrupted: Path, product_folder: Path, dualuse_command: Command
) -> None:
    arguments = ("label", catalogue, "-o", interrupted, "--model", product_folder)
    run = dualuse_command(*arguments)
    assert run.status == 1
    assert "--resume goes on with it" in run.err
    assert dualuse_command(*arguments, "--force").status == 0
    assert not interrupted.with_name(".out.csv.parts").exists()


@pytest.mark.parametrize(
    "change",
    [
        ("--regimes", "JP"),
        ("--max-miss-rate", "0.1"),
        ("--text-column", "id"),
        ("--known", "known.csv"),
        ("input",),
        ("ledger",),
    ],
)
def test_another_run_is_not_gone_on_with(
    catalogue: Path,
    interrupted: Path,
    product_folder: Path,
    dualuse_command: Command,
    monkeypatch: pytest.MonkeyPatch,
    change: tuple[str, ...],
) -> None:
    monkeypatch.chdir(catalogue.parent)
    parts = interrupted.with_name(".out.csv.parts")
    Path("known.csv").write_text("id,relevance\n1,none\n", "utf-8")
    if change == ("input",):
        catalogue.write_text(catalogue.read_text("utf-8") + '{"id": 7, "text": "more"}\n', "utf-8")
    elif change == ("ledger",):
        (parts / "ledger.json").write_text("{", "utf-8")
    options = change if change[0].startswith("--") else ()
    arguments = ("label", catalogue, "-o", interrupted, "--model", product_folder)
    run = dualuse_command(*arguments, "--resume", *options)
    assert run.status == 1
    assert "belongs to a run with another input, model or options" in run.err
    assert len(list(parts.glob("*.jsonl"))) == 2


def test_other_signed_off_labels_make_another_run(
    catalogue: Path,
    interrupted: Path,
    product_folder: Path,
    dualuse_command: Command,
    tiny_products: ProductModel,
) -> None:
    from dualuse.screening.known_file import load_known

    known = catalogue.with_name("known.csv")
    known.write_text("id,relevance\n1,none\n", "utf-8")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        label_catalogue(
            open_catalogue(catalogue, CatalogueOptions()),
            LabelOutput(interrupted, force=True),
            ProductScreener(tiny_products),
            load_known(known),
            advance=stop,
        )
    known.write_text("id,relevance\n1,low \n", "utf-8")
    arguments = ("label", catalogue, "-o", interrupted, "--known", known, "--model", product_folder)
    assert dualuse_command(*arguments, "--resume").status == 1


def test_resume_begins_where_nothing_was_begun(
    catalogue: Path, tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    out = tmp_path / "out.csv"
    run = dualuse_command("label", catalogue, "-o", out, "--resume", "--model", product_folder)
    assert run.status == 0
    assert "before this run" not in run.err


def test_resume_overwrites_no_file_that_no_run_had_begun(
    catalogue: Path, tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    out = tmp_path / "out.csv"
    out.write_text("precious", "utf-8")
    run = dualuse_command("label", catalogue, "-o", out, "--resume", "--model", product_folder)
    assert run.status == 1
    assert "--force" in run.err
    assert out.read_text("utf-8") == "precious"


def test_a_full_disk_costs_no_shard_that_is_done(
    catalogue: Path, tmp_path: Path, tiny_products: ProductModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label, "SHARD_ROWS", 100)
    output = LabelOutput(tmp_path / "out.csv")

    def full(*_: object, **__: object) -> int:
        fault = DualuseError("out.csv cannot be written")
        fault.__context__ = OSError(errno.ENOSPC, "No space left on device")
        raise fault

    monkeypatch.setattr(label, "write_table", full)
    opened = open_catalogue(catalogue, CatalogueOptions())
    with pytest.raises(DualuseError, match="cannot be written"):
        label_catalogue(opened, output, ProductScreener(tiny_products))
    assert len(list(output.parts.glob("*.jsonl"))) == 5


def test_resume_needs_a_file(
    catalogue: Path, product_folder: Path, dualuse_command: Command
) -> None:
    run = dualuse_command("label", catalogue, "--resume", "--model", product_folder)
    assert (run.status, run.out) == (2, "")
    assert "name it with -o" in run.err
