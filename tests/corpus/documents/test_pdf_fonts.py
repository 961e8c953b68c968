"""PDFs in Chinese and Japanese, in columns, with running heads, and scanned ones."""

import io
import shutil
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, NameObject

from dualuse.corpus.documents import ocr
from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.pdf import read_pdf

CHINESE = "商务部决定对镓、锗相关物项实施出口管制，自2031年7月1日起，出口经营者应当办理许可手续。"
JAPANESE = (
    "経済産業省は、輸出貿易管理令の一部を改正し、令和13年7月1日から量子計算機を規制の対象とする。"
)
ENGLISH = (
    "The Bureau of Industry and Security amends the Export Administration Regulations to impose"
    " controls on superconducting wire and on the technology to make it. "
)


@pytest.fixture(scope="module")
def font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A font that has a box for each character of the texts: enough for a text layer."""
    characters = sorted(set(CHINESE + JAPANESE + ENGLISH))
    names = [".notdef", *(f"u{ord(each):04X}" for each in characters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, characters), names[1:], strict=True)))
    pen = TTGlyphPen(None)
    pen.moveTo((50, 0))
    for point in ((900, 0), (900, 800), (50, 800)):
        pen.lineTo(point)
    pen.closePath()
    builder.setupGlyf(dict.fromkeys(names, pen.glyph()))
    widths = [1000, *(1000 if ord(each) > 0x2E80 else 500 for each in characters)]
    builder.setupHorizontalMetrics({n: (w, 50) for n, w in zip(names, widths, strict=True)})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": "Box", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=880, sTypoDescender=-120, usWinAscent=900, usWinDescent=200)
    builder.setupPost()
    path = tmp_path_factory.mktemp("font") / "box.ttf"
    builder.save(path)
    return path


def written(font: Path, text: str, pages: int = 1) -> bytes:
    pdf = FPDF()
    pdf.add_font("box", "", font)
    pdf.set_font("box", size=12)
    for _ in range(pages):
        pdf.add_page()
        pdf.multi_cell(0, 8, text)
    return bytes(pdf.output())


def changed(data: bytes, **entries: object) -> bytes:
    """The PDF with entries of its fonts replaced, or left out where None is given."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    for page in writer.pages:
        for each in page["/Resources"]["/Font"].values():
            for name, value in entries.items():
                each.get_object().pop(f"/{name}")
                if value is not None:
                    each.get_object()[NameObject(f"/{name}")] = value
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("text", [CHINESE, JAPANESE])
def test_embedded_fonts_and_lines_joined_without_spaces(font: Path, text: str):
    assert read_pdf(written(font, text)).text == text
    assert read_pdf(written(font, text, pages=3)).text.split("\n") == [text] * 3


def test_a_map_of_codes_that_is_embedded(font: Path):
    cmap = DecodedStreamObject()
    cmap.set_data(b"1 begincodespacerange <0000> <FFFF> endcodespacerange")
    assert read_pdf(changed(written(font, CHINESE), Encoding=cmap)).text == CHINESE


@pytest.mark.parametrize("ordering", [b"(UCS)", b"(Identity)"])
def test_a_font_that_does_not_say_its_characters(font: Path, ordering: bytes):
    mute = changed(written(font, CHINESE), ToUnicode=None).replace(b"(UCS)", ordering)
    with pytest.raises(Unreadable, match="fonts do not say which characters they show"):
        read_pdf(mute)


def page_text(number: int) -> str:
    words = ENGLISH.split() * 20
    return " ".join(words[(7 * place + number) % len(words)] for place in range(400))


def report(pages: int) -> bytes:
    pdf = FPDF()
    pdf.set_font("Helvetica", size=11)
    for number in range(pages):
        pdf.add_page()
        head = f"Federal Register / Vol. 96, No. {60 + number} / Rules and Regulations"
        pdf.cell(0, 8, head, new_x="LMARGIN", new_y="NEXT")
        with pdf.text_columns(ncols=2, gutter=8) as columns:
            columns.write(page_text(number))
        pdf.set_y(-20)
        pdf.cell(0, 8, f"Page {number + 1} of {pages}")
    return bytes(pdf.output())


def test_columns_are_read_one_after_the_other_without_running_heads():
    text = read_pdf(report(4)).text
    assert "Federal Register /" not in text
    assert "Page" not in text
    assert " ".join(text.split()) == " ".join(map(page_text, range(4)))


def scanned(text: str) -> bytes:
    """A PDF that holds a picture of the text."""
    pypdfium2 = pytest.importorskip("pypdfium2")
    image = pytest.importorskip("PIL.Image")
    pdf = FPDF(format=(160, 30))
    pdf.set_auto_page_break(False)
    pdf.set_font("Helvetica", size=14)
    pdf.add_page()
    pdf.multi_cell(0, 8, text)
    bitmap = pypdfium2.PdfDocument(bytes(pdf.output()))[0].render(scale=3, grayscale=True)
    size = (bitmap.stride, bitmap.height)
    picture = image.frombytes("L", size, bytes(bitmap.buffer)).crop((0, 0, bitmap.width, size[1]))
    copy = FPDF(format=(160, 30))
    copy.add_page()
    copy.image(picture, x=0, y=0, w=160)
    return bytes(copy.output())


def test_a_scan_says_that_it_has_no_text_layer():
    with pytest.raises(Unreadable, match=r"no text layer .scanned.*--ocr"):
        read_pdf(scanned("Exports need a licence."))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_a_scan_is_read_by_tesseract():
    text = read_pdf(scanned("Exports of gallium need a licence."), ocr=True).text
    assert "gallium need a licence" in text


def test_a_missing_tesseract_is_one_sentence(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    with pytest.raises(Unreadable, match="Tesseract is not installed; install tesseract-ocr"):
        read_pdf(scanned("Exports need a licence."), ocr=True)


def test_a_text_layer_is_read_without_tesseract(font: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr.shutil, "which", lambda _: None)
    assert read_pdf(written(font, CHINESE), ocr=True).text == CHINESE


def test_too_many_scanned_pages_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ocr, "MOST_PAGES", 0)
    pytest.importorskip("pypdfium2")
    with pytest.raises(Unreadable, match="1 scanned pages, over 0"):
        next(ocr._draw(scanned("x")))
