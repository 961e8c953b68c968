import os
from collections.abc import Callable
from pathlib import Path

import pytest

from dualuse.corpus.documents.find import find_documents
from dualuse.corpus.documents.read import DocumentReader
from dualuse.corpus.errors import DualuseError

NOTICE = "商务部公告2026年第1号\n\n为维护国家安全，决定禁止出口。\n本公告自公布之日起施行。"


def test_a_text_file_becomes_a_document(tmp_path: Path, reader: DocumentReader):
    path = tmp_path / "notice.txt"
    path.write_bytes(NOTICE.encode("gb18030"))
    document = reader.read(path)
    assert document.title == "商务部公告2026年第1号"
    assert document.language == "zh"
    assert document.path == str(path)
    assert [s.text for s in document.sentences][1] == "为维护国家安全，决定禁止出口。"
    assert all(document.text[s.start : s.end] == s.text for s in document.sentences)


def test_one_reader_reads_every_format(
    tmp_path: Path,
    reader: DocumentReader,
    write_docx: Callable[..., Path],
    cid_pdf: Callable[..., bytes],
):
    (tmp_path / "a.html").write_text("<html><p>Ban on gallium.</p></html>", encoding="utf-8")
    (tmp_path / "b.md").write_text("# Ban\n\nBan on gallium.", encoding="utf-8")
    (tmp_path / "c.pdf").write_bytes(cid_pdf(["禁止出口镓。"], "UniGB-UCS2-H", "GB1"))
    write_docx("<w:p><w:r><w:t>Ban on gallium.</w:t></w:r></w:p>")
    documents = [reader.read(path) for path in find_documents([tmp_path]).documents]
    assert [document.language for document in documents] == ["en", "en", "zh", "en"]
    assert all(document.sentences for document in documents)


def assert_one_sentence(path: Path, words: str):
    with DocumentReader() as reader, pytest.raises(DualuseError, match=words) as caught:
        reader.read(path)
    message = str(caught.value)
    assert message.startswith(f"{path}: ")
    assert "\n" not in message


def test_a_missing_file(tmp_path: Path):
    assert_one_sentence(tmp_path / "no.pdf", "no such file")


def test_a_folder(tmp_path: Path):
    assert_one_sentence(tmp_path, "folder")


@pytest.mark.parametrize("content", [b"", b" \n\t\n"])
def test_an_empty_file(tmp_path: Path, content: bytes):
    path = tmp_path / "empty.txt"
    path.write_bytes(content)
    assert_one_sentence(path, "empty")


def test_a_page_without_words(tmp_path: Path):
    path = tmp_path / "blank.html"
    path.write_bytes(b"<html><body><img src=x></body></html>")
    assert_one_sentence(path, "no text")


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = tmp_path / "secret.txt"
    path.write_text("x")

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert_one_sentence(path, "permissions")


def test_a_file_over_the_cap(tmp_path: Path):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"text")
        file.truncate((64 << 20) + 5)
    with path.open("r+b") as file:
        file.write(b"words " * 1000)
    assert_one_sentence(path, "64 MiB")


def test_a_bomb_ends_within_seconds(
    tmp_path: Path, pdf_bomb: Callable[[int], bytes], worked_by_children: Callable[[], float]
):
    path = tmp_path / "bomb.pdf"
    path.write_bytes(pdf_bomb(1100 << 20))
    before = worked_by_children()
    assert_one_sentence(path, "inflates|memory|minute|crashed")
    assert worked_by_children() - before < 30


def test_damaged_files(
    tmp_path: Path, cid_pdf: Callable[..., bytes], write_docx: Callable[..., Path]
):
    pdf = tmp_path / "cut.pdf"
    pdf.write_bytes(cid_pdf(["禁止"], "UniGB-UCS2-H", "GB1")[:250])
    assert_one_sentence(pdf, "damaged|no text|read")
    word = write_docx("<w:p/>")
    word.write_bytes(word.read_bytes()[:60])
    assert_one_sentence(word, "damaged")


def test_folders_are_walked_in_order_without_the_hidden(tmp_path: Path):
    for name in (
        "b.txt",
        "a.PDF",
        "sub/c.html",
        ".git/d.txt",
        ".e.txt",
        "~$f.docx",
        "g.jpg",
        "h.bin",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    found = find_documents([tmp_path, tmp_path / "g.jpg", tmp_path / "b.txt"])
    names = [path.relative_to(tmp_path).as_posix() for path in found.documents]
    assert names == ["a.PDF", "b.txt", "sub/c.html", "g.jpg"]
    assert found.others == [tmp_path / "h.bin"]


def test_a_missing_path_is_named(tmp_path: Path):
    with pytest.raises(DualuseError, match="nowhere: no such file or folder"):
        find_documents([tmp_path / "nowhere"])


@pytest.mark.skipif(os.name == "nt", reason="no such names")
def test_a_file_name_that_is_not_utf8(tmp_path: Path, reader: DocumentReader):
    path = tmp_path / os.fsdecode(b"\xff.html")
    path.write_bytes(b"<html><p>Ban on gallium.</p></html>")
    assert reader.read(path).text == "Ban on gallium."
