import io
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from docx import Document

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.docx import read_docx

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def paragraph(text: str):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_document_by_another_program():
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Header line"
    document.sections[0].footer.paragraphs[0].text = "Footer line"
    document.add_heading("Export ban", level=1)
    document.add_paragraph("禁止出口。")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip((c for row in table.rows for c in row.cells), "abcd", strict=True):
        cell.text = text
    out = io.BytesIO()
    document.core_properties.title = ""
    document.save(out)
    content = read_docx(out.getvalue())
    assert content.title == "Export ban"
    assert content.text == "Header line\nExport ban\n禁止出口。\na\tb\nc\td\nFooter line"


def test_the_stated_title():
    document = Document()
    document.core_properties.title = "Notice  No. 1"
    document.add_paragraph("Text.")
    out = io.BytesIO()
    document.save(out)
    assert read_docx(out.getvalue()).title == "Notice No. 1"


def test_insertions_stay_and_deletions_go(write_docx: Callable[..., Path]):
    body = (
        "<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r>"
        "</w:del><w:r><w:tab/><w:t>end</w:t><w:br/><w:t>line</w:t></w:r></w:p>"
    )
    assert read_docx(write_docx(body).read_bytes()).text == "new\tend\nline"


def test_a_deleted_row_goes(write_docx: Callable[..., Path]):
    kept = f"<w:tr><w:tc>{paragraph('kept')}</w:tc></w:tr>"
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph('gone')}</w:tc></w:tr>"
    data = write_docx(f"<w:tbl>{kept}{gone}</w:tbl>").read_bytes()
    assert read_docx(data).text == "kept"


def test_a_text_box_is_read_once(write_docx: Callable[..., Path]):
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    both = f"<mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"<w:p><w:r><w:t>text</w:t>{both}</mc:AlternateContent></w:r></w:p>"
    assert read_docx(write_docx(body).read_bytes()).text == "text\nbox"


def test_content_controls_links_and_notes(write_docx: Callable[..., Path]):
    body = (
        f"<w:sdt><w:sdtContent>{paragraph('control')}</w:sdtContent></w:sdt>"
        "<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>"
    )
    notes = f"<w:footnotes {W}><w:footnote>{paragraph('a note')}</w:footnote></w:footnotes>"
    data = write_docx(body, footnotes=notes).read_bytes()
    assert read_docx(data).text == "control\nlink\na note"


def test_a_nested_table_stays_in_its_cell(write_docx: Callable[..., Path]):
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('in')}</w:tc></w:tr></w:tbl>"
    outer = f"<w:tr><w:tc>{paragraph('a')}{inner}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr>"
    assert read_docx(write_docx(f"<w:tbl>{outer}</w:tbl>").read_bytes()).text == "a in\tb"


def test_entities_are_refused(tmp_path: Path):
    laughs = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    path = tmp_path / "laughs.docx"
    with ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", f"{laughs}<w:p {W}>&b;</w:p>")
    with pytest.raises(Unreadable, match="document type"):
        read_docx(path.read_bytes())


def test_a_part_that_inflates_without_end_is_refused(tmp_path: Path):
    path = tmp_path / "bomb.docx"
    with (
        ZipFile(path, "w", ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as part,
    ):
        part.write(f"<w:document {W}>".encode())
        for _ in range(201):
            part.write(b" " * (1 << 20))
    with pytest.raises(Unreadable, match="192 MiB"):
        read_docx(path.read_bytes())


@pytest.mark.parametrize("cut", [10, -30])
def test_a_truncated_file_is_an_error(write_docx: Callable[..., Path], cut: int):
    with pytest.raises(Unreadable, match="damaged"):
        read_docx(write_docx(paragraph("text")).read_bytes()[:cut])


def test_deep_nesting_is_an_error(write_docx: Callable[..., Path]):
    data = write_docx("<w:sdt>" * 20_000 + "</w:sdt>" * 20_000).read_bytes()
    with pytest.raises(Unreadable, match="nested too deeply"):
        read_docx(data)


def test_broken_xml_is_an_error(write_docx: Callable[..., Path]):
    with pytest.raises(Unreadable, match="broken XML"):
        read_docx(write_docx("<w:p>").read_bytes())


def test_another_zip_file_is_an_error():
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", "x")
    with pytest.raises(Unreadable, match="not a Word document"):
        read_docx(out.getvalue())
