from dataclasses import replace

from dualuse.corpus.labels import CATEGORIES, MEASURES
from dualuse.corpus.quality.balance import BalanceTable, policy_balance, product_balance
from dualuse.corpus.records import LabelledPolicy, LabelledProduct


def cells(table: BalanceTable) -> dict[tuple[str, str], int]:
    """The counts that are not zero, by row and column."""
    return {
        (row, column): count
        for row, counts in zip(table.rows, table.cells, strict=True)
        for column, count in zip(table.columns, counts, strict=True)
        if count
    }


def test_products_by_category(product: LabelledProduct) -> None:
    unlisted = replace(product, category="none", relevance="low", lang="ja", pair="6-1")
    table = product_balance([product, product, unlisted])
    assert table.rows == CATEGORIES
    assert cells(table) == {
        ("6", "high"): 2,
        ("6", "en"): 2,
        ("none", "low"): 1,
        ("none", "ja"): 1,
        ("none", "pairs"): 1,
    }


def test_documents_count_once_for_each_measure(document: LabelledPolicy) -> None:
    double = replace(document, measures=("ban", "guidance"), relevance="medium", lang="zh")
    table = policy_balance([document, double])[0]
    assert table.rows == (*MEASURES, "none", "documents")
    assert cells(table) == {
        ("licence_requirement", "high"): 1,
        ("licence_requirement", "en"): 1,
        ("ban", "medium"): 1,
        ("ban", "zh"): 1,
        ("guidance", "medium"): 1,
        ("guidance", "zh"): 1,
        ("documents", "high"): 1,
        ("documents", "en"): 1,
        ("documents", "medium"): 1,
        ("documents", "zh"): 1,
    }


def test_nothing_to_count() -> None:
    assert cells(product_balance([])) == {}
    assert [cells(table) for table in policy_balance([])] == [{}] * 4


def test_documents_by_form_jurisdiction_and_length(document: LabelledPolicy) -> None:
    many = [replace(document, issuing_country="JP", form="qa", text="word " * 99)] * 5
    few = [replace(document, issuing_country=country, lang="zh") for country in ("KR", None)]
    longer = replace(few[0], text="字" * 1202)
    _, forms, jurisdictions, words = policy_balance([*many, *few, longer])
    assert {row: cells(forms)[row, "high"] for row in ("qa", document.form)} == {
        "qa": 5,
        document.form: 3,
    }
    assert jurisdictions.rows == ("JP", "others", "nobody")
    assert [cells(jurisdictions)[row, "high"] for row in jurisdictions.rows] == [5, 2, 1]
    assert cells(words)["under 100", "en"] == 5
    assert cells(words)["over 600", "zh"] == 1
