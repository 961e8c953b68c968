import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.policy import PolicyModel
from dualuse.screening import render
from dualuse.screening.label import LabelSummary
from dualuse.screening.triage import PolicyScreener

Command = Callable[..., Any]

BAN = (
    "MOFCOM Announcement No. 7 of 2026: exports of gallium (3C001) to Japan are banned from "
    "6 March 2026. Exporters apply to the ministry for a licence."
)


def test_a_summary_of_a_run_is_a_line_and_its_notices() -> None:
    summary = LabelSummary(
        rows=12_000,
        decisions={"clear": 9_000, "review": 3_000},
        unreadable=5,
        seconds=2.0,
        resumed_rows=4_000,
        notices=("1 damaged row: number 7",),
    )
    assert render.label_summary(summary).splitlines() == [
        "12000 rows: 0 controlled, 3000 review, 9000 clear; 4,000 rows/s",
        "4000 rows were done before this run",
        "5 rows could not be judged and are `review`",
        "1 damaged row: number 7",
    ]


def test_no_time_no_rate() -> None:
    assert LabelSummary(0, {}, 0, 0.0, 0, ()).rows_per_second == 0


def test_the_first_rows_are_shown(
    tmp_path: Path,
    write_csv: Callable[..., Path],
    dualuse_command: Command,
    product_folder: Path,
) -> None:
    source = write_csv("id,text", "1,oak [bold]chair[/bold]", "2,steel bolt", "3,drone")
    out = tmp_path / "out.xlsx"
    run = dualuse_command("label", source, "-o", out, "--show", "2", "--model", product_folder)
    assert "decision" in run.out
    assert "oak [bold]chair[/bold]" in run.out
    assert "steel bolt" in run.out
    assert "drone" not in run.out


def test_rows_that_are_shown_do_not_mix_with_the_result(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv("id,text", "1,oak chair")
    run = dualuse_command("label", source, "--show", "1", "--model", product_folder)
    assert run.out.startswith("id,text,category")
    assert len(run.out.splitlines()) == 2
    assert "oak chair" in run.err


def test_a_machine_gets_the_summary_as_json(
    tmp_path: Path, write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv("id,text", "1,oak chair", "2,")
    options = ("-o", tmp_path / "out.csv", "--json", "--show", "1", "--model", product_folder)
    run = dualuse_command("label", source, *options)
    summary = json.loads(run.out)
    assert (summary["rows"], summary["unreadable"]) == (2, 1)
    assert sum(summary["decisions"].values()) == 2
    assert "rows_per_second" in summary
    assert "oak chair" in run.err


def test_a_json_run_without_a_file_prints_rows(
    write_csv: Callable[..., Path], dualuse_command: Command, product_folder: Path
) -> None:
    source = write_csv("id,text", "1,oak chair")
    run = dualuse_command("label", source, "--json", "--model", product_folder)
    assert json.loads(run.out)["text"] == "oak chair"
    assert json.loads(run.err.splitlines()[-1])["rows"] == 1


def test_summarize_prints_facts_and_sentences_with_their_place(
    tmp_path: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = tmp_path / "ban.txt"
    path.write_text(BAN, "utf-8")
    options = ("--sentences", "2", "--as-of", "2026-04-01", "--model", policy_folder)
    lines = dualuse_command("summarize", path, *options).out.splitlines()
    assert "effective        2026-03-06" in lines
    assert "against          JP" in lines
    assert any(line.startswith("status") and "as of 2026-04-01" in line for line in lines)
    start, end = lines[-1].split("]")[0].strip(" [").split("-")
    assert BAN[int(start) : int(end)] == lines[-1].split("] ", 1)[1]


STEERING = "\x1b[2J\x1b]0;x\x07\u202e\x9b"


def test_no_text_from_outside_steers_the_terminal(
    tmp_path: Path,
    write_csv: Callable[..., Path],
    policy_folder: Path,
    product_folder: Path,
    dualuse_command: Command,
) -> None:
    page = tmp_path / "page.html"
    page.write_text(f"<title>Ga{STEERING}llium</title><p>{BAN}</p>", "utf-8")
    table = write_csv("id,text", f"1,oak {STEERING}chair")
    runs = [
        dualuse_command("summarize", page, "--model", policy_folder),
        dualuse_command("explain", f"oak {STEERING}chair", "--model", product_folder),
        dualuse_command(
            *("label", table, "-o", tmp_path / "out.csv", "--show", 1, "--model", product_folder)
        ),
    ]
    assert [run.status for run in runs] == [0, 0, 0]
    for run in runs:
        assert set(run.out + run.err).isdisjoint(STEERING.replace("[2J", "").replace("]0;x", ""))


def test_summarize_prints_json(
    tmp_path: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = tmp_path / "ban.txt"
    path.write_text(BAN, "utf-8")
    arguments = ("summarize", path, "--json", "--sentences", "1", "--model", policy_folder)
    found = json.loads(dualuse_command(*arguments).out)
    assert len(found["summary"]) == 1
    assert found["codes"] == ["3C001"]


def test_facts_that_are_not_there_are_left_out(tiny_policy: PolicyModel) -> None:
    text = "A chair is a chair. Nothing else is said here of anything."
    document = PolicyDocument("Chairs", text, split_sentences(text, "en"), "en")
    page = render.summary_text(PolicyScreener(tiny_policy, date(2026, 6, 1)).brief(document))
    assert "issuer" not in page
    assert "codes" not in page
    assert "relevance" in page


def test_long_lists_are_cut_and_titles_stay_on_a_line(
    tiny_policy: PolicyModel, capsys: pytest.CaptureFixture[str]
) -> None:
    title = "A very long title " * 20
    document = PolicyDocument(title, BAN, split_sentences(BAN, "en"), "en")
    briefing = PolicyScreener(tiny_policy, date(2026, 6, 1)).brief(document)
    render.print_briefings([briefing, briefing])
    shown = [line for line in capsys.readouterr().out.splitlines() if "very long" in line]
    assert len(shown) == 2
    assert all("…" in line for line in shown)
