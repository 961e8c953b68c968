"""A program, not a module: parses hostile formats apart from its caller, within limits.

`python -P child.py` reads requests from standard input, a JSON object a line (`kind`, `path`),
and answers each with one JSON line on standard output: `text`, `title` and `date`, or `refused`
with what to tell the user. It loads only the parser that a request needs.
"""

import importlib
import json
import os
import sys
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

MEMORY = 1536 << 20  # bytes of address space
SECONDS = 60  # of processor time, a document
LARGEST = 64 << 20  # bytes of a file

_PARSERS = {
    "pdf": "read_pdf",
    "docx": "read_docx",
    "html": "read_html",
    "ecfr": "read_ecfr",
}


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    # What a parser prints would be taken for an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _find_package()
    _limit_memory()
    for line in sys.stdin.buffer:
        _limit_seconds()
        _answer(answers, _parse(json.loads(line)))


def _find_package() -> None:
    """Let `dualuse` be the copy that this file belongs to, installed or not."""
    package = ModuleType("dualuse")
    package.__path__ = [str(Path(__file__).parents[2])]
    sys.modules["dualuse"] = package


def _limit_memory() -> None:
    if sys.platform == "win32":  # has no such limits
        return
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _limit_seconds() -> None:
    """Allow this document its time on top of what those before it took."""
    if sys.platform == "win32":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + SECONDS
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = limit if hard == resource.RLIM_INFINITY else min(limit, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _parse(request: dict[str, str]) -> dict[str, Any]:
    from dualuse.corpus.documents.content import Unreadable

    try:
        with Path(request["path"]).open("rb") as file:
            data = file.read(LARGEST + 1)
        parser = importlib.import_module(f"dualuse.corpus.documents.{request['kind']}")
        content = getattr(parser, _PARSERS[request["kind"]])(data)
    except Unreadable as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": "needs over 1.5 GiB of memory to read; save it as text", "spent": True}
    except RecursionError:
        return {"refused": "is nested too deeply to read; save it as text", "spent": True}
    except Exception as error:  # noqa: BLE001 - a hostile file may raise anything in a parser
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        return {"refused": f"could not be read ({reason}); open it and save it again, or as text"}
    return {"text": content.text, "title": content.title, "date": content.date}


def _answer(stream: BinaryIO, answer: dict[str, Any]) -> None:
    stream.write(json.dumps(answer).encode() + b"\n")
    stream.flush()


if __name__ == "__main__":
    main()
