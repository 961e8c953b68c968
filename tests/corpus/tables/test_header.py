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
