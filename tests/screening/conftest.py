"""Catalogues and documents to screen, and programs of their own process."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.corpus.records import LabelledPolicy
from dualuse.corpus.tables.reading import open_table

ROOT = Path(__file__).parents[2]

# Whatever is installed, the checkout is what a program of the tests runs.
_PREAMBLE = f"""
import sys, types
package = types.ModuleType("dualuse")
package.__path__ = [{str(ROOT)!r}]
sys.modules["dualuse"] = package
"""

Records = list[dict[str, str]]


@pytest.fixture
def start_program() -> Callable[..., subprocess.Popen[str]]:
    """Starts a Python program of the text given, with arguments, in a process of its own."""

    def start(program: str, *arguments: object) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", _PREAMBLE + program, *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    return start


@pytest.fixture
def write_csv(tmp_path: Path) -> Callable[..., Path]:
    """Writes a CSV file from its lines."""

    def write(*lines: str, name: str = "in.csv") -> Path:
        path = tmp_path / name
        path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return path

    return write


@pytest.fixture
def records() -> Callable[..., Records]:
    """Reads a labelled table: its path, or its CSV text."""

    def read(source: Path | str, **options: str) -> Records:
        if isinstance(source, str):
            return list(csv.DictReader(io.StringIO(source, newline="")))
        table = open_table(source, **options)
        return [dict(zip(table.columns, row, strict=True)) for row in table.rows()]

    return read


@pytest.fixture
def notices(tmp_path: Path, few_documents: list[LabelledPolicy]) -> Path:
    """A folder of text files: a document of each relevance."""
    folder = tmp_path / "notices"
    folder.mkdir()
    for relevance in ("none", "low", "medium", "high"):
        found = next(each for each in few_documents if each.relevance == relevance)
        (folder / f"{relevance}.txt").write_text(f"{found.title}\n\n{found.text}\n", "utf-8")
    return folder
