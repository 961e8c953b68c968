import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.table import Table
from dualuse.corpus.tables.writing import write_table


def opened(folder: Path, content: str | bytes, name: str = "in.jsonl") -> Table:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return open_table(path)


def test_columns_are_all_keys_in_order(tmp_path: Path) -> None:
    table = opened(tmp_path, '{"id": 1, "text": "a"}\n\n{"hs": [8], "text": null}\n')
    assert (table.columns, table.row_count) == (("id", "text", "hs"), 2)
    assert list(table.rows()) == [(1, "a", None), (None, None, [8])]


def test_line_that_is_no_object_is_kept(tmp_path: Path) -> None:
    table = opened(tmp_path, '{"text": "a"}\n{"text": broken\n[1]\n{"text": "b"}\n')
    assert table.columns == ("text", "_other")
    assert list(table.rows()) == [
        ("a", None),
        (None, '{"text": broken'),
        (None, "[1]"),
        ("b", None),
    ]
    assert table.damaged_rows.first == [2, 3]


def test_late_key_is_kept(tmp_path: Path) -> None:
    lines = ['{"text": "a"}'] * 1000 + ['{"text": "b", "naïve": [1]}']
    table = opened(tmp_path, "\n".join(lines))
    assert table.columns == ("text", "_other")
    assert list(table.rows())[-1] == ("b", '{"naïve": [1]}')
    assert any("_other" in notice for notice in table.notices)


def test_own_column_of_that_name_is_not_overwritten(tmp_path: Path) -> None:
    table = opened(tmp_path, '{"_other": 1}\nbroken\n')
    assert table.columns == ("_other", "_other_2")


@pytest.mark.parametrize(
    ("content", "advice"),
    [('[{"a": 1}]', "JSON array"), ("[\n{}\n]", "JSON array"), ('{\n"a": 1\n}', "over lines")],
)
def test_other_json_is_refused_with_the_way_out(tmp_path: Path, content: str, advice: str) -> None:
    with pytest.raises(DualuseError, match=advice):
        opened(tmp_path, content)


def test_no_object_at_all(tmp_path: Path) -> None:
    with pytest.raises(DualuseError, match="no JSON object"):
        opened(tmp_path, "id,text\n1,a\n")


def test_deep_nesting_is_a_damaged_row(tmp_path: Path) -> None:
    table = opened(tmp_path, '{"a": 1}\n' + "[" * 100_000 + "\n")
    assert len(list(table.rows())) == 2
    assert table.damaged_rows.first == [2]


@pytest.mark.parametrize("before", [0, 1000])
def test_key_that_stands_twice_has_no_value(tmp_path: Path, before: int) -> None:
    twice = '{"id": 2, "text": "FOG gyro", "text": "HEX BOLT"}'
    lines = ['{"id": 1, "text": "a", "more": {"k": 1, "k": 2}}'] * max(1, before)
    table = opened(tmp_path, "\n".join([*lines, twice]))
    assert table.columns == ("id", "text", "more", "_other")
    assert list(table.rows())[-1] == (2, None, None, twice)
    assert table.damaged_rows.first == [len(lines) + 1]


def test_a_number_beyond_measure_is_kept_as_it_stands(tmp_path: Path) -> None:
    table = opened(tmp_path, '{"a": 1e999, "b": -1E400, "c": 1.5, "d": [2e999]}\n')
    assert list(table.rows()) == [("1e999", "-1E400", 1.5, ["2e999"])]


def test_packed(tmp_path: Path) -> None:
    table = opened(tmp_path, gzip.compress(b'{"a": 1}\n'), "in.jsonl.gz")
    assert list(table.rows()) == [(1,)]


TEXT = st.text(st.characters(blacklist_characters="\ufffd\x7f"))
KEY = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters="\ufffd\x7f"))
PLAIN = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUE = st.recursive(
    PLAIN | TEXT, lambda inner: st.lists(inner) | st.dictionaries(KEY, inner), max_leaves=5
)


@settings(deadline=None, derandomize=True)  # a loaded machine is no fault
@given(st.lists(st.tuples(VALUE, VALUE), min_size=1, max_size=10))
def test_what_is_written_is_read_again(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple]
) -> None:
    path = tmp_path_factory.mktemp("table") / "t.jsonl.gz"
    assert write_table(path, ["a", "b"], rows, format="jsonl.gz") == len(rows)
    assert json.dumps(list(open_table(path).rows())) == json.dumps(rows)
