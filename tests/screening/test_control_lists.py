import csv
import io
import json
from collections.abc import Callable
from typing import Any

from dualuse.corpus.control_lists.store import load_entries

Command = Callable[..., Any]


def test_show_prints_goods_figures_and_what_is_left_out(dualuse_command: Command) -> None:
    run = dualuse_command("lists", "show", "6A003")
    assert run.status == 0
    assert run.out.startswith("6A003  ")
    assert "6A003.b.4.b" in run.out
    assert "not " in run.out
    assert "EU, US, JP" in run.out


def test_show_as_json_is_the_whole_entry(dualuse_command: Command) -> None:
    run = dualuse_command("lists", "show", "CN:3C001", "--json")
    (entry,) = map(json.loads, run.out.splitlines())
    assert entry["regimes"] == ["CN"]
    assert entry["terms"]["zh"]


def test_an_unknown_code_is_one_sentence_with_its_neighbours(dualuse_command: Command) -> None:
    run = dualuse_command("lists", "show", "4A777")
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith("Error: no list here has '4A777'; 4A has 4A001")


def test_search_prints_the_best_first(dualuse_command: Command) -> None:
    run = dualuse_command("lists", "search", "hydrophone", "--limit", 3)
    lines = run.out.splitlines()
    assert len(lines) == 3
    assert "6A001" in run.out
    again = dualuse_command("lists", "search", "hydrophone", "--limit", 3, "--json")
    codes = [json.loads(line)["code"] for line in again.out.splitlines()]
    assert codes == [line.split()[0] for line in lines]


def test_search_for_what_nothing_is_like_is_one_sentence(dualuse_command: Command) -> None:
    run = dualuse_command("lists", "search", "☃")
    assert (run.status, run.out) == (1, "")
    assert run.err == "Error: no entry is like '☃': try another name of the goods\n"


def test_export_has_the_promised_fields_in_both_forms(dualuse_command: Command) -> None:
    head = "code title category group kind regimes terms conditions valid_from valid_to"
    rows = [
        json.loads(line) for line in dualuse_command("lists", "export", "--json").out.splitlines()
    ]
    assert len(rows) == len(load_entries())
    assert all(" ".join(row) == head for row in rows)
    table = list(csv.DictReader(io.StringIO(dualuse_command("lists", "export").out)))
    assert [row["code"] for row in table] == [row["code"] for row in rows]
    assert json.loads(table[0]["regimes"]) == rows[0]["regimes"]
    gallium = [row for row in rows if row["code"] == "3C001" and row["regimes"] == ["CN"]]
    assert gallium[0]["valid_from"]


def test_search_for_letters_that_no_word_has_is_one_sentence(dualuse_command: Command) -> None:
    for words in ("zzzzqqq", "qx"):
        run = dualuse_command("lists", "search", words)
        assert (run.status, run.out) == (1, "")
        assert f"no entry is like {words!r}" in run.err


def test_entries_made_for_goods_come_before_those_that_take_what_is_left(
    dualuse_command: Command,
) -> None:
    for words in ("carbon fibre", "Carbon Fiber"):
        run = dualuse_command("lists", "search", words, "--limit", 4)
        codes = [line.split()[0] for line in run.out.splitlines()]
        assert set(codes[:2]) == {"1C210", "1C010"}
        assert set(codes[2:]) == {"1C990", "9C110"}
