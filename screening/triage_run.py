"""Files into results: read, briefed, kept from an earlier run, grouped, sorted."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from dualuse.corpus.digests import file_digest
from dualuse.corpus.documents.content import LARGEST
from dualuse.corpus.documents.kinds import holds_others
from dualuse.corpus.documents.read import DocumentReader, PassedOver, Unread
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.register import load_register
from dualuse.corpus.version import code_digest
from dualuse.models.facts.records import Status
from dualuse.screening.earlier import EarlierResults, result_from
from dualuse.screening.fingerprint import fingerprint
from dualuse.screening.grouping import leaders
from dualuse.screening.linking import link_briefings
from dualuse.screening.streams import STREAM, read_inputs
from dualuse.screening.triage import PolicyScreener, urgency
from dualuse.screening.triaged import Triaged

_TOLD_APART: Final = frozenset({"model", "as_of"})
_CODE: Final = ("dualuse.corpus", "dualuse.models", "dualuse.screening")


@dataclass(frozen=True, slots=True)
class Outcome:
    """All results, highest relevance first; what could not be read; what became of earlier ones.

    `passed` are files in archives that are no documents, `kept` counts results of an earlier run,
    `gone` are the paths of its documents that are no longer there.
    """

    results: tuple[Triaged, ...]
    unread: tuple[Unread, ...]
    passed: tuple[Path, ...] = ()
    kept: int = 0
    gone: tuple[str, ...] = ()


class TriageRun:
    """Triages files one by one.

    With `earlier`, documents that are unchanged since that run are not read again. With
    `keep_text`, the results hold their documents; with `ocr`, scanned pages are read.
    """

    def __init__(
        self,
        screener: PolicyScreener,
        *,
        keep_text: bool = False,
        earlier: EarlierResults | None = None,
        ocr: bool = False,
    ) -> None:
        self.screener = screener
        self.keep_text = keep_text
        self.earlier = earlier
        self.ocr = ocr
        self.settings = _settings(screener, ocr=ocr)
        self._told: dict[str, Status] = {}

    def triage(
        self, paths: Sequence[Path], advance: Callable[[int], None] = lambda _: None
    ) -> Outcome:
        """The outcome for all paths; `advance` is told of each document done."""
        digests = {path: _digest(path) for path in paths}
        kept = {path: result for path in paths if (result := self._kept(path, digests[path]))}
        advance(len(kept))
        results: list[Triaged] = list(kept.values())
        unread: list[Unread] = []
        passed: list[Path] = []
        with DocumentReader(children=2, ocr=self.ocr) as reader:
            for path, found in read_inputs(reader, [each for each in paths if each not in kept]):
                for each in found:
                    if isinstance(each, Unread):
                        unread.append(each)
                    elif isinstance(each, PassedOver):
                        passed.append(each.path)
                    else:
                        results.append(self._new(each, digests[path]))
                advance(1)
        results = self._linked(results)
        led = leaders([(each.briefing, each.fingerprint) for each in results])
        results = [replace(each, group=led[each.path]) for each in results]
        results.sort(key=lambda each: urgency(each.briefing))
        gone = self._gone(results, unread)
        return Outcome(tuple(results), tuple(unread), tuple(passed), len(kept), gone)

    def _linked(self, results: Sequence[Triaged]) -> list[Triaged]:
        """The results with the status that later documents, or known measures, give them.

        Where that is not the one that the brief tells, the brief is composed again.
        """
        linked = link_briefings([each.briefing for each in results], load_register())
        return [
            replace(each, briefing=briefing)
            if briefing.status == self._told.get(each.path, each.briefing.status)
            else replace(each, briefing=self.screener.told(briefing, each.document))
            for each, briefing in zip(results, linked, strict=True)
        ]

    def _kept(self, path: Path, digest: str | None) -> Triaged | None:
        if self.earlier is None or holds_others(path):
            # What a message or an archive holds is told anew, with what of it cannot be read.
            return None
        model = self.screener.model
        record = self.earlier.kept(path, digest, (model.name, model.lists, self.settings))
        if record is None:
            return None
        result = result_from(record, self.screener.as_of, with_document=self.keep_text)
        if result:
            self._told[result.path] = Status(**record["status"])
        return result

    def _new(self, document: PolicyDocument, digest: str | None) -> Triaged:
        mark = fingerprint(document.text)
        briefing = self.screener.brief(document)
        result = Triaged(briefing, digest, mark, self.settings, briefing.path or "", document)
        if self.earlier:
            self.earlier.note(result)
        return result if self.keep_text else replace(result, document=None)

    def _gone(self, results: Iterable[Triaged], unread: Iterable[Unread]) -> tuple[str, ...]:
        if self.earlier is None:
            return ()
        there = {*(each.path for each in results), *(str(each.path) for each in unread)}
        return tuple(sorted(self.earlier.paths - there))


def _settings(screener: PolicyScreener, *, ocr: bool) -> str:
    """What a result depends on beside file, model and day: our own code, and what is asked for."""
    asked = {name: value for name, value in vars(screener).items() if name not in _TOLD_APART}
    return hashlib.sha256(f"{code_digest(*_CODE)} {asked} {ocr}".encode()).hexdigest()[:16]


def _digest(path: Path) -> str | None:
    """The SHA-256 of a file; None for standard input, and for what the reader is to refuse."""
    if str(path) == STREAM:
        return None
    try:
        if not path.is_file() or path.stat().st_size > LARGEST:
            return None
        return file_digest(path)
    except OSError:
        return None
