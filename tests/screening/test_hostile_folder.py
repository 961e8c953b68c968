"""Forty broken, hostile or empty files beside forty good ones."""

import bz2
import io
import json
import os
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from fpdf import FPDF
from pypdf import PdfReader, PdfWriter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
GOOD = 40
SECONDS = 60


def processor_seconds() -> float:
    """What this process and its children have used: the clock would count other work too."""
    import resource

    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(who)[:2]) for who in whose)


def sentence(number: int) -> str:
    return f"Notice {number}: exports of gallium to military end users need a licence from May on."


def pdf(text: str) -> bytes:
    made = FPDF()
    made.set_font("Helvetica", size=12)
    made.add_page()
    made.multi_cell(0, 6, text)
    return bytes(made.output())


def encrypted(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    writer.encrypt("secret", "owner", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_bomb() -> bytes:
    packer = zlib.compressobj(9)
    packed = b""
    for _ in range(600):
        packed += packer.compress(b"0 0 m\n" * 170_000)
    stream = packed + packer.flush()
    body = b"<< /Filter /FlateDecode /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream)
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R /Resources << >> >>"
    parts = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"]
    objects = [*parts, page, body]
    return (
        b"%PDF-1.4\n"
        + b"".join(b"%d 0 obj\n%b\nendobj\n" % each for each in enumerate(objects, 1))
        + b"trailer << /Root 1 0 R >>\n"
    )


def zipped(method: int = ZIP_DEFLATED, /, **members: bytes | str) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), data)
    return out.getvalue()


def docx(body: str, head: str = "") -> bytes:
    xml = f'{head}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped(word__document_xml=xml)


