import io
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

import pytest

from dualuse.corpus.documents.archive import MOST_MEMBERS, Archive
from dualuse.corpus.documents.content import Unreadable
from dualuse.corpus.documents.read import DocumentReader, Found, PassedOver, Unread
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.records import PolicyDocument

NOTICE = b"Exports of gallium need a licence."


def packed(*members: tuple[str, bytes]) -> bytes:
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_STORED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return out.getvalue()


def legacy(*names: bytes) -> bytes:
    """A ZIP as old packers write it: names in a code page of their own, and no flag for UTF-8."""
    stand_ins = [f"{n:02}".ljust(len(name) - 4, "~") + ".txt" for n, name in enumerate(names)]
    data = packed(*((stand_in, NOTICE) for stand_in in stand_ins))
    for stand_in, name in zip(stand_ins, names, strict=True):
        data = data.replace(stand_in.encode(), name)
    return data


def read(tmp_path: Path, data: bytes, name: str = "a.zip") -> list[Found]:
    path = tmp_path / name
    path.write_bytes(data)
    with DocumentReader() as reader:
        return list(reader.read_each(path))


def names(tmp_path: Path, data: bytes) -> list[str]:
    return [str(each.path).removeprefix(f"{tmp_path}/") for each in read(tmp_path, data)]


@pytest.mark.parametrize(
    ("titles", "codec"),
    [
        (["商务部公告第一号.txt", "出口管制清单.txt"], "gbk"),
        (["輸出貿易管理令の改正.txt", "別表第一.txt"], "cp932"),
        (["Verfügung über Güter.txt"], "cp437"),
        (["公告.txt", "输出许可证管理.txt"], "utf-8"),
    ],
)
def test_names_in_the_packers_code_page(titles: list[str], codec: str):
    archive = Archive(io.BytesIO(legacy(*(title.encode(codec) for title in titles))))
    assert list(archive.names) == titles


def test_every_member_is_a_document(tmp_path: Path):
    data = packed(("2026/a.txt", NOTICE), ("公告.html", b"<p>" + NOTICE + b"</p>"), ("b.jpg", b"x"))
    assert names(tmp_path, data) == ["a.zip!b.jpg", "a.zip!2026/a.txt", "a.zip!公告.html"]


def test_what_is_no_document_is_told_as_in_a_folder(tmp_path: Path):
    hidden = [("__MACOSX/._a.txt", b"x"), (".DS_Store", b"x")]
    found = read(tmp_path, packed(("a.txt", NOTICE), ("annex/items.xlsx", b"PK"), *hidden))
    assert found[0] == PassedOver(tmp_path / "a.zip!annex/items.xlsx")
    assert [type(each) for each in found[1:]] == [PolicyDocument]


@pytest.mark.parametrize(
    ("member", "expected"),
    [
        ("b.txt", ["b.txt"]),
        ("in.zip", ["in.zip!t.csv", "in.zip!c.txt", "in.zip!d.txt"]),
        ("in.zip!d.txt", ["in.zip!d.txt"]),
    ],
)
def test_one_member_with_all_that_it_holds(tmp_path: Path, member: str, expected: list[str]):
    inner = packed(("c.txt", NOTICE), ("d.txt", NOTICE), ("t.csv", b"a;b"))
    (tmp_path / "a.zip").write_bytes(packed(("b.txt", NOTICE), ("in.zip", inner), ("e.jpg", b"")))
    with DocumentReader() as reader:
        found = list(reader.read_each(tmp_path / f"a.zip!{member}"))
    assert [str(each.path).removeprefix(f"{tmp_path}/a.zip!") for each in found] == expected
    assert not any(isinstance(each, Unread) for each in found)


def test_a_member_that_is_not_there_is_told(tmp_path: Path):
    (tmp_path / "a.zip").write_bytes(packed(("b.txt", NOTICE)))
    with DocumentReader() as reader:
        (found,) = reader.read_each(tmp_path / "a.zip!c.txt")
    assert isinstance(found, Unread)
    assert found.reason == f"{tmp_path}/a.zip!c.txt: a.zip holds no document of that name"


def test_members_of_one_name_are_told_apart(tmp_path: Path, reader: DocumentReader):
    twice = [("a/n.txt", NOTICE), ("a/n (2).txt", NOTICE), ("b/n.txt", NOTICE)]
    with pytest.warns(UserWarning, match="Duplicate name"):
        data = packed(
            *twice, ("a/n.txt", b"Exports of germanium need one too."), ("a/n.txt", NOTICE)
        )
    found = read(tmp_path, data)
    named = {str(each.path).partition("!")[2]: each for each in found}
    assert set(named) == {"a/n.txt", "a/n (2).txt", "b/n.txt", "a/n (3).txt", "a/n (4).txt"}
    third = named["a/n (3).txt"]
    assert isinstance(third, PolicyDocument)
    assert "germanium" in third.text
    again = reader.read(tmp_path / "a.zip!a/n (3).txt")
    assert again.text == third.text


