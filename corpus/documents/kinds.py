"""What kind of document a file is: by its content first, then by its ending."""

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath, PurePosixPath

from dualuse.corpus.charset import decode, looks_binary
from dualuse.corpus.documents.content import Unreadable

_TEXT = frozenset({".txt", ".text"})
_MARKDOWN = frozenset({".md", ".markdown"})
_HTML = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MAIL = frozenset({".eml", ".mht", ".mhtml"})
_PACKED = frozenset({".pdf", ".docx", ".zip"})
ENDINGS = _TEXT | _MARKDOWN | _HTML | _MAIL | _PACKED
# Documents too, so whoever drops a folder must hear that they were not read.
_FOREIGN = {
    ".doc": "an old Word file; save it as DOCX or PDF",
    ".docm": "a Word file with macros; save it as DOCX or PDF",
    ".dot": "an old Word file; save it as DOCX or PDF",
    ".wps": "a WPS file; save it as DOCX or PDF",
    ".rtf": "an RTF file; save it as DOCX or PDF",
    ".odt": "an OpenDocument file; save it as DOCX or PDF",
    ".pages": "a Pages file; export it as DOCX or PDF",
    ".epub": "an e-book (EPUB); save it as HTML or PDF",
    ".ppt": "a PowerPoint file; save it as PDF",
    ".pptx": "a PowerPoint file; save it as PDF",
    ".msg": "an Outlook file; save it as EML or as text",
    ".hwp": "a Hangul file; save it as DOCX or PDF",
    ".ofd": "an OFD file; save it as PDF",
    ".caj": "a CAJ file; save it as PDF",
    ".jtd": "an Ichitaro file; save it as DOCX or PDF",
    ".7z": "a 7z archive; unpack it, or pack it as ZIP",
    ".rar": "a RAR archive; unpack it, or pack it as ZIP",
    ".lzh": "an LZH archive; unpack it, or pack it as ZIP",
}
HEAD = 4096  # bytes that the decision needs

_PAGE = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<\?xml[^>]{0,200}>\s{0,200})?"
    r"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_HEAD = re.compile(
    rb"(?:From [^\r\n]{1,200}\r?\n)?(?:Return-Path|Received|Delivered-To|From|To|Date|Subject"
    rb"|Message-ID|MIME-Version|X-[\w-]{1,40}|DKIM-Signature|Reply-To):",
    re.IGNORECASE,
)
_MAIL_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SPOKEN_WITH_VOWEL = frozenset("AEFHILMNORSX")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def is_document_name(path: PurePath) -> bool:
    """Whether a file in a folder or an archive counts as a document, by its name.

    Those that are documents of a kind that can't be read count too; hidden files do not.
    """
    ending = path.suffix.lower()
    return (ending in ENDINGS or ending in _FOREIGN) and not is_hidden(path)


def is_hidden(path: PurePath) -> bool:
    """Whether nobody put a file there for a reader: hidden, a lock file of Word, one of macOS."""
    return path.name.startswith((".", "~$")) or "__MACOSX" in path.parts


def holds_others(path: PurePath) -> bool:
    """Whether a file is of a kind that holds documents: a message or an archive, by its name."""
    return path.suffix.lower() in _MAIL | {".zip"}


def document_kind(head: bytes, path: PurePath) -> str:
    """`pdf`, `zip` (or DOCX), `mail`, `html`, `markdown` or `text`, for a file that begins so.

    Raises:
        Unreadable: a format that is none of these.
    """
    ending = path.suffix.lower()
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        return "zip"  # which may show a PDF, stored as it is
    if b"%PDF-" in head[:1024]:
        return "pdf"
    _refuse_foreign(head, ending)
    if ending in _MAIL or (_MAIL_HEAD.match(head) and _MAIL_VERSION.search(head)):
        return "mail"
    if ending in _HTML or _PAGE.match(decode(head)):
        return "html"
    return "markdown" if ending in _MARKDOWN else "text"


def _refuse_foreign(head: bytes, ending: str) -> None:
    if ending in _FOREIGN and (looks_binary(head) or ending in {".rtf", ".doc"}):
        raise Unreadable(_FOREIGN[ending])
    if head.startswith(_OLE):
        raise Unreadable(
            "an old Office file, or one with a password; save it as DOCX or PDF without one"
        )
    if head.startswith(b"{\\rtf"):
        raise Unreadable("an RTF file; save it as DOCX or PDF")
    if looks_binary(head):
        claimed = ending.lstrip(".").upper()
        article = "an" if claimed[:1] in _SPOKEN_WITH_VOWEL else "a"
        named = f"not {article} {claimed} file" if ending in ENDINGS else "not a document"
        raise Unreadable(f"{named} but unknown binary data; give text, HTML, PDF, DOCX or EML")


def label(name: str) -> str:
    """A member's name as a label: one line of text that leads out of no folder."""
    steps = (step.strip() for step in re.split(r"[/\\]+", _CONTROLS.sub(" ", name)))
    kept = [step for step in steps if step not in {"", ".", ".."}]
    return printable("/".join(kept))[:300] or "unnamed"


def told_apart(names: Sequence[str]) -> tuple[str, ...]:
    """The names of members, those that came before with a number: `notice.pdf`, `notice (2).pdf`.

    Archives and messages may hold several members of one name, which are several documents.
    """
    taken, seen = set(names), Counter[str]()
    result = []
    for name in names:
        seen[name] += 1
        own, path = name, PurePosixPath(name)
        while seen[name] > 1 and own in taken:
            own = str(path.with_name(f"{path.stem} ({seen[name]}){path.suffix}"))
            seen[name] += own in taken
        taken.add(own)
        result.append(own)
    return tuple(result)


def printable(name: str) -> str:
    """A name on one line, with control characters and bytes that are no UTF-8 as escapes."""
    escaped = name.encode("utf-8", "backslashreplace").decode()
    return _CONTROLS.sub(lambda found: ascii(found.group())[1:-1], escaped)
