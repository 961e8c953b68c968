"""PDF files by their text layer."""

import logging
import re
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from dualuse.corpus.documents.content import Content, Unreadable, first_line, one_line, tidy
from dualuse.corpus.documents.reflow import reflow

_NO_TITLE = re.compile(
    r"(?:untitled|document|unknown|microsoft (?:word|powerpoint|excel)|print|slide|\W*$|.{0,200}"
    r"\.(?:docx?|pdf|indd|tex|qxd|xlsx?|pptx?|rtf|wpd|html?|fm|dvi|ai)$)",
    re.IGNORECASE,
)
_NOT_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd\ue000-\uf8ff]")
_LETTER = re.compile(r"[^\W\d_]")


def read_pdf(data: bytes, *, ocr: bool = False) -> Content:
    """The text of all pages, and the title where the metadata state a sensible one.

    No date: the dates in a PDF are those of the file, not of publication.

    Raises:
        Unreadable: damaged, protected, without a text layer, or beyond the limits of pypdf.
    """
    try:
        reader = _open(data)
        pages = _pages(reader)
        stated = reader.metadata.title if reader.metadata else None
    except LimitReachedError:
        raise Unreadable(
            "this PDF inflates beyond what a document needs; print it to a new PDF and try that"
        ) from None
    except DependencyError:
        raise Unreadable(
            "this PDF is encrypted in a way that needs a viewer; print it to a new PDF"
        ) from None
    text = tidy(reflow(pages))
    _check(text, "".join(pages))
    title = one_line(stated) if isinstance(stated, str) else ""
    return Content(text, first_line(text) if _NO_TITLE.match(title) else title)


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


def _pages(reader: PdfReader) -> list[str]:
    losses, log = _Losses(), logging.getLogger("pypdf")
    log.addHandler(losses)
    try:
        pages = [page.extract_text() for page in reader.pages]
    finally:
        log.removeHandler(losses)
    if losses.lost:
        raise Unreadable(f"the PDF is damaged ({losses.lost[0]}); print it to a new PDF")
    return pages


def _check(text: str, raw: str) -> None:
    if not _LETTER.search(text):
        raise Unreadable("the PDF has no text layer (scanned?); run OCR on it first")
    if len(_NOT_TEXT.findall(raw)) > 0.3 * len(raw):
        raise Unreadable(
            "the PDF's fonts do not say which characters they show; run OCR on it first"
        )
