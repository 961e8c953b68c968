import io
import json
import sys
from collections.abc import Callable
from typing import Any

import pytest

from dualuse.corpus.records import LabelledProduct
from dualuse.models.examples import LIST
from dualuse.models.products import ProductModel
from dualuse.screening.assess import ProductScreener, ScreeningPolicy
from dualuse.screening.explain import explain_product
from dualuse.training.fit import fit_products

Command = Callable[..., Any]


@pytest.fixture(scope="module")
def listed(few_products: list[LabelledProduct], tiny_products: ProductModel) -> LabelledProduct:
    """A product that the tiny model calls listed."""
    screener = ProductScreener(tiny_products)
    return next(
        product
        for product in few_products
        if product.codes and screener.assess([product.text])[0].basis == "listed"
    )


def test_an_explanation_holds_what_label_says(
    tiny_products: ProductModel, listed: LabelledProduct
) -> None:
    screener = ProductScreener(tiny_products, ScreeningPolicy(min_precision=0.5))
    found = explain_product(listed.text, screener)
    assert found.assessment == screener.assess([listed.text])[0]
    assert found.controlled_from == pytest.approx(screener.thresholds.controlled, abs=1e-4)
    assert sum(found.categories.values()) == pytest.approx(1, abs=0.01)
    assert sum(found.relevances.values()) == pytest.approx(1, abs=0.01)


def test_candidates_stand_in_the_order_of_the_labels(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = ProductScreener(tiny_products)
    several = 0
    for product in few_products[::8]:
        found = explain_product(product.text, screener)
        codes = found.assessment.codes
        assert tuple(each.code for each in found.candidates)[: len(codes)] == codes
        several += len(codes) > 1
    assert several


def test_candidates_come_with_the_example_that_speaks_for_them(
    tiny_products: ProductModel, listed: LabelledProduct, few_products: list[LabelledProduct]
) -> None:
    found = explain_product(listed.text, ProductScreener(tiny_products))
    assert found.candidates
    known = {product.id: product for product in few_products}
    for candidate in found.candidates:
        if candidate.example.startswith(LIST):
            assert candidate.example == f"{LIST}{candidate.code.rpartition(':')[2]}"
            assert "often called so" in candidate.reason
        else:
            assert candidate.code in known[candidate.example].codes
            assert known[candidate.example].why in candidate.reason
    assert found.nearest[0].text == listed.text
    assert [each.similarity for each in found.nearest] == sorted(
        (each.similarity for each in found.nearest), reverse=True
    )


def test_passages_stand_where_they_say(
    tiny_products: ProductModel, listed: LabelledProduct
) -> None:
    found = explain_product(listed.text, ProductScreener(tiny_products))
    assert found.speaks_for
    for passage in (*found.speaks_for, *found.speaks_against):
        assert listed.text[passage.start : passage.end] == passage.text
        assert passage.weight > 0


def test_a_word_speaks_for_or_against(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = ProductScreener(tiny_products)
    found = [explain_product(product.text, screener) for product in few_products[:20]]
    assert any(each.speaks_for for each in found)
    assert any(each.speaks_against for each in found)
    assert not any(set(each.speaks_for) & set(each.speaks_against) for each in found)


def test_what_was_ruled_out_is_not_what_was_chosen(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = ProductScreener(tiny_products)
    found = [explain_product(product.text, screener) for product in few_products[:40]]
    assert any(each.ruled_out for each in found)
    for each in found:
        assert not any(line.startswith(f"{each.assessment.category} (") for line in each.ruled_out)


def test_an_unreadable_text_has_its_reason_alone(tiny_products: ProductModel) -> None:
    found = explain_product("12 / 34", ProductScreener(tiny_products))
    assert found.assessment.basis == "unreadable"
    assert (found.categories, found.candidates, found.nearest) == ({}, (), ())


def test_the_baseline_can_be_explained(few_products: list[LabelledProduct]) -> None:
    model = fit_products(few_products, kind="majority", name="majority", lists="none")
    found = explain_product("oak chair", ProductScreener(model))
    assert (found.speaks_for, found.candidates, found.nearest) == ((), (), ())
    assert found.categories


def test_the_command_prints_a_page(
    dualuse_command: Command, product_folder: Any, listed: LabelledProduct
) -> None:
    run = dualuse_command("explain", listed.text, "--model", product_folder)
    assert run.status == 0
    assert run.out.startswith(listed.text)
    for heading in ("category ", "decision ", "Candidate codes", "Nearest precedents"):
        assert heading in run.out
    assert listed.codes[0] in run.out
    assert run.out.endswith("tiny; test lists\n")


def test_the_command_prints_json(
    dualuse_command: Command, product_folder: Any, listed: LabelledProduct
) -> None:
    run = dualuse_command("explain", listed.text, "--json", "--model", product_folder)
    found = json.loads(run.out)
    assert found["text"] == listed.text
    assert found["assessment"]["codes"][0] == found["candidates"][0]["code"]
    assert found["nearest"][0]["id"] == listed.id


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
def test_the_text_may_come_on_standard_input(
    dualuse_command: Command,
    product_folder: Any,
    monkeypatch: pytest.MonkeyPatch,
    encoding: str,
) -> None:
    text = "三轴光纤陀螺仪，零偏稳定性优于每小时百分之一度"
    stream = io.TextIOWrapper(io.BytesIO(text.encode(encoding)), "utf-8")
    monkeypatch.setattr(sys, "stdin", stream)
    run = dualuse_command("explain", "-", "--json", "--model", product_folder)
    assert json.loads(run.out)["text"] == text


def test_a_text_without_words_is_told_so(dualuse_command: Command, product_folder: Any) -> None:
    run = dualuse_command("explain", "12 / 34", "--model", product_folder)
    assert run.status == 0
    assert "review: The text holds no words" in run.out
