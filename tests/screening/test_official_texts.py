"""`lists import` and `lists diff`, and what `explain` quotes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.control_lists.plain import plain_entry
from dualuse.corpus.control_lists.store import entries_of, lists_folder

Command = Callable[..., Any]


@pytest.fixture
def us_text(tmp_path: Path) -> Path:
    path = tmp_path / "us.csv"
    path.write_text(
        "paragraph,kind,text\n"
        "6A003,heading,Cameras of the official text\n"
        "6A003.b.4.b,item,Thermal cameras of the official text\n"
        "9Z999,heading,Nothing that we know\n",
        "utf-8",
    )
    return path


def test_an_imported_text_is_quoted_by_explain(
    us_text: Path, product_folder: Path, dualuse_command: Command
) -> None:
    run = dualuse_command("lists", "import", us_text, "--regime", "US")
    assert (run.status, run.out) == (0, "")
    assert "US: 3 paragraphs of 2 entries are in " in run.err
    text = "thermal imaging camera 640x512 60 Hz"
    explain = ("explain", text, "--model", product_folder)
    page = dualuse_command(*explain).out
    found = json.loads(dualuse_command(*explain, "--json").out)
    quoted = [
        quote
        for candidate in found["candidates"]
        if candidate["code"] == "6A003"
        for quote in candidate["official"]
    ]
    assert {quote["source"] for quote in quoted} == {"us.csv"}
    assert "of the official text" in page
    eu_alone = dualuse_command(*explain, "--json", "--regimes", "EU").out
    assert "of the official text" not in eu_alone


def test_a_text_is_replaced_only_when_asked(us_text: Path, dualuse_command: Command) -> None:
    importing = ("lists", "import", us_text, "--regime", "US")
    assert dualuse_command(*importing).status == 0
    run = dualuse_command(*importing)
    assert run.status == 1
    assert "holds a text of US already; --force replaces it" in run.err
    assert dualuse_command(*importing, "--force").status == 0


def test_codes_that_are_not_among_our_entries_are_told(
    tmp_path: Path, dualuse_command: Command
) -> None:
    path = tmp_path / "eu.csv"
    path.write_text("code,text\n3A999,heading\n8(1),goods\n", "utf-8")
    run = dualuse_command("lists", "import", path, "--regime", "EU")
    assert "not among the entries here: 3A999\n" in run.err


def _folder(tmp_path: Path, name: str, *codes: str, title: str = "") -> Path:
    folder = tmp_path / name
    folder.mkdir()
    lines = []
    for code in codes:
        (entry,) = entries_of(code)
        fields = plain_entry(entry)
        fields["title"] = title or fields["title"]
        lines.append(json.dumps(fields))
    (folder / "6.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def test_two_folders_of_entries_are_compared(tmp_path: Path, dualuse_command: Command) -> None:
    old = _folder(tmp_path, "old", "6A003", "6A203", title="Cameras of old")
    new = _folder(tmp_path, "new", "6A003", "6A007")
    run = dualuse_command("lists", "diff", old, new)
    lines = run.out.splitlines()
    assert lines[0] == "~ 6A003 EU,US,JP"
    assert lines[1].startswith("    ~ title: Cameras of old → ")
    assert lines[2].startswith("+ 6A007 ")
    assert lines[-2].startswith("- 6A203 ")
    assert lines[-1] == "2 entries: 1 added, 1 removed, 1 changed"
    rows = [
        json.loads(x)
        for x in dualuse_command("lists", "diff", old, new, "--json").out.split("\n")
        if x
    ]
    assert [row["change"] for row in rows] == ["changed", "added", "removed"]
    assert {each["paragraph"] for each in rows[1]["paragraphs"]} >= {"6A007.a", "title"}


def test_an_export_is_compared_by_what_it_tells(tmp_path: Path, dualuse_command: Command) -> None:
    export = tmp_path / "export.jsonl"
    export.write_text(dualuse_command("lists", "export", "--json").out, "utf-8")
    run = dualuse_command("lists", "diff", export, "shipped")
    assert run.out.endswith("entries: 0 added, 0 removed, 0 changed\n")
    run = dualuse_command("lists", "diff", lists_folder() / "6.jsonl", lists_folder() / "6.jsonl")
    assert run.out.endswith("entries: 0 added, 0 removed, 0 changed\n")


def test_official_texts_are_compared_by_paragraph(
    us_text: Path, tmp_path: Path, dualuse_command: Command
) -> None:
    assert dualuse_command("lists", "import", us_text, "--regime", "US").status == 0
    new = tmp_path / "new.csv"
    new.write_text(us_text.read_text("utf-8").replace("Thermal", "Infrared"), "utf-8")
    run = dualuse_command("lists", "diff", "US", new)
    said = "cameras of the official text"
    assert run.out.splitlines() == [
        "~ 6A003",
        f"    ~ 6A003.b.4.b: Thermal {said} → Infrared {said}",
        "2 entries: 0 added, 0 removed, 1 changed",
    ]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("shipped", "{us}", "cannot be compared: one holds entries"),
        ("EU", "shipped", "no text of EU has been imported"),
        ("nowhere", "shipped", "nowhere"),
        ("{bad}", "shipped", "line 1: field 'code' is missing"),
        ("{list}", "shipped", "line 2: a JSON object is needed"),
        ("{empty}", "shipped", "holds no control lists"),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(
    old: str, new: str, words: str, us_text: Path, tmp_path: Path, dualuse_command: Command
) -> None:
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"conditions": 3}\n', "utf-8")
    rows = tmp_path / "rows.jsonl"
    (line, *_) = dualuse_command("lists", "export", "--json").out.splitlines()
    rows.write_text(f"{line}\n[1]\n", "utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    named = {"{us}": us_text, "{bad}": bad, "{list}": rows, "{empty}": empty}
    run = dualuse_command("lists", "diff", named.get(old, old), named.get(new, new))
    assert (run.status, run.out) == (1, "")
    assert words in run.err
    assert len(run.err.splitlines()) == 1


def test_what_has_no_number_or_two_texts_is_told(tmp_path: Path, dualuse_command: Command) -> None:
    path = tmp_path / "odd.csv"
    rows = ("6A003.b.4.b,First words", "nonsense,foo", "6A003.b.4.b,Second words", "6A003.a,x")
    path.write_text("\n".join(("paragraph,text", *rows)), "utf-8")
    run = dualuse_command("lists", "import", path, "--regime", "US")
    assert "US: 3 paragraphs of 1 entry are in " in run.err
    assert "left out, with a number of no list: nonsense\n" in run.err
    assert "more than one text, of which the first is quoted: 6A003.b.4.b\n" in run.err
    path.write_text("paragraph,text\nnonsense,foo\n", "utf-8")
    run = dualuse_command("lists", "import", path, "--regime", "EU")
    assert run.status == 1
    assert "no paragraph has a number of a list" in run.err
