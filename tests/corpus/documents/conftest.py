"""Builders of small documents."""

import zlib
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from dualuse.corpus.documents.read import DocumentReader

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _pdf(stream: bytes, resources: str, *, packed: bool = False, form: bytes = b"") -> bytes:
    """A PDF of one page that draws `stream` with the fonts in `resources`."""
    filter_ = "/Filter /FlateDecode " if packed else ""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        f" /Resources << {resources} >> >>".encode(),
        f"<< {filter_}/Length {len(stream)} >>\nstream\n".encode() + stream + b"\nendstream",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
        b" /Length %d >>\nstream\n%b\nendstream" % (len(form), form),
    ]
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % p for p in places)
    return bytes(out + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)


def _cid_pdf(lines: list[str], cmap: str, ordering: str) -> bytes:
    font = (
        f"/Font << /F1 << /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /{cmap}"
        f" /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /DW 1000"
        f" /CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 2 >> >>] >> >>"
    )
    shown = " T* ".join(f"<{line.encode('utf-16-be').hex()}> Tj" for line in lines)
    return _pdf(f"BT /F1 12 Tf 14 TL 50 780 Td {shown} ET".encode(), font)


def _pdf_bomb(inflated: int) -> bytes:
    packer = zlib.compressobj(9)
    block = b"0 0 m\n" * 170_000
    packed = b"".join(packer.compress(block) for _ in range(inflated // len(block)))
    font = "/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
    return _pdf(packed + packer.flush(), font, packed=True)


@pytest.fixture
def reader() -> Iterator[DocumentReader]:
    """What the commands read documents with."""
    with DocumentReader() as made:
        yield made


@pytest.fixture
def drawn_pdf() -> Callable[[bytes, str], bytes]:
    """Makes a PDF of one page from its drawing instructions and resources."""
    return _pdf


@pytest.fixture
def cid_pdf() -> Callable[[list[str], str, str], bytes]:
    """Makes a PDF in a Chinese or Japanese font that is named but not embedded."""
    return _cid_pdf


@pytest.fixture
def pdf_bomb() -> Callable[[int], bytes]:
    """Makes a PDF whose page inflates to that many bytes."""
    return _pdf_bomb


@pytest.fixture
def write_docx(tmp_path: Path) -> Callable[..., Path]:
    """Writes a Word file with that body, and other parts by name."""

    def write(body: str, **parts: str) -> Path:
        path = tmp_path / "notice.docx"
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
            archive.writestr("word/document.xml", document)
            for name, xml in parts.items():
                archive.writestr(f"word/{name}.xml", xml)
        return path

    return write
