"""The caller's side of the child process that parses hostile formats."""

import json
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import Timer
from typing import Any, Self

from dualuse.corpus.documents import child
from dualuse.corpus.documents.content import Content, Unreadable

WALL_SECONDS = 90.0  # a document; the child's own limit counts processor time only
_LONGEST_ANSWER = 512 << 20  # bytes; JSON takes six for a character of a 64 MiB file


class Worker:
    """A child process that parses one document a request, and is replaced after a crash.

    A context manager: the child starts with the first request and ends with the block.
    """

    def __init__(self, wall_seconds: float = WALL_SECONDS) -> None:
        self._wall_seconds = wall_seconds
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the child, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            with suppress(BrokenPipeError):  # a request that the child did not live to read
                if pipe is not None:
                    pipe.close()

    def parse(self, kind: str, path: Path) -> Content:
        """The content of the file, which is of the kind `pdf`, `docx`, `html` or `ecfr`.

        Raises:
            Unreadable: the parser refused the file, crashed, or ran into a limit.
        """
        answer = self._ask({"kind": kind, "path": str(path.absolute())})
        if answer.get("spent"):
            self.close()
        if "refused" in answer:
            raise Unreadable(str(answer["refused"]))
        return Content(answer["text"], answer["title"], answer["date"])

    def _ask(self, request: dict[str, str]) -> dict[str, Any]:
        process = self._process = self._process or _start()
        late: list[bool] = []

        def stop() -> None:
            late.append(True)
            process.kill()

        timer = Timer(self._wall_seconds, stop)
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


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own program, by its own path
        # -P: our folder must not shadow the standard library (there is an html.py beside).
        [sys.executable, "-P", child.__file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


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
