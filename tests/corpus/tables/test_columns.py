from collections.abc import Sequence

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.columns import ColumnGuess, guess_text_columns, resolve_columns
from dualuse.corpus.tables.table import Table

GOODS = (
    "Hex bolt M8x40 stainless steel",
    "Turbomolecular vacuum pump 300 l/s",
    "Carbon fibre prepreg T800 unidirectional",
    "Thermal imaging camera 640x512 30 Hz",
)
ZH = ("碳纤维预浸料 单向布", "五轴联动数控机床", "涡轮分子泵", "红外热像仪机芯")
SPECS = ("T800 12K 宽1000mm", "XK2430 定位精度0.008mm", "φ100 300L/s", "640×512 12μm 30Hz")
IDS = ("A-1", "A-2", "A-3", "A-4")
HS = ("7318.15", "8414100090", "6815 13 00", "9027500000")
MAKERS = ("Hirschmann Automation", "Pfeiffer Vacuum", "Toray Industries", "Teledyne FLIR")


def table(**columns: Sequence[object]) -> Table:
    rows = list(zip(*columns.values(), strict=True))
    return Table(tuple(columns), "csv", lambda _: iter(rows))


def guess(**columns: Sequence[object]) -> ColumnGuess:
    return guess_text_columns(table(**columns))


@pytest.mark.parametrize(
    "name",
    [
        "description", "Item Description", "PRODUCT_NAME", "materialDescription", "Bezeichnung",
        "Artikelbezeichnung (DE)", "Kurztext", "désignation", "Libellé article", "品名", "商品名称",
        "规格型号", "品目名称", "摘要", "商品名", "Short text", "item text", "text", "name",
        "Product description EN", "货物名称及描述",
    ],
)  # fmt: skip
def test_names_of_texts(name: str) -> None:
    columns = {"id": IDS, "supplier name": MAKERS, name: GOODS, "remarks": MAKERS}
    assert guess(**columns).text == (2,)


@pytest.mark.parametrize(
    "name",
    ["HS code", "hts", "Commodity Code", "海关编码", "商品编码", "HSコード", "Zolltarifnummer",
     "Code SH", "CN code (8)", "HS编码", "customs_tariff_number", "Stat. Warennr."],
)  # fmt: skip
def test_names_of_hs_codes(name: str) -> None:
    assert guess(text=GOODS, **{name: HS}).hs == 1


@pytest.mark.parametrize(
    "name",
    ["id", "SKU", "Part Number", "Material No.", "item_no", "物料编码", "品番", "Artikelnummer",
     "Référence", "Art.-Nr.", "MPN", "料号"],
)  # fmt: skip
def test_names_of_ids(name: str) -> None:
    assert guess(text=GOODS, **{name: IDS}).id == 1


@pytest.mark.parametrize(
    "name",
    ["Supplier", "vendor_name", "brand name", "Country of origin", "currency", "Unit description",
     "供应商名称", "原产国名称", "品牌", "単位", "Herstellerbezeichnung", "désignation fournisseur",
     "customer description", "manufacturer"],
)  # fmt: skip
def test_columns_that_are_about_something_else(name: str) -> None:
    assert guess(**{name: MAKERS, "Beschreibung": GOODS}).text == (1,)
    with pytest.raises(DualuseError, match="--text-column"):
        guess(**{name: MAKERS, "n": (1, 2, 3, 4)})


def test_name_and_specification_are_both_taken_in_order() -> None:
    found = guess(规格型号=SPECS, 品名=ZH, 单位=("台",) * 4)
    assert found.text == (0, 1)
    assert "'规格型号' and '品名'" in found.notice


def test_specification_in_figures_counts_beside_a_name() -> None:
    assert guess(品名=ZH, 规格=("12×1.5", "100", "", "640×512")).text == (0, 1)


def test_name_that_the_description_repeats_is_left_out() -> None:
    longer = tuple(f"{text}, new, in its original packing" for text in GOODS)
    assert guess(name=GOODS, description=longer).text == (1,)
    assert guess(name=GOODS, description=GOODS).text == (0,)


def test_one_language_of_several() -> None:
    assert guess(id=IDS, description_en=GOODS, description_zh=ZH).text == (1,)


def test_hs_name_over_ids_is_an_id() -> None:
    found = guess(商品编码=IDS, 商品名称=ZH)
    assert (found.id, found.hs) == (0, None)


def test_name_over_figures_is_not_believed() -> None:
    assert guess(text=(1, 2, 3, 4), something=GOODS).text == (1,)


def test_terse_cells_under_a_sure_name() -> None:
    assert guess(id=IDS, text=("a", "b", "c", "d")).text == (1,)


def test_content_decides_where_names_say_nothing() -> None:
    found = guess(column_1=IDS, column_2=HS, column_3=GOODS)
    assert found.text == (2,)
    assert "by their content" in found.notice


def test_only_column() -> None:
    assert guess(x=("pump", "pump", "pump", "fan")).text == (0,)


def test_names_decide_in_a_table_without_rows() -> None:
    found = guess(sku=(), 品名=(), hs_code=())
    assert (found.text, found.id, found.hs) == ((1,), 0, 2)


def test_no_column_qualifies() -> None:
    with pytest.raises(DualuseError, match="'sku', 'price'") as caught:
        guess(sku=IDS, price=("1", "2", "3", "4"))
    assert "--text-column" in str(caught.value)


def test_notice_names_what_was_chosen() -> None:
    assert guess(sku=IDS, text=GOODS, hts=HS).notice == (
        "text is read from 'text' (by the names of columns), ids from 'sku', HS codes from 'hts'"
    )


def test_resolve_prefers_the_exact_name() -> None:
    assert resolve_columns(table(Text=(), text=(), ID=()), ["text", "id"]) == (1, 2)


def test_resolve_names_the_near_one_and_all() -> None:
    with pytest.raises(DualuseError, match=r"did you mean 'Description'.*'id', 'Description'"):
        resolve_columns(table(id=(), Description=()), ["descripton"])


def test_resolve_refuses_to_choose() -> None:
    with pytest.raises(DualuseError, match="several columns"):
        resolve_columns(table(Text=(), tExt=()), ["text"])
