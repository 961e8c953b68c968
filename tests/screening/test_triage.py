import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from dualuse.corpus.labels import LIST_CATEGORIES, MEASURES, RELEVANCE

Command = Callable[..., Any]

# The design, section 4.
FIELDS = [
    "path",
    "title",
    "language",
    "issuer",
    "issuing_country",
    "number",
    "date",
    "relevance",
    "relevance_score",
    "categories",
    "scope",
    "measures",
    "target_countries",
    "effective_date",
    "dates",
    "items",
    "codes",
    "hs_codes",
    "legal_basis",
    "parties",
    "exceptions",
    "penalties",
    "reexport",
    "links",
    "status",
    "summary",
    "brief",
    "facts",
    "model",
    "lists",
]
# Beside those of the design: what belongs together, and what --update goes by.
BESIDE = ["group", "digest", "fingerprint", "settings"]
PARTS = {
    "dates": {"role", "date", "start", "end"},
    "items": {"text", "start", "end"},
    "parties": {"name", "country", "list", "start", "end"},
    "links": {"relation", "number"},
    "summary": {"text", "start", "end"},
    "facts": {"field", "value", "start", "end"},
}

BAN = """MOFCOM Announcement No. 7 of 2026

In accordance with the Export Control Law, exports of gallium and germanium (3C001) to Japan are \
banned from 6 March 2026. The ban does not apply to medical uses. Exporters apply to MOFCOM for a \
licence. Questions are answered by telephone on working days. This announcement was drafted by the \
Bureau of Security and Control.
"""


@pytest.fixture
def triaged(notices: Path, policy_folder: Path, dualuse_command: Command) -> list[dict[str, Any]]:
    """The objects that `triage` prints for a folder of documents."""
    run = dualuse_command("triage", notices, "--with-text", "--model", policy_folder)
    assert run.status == 0, run.err
    return [json.loads(line) for line in run.out.splitlines()]


def test_an_object_has_exactly_the_fields_of_the_design(triaged: list[dict[str, Any]]) -> None:
    for found in triaged:
        assert list(found) == [*FIELDS, *BESIDE, "text"]
        assert set(found["status"]) == {"as_of", "state", "until", "note"}
        for name, keys in PARTS.items():
            assert all(set(part) == keys for part in found[name])


def test_labels_are_of_the_scheme(triaged: list[dict[str, Any]]) -> None:
    for found in triaged:
        assert found["relevance"] in RELEVANCE
        assert 0 <= found["relevance_score"] <= 1
        assert set(found["categories"]) <= set(LIST_CATEGORIES)
        assert found["measures"] == ["none"] or set(found["measures"]) <= set(MEASURES)
        assert (found["model"], found["lists"]) == ("tiny", "test lists")


def test_the_most_relevant_comes_first(triaged: list[dict[str, Any]]) -> None:
    keys = [(RELEVANCE.index(each["relevance"]), each["relevance_score"]) for each in triaged]
    assert keys == sorted(keys, reverse=True)
    assert len({relevance for relevance, _ in keys}) > 2
    assert len(triaged) == 4


def test_offsets_point_at_the_text(triaged: list[dict[str, Any]]) -> None:
    pointed = 0
    for found in triaged:
        for part in (*found["summary"], *found["items"], *found["exceptions"]):
            assert found["text"][part["start"] : part["end"]] == part["text"]
            pointed += 1
        for part in (*found["facts"], *found["dates"], *found["parties"]):
            assert 0 <= part["start"] <= part["end"] <= len(found["text"])
            pointed += part["end"] > part["start"]
    assert pointed > 12


