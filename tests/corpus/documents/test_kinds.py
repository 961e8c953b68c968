from pathlib import Path

import pytest

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.kinds import document_kind


@pytest.mark.parametrize(
    ("head", "name", "kind"),
    [
        (b"%PDF-1.7\n", "a.txt", "pdf"),
        (b"\xef\xbb\xbf junk %PDF-1.4", "a.pdf", "pdf"),
        (b"PK\x03\x04....", "a", "zip"),
        (b"  <!DOCTYPE html><p>", "a.txt", "html"),
        ("<html>".encode("utf-16"), "a.txt", "html"),
        (b"plain words", "a.htm", "html"),
        (b"plain words", "a.MD", "markdown"),
        (b"plain words", "a.pdf", "text"),
        (b"a < b and <html", "a", "text"),
    ],
)
def test_content_comes_before_the_ending(head: bytes, name: str, kind: str):
    assert document_kind(head, Path(name)) == kind


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "save it as DOCX"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "not a PDF file but unknown binary data"),
    ],
)
def test_foreign_formats_say_what_to_do(head: bytes, words: str):
    with pytest.raises(Unreadable, match=words):
        document_kind(head, Path("a.pdf"))


@pytest.mark.parametrize(("name", "claim"), [("a.eml", "an EML"), ("a.docx", "a DOCX")])
def test_what_a_file_claims_to_be_is_said_in_english(name: str, claim: str):
    with pytest.raises(Unreadable, match=f"^not {claim} file but unknown binary data"):
        document_kind(b"\x89PNG\r\n\x1a\n", Path(name))