def mail(text: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = text
    message.set_content(text)
    return bytes(message)


def protected(data: bytes) -> bytes:
    """A ZIP whose members claim to be encrypted."""
    return data.replace(b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01")


def overlapping() -> bytes:
    data = zipped(a_txt=b"x" * 1000)
    start, end = data.index(b"PK\x01\x02"), data.index(b"PK\x05\x06")
    entry = data[start:end]
    size = (2 * len(entry)).to_bytes(4, "little")
    return data[:start] + 2 * entry + data[end : end + 8] + b"\2\0\2\0" + size + data[end + 16 :]


def good(folder: Path) -> set[str]:
    """Writes the good files and returns the names under which they are to be reported."""
    names = set()
    for number in range(GOOD):
        text = sentence(number)
        ending, data = (
            ("txt", text.encode()),
            ("html", f"<html><title>{number}</title><p>{text}</p></html>".encode()),
            ("pdf", pdf(text)),
            ("docx", docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")),
            ("md", text.encode()),
            ("eml", mail(text)),
            ("zip", zipped(notice_txt=text)),
        )[number % 7]
        (folder / f"good{number:02}.{ending}").write_bytes(data)
        names.add(f"good{number:02}.{ending}" + ("!notice.txt" if ending == "zip" else ""))
    return names


ENTITIES = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
NESTED = zipped(a_zip=zipped(b_zip=zipped(c_txt="deep")))
BAD: dict[str, bytes | Callable[[], bytes]] = {
    "empty.txt": lambda: b"",
    "empty.pdf": lambda: b"",
    "empty.docx": lambda: b"",
    "empty.eml": lambda: b"",
    "empty.zip": lambda: b"",
    "blank.txt": lambda: b" \n\t\r\n" * 50,
    "blank.html": lambda: b"<html><body><img src=x></body></html>",
    "nul.txt": lambda: b"\0" * 5000,
    "random.txt": lambda: os.urandom(20_000) + b"\0",
    "random.html": lambda: b"\x89PNG\r\n\x1a\n" + os.urandom(5000),
    "random.md": lambda: b"\x7fELF" + os.urandom(5000),
    "random.eml": lambda: b"\0\1\2" + os.urandom(5000),
    "random.docx": lambda: b"PK\x03\x04" + os.urandom(5000),
    "random.zip": lambda: b"PK\x03\x04" + os.urandom(5000),
    "random.pdf": lambda: b"%PDF-1.7\n" + os.urandom(5000),
    "cut.pdf": lambda: pdf("x")[:300],
    "cut.docx": lambda: docx("<w:p/>")[:90],
    "cut.zip": lambda: zipped(a_txt="x" * 500)[:60],
    "packed.txt": lambda: bz2.compress(b"text"),
    "old.doc": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "old.docx": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "rich.rtf": lambda: b"{\\rtf1\\ansi hello}",
    "outlook.msg": lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000),
    "scan.pdf": lambda: pdf(""),
    "locked.pdf": lambda: encrypted(pdf("x")),
    "bomb.pdf": pdf_bomb,
    "bomb.docx": lambda: docx("<w:p>" + " " * (220 << 20) + "</w:p>"),
    "bomb.zip": lambda: zipped(a_txt=b" " * (90 << 20)),
    "overlap.zip": overlapping,
    "locked.zip": lambda: protected(zipped(a_txt="x")),
    "nested.zip": NESTED,
    "void.zip": zipped(),
    "pictures.zip": lambda: zipped(a_jpg="x"),
    "sheet.zip": lambda: zipped(**{"[Content_Types]_xml": "x", "xl__workbook_xml": "x"}),
    "many.zip": lambda: zipped(**{f"a{n}_txt": "" for n in range(5_001)}),
    "entities.docx": lambda: docx("<w:p>&i;</w:p>", ENTITIES + "]>"),
    "deep.docx": lambda: docx("<w:p>" * 200_000 + "</w:p>" * 200_000),
    "notword.docx": lambda: zipped(a_txt="x"),
    "broken.docx": lambda: docx("<w:p><w:t>"),
    "headless.eml": lambda: b"just some words, and no header\n",
    "crypt.eml": lambda: (
        b"From: a\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nAAAA"
    ),
}
# Hostile, but a reader gets its words out of them.
HARMLESS: dict[str, bytes] = {
    "new\nline.txt": sentence(1).encode(),
    os.fsdecode(b"sur\xffrogate.txt"): sentence(2).encode(),
    "=cmd|'calc'!A0.txt": sentence(3).encode(),
    "hugeline.txt": ("ban " * 100_000).encode(),
    "digits.txt": (sentence(4) + "1" * 200_000).encode(),
    "brackets.txt": (sentence(5) + "(（《" * 30_000).encode(),
    "dashes.html": ("<p>" + sentence(6) + "<!--" * 20_000).encode(),
    "deep.html": ("<div>" * 30_000 + sentence(7)).encode(),
    "wrong.pdf": sentence(8).encode(),
    "parts.eml": (
        b"MIME-Version: 1.0\n"
        b"Content-Type: text/plain\n" + b"X: y\n" * 20_000 + b"\n" + sentence(9).encode()
    ),
    "zipslip.zip": zipped(**{"..__..__..__etc__passwd_txt": sentence(10)}),
}


@pytest.mark.skipif(os.name == "nt", reason="no such names")
@pytest.mark.timeout(900)
def test_every_good_file_is_reported_and_every_bad_one_named(
    tmp_path: Path, dualuse_command: Callable[..., Any]
):
    folder = tmp_path / "in"
    folder.mkdir()
    names = good(folder)
    for name, make in (BAD | HARMLESS).items():
        (folder / name).write_bytes(make() if callable(make) else make)
    (folder / "loop.txt").symlink_to("loop.txt")
    (folder / "up").symlink_to(folder, target_is_directory=True)
    os.mkfifo(folder / "pipe.txt")
    before = processor_seconds()
    run = dualuse_command(
        "triage", folder, "-o", tmp_path / "out.jsonl", "--html", tmp_path / "out.html",
        "--with-text", "--model", "majority",
    )  # fmt: skip
    assert run.status == 3, run.err
    assert processor_seconds() - before < SECONDS
    assert "Traceback" not in run.err
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    read = {row["path"].removeprefix(f"{folder}/") for row in rows}
    assert names <= read
    told = [line for line in run.err.splitlines() if line.startswith("not read: ")]
    start = f"not read: {folder}/"
    for name in [*BAD, "loop.txt", "pipe.txt"]:
        lines = [line for line in told if line.startswith(tuple(f"{start}{name}{c}" for c in ":!"))]
        assert len(lines) == 1, name
        assert len(lines[0].partition(f"{name}")[2]) > 15, lines
    assert len(told) == len(BAD) + 2
    assert len(read) == len(names) + len(HARMLESS)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "cache",  # of the model
        "in",
        "out.html",
        "out.jsonl",
    ]
