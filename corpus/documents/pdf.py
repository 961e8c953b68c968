"""PDF files by their text layer."""

import logging
import re
from contextlib import suppress
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from dualuse.corpus.documents.content import Content, Unreadable, first_line, one_line, tidy
from dualuse.corpus.documents.reflow import reflow

_NO_TITLE = re.compile(
    r"(?:untitled|document|unknown|microsoft (?:word|powerpoint|excel)|print|slide|\W*$|.{0,200}"
    r"\.(?:docx?|pdf|indd|tex|qxd|xlsx?|pptx?|rtf|wpd|html?|fm|dvi|ai)$)",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_LETTER = re.compile(r"[^\W\d_]")
_MOST_MUTE = 0.3  # of the characters
_CODES = re.compile(rb"begincodespacerange\s*<([0-9a-fA-F]+)>")
_SCANNED = "the PDF has no text layer (scanned?); run OCR on it first, or triage with --ocr"
_MUTE = (
    "the PDF's fonts do not say which characters they show; run OCR on it first, or triage with"
    " --ocr"
)


def read_pdf(data: bytes, *, ocr: bool = False) -> Content:
    """The text of all pages, and the title where the metadata state a sensible one.

    With `ocr`, Tesseract reads a PDF that has no text layer. No date: the dates in a PDF are those
    of the file, not of publication.

    Raises:
        Unreadable: damaged, protected, without a text layer, or beyond the limits of pypdf.
    """
    try:
        reader = _open(data)
        stated = reader.metadata.title if reader.metadata else None
        text = _text(reader)
    except LimitReachedError:
        raise Unreadable(
            "this PDF inflates beyond what a document needs; print it to a new PDF and try that"
        ) from None
    except DependencyError:
        raise Unreadable(
            "this PDF is encrypted in a way that needs a viewer; print it to a new PDF"
        ) from None
    except _NoText:
        if not ocr:
            raise
        from dualuse.corpus.documents.ocr import recognise

        text = tidy(reflow(recognise(data)))
    title = one_line(stated) if isinstance(stated, str) else ""
    return Content(text, first_line(text) if _NO_TITLE.match(title) else title)


class _NoText(Unreadable):
    """The pages can be seen, but their characters can't be read."""


def _text(reader: PdfReader) -> str:
    pages = _pages(reader)
    text = tidy(reflow(pages))
    _check(text, "".join(pages))
    return text


def _open(data: bytes) -> PdfReader:
    try:
        reader = PdfReader(BytesIO(data), strict=False)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError) as error:
        raise Unreadable(
            f"the PDF is damaged ({one_line(str(error))[:100]}); fetch or print it again"
        ) from None
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("the PDF is protected by a password; save a copy without one")
    return reader


class _Losses(logging.Handler):
    """Gathers what pypdf leaves out of a page; it says so in its log only."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lost: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith("Impossible to decode XFormObject"):
            self.lost.append(one_line(record.getMessage())[:100])


class _Mute:
    """Counts what is drawn in fonts that do not say which characters they show.

    In such a font the code of a glyph is its place in the font, and pypdf takes it for Unicode.
    """

    def __init__(self) -> None:
        self.mute = self.all = 0

    def visit(self, text: str, _: object, __: object, font: object, ___: object) -> None:
        """Take one stretch of text, as pypdf calls a visitor."""
        size = len(text.strip())
        self.all += size
        if size and isinstance(font, dict) and _is_mute(font):
            self.mute += size


def _is_mute(font: dict[str, Any]) -> bool:
    if "/ToUnicode" in font or font.get("/Subtype") != "/Type0":
        return False
    if not str(font.get("/Encoding", "")).startswith("/Identity"):
        return False  # a named map of characters
    families = font.get("/DescendantFonts") or [{}]
    about = families[0].get_object().get("/CIDSystemInfo") if len(families) else None
    return about is None or about.get_object().get("/Ordering") == "Identity"


def _page_text(page: PageObject, mute: _Mute) -> str:
    with suppress(KeyError, AttributeError, TypeError):  # no fonts, or broken ones
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            _name_encoding(font.get_object())
    return page.extract_text(visitor_text=mute.visit)


def _name_encoding(font: DictionaryObject) -> None:
    """Put a name in place of an embedded map of two-byte codes, for pypdf reads it bytewise.

    Which map is no matter: `ToUnicode` goes by the code.
    """
    encoding = font.get("/Encoding")
    if encoding is None or not isinstance(stream := encoding.get_object(), StreamObject):
        return
    ranges = _CODES.findall(stream.get_data())
    if ranges and all(len(first) == 4 for first in ranges):
        font[NameObject("/Encoding")] = NameObject("/Identity-H")


def _pages(reader: PdfReader) -> list[str]:
    losses, log, mute = _Losses(), logging.getLogger("pypdf"), _Mute()
    log.addHandler(losses)
    try:
        pages = [_page_text(page, mute) for page in reader.pages]
    finally:
        log.removeHandler(losses)
    if mute.mute > _MOST_MUTE * mute.all:
        raise _NoText(_MUTE)
    if losses.lost:
        raise Unreadable(f"the PDF is damaged ({losses.lost[0]}); print it to a new PDF")
    return pages


def _check(text: str, raw: str) -> None:
    if len(_NOT_TEXT.findall(raw)) > _MOST_MUTE * len(raw):
        raise _NoText(_MUTE)
    if not _LETTER.search(text):
        raise _NoText(_SCANNED)
