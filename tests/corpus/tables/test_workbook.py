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


def formatted(path: Path, cells: list[tuple[float, str]], top: int = 0) -> Path:
    """A workbook with a header and, below it, numbers in the formats given."""
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(top, 1, ["id", "text"])
        for row, (value, code) in enumerate(cells, top + 1):
            sheet.write_number(row, 1, value, workbook.add_format({"num_format": code}))
            sheet.write_string(row, 2, f"good {row}")
    return path


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (42, "000000", "000042"),
        (42, "[$-407]0000;-0000", "0042"),
        (1234567, "0000", "1234567"),
        (8541100, "0000\\.00\\.00", "0854.11.00"),
        (12345678901, '"A"000-00', "A123456789-01"),
        (42, '"AB-"0000_)', "AB-0042"),
        (0.125, "0.0%", "12.5%"),
        (0.07, "0%", "7%"),
        (1.5, "00", "1.5"),
        (-3, "000", "-3"),
        (5, '0" kg"', "5"),
        (1234.5, "#,##0.00", "1234.5"),
        (0.5, "# ?/?", "0.5"),
    ],
)
def test_numbers_as_their_formats_show_them(
    tmp_path: Path, value: float, code: str, text: str
) -> None:
    table = open_table(formatted(tmp_path / "t.xlsx", [(7, "0"), (value, code)], top=3))
    assert [row[0] for row in table.rows()] == ["7", text]


def test_errors_and_formulas_without_results_are_told(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("S")
        for row, cells in enumerate(STOCK):
            sheet.write_row(row, 0, cells)
        sheet.write_formula("C2", "=1/0", None, "#DIV/0!")
        sheet.write_formula("C3", "=1+1", None, 77)
        sheet.write_formula("B3", '=""', None, "blank")
    part = "xl/worksheets/sheet1.xml"
    with zipfile.ZipFile(path) as archive:
        whole = archive.read(part).replace(b"<v>blank</v>", b"<v></v>")
    replaced(path, part, whole)
    assert open_table(path).notices[0].startswith("1 cell with an error is read as empty")
    open_table(replaced(path, part, whole.replace(b"<v>77</v>", b"<v/>")))
    told = open_table(path).notices[0]
    assert told.startswith("1 cell with an error and 1 formula without a result are read as empty")


def test_words_of_merged_cells_count_for_each_row(tmp_path: Path) -> None:
    path = tmp_path / "t.xlsx"
    with xlsxwriter.Workbook(str(path)) as workbook:
        sheet = workbook.add_worksheet("S")
        sheet.write_row(0, 1, ["id", "text", "qty"])
        sheet.write_column(1, 1, [1, 2, 3])
        sheet.merge_range("C2:C3", "thermal camera")
        sheet.merge_range("D2:D3", 40)
        sheet.merge_range("C4:C5", "bolt, in two lines")
        sheet.write_row(5, 1, [4, "nut", 5])
    table = open_table(path)
    assert list(table.rows()) == [
        ("1", "thermal camera", "40"),
        ("2", "thermal camera", ""),
        ("3", "bolt, in two lines", ""),
        ("", "", ""),
        ("4", "nut", "5"),
    ]
    assert "words in merged cells were repeated in each row they span, 1 time" in table.notices


def test_sheet_with_a_header_is_read_before_a_longer_one(tmp_path: Path) -> None:
    cover = [[f"Disclaimer {number}"] for number in range(40)]
    stock = [["Stock"], [], ["Item No", "Description"], [1, "bolt"], [2, "pump"]]
    path = book(tmp_path / "t.xlsx", Cover=cover, Stock=stock, Old=stock[2:])
    assert open_table(path).sheet == "Stock"
    assert open_table(path, sheet="Cover").sheet == "Cover"