def test_a_member_that_cannot_be_read_is_told_beside_the_others(tmp_path: Path):
    first, second, third = read(
        tmp_path, packed(("a.txt", b""), ("b.txt", NOTICE), ("c.pdf", b"%PDF-1.4 x"))
    )
    assert isinstance(first, Unread)
    assert first.reason == f"{tmp_path}/a.zip!a.txt: the file is empty; fetch or save it again"
    assert isinstance(second, PolicyDocument)
    assert isinstance(third, Unread)


def test_an_archive_in_an_archive_once(tmp_path: Path):
    inner = packed(("c.txt", NOTICE))
    assert names(tmp_path, packed(("b.zip", inner))) == ["a.zip!b.zip!c.txt"]
    (found,) = read(tmp_path, packed(("b.zip", packed(("c.zip", inner)))))
    assert "an archive in an archive in an archive" in found.reason


@pytest.mark.parametrize("name", ["../../etc/a.txt", "/etc/a.txt", "C:\\a.txt", "x/\n../a.txt"])
def test_a_name_leads_nowhere(tmp_path: Path, name: str):
    (found,) = names(tmp_path, packed((name, NOTICE)))
    assert ".." not in found
    assert "\n" not in found
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["a.zip"]


def test_a_document_by_name(tmp_path: Path, reader: DocumentReader):
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("x/a.txt", b""), ("x/b.txt", NOTICE)))
    assert reader.read(Path(f"{path}!x/b.txt")).text == NOTICE.decode()
    with pytest.raises(DualuseError, match="empty"):
        reader.read(Path(f"{path}!x/a.txt"))
    with pytest.raises(DualuseError, match=r"FILE!MEMBER"):
        reader.read(path)
    with pytest.raises(DualuseError, match=r"a\.zip holds no document of that name"):
        reader.read(Path(f"{path}!y.txt"))


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.eml", "b.zip!a.txt"])
def test_a_member_of_what_is_no_archive(tmp_path: Path, reader: DocumentReader, name: str):
    mail = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/plain\n\n" + NOTICE
    for own, data in (("a.txt", NOTICE), ("a.html", b"<p>" + NOTICE), ("a.eml", mail)):
        (tmp_path / own).write_bytes(data)
    (tmp_path / "b.zip").write_bytes(packed(("a.txt", NOTICE)))
    with pytest.raises(DualuseError, match="no archive, and nothing is attached to it") as refused:
        reader.read(tmp_path / f"{name}!x.txt")
    assert str(refused.value).startswith(f"{tmp_path / name}: ")
    assert str(refused.value).endswith("it holds no 'x.txt'")


def test_bombs_and_hosts_of_members_are_refused():
    blank = io.BytesIO()
    with ZipFile(blank, "w", 8) as archive:
        archive.writestr("a.txt", b" " * (8 << 20))
    with pytest.raises(Unreadable, match="ZIP bomb"):
        Archive(blank).read(0)
    many = packed(*((f"{n}.txt", b"") for n in range(MOST_MEMBERS + 1)))
    with pytest.raises(Unreadable, match="over 5000"):
        Archive(io.BytesIO(many))


def test_sizes_are_counted_not_believed():
    out = io.BytesIO()
    with ZipFile(out, "w", 8) as archive:
        archive.writestr("a.txt", b"x" * 1000)
    data = out.getvalue().replace((1000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(Unreadable, match="damaged"):
        Archive(io.BytesIO(data)).read(0)


def test_a_word_file_by_any_name_is_one(tmp_path: Path):
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "<w:p><w:r><w:t>Export ban</w:t></w:r></w:p>"
    xml = f'<w:document xmlns:w="{w}"><w:body>{body}</w:body></w:document>'
    (found,) = read(tmp_path, packed(("word/document.xml", xml.encode())), "a.zip")
    assert isinstance(found, PolicyDocument)
    assert (found.text, found.path) == ("Export ban", str(tmp_path / "a.zip"))


def test_what_macos_adds_is_passed_over():
    made = packed(("__MACOSX/._a.txt", b"x"), (".b.txt", b"x"), ("c.txt", NOTICE))
    assert Archive(io.BytesIO(made)).names == ("c.txt",)


def test_a_locked_archive_is_one_sentence():
    info = ZipInfo("a.txt")
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        archive.writestr(info, b"x")
    data = bytearray(out.getvalue())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(Unreadable, match="protected by a password"):
        Archive(io.BytesIO(bytes(data)))
