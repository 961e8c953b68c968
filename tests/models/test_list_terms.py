import numpy as np

from dualuse.corpus.control_lists.store import entries_of, load_entries
from dualuse.models.list_terms import term_examples, term_texts
from dualuse.models.products import ProductModel
from dualuse.models.questions import CATEGORY, GROUP, PRODUCT_QUESTIONS


def test_terms_answer_category_and_group_and_are_silent_on_the_rest() -> None:
    entries = entries_of("6A003")
    terms = term_texts(entries, PRODUCT_QUESTIONS)
    assert len(terms.texts) == len(terms.groups) == 3
    assert terms.answers.shape == (3, len(PRODUCT_QUESTIONS))
    for question, column in zip(PRODUCT_QUESTIONS, terms.answers.T, strict=True):
        if question.startswith(CATEGORY):
            assert (column == (question == f"{CATEGORY}6")).all()
        elif question.startswith(GROUP):
            assert (column == (question == f"{GROUP}A")).all()
        else:
            assert np.isnan(column).all()


def test_no_entries_give_no_texts() -> None:
    terms = term_texts((), PRODUCT_QUESTIONS)
    assert terms.texts == []
    assert terms.answers.shape == (0, len(PRODUCT_QUESTIONS))


def test_precedents_bear_the_code_as_one_regime_means_it() -> None:
    examples = term_examples(load_entries())
    codes = {code for example in examples for code in example.codes}
    assert {"3C001", "CN:3C001", "6A003", "1C902"} <= codes
    assert "CN:1C902" not in codes  # no other regime means anything by it
    assert all(example.from_list for example in examples)
    assert {example.relevance for example in examples} == {"medium", "high"}


def test_a_good_that_no_labelled_product_resembles_is_found_by_its_name(
    tiny_products: ProductModel,
) -> None:
    (judgement,) = tiny_products.judge(["Quartz flexure accelerometer Q-Flex, navigation grade"])
    assert "7A001" in {code for each in judgement.neighbours for code in each.example.codes}
