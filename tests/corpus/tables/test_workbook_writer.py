import re
import zipfile
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.workbook_writer import check_xlsx_limits, write_workbook


def part(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_cells_are_text_and_never_run(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    row = ("007", "=1+1", "https://example.com", ["a", "b"], 0.25, None)
    assert write_workbook(path, list("abcdef"), [row]) == 1
    sheet = part(path, "xl/worksheets/sheet1.xml")
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet
    assert set(re.findall(r' t="(\w+)"', sheet)) == {"inlineStr"}
    table = open_table(path, header_row=1)
    assert list(table.rows()) == [("007", "=1+1", "https://example.com", "a;b", "0.25", "")]


def test_header_is_bold_frozen_and_filtered(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    write_workbook(path, ["id", "text"], [("1", "ab"), ("2", "碳" * 10)])
    sheet = part(path, "xl/worksheets/sheet1.xml")
    assert '<autoFilter ref="A1:B3"/>' in sheet
    assert 'state="frozen"' in sheet
    assert "<b/>" in part(path, "xl/styles.xml")
    assert re.search(r'max="2" width="22\.', sheet)


def test_bytes_are_reproducible(tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(tmp_path / name, ["id"], [("1",)])
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_limits_are_those_of_excel() -> None:
    check_xlsx_limits(1_048_575, 32_767)
    with pytest.raises(DualuseError, match="1,048,576 rows and a header"):
        check_xlsx_limits(1_048_576, 0)
    with pytest.raises(DualuseError, match="32,768 characters"):
        check_xlsx_limits(0, 32_768)


def test_nothing_is_cut_off_in_silence(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="32,768 characters"):
        write_workbook(tmp_path / "t.xlsx", ["a"], [("x" * 32_768,)])
