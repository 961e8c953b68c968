"""A catalogue in, the same catalogue out with its labels: streamed, in shards, resumable."""

import errno
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.digests import file_digest
from dualuse.corpus.errors import DualuseError, UsageError
from dualuse.corpus.say import Say, counted
from dualuse.corpus.tables.cells import cell_text
from dualuse.corpus.tables.formats import output_format, told_format
from dualuse.corpus.tables.table import Row, RowTally
from dualuse.corpus.tables.workbook_writer import check_xlsx_limits
from dualuse.corpus.tables.writing import write_table
from dualuse.corpus.version import code_digest
from dualuse.screening.assess import ProductScreener
from dualuse.screening.catalogue import Catalogue
from dualuse.screening.in_turn import assess_in_turn
from dualuse.screening.input_shards import Shard, shards_of
from dualuse.screening.known import KnownClassifications
from dualuse.screening.outputs import check_target
from dualuse.screening.recheck import FIELDS, Recheck, result_columns
from dualuse.screening.shard_store import ShardStore

SHARD_ROWS: Final = 4_096
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})


@dataclass(frozen=True, slots=True)
class LabelOutput:
    """Where the labelled catalogue goes, and how."""

    path: Path
    format: str | None = None
    spreadsheet_safe: bool = False
    force: bool = False
    resume: bool = False

    @property
    def parts(self) -> Path:
        """The folder of the run's shards, beside the output: on the same disk."""
        target = self.path.resolve()
        return target.with_name(f".{target.name}.parts")


@dataclass(frozen=True, slots=True)
class LabelSummary:
    """What a run did: rows, how many of each decision, and seconds spent on judging.

    `kept_rows` is how many have the labels of an earlier output; None without one.
    """

    rows: int
    decisions: dict[str, int]
    unreadable: int
    seconds: float
    resumed_rows: int
    notices: tuple[str, ...]
    kept_rows: int | None = None

    @property
    def rows_per_second(self) -> float:
        """Rows judged in this run, a second."""
        return (self.rows - self.resumed_rows) / self.seconds if self.seconds else 0.0


def check_output(output: LabelOutput, inputs: Iterable[Path] = ()) -> None:
    """Refuse to overwrite what the user did not ask to overwrite, before any work.

    Raises:
        DualuseError: the output is one of `inputs`, or it or an interrupted run's parts exist, or
            it can't be written, or its name and its format contradict each other.
    """
    free = output.force or (output.resume and output.parts.exists())
    check_target(output.path, inputs, overwrite=free)
    wanted, told = output_format(output.path, output.format), told_format(output.path)
    if told and told != wanted:
        raise UsageError(
            f"{output.path} is named as {told}, but --output-format says {wanted}: leave that out, "
            "or give the file another ending"
        )
    if output.parts.exists() and not free:
        raise DualuseError(
            f"{output.path} was begun by a run that was interrupted; --resume goes on with it, "
            "--force starts anew"
        )


def label_catalogue(
    catalogue: Catalogue,
    output: LabelOutput,
    screener: ProductScreener,
    known: KnownClassifications | None = None,
    notify: Say = lambda _: None,
    advance: Callable[[int], None] = lambda _: None,
    recheck: Recheck | None = None,
) -> LabelSummary:
    """Label a catalogue into a file and return the summary.

    The labels are written in shards beside the output first; when all are there, input rows and
    labels are joined into the output in one streaming pass. An interrupted run keeps its shards.
    With `recheck`, rows that no changed entry can touch keep the labels of the earlier output.

    Raises:
        DualuseError: input or output cannot be read or written; nothing is left behind then.
    """
    check_output(output)
    if output_format(output.path, output.format) == "xlsx":
        _check_workbook(catalogue)
    store = ShardStore(output.parts, _fingerprint(catalogue, screener, known, recheck))
    done = store.open(resume=output.resume)
    if done:
        notify(f"going on after {done * SHARD_ROWS} rows that are done")
    try:
        started = time.monotonic()
        shards = shards_of(catalogue, recheck, screener, SHARD_ROWS)
        kept = 0
        for shard in _written(shards, done, store, screener, known):
            kept += _kept(shard, known)
            advance(len(shard.products))
        seconds = time.monotonic() - started
        tally = _join(catalogue, output, store)
    except DualuseError as fault:
        if not _for_want_of_room(fault):
            store.remove()
        raise
    store.remove()
    return _summary(tally, catalogue, seconds, done, kept if recheck else None, known)


def _for_want_of_room(fault: DualuseError) -> bool:
    """Whether a full disk ended the run: what is done waits for room and `--resume`."""
    return isinstance(fault.__context__, OSError) and fault.__context__.errno in _FULL


