"""What kind of document a file is: by its content first, then by its ending."""

import re
from pathlib import Path

from dualuse.corpus.charset import decode, looks_binary
from dualuse.corpus.documents.content import Unreadable

ENDINGS = frozenset(
    {".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".pdf", ".docx"}
)
HEAD = 4096  # bytes that the decision needs

_MARKDOWN = frozenset({".md", ".markdown"})
_HTML = frozenset({".html", ".htm", ".xhtml"})
_PAGE = re.compile(
    r"\s{0,200}(?:<!--.{0,2000}?-->\s{0,200})?(?:<\?xml[^>]{0,200}>\s{0,200})?"
    r"<(?:!doctype\s+html|html|head|body|meta|title)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def document_kind(head: bytes, path: Path) -> str:
    """`pdf`, `docx`, `html`, `markdown` or `text`, for a file beginning with `head`.

    Raises:
        Unreadable: a format that is none of these.
    """
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    _refuse_foreign(head, path)
    ending = path.suffix.lower()
    if ending in _HTML or _PAGE.match(decode(head)):
        return "html"
    return "markdown" if ending in _MARKDOWN else "text"


def _refuse_foreign(head: bytes, path: Path) -> None:
    if head.startswith(_OLE):
        raise Unreadable(
            "an old Word file, or one with a password; save it as DOCX or PDF without one"
        )
    if head.startswith(b"{\\rtf"):
        raise Unreadable("an RTF file; save it as DOCX or PDF")
    if looks_binary(head):
        claimed = path.suffix.lower().lstrip(".")
        named = (
            f"not a {claimed.upper()} file" if path.suffix.lower() in ENDINGS else "not a document"
        )
        raise Unreadable(f"{named} but unknown binary data; give text, HTML, PDF or DOCX")
