"""The caller's side of the child process that parses hostile formats."""

import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import Any, Self

from dualuse.corpus.documents import child
from dualuse.corpus.documents.content import Content, Unreadable

WALL_SECONDS = 90.0  # a document; the child's own limit counts processor time only
OCR_WALL_SECONDS = 1800.0  # of a hundred scanned pages
_LONGEST_ANSWER = 512 << 20  # bytes; JSON takes six for a character of a 64 MiB file


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the child makes of a document: its content, language, and the spans of sentences."""

    content: Content
    language: str
    spans: tuple[tuple[int, int], ...]


class Worker:
    """A child process that parses one document a request, and is replaced after a crash.

    A context manager: the child starts with the first request and ends with the block.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._ended = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self) -> None:
        """Close for good: what another thread still asks for is refused."""
        self._ended = True
        self.close()

    def close(self) -> None:
        """End the child, if there is one, and what it has started."""
        process, self._process = self._process, None
        if process is None:
            return
        _kill(process)
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):  # a request that the child did not live to read
                if pipe is not None:
                    pipe.close()

    def read(self, path: Path, trail: tuple[int, ...] = (), *, ocr: bool = False) -> Parsed:
        """The document in the file, or that to which `trail` leads in it.

        Raises:
            Unreadable: the parser refused the document, crashed, or ran into a limit.
        """
        seconds = OCR_WALL_SECONDS if ocr else self._wall_seconds
        answer = self._answer({"path": str(path.absolute()), "trail": trail, "ocr": ocr}, seconds)
        spans = tuple((start, end) for start, end in answer["sentences"])
        return Parsed(_content(answer), answer["language"], spans)

    def read_list(self, path: Path) -> Content:
        """The paragraphs of the US Commerce Control List in the eCFR's XML.

        Raises:
            Unreadable: the parser refused the file, crashed, or ran into a limit.
        """
        request = {"path": str(path.absolute()), "ecfr": True}
        return _content(self._answer(request, self._wall_seconds))

    def _answer(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        answer = self._ask(request, seconds)
        if answer.get("spent"):
            self.close()
        if "refused" in answer:
            raise Unreadable(str(answer["refused"]))
        return answer

    def _ask(self, request: dict[str, Any], seconds: float) -> dict[str, Any]:
        if self._ended:
            raise Unreadable("was not read, for reading was given up")
        process = self._process = self._process or _start()
        late: list[bool] = []

        def stop() -> None:
            late.append(True)
            _kill(process)

        timer = Timer(seconds, stop)
        timer.daemon = True
        timer.start()
        try:
            line = _exchange(process, json.dumps(request).encode() + b"\n")
        except BaseException:  # also Ctrl-C: a half-read answer would go to the next request
            self.close()
            raise
        finally:
            timer.cancel()
        if not line.endswith(b"\n"):
            self.close()
            raise Unreadable(_epitaph(process.returncode, late=bool(late)))
        found: dict[str, Any] = json.loads(line)
        return found


def _content(answer: dict[str, Any]) -> Content:
    held = (tuple(answer[name]) for name in ("members", "others"))
    return Content(answer["text"], answer["title"], answer["date"], *held)


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program, by its own path
        # -P: our folder must not shadow the standard library (there is an html.py beside).
        [sys.executable, "-P", child.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        # A group of its own, so that what it starts ends with it.
        process_group=0 if os.name == "posix" else None,
    )


def _kill(process: subprocess.Popen[bytes]) -> None:
    if os.name != "posix":
        process.kill()
    elif process.poll() is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)


def _exchange(process: subprocess.Popen[bytes], request: bytes) -> bytes:
    """The child's answer, empty or cut short where it died."""
    if process.stdin is None or process.stdout is None:
        return b""
    try:
        process.stdin.write(request)
        process.stdin.flush()
    except BrokenPipeError:
        return b""
    return process.stdout.readline(_LONGEST_ANSWER)


def _epitaph(returncode: int | None, *, late: bool) -> str:
    # SIGXCPU is 24 wherever there is one.
    if late or returncode == -24:
        return "took over a minute to read; save it as text, or print it to a new PDF"
    return "crashed its parser (damaged or hostile?); open it and save it again, or as text"
