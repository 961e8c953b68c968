from email.message import EmailMessage
from pathlib import Path

import pytest

from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.mail import Mail
from dualuse.corpus.documents.read import DocumentReader, Unread
from dualuse.corpus.records import PolicyDocument

NOTICE = "经国务院批准，决定对镓、锗相关物项实施出口管制。"


def message(body: str = "See the notice attached.", **headers: str) -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = headers.get("subject", "Export alert")
    made["Date"] = headers.get("date", "Tue, 06 Jan 2026 18:05:00 +0800")
    made.set_content(body)
    return made


def test_body_subject_and_date():
    content = Mail(bytes(message(NOTICE, subject="关于镓的公告"))).content()
    assert (content.text, content.title, content.date) == (NOTICE, "关于镓的公告", "2026-01-06")


def test_without_a_subject_the_first_line_is_the_title():
    body = "Export licences for gallium\n\nThey are needed from 1 March 2026."
    assert Mail(bytes(message(body, subject=""))).content().title == "Export licences for gallium"
    assert Mail(bytes(message("\n", subject=" "))).content().title == ""


@pytest.mark.parametrize("codec", ["gb18030", "utf-8"])
@pytest.mark.parametrize("declared", ["us-ascii", "gb2312", "iso-8859-1", "x-unknown"])
def test_raw_bytes_of_any_charset(codec: str, declared: str):
    subject = "关于对镓锗相关物项实施出口管制的公告".encode(codec)
    head = b"Subject: " + subject + b"\nMIME-Version: 1.0\nContent-Transfer-Encoding: 8bit\n"
    kind = f"Content-Type: text/plain; charset={declared}\n\n".encode()
    content = Mail(head + kind + (NOTICE * 3).encode(codec)).content()
    assert content.text == NOTICE * 3
    assert content.title == subject.decode(codec)


def test_html_is_read_where_the_plain_text_is_a_stub():
    made = message("Your program cannot show this message.")
    made.add_alternative(f"<html><body><p>{NOTICE * 4}</p></body></html>", subtype="html")
    assert Mail(bytes(made)).content().text == NOTICE * 4


@pytest.mark.parametrize("named", [b'boundary="of-another-mail"', b"charset=utf-8"])
@pytest.mark.parametrize("ends", [b"\n", b"\r\n"])
def test_parts_are_found_where_the_header_names_another_boundary(named: bytes, ends: bytes) -> None:
    made = message(NOTICE)
    made.add_attachment(NOTICE.encode(), "text", "plain", filename="公告.txt")
    made.set_boundary("its-own")
    wrong = bytes(made).replace(b'boundary="its-own"', named)
    mail = Mail(wrong.replace(b"\n", ends))
    assert mail.content().text == NOTICE
    assert list(mail.names) == ["公告.txt"]


def test_parts_within_parts_are_found_by_the_outer_boundary() -> None:
    made = message("A stub.")
    made.add_alternative(f"<html><body><p>{NOTICE * 4}</p></body></html>", subtype="html")
    made.add_attachment(NOTICE.encode(), "text", "plain", filename="公告.txt")
    made.set_boundary("outer")
    mail = Mail(bytes(made).replace(b'boundary="outer"', b'boundary="other"'))
    assert mail.content().text == NOTICE * 4
    assert list(mail.names) == ["公告.txt"]


@pytest.mark.parametrize(
    "parameters", ["boundary=q", "name*=utf-8''%E5%85%AC", "name*=bogus''x", 'boundary="<a>"']
)
@pytest.mark.parametrize(
    "body", [NOTICE, f"{NOTICE}\n------\nContent-free.", f"<html><p>{NOTICE}</p></html>"]
)
def test_a_message_that_says_it_has_parts_and_has_none_is_a_text(
    parameters: str, body: str
) -> None:
    head = f"Subject: x\nMIME-Version: 1.0\nContent-Type: multipart/mixed; {parameters}\n\n"
    text = Mail((head + body).encode()).content().text
    assert text.startswith(NOTICE)
    assert "<" not in text


def test_plain_text_is_read_where_it_says_as_much():
    made = message(NOTICE * 2)
    made.add_alternative(f"<p>{NOTICE * 2}</p><p>Unsubscribe</p>", subtype="html")
    assert Mail(bytes(made)).content().text == NOTICE * 2


def test_attachments_are_documents_of_their_own(tmp_path: Path, reader: DocumentReader):
    made = message()
    made.add_attachment(NOTICE.encode("gb18030"), "text", "plain", filename="公告.txt")
    made.add_attachment(b"\x89PNG", "image", "png", filename="logo.png")
    made.add_attachment(b"PK\x03\x04x", "application", "octet-stream", filename="goods.xlsx")
    inner = message(NOTICE, subject="Fwd: rule")
    made.add_attachment(inner)
    path = tmp_path / "mail.eml"
    path.write_bytes(bytes(made))
    found = list(reader.read_each(path))
    assert [str(each.path).removeprefix(f"{path}") for each in found] == [
        "",
        "!公告.txt",
        "!goods.xlsx",
        "!Fwd: rule.eml",
    ]
    assert [isinstance(each, Unread) for each in found] == [False, False, True, False]
    assert isinstance(found[1], PolicyDocument)
    assert found[1].text == NOTICE
    assert reader.read(path).text == "See the notice attached."
    assert reader.read(Path(f"{path}!公告.txt")).text == NOTICE


def test_a_message_that_only_carries_is_no_document(tmp_path: Path, reader: DocumentReader):
    made = message("\n")
    made.add_attachment(NOTICE.encode(), "text", "plain", filename="a.txt")
    path = tmp_path / "mail.eml"
    path.write_bytes(bytes(made))
    assert [each.path for each in reader.read_each(path)] == [f"{path}!a.txt"]


def test_encoded_names_and_those_that_lead_out():
    made = message()
    made.add_attachment(b"x", "application", "pdf", filename="../../etc/规定.pdf")
    assert Mail(bytes(made)).names == ("etc/规定.pdf",)
    raw = bytes(made).replace(b"filename*=", b"filename==?utf-8?b?6KeE5a6aLnBkZg==?= ;x=")
    assert Mail(raw).names == ("规定.pdf",)


def test_a_saved_page_is_a_message_too(tmp_path: Path, reader: DocumentReader):
    made = EmailMessage()
    made["Subject"] = "Rule"
    made.set_content(f"<html><body><p>{NOTICE * 3}</p></body></html>", subtype="html")
    path = tmp_path / "page.mht"
    path.write_bytes(bytes(made))
    assert reader.read(path).text == NOTICE * 3


def test_a_message_by_its_head_whatever_the_ending(tmp_path: Path, reader: DocumentReader):
    path = tmp_path / "saved.txt"
    path.write_bytes(bytes(message(NOTICE)))
    document = reader.read(path)
    assert (document.title, document.text) == ("Export alert", NOTICE)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"no header here\n", "no header"),
        (b"MIME-Version: 1.0\nContent-Type: application/pkcs7-mime\n\nAAAA", "encrypted"),
    ],
)
def test_what_is_no_message_or_locked(data: bytes, words: str):
    with pytest.raises(Unreadable, match=words):
        Mail(data).content()


def test_a_broken_date_is_none():
    assert Mail(bytes(message(date="yesterday"))).content().date is None


def test_a_thousand_parts_are_enough():
    part = b"--x\nContent-Type: text/plain\n\nword\n"
    head = b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n"
    with pytest.raises(Unreadable, match="1000 parts"):
        Mail(head + part * 1_100 + b"--x--\n")
