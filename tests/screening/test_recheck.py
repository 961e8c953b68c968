"""Labelling again only what changed entries can touch."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.control_lists import versions
from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.store import VERSION, entries_of, load_entries
from dualuse.corpus.control_lists.versions import entry_digest, entry_name
from dualuse.corpus.version import lists_version
from dualuse.screening.recheck import ChangedEntries

Command = Callable[..., Any]

OLD = "2000-01-01"
ROWS = (
    "id,text,evidence",
    "1,LWIR thermal camera 640x512 60 Hz,mine",
    "2,oak chair,mine",
    "3,,mine",
    "4,steel bolt M8,mine",
)


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    path = tmp_path / "in.csv"
    path.write_text("".join(f"{row}\n" for row in ROWS), "utf-8")
    return path


@pytest.fixture
def old_lists(monkeypatch: pytest.MonkeyPatch) -> None:
    """An older version of the lists, in which 6A003 was another."""
    digests = {entry_name(entry): entry_digest(entry) for entry in load_entries()}
    (camera,) = entries_of("6A003")
    digests[entry_name(camera)] = "another"
    known = {OLD: digests, **versions.shipped_versions()}
    monkeypatch.setattr(versions, "shipped_versions", lambda: known)


@pytest.fixture
def earlier(
    tmp_path: Path, catalogue: Path, dualuse_command: Command, product_folder: Path
) -> Path:
    """An output made with the older lists, whose labels nobody would give today."""
    path = tmp_path / "old.csv"
    run = dualuse_command("label", catalogue, "-o", path, "--model", product_folder)
    assert run.status == 0, run.err
    text = path.read_text("utf-8").replace("test lists", f"control lists {OLD}")
    path.write_text(text.replace("clear", "controlled"), "utf-8")
    return path


@pytest.mark.usefixtures("old_lists")
def test_rows_that_no_change_touches_keep_their_labels(
    catalogue: Path,
    earlier: Path,
    tmp_path: Path,
    product_folder: Path,
    dualuse_command: Command,
    records: Callable[[Path], list[dict[str, str]]],
) -> None:
    output = tmp_path / "new.csv"
    options = ("-o", output, "--model", product_folder, "--recheck", earlier)
    run = dualuse_command("label", catalogue, *options)
    assert run.status == 0, run.err
    assert f"1 entry of the lists has changed since version {OLD}" in run.err
    assert "3 rows that no changed entry touches kept their labels" in run.err
    camera, chair, empty, bolt = records(output)
    assert camera["lists"] == "test lists"
    old_chair = records(earlier)[1]
    kept = {name: value for name, value in chair.items() if name != "lists"}
    assert kept == {name: value for name, value in old_chair.items() if name != "lists"}
    assert {each["lists"] for each in (chair, empty, bolt)} == {lists_version()}
    assert empty["basis"] == "unreadable"
    assert [each["evidence"] for each in records(output)] == ["mine"] * 4


@pytest.mark.usefixtures("old_lists")
def test_changed_and_new_rows_are_judged_anew(
    catalogue: Path,
    earlier: Path,
    tmp_path: Path,
    product_folder: Path,
    dualuse_command: Command,
) -> None:
    catalogue.write_text("\n".join([*ROWS[:2], "2,oak chair with arms,mine", *ROWS[3:], "9,new,x"]))
    output = tmp_path / "new.jsonl"
    options = ("-o", output, "--model", product_folder, "--recheck", earlier, "--since", OLD)
    run = dualuse_command("label", catalogue, *options, "--json")
    summary = json.loads(run.out)
    assert (summary["rows"], summary["kept_rows"]) == (5, 2)
    lists = [json.loads(line)["lists"] for line in output.read_text("utf-8").splitlines()]
    assert lists == ["test lists", "test lists", lists_version(), lists_version(), "test lists"]


@pytest.mark.usefixtures("old_lists")
def test_a_row_of_another_version_is_judged_anew(
    catalogue: Path, earlier: Path, tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    options = ("-o", tmp_path / "new.csv", "--model", product_folder, "--recheck", earlier)
    run = dualuse_command("label", catalogue, *options, "--since", VERSION)
    assert "0 rows that no changed entry touches" in run.err


@pytest.mark.usefixtures("old_lists")
@pytest.mark.parametrize(
    ("option", "value"),
    [("--regimes", "CN"), ("--max-miss-rate", "0.5"), ("--as-of", "2025-01-01")],
)
def test_rows_that_were_asked_otherwise_are_judged_anew(
    catalogue: Path,
    earlier: Path,
    tmp_path: Path,
    product_folder: Path,
    dualuse_command: Command,
    option: str,
    value: str,
) -> None:
    model = ("--model", product_folder)
    run = dualuse_command("label", catalogue, "-o", tmp_path / "new.csv", *model, option, value)
    assert run.status == 0, run.err
    otherwise = tmp_path / "other.csv"
    text = (tmp_path / "new.csv").read_text("utf-8")
    otherwise.write_text(text.replace("test lists", f"control lists {OLD}"), "utf-8")
    again = ("-o", tmp_path / "again.csv", *model)
    run = dualuse_command("label", catalogue, *again, "--recheck", otherwise)
    assert "0 rows that no changed entry touches" in run.err
    run = dualuse_command(
        "label", catalogue, *again, "--force", "--recheck", earlier, option, value
    )
    assert "0 rows that no changed entry touches" in run.err
    same = ("--recheck", otherwise, option, value)
    run = dualuse_command("label", catalogue, *again, "--force", *same)
    assert "3 rows that no changed entry touches" in run.err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--recheck", "{old}", "--since", "1999"), "no lists of version '1999' have shipped"),
        (("--recheck", "{in}"), "is no output of `label` for"),
        (("--recheck", "nowhere.csv"), "nowhere.csv"),
        (("--recheck", "{odd}"), "row 1: the labels are none that `label` wrote"),
    ],
)
@pytest.mark.usefixtures("old_lists")
def test_a_wrong_recheck_is_one_sentence(
    options: tuple[str, ...],
    words: str,
    catalogue: Path,
    earlier: Path,
    tmp_path: Path,
    product_folder: Path,
    dualuse_command: Command,
) -> None:
    odd = tmp_path / "odd.csv"
    lines = earlier.read_text("utf-8").split("\n")
    fields = lines[1].split(",")
    fields[4] = "sure"  # the confidence
    odd.write_text("\n".join([lines[0], ",".join(fields), *lines[2:]]), "utf-8")
    named = {"{old}": earlier, "{in}": catalogue, "{odd}": odd}
    output = tmp_path / "new.csv"
    run = dualuse_command(
        *("label", catalogue, "-o", output, "--model", product_folder),
        *(named.get(each, each) for each in options),
    )
    assert run.status == 1
    assert words in run.err
    assert not output.exists()


def test_the_signed_off_are_for_todays_file_to_say(
    catalogue: Path, tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    known = tmp_path / "known.csv"
    known.write_text("id,relevance\n2,high\n", "utf-8")
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    model = ("--model", product_folder)
    assert dualuse_command("label", catalogue, "-o", old, *model, "--known", known).status == 0
    old.write_text(old.read_text("utf-8").replace("test lists", lists_version()), "utf-8")
    run = dualuse_command("label", catalogue, "-o", new, *model, "--recheck", old)
    assert "3 rows that no changed entry touches" in run.err
    assert "Signed off" not in new.read_text("utf-8")


def test_what_changed_entries_can_touch() -> None:
    (camera,) = entries_of("6A003")
    changed = ChangedEntries([entry_name(camera), "9Z999 US"], load_entries())
    assert changed.touch("steel bolt", ["6A003"])
    assert changed.touch("steel bolt", ["3A001", "US:9Z999"])
    assert changed.touch("Thermal imaging camera", [])
    assert changed.touch("非制冷红外热像仪机芯", [])
    assert not changed.touch("steel bolt", ["3A001"])
    assert not ChangedEntries([], load_entries()).touch("Thermal imaging camera", ["6A003"])


@pytest.mark.parametrize("entry", load_entries()[::25], ids=lambda entry: entry.code)
def test_every_name_of_an_entry_touches_it(entry: ControlEntry) -> None:
    changed = ChangedEntries([entry_name(entry)], load_entries())
    names = [name for condition in entry.conditions for name in condition.names]
    terms = [term for terms in entry.terms.values() for term in terms]
    assert [name for name in (*terms, *names) if not changed.touch(f"ab {name} 12", ())] == []


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("decision", "foo"),
        ("basis", ""),
        ("relevance", "huge"),
        ("codes", "[5]"),
        ("regimes", "XX"),
    ],
)
def test_labels_that_are_none_of_ours_are_one_sentence(
    place: str,
    value: str,
    catalogue: Path,
    tmp_path: Path,
    product_folder: Path,
    dualuse_command: Command,
) -> None:
    old = tmp_path / "old.jsonl"
    model = ("--model", product_folder)
    assert dualuse_command("label", catalogue, "-o", old, *model).status == 0
    first, *rest = old.read_text("utf-8").splitlines()
    fields = json.loads(first) | {place: json.loads(value) if value.startswith("[") else value}
    old.write_text("\n".join([json.dumps(fields), *rest]) + "\n", "utf-8")
    output = tmp_path / "new.csv"
    run = dualuse_command(
        "label", catalogue, "-o", output, *model, "--recheck", old, "--since", VERSION
    )
    assert (run.status, output.exists()) == (1, False)
    assert "row 1: the labels are none that `label` wrote" in run.err


def test_another_models_rows_are_judged_anew(
    catalogue: Path, tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    old = tmp_path / "old.csv"
    model = ("--model", product_folder)
    assert dualuse_command("label", catalogue, "-o", old, *model).status == 0
    old.write_text(old.read_text("utf-8").replace(",tiny,", ",huge,"), "utf-8")
    options = ("-o", tmp_path / "new.csv", *model, "--recheck", old, "--since", VERSION)
    run = dualuse_command("label", catalogue, *options)
    assert "1 row that no changed entry touches kept its labels" in run.err


def test_rows_that_are_signed_off_are_not_kept(
    catalogue: Path, tmp_path: Path, product_folder: Path, dualuse_command: Command
) -> None:
    old, known = tmp_path / "old.csv", tmp_path / "known.csv"
    known.write_text("id,relevance\n2,high\n4,none\n", "utf-8")
    model = ("--model", product_folder)
    assert dualuse_command("label", catalogue, "-o", old, *model).status == 0
    old.write_text(old.read_text("utf-8").replace("test lists", lists_version()), "utf-8")
    options = ("-o", tmp_path / "new.csv", "--recheck", old, "--known", known, "--json")
    run = dualuse_command("label", catalogue, *model, *options)
    assert json.loads(run.out)["kept_rows"] == 2
