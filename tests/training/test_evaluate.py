from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score, roc_auc_score

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import REGIMES
from dualuse.corpus.records import LabelledPolicy, LabelledProduct
from dualuse.corpus.store import load_products
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.products import ProductModel
from dualuse.training.evaluate import (
    development_split,
    evaluate_policy,
    evaluate_products,
    is_long,
    judge_policy,
    judge_products,
)
from dualuse.training.evaluation_page.page import evaluation_page
from dualuse.training.evaluation_page.part import worked_out
from dualuse.training.report import EvaluationReport


@pytest.fixture(scope="module")
def unseen() -> list[LabelledProduct]:
    """Shipped products that the tiny model did not learn."""
    return load_products()[4::16]


@pytest.fixture(scope="module")
def report(tiny_products: ProductModel, unseen: list[LabelledProduct]) -> EvaluationReport:
    return evaluate_products(tiny_products, unseen, "unseen rows")


@pytest.fixture(scope="module")
def policy_report(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> EvaluationReport:
    return evaluate_policy(tiny_policy, few_documents, "rows")


def test_figures_are_those_of_the_judgements(
    report: EvaluationReport, tiny_products: ProductModel, unseen: list[LabelledProduct]
) -> None:
    judgements = tiny_products.judge([product.text for product in unseen])
    truth = [product.category for product in unseen]
    found = [judgement.category for judgement in judgements]
    listed = [product.relevance == "high" for product in unseen]
    control = [judgement.control_probability for judgement in judgements]
    lows = [
        judgement.relevance == "high"
        for product, judgement in zip(unseen, judgements, strict=True)
        if product.relevance == "low"
    ]
    figures = report.sections[0].rows["all"]
    assert figures["texts"] == len(unseen)
    assert figures["accuracy"] == pytest.approx(accuracy_score(truth, found))
    assert figures["macro-F1"] == pytest.approx(
        f1_score(truth, found, labels=sorted(set(truth)), average="macro", zero_division=0)
    )
    assert figures["AUROC"] == pytest.approx(roc_auc_score(listed, control))
    assert figures["low-high"] == pytest.approx(np.mean(lows))
    assert figures["relevance"] == pytest.approx(
        np.mean([p.relevance == j.relevance for p, j in zip(unseen, judgements, strict=True)])
    )


def test_the_tiny_model_beats_guessing(report: EvaluationReport) -> None:
    figures = report.sections[0].rows["all"]
    # Measured: 0.28 and 0.80; the majority gets 0.04 and 0.5.
    assert figures["macro-F1"] > 0.2
    assert figures["AUROC"] > 0.72


@pytest.mark.parametrize("title", ["language", "category", "relevance", "style"])
def test_breakdowns_make_up_the_whole(report: EvaluationReport, title: str) -> None:
    (rows,) = [section.rows for section in report.sections if section.title == title]
    every = report.sections[0].rows["all"]
    assert sum(row["texts"] for row in rows.values()) == every["texts"]
    hits = sum(row["texts"] * row["accuracy"] for row in rows.values())
    assert hits / every["texts"] == pytest.approx(every["accuracy"])


def test_decisions_are_those_of_the_default_thresholds(
    report: EvaluationReport, tiny_products: ProductModel, unseen: list[LabelledProduct]
) -> None:
    (rows,) = [section.rows for section in report.sections if section.title == "decision"]
    thresholds = tiny_products.thresholds(REGIMES, 0.02, 0.9)
    judgements = tiny_products.judge([product.text for product in unseen])
    listed = [
        judgement.control_probability < thresholds.clear
        for product, judgement in zip(unseen, judgements, strict=True)
        if product.relevance == "high"
    ]
    assert rows["clear"]["of listed"] == pytest.approx(np.mean(listed))
    assert sum(row["texts"] for row in rows.values()) == len(unseen)
    for name in ("share", "of listed"):
        assert sum(row[name] for row in rows.values()) == pytest.approx(1)


def test_what_one_part_does_not_define_is_nan(report: EvaluationReport) -> None:
    (rows,) = [section.rows for section in report.sections if section.title == "relevance"]
    assert all(np.isnan(row["AUROC"]) for row in rows.values())
    assert np.isnan(rows["high"]["low-high"])
    assert not np.isnan(rows["low"]["low-high"])


def test_policy_figures_are_those_of_the_judgements(
    policy_report: EvaluationReport, tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    judgements = tiny_policy.judge([policy_text(each.title, each.text) for each in few_documents])
    pairs = [
        (document.relevance == "high", judgement.relevance == "high")
        for document, judgement in zip(few_documents, judgements, strict=True)
    ]
    figures = policy_report.sections[0].rows["all"]
    hits = sum(truth and found for truth, found in pairs)
    assert figures["precision"] == pytest.approx(hits / sum(found for _, found in pairs))
    assert figures["recall"] == pytest.approx(hits / sum(truth for truth, _ in pairs))
    assert figures["texts"] == len(few_documents)


def test_no_measure_is_no_label_of_measures(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    unrelated = [each for each in few_documents if each.relevance == "none"]
    figures = evaluate_policy(tiny_policy, unrelated, "unrelated").sections[0].rows["all"]
    assert np.isnan(figures["measures"])


@pytest.mark.parametrize("title", ["language", "relevance", "form"])
def test_policy_breakdowns_make_up_the_whole(policy_report: EvaluationReport, title: str) -> None:
    (rows,) = [section.rows for section in policy_report.sections if section.title == title]
    every = policy_report.sections[0].rows["all"]
    assert sum(row["texts"] for row in rows.values()) == every["texts"]


def test_published_classifications_stand_apart(
    tiny_products: ProductModel, unseen: list[LabelledProduct]
) -> None:
    published = [replace(each, source="maker's page") for each in unseen[::3]]
    texts = [*published, *(replace(each, source=None) for each in unseen[1::3])]
    sections = {part.title: part for part in evaluate_products(tiny_products, texts, "").sections}
    rows = sections["classification"].rows
    assert [rows[name]["texts"] for name in ("own", "published")] == [
        len(texts) - len(published),
        len(published),
    ]


def test_difficulty_is_broken_down_where_it_is_known(
    tiny_products: ProductModel, unseen: list[LabelledProduct]
) -> None:
    levels = ["easy", "hard", "medium", "easy"]
    texts = [replace(each, difficulty=level) for each, level in zip(unseen, levels, strict=False)]
    sections = {part.title: part for part in evaluate_products(tiny_products, texts, "").sections}
    assert {name: row["texts"] for name, row in sections["difficulty"].rows.items()} == {
        "easy": 2,
        "hard": 1,
        "medium": 1,
    }
    mixed = [*texts, replace(unseen[5], difficulty=None)]
    titles = [part.title for part in evaluate_products(tiny_products, mixed, "").sections]
    assert "difficulty" not in titles


def test_intervals_hold_the_figures_of_whole_and_of_classifications(
    tiny_products: ProductModel, unseen: list[LabelledProduct]
) -> None:
    texts = [
        replace(each, source="maker's page" if place % 2 else None)
        for place, each in enumerate(unseen[:60])
    ]
    report = evaluate_products(tiny_products, texts, "", with_intervals=True)
    sections = {part.title: part.rows for part in report.sections}
    assert set(sections["products"]) == {"all", "all 2.5%", "all 97.5%"}
    assert len(sections["classification"]) == 6
    assert not any("%" in name for name in sections["language"])
    low, value, high = (sections["products"][name] for name in ("all 2.5%", "all", "all 97.5%"))
    for figure in ("accuracy", "AUROC", "relevance"):
        assert low[figure] < value[figure] < high[figure]


def test_the_same_texts_are_judged_alike_again(
    tiny_products: ProductModel, unseen: list[LabelledProduct]
) -> None:
    made = judge_products(tiny_products, unseen[:30], "")
    again = made.rejudge(made.texts)
    assert (again.found, again.texts) == (made.found, made.texts)
    assert made.rejudge(["chair"] * 30).found != made.found
    said = made.describe(0)
    assert said.truth.split(" · ")[:2] == [unseen[0].category, unseen[0].relevance]


def test_a_page_of_documents(tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]) -> None:
    made = judge_policy(tiny_policy, few_documents[:25], "documents")
    part = worked_out(made, None, (), lambda _: None)
    assert part.noise.rows["as written"]["changed"] == 0
    assert (
        part.noise.rows["as written"]["accuracy"] == part.report.sections[0].rows["all"]["accuracy"]
    )
    assert part.noise.rows["first 300 characters"]["changed"] > 0.5
    again = made.rejudge(made.texts)
    assert again.found == made.found
    page = evaluation_page([part], date(2026, 11, 29))
    assert "<h4>P(high)</h4>" in page
    assert "max-miss-rate" not in page


def test_length_counts_words_or_characters(few_documents: list[LabelledPolicy]) -> None:
    document = replace(few_documents[0], lang="en", text="word " * 601)
    assert is_long(document)
    assert not is_long(replace(document, text="word " * 600))
    assert is_long(replace(document, lang="zh", text="字" * 1201))
    assert not is_long(replace(document, lang="ja", text="字" * 1200))


def test_nothing_to_evaluate_on_is_one_sentence(
    tiny_products: ProductModel, tiny_policy: PolicyModel
) -> None:
    with pytest.raises(DualuseError, match="no labelled products"):
        evaluate_products(tiny_products, [], "nothing")
    with pytest.raises(DualuseError, match="no labelled policy documents"):
        evaluate_policy(tiny_policy, [], "nothing")


def test_labels_of_no_scheme_are_named(
    tiny_policy: PolicyModel, few_documents: list[LabelledPolicy]
) -> None:
    with pytest.raises(DualuseError, match="relevance 'grave' is none of"):
        evaluate_policy(tiny_policy, [replace(few_documents[0], relevance="grave")], "bad")


def test_development_holds_out_whole_families(few_products: list[LabelledProduct]) -> None:
    learn, hold = development_split(few_products)
    assert sorted(learn + hold) == list(range(len(few_products)))
    families = [{few_products[place].family for place in part} for part in (learn, hold)]
    assert not families[0] & families[1]
    assert 0.05 < len(hold) / len(few_products) < 0.3
