"""Results of earlier runs: an output of `triage`, and what a killed run had done."""

import json
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.screening.triaged import Triaged, as_of_day, triaged_from


class EarlierResults:
    """The results in an output of `triage`, by the path of the document.

    While a run goes on, its new results are written to a file beside the output (`note`), so that
    a run after a kill has them too.
    """

    def __init__(self, output: Path) -> None:
        self._journal = output.with_name(f".{output.name}.triage")
        self._records = {record["path"]: record for record in _records(output)}
        self.paths = frozenset(self._records)
        # What a killed run had done is newer.
        self._records |= {record["path"]: record for record in _records(self._journal, cut=True)}
        self._files = ExitStack()
        self._file: TextIOWrapper | None = None

    @contextmanager
    def noting(self) -> Iterator[None]:
        """Within it `note` keeps results; on a good end they are in the output, and forgotten."""
        with ExitStack() as self._files:
            yield
        self._journal.unlink(missing_ok=True)

    def note(self, result: Triaged) -> None:
        """Keep a new result for a run after this one, should this one be killed."""
        if self._file is None:
            opened = self._journal.open("a", encoding="utf-8", errors="backslashreplace")
            self._file = self._files.enter_context(opened)
            self._file.write("\n")  # a line that a kill has cut ends here
        self._file.write(result.line(with_text=True))
        self._file.flush()

    def kept(
        self, path: Path, digest: str | None, made_with: tuple[str, str, str]
    ) -> dict[str, Any] | None:
        """The record of an unchanged document that was made with this model, lists and settings."""
        record = self._records.get(str(path))
        if record is None or digest is None or record.get("digest") != digest:
            return None
        names = ("model", "lists", "settings")
        return record if tuple(record.get(name) for name in names) == made_with else None


def result_from(record: dict[str, Any], as_of: date, *, with_document: bool) -> Triaged | None:
    """The result in a record, its status that of another day.

    None where the record is not of the present form, or lacks the text of a document asked for.
    """
    text = record.get("text")
    if with_document and not isinstance(text, str):
        return None
    try:
        result = triaged_from(record)
    except ValueError:
        return None
    briefing = as_of_day(result.briefing, as_of)
    if not with_document or not isinstance(text, str):
        return replace(result, briefing=briefing)
    language = briefing.language
    sentences = split_sentences(text, language)
    document = PolicyDocument(briefing.title, text, sentences, language, briefing.path)
    return replace(result, briefing=briefing, document=document)


def _records(path: Path, *, cut: bool = False) -> Iterator[dict[str, Any]]:
    """The records of a file of results; with `cut`, lines that are none are passed over."""
    if not path.exists():
        return
    with path.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            if isinstance(record, dict) and isinstance(record.get("path"), str):
                yield record
            elif not cut:
                raise DualuseError(
                    f"{path}, line {number} is no result of triage: name another file to write to, "
                    "or give --force instead of --update"
                )
