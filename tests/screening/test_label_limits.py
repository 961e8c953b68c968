from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.table import Table
from dualuse.models.products import ProductModel
from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import Catalogue, CatalogueOptions, open_catalogue
from dualuse.screening.label import LabelOutput, check_output, label_catalogue

Command = Callable[..., Any]
Records = Callable[..., list[dict[str, str]]]

ODD = (
    "sku;Beschreibung ;Menge;Preis\n"
    '007;"Ventil, DN50\n""Typ A""";1;"1,50"\n'
    ";;;\n"
    '007;"Ventil, DN50\n""Typ A""";1;"1,50"\n'
    "008;=SUMME(A1);-5; x\u3000\n"
)


def test_a_cell_too_long_for_excel_is_refused_and_leaves_nothing(
    tmp_path: Path, write_csv: Callable[..., Path], tiny_products: ProductModel
) -> None:
    catalogue = open_catalogue(
        write_csv("id,text", f"1,{'long ' * 7000}"), CatalogueOptions(text_columns=("text",))
    )
    asked: list[int] = []
    output = LabelOutput(tmp_path / "out.xlsx")
    with pytest.raises(DualuseError, match="longer than the 32,767 of Excel"):
        label_catalogue(catalogue, output, ProductScreener(tiny_products), advance=asked.append)
    assert asked == []
    assert [path.name for path in tmp_path.glob("*out*")] == []
    assert not output.parts.exists()


def test_too_many_columns_for_excel_are_refused_before_work(
    tmp_path: Path, tiny_products: ProductModel
) -> None:
    names = tuple(f"c{number}" for number in range(16_380))
    table = Table(names, "csv", lambda _: iter([("oak chair",) * len(names)]))
    catalogue = Catalogue(tmp_path / "in.csv", table, text=(0,), id=None, hs=None, notices=())
    asked: list[int] = []
    with pytest.raises(DualuseError, match="columns are more than Excel has"):
        label_catalogue(
            catalogue,
            LabelOutput(tmp_path / "out.xlsx"),
            ProductScreener(tiny_products),
            advance=asked.append,
        )
    assert asked == []


def test_a_folder_is_called_one_and_no_unknown_format(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="is a folder; name a file to write to"):
        check_output(LabelOutput(tmp_path))
