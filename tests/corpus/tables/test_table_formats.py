from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.formats import input_format, output_format


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.csv", "csv"),
        ("a.b.CSV.gz", "csv.gz"),
        ("a.tsv", "tsv"),
        ("a.ndjson.gz", "jsonl.gz"),
        ("a.pq", "parquet"),
        ("a.xlsx", "xlsx"),
    ],
)
def test_by_ending(name: str, expected: str) -> None:
    assert input_format(Path(name), None) == output_format(Path(name), None) == expected


def test_macros_are_read_but_not_written() -> None:
    assert input_format(Path("a.xlsm"), None) == "xlsx"
    with pytest.raises(DualuseError, match="macros"):
        output_format(Path("a.xlsm"), None)


def test_name_wins_over_ending() -> None:
    assert output_format(Path("a.csv"), "jsonl.gz") == "jsonl.gz"


@pytest.mark.parametrize("name", ["a.xls", "a.ods"])
def test_what_cannot_be_read_says_how_to_save_it(name: str) -> None:
    with pytest.raises(DualuseError, match=r"save .* as \.xlsx"):
        input_format(Path(name), None)


@pytest.mark.parametrize("name", ["a", ".gz", "a.gz", "a.parquet.gz", "a.json"])
def test_unknown(name: str) -> None:
    with pytest.raises(DualuseError, match="can't be written"):
        output_format(Path(name), None)
