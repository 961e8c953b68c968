import pytest

from dualuse.corpus.tables.kinds import Kind, widened


@pytest.mark.parametrize(
    ("before", "values", "after"),
    [
        ("null", [None], "null"),
        ("null", [1, None], "int"),
        ("int", [1.5], "float"),
        ("float", [1], "float"),
        ("int", ["x"], "text"),
        ("int", [True], "text"),
        ("int", [1 << 60], "text"),
        ("null", [True], "bool"),
        ("null", [["a"], ()], "list"),
        ("null", [[["a"]]], "text"),
        ("list", [{"a": 1}], "text"),
        ("text", [1], "text"),
    ],
)
def test_widened(before: str, values: list, after: str) -> None:
    assert widened(Kind(before), values) == after
