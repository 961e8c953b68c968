import csv
from itertools import islice
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import accuracy_score, f1_score

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import LabelledProduct
from dualuse.models.labels import LabelModel
from dualuse.models.linear import LinearClassifier
from dualuse.models.products import ProductModel
from dualuse.training.tabular import (
    LabelledTexts,
    fit_labels,
    judge_labels,
    read_labelled,
)

FRUIT = ["apple", "pear", "plum", "cherry", "quince"]
TOOLS = ["hammer", "drill", "saw", "chisel", "plane"]
WORDS = ["red", "old", "big", "new", "second-hand", "heavy"]


@pytest.fixture(scope="module")
def data() -> LabelledTexts:
    pairs = [
        (f"{word} {thing}", label)
        for label, things in (("fruit", FRUIT), ("tool", TOOLS))
        for thing in things
        for word in WORDS
    ]
    texts, labels = zip(*pairs, strict=True)
    return LabelledTexts("things.csv", texts, labels, 0)


@pytest.fixture(scope="module")
def model(data: LabelledTexts) -> LabelModel:
    return fit_labels(data, "linear")


def table(folder: Path, text: str) -> Path:
    path = folder / "things.csv"
    path.write_text(text, "utf-8")
    return path


def test_rows_without_text_or_label_are_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, "description,kind\n red apple ,fruit\n,fruit\nsaw,\ndrill, tool \n")
    read = read_labelled(path, [], "kind")
    assert read == LabelledTexts("things.csv", ("red apple", "drill"), ("fruit", "tool"), 2)


def test_several_text_columns_are_joined(tmp_path: Path) -> None:
    path = table(tmp_path, "kind,size,name\nfruit,big,apple\ntool,,saw\n")
    assert read_labelled(path, ["name", "size"], "kind").texts == ("apple big", "saw")


def test_the_labels_are_no_text(tmp_path: Path) -> None:
    path = table(tmp_path, "description,name\nred apple,fruit\nhand saw,tool\n")
    assert read_labelled(path, [], "name").texts == ("red apple", "hand saw")


def test_other_formats_are_read_alike(tmp_path: Path) -> None:
    path = tmp_path / "things.data"
    path.write_text('{"text": "apple", "kind": "fruit"}\n{"text": "saw", "kind": 7}\n', "utf-8")
    read = read_labelled(path, ["text"], "kind", "jsonl")
    assert read.pairs == [("apple", "fruit"), ("saw", "7")]


@pytest.mark.parametrize(
    ("content", "columns", "told"),
    [
        ("text,kind\nsaw,tool\n", [], "no column 'label'"),
        ("text,label\nsaw,tool\n", ["name"], "no column 'name'"),
        ("text,label\nsaw,\n,tool\n", [], "no row has both a text and a label in 'label'"),
    ],
)
def test_tables_that_will_not_do(
    tmp_path: Path, content: str, columns: list[str], told: str
) -> None:
    with pytest.raises(DualuseError, match=told):
        read_labelled(table(tmp_path, content), columns, "label")


def test_a_table_of_labels_alone_is_one_sentence(tmp_path: Path) -> None:
    path = table(tmp_path, "name,quantity\nhand saw,3\ncordless drill,4\n")
    with pytest.raises(DualuseError, match=r"no column but 'name' .* \(name, quantity\)"):
        read_labelled(path, [], "name")


def test_digest_tells_data_apart(data: LabelledTexts) -> None:
    same = LabelledTexts("copy.csv", data.texts, data.labels, 3)
    other = LabelledTexts("things.csv", data.texts, (*data.labels[:-1], "fruit"), 0)
    assert data.digest == same.digest != other.digest


def test_labels_are_learnt(model: LabelModel, data: LabelledTexts) -> None:
    assert model.name == f"linear-{data.digest[:8]}"
    found = [label for label, _ in model.predict(["small apple", "blunt chisel"])]
    assert found == ["fruit", "tool"]


