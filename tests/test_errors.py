"""Bad input: one sentence on standard error, and nothing left behind."""

import os
import shutil
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

Command = Callable[..., Any]

MEBIBYTE = 1 << 20
TEXT = "id,text\n1,oak chair\n2,steel bolt\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder of a command, with good inputs and all kinds of bad ones."""
    folder = tmp_path / "place"
    folder.mkdir()
    monkeypatch.chdir(folder)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    Path("good.csv").write_text(TEXT, "utf-8")
    Path("good.txt").write_text("Exports of gallium are banned.", "utf-8")
    Path("empty.csv").touch()
    Path("empty.txt").touch()
    Path("figures.csv").write_text("a,b\n1,2\n3,4\n")
    Path("header.csv").write_text("\n\n")
    Path("binary.csv").write_bytes(os.urandom(64) + b"\0" * 64)
    Path("zip.csv").write_bytes(b"PK\x03\x04" + b"\0" * 64)
    Path("page.csv").write_text("<html><body><table>")
    Path("cut.csv.gz").write_bytes(b"\x1f\x8b\x08\x00" + b"\0" * 9)
    Path("bad.xlsx").write_bytes(b"PK\x03\x04nonsense")
    Path("old.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    Path("bad.parquet").write_bytes(b"PAR1nonsense")
    Path("array.jsonl").write_text('[{"text": "oak chair"}]')
    Path("words.jsonl").write_text("not json\n")
    Path("unread.pdf").write_bytes(b"%PDF-1.4\nnonsense")
    Path("unread.docx").write_bytes(b"PK\x03\x04nonsense")
    Path("image.pdf").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 64)
    Path("folder").mkdir()
    Path("exists.csv").write_text("precious")
    Path("exists.jsonl").write_text("precious")
    Path("exists.html").write_text("precious")
    Path("corpus/products").mkdir(parents=True)
    Path("corpus/products/6.jsonl").write_bytes(b'{"id": "\xff"}\n')
    Path("known.csv").write_text("id,relevance\n1,hgih\n")
    return folder


