import gzip
import io
import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.documents.read import DocumentReader, Unread
from dualuse.corpus.errors import DualuseError
from dualuse.screening.streams import (
    input_documents,
    input_file,
    output_file,
    read_input,
    read_inputs,
)

Command = Callable[..., Any]


@pytest.fixture
def feed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Puts bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    return put


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty at first."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def test_a_catalogue_through_streams(
    dualuse_command: Command,
    product_folder: Path,
    feed: Callable[[bytes], None],
    scratch: Path,
) -> None:
    feed("id;text\n1;Stühle\n".encode("cp1252"))
    run = dualuse_command("label", "-", "--format", "csv", "--model", product_folder)
    assert run.status == 0
    header, row = run.out.splitlines()
    assert header.startswith("id,text,category,")
    assert row.startswith("1,Stühle,")
    assert list(scratch.iterdir()) == []


def test_the_formats_of_both_streams_may_be_named(
    dualuse_command: Command, product_folder: Path, feed: Callable[[bytes], None]
) -> None:
    feed(gzip.compress(b"id\ttext\n1\toak chair\n"))
    options = ("--format", "tsv.gz", "--output-format", "jsonl", "-o", "-")
    run = dualuse_command("label", "-", *options, "--model", product_folder)
    assert json.loads(run.out)["text"] == "oak chair"


def test_standard_input_needs_a_format(
    dualuse_command: Command, product_folder: Path, feed: Callable[[bytes], None], scratch: Path
) -> None:
    feed(b"id,text\n1,oak chair\n")
    run = dualuse_command("label", "-", "--model", product_folder)
    assert (run.status, run.out) == (1, "")
    assert "give it by --format" in run.err
    with pytest.raises(DualuseError, match="unknown format"), input_file("-", "../../x"):
        pass
    with pytest.raises(DualuseError, match="unknown format"), output_file(None, "docx"):
        pass
    assert list(scratch.iterdir()) == []


def test_nothing_is_printed_where_the_work_fails(
    capfd: pytest.CaptureFixture[str], scratch: Path
) -> None:
    def fail() -> None:
        with output_file(None, "csv") as path:
            path.write_text("half")
            raise DualuseError("no")

    with pytest.raises(DualuseError, match="no"):
        fail()
    assert capfd.readouterr().out == ""
    assert list(scratch.iterdir()) == []


def test_files_are_left_where_they_are(tmp_path: Path) -> None:
    with input_file("in.csv", None) as path:
        assert path == Path("in.csv")
    with output_file(str(tmp_path / "out.csv"), None) as path:
        assert path == tmp_path / "out.csv"


def test_a_document_on_standard_input(feed: Callable[[bytes], None], scratch: Path) -> None:
    feed(b"<html><title>Notice</title><p>Exports of gallium are banned.</p></html>")
    with DocumentReader() as reader:
        document = read_input(reader, Path("-"))
    assert document.path == "-"
    assert document.text == "Exports of gallium are banned."
    assert list(scratch.iterdir()) == []


def test_a_bad_document_on_standard_input_is_called_so(feed: Callable[[bytes], None]) -> None:
    feed(b"")
    said = r"^standard input: the file is empty"
    with DocumentReader() as reader, pytest.raises(DualuseError, match=said):
        read_input(reader, Path("-"))


@pytest.mark.parametrize("kind", ["csv", "jsonl", "xlsx"])
def test_an_empty_catalogue_on_standard_input_is_called_so(
    dualuse_command: Command, product_folder: Path, feed: Callable[[bytes], None], kind: str
) -> None:
    feed(b"")
    run = dualuse_command("label", "-", "--format", kind, "--model", product_folder)
    assert (run.status, run.out) == (1, "")
    assert run.err == "Error: standard input is empty: give a file with at least a header\n"


def test_a_bad_document_on_standard_input_among_files_is_called_so(
    tmp_path: Path, feed: Callable[[bytes], None]
) -> None:
    feed(b"")
    (tmp_path / "a.txt").write_text("Exports of gallium are banned.")
    with DocumentReader() as reader:
        (_, _), (path, (found,)) = read_inputs(reader, [tmp_path / "a.txt", Path("-")])
    assert isinstance(found, Unread)
    assert (path, found.path) == (Path("-"), Path("-"))
    assert found.reason.startswith("standard input: the file is empty")


def test_what_cannot_be_written_to_standard_output_is_called_so() -> None:
    with (
        pytest.raises(DualuseError, match=r"^standard output can't be written$"),
        output_file(None, "csv") as path,
    ):
        raise DualuseError(f"{path} can't be written")


def test_standard_input_stands_among_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    dash = Path("-")
    assert input_documents([dash, tmp_path, dash]).documents == [tmp_path / "a.txt", dash]
