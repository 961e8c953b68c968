"""Catalogues and documents to screen, and programs of their own process."""

import csv
import io
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.tables.reading import open_table
from dualuse.models.facts.records import Status
from dualuse.screening.briefing import Briefing
from dualuse.screening.triaged import Triaged

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


BRIEFING = Briefing(
    path="a.txt",
    title="Notice",
    language="en",
    issuer="MOFCOM",
    issuing_country="CN",
    number=None,
    date="2026-01-06",
    relevance="high",
    relevance_score=0.9,
    categories=("3",),
    scope="listed",
    measures=("ban",),
    target_countries=(),
    effective_date=None,
    dates=(),
    items=(),
    codes=(),
    hs_codes=(),
    legal_basis=(),
    parties=(),
    exceptions=(),
    penalties=(),
    reexport=(),
    links=(),
    status=Status("2026-06-01", "unknown", None),
    summary=(),
    brief=None,
    facts=(),
    model="m",
    lists="l",
)


@pytest.fixture
def make_result() -> Callable[..., Triaged]:
    """Makes a result from the fields of its briefing, and with `text` its document."""

    def make(
        text: str | None = None, mark: str = "", group: str | None = None, **fields: Any
    ) -> Triaged:
        briefing = replace(BRIEFING, **fields)
        document = None
        if text is not None:
            sentences = split_sentences(text, briefing.language)
            document = PolicyDocument(
                briefing.title, text, sentences, briefing.language, briefing.path
            )
        group = briefing.path if group is None else group
        return Triaged(briefing, "0" * 64, mark, "s", group or "", document)

    return make
