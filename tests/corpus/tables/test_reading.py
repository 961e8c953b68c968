import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.tables.reading import open_table

ROOT = Path(__file__).parents[3]


def fault(path: Path, **options: Any) -> str:
    with pytest.raises(DualuseError) as caught:
        open_table(path, **options)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_missing_file(tmp_path: Path) -> None:
    assert "does not exist" in fault(tmp_path / "in.csv")


def test_folder(tmp_path: Path) -> None:
    assert "is a folder" in fault(tmp_path, format="csv")


def test_empty_file(tmp_path: Path) -> None:
    (tmp_path / "in.csv").touch()
    assert "is empty" in fault(tmp_path / "in.csv")


def test_no_right_to_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    (tmp_path / "in.csv").write_text("a,b\n")
    monkeypatch.setattr(Path, "open", refuse)
    assert "may not be read" in fault(tmp_path / "in.csv")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("in", "without ending"), ("in.doc", "'.doc'"), ("in.json", ".jsonl"), ("in.xlsx.gz", ".gz")],
)
def test_unknown_ending(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / name).write_text("a,b\n")
    assert reason in fault(tmp_path / name)


def test_format_wins_over_ending(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text("id,text\n1,a\n")
    assert open_table(tmp_path / "in.txt", format="CSV").columns == ("id", "text")


def test_unknown_format(tmp_path: Path) -> None:
    assert "unknown format 'xml'" in fault(tmp_path / "in.csv", format="xml")


@pytest.mark.parametrize(
    ("start", "name", "advice"),
    [
        (b"PK\x03\x04", "in.csv", "--format xlsx"),
        (b"PAR1", "in.jsonl", "--format parquet"),
        (b"\x1f\x8b\x08", "in.csv", "csv.gz"),
        (b"id,text\n", "in.csv.gz", "does not start like one"),
        (b"id,text\n", "in.parquet", "does not start like one"),
        (b"<html>", "in.xlsx", "does not start like one"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "in.xlsx", "save it as .xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "in.csv", "save it as .xlsx"),
    ],
)
def test_content_of_another_format(tmp_path: Path, start: bytes, name: str, advice: str) -> None:
    (tmp_path / name).write_bytes(start + b"\0" * 100)
    assert advice in fault(tmp_path / name)


def test_protected_workbook(tmp_path: Path) -> None:
    magic = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    (tmp_path / "in.xlsx").write_bytes(magic + "EncryptedPackage".encode("utf-16-le"))
    assert "password" in fault(tmp_path / "in.xlsx")


def test_options_of_other_formats(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("a,b\n")
    (tmp_path / "in.jsonl").write_text("{}\n")
    assert "--sheet" in fault(tmp_path / "in.csv", sheet="Stock")
    assert "--header-row" in fault(tmp_path / "in.jsonl", header_row=2)
    assert "too far down" in fault(tmp_path / "in.csv", header_row=501)


@pytest.mark.parametrize("start", ["<html>", "\n<!DOCTYPE html>", "<?xml version='1.0'?>"])
def test_page_that_poses_as_csv(tmp_path: Path, start: str) -> None:
    (tmp_path / "in.csv").write_text(f"{start}<body><table>")
    assert "HTML or XML" in fault(tmp_path / "in.csv")


@pytest.mark.parametrize("start", ['[{"id": 1, "text": "chair"}]', '[\n {\n  "id": 1', '{"id": 1}'])
def test_json_that_poses_as_csv(tmp_path: Path, start: str) -> None:
    (tmp_path / "in.csv").write_text(f"{start}\n")
    assert "holds JSON" in fault(tmp_path / "in.csv")


def test_importing_loads_no_format() -> None:
    program = (
        "import sys, types; package = types.ModuleType('dualuse');"
        f"package.__path__ = [{str(ROOT)!r}]; sys.modules['dualuse'] = package;"
        "import dualuse.corpus.tables;"
        "print({'pyarrow', 'xlsxwriter', 'python_calamine', 'lxml'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.strip() == b"set()"


@pytest.mark.skipif(os.name == "nt", reason="has no such files")
def test_pipe_is_no_reason_to_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "in.csv")
    assert "ordinary file" in fault(tmp_path / "in.csv")
