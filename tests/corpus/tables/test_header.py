from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.header import Header, find_header, unique_names

DATA = [["1", "hex bolt M8", "4.50"], ["2", "vacuum pump 10 l/s", "310"]]


def found(rows: list[list[str]], header_row: int | None = None, **options: Any) -> Header:
    return find_header(rows, header_row, "stock.csv", **options)


def test_first_row() -> None:
    assert found([["no", "thing", "eur"], *DATA]).columns == ("no", "thing", "eur")


def test_title_and_blank_lines_are_skipped() -> None:
    rows = [["Stock list 2026"], [], ["Warehouse 3"], ["no", "thing", "eur"], *DATA]
    header = found(rows)
    assert (header.columns, header.skip) == (("no", "thing", "eur"), 4)
    assert header.notices == ("header found in row 4 of stock.csv",)


def test_padded_title_of_a_sheet_is_skipped() -> None:
    rows = [["Stock list", "", ""], ["", "", ""], ["no", "thing", "eur"], *DATA]
    assert found(rows, even=True).skip == 3


def test_figures_on_top_mean_no_header() -> None:
    header = found(DATA)
    assert (header.columns, header.skip) == (("column_1", "column_2", "column_3"), 0)
    assert "no header" in header.notices[0]


def test_long_text_on_top_means_no_header() -> None:
    text = "A vertical machining centre with five axes that can be moved at the same time"
    assert found([[text], ["Another sentence about some other goods"]]).skip == 0


def test_value_that_comes_again_is_no_name() -> None:
    assert found([["pump", "steel"], ["valve", "steel"], ["fan", "steel"]]).skip == 0


def test_known_name_over_texts_alone() -> None:
    assert found([["品名"], ["碳纤维"], ["机床"]]).columns == ("品名",)


def test_words_over_figures() -> None:
    assert found([["alpha", "beta"], ["x", "1"], ["y", "2"]]).columns == ("alpha", "beta")


def test_title_that_could_be_a_name() -> None:
    rows = [["Material"], ["sku", "description", "price"], *DATA]
    assert found(rows).columns == ("sku", "description", "price")


def test_columns_without_a_name_do_not_cost_the_first_row() -> None:
    rows = [
        ["SKU", "Item", "", ""],
        ["AX", "Thermal imaging camera core", "black", "FLIR"],
        ["BX", "hex bolt", "zinc", "Wurth"],
        ["CX", "vacuum pump", "grey", "Busch"],
    ]
    header = found(rows)
    assert header.skip == 1
    assert header.columns[:2] == ("SKU", "Item")
    assert len(header.columns) == 4


def test_known_word_among_figures_is_data() -> None:
    assert found([["1001", "hex bolt", "4.5", "ME"], ["1002", "nut", "1.5", "KS"]]).skip == 0


def test_sparse_rows() -> None:
    rows = [[str(i)] + [""] * 9 + ["bolt"] for i in range(5)]
    assert len(found(rows).columns) == 11


def test_years_among_names() -> None:
    rows = [["thing", "2024", "2025"], ["bolt", "4", "5"]]
    assert found([["product name", *rows[0]], ["x", *rows[1]]]).columns[2] == "2024"


def test_row_that_the_user_names() -> None:
    assert found([["a", "b"], ["c", "d"], ["e", "f"]], 2) == Header(("c", "d"), 2, ())


def test_user_says_there_is_none() -> None:
    assert found([["no", "thing"], ["1", "x"]], 0) == Header(("column_1", "column_2"), 0, ())


@pytest.mark.parametrize("number", [-1, 2, 9])
def test_row_that_is_not_there(number: int) -> None:
    with pytest.raises(DualuseError, match=f"no header in row {number}"):
        found([["a", "b"], ["", ""]], number)


def test_nothing_but_blanks() -> None:
    with pytest.raises(DualuseError, match="no cells with content"):
        found([[], ["", " "]])


def test_rows_wider_than_the_header_get_columns() -> None:
    assert found([["id", "text"], ["1", "a", "x"], ["2", "b", "y"]]).columns[2] == "column_3"


def test_blank_and_repeated_names_are_told_apart() -> None:
    columns, notices = unique_names(["a", "", "a", "a_2", "a"])
    assert columns == ("a", "column_2", "a_3", "a_2", "a_4")
    assert len(notices) == 2


TEXTS = [["hex bolt M8x40"], ["cable tie black 200"], ["washer M8"]]
PLACES = [[*row, place] for row, place in zip(TEXTS, ["China", "France", "Italy"], strict=True)]


@pytest.mark.parametrize(
    "rows",
    [
        [["LWIR thermal camera core"], *TEXTS],
        [["Triethanolamine"], *TEXTS],
        [["Text display"], *TEXTS],
        [["光电编码器"], *TEXTS],
        [["電源コード"], *TEXTS],
        [["Fibre optic gyroscope", "Germany"], *PLACES],
        [["Triethanolamine", "n/a"], ["hex bolt M8", "5"], ["washer M8", "7"]],
        [["Camera core", "unit"], ["hex bolt", "unit"], ["cable tie", "box"]],
    ],
)
def test_first_good_is_no_header(rows: list[list[str]]) -> None:
    header = found(rows)
    assert header.skip == 0
    assert "the first row of stock.csv is read as a good" in header.notices[0]


@pytest.mark.parametrize(
    "name",
    [
        *("Bezeichnung", "Artikeltext", "Produkt", "Material", "Ware", "商品", "Name of goods"),
        *("Spare part code", "prod_desc", "お客様品目コード", "Artikelbezeichnung EN"),
    ],
)
def test_names_stay_above_texts(name: str) -> None:
    assert found([[name], *TEXTS]).columns == (name,)
    assert found([[name, "Ort"], *PLACES]).columns == (name, "Ort")


def test_columns_that_the_user_names_make_the_header() -> None:
    rows = [["Our list", ""], ["Zeug", "Ort"], *PLACES]
    assert found(rows).skip == 0
    assert found(rows, named=[" zeug"]).columns == ("Zeug", "Ort")
    assert found(rows, named=["column_1"]).skip == 0


def test_header_of_unknown_words_is_told() -> None:
    assert "--header-row 0" in found([["alpha", "beta"], ["x", "1"], ["y", "2"]]).notices[0]
    assert found([["id", "beta"], ["x", "1"], ["y", "2"]]).notices == ()


def test_header_on_each_page_of_a_list() -> None:
    assert found([["Item"], *TEXTS, ["Item"], ["vacuum pump"]]).skip == 1


def test_header_of_two_rows_with_merged_cells() -> None:
    rows = [["Description", "Size", ""], ["Description", "L mm", "W mm"], ["bolt", "5", "8"]]
    assert found(rows).columns == ("Description", "L mm", "W mm")


def test_months_among_names() -> None:
    months = [f"2026-{month:02d}-01" for month in range(1, 13)]
    assert found([["Material", "Bezeichnung", *months], ["1", "bolt", *["4"] * 12]]).skip == 1
    assert found([["bolt", *months], ["pump", *months[::-1]]]).skip == 0
