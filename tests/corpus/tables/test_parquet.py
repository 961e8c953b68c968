import datetime as dt
from decimal import Decimal
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.reading import open_table
from dualuse.corpus.tables.writing import write_table

TYPED = pa.table(
    {
        "id": pa.array([1, None], pa.int32()),
        "day": pa.array([dt.date(2026, 1, 6), None]),
        "price": pa.array([Decimal("1.50"), None], pa.decimal128(8, 2)),
        "text": pa.array(["锗", None]).dictionary_encode(),
        "seen": pa.array([1_767_657_600_123_456_789, None], pa.timestamp("ns")),
        "span": pa.array([1_000_000_007, None], pa.duration("ns")),
        "raw": pa.array([b"\xff", None]),
        "tags": pa.array([["a", "b"], None], pa.list_(pa.string())),
    }
)


def test_values_are_pythons_own(tmp_path: Path) -> None:
    pq.write_table(TYPED, tmp_path / "t.parquet")
    table = open_table(tmp_path / "t.parquet")
    first = dict(zip(table.columns, next(table.rows()), strict=True))
    assert first["day"] == dt.date(2026, 1, 6)
    assert first["price"] == Decimal("1.50")
    assert first["tags"] == ["a", "b"]
    assert table.row_count == 2


def test_types_survive_a_round_trip(tmp_path: Path) -> None:
    pq.write_table(TYPED, tmp_path / "t.parquet")
    table = open_table(tmp_path / "t.parquet")
    out = tmp_path / "out.parquet"
    write_table(out, table.columns, table.rows(), format="parquet", schema=table.schema)
    again = pq.read_table(out)
    assert again.schema.types == TYPED.schema.types
    assert again.to_pydict().keys() == TYPED.to_pydict().keys()
    assert again.equals(pq.read_table(tmp_path / "t.parquet"))


def test_empty_table(tmp_path: Path) -> None:
    pq.write_table(TYPED.slice(0, 0), tmp_path / "t.parquet")
    assert list(open_table(tmp_path / "t.parquet").rows()) == []


def test_cut_off_file_is_one_sentence(tmp_path: Path) -> None:
    pq.write_table(TYPED, tmp_path / "t.parquet")
    content = (tmp_path / "t.parquet").read_bytes()
    (tmp_path / "t.parquet").write_bytes(content[: len(content) // 2])
    with pytest.raises(DualuseError, match="can't be read as Parquet") as caught:
        open_table(tmp_path / "t.parquet")
    assert "\n" not in str(caught.value)


def test_damage_further_down_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"t": [f"text {i * i}" for i in range(9999)]}), path)
    content = bytearray(path.read_bytes())
    content[20:4000] = b"\x00" * 3980
    path.write_bytes(content)
    with pytest.raises(DualuseError, match="can't be read as Parquet"):
        list(open_table(path).rows())


def test_a_dictionary_that_unpacks_to_gigabytes_is_one_sentence(tmp_path: Path) -> None:
    places = pa.array([0] * 4096, pa.int32())
    texts = pa.DictionaryArray.from_arrays(places, pa.array(["long " * 60_000]))
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"text": texts.cast(pa.string())}), path)
    assert path.stat().st_size < 1 << 20
    with pytest.raises(DualuseError, match="over 1 GiB in 4,096 rows"):
        list(open_table(path).rows())


def test_texts_that_repeat_come_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    pq.write_table(pa.table({"text": ["nut", None, "bolt", "nut"] * 3000}), path)
    assert [text for (text,) in open_table(path).rows()] == ["nut", None, "bolt", "nut"] * 3000


@pytest.mark.parametrize(
    ("names", "columns"),
    [(["text", "text"], ("text", "text_2")), (["text", ""], ("text", "column_2"))],
)
def test_repeated_and_empty_names_of_texts(
    tmp_path: Path, names: list[str], columns: tuple[str, ...]
) -> None:
    arrays = [pa.array(["锗", "nut"]), pa.array(["a", None])]
    pq.write_table(pa.Table.from_arrays(arrays, names=names), tmp_path / "t.parquet")
    table = open_table(tmp_path / "t.parquet")
    assert table.columns == columns
    assert list(table.rows()) == [("锗", "a"), ("nut", None)]
