import pytest

from dualuse.corpus.documents.plain import read_markdown, read_text


def test_the_title_is_the_first_short_line_and_stays_in_the_text():
    content = read_text("\n\n商务部公告2026年第1号\r\n\r\n禁止出口。".encode("gb18030"))
    assert content.title == "商务部公告2026年第1号"
    assert content.text == "商务部公告2026年第1号\n\n禁止出口。"


def test_a_long_first_line_is_no_title():
    assert read_text(b"word " * 100 + b"\nNotice 5\n").title == "Notice 5"


def test_one_long_line_gives_its_beginning():
    assert read_text(b"word " * 500).title == ("word " * 40)[:200]


def test_front_matter_gives_title_and_date():
    content = read_markdown(
        b'---\ntitle: "New rule"\ndate: 2026-01-06\n---\n\n# Heading\n\nText.\n'
    )
    assert (content.title, content.date) == ("New rule", "2026-01-06")
    assert content.text == "# Heading\n\nText."


@pytest.mark.parametrize("source", [b"intro\n\n# The *rule* #\n", b"The *rule*\n======\n\nintro"])
def test_the_first_heading_is_the_title(source: bytes):
    assert read_markdown(source).title == "The *rule*"


def test_an_impossible_date_is_none():
    assert read_markdown(b"---\ndate: 2026-13-45\n---\nText").date is None


def test_a_rule_is_not_front_matter():
    assert read_markdown(b"---\nText that goes on").text == "---\nText that goes on"