def test_a_repeated_text_stays_on_one_side_of_each_fold() -> None:
    # Ten nonsense texts with labels by chance, forty times each: to know them is to have seen them.
    labels = tuple(np.random.default_rng(0).permutation(["a", "b"] * 5).tolist())
    texts = tuple(f"{a}{b}" for a, b in zip("qwxyzjkvpf", "mnbghlrtsd", strict=True))
    repeated = LabelledTexts("x", texts * 40, labels * 40, 0)
    classifier = fit_labels(repeated, "linear").classifier
    assert isinstance(classifier, LinearClassifier)
    truth = np.array(labels * 40) == "a"
    held_out = classifier.held_out_[:, 0]
    assert held_out[truth].mean() - held_out[~truth].mean() < 0.3


def test_one_label_cannot_be_learnt(data: LabelledTexts) -> None:
    alike = LabelledTexts("things.csv", data.texts, ("fruit",) * len(data.texts), 0)
    with pytest.raises(DualuseError, match=r"things.csv has only the label 'fruit'; two"):
        fit_labels(alike, "linear")


def test_few_texts_cannot_be_learnt(data: LabelledTexts) -> None:
    few = LabelledTexts("x", data.texts[27:34], data.labels[27:34], 0)
    with pytest.raises(DualuseError, match="7 texts in 7 groups are too few"):
        fit_labels(few, "linear")


def test_figures_are_those_of_the_predictions(model: LabelModel) -> None:
    texts = ("red apple", "apple saw", "grüner Apfel", "heavy drill", "cherry")
    labels = ("fruit", "tool", "fruit", "tool", "cake")
    report = judge_labels(model, LabelledTexts("test.csv", texts, labels, 0)).report()
    found = [label for label, _ in model.predict(texts)]
    figures = report.sections[0].rows["all"]
    assert figures["accuracy"] == pytest.approx(accuracy_score(labels, found))
    expected = f1_score(
        labels, found, labels=["cake", "fruit", "tool"], average="macro", zero_division=0
    )
    assert figures["macro-F1"] == pytest.approx(expected)
    by_label = report.sections[2].rows
    assert [row["texts"] for row in by_label.values()] == [1, 2, 2]
    assert by_label["cake"]["accuracy"] == 0


def test_labels_of_another_set_are_one_sentence(model: LabelModel) -> None:
    strange = LabelledTexts("test.csv", ("apple",), ("Obst",), 0)
    with pytest.raises(DualuseError, match=r"labels like 'Obst', .* others \(fruit, tool, "):
        judge_labels(model, strange)


@pytest.mark.parametrize("field", ["category", "relevance"])
def test_a_product_model_is_judged_on_its_own_labels(
    tiny_products: ProductModel, few_products: list[LabelledProduct], field: str
) -> None:
    some = few_products[::6]
    labels = tuple(getattr(product, field) for product in some)
    texts = tuple(product.text for product in some)
    report = judge_labels(tiny_products, LabelledTexts("x", texts, labels, 0)).report()
    found = [getattr(judgement, field) for judgement in tiny_products.judge(texts)]
    assert report.sections[0].rows["all"]["accuracy"] == accuracy_score(labels, found) > 0.5


def test_a_product_model_refuses_other_labels(
    tiny_products: ProductModel, data: LabelledTexts
) -> None:
    with pytest.raises(DualuseError, match=r"label 'fruit', and tiny knows .* --label-column"):
        judge_labels(tiny_products, data)


def first_rows(source: Path, target: Path, count: int) -> Path:
    with source.open(encoding="utf-8", newline="") as lines, target.open("w", newline="") as out:
        csv.writer(out).writerows(islice(csv.reader(lines), count + 1))
    return target


def test_accuracy_on_banking_questions(shared: Path, tmp_path: Path) -> None:
    bench = shared / "data" / "bench"
    train = first_rows(bench / "banking77_train.csv", tmp_path / "train.csv", 2_000)
    test = first_rows(bench / "banking77_test.csv", tmp_path / "test.csv", 500)
    model = fit_labels(read_labelled(train, [], "category"), "linear")
    report = judge_labels(model, read_labelled(test, [], "category")).report()
    figures = report.sections[0].rows["all"]
    assert figures["texts"] == 500
    # Measured: 0.964 of 13 labels, among the 17 that were learnt, and 0.047.
    assert figures["accuracy"] > 0.955
    assert figures["ECE"] < 0.06
