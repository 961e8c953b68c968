"""A program, not a module: parses hostile formats apart from its caller, within limits.

`python -P child.py` reads requests from standard input, a JSON object a line: `path`, and for a
member of it the `trail` of places that leads there; or `path` and `ecfr`. It answers each with one
JSON line on standard output: `text`, `title`, `date`, `members`, `others`, `language` and
`sentences` (their offsets), or `refused` with what to tell the user. It loads only what a request
needs.
"""

import json
import os
import sys
from dataclasses import asdict
from pathlib import Path
from types import ModuleType
from typing import Any, BinaryIO

MEMORY = 1536 << 20  # bytes of address space
SECONDS = 60  # of processor time, a document


def main() -> None:
    """Answer requests until standard input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    # What a parser prints would be taken for an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    _find_package()
    _limit_memory()
    for line in sys.stdin.buffer:
        _limit_seconds()
        _answer(answers, _reply(json.loads(line)))


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


def _reply(request: dict[str, Any]) -> dict[str, Any]:
    from dualuse.corpus.documents.content import Unreadable

    try:
        return _read_list(request) if request.get("ecfr") else _read(request)
    except Unreadable as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": "needs over 1.5 GiB of memory to read; save it as text", "spent": True}
    except RecursionError:
        return {"refused": "is nested too deeply to read; save it as text", "spent": True}
    except Exception as error:  # noqa: BLE001 - a hostile file may raise anything in a parser
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:120]
        return {"refused": f"could not be read ({reason}); open it and save it again, or as text"}


def _read(request: dict[str, Any]) -> dict[str, Any]:
    from dualuse.corpus.documents.parse import parse
    from dualuse.corpus.language import detect_language
    from dualuse.corpus.sentences import split_sentences

    content = parse(Path(request["path"]), tuple(request["trail"]), ocr=request["ocr"])
    language = detect_language(content.text)
    sentences = [(each.start, each.end) for each in split_sentences(content.text, language)]
    return {**asdict(content), "language": language, "sentences": sentences}


def _read_list(request: dict[str, Any]) -> dict[str, Any]:
    from dualuse.corpus.documents.ecfr import read_ecfr

    return asdict(read_ecfr(Path(request["path"]).read_bytes()))


def _answer(stream: BinaryIO, answer: dict[str, Any]) -> None:
    stream.write(json.dumps(answer).encode() + b"\n")
    stream.flush()


if __name__ == "__main__":
    main()
