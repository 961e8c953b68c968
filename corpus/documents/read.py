"""Documents read from files: what a policy analyst has in a folder."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from typing import Final, Self, TypeAlias

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.inside import INSIDE, outermost
from dualuse.corpus.documents.kinds import printable
from dualuse.corpus.documents.worker import WALL_SECONDS, Parsed, Worker
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import PolicyDocument, Sentence

_AHEAD: Final = 4  # files read while the caller is busy with one
_NO_TEXT: Final = "there is no text in it; check the file in a viewer"


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why, in a sentence that names it."""

    path: Path
    reason: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A file in an archive that is no document, as files beside documents in a folder are."""

    path: Path


Found: TypeAlias = PolicyDocument | Unread | PassedOver


class DocumentReader:
    """Reads any number of documents in child processes, of which each has its limits.

    A context manager: `with DocumentReader() as reader: reader.read(path)`. With `ocr`, pages
    without a text layer are read by Tesseract.
    """

    def __init__(
        self, wall_seconds: float = WALL_SECONDS, *, children: int = 1, ocr: bool = False
    ) -> None:
        self._children = children
        self._ocr = ocr
        self._workers = [Worker(wall_seconds) for _ in range(children)]
        self._idle: SimpleQueue[Worker] = SimpleQueue()
        for worker in self._workers:
            self._idle.put(worker)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.end()

    def read(self, path: Path) -> PolicyDocument:
        """The one document in the file; offsets of its sentences count in its text.

        Of a message that is its own text. `notices.zip!no1.pdf` names a member of an archive or
        of a message.

        Raises:
            DualuseError: missing, empty, too large, damaged, protected, scanned, of a format that
                isn't read, or an archive, which holds many.
        """
        file = outermost(path)
        with self._worker() as worker:
            reading = _Reading(worker, file, ocr=self._ocr, only=str(path))
            found = next(reading.each((), str(file)), None)
        if isinstance(found, Unread):
            raise DualuseError(found.reason)
        if isinstance(found, PolicyDocument):
            return found
        if file != path:
            raise DualuseError(_unread(str(path), _absent(file)).reason)
        raise DualuseError(
            f"{printable(str(path))}: no document by itself, for it holds others; give it to "
            "`dualuse triage`, or name one of them as FILE!MEMBER"
        )

    def read_each(self, path: Path) -> Iterator[Found]:
        """The document in a file, each of those in an archive, a message and what is attached.

        Of `notices.zip!2026.zip` those in that member, or the member itself where it is one.
        Those that can't be read are told in their place, what is no document before them.
        """
        with self._worker() as worker:
            file = outermost(path)
            reading = _Reading(worker, file, ocr=self._ocr, only=str(path), below=True)
            found = list(reading.each((), str(file)))
        yield from found or [_unread(str(path), _absent(file))]

    def read_ahead(self, paths: Iterable[Path]) -> Iterator[tuple[Path, list[Found]]]:
        """Each path with what `read_each` finds in it, in order.

        The next files are read in the meantime, as many at once as there are children.
        """
        pool = ThreadPoolExecutor(self._children)
        waiting: deque[tuple[Path, Future[list[Found]]]] = deque()
        try:
            for path in paths:
                waiting.append((path, pool.submit(lambda p: list(self.read_each(p)), path)))
                if len(waiting) > _AHEAD:
                    yield _next(waiting)
            while waiting:
                yield _next(waiting)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    @contextmanager
    def _worker(self) -> Iterator[Worker]:
        worker = self._idle.get()
        try:
            yield worker
        finally:
            self._idle.put(worker)


class _Reading:
    """The reading of what has the name `only` in one file, and with `below` of what that holds."""

    def __init__(
        self, worker: Worker, path: Path, *, ocr: bool, only: str, below: bool = False
    ) -> None:
        self._worker = worker
        self._path = path
        self._ocr = ocr
        self._only = only
        self._below = below

    def each(self, trail: tuple[int, ...], name: str) -> Iterator[Found]:
        """What stands at the end of `trail`, and what it holds."""
        try:
            if not trail:
                _check_file(self._path)
            parsed = self._worker.read(self._path, trail, ocr=self._ocr)
        except Unreadable as refusal:
            yield _unread(name, str(refusal))
            return
        except OSError as error:
            yield _unread(name, _fault(error))
            return
        members = parsed.content.members
        if self._is_meant(name) and parsed.content.text.strip():
            yield _document(parsed, name)
        elif not members:
            yield _unread(name, self._nothing(name))
        if self._is_meant(name):
            for other in parsed.content.others:
                yield PassedOver(Path(f"{name}{INSIDE}{other}"))
        for place, member in enumerate(members):
            inner = f"{name}{INSIDE}{member}"
            if self._is_meant(inner) or f"{self._only}{INSIDE}".startswith(f"{inner}{INSIDE}"):
                yield from self.each((*trail, place), inner)

    def _is_meant(self, name: str) -> bool:
        return name == self._only or (self._below and name.startswith(f"{self._only}{INSIDE}"))

    def _nothing(self, name: str) -> str:
        """Why nothing can be had of what holds no other document."""
        if self._is_meant(name):
            return _NO_TEXT
        member = self._only.removeprefix(f"{name}{INSIDE}")
        return f"no archive, and nothing is attached to it: it holds no {printable(member)!r}"


def _next(waiting: deque[tuple[Path, Future[list[Found]]]]) -> tuple[Path, list[Found]]:
    path, future = waiting.popleft()
    return path, future.result()


def _document(parsed: Parsed, name: str) -> PolicyDocument:
    text = parsed.content.text
    return PolicyDocument(
        title=parsed.content.title,
        text=text,
        sentences=tuple(Sentence(text[start:end], start, end) for start, end in parsed.spans),
        language=parsed.language,
        path=name,
        date=parsed.content.date,
    )


def _unread(name: str, reason: str) -> Unread:
    return Unread(Path(name), f"{printable(name)}: {reason}")


def _absent(file: Path) -> str:
    return f"{file.name} holds no document of that name"


def _check_file(path: Path) -> None:
    """Let nothing be opened that would keep the reader waiting, such as a pipe.

    Raises:
        Unreadable: it is no ordinary file.
        OSError: it is missing, or may not be read.
    """
    if path.is_dir():
        next(path.iterdir(), None)  # one that may not be listed says so
        raise Unreadable("a folder, not a document; give the files in it")
    path.stat()
    if not path.is_file():
        raise Unreadable("not an ordinary file (a pipe, a device?); copy what it holds to one")
    path.open("rb").close()


def _fault(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; change its permissions, or copy it"
    return f"could not be read ({error.strerror or error}); copy it to a local disk and try again"
