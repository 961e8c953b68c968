"""Documents a second and peak memory of `dualuse triage`, on real documents of several kinds.

    python benchmarks/triage_speed.py [--documents 1000]

The texts are ministry notices, statutes and abstracts of the Federal Register from ../shared; they
are written as text, HTML, DOCX, PDF, EML and ZIP files. `--reading` measures reading alone.
"""

import argparse
import gzip
import html
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from email.message import EmailMessage
from itertools import cycle, islice
from pathlib import Path
from threading import Event, Thread
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document
from fpdf import FPDF

from dualuse.corpus.documents.find import find_documents
from dualuse.corpus.documents.read import DocumentReader, Unread

TEXTS = Path(__file__).parents[2] / "shared/data/policy"
KINDS = ("txt", "html", "docx", "pdf", "eml", "zip")
STATUTES = 8  # one document of so many


def main() -> None:
    """Write the documents, read or triage them, and print the figures."""
    options = argparse.ArgumentParser()
    options.add_argument("--documents", type=int, default=1000)
    options.add_argument("--reading", action="store_true")
    chosen = options.parse_args()
    if not TEXTS.exists():
        raise SystemExit(f"{TEXTS}: no texts there")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "in"
        folder.mkdir()
        characters = write_documents(folder, chosen.documents)
        print(f"{chosen.documents} documents, {characters / 1e6:.1f} million characters")
        if chosen.reading:
            read(folder)
        else:
            triage(folder, Path(name) / "out.jsonl")


def write_documents(folder: Path, count: int) -> int:
    """Write so many documents and return how many characters they have."""
    size = 0
    for number, (title, text) in enumerate(islice(documents(), count)):
        kind = KINDS[number % len(KINDS)]
        if kind == "pdf" and not f"{title}{text}".isascii():
            kind = "txt"  # a PDF in Chinese would need a font
        write(folder / f"{number:05}.{kind}", title, text)
        size += len(text)
    return size


def documents() -> Iterator[tuple[str, str]]:
    """Titles and texts without end: notices first, a statute among each eight."""
    notices = list(rows("mofcom_zh")) + list(rows("federal_register_abstracts"))
    statutes = cycle(rows("laws_zh"))
    for number, notice in enumerate(cycle(notices)):
        yield next(statutes) if number % STATUTES == STATUTES - 1 else notice


def rows(name: str) -> Iterator[tuple[str, str]]:
    """Titles and texts of a file."""
    with gzip.open(TEXTS / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield row["title"], row.get("text") or row.get("abstract") or row["title"]


def write(path: Path, title: str, text: str) -> None:
    """Write a document in the format that its ending names."""
    paragraphs = [title, *text.split("\n")]
    if path.suffix == ".html":
        body = "".join(f"<p>{html.escape(each)}</p>" for each in paragraphs[1:])
        head = f"<title>{html.escape(title)}</title>"
        menu = "<nav><a href=/>Home</a><a href=/news>News</a></nav>"
        page = f"<html><head>{head}</head><body>{menu}<h1>{html.escape(title)}</h1>{body}</body>"
        path.write_text(page, encoding="utf-8")
    elif path.suffix == ".docx":
        word = Document()
        for each in paragraphs:
            word.add_paragraph(each)
        word.save(str(path))
    elif path.suffix == ".pdf":
        pdf = FPDF()
        pdf.set_font("Helvetica", size=11)
        pdf.add_page()
        pdf.multi_cell(0, 6, "\n".join(paragraphs))
        pdf.output(str(path))
    elif path.suffix == ".eml":
        message = EmailMessage()
        message["Subject"] = " ".join(title.split())[:200]
        message.set_content("\n".join(paragraphs))
        path.write_bytes(bytes(message))
    elif path.suffix == ".zip":
        with ZipFile(path, "w", ZIP_DEFLATED) as archive:
            archive.writestr("notice.txt", "\n".join(paragraphs))
    else:
        path.write_text("\n".join(paragraphs), encoding="utf-8")


def read(folder: Path) -> None:
    """Read all documents by one child and by two, and print how fast."""
    paths = find_documents([folder]).documents
    for children in (1, 2):
        start = time.perf_counter()
        with DocumentReader(children=children) as reader:
            found = [each for _, many in reader.read_ahead(paths) for each in many]
        seconds = time.perf_counter() - start
        unread = sum(isinstance(each, Unread) for each in found)
        print(f"{children} children: {len(found) / seconds:.1f} documents/s, {unread} unread")


def triage(folder: Path, output: Path) -> None:
    """Triage all documents in a process of its own, and print how fast, and its peak memory."""
    command = [sys.executable, "-m", "dualuse", "triage", str(folder), "-o", str(output)]
    start = time.perf_counter()
    with subprocess.Popen([*command, "--as-of", "2026-11-24"]) as process:
        peaks: dict[int, int] = {}
        done = Event()
        watch = Thread(target=watch_memory, args=(process.pid, peaks, done))
        watch.start()
        status = process.wait()
        done.set()
        watch.join()
    seconds = time.perf_counter() - start
    count = len(output.read_text(encoding="utf-8").splitlines())
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    parent = peaks.pop(process.pid, 0)
    child = max(peaks.values(), default=0)
    print(
        f"{count} documents triaged in {seconds:.0f} s, {count / seconds:.1f} documents/s"
        f" ({used.ru_utime + used.ru_stime:.0f} s of processor time), exit {status};"
        f" peak memory {parent} MB, and {child} MB of the largest child"
    )


def watch_memory(parent: int, peaks: dict[int, int], done: Event) -> None:
    """Note the peak memory, in MB, of a process and of its children, while they live."""
    while not done.wait(0.2):
        for status in Path("/proc").glob("[0-9]*/status"):
            try:
                fields = dict(
                    line.split(":\t", 1)
                    for line in status.read_text().splitlines()
                    if ":\t" in line
                )
            except OSError:
                continue
            number = int(status.parent.name)
            if parent in {number, int(fields["PPid"])} and "VmHWM" in fields:
                peaks[number] = int(fields["VmHWM"].split()[0]) // 1024


if __name__ == "__main__":
    main()
