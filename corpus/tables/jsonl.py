"""JSONL: one JSON object a line; what does not fit the columns is kept in one of its own."""

import json
import math
from collections import Counter
from collections.abc import Generator, Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.header import unique_names
from dualuse.corpus.tables.table import Row, Table
from dualuse.corpus.tables.textlines import REPLACEMENT, find_encoding, read_lines

OTHER = "_other"
_SAMPLE = 1000


def open_jsonl(path: Path, name: str) -> Table:
    """The table in a file of JSON objects; `name` is its format (`jsonl` or `jsonl.gz`).

    The columns are the keys of the first 1,000 lines. Where a later line has other keys, or any
    line is no JSON object or has a key twice, there is one more, `_other`, so that nothing is
    lost: the other keys as a JSON object, or the line as it stands. A key that stands twice has
    no value: nobody knows which holds. To know, the file is read once at opening.

    Raises:
        DualuseError: the file is a JSON array, or holds no JSON object at all.
    """
    packed = name.endswith(".gz")
    encoding = find_encoding(path, packed)
    keys, objects, count, fits = _survey(path, packed, encoding)
    if not objects:
        raise DualuseError(f"{path} holds no JSON object: write one object a line, or see --format")
    columns, renamed = unique_names([*keys] if fits else [*keys, OTHER])
    notices = [] if encoding.startswith("utf-8") else [f"encoding is {encoding}"]
    notices += renamed
    if not fits:
        notices.append(
            f"lines that are no JSON object or have a key twice, and keys not met in the first "
            f"{_SAMPLE:,} lines, are kept in a column called {columns[-1]}"
        )
    stream = _Stream(path, packed, encoding, tuple(keys), fits)
    return Table(
        columns=columns,
        format=name,
        source=stream.rows,
        encoding=encoding,
        row_count=count,
        notices=tuple(notices),
    )


def _survey(path: Path, packed: bool, encoding: str) -> tuple[dict[str, None], int, int, bool]:
    """The keys of the first lines, how many objects and lines, and whether all have those keys."""
    keys: dict[str, None] = {}
    count, objects, fits = 0, 0, True
    with closing(_filled_lines(path, packed, encoding)) as lines:
        for line in islice(lines, _SAMPLE):
            count += 1
            record = _object(line)
            if record is None:
                fits = False
                _check_array(path, line, objects)
            else:
                objects += 1
                fits = fits and not _repeated(record)
                keys.update(dict.fromkeys(record))
        for line in lines:
            count += 1
            if fits:
                record = _object(line)
                fits = _fits(record, keys)
    return keys, objects, count, fits


def _fits(record: dict[str, Any] | None, keys: dict[str, None]) -> bool:
    return record is not None and record.keys() <= keys.keys() and not _repeated(record)


def _check_array(path: Path, line: str, objects: int) -> None:
    if line.lstrip().startswith("[") and not objects:
        raise DualuseError(
            f"{path} is a JSON array: write its objects one a line, for instance with "
            "jq -c '.[]' IN > OUT.jsonl"
        )
    if line.strip() == "{":
        raise DualuseError(
            f"{path} spreads a JSON object over lines: write each on a line of its own, for "
            "instance with jq -c . IN > OUT.jsonl"
        )


def _filled_lines(path: Path, packed: bool, encoding: str) -> Generator[str, None, None]:
    with closing(read_lines(path, packed, encoding)) as lines:
        yield from (line for line in lines if not line.isspace())


def _object(line: str) -> dict[str, Any] | None:
    """The object in a line, None where it is something else or no JSON."""
    try:
        value = json.loads(line, object_pairs_hook=_paired, parse_float=_number)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _number(digits: str) -> float | str:
    """A number; one too great for it stays as it stands, or it would be written as none."""
    value = float(digits)
    return value if math.isfinite(value) else digits


class _Twice(dict[str, Any]):
    """An object in which a key stood more than once."""

    repeated: frozenset[str] = frozenset()


def _paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) == len(pairs):
        return found
    counts = Counter(key for key, _ in pairs)
    twice = _Twice(found)
    twice.repeated = frozenset(key for key, count in counts.items() if count > 1)
    return twice


def _repeated(record: dict[str, Any]) -> frozenset[str]:
    """The keys that the line has twice; within a value the last one counts, as everywhere."""
    return record.repeated if isinstance(record, _Twice) else frozenset()


@dataclass(frozen=True, slots=True)
class _Stream:
    """All that is known of a file before its rows are read."""

    path: Path
    packed: bool
    encoding: str
    keys: tuple[str, ...]
    fits: bool

    def rows(self, table: Table) -> Iterator[Row]:
        """The rows, None for a key that a line lacks."""
        with closing(_filled_lines(self.path, self.packed, self.encoding)) as lines:
            for number, line in enumerate(lines, start=1):
                record = _object(line)
                if record is None or _repeated(record) or REPLACEMENT in line:
                    table.damaged_rows.add(number)
                yield self._row(record, line)

    def _row(self, record: dict[str, Any] | None, line: str) -> Row:
        if record is None:
            return (*[None] * len(self.keys), line.rstrip("\r\n"))
        cells = tuple(map(record.get, self.keys))
        if self.fits:
            return cells
        if twice := _repeated(record):
            sure = (None if key in twice else record.get(key) for key in self.keys)
            return (*sure, line.rstrip("\r\n"))
        others = {key: value for key, value in record.items() if key not in self.keys}
        return (*cells, json.dumps(others, ensure_ascii=False) if others else None)
