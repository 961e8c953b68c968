import csv
from collections.abc import Callable
from pathlib import Path

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact, Item, Link, Party
from dualuse.screening.flat_table import COLUMNS, write_flat
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]


def rows(path: Path, *results: Triaged) -> list[dict[str, str]]:
    write_flat(path, results)
    return list(csv.DictReader(path.read_text("utf-8").splitlines()))


def test_one_row_a_document_in_the_order_of_the_columns(make_result: Make, tmp_path: Path) -> None:
    result = make_result(
        measures=("ban", "guidance"),
        target_countries=("JP", "US"),
        dates=(DateFact("expiry", "2026-12-31", 0, 1), DateFact("expiry", None, 0, 1)),
        items=(Item("gallium", 0, 1), Item("gallium", 2, 3), Item("germanium", 4, 5)),
        parties=(Party("Acme", "US", None, 0, 1),),
        links=(Link("suspends", "No. 61"),),
        summary=(Sentence("A ban.", 0, 1), Sentence("From today.", 2, 3)),
    )
    first, _ = rows(tmp_path / "t.csv", result, make_result(path="b"))
    assert tuple(first) == COLUMNS
    wanted = {
        "measures": "ban;guidance",
        "target_countries": "JP;US",
        "expiry": "2026-12-31",
        "items": "gallium;germanium",
        "parties": "Acme",
        "links": "suspends No. 61",
        "summary": "A ban. From today.",
        "state": "unknown",
        "as_of": "2026-06-01",
        "effective_date": "",
        "group": "a.txt",
    }
    assert {name: first[name] for name in wanted} == wanted


def test_a_title_is_no_formula_and_a_row_is_one_line(make_result: Make, tmp_path: Path) -> None:
    title = '=HYPERLINK("http://x")\r\nnext\x00\x1b'
    results = [
        make_result(title=title),
        make_result(title="@SUM(1)"),
        make_result(title="x" * 99_999),
    ]
    first, second, third = rows(tmp_path / "t.csv", *results)
    assert first["title"] == '\'=HYPERLINK("http://x") next'
    assert second["title"] == "'@SUM(1)"
    assert len(third["title"]) < 32_767
