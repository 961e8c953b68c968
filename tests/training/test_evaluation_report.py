import json

from dualuse.training.report import EvaluationReport, Section, by_part

NAN = float("nan")
REPORT = EvaluationReport(
    "linear-0a1b2c3d",
    "the evaluation set",
    (
        Section("products", {"all": {"texts": 12, "accuracy": 0.712345, "AUROC": NAN}}),
        Section(
            "language",
            {
                "en": {"texts": 10, "accuracy": 1.0, "AUROC": 0.5},
                "zh": {"texts": 2, "accuracy": 0.0, "AUROC": NAN},
            },
        ),
    ),
)


def refuse(constant: str) -> None:
    raise AssertionError(constant)


def test_json_is_one_line_of_plain_figures() -> None:
    text = REPORT.as_json()
    assert "\n" not in text
    content = json.loads(text, parse_constant=refuse)  # NaN is none of JSON's
    assert content["model"] == "linear-0a1b2c3d"
    assert content["texts"] == "the evaluation set"
    assert content["sections"]["products"]["all"] == {
        "texts": 12,
        "accuracy": 0.7123,
        "AUROC": None,
    }
    assert list(content["sections"]["language"]) == ["en", "zh"]


def test_text_is_aligned_tables() -> None:
    head, products, language = REPORT.as_text().split("\n\n")
    assert head == "linear-0a1b2c3d on the evaluation set"
    assert products.splitlines()[1].split() == ["all", "12", "0.712", "-"]
    assert language.splitlines()[0].split() == ["language", "texts", "accuracy", "AUROC"]
    assert language.splitlines()[2].split() == ["zh", "2", "0.000", "-"]
    assert len({len(line) for line in language.splitlines()}) == 1


def test_long_names_of_figures_keep_the_columns() -> None:
    section = Section("x", {"all": {"a very long figure": 0.5, "b": 1}})
    header, row = EvaluationReport("m", "t", (section,)).as_text().split("\n\n")[1].splitlines()
    assert header.index("a very long figure") + len("a very long figure") == row.index("0.500") + 5


def test_a_table_without_rows_is_its_title() -> None:
    assert EvaluationReport("m", "t", (Section("x", {}),)).as_text() == "m on t\n\nx"


def test_positions_by_part() -> None:
    assert by_part(["zh", "en", "zh"]) == {"en": [1], "zh": [0, 2]}
    assert list(by_part(["zh", "en"])) == ["en", "zh"]
    assert by_part([]) == {}