def test_every_claim_has_its_place(
    tmp_path: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = tmp_path / "ban.txt"
    path.write_text(BAN, "utf-8")
    run = dualuse_command("triage", path, "--as-of", "2026-04-01", "--model", policy_folder)
    found = json.loads(run.out)
    assert found["effective_date"] == "2026-03-06"
    assert found["target_countries"] == ["JP"]
    assert found["codes"] == ["3C001"]
    assert found["status"]["as_of"] == "2026-04-01"
    claimed = {fact["field"] for fact in found["facts"]}
    assert {"relevance", "effective_date", "target_countries", "codes", "items"} <= claimed


def test_the_text_is_given_on_request_only(
    notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    run = dualuse_command("triage", notices / "high.txt", "--model", policy_folder)
    assert list(json.loads(run.out)) == [*FIELDS, *BESIDE]


def test_a_summary_is_as_long_as_asked(
    notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = notices / "high.txt"

    def length(count: str) -> int:
        run = dualuse_command("triage", path, "--sentences", count, "--model", policy_folder)
        return len(json.loads(run.out)["summary"])

    assert length("1") == 1
    assert length("2") == 2
    assert length("100%") > 2


def test_bad_files_are_named_and_the_good_are_told(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    bad, empty = tmp_path / "bad.pdf", tmp_path / "empty.txt"
    bad.write_bytes(b"%PDF-1.4\nnonsense")
    empty.touch()
    good = notices / "low.txt"
    run = dualuse_command("triage", bad, good, empty, "--model", policy_folder)
    assert run.status == 3
    assert [json.loads(line)["path"] for line in run.out.splitlines()] == [str(good)]
    told = [line for line in run.err.splitlines() if line.startswith("not read: ")]
    assert len(told) == 2
    assert str(bad) in told[0]
    assert str(empty) in told[1]


def test_files_of_other_kinds_in_a_folder_are_named(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "low.txt").write_bytes((notices / "low.txt").read_bytes())
    for name in ("setup.exe", "photo.jpg", ".hidden", *(f"{number}.bin" for number in range(5))):
        (folder / name).touch()
    out = folder / "out.jsonl"
    out.touch()
    run = dualuse_command("triage", folder, "-o", out, "--force", "--model", policy_folder)
    assert run.status == 0
    told = "passed over, being no documents: 0.bin, 1.bin, 2.bin, 3.bin, 4.bin and 2 more"
    assert told in run.err.splitlines()


def test_one_document_of_an_archive(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    archive = tmp_path / "notices.zip"
    with ZipFile(archive, "w") as packed:
        for name in ("low.txt", "annex/items.xlsx", "also/low.txt"):
            packed.writestr(name, (notices / "low.txt").read_bytes())
    whole = dualuse_command("triage", archive, "--model", policy_folder)
    assert whole.status == 0
    assert "passed over, being no documents: notices.zip!annex/items.xlsx" in whole.err.splitlines()
    one = dualuse_command("triage", f"{archive}!also/low.txt", "--model", policy_folder)
    assert one.status == 0
    told = [json.loads(line)["path"] for line in one.out.splitlines()]
    assert told == [f"{archive}!also/low.txt"]
    over = dualuse_command(
        "triage", f"{archive}!low.txt", "-o", archive, "--force", "--model", policy_folder
    )
    assert over.status == 1
    assert "is the input itself" in over.err


def test_no_good_file_is_an_error(
    tmp_path: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.touch()
    run = dualuse_command("triage", *paths, "-o", tmp_path / "out.jsonl", "--model", policy_folder)
    assert run.status == 1
    assert run.err.splitlines()[-1].startswith("Error: none of 2 documents")
    assert not (tmp_path / "out.jsonl").exists()


def test_results_may_go_to_a_file(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    out = tmp_path / "out.jsonl"
    arguments = ("triage", notices, "-o", out, "--model", policy_folder)
    run = dualuse_command(*arguments)
    assert (run.status, run.out) == (0, "")
    assert len(out.read_text("utf-8").splitlines()) == 4
    assert dualuse_command(*arguments).status == 1
    assert dualuse_command(*arguments, "--force").status == 0
    assert len(dualuse_command("triage", notices, "-o", "-", *arguments[4:]).out.splitlines()) == 4


def test_a_document_is_never_overwritten(
    notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = notices / "low.txt"
    before = path.read_bytes()
    run = dualuse_command("triage", path, "-o", path, "--force", "--model", policy_folder)
    assert run.status == 1
    assert path.read_bytes() == before


def test_an_earlier_report_is_no_document(
    notices: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    report = notices / "report.html"
    arguments = ("triage", notices, "--html", report, "--json", "--force", "--model", policy_folder)
    first, second = dualuse_command(*arguments), dualuse_command(*arguments)
    assert first.out == second.out != ""


def test_a_name_that_is_not_utf8_is_kept(
    tmp_path: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = tmp_path / "n\udcff.txt"
    path.write_text(BAN, "utf-8")
    out = tmp_path / "out.jsonl"
    html = tmp_path / "out.html"
    options = ("--html", html, "--json", "--model", policy_folder)
    run = dualuse_command("triage", path, *options)
    assert json.loads(run.out)["path"] == str(path)
    assert dualuse_command("triage", path, "-o", out, "--model", policy_folder).status == 0
    assert json.loads(out.read_text("utf-8"))["path"] == str(path)


def test_a_document_on_standard_input(
    policy_folder: Path, dualuse_command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(BAN.encode()), "utf-8"))
    run = dualuse_command("triage", "-", "--model", policy_folder)
    found = json.loads(run.out)
    assert (found["path"], found["number"]) == ("-", "Announcement No. 7 of 2026")


def test_a_terminal_shows_a_table_and_a_pipe_json(
    notices: Path, policy_folder: Path, dualuse_command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("triage", notices, "--model", policy_folder)
    assert dualuse_command(*arguments).out.startswith("{")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "160")
    shown = dualuse_command(*arguments).out
    assert "relevance" in shown.splitlines()[1]
    assert "{" not in shown
    lines = dualuse_command(*arguments, "--json").out.splitlines()
    assert all(line.startswith("{") for line in lines)


def test_of_an_endless_text_the_beginning_is_read_and_the_rest_is_told(
    tmp_path: Path, policy_folder: Path, dualuse_command: Command
) -> None:
    path = tmp_path / "endless.txt"
    path.write_text(BAN + "\n\n" + "a" * 700_000, encoding="utf-8")
    run = dualuse_command("triage", path, "--as-of", "2026-04-01", "--model", policy_folder)
    found = json.loads(run.out)
    (rest,) = [fact for fact in found["facts"] if fact["field"] == "unread"]
    assert rest["value"].startswith("only the first 500,000 of 700,")
    assert f"read in part: {path}: {rest['value']}" in run.err
    assert found["number"] == "Announcement No. 7 of 2026"
    assert all(len(each["text"]) <= 10_000 for each in found["summary"])
