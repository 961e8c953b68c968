from dataclasses import replace

import numpy as np
import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.models.examples import Example, Neighbour
from dualuse.models.reading import ProductJudgement
from dualuse.training.figures import candidates_of, pair_figures, product_figures


def product(name: str, relevance: str, *codes: str, pair: str | None = None) -> LabelledProduct:
    return LabelledProduct(
        id=name,
        text=name,
        lang="en",
        category="6" if codes else "none",
        relevance=relevance,
        codes=codes,
        regimes=("EU",) if codes else (),
        family="family",
        pair=pair,
        style="erp",
        why="why",
    )


def judged(relevance: str, control: float, *codes: str) -> ProductJudgement:
    category = "6" if relevance in {"medium", "high"} else "none"
    example = Example("x", "text", "6", "high", codes, ("EU",), "family", "why")
    return ProductJudgement(
        category=category,
        category_confidence=0.75,
        relevance=relevance,
        control_probability=control,
        regimes=(),
        categories={"6": 0.75, "none": 0.25},
        relevances={"high": 0.5, "medium": 0.25, "low": 0.25, "none": 0.0},
        groups=dict.fromkeys("ABCDE", 1.0),
        neighbours=(Neighbour(example, 0.5),) if codes else (),
    )


def test_codes_are_counted_as_labelling_names_them() -> None:
    products = [
        product("first", "high", "6A003"),
        product("among five", "high", "6A003", "6A002"),
        product("called none", "high", "6A003"),
        product("no code", "low"),
    ]
    judgements = [
        judged("high", 0.9, "6A003", "6A002"),
        judged("high", 0.9, "6A005", "6A002"),
        judged("none", 0.1, "6A003"),
        judged("high", 0.9, "6A003"),
    ]
    codes = candidates_of(judgements)
    assert codes == [("6A003", "6A002"), ("6A005", "6A002"), (), ("6A003",)]
    figures = product_figures(products, judgements, codes)
    assert figures["code-1"] == pytest.approx(1 / 3)
    assert figures["code-5"] == pytest.approx(2 / 3)


def test_texts_without_codes_define_no_figure_of_codes() -> None:
    judgements = [judged("none", 0.1)]
    figures = product_figures([product("a", "low")], judgements, candidates_of(judgements))
    assert np.isnan(figures["code-1"])
    assert np.isnan(figures["code-5"])


def test_a_pair_is_apart_when_both_twins_are_called_rightly() -> None:
    products = [
        product("over", "high", "6A003", pair="under"),
        product("under", "low", pair="over"),
        product("over too", "high", "6A003", pair="under too"),
        product("under too", "medium", "6A993", pair="over too"),
    ]
    judgements = [judged("high", 0.9), judged("low", 0.2), judged("high", 0.6), judged("high", 0.7)]
    assert pair_figures(products, judgements) == {"pairs": 2, "apart": 0.5, "ordered": 0.5}


def test_pairs_of_two_listed_goods_or_without_twin_are_left_out() -> None:
    products = [
        product("one", "high", "6A003", pair="other"),
        product("other", "high", "6A005", pair="one"),
        replace(product("lonely", "high", "6A003"), pair="elsewhere"),
    ]
    figures = pair_figures(products, [judged("high", 0.9)] * 3)
    assert figures["pairs"] == 0
    assert np.isnan(figures["apart"])
