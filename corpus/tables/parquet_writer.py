"""Parquet, written in batches; types that nobody gave are found as the rows come."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.cells import cell_text, encodable
from dualuse.corpus.tables.kinds import Kind, widened

_BATCH = 10_000

_TYPES = {
    Kind.NULL: pa.string(),
    Kind.BOOL: pa.bool_(),
    Kind.INT: pa.int64(),
    Kind.FLOAT: pa.float64(),
    Kind.LIST: pa.list_(pa.string()),
    Kind.TEXT: pa.string(),
}


def write_parquet(
    path: Path, columns: Sequence[str], rows: Iterable[Sequence[Any]], schema: Any = None
) -> int:
    """The number of rows written to a Parquet file.

    Columns in `schema` have its types. Others have the narrowest that holds all their values:
    where a late row needs a wider one, the rows before it are written again.

    Raises:
        DualuseError: a value does not fit the type that `schema` gives its column.
    """
    names = list(columns)
    given = {field.name: field.type for field in schema} if schema is not None else {}
    kinds = {name: Kind.NULL for name in names if name not in given}
    source = iter(rows)
    output = _Output(path, names, given, kinds)
    try:
        while batch := list(islice(source, _BATCH)):
            output.add(list(zip(*batch, strict=True)))
    finally:
        output.close()
    return output.count


class _Output:
    """A Parquet file in the making. Not a dataclass: it owns an open file."""

    def __init__(
        self, path: Path, names: list[str], given: dict[str, Any], kinds: dict[str, Kind]
    ) -> None:
        self.count = 0
        self._path = path
        self._names = names
        self._given = given
        self._kinds = kinds
        self._writer = pq.ParquetWriter(path, self._schema(), compression="zstd")

    def add(self, values: Sequence[Sequence[Any]]) -> None:
        """Write a batch, given column by column."""
        if len(values) != len(self._names):
            raise ValueError(f"rows have {len(values)} values for {len(self._names)} columns")
        wider = {
            name: widened(self._kinds[name], column)
            for name, column in zip(self._names, values, strict=True)
            if name in self._kinds
        }
        if wider != self._kinds:
            self._kinds = wider
            self._write_again()
        self._write(values)
        self.count += len(values[0])

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()

    def _schema(self) -> pa.Schema:
        return pa.schema([(name, self._type(name)) for name in self._names])

    def _type(self, name: str) -> Any:
        return self._given[name] if name in self._given else _TYPES[self._kinds[name]]

    def _write(self, values: Sequence[Sequence[Any]]) -> None:
        arrays = [
            _array(name, column, self._type(name))
            for name, column in zip(self._names, values, strict=True)
        ]
        self._writer.write_batch(pa.record_batch(arrays, schema=self._schema()))

    def _write_again(self) -> None:
        """Give the rows written so far the present types."""
        self._writer.close()
        earlier = self._path.with_name(self._path.name + ".narrow")
        self._path.replace(earlier)
        try:
            self._writer = pq.ParquetWriter(self._path, self._schema(), compression="zstd")
            with pq.ParquetFile(earlier) as file:
                for batch in file.iter_batches(batch_size=_BATCH):
                    self._write([column.to_pylist() for column in batch.columns])
        finally:
            earlier.unlink()


def _array(name: str, values: Sequence[Any], kind: Any) -> Any:
    """The values as Arrow holds them; those that come in another form are converted."""
    attempts: tuple[Callable[[], Any], ...] = (
        lambda: pa.array(values, type=kind),
        lambda: pa.array([_fitted(value, kind) for value in values], type=kind),
        # Times of nanoseconds are read as text, and dictionaries are of their values.
        lambda: pa.array(values).cast(kind),
    )
    fault: Exception | None = None
    for attempt in attempts:
        try:
            return attempt()
        except (pa.ArrowException, TypeError, ValueError, OverflowError) as error:
            fault = error
    raise DualuseError(
        f"column {name!r} can't be written as {kind} ({fault}): write CSV or JSONL instead"
    )


def _fitted(value: Any, kind: Any) -> Any:
    if value is None:
        return None
    if pa.types.is_string(kind) or pa.types.is_large_string(kind):
        return encodable(cell_text(value))
    if pa.types.is_list(kind) and isinstance(value, list | tuple):
        return [_fitted(item, kind.value_type) for item in value]
    return float(value) if pa.types.is_floating(kind) and isinstance(value, int) else value
