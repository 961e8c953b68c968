import datetime as dt
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.sheet_child import cell_text


def book(path: Path, **sheets: list[list]) -> Path:
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as workbook:
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for index, row in enumerate(rows):
                sheet.write_row(index, 0, row)
    return path


def fault(path: Path, **options: Any) -> str:
    with pytest.raises(DualuseError) as caught:
        open_table(path, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


STOCK = [["id", "品名", "n"], [7, "碳纤维", 1.5], [8, "机床", 2]]


def test_cells_are_text_as_shown(tmp_path: Path) -> None:
    row = [12, 0.1 + 0.2, True, dt.date(2026, 1, 6), "007"]
    table = open_table(book(tmp_path / "t.xlsx", Stock=[["a", "b", "c", "d", "product name"], row]))
    assert list(table.rows()) == [("12", "0.3", "TRUE", "2026-01-06", "007")]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (8471.0, "8471"),
        (-3.25, "-3.25"),
        (1e15, "1e+15"),
        (dt.datetime(2026, 1, 6, 14, 30), "2026-01-06 14:30:00"),  # noqa: DTZ001 - sheets know no zone
        (dt.time(14, 30), "14:30:00"),
        (dt.timedelta(hours=-30), "-30:00:00"),
        (False, "FALSE"),
        ("", ""),
    ],
)
def test_kinds_of_cells(cell: object, text: str) -> None:
    assert cell_text(cell) == text


def test_rows_can_be_read_twice(tmp_path: Path) -> None:
    table = open_table(book(tmp_path / "t.xlsx", Stock=STOCK))
    assert table.row_count == 2
    assert list(table.rows()) == list(table.rows()) == [("7", "碳纤维", "1.5"), ("8", "机床", "2")]


def test_largest_sheet_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    table = open_table(book(tmp_path / "t.xlsx", Cover=[["Dear all"]], Stock=STOCK, Notes=[["x"]]))
    assert table.sheet == "Stock"
    assert "'Cover', 'Notes'" in table.notices[0]


def test_sheet_by_name(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Stock=STOCK, Old=[["id", "text"], [1, "x"]])
    assert list(open_table(path, sheet="Old").rows()) == [("1", "x")]
    assert "choose one of 'Stock', 'Old'" in fault(path, sheet="New")


def test_title_above_the_header(tmp_path: Path) -> None:
    table = open_table(book(tmp_path / "t.xlsx", Stock=[["Stock of 2026"], [], [], *STOCK]))
    assert table.columns == ("id", "品名", "n")
    assert "header found in row 4 of sheet 'Stock'" in table.notices


def test_blank_rows_stay_inside_and_go_at_the_end(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Stock=[*STOCK, [], [9, "泵", 3], ["", "", ""], []])
    rows = list(open_table(path).rows())
    assert [row[0] for row in rows] == ["7", "8", "", "9"]


def test_header_row_of_the_user(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Stock=STOCK)
    assert open_table(path, header_row=2).columns == ("7", "碳纤维", "1.5")
    assert "no header in row 9" in fault(path, header_row=9)


def test_empty_sheet(tmp_path: Path) -> None:
    assert "'Stock' is empty" in fault(book(tmp_path / "t.xlsx", Stock=[]))


def test_damaged_workbook(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Stock=STOCK)
    path.write_bytes(path.read_bytes()[:1000])
    assert "is damaged" in fault(path)


def test_other_zip(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "t.xlsx", "w") as archive:
        archive.writestr("readme.txt", "hello")
    assert "is damaged" in fault(tmp_path / "t.xlsx")


def replaced(path: Path, part: str, content: bytes) -> Path:
    """The workbook with other content in one part, packed."""
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts[part] = content
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


def test_decompression_bomb(tmp_path: Path) -> None:
    path = book(tmp_path / "t.xlsx", Stock=STOCK)
    bomb = replaced(path, "xl/worksheets/sheet1.xml", b" " * (101 << 20))
    assert "decompression bomb" in fault(bomb)


def test_sheet_that_spans_billions_of_cells(tmp_path: Path) -> None:
    cells = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    )
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{space}"><sheetData>{cells}</sheetData></worksheet>'
    path = book(tmp_path / "t.xlsx", Stock=STOCK)
    hostile = replaced(path, "xl/worksheets/sheet1.xml", sheet.encode())
    assert "save the sheet as CSV" in fault(hostile)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no such device here")
def test_no_room_for_the_temporary_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(**_: object) -> tuple[int, str]:
        link = tmp_path / "full"
        link.symlink_to("/dev/full")
        return os.open(link, os.O_WRONLY), str(link)

    path = book(tmp_path / "t.xlsx", Stock=STOCK)
    monkeypatch.setattr("tempfile.mkstemp", full)
    assert "TMPDIR" in fault(path)


def test_temporary_file_goes_with_the_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = tmp_path / "tmp"
    waiting.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(waiting))
    table = open_table(book(tmp_path / "t.xlsx", Stock=STOCK))
    assert len(list(waiting.iterdir())) == 1
    del table
    assert list(waiting.iterdir()) == []
