import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dualuse.corpus.control_lists.store import load_entries
from dualuse.corpus.quality.coverage import coverage_table, entry_table
from dualuse.corpus.records import LabelledProduct

Command = Callable[..., Any]


def test_codes_are_counted_by_how_many_products_they_have(
    few_products: list[LabelledProduct],
) -> None:
    product = replace(few_products[0], codes=("CN:3C001", "6A003"), lang="ja")
    many = [product] * 3 + [replace(product, codes=("6A003",), lang="en")]
    entries = [entry for entry in load_entries() if entry.code in {"6A003", "6A002", "3C001"}]
    table = coverage_table(many, entries)
    cells = dict(zip(table.rows, table.cells, strict=True))
    assert table.columns == ("none", "1-3", "4-14", "15 up")
    assert cells["6"] == (1, 0, 1, 0)
    assert cells["3"] == (0, 1, 0, 0)
    assert "none" not in table.rows
    rows = entry_table(many, entries)
    assert dict(zip(rows.rows, rows.cells, strict=True)) == {
        "3C001": (0, 0, 3, 0, 0),
        "6A002": (0, 0, 0, 0, 0),
        "6A003": (1, 0, 3, 0, 0),
    }


def test_every_code_is_printed_when_asked(dualuse_command: Command) -> None:
    run = dualuse_command("corpus", "check", "--entries", "--json")
    (codes, *rest) = json.loads(run.out)["balance"]
    assert codes["title"] == "codes"
    assert codes["rows"] == sorted({entry.code for entry in load_entries()})
    assert [each["title"] for each in rest] == [
        "products", "codes by products", "distinct, products", "policy documents", "forms",
        "jurisdictions", "words", "distinct, documents",
    ]  # fmt: skip
