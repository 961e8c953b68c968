from dataclasses import replace

import pytest

from dualuse.corpus.quality.repetition import MOST, check_runs, distinct_table
from dualuse.corpus.records import LabelledProduct

PHRASE = "supplied in a strong wooden case with foam"
CHINESE = "本产品出厂前均经过严格检验并附合格证"


def rows(product: LabelledProduct, lang: str, *texts: str) -> list[LabelledProduct]:
    return [replace(product, id=str(at), text=text, lang=lang) for at, text in enumerate(texts, 1)]


@pytest.fixture
def product(few_products: list[LabelledProduct]) -> LabelledProduct:
    return few_products[0]


def test_a_run_of_eight_words_in_more_than_five_texts_is_a_finding(
    product: LabelledProduct,
) -> None:
    texts = [f"Item {n} {PHRASE}, {n} kg" for n in range(MOST + 2)]
    found = check_runs(rows(product, "en", *texts))
    assert [each.record for each in found] == ["6", "7"]
    assert found[0].rule == "repeated run"
    assert f"shares “item {PHRASE[: PHRASE.rindex(' ')]}” with 5 other texts" in found[0].message


def test_figures_do_not_hide_a_run_and_other_words_break_it(product: LabelledProduct) -> None:
    assert check_runs(
        rows(product, "en", *[PHRASE.replace(" with", f" {n} with") for n in range(9)])
    )
    broken = [
        PHRASE.replace("wooden", word) for word in ("oak", "pine", "tin", "big", "old", "new")
    ]
    assert check_runs(rows(product, "en", *broken)) == []


def test_sixteen_characters_are_a_run_in_chinese(product: LabelledProduct) -> None:
    assert len(check_runs(rows(product, "zh", *[CHINESE] * 6))) == 1
    assert check_runs(rows(product, "zh", *[CHINESE[:15]] * 9)) == []
    assert check_runs(rows(product, "zh", *[CHINESE] * 5)) == []


def test_distinct_shares_are_one_where_nothing_stands_twice(product: LabelledProduct) -> None:
    table = distinct_table("distinct", rows(product, "en", "steel bolt", "steel nut"))
    cells = dict(zip(table.rows, table.cells, strict=True))
    assert cells["en"] == (0.75, 1.0, 0.0)
    assert cells["zh"] == (0.0, 0.0, 0.0)
    assert table.columns == ("1-gram", "2-gram", "3-gram")
