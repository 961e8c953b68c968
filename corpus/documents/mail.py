"""E-mail messages (RFC 5322, MIME) and saved pages in MIME (MHTML), with the standard library."""

import re
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from itertools import islice
from pathlib import PurePath

from dualuse.corpus.charset import decode
from dualuse.corpus.documents.content import Content, Unreadable, first_line, one_line, tidy
from dualuse.corpus.documents.html import read_html
from dualuse.corpus.documents.kinds import is_document_name, label, told_apart

_MOST_PARTS = 1_000
_IGNORED = frozenset({"image", "audio", "video", "font", "multipart"})
_SIGNATURES = re.compile(
    r"application/(?:(?:x-)?pkcs7-signature|pgp-signature|pgp-keys)|text/x?-?vcard"
)
_ENCRYPTED = re.compile(r"application/(?:(?:x-)?pkcs7-mime|pgp-encrypted)")
_DELIMITER = re.compile(
    rb"^--(?=[^\r\n]*[a-z0-9])([^\s\"\\][^\r\n\"\\]{0,69}?)[ \t]*\r?\n(?=[a-z-]+:|[\r\n])",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_DELIMITERS = 8
_ENDINGS = {
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "message/rfc822": ".eml",
    "text/html": ".html",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}


class Mail:
    """A message: its own text, and the documents attached to it by their place in `names`.

    Raises:
        Unreadable: it is no message, or has parts beyond reason.
    """

    def __init__(self, data: bytes) -> None:
        self._message = _parsed(data.lstrip(b"\r\n\t \xef\xbb\xbf"))
        if not self._message.keys():
            raise Unreadable("not an e-mail (it has no header); save the message again as EML")
        self._bodies: list[Message] = []
        self._attached: list[Message] = []
        self._parts = 0
        self._sort(self._message)
        self.names = told_apart([_name(part) for part in self._attached])

    def _sort(self, part: Message) -> None:
        """Put each part among the bodies or the attachments; what only decorates is left out."""
        self._parts += 1
        if self._parts > _MOST_PARTS:
            raise Unreadable(f"the message has over {_MOST_PARTS} parts; save its text")
        kind = part.get_content_type()
        if kind == "message/rfc822" and part is not self._message:
            self._attached.append(part)
        elif part.is_multipart():
            for inner in part.get_payload():
                if isinstance(inner, Message):
                    self._sort(inner)
        elif part.get_content_disposition() == "attachment" or part.get_filename():
            if _is_document(part):
                self._attached.append(part)
        elif kind in {"text/plain", "text/html"}:
            self._bodies.append(part)

    def content(self) -> Content:
        """The message's own text with its subject and date; empty where all is attached."""
        if _ENCRYPTED.match(self._message.get_content_type()):
            raise Unreadable("the message is encrypted; open it and save it again without")
        text = _body(self._bodies)
        title = _header(self._message, "subject") or first_line(text)
        return Content(text, title, _date(self._message))

    def read(self, place: int) -> bytes:
        """The bytes of an attachment."""
        part = self._attached[place]
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner.as_bytes() if isinstance(inner, Message) else b""
        return _bytes(part)


def _parsed(data: bytes) -> Message:
    """The message; where its header names a boundary that its parts do not have, by theirs.

    One that says it has parts and has none is a text.
    """
    message = message_from_bytes(data)
    if message.get_content_maintype() != "multipart" or message.is_multipart():
        return message
    for found in islice(_DELIMITER.finditer(data), _MOST_DELIMITERS):
        if data.count(b"--" + found[1]) > 1:
            # Of two such headers the first counts.
            kind = b'Content-Type: multipart/mixed; boundary="' + found[1] + b'"\n'
            again = message_from_bytes(kind + data)
            if again.is_multipart():
                return again
    del message["Content-Type"], message["Content-Disposition"]
    message["Content-Type"] = "text/html" if b"<html" in data.lower() else "text/plain"
    return message


def _is_document(part: Message) -> bool:
    """Whether an attachment counts: by its name, or because nobody attaches it as a decoration."""
    if is_document_name(PurePath(_name(part))):
        return True
    kind = part.get_content_type()
    decorates = part.get_content_maintype() in _IGNORED or _SIGNATURES.fullmatch(kind)
    return part.get_content_disposition() == "attachment" and not decorates


def _body(parts: list[Message]) -> str:
    """The plain text; that of the HTML where it says much more (plain ones are often stubs)."""
    plain = tidy("\n\n".join(_text(p) for p in parts if p.get_content_type() == "text/plain"))
    pages = [_bytes(p) for p in parts if p.get_content_type() == "text/html"]
    charsets = [p.get_content_charset() for p in parts if p.get_content_type() == "text/html"]
    rich = tidy("\n\n".join(read_html(*each).text for each in zip(pages, charsets, strict=True)))
    return rich if len(rich) > 2 * len(plain) else plain


def _text(part: Message) -> str:
    return decode(_bytes(part), part.get_content_charset())


def _bytes(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _name(part: Message) -> str:
    """The attachment's name; for one without, what it is."""
    if found := _words(part.get_filename() or ""):
        return label(found)
    kind = part.get_content_type()
    if kind == "message/rfc822" and isinstance(inner := part.get_payload(0), Message):
        subject = label(_header(inner, "subject"))
        return f"{subject.replace('/', '-')[:100]}.eml"
    return f"attachment{_ENDINGS.get(kind, '')}"


def _header(message: Message, name: str) -> str:
    """A header in words; one in raw bytes of an old encoding is decoded by evidence."""
    raw = next((value for key, value in message.raw_items() if key.lower() == name), "")
    return _words(str(raw))


def _words(value: str) -> str:
    raw = value.encode("utf-8", "surrogateescape")
    if not raw.isascii():
        return one_line(decode(raw))
    words = []
    try:
        for piece, charset in decode_header(value):
            words.append(piece if isinstance(piece, str) else decode(piece, charset))
    except (ValueError, LookupError):  # broken encoded words
        return one_line(value)
    return one_line("".join(words))


def _date(message: Message) -> str | None:
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
