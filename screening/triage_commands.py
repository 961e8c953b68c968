"""What `triage` does, from plain values to written files."""

import sys
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from os.path import realpath
from pathlib import Path

from dualuse.corpus.documents.inside import outermost
from dualuse.corpus.documents.kinds import printable
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.say import Say
from dualuse.corpus.whole import write_text_whole
from dualuse.models.policy import PolicyModel
from dualuse.models.summary import SentenceCount
from dualuse.screening import render
from dualuse.screening.announcements import announcements
from dualuse.screening.brief.records import Language
from dualuse.screening.calendar_file import calendar
from dualuse.screening.earlier import EarlierResults
from dualuse.screening.feed import feed
from dualuse.screening.flat_table import write_flat
from dualuse.screening.outputs import check_target
from dualuse.screening.page.page import report_page
from dualuse.screening.progress import progress_bar
from dualuse.screening.reach import unread_of
from dualuse.screening.streams import STREAM, input_documents
from dualuse.screening.triage import PolicyScreener
from dualuse.screening.triage_run import Outcome, TriageRun

_NAMED = 5  # paths in one notice


@dataclass(frozen=True, slots=True)
class TriageOptions:
    """The options of `triage`, as the command line names them."""

    output: Path | None
    html: Path | None
    csv: Path | None
    feed: Path | None
    ics: Path | None
    update: bool
    with_text: bool
    sentences: str
    brief_language: Language
    as_of: date
    ocr: bool
    force: bool
    as_json: bool

    @property
    def target(self) -> Path | None:
        """The JSONL file to write, or None for standard output."""
        return None if self.output == Path(STREAM) else self.output

    @property
    def others(self) -> tuple[Path, ...]:
        """The files to write beside it."""
        return tuple(filter(None, (self.html, self.csv, self.feed, self.ics)))


def triage_files(
    paths: Sequence[Path], load: Callable[[], PolicyModel], say: Say, options: TriageOptions
) -> int:
    """Triage documents, print or write their briefings, and return how many could not be read.

    Raises:
        DualuseError: a path does not exist, an output exists or cannot be updated, or no document
            could be read.
    """
    count = SentenceCount.parse(options.sentences)
    documents = _documents(paths, say, options)
    earlier = _earlier(options)
    screener = PolicyScreener(load(), options.as_of, count, options.brief_language)
    keep_text = options.with_text or options.html is not None
    run = TriageRun(screener, keep_text=keep_text, earlier=earlier, ocr=options.ocr)
    with earlier.noting() if earlier else nullcontext():
        with progress_bar("reading", len(documents)) as advance:
            outcome = run.triage(documents, advance)
        _tell(outcome, say, updating=earlier is not None)
        _write(outcome, options)
    return len(outcome.unread)


def _documents(paths: Sequence[Path], say: Say, options: TriageOptions) -> list[Path]:
    target, others = options.target, options.others
    targets = [*([target] if target else []), *others]
    if len({each.resolve() for each in targets}) < len(targets):
        raise DualuseError("two outputs have one name: give each a file of its own")
    for each in targets:
        renewed = options.update and each == target
        check_target(each, map(outermost, paths), overwrite=options.force or renewed)
    # An earlier report in the folder is none of its documents.
    ours = {realpath(each) for each in targets}
    # Not Path.resolve: it raises where links lead in a circle.
    found = input_documents(paths)
    documents = [path for path in found.documents if realpath(path) not in ours]
    _tell_passed([path for path in found.others if realpath(path) not in ours], say)
    if not documents:
        places = ", ".join(map(str, paths))
        raise DualuseError(
            f"{places}: no document there; PDF, HTML, DOCX, EML, ZIP, Markdown or text is read"
        )
    return documents


def _earlier(options: TriageOptions) -> EarlierResults | None:
    if not options.update:
        return None
    if options.target is None:
        raise DualuseError("--update renews a file of results: name it with -o")
    return EarlierResults(options.target)


def _tell(outcome: Outcome, say: Say, *, updating: bool) -> None:
    unread, read = outcome.unread, len(outcome.results)
    if not read and len(unread) == 1:
        raise DualuseError(unread[0].reason)
    _tell_passed(outcome.passed, say)
    for each in unread:
        say(f"not read: {each.reason}")
    for result in outcome.results:
        if rest := unread_of(result.briefing.facts):
            say(f"read in part: {printable(result.path)}: {rest}")
    if not read:
        raise DualuseError(f"none of {len(unread)} documents could be read, for the reasons above")
    if not updating:
        return
    say(f"{read} documents: {outcome.kept} unchanged, {read - outcome.kept} read")
    if gone := outcome.gone:
        say(f"{len(gone)} of the last run's documents no longer there: {_some(gone)}")


def _tell_passed(paths: Sequence[Path], say: Say) -> None:
    if paths:
        names = [printable(str(path.relative_to(outermost(path).parent))) for path in paths]
        say(f"passed over, being no documents: {_some(names)}")


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def _write(outcome: Outcome, options: TriageOptions) -> None:
    results, as_of = outcome.results, options.as_of
    found = announcements(results)
    if options.html:
        write_text_whole(options.html, report_page(results, outcome.unread, as_of))
    if options.csv:
        write_flat(options.csv, results)
    if options.feed:
        write_text_whole(options.feed, feed(found, as_of, options.feed))
    if options.ics:
        write_text_whole(options.ics, calendar(found, as_of))
    lines = "".join(each.line(with_text=options.with_text) for each in results)
    if options.target:
        write_text_whole(options.target, lines)
    elif options.as_json or (not options.others and not sys.stdout.isatty()):
        sys.stdout.write(lines)
    if not options.as_json and sys.stdout.isatty():
        render.print_briefings([each.briefing for each in results])
