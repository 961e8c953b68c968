"""Options that contradict each other: one sentence, exit status 2, and nothing left behind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CONTRADICTIONS = [
    ("triage good.txt --sentences many", "'many' is no number of sentences"),
    ("summarize good.txt --sentences 0", "'0' is no number of sentences"),
    ("summarize good.txt --sentences 200%", "'200%' is no number of sentences"),
    ("label good.csv --resume", "--resume goes on with a file"),
    ("label good.csv --since 2026-01-01", "--since says since when"),
    ("label good.csv -o out.jsonl --spreadsheet-safe", "is for CSV and TSV"),
    ("label good.csv -o out.csv --output-format xlsx", "but --output-format says xlsx"),
    ("label good.csv -o out.csv.gz --output-format csv", "out.csv.gz is named as csv.gz"),
    ("label good.csv -o out.csv --id-column id --hs-column id", "both name 'id'"),
    ("train -o m --recipe quick --model majority", "leave out --model"),
    ("train -o m --update folder --base folder", "leave out --base"),
    ("train -o m --work state", "--work is for fine-tuning"),
    ("train -o m --extra-weight 5", "--extra-weight says how much"),
    ("train -o m --text-column text", "--text-column is for a table"),
    ("train -o m --format csv", "--format is for a table"),
    ("train good.csv -o m --label-column id --task policy", "leave out --task policy"),
    ("evaluate --development --model folder", "is not one of"),
    ("evaluate good.csv --label-column text --development", "leave out --development"),
    ("evaluate good.csv --against linear", "name it with --model"),
    ("evaluate default --against lite --against lite", "names a model twice"),
    ("evaluate --without-language ja --model default --against linear", "leave out --model"),
    ("evaluate --without-language ja --html x.html", "leave out --html"),
]


@pytest.mark.parametrize(("arguments", "words"), CONTRADICTIONS)
def test_contradictions_are_wrong_usage(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    dualuse_command: Callable[..., Any],
    arguments: str,
    words: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("good.csv").write_text("id,text\n1,oak chair\n2,steel bolt\n", "utf-8")
    Path("good.txt").write_text("Exports of gallium are banned.", "utf-8")
    Path("folder").mkdir()
    before = sorted(tmp_path.rglob("*"))
    run = dualuse_command(*arguments.split())
    told = run.err.splitlines()[-1]
    assert (run.status, run.out) == (2, "")
    assert told.startswith("Error: ")
    assert words in told
    assert "Traceback" not in run.err
    assert sorted(tmp_path.rglob("*")) == before
