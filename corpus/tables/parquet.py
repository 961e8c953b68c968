"""Parquet, read in batches."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.header import unique_names
from dualuse.corpus.tables.table import Row, Table

_BATCH = 4096
_MOST = 1 << 30  # bytes of a batch


def open_parquet(path: Path) -> Table:
    """The table in a Parquet file, with its Arrow schema.

    Values come as Python's own; times of nanosecond resolution, which Python lacks, as ISO text,
    and spans of it as whole numbers.

    Raises:
        DualuseError: the file is cut off or damaged, or has no columns.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(path) as file:
            schema, count = file.schema_arrow, file.metadata.num_rows
    except (pa.ArrowException, OSError) as error:
        raise DualuseError(_damaged(path, error)) from None
    if not schema.names:
        raise DualuseError(f"{path} has no columns: give a table with at least one")
    texts = [each.name for each in schema if pa.types.is_string(each.type)]
    columns, notices = unique_names(schema.names)
    schema = pa.schema([field.with_name(name) for field, name in zip(schema, columns, strict=True)])
    return Table(
        columns=columns,
        format="parquet",
        source=partial(_rows, path, texts),
        schema=schema,
        row_count=count,
        notices=notices,
    )


def _rows(path: Path, texts: list[str], table: Table) -> Iterator[Row]:
    """The rows; `texts` are the columns of strings by the names that they have in the file."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    if table.row_count == 0:
        return
    try:
        # What is packed as a dictionary stays one: a kilobyte may unpack to gigabytes.
        with pq.ParquetFile(path, read_dictionary=texts) as file:
            for batch in file.iter_batches(batch_size=_BATCH):
                if sum(map(_size, batch.columns)) > _MOST:
                    raise DualuseError(
                        f"{path} holds over {_MOST >> 30} GiB in {_BATCH:,} rows: it is no table "
                        "of texts; look at its longest cells"
                    )
                yield from zip(*map(_values, batch.columns), strict=True)
    except (pa.ArrowException, OSError) as error:
        raise DualuseError(_damaged(path, error)) from None


def _size(column: Any) -> int:
    """The bytes that the values of a column take, each counted for itself."""
    import pyarrow as pa
    from pyarrow import compute

    if not pa.types.is_dictionary(column.type):
        return int(column.nbytes)
    lengths = compute.binary_length(column.dictionary).cast(pa.int64())
    return compute.sum(lengths.take(column.indices)).as_py() or 0


def _values(column: Any) -> list[Any]:
    import pyarrow as pa

    kind = column.type
    if pa.types.is_dictionary(kind):
        words = column.dictionary.to_pylist()
        return [None if place is None else words[place] for place in column.indices.to_pylist()]
    temporal = pa.types.is_timestamp(kind) or pa.types.is_time64(kind)
    if temporal and kind.unit == "ns":
        column = column.cast(pa.string())
    elif pa.types.is_duration(kind) and kind.unit == "ns":
        column = column.cast(pa.int64())
    values: list[Any] = column.to_pylist()
    return values


def _damaged(path: Path, error: Exception) -> str:
    return f"{path} can't be read as Parquet ({str(error).splitlines()[0]}): write it again"
