"""The command line as a whole: help, documentation, speed, streams."""

import io
import json
import os
import runpy
import subprocess
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import pytest

from dualuse.cli import cli, main
from dualuse.corpus.records import LabelledProduct

Command = Callable[..., Any]

ROOT = Path(__file__).parents[1]
REFERENCE = runpy.run_path(str(ROOT / "docs" / "generate_commands.py"))
COMMANDS: dict[str, click.Command] = {
    context.command_path: context.command
    for context in REFERENCE["contexts"](click.Context(cli, info_name="dualuse"))
}

# Whatever is installed, the checkout is what is run.
MAIN = f"""
import sys, types
package = types.ModuleType("dualuse")
package.__path__ = [{str(ROOT)!r}]
sys.modules["dualuse"] = package
from dualuse.cli import main
"""
HEAVY = "sklearn scipy numpy torch transformers datasets pyarrow pypdf trafilatura lxml rich"


def test_all_commands_are_known() -> None:
    assert set(COMMANDS) == {
        f"dualuse {name}"
        for name in (
            *("label", "triage", "summarize", "explain", "train", "evaluate", "corpus check"),
            *("lists show", "lists search", "lists export", "lists import", "lists diff"),
        )
    }


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help(name: str, dualuse_command: Command) -> None:
    command = COMMANDS[name]
    assert command.help
    assert command.help.splitlines()[0].endswith(".")
    for flag in ("--help", "-h"):
        run = dualuse_command(*name.split()[1:], flag)
        assert (run.status, run.err) == (0, "")
        assert run.out.startswith(f"Usage: {name} [OPTIONS]")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_has_help(name: str) -> None:
    options = [each for each in COMMANDS[name].params if isinstance(each, click.Option)]
    assert options
    for option in options:
        assert (option.help or "").strip(), option.opts


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_in_the_documentation(name: str) -> None:
    assert f"{name} " in (ROOT / "README.md").read_text("utf-8").replace("\n", " ")
    assert f"\n## {name}\n" in (ROOT / "docs" / "commands.md").read_text("utf-8")


def test_the_reference_is_what_the_commands_say() -> None:
    written = (ROOT / "docs" / "commands.md").read_text("utf-8")
    assert written == REFERENCE["reference"](), "run `python docs/generate_commands.py`"


def test_the_reference_holds_the_help_of_a_terminal(
    dualuse_command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    page = REFERENCE["reference"]()
    for name in COMMANDS:
        assert f"```\n{dualuse_command(*name.split()[1:], '--help').out}```" in page


def test_groups_have_help(dualuse_command: Command) -> None:
    for arguments, word in (((), "triage"), (("corpus",), "check")):
        run = dualuse_command(*arguments, "--help")
        assert run.status == 0
        assert word in run.out


def test_help_comes_at_once(worked_by_children: Callable[[], float]) -> None:
    # What it works, not what it waits for: other tests run beside this one.
    seconds = []
    for _ in range(5):
        started = worked_by_children()
        program = MAIN + "main()"
        subprocess.run([sys.executable, "-c", program, "--help"], check=True, capture_output=True)
        seconds.append(worked_by_children() - started)
    assert min(seconds) < 0.2


def test_help_loads_nothing_heavy() -> None:
    program = MAIN + (
        "for name in ('', *sys.argv[1:]):\n"
        "    sys.argv = ['dualuse', *name.split()[1:], '--help']\n"
        "    try: main()\n"
        "    except SystemExit: pass\n"
        f"sys.stderr.write(' '.join(set({HEAVY!r}.split()) & set(sys.modules)))\n"
    )
    command = [sys.executable, "-c", program, *COMMANDS]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    assert done.stdout.count("Usage: ") == len(COMMANDS) + 1
    assert done.stderr == ""


def test_the_version_is_told(dualuse_command: Command) -> None:
    run = dualuse_command("--version")
    assert run.status == 0
    assert run.out.startswith("dualuse, version ")


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("tabulate",), "No such command 'tabulate'"),
        (("label",), "Missing argument 'INPUT'"),
        (("triage",), "Missing argument 'PATH…'"),
        (("label", "in.csv", "--colour"), "No such option"),
        (("label", "in.csv", "--regimes", "EU,UK"), "'UK' is none of EU, US, CN, JP"),
        (("label", "in.csv", "--regimes", ""), "'' is none of"),
        (("label", "in.csv", "--max-miss-rate", "1.5"), "1.5 is not in the range 0<=x<=1"),
        (("label", "in.csv", "--max-miss-rate", "nan"), "'nan' is no number from 0 to 1"),
        (("explain", "x", "--min-precision", "-1"), "-1.0 is not in the range 0<=x<=1"),
        (("label", "in.csv", "--header-row", "-2"), "-2 is not in the range x>=0"),
        (("label", "in.csv", "--show", "-1"), "-1 is not in the range x>=0"),
        (("triage", ".", "--as-of", "06/01/2026"), "is no date of the form 2026-01-06"),
        (("summarize", "x.txt", "--as-of", "2026-02-30"), "'2026-02-30' is no date"),
        (("train", "-o", "m", "--task", "chess"), "'chess' is not one of"),
        (("train",), "Missing option '-o'"),
    ],
)
def test_wrong_usage_is_status_2(
    arguments: tuple[str, ...], reason: str, dualuse_command: Command
) -> None:
    run = dualuse_command(*arguments)
    assert (run.status, run.out) == (2, "")
    assert reason in run.err
    assert "Traceback" not in run.err


def test_regimes_are_taken_in_any_case_and_order() -> None:
    label = COMMANDS["dualuse label"]
    context = label.make_context("label", ["in.csv", "--regimes", " jp, Us,jp"])
    assert context.params["regimes"] == ("US", "JP")


def test_the_output_is_utf8_whatever_the_locale(
    product_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, "ascii"))
    monkeypatch.setattr(
        sys, "argv", ["dualuse", "explain", "光纤陀螺仪 \udcff", "--model", str(product_folder)]
    )
    with pytest.raises(SystemExit) as stop:
        main()
    sys.stdout.flush()
    assert not stop.value.code
    assert raw.getvalue().decode().startswith("光纤陀螺仪 \\udcff")


def test_a_reader_that_has_seen_enough_is_no_error(
    tmp_path: Path, few_products: list[LabelledProduct]
) -> None:
    alone = next(product for product in few_products if product.pair is None)
    (tmp_path / "products").mkdir()
    (tmp_path / "products" / "one.jsonl").write_text(json.dumps(asdict(alone)), "utf-8")
    command = [sys.executable, "-c", MAIN + "main()", "corpus", "check", str(tmp_path)]
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "wb") as closed:
        done = subprocess.run(command, stdout=closed, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no device that is full")
def test_a_full_output_is_one_sentence() -> None:
    command = [sys.executable, "-c", MAIN + "main()", "lists", "show", "6A003"]
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 1
    assert run.stderr.count("\n") == 1
    assert "no space left" in run.stderr


def test_a_closed_output_is_no_traceback() -> None:
    command = [sys.executable, "-c", MAIN + "main()", "lists", "show", "6A003"]
    shell = ["sh", "-c", '"$@" >&-', "sh", *command]
    run = subprocess.run(shell, stderr=subprocess.PIPE, text=True, check=False)
    assert "Traceback" not in run.stderr
