import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.quality.check import check_corpus
from dualuse.corpus.quality.commands import report_text
from dualuse.corpus.records import LabelledPolicy, LabelledProduct


@pytest.fixture
def folder(
    corpus_of: Callable[..., Path], product: LabelledProduct, document: LabelledPolicy
) -> Path:
    other = replace(product, id="6-2", text="Five-axis machining centre", lang="ja", pair="6-9")
    return corpus_of(products=[product, other], policy=[document])


def test_sound_corpus_exits_with_zero(
    dualuse_command: Callable[..., Any], corpus_of: Callable[..., Path], product: LabelledProduct
) -> None:
    folder = corpus_of(products=[product])
    run = dualuse_command("corpus", "check", folder)
    digest = check_corpus(folder).digest[:12]
    assert run.status == 0
    assert run.out.splitlines()[-1] == f"1 records, 0 findings; corpus {digest}"


def test_findings_are_named_and_exit_with_one(
    dualuse_command: Callable[..., Any], folder: Path
) -> None:
    run = dualuse_command("corpus", "check", folder)
    assert run.status == 1
    assert "\n6-2: its twin '6-9' does not exist [pair]\n3 records, 1 findings;" in run.out


def test_json_holds_the_whole_report(dualuse_command: Callable[..., Any], folder: Path) -> None:
    run = dualuse_command("corpus", "check", folder, "--json")
    report = json.loads(run.out)
    assert run.status == 1
    assert report["records"] == 3
    assert report["digest"] == check_corpus(folder).digest
    assert report["findings"] == [
        {"record": "6-2", "rule": "pair", "message": "its twin '6-9' does not exist"}
    ]
    titles = [table["title"] for table in report["balance"]]
    assert titles[:2] == ["products", "codes by products"]
    assert "policy documents" in titles


def test_bad_line_is_one_sentence(dualuse_command: Callable[..., Any], folder: Path) -> None:
    (folder / "policy" / "more.jsonl").write_text("{}\n")
    run = dualuse_command("corpus", "check", folder)
    assert (run.status, run.out) == (1, "")
    assert run.err.startswith(f"Error: {folder / 'policy' / 'more.jsonl'}, line 1: field ")


def test_tables_have_totals_once(folder: Path) -> None:
    lines = [line.split() for line in report_text(check_corpus(folder)).splitlines()]
    heads = [position for position, line in enumerate(lines) if "high" in line]
    products, documents = (lines[head] for head in heads[:2])
    six, total = (next(line for line in lines if line[:1] == [name]) for name in ("6", "all"))
    assert six[1:] == total[1:]
    assert [six[products.index(name)] for name in ("high", "en", "ja", "pairs")] == list("2111")
    told = next(line for line in lines if line[:1] == ["documents"])
    assert told[documents.index("high") - 1] == "1"
    # Of products, codes, forms, jurisdictions and lengths; a total of shares means nothing.
    assert sum(line[:1] == ["all"] for line in lines) == 5


def test_columns_stand_under_each_other(folder: Path) -> None:
    tables = report_text(check_corpus(folder)).split("\n\n")[:2]
    for table in tables:
        assert len({len(line) for line in table.splitlines()}) == 1
