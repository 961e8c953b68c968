"""The corpus on disk: JSON lines into labelled records, and the digest that names a version."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any, Final, TypeVar

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import (
    LabelledDate,
    LabelledParty,
    LabelledPolicy,
    LabelledProduct,
)

Record = TypeVar("Record", LabelledProduct, LabelledPolicy)
Part = TypeVar("Part", LabelledProduct, LabelledPolicy, LabelledParty, LabelledDate)

TASKS: Final = {"products": LabelledProduct, "policy": LabelledPolicy}
"""The two tasks, by the folder their records lie in."""


def corpus_folder() -> Path:
    """The folder of the corpus that ships with the package."""
    return Path(str(resources.files("dualuse.corpus").joinpath("data")))


def task_files(folder: Path, task: str, *, evaluation: bool = False) -> list[Path]:
    """The JSONL files of a task below a corpus folder, sorted by name."""
    place = folder / "evaluation" / task if evaluation else folder / task
    return sorted(place.glob("*.jsonl"))


def load_products(folder: Path | None = None, *, evaluation: bool = False) -> list[LabelledProduct]:
    """The labelled products of a corpus folder (default: the shipped corpus), in file order.

    Raises:
        DualuseError: a line is no record of the format; it names the file, line and field.
    """
    files = task_files(folder or corpus_folder(), "products", evaluation=evaluation)
    return [record for file in files for record in read_records(file, LabelledProduct)]


def load_policy(folder: Path | None = None, *, evaluation: bool = False) -> list[LabelledPolicy]:
    """The labelled policy documents of a corpus folder (default: the shipped corpus).

    Raises:
        DualuseError: a line is no record of the format; it names the file, line and field.
    """
    files = task_files(folder or corpus_folder(), "policy", evaluation=evaluation)
    return [record for file in files for record in read_records(file, LabelledPolicy)]


def read_records(path: Path, kind: type[Record]) -> Iterator[Record]:
    """The records of one JSONL file, checked for their fields and types but not their labels.

    Raises:
        DualuseError: the file is not UTF-8, a line is not JSON, or a field is missing, unknown or
            of the wrong type.
    """
    for fields, place in json_lines(path):
        yield record_from(fields, kind, place)


def json_lines(path: Path) -> Iterator[tuple[Any, str]]:
    """What each line of a JSONL file holds, with its place in words for messages.

    Raises:
        DualuseError: the file is not UTF-8, or a line is not JSON.
    """
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as fault:
        message = f"{path} is not UTF-8 at byte {fault.start + 1}: save it in that encoding"
        raise DualuseError(message) from None
    # Not `splitlines`, which also breaks at U+2028 and other characters that JSON strings may hold.
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            place = f"{path}, line {number}"
            yield _parsed(line, place), place


def _parsed(line: str, place: str) -> Any:
    try:
        fields = json.loads(line)
        json.dumps(fields, ensure_ascii=False).encode()  # fails on half a surrogate pair
    except (ValueError, RecursionError) as fault:
        reason = getattr(fault, "msg", "nested too deeply, or a number or character that is none")
        message = f"{place}: not JSON ({reason}); one record a line is needed"
        raise DualuseError(message) from None
    return fields


def record_from(fields: Any, kind: type[Part], place: str) -> Part:
    """One record, or a part of one, from its JSON object; `place` stands in the error.

    Raises:
        DualuseError: a field is missing, unknown or of the wrong type.
    """
    if not isinstance(fields, dict):
        raise DualuseError(f"{place}: a JSON object is needed, not {type(fields).__name__}")
    known = {field.name: field for field in dataclasses.fields(kind)}
    if unknown := sorted(set(fields) - set(known)):
        raise DualuseError(f"{place}: unknown field {unknown[0]!r}; known are {', '.join(known)}")
    needed = {name for name, field in known.items() if field.default is dataclasses.MISSING}
    if missing := sorted(needed - set(fields)):
        raise DualuseError(f"{place}: field {missing[0]!r} is missing")
    values = {
        name: _checked(value, str(known[name].type), f"{place}: field {name!r}")
        for name, value in fields.items()
    }
    return kind(**values)


def _checked(value: Any, annotation: str, place: str) -> Any:
    optional = "None" in annotation
    if value is None and optional:
        return None
    if "tuple[tuple[int, int]" in annotation:
        return _spans(value, place)
    for part in (LabelledParty, LabelledDate):
        if part.__name__ in annotation:
            return _parts(value, part, place)
    if "tuple" in annotation:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise DualuseError(f"{place} must be a list of strings, not {value!r}")
    if isinstance(value, str):
        return value
    raise DualuseError(f"{place} must be a string{' or null' if optional else ''}, not {value!r}")


def _parts(value: Any, kind: type[Part], place: str) -> tuple[Part, ...]:
    if not isinstance(value, list):
        raise DualuseError(f"{place} must be a list of JSON objects, not {value!r}")
    return tuple(record_from(each, kind, place) for each in value)


def _spans(value: Any, place: str) -> tuple[tuple[int, int], ...]:
    pairs: list[Any] = value if isinstance(value, list) else [None]
    for pair in pairs:
        whole = isinstance(pair, list) and all(type(offset) is int for offset in pair)
        if not whole or len(pair) != 2:
            raise DualuseError(f"{place} must be a list of [start, end] offsets, not {value!r}")
    return tuple((start, end) for start, end in pairs)


def corpus_digest(files: list[Path]) -> str:
    """The SHA-256 of the files' names and bytes, in their order: the version of a corpus."""
    digest = hashlib.sha256()
    for file in files:
        data = file.read_bytes()
        digest.update(f"{file.name}\0{len(data)}\0".encode())
        digest.update(data)
    return digest.hexdigest()
