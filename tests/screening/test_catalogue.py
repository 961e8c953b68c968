from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError, UsageError
from dualuse.corpus.records import Product
from dualuse.screening.catalogue import CatalogueOptions, open_catalogue

WriteCsv = Callable[..., Path]

LINES = ("sku,品名,规格,hs code", "A1,陀螺仪,0.01 deg/h,90142000", "A2,,,", "A3,椅子,橡木,94013000")


def test_rows_are_products_with_their_texts_joined(write_csv: WriteCsv) -> None:
    catalogue = open_catalogue(write_csv(*LINES), CatalogueOptions())
    assert list(catalogue.products(catalogue.table.rows())) == [
        Product("陀螺仪 0.01 deg/h", "A1", "90142000"),
        Product("", "A2", None),
        Product("椅子 橡木", "A3", "94013000"),
    ]
    assert len(catalogue.notices) == 1


def test_columns_are_taken_as_named_and_in_that_order(write_csv: WriteCsv) -> None:
    options = CatalogueOptions(text_columns=("规格", "品名"), id_column="hs code", hs_column="SKU")
    catalogue = open_catalogue(write_csv(*LINES), options)
    first = next(catalogue.products(catalogue.table.rows()))
    assert first == Product("0.01 deg/h 陀螺仪", "90142000", "A1")
    assert catalogue.notices == ()


def test_what_is_not_named_is_guessed_and_told(write_csv: WriteCsv) -> None:
    path = write_csv(*LINES)
    catalogue = open_catalogue(path, CatalogueOptions(text_columns=("品名",)))
    assert (catalogue.id, catalogue.hs) == (0, 3)
    assert catalogue.notices == ("ids are read from 'sku', HS codes from 'hs code'",)
    catalogue = open_catalogue(path, CatalogueOptions(hs_column="sku"))
    assert (catalogue.id, catalogue.hs) == (None, 0)
    notice, no_ids = catalogue.notices
    assert notice.startswith("text is read from '品名' and '规格'")
    assert "HS" not in notice
    assert no_ids == "'sku' is read as HS codes, so there are no ids"


def test_one_column_is_not_both_id_and_hs_code(write_csv: WriteCsv) -> None:
    options = CatalogueOptions(id_column="sku", hs_column="SKU")
    with pytest.raises(UsageError, match="both name 'sku'"):
        open_catalogue(write_csv(*LINES), options)


def test_it_tells_which_columns_are_judged_otherwise_than_guessed(write_csv: WriteCsv) -> None:
    path = write_csv(*LINES)
    asked = [
        open_catalogue(path, options).asked
        for options in (
            CatalogueOptions(),
            CatalogueOptions(text_columns=("品名", "规格"), hs_column="hs code"),
            CatalogueOptions(text_columns=("规格",)),
            CatalogueOptions(hs_column="sku"),
        )
    ]
    assert asked == ["", "", ", text from '规格'", ", HS codes from 'sku'"]


def test_a_column_named_as_text_is_no_id(write_csv: WriteCsv) -> None:
    catalogue = open_catalogue(write_csv(*LINES), CatalogueOptions(text_columns=("sku",)))
    assert catalogue.id is None


def test_a_table_without_descriptions_needs_a_name(write_csv: WriteCsv) -> None:
    path = write_csv("a,b", "1,2", "3,4")
    with pytest.raises(DualuseError, match="--text-column"):
        open_catalogue(path, CatalogueOptions())
    assert open_catalogue(path, CatalogueOptions(text_columns=("b",))).text == (1,)


def test_a_name_that_is_no_column_is_refused(write_csv: WriteCsv) -> None:
    for options in (
        CatalogueOptions(text_columns=("titel",)),
        CatalogueOptions(id_column="titel"),
        CatalogueOptions(hs_column="titel"),
    ):
        with pytest.raises(DualuseError, match="there is no column 'titel'"):
            open_catalogue(write_csv(*LINES), options)


def test_the_digest_is_of_the_bytes(write_csv: WriteCsv) -> None:
    one, same, other = (write_csv(text, name=text[0]) for text in ("aa", "b", "c"))
    same.write_bytes(one.read_bytes())
    assert file_digest(one) == file_digest(same) != file_digest(other)
