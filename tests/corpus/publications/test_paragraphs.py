import json
from pathlib import Path

import pytest

from dualuse.corpus.errors import DualuseError
from dualuse.corpus.publications.paragraphs import (
    OfficialParagraph,
    entry_code,
    is_entry_code,
    read_publication,
)


def test_a_table_of_paragraphs_is_read(tmp_path: Path) -> None:
    path = tmp_path / "eu.csv"
    path.write_text(
        "Code,Kind,Text\n"
        "1C450.b.2.,item,First  words\n"
        "1C450.b.2,N.B.:,See elsewhere\n"
        ",item,nowhere\n"
        "1C451,item,\n",
        "utf-8",
    )
    assert read_publication(path) == [
        OfficialParagraph("1C450.b.2", "item", "First words"),
        OfficialParagraph("1C450.b.2", "note", "See elsewhere"),
    ]


def test_japanese_items_are_numbered_as_our_entries_number_them(tmp_path: Path) -> None:
    path = tmp_path / "jp.jsonl"
    rows = [
        {"kou": "7", "label": "7の項（8の2）", "text": "蓄電池"},
        {"kou": "16", "label": "16の項", "text": "貨物"},
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert [each.paragraph for each in read_publication(path)] == ["7(8の2)", "16"]
    assert {each.kind for each in read_publication(path)} == {"item"}


def test_xml_is_parsed_in_a_child(tmp_path: Path) -> None:
    path = tmp_path / "us.xml"
    path.write_text("<D><FP-2><B>6A003 Cameras.</B></FP-2></D>", "utf-8")
    assert read_publication(path) == [OfficialParagraph("6A003", "heading", "Cameras.")]


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.csv", "number,words\n1,x\n", "needs the columns one of paragraph"),
        ("a.csv", "text,words\n1,x\n", "needs the columns one of paragraph"),
        ("a.csv", "code,text\n,\n", "holds no paragraph"),
        ("a.xml", "<a>", "is no sound XML"),
        ("a.xml", "<a/>", "holds no entry"),
        ("a.xml", "", "empty"),
        ("a.docx", "x", "ending"),
    ],
)
def test_what_is_no_publication_is_one_sentence(
    name: str, content: str, words: str, tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(content, "utf-8")
    with pytest.raises(DualuseError, match=words):
        read_publication(path)


def test_codes_of_paragraphs() -> None:
    assert entry_code("3A001.a.5") == "3A001"
    assert entry_code("7(8の2)") == "7(8の2)"
    assert is_entry_code("3A001")
    assert not is_entry_code("1(10)")
