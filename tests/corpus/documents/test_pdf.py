import io
import zlib
from collections.abc import Callable

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.pdf import read_pdf

TEXT = (
    "The Bureau of Industry and Security amends the Export Administration Regulations to add"
    " controls on certain lasers, cameras and machine tools. The rule takes effect at once."
)
HELVETICA = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"


def written(text: str = TEXT, *, title: str | None = None, pages: int = 1):
    pdf = FPDF()
    pdf.set_font("Helvetica", size=12)
    if title:
        pdf.set_title(title)
    for _ in range(pages):
        pdf.add_page()
        pdf.multi_cell(0, 6, text)
    return bytes(pdf.output())


def encrypted(password: str):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(written())))
    writer.encrypt(password, "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_wrapped_lines_come_back_as_one_paragraph():
    assert read_pdf(written()).text == TEXT


def test_all_pages_are_read():
    assert read_pdf(written("Page of a rule.", pages=3)).text == "\n".join(["Page of a rule."] * 3)


def test_the_stated_title_and_no_date():
    content = read_pdf(written(title="Lasers: new rule"))
    assert (content.title, content.date) == ("Lasers: new rule", None)


@pytest.mark.parametrize("title", [None, "untitled", "Microsoft Word - a.doc", "scan01.pdf", "-"])
def test_a_senseless_title_gives_way_to_the_first_line(title: str | None):
    assert read_pdf(written("Notice 7\nText.", title=title)).title == "Notice 7"


@pytest.mark.parametrize(
    ("lines", "cmap", "ordering", "text"),
    [
        (
            ["商务部公告2026年第1号", "为维护国家安全和利益，经国务", "院批准，禁止出口。"],
            "UniGB-UCS2-H",
            "GB1",
            "商务部公告2026年第1号\n为维护国家安全和利益，经国务院批准，禁止出口。",
        ),
        (["輸出を禁止する。"], "UniJIS-UCS2-H", "Japan1", "輸出を禁止する。"),
    ],
)
def test_named_east_asian_fonts(
    cid_pdf: Callable[..., bytes], lines: list[str], cmap: str, ordering: str, text: str
):
    content = read_pdf(cid_pdf(lines, cmap, ordering)).text
    assert content.replace("\n", "") == text.replace("\n", "")


def test_an_empty_user_password_is_tried():
    assert read_pdf(encrypted("")).text == TEXT


def test_a_password_is_an_error():
    with pytest.raises(Unreadable, match="password"):
        read_pdf(encrypted("secret"))


def test_a_page_without_text_is_an_error(drawn_pdf: Callable[..., bytes]):
    with pytest.raises(Unreadable, match="no text layer"):
        read_pdf(drawn_pdf(b"0 0 100 100 re f", HELVETICA))


def test_a_font_that_hides_its_characters_is_an_error(drawn_pdf: Callable[..., bytes]):
    hidden = b"BT /F1 12 Tf 50 700 Td (" + b"\x01\x02\x03a" * 20 + b") Tj ET"
    with pytest.raises(Unreadable, match="OCR"):
        read_pdf(drawn_pdf(hidden, HELVETICA))


@pytest.mark.parametrize("size", [20, 600])
def test_a_truncated_file_is_an_error_of_its_own(size: int):
    with pytest.raises(Unreadable):
        read_pdf(written()[:size])


def test_a_part_of_a_page_that_is_lost_is_an_error(drawn_pdf: Callable[..., bytes]):
    drawing = b"BT /F1 12 Tf 50 700 Td (Visible) Tj ET /X1 Do"
    endless = zlib.compress(b" " * (80 << 20), 9)
    with pytest.raises(Unreadable, match="damaged"):
        read_pdf(drawn_pdf(drawing, f"{HELVETICA} /XObject << /X1 5 0 R >>", form=endless))


def test_a_form_on_a_page_is_read(drawn_pdf: Callable[..., bytes]):
    form = zlib.compress(b"BT /F1 12 Tf 50 600 Td (Inside) Tj ET")
    resources = f"{HELVETICA} /XObject << /X1 5 0 R >>"
    drawing = b"BT /F1 12 Tf 50 700 Td (Visible) Tj ET /X1 Do"
    assert read_pdf(drawn_pdf(drawing, resources, form=form)).text.split() == ["Visible", "Inside"]