def _written(
    shards: Iterator[Shard],
    done: int,
    store: ShardStore,
    screener: ProductScreener,
    known: KnownClassifications | None,
) -> Iterator[Shard]:
    """The shards, each when its assessments are in the store, where the first `done` are."""
    yield from islice(shards, done)
    for number, (shard, found) in enumerate(assess_in_turn(shards, screener, known), done):
        store.write(number, found)
        yield shard


def _kept(shard: Shard, known: KnownClassifications | None) -> int:
    """How many rows of a shard have the labels of the earlier output, and no signed-off ones."""
    pairs = zip(shard.products, shard.standing, strict=True)
    standing = [product for product, stands in pairs if stands is not None]
    return sum(not (known and known.lookup(each.id, each.text)) for each in standing)


def _join(catalogue: Catalogue, output: LabelOutput, store: ShardStore) -> Counter[str]:
    tally: Counter[str] = Counter()
    table = catalogue.table
    # Among the shards: a run that is killed in the midst of it leaves nothing else behind.
    joined = store.folder / "joined"
    write_table(
        joined,
        (*table.columns, *result_columns(table.columns)),
        _joined(table.rows(), store, tally),
        format=output_format(output.path, output.format),
        spreadsheet_safe=output.spreadsheet_safe,
        schema=table.schema,
    )
    joined.replace(output.path.resolve())
    return tally


def _joined(rows: Iterator[Row], store: ShardStore, tally: Counter[str]) -> Iterator[Row]:
    labels = store.read()
    for number, row in enumerate(rows, 1):
        found = next(labels, None)
        if found is None:
            raise DualuseError(f"the input has grown since it was judged: row {number} is new")
        tally[found["decision"]] += 1
        tally["unreadable"] += found["basis"] == "unreadable"
        yield (*row, *(found[name] for name in FIELDS))
    if next(labels, None) is not None:
        raise DualuseError("the input has shrunk since it was judged; label it again")


def _check_workbook(catalogue: Catalogue) -> None:
    columns = catalogue.table.columns
    rows, longest = 0, max(map(len, columns))
    for row in catalogue.table.rows():
        rows += 1
        longest = max(longest, *(len(cell_text(cell)) for cell in row))
    check_xlsx_limits(rows, longest, len(columns) + len(FIELDS))


def _fingerprint(
    catalogue: Catalogue,
    screener: ProductScreener,
    known: KnownClassifications | None,
    recheck: Recheck | None,
) -> dict[str, Any]:
    policy = asdict(screener.policy)
    policy["regimes"] = list(policy["regimes"])
    policy["as_of"] = screener.policy.as_of.isoformat()
    return {
        "input": file_digest(catalogue.path),
        "catalogue": catalogue.settings(),
        "model": [screener.model.name, screener.model.lists],
        "code": code_digest("dualuse.corpus", "dualuse.models", "dualuse.screening"),
        "policy": policy,
        "known": [known.source, known.digest] if known else None,
        "recheck": [recheck.digest, recheck.since] if recheck else None,
        "fields": list(FIELDS),
        "shard_rows": SHARD_ROWS,
    }


def _numbers(rows: RowTally) -> str:
    """The numbers of the first rows of a tally, and how many more there are."""
    rest = len(rows) - len(rows.first)
    more = f" and {rest} more" if rest else ""
    return f"number {', '.join(map(str, rows.first))}{more}"


def _summary(
    tally: Counter[str],
    catalogue: Catalogue,
    seconds: float,
    done: int,
    kept: int | None,
    known: KnownClassifications | None,
) -> LabelSummary:
    table = catalogue.table
    notices = []
    if len(table.damaged_rows):
        damaged = counted(len(table.damaged_rows), "damaged row")
        notices.append(f"{damaged}: {_numbers(table.damaged_rows)}")
    if len(table.ragged_rows):
        ragged = counted(len(table.ragged_rows), "row")
        notices.append(f"{ragged} with more cells than columns: {_numbers(table.ragged_rows)}")
    if known and (contradicted := known.contradicted):
        were, their = ("was", "its row") if len(contradicted) == 1 else ("were", "their rows")
        notices.append(
            f"{counted(len(contradicted), 'id')} {were} signed off with another text, first "
            f"{min(contradicted)!r}: {their} {were} judged anew"
        )
    unreadable = tally.pop("unreadable", 0)
    rows = sum(tally.values())
    return LabelSummary(
        rows=rows,
        decisions=dict(tally),
        unreadable=unreadable,
        seconds=seconds,
        resumed_rows=min(done * SHARD_ROWS, rows),
        kept_rows=kept,
        notices=tuple(notices),
    )
