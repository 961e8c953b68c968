import csv
import gzip
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Table
from dualuse.corpus.tables.writing import write_table


def opened(folder: Path, content: str | bytes, name: str = "in.csv", **options: Any) -> Table:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_table(path, **options)


def test_cells_come_as_they_stand(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n007, a \n008,1.50\n")
    assert table.columns == ("id", "text")
    assert list(table.rows()) == [("007", " a "), ("008", "1.50")]
    assert table.notices == ()


def test_rows_can_be_read_twice(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n1,a\n")
    assert list(table.rows()) == list(table.rows()) == [("1", "a")]


def test_rows_may_be_abandoned(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n1,a\n2,b\n")
    rows = table.rows()
    assert next(rows) == ("1", "a")
    del rows
    assert len(list(table.rows())) == 2


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_delimiter_is_sniffed_and_told(tmp_path: Path, delimiter: str) -> None:
    lines = [("id", "text", "price"), ("1", "bolt, steel", "3,5"), ("2", "nut, brass", "4,5")]
    table = opened(tmp_path, "\n".join(map(delimiter.join, lines)))
    assert table.delimiter == delimiter
    assert list(table.rows()) == lines[1:]
    assert any("delimiter is" in notice for notice in table.notices)


def test_line_that_names_the_delimiter_is_believed(tmp_path: Path) -> None:
    table = opened(tmp_path, "sep=;\nid;text\n1;a,b\n")
    assert (table.columns, list(table.rows())) == (("id", "text"), [("1", "a,b")])


def test_impossible_delimiter_is_not_believed(tmp_path: Path) -> None:
    assert opened(tmp_path, 'sep="\nid,text\n1,a\n').delimiter == ","


def test_commas_in_a_single_column_stay(tmp_path: Path) -> None:
    table = opened(tmp_path, "description\nbolt, steel, M8\nnut\npump, vacuum\n")
    assert table.columns == ("description",)
    assert list(table.rows()) == [("bolt, steel, M8",), ("nut",), ("pump, vacuum",)]


def test_newlines_and_delimiters_inside_quotes_stay(tmp_path: Path) -> None:
    table = opened(tmp_path, 'id,text\r\n1,"a,\r\nb ""c"""\r\n2,d\r\n')
    assert list(table.rows()) == [("1", 'a,\r\nb "c"'), ("2", "d")]


def test_inch_marks_that_do_not_pair_up_are_characters(tmp_path: Path) -> None:
    rows = [f"{i},pipe {i} steel,5" for i in range(30)]
    rows[10] = '10,"3/4 pipe,5'
    table = opened(tmp_path, "id,text,n\n" + "\n".join(rows) + "\n")
    found = list(table.rows())
    assert len(found) == 30
    assert found[10] == ("10", '"3/4 pipe', "5")
    assert any("quotation marks" in notice for notice in table.notices)


def test_mark_never_closed_swallows_no_row(tmp_path: Path) -> None:
    rows = [f'{i},"pipe, {i}"' for i in range(2000)]
    rows[1990] = '1990,"3/4 pipe'
    rows[1991:] = [f"{i},pipe {i}" for i in range(1991, 2000)]
    table = opened(tmp_path, "id,text\n" + "\n".join(rows) + "\n")
    found = list(table.rows())
    assert found[-10:-8] == [("1990", '"3/4 pipe'), ("1991", "pipe 1991")]
    assert (len(found), table.damaged_rows.count) == (2000, 10)


def test_mark_closed_by_that_of_another_row_swallows_none(tmp_path: Path) -> None:
    sound = "".join(f"{number},bolt,{number}\n" for number in range(40))
    table = opened(
        tmp_path, f'id,text,qty\n{sound}a,"12 PIPE,5\nb,VALVE,6\nc,"3/4 TEE,7\nd,nut,8\n'
    )
    assert list(table.rows())[40:] == [
        ("a", '"12 PIPE', "5"),
        ("b", "VALVE", "6"),
        ("c", '"3/4 TEE', "7"),
        ("d", "nut", "8"),
    ]
    assert len(table.damaged_rows) == 3


def test_a_cell_of_lines_with_delimiters_stays_one(tmp_path: Path) -> None:
    sound = "".join(f"{number},bolt,{number}\n" for number in range(40))
    table = opened(tmp_path, f'id,text,qty\n{sound}a,"pump, cast\niron, 5 kW",5\nb,nut,6\n')
    assert list(table.rows())[40:] == [("a", "pump, cast\niron, 5 kW", "5"), ("b", "nut", "6")]
    assert not len(table.damaged_rows)


def test_extra_cells_are_joined_and_counted(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n1,a\n2,b,c,d\n3,e,,\n4\n")
    assert list(table.rows()) == [("1", "a"), ("2", "b,c,d"), ("3", "e"), ("4", "")]
    assert table.ragged_rows.first == [2]


def test_tallies_start_again_with_each_pass(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n1,a,b\n2,c\n")
    list(table.rows())
    list(table.rows())
    assert table.ragged_rows.count == 1


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("gb18030", "编号,品名\n1,碳纤维预浸料 T800 单向布\n2,五轴联动数控机床及配件\n"),
        ("cp932", "品番,品名\n1,炭素繊維プリプレグ\n2,マシニングセンタ用の主軸\n"),
        ("cp1252", "Nr,Bezeichnung\n1,Präzisionsdrehmaschine für Gehäuse\n2,Kühlgerät, groß\n"),
        ("utf-16", "id,text\n1,Präzision\n"),
        ("utf-8-sig", "id,text\n1,Präzision\n"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, text: str) -> None:
    table = opened(tmp_path, text.encode(encoding))
    header, first = text.splitlines()[:2]
    assert table.columns == tuple(header.split(","))
    assert next(table.rows()) == tuple(first.split(","))
    assert len(table.damaged_rows) == 0


def test_encoding_is_found_behind_a_mebibyte_of_ascii(tmp_path: Path) -> None:
    ascii_rows = "".join(f"{i},plain steel bolt\n" for i in range(60_000))
    late = "60000,碳纤维预浸料单向布\n60001,五轴联动数控机床及配件\n"
    table = opened(tmp_path, ("id,text\n" + ascii_rows + late).encode("gb18030"))
    assert list(table.rows())[-1] == ("60001", "五轴联动数控机床及配件")
    assert "encoding is gb18030" in table.notices


def test_broken_byte_costs_a_character_and_is_counted(tmp_path: Path) -> None:
    good = "".join(f"{i},Präzision\n" for i in range(200_000)).encode()
    table = opened(tmp_path, b"id,text\n" + good + b"x,caf\xe9\ny,ok\n")
    rows = list(table.rows())
    assert rows[-2:] == [("x", "caf\ufffd"), ("y", "ok")]
    assert table.damaged_rows.first == [200_001]


def test_packed(tmp_path: Path) -> None:
    table = opened(tmp_path, gzip.compress(b"id,text\n1,a\n"), "in.csv.gz")
    assert list(table.rows()) == [("1", "a")]


def test_cut_off_gzip_is_one_sentence(tmp_path: Path) -> None:
    packed = gzip.compress("".join(f"{i},{i * i}\n" for i in range(1 << 18)).encode())
    with pytest.raises(DualuseError, match="damaged gzip"):
        list(opened(tmp_path, packed[: len(packed) // 2], "in.csv.gz", header_row=0).rows())


def test_endless_line_fails_fast(tmp_path: Path) -> None:
    path = tmp_path / "in.csv"
    with path.open("wb") as file:
        for _ in range(40):
            file.write(b"abcdefg," * (1 << 17))
    with pytest.raises(DualuseError, match="line of over"):
        open_table(path)


def test_giant_cell_is_one_sentence(tmp_path: Path) -> None:
    lines = "word word word word\n" * (1 << 20)
    table = opened(tmp_path, f'id,text\n{"1,a" + chr(10)}2,"{lines}"\n', header_row=1)
    with pytest.raises(DualuseError, match="cell of over 16 MiB"):
        list(table.rows())


def test_limit_of_the_csv_module_is_never_lowered(tmp_path: Path) -> None:
    before = csv.field_size_limit(1 << 40)
    try:
        list(opened(tmp_path, "id,text\n1,a\n").rows())
        assert csv.field_size_limit() == 1 << 40
    finally:
        csv.field_size_limit(before)


def test_binary_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="binary"):
        opened(tmp_path, b"id,text\n\x00\x01\x02\x03\n")


def test_a_stray_zero_byte_is_a_damaged_row(tmp_path: Path) -> None:
    rows = "".join(f"{number},hex bolt M8 zinc plated\n" for number in range(60))
    table = opened(tmp_path, f"id,text\n{rows}60,nut\0\n")
    assert len(list(table.rows())) == 61
    assert table.damaged_rows.count == 1


def test_stray_control_character_does_not_make_it_binary(tmp_path: Path) -> None:
    assert list(opened(tmp_path, "id,text\n1,a\x1fb\n").rows()) == [("1", "a\x1fb")]


def test_header_alone_is_a_table_without_rows(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n")
    assert (table.columns, list(table.rows())) == (("id", "text"), [])


def test_blank_lines_are_no_rows_but_blank_cells_are(tmp_path: Path) -> None:
    table = opened(tmp_path, "id,text\n\n1,a\n,\n\n")
    assert list(table.rows()) == [("1", "a"), ("", "")]


def test_tsv_keeps_its_delimiter(tmp_path: Path) -> None:
    table = opened(tmp_path, "id\ttext\n1\ta,b;c\n", "in.tsv")
    assert (list(table.rows()), table.notices) == ([("1", "a,b;c")], ())


# No control characters: in a short file, a few make it binary.
CELL = st.text(
    st.characters(blacklist_categories=["Cs", "Cc"], blacklist_characters="\ufffd\ufeff")
    | st.sampled_from('\r\n\t"')
)


@settings(deadline=None, derandomize=True)  # a loaded machine is no fault
@given(st.lists(st.tuples(CELL, CELL, CELL), max_size=20), st.sampled_from(["csv", "tsv.gz"]))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str, str]], name: str
) -> None:
    path = tmp_path_factory.mktemp("table") / f"t.{name}"
    columns = ("id", "product name", "日本語")
    assert write_table(path, columns, rows, format=name) == len(rows)
    table = open_table(path)
    assert table.columns == columns
    assert list(table.rows()) == rows


def test_blank_lines_between_texts_of_one_column_are_rows(tmp_path: Path) -> None:
    table = opened(tmp_path, "description\nhex bolt\n\nvacuum pump\n\n\n")
    assert list(table.rows()) == [("hex bolt",), ("",), ("vacuum pump",)]
    wide = opened(tmp_path, "id,text\n1,a\n\n2,b\n", "wide.csv")
    assert list(wide.rows()) == [("1", "a"), ("2", "b")]