def assert_one_sentence(run: Any, words: str) -> None:
    last = run.err.splitlines()[-1]
    assert run.status == 1, run
    assert run.out == ""
    assert last.startswith("Error: ")
    assert words in last
    assert run.err.count("Error: ") == 1
    assert "Traceback" not in run.err


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """All that lies below a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in folder.rglob("*")
    }


LABEL = [
    ("missing.csv", "missing.csv does not exist"),
    ("empty.csv", "empty.csv is empty"),
    ("header.csv", "no cells with content"),
    ("figures.csv", "--text-column"),
    ("binary.csv", "holds binary data"),
    ("zip.csv", "zip archive"),
    ("page.csv", "HTML or XML"),
    ("cut.csv.gz", "damaged gzip"),
    ("bad.xlsx", "bad.xlsx"),
    ("old.xls", "'.xls'"),
    ("bad.parquet", "can't be read as Parquet"),
    ("array.jsonl", "JSON array"),
    ("words.jsonl", "no JSON object"),
    ("folder", "is a folder"),
    ("folder --format csv", "folder is a folder"),
    ("good.csv --format xml", "unknown format 'xml'"),
    ("good.csv --format xlsx", "does not start like one"),
    ("good.csv --output-format xml", "unknown format 'xml'"),
    ("good.csv --text-column title", "there is no column 'title'"),
    ("good.csv --id-column sku", "there is no column 'sku'"),
    ("good.csv --hs-column hs", "there is no column 'hs'"),
    ("good.csv --sheet Stock", "--sheet Stock is for workbooks"),
    ("good.csv --header-row 9", "no header in row 9"),
    ("good.csv --known missing.csv", "missing.csv does not exist"),
    ("good.csv --known good.csv", "has no column `relevance`"),
    ("good.csv --known known.csv", "relevance 'hgih' is none of"),
    ("good.csv --model gigantic", "unknown model 'gigantic': known are default, lite, linear"),
    ("good.csv --model folder", "folder is no model folder"),
    ("good.csv -o exists.csv", "exists.csv exists; --force overwrites it"),
    ("good.csv -o good.csv --force", "good.csv is the input itself"),
    ("good.csv --known exists.csv -o exists.csv --force", "exists.csv is the input itself"),
    ("good.csv -o no/out.csv", "make the folder no first"),
    ("good.csv -o folder --output-format csv --force", "folder is a folder"),
    ("good.csv -o out.doc", "out.doc can't be written"),
    ("good.csv -o out.xlsm", "macros are not written"),
]


@pytest.mark.parametrize(("arguments", "words"), LABEL)
def test_label(
    place: Path, dualuse_command: Command, product_folder: Path, arguments: str, words: str
) -> None:
    before = snapshot(place.parent)
    model = () if "--model" in arguments else ("--model", product_folder)
    output = () if "-o " in arguments else ("-o", "out.csv")
    run = dualuse_command("label", *arguments.split(), *output, *model)
    assert_one_sentence(run, words)
    assert snapshot(place.parent) == before


DOCUMENTS = [
    ("missing.txt", "missing.txt: no such file"),
    ("empty.txt", "empty.txt: the file is empty"),
    ("unread.pdf", "unread.pdf: "),
    ("unread.docx", "unread.docx: "),
    ("image.pdf", "not a PDF file"),
    ("good.txt --model gigantic", "unknown model 'gigantic'"),
    ("good.txt --model folder", "folder is no model folder"),
]
TRIAGE = [
    ("folder", "folder: no document there"),
    ("good.txt -o exists.jsonl", "exists.jsonl exists"),
    ("good.txt --html exists.html", "exists.html exists"),
    ("good.txt -o no/out.jsonl", "make the folder no first"),
    ("good.txt --html no/out.html", "make the folder no first"),
    ("good.txt -o folder --force", "folder is a folder"),
    ("good.txt --html good.txt --force", "good.txt is the input itself"),
    ("good.txt --csv exists.csv", "exists.csv exists"),
    ("good.txt --feed no/out.xml", "make the folder no first"),
    ("good.txt --ics folder --force", "folder is a folder"),
    ("good.txt --html out --csv out", "two outputs have one name"),
    ("good.txt --update", "name it with -o"),
    ("good.txt --update -o -", "name it with -o"),
    ("good.txt --update -o exists.jsonl", "exists.jsonl, line 1 is no result of triage"),
    ("good.txt --update -o good.txt", "good.txt is the input itself"),
    ("good.txt --update -o out.jsonl --html exists.html", "exists.html exists"),
    ("empty.txt unread.pdf", "none of 2 documents could be read"),
    ("empty.txt unread.pdf --update -o out.jsonl", "none of 2 documents could be read"),
]


@pytest.mark.parametrize(("arguments", "words"), [*DOCUMENTS, *TRIAGE])
def test_triage(
    place: Path, dualuse_command: Command, policy_folder: Path, arguments: str, words: str
) -> None:
    before = snapshot(place.parent)
    model = () if "--model" in arguments else ("--model", policy_folder)
    run = dualuse_command("triage", *arguments.split(), *model)
    assert_one_sentence(run, words)
    assert snapshot(place.parent) == before


@pytest.mark.usefixtures("place")
@pytest.mark.parametrize(("arguments", "words"), [*DOCUMENTS, ("folder", "a folder")])
def test_summarize(
    dualuse_command: Command, policy_folder: Path, arguments: str, words: str
) -> None:
    model = () if "--model" in arguments else ("--model", policy_folder)
    assert_one_sentence(dualuse_command("summarize", *arguments.split(), *model), words)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("train missing.csv --label-column text", "missing.csv does not exist"),
        ("train empty.csv --label-column text", "empty.csv is empty"),
        ("train binary.csv --label-column text", "holds binary data"),
        ("train good.csv --label-column topic", "'topic'"),
        ("train good.csv --label-column id --text-column title", "'title'"),
        ("train good.csv --label-column id --format xml", "unknown format 'xml'"),
        ("train --label-column id", "--label-column needs a table"),
        ("train good.csv", "no corpus folder"),
        ("train missing", "no corpus folder"),
        ("train folder", "no corpus folder"),
        ("train corpus", "6.jsonl"),
        ("train --model gigantic", "'gigantic'"),
        ("train good.csv --label-column id --model gigantic", "'gigantic'"),
        ("train -o folder", "folder exists; --force overwrites it"),
        ("train -o exists.csv --force", "exists.csv"),
    ],
)
def test_train(place: Path, dualuse_command: Command, arguments: str, words: str) -> None:
    before = snapshot(place.parent)
    output = () if "-o " in arguments else ("-o", "model")
    assert_one_sentence(dualuse_command(*arguments.split(), *output), words)
    assert snapshot(place.parent) == before


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ("evaluate missing.csv --label-column text --model majority", "missing.csv does not exist"),
        ("evaluate --label-column text", "--label-column needs a table"),
        ("evaluate good.csv", "no corpus folder"),
        ("evaluate folder", "no corpus folder"),
        ("evaluate --model gigantic", "unknown model 'gigantic'"),
        ("evaluate --model folder", "folder is no model folder"),
        ("lists diff shipped nowhere.jsonl", "nowhere.jsonl does not exist"),
        ("evaluate default --against nosuch", "unknown model 'nosuch'"),
        ("evaluate default --against folder", "folder is no model folder"),
        ("label good.csv -o out.csv --known good.txt", "end its name in one (csv,"),
        ("label good.csv -o out.csv --recheck good.txt", "end its name in one (csv,"),
        ("lists import zip.csv --regime US", "end its name in .xlsx"),
        ("corpus check missing", "missing holds no corpus"),
        ("corpus check good.csv", "good.csv holds no corpus"),
        ("corpus check corpus", "6.jsonl"),
    ],
)
def test_evaluate_and_check(
    place: Path, dualuse_command: Command, arguments: str, words: str
) -> None:
    before = snapshot(place.parent)
    assert_one_sentence(dualuse_command(*arguments.split()), words)
    assert snapshot(place.parent) == before


@pytest.mark.parametrize("task", ["products", "policy", "labels"])
def test_a_model_of_another_task(
    place: Path,
    dualuse_command: Command,
    product_folder: Path,
    policy_folder: Path,
    task: str,
) -> None:
    folder = {"products": product_folder, "policy": policy_folder}.get(task, place / "own")
    if task == "labels":
        rows = (f"oak chair {kind},a\nsteel bolt {kind},b\n" for kind in "abcdefgh")
        Path("topics.csv").write_text("text,topic\n" + "".join(rows))
        options = ("--label-column", "topic", "--text-column", "text", "-o", folder)
        assert dualuse_command("train", "topics.csv", *options).status == 0
    if task != "products":
        assert_one_sentence(dualuse_command("explain", "oak chair", "--model", folder), task)
        out = ("-o", "out.csv")
        assert_one_sentence(dualuse_command("label", "good.csv", *out, "--model", folder), task)
    if task != "policy":
        for command in ("triage", "summarize"):
            assert_one_sentence(dualuse_command(command, "good.txt", "--model", folder), task)
    assert not list(place.glob("*out.csv*"))
    assert not list(place.glob(".*"))


@pytest.mark.parametrize(
    "damage", ["manifest.json", "model.safetensors", "classifier/manifest.json", "classifier"]
)
def test_a_damaged_model(
    place: Path, dualuse_command: Command, product_folder: Path, damage: str
) -> None:
    shutil.copytree(product_folder, "model")
    path = place / "model" / damage
    if path.is_dir():
        shutil.rmtree(path)
    elif path.suffix == ".json":
        path.write_text("[1, 2]")
    else:
        path.write_bytes(path.read_bytes()[:-8])
    assert_one_sentence(dualuse_command("explain", "oak chair", "--model", "model"), "model")


@pytest.mark.parametrize("name", ["line.csv", "line.jsonl"])
def test_a_line_without_end_fails_fast_and_small(
    place: Path, dualuse_command: Command, product_folder: Path, name: str
) -> None:
    with Path(name).open("wb") as file:
        file.write(b"id,text " * (MEBIBYTE // 4))
        file.truncate(200 * MEBIBYTE)  # a hole, which costs no disk
    tracemalloc.start()
    try:
        run = dualuse_command("label", name, "-o", "out.csv", "--model", product_folder)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert_one_sentence(run, "a line of over 32 Mi characters")
    assert peak < 200 * MEBIBYTE
    assert not list(place.glob("*out.csv*"))


def test_standard_input_that_is_a_mess(
    place: Path, dualuse_command: Command, monkeypatch: pytest.MonkeyPatch, product_folder: Path
) -> None:
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(Path("binary.csv").read_bytes())))
    run = dualuse_command("label", "-", "--format", "csv", "--model", product_folder)
    assert_one_sentence(run, "holds binary data")
    assert list((place.parent / "scratch").iterdir()) == []
