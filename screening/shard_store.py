"""Work in shards with a ledger: a killed run goes on where it stopped."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import count
from pathlib import Path
from typing import Any, Final

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.whole import write_text_whole
from dualuse.screening.assessment import Assessment

_LEDGER: Final = "ledger.json"
# The last line of each shard: after a power loss a file may be there, but not all of it.
_END: Final = '"end"'
_FIELDS: Final = tuple(each.name for each in fields(Assessment))


class ShardStore:
    """Assessments of a run in numbered shard files, each whole, absent, or seen to be cut short.

    The ledger holds the fingerprint of the run: input, model and options. Shards of another run
    are never taken for this one's.
    """

    def __init__(self, folder: Path, fingerprint: dict[str, Any]) -> None:
        self.folder = folder
        self.fingerprint = fingerprint

    def open(self, *, resume: bool) -> int:
        """Make ready and return how many shards, from the first on, are done already.

        Those behind one that is missing or cut short are kept, and written anew in their turn.

        Raises:
            DualuseError: `resume` is set and the shards there belong to another run.
        """
        ledger = self.folder / _LEDGER
        if resume and ledger.exists():
            if _ledger(ledger) != self.fingerprint:
                raise DualuseError(
                    f"{self.folder} belongs to a run with another input, model or options; "
                    "repeat those, or start anew with --force"
                )
            return next(number for number in count() if not _whole(self._path(number)))
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        write_text_whole(ledger, json.dumps(self.fingerprint))
        return 0

    def write(self, number: int, assessments: Iterable[Assessment]) -> None:
        """Write shard `number`, counted from 0: all of it, or nothing if interrupted."""
        lines = (
            json.dumps({name: getattr(each, name) for name in _FIELDS}) for each in assessments
        )
        write_text_whole(self._path(number), "".join(line + "\n" for line in (*lines, _END)))

    def read(self) -> Iterator[dict[str, Any]]:
        """The fields of all assessments, in order."""
        number = 0
        while (path := self._path(number)).exists():
            with path.open(encoding="utf-8") as stream:
                for line in stream:
                    if line.rstrip("\n") != _END:
                        yield json.loads(line)
            number += 1

    def remove(self) -> None:
        """Delete shards and ledger."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _path(self, number: int) -> Path:
        return self.folder / f"{number:08d}.jsonl"


def _whole(path: Path) -> bool:
    end = f"{_END}\n".encode()
    try:
        with path.open("rb") as stream:
            stream.seek(-min(len(end), path.stat().st_size), os.SEEK_END)
            return stream.read() == end
    except FileNotFoundError:
        return False


def _ledger(path: Path) -> Any:
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError:
        return None
