import pytest

from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LabelledProduct
from dualuse.models.decisions import Thresholds
from dualuse.models.products import LONGEST, ProductModel
from dualuse.screening.assess import ProductScreener, ScreeningPolicy, figures_of
from dualuse.screening.assessment import Assessment
from dualuse.screening.named_paragraphs import failed_clause
from dualuse.screening.readable import unreadable_reason
from dualuse.training.fit import fit_products


@pytest.fixture(scope="module")
def assessed(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> list[tuple[LabelledProduct, Assessment]]:
    """What the tiny model says of texts that it was trained on."""
    texts = [product.text for product in few_products]
    return list(zip(few_products, ProductScreener(tiny_products).assess(texts), strict=True))


def test_every_text_has_its_assessment_in_order(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = ProductScreener(tiny_products)
    texts = [few_products[0].text, None, few_products[9].text, "", few_products[20].text]
    together = screener.assess(texts)
    assert together == [screener.assess([text])[0] for text in texts]
    assert [each.basis == "unreadable" for each in together] == [False, True, False, True, False]


def test_no_text_no_assessment(tiny_products: ProductModel) -> None:
    assert ProductScreener(tiny_products).assess([]) == []


def test_labels_agree_with_each_other(
    assessed: list[tuple[LabelledProduct, Assessment]],
) -> None:
    for _, found in assessed:
        controlled = found.relevance in {"medium", "high"}
        assert controlled == (found.category != "none")
        assert controlled == (found.basis in {"listed", "low_level", "parameter_missing"})
        assert controlled or not (found.codes or found.regimes or found.missing)
        assert len(found.codes) <= 5
        assert found.relevance != "high" or found.regimes


def test_codes_and_parameters_are_those_of_like_examples(
    assessed: list[tuple[LabelledProduct, Assessment]],
) -> None:
    pairs = [(product, found) for product, found in assessed if product.codes and found.codes]
    right = sum(found.codes[0] in product.codes for product, found in pairs)
    assert right > 0.8 * len(pairs) > 0
    assert any(found.missing for _, found in assessed)


def test_99x_goods_are_of_the_us_list_alone(
    assessed: list[tuple[LabelledProduct, Assessment]],
) -> None:
    found = [each for _, each in assessed if each.basis == "low_level"]
    assert found
    assert {each.regimes for each in found} == {("US",)}
    assert {each.relevance for each in found} == {"medium"}


def test_a_99x_good_is_on_no_list_where_the_us_is_not_asked(
    tiny_products: ProductModel, assessed: list[tuple[LabelledProduct, Assessment]]
) -> None:
    texts = [
        product.text
        for product, found in assessed
        if found.basis == "low_level" and product.regimes == ("US",)
    ]
    screener = ProductScreener(tiny_products, ScreeningPolicy(regimes=("CN", "JP")))
    found = [(each.category, each.basis, each.codes) for each in screener.assess(texts)]
    assert found.count(("none", "below_threshold", ())) > 0.8 * len(texts) > 10


def test_regimes_that_are_asked_are_all_that_is_named(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = ProductScreener(tiny_products, ScreeningPolicy(regimes=("EU",)))
    found = screener.assess([product.text for product in few_products])
    assert {each.regimes for each in found} == {(), ("EU",)}
    assert all(each.regimes for each in found if each.category != "none")


def test_what_a_missing_figure_may_put_on_a_list_is_never_cleared(
    tiny_products: ProductModel, assessed: list[tuple[LabelledProduct, Assessment]]
) -> None:
    texts = [product.text for product, found in assessed if found.basis == "parameter_missing"]
    assert texts
    found = ProductScreener(tiny_products, ScreeningPolicy(max_miss_rate=1.0)).assess(texts)
    assert "clear" not in {each.decision for each in found}


def test_what_meets_a_paragraph_by_its_figures_is_never_cleared(
    tiny_products: ProductModel,
) -> None:
    policy = ScreeningPolicy(max_miss_rate=1.0, min_precision=1.0)
    texts = [
        "Aluminium alloy bar 7075-T651, tensile strength 572 MPa, diameter 100 mm",
        "apple juice, 1 l",
    ]
    bar, juice = ProductScreener(tiny_products, policy).assess(texts)
    assert (bar.decision, juice.decision) == ("review", "clear")
    assert "1C202.a: 572 MPa meets" in bar.evidence


def test_what_fails_all_that_is_in_question_is_never_controlled(
    tiny_products: ProductModel, few_products: list[LabelledProduct]
) -> None:
    screener = ProductScreener(tiny_products)
    screener.thresholds = Thresholds(clear=0.0, controlled=0.0)
    texts = [product.text for product in few_products]
    judged = tiny_products.judge(texts)
    decisions = []
    for found, judgement in zip(screener.assess(texts), judged, strict=True):
        failed = failed_clause(found.codes, figures_of(judgement), REGIMES)
        assert (found.decision == "review") == bool(failed)
        assert not failed or f"; but {failed}: a person decides." in found.evidence
        decisions.append(found.decision)
    assert {"review", "controlled"} == set(decisions)


def test_the_evidence_names_words_of_the_text(
    assessed: list[tuple[LabelledProduct, Assessment]],
) -> None:
    quoted = 0
    for product, found in assessed:
        assert found.evidence.endswith(".")
        # A term of the lists is quoted too, and said to be one.
        of_the_text = found.evidence.partition("; nearest term of the lists")[0]
        for word in of_the_text.split("“")[1:]:
            quoted += 1
            assert word.split("”")[0] in product.text
    assert quoted > len(assessed)


def test_a_model_without_words_still_gives_its_reason(few_products: list[LabelledProduct]) -> None:
    model = fit_products(few_products, kind="majority", name="majority", lists="none")
    (found,) = ProductScreener(model).assess(["oak chair"])
    assert found.evidence.startswith("The text as a whole speaks")
    assert found.codes == ()


def test_a_policy_is_for_all_regimes_unless_told() -> None:
    assert ScreeningPolicy().regimes == REGIMES


def test_of_an_endless_text_the_beginning_is_judged_and_nothing_cleared(
    tiny_products: ProductModel,
) -> None:
    screener = ProductScreener(tiny_products, ScreeningPolicy(max_miss_rate=1.0))
    juice = "apple juice, 1 l; " * (LONGEST // 18)
    camera = "LWIR thermal camera core 640x512; " * 1_000
    whole, cut = screener.assess([juice, f"{juice} {camera}"])
    assert (whole.decision, cut.decision) == ("clear", "review")
    assert "characters were read" not in whole.evidence
    told = f"Only the first 20,000 of its {len(juice) + 1 + len(camera):,} characters were read."
    assert cut.evidence.endswith(told)
    assert cut.category == whole.category


@pytest.mark.parametrize(
    "text", ["bolt", "ボルト", "螺栓", "Schraube", "ＢＯＬＴ", "Насос pump abc de"]
)
def test_texts_of_known_scripts_are_readable(text: str) -> None:
    assert unreadable_reason(text) is None


@pytest.mark.parametrize(
    "text", [None, "", "\n", "123", "№ 5", "насос", "насос abc", "مضخة", "펌프"]
)
def test_texts_without_known_words_are_not(text: str | None) -> None:
    reason = unreadable_reason(text)
    assert reason is not None
    assert reason.endswith(".")
