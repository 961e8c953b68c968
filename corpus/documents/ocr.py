"""Scanned pages read by Tesseract, in English, Chinese and Japanese.

Needs the extra `ocr` (pypdfium2 draws the pages) and the program `tesseract` with its languages.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from typing import Any, Final

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.language import detect_language

MOST_PAGES: Final = 100
_DOTS: Final = 300  # an inch, for which Tesseract's models were made
_MOST_PIXELS: Final = 40_000_000  # of a page; an A3 page has 17 million
_SECONDS: Final = 120.0  # a page
_WANTED: Final = ("eng", "chi_sim", "jpn")
# Around such characters Tesseract writes spaces that the page does not show.
_EASTERN: Final = r"[\u3000-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]"
_GAP: Final = re.compile(rf"(?<={_EASTERN}) +(?=[0-9]|{_EASTERN})|(?<=[0-9]) +(?={_EASTERN})")


def recognise(data: bytes) -> list[str]:
    """The text of each page of a PDF, as Tesseract reads it.

    Raises:
        Unreadable: Tesseract, a language or pypdfium2 is missing, the PDF has too many pages or
            can't be drawn, or no page holds a word.
    """
    program = shutil.which("tesseract")
    if program is None:
        raise Unreadable(
            "the PDF has no text layer, and Tesseract is not installed; install tesseract-ocr with"
            " its languages eng, chi-sim and jpn"
        )
    installed = _languages(program)
    pages: list[str] = []
    chosen = ""
    for image in _draw(data):
        chosen = chosen or _script(program, installed, image)
        pages.append(_read(program, chosen, image))
    if not any(any(map(str.isalpha, page)) for page in pages):
        raise Unreadable("the PDF has no text layer, and OCR finds no words on its pages")
    return pages


def _languages(program: str) -> Sequence[str]:
    listed = _run([program, "--list-langs"], b"").split()
    found: list[str] = [language for language in _WANTED if language in listed]
    if not found:
        raise Unreadable("Tesseract has none of its languages eng, chi_sim and jpn; install them")
    return found


def _script(program: str, installed: Sequence[str], image: bytes) -> str:
    """The language to read a document in, by a first look at a page in all of them.

    Read in several at once, Tesseract takes whole Chinese or Japanese lines for English.
    """
    language = detect_language(_read(program, "+".join(installed), image))
    wanted = {"zh": "chi_sim", "ja": "jpn"}.get(language, "eng")
    return wanted if wanted in installed else installed[0]


def _draw(data: bytes) -> Iterator[bytes]:
    """Each page as a grey picture in the format PGM."""
    try:
        import pypdfium2
    except ImportError:
        raise Unreadable(
            "the PDF has no text layer, and OCR needs pypdfium2; `pip install '.[ocr]'`"
        ) from None
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MOST_PAGES:
            raise Unreadable(
                f"{len(document)} scanned pages, over {MOST_PAGES}; split the PDF, or run OCR on it"
            )
        for number in range(len(document)):
            yield _picture(document[number])
    except pypdfium2.PdfiumError as error:
        raise Unreadable(f"the PDF can't be drawn for OCR ({error}); print it anew") from None


def _picture(page: Any) -> bytes:  # pypdfium2 has no types
    width, height = page.get_size()  # in points, 72 an inch
    scale = min(_DOTS / 72, (_MOST_PIXELS / max(width * height, 1)) ** 0.5)
    bitmap = page.render(scale=scale, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride
    rows = (pixels[row * stride : row * stride + bitmap.width] for row in range(bitmap.height))
    picture = b"P5 %d %d 255\n" % (bitmap.width, bitmap.height) + b"".join(rows)
    bitmap.close()
    return picture


def _read(program: str, languages: str, image: bytes) -> str:
    found = _run([program, "-", "-", "-l", languages, "--dpi", str(_DOTS)], image)
    return _GAP.sub("", found.replace("\f", ""))


def _run(command: list[str], given: bytes) -> str:
    """What Tesseract prints; on one thread, for our limits count processor time."""
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - found on the user's own path
            command, input=given, capture_output=True, timeout=_SECONDS, check=True, env=environment
        )
    except subprocess.TimeoutExpired:
        raise Unreadable("a page takes OCR over two minutes; run OCR on the PDF first") from None
    except (subprocess.CalledProcessError, OSError) as error:
        raise Unreadable(f"Tesseract failed ({str(error)[-100:]}); run OCR first") from None
    return done.stdout.decode("utf-8", "replace")
