import pytest

from dualuse.corpus.documents.html import read_html

PARAGRAPH = (
    "The Bureau of Industry and Security amends the Export Administration Regulations to add"
    " controls on certain lasers, cameras and machine tools that make parts of missiles. "
)
PAGE = f"""<!DOCTYPE html><html><head><title>Rule | BIS</title>
<meta name="PubDate" content="2026-01-06 18:00"></head><body><nav>Home About</nav><main>
<h1>New laser rule</h1><p>{PARAGRAPH * 3}</p><p>Second paragraph: {PARAGRAPH}</p>
<ul><li>first listed item is a laser</li><li>second listed item is a camera</li></ul>
<table><tr><td>6A005</td><td>lasers of high power</td></tr></table></main></body></html>"""


def test_text_title_and_date():
    content = read_html(PAGE.encode())
    assert content.title == "New laser rule"
    assert content.date == "2026-01-06"
    assert "first listed item is a laser" in content.text
    assert "lasers of high power" in content.text
    assert "6A005" in content.text


def test_paragraphs_are_lines():
    lines = read_html(PAGE.encode()).text.split("\n")
    assert sum("The Bureau" in line for line in lines) == 2


@pytest.mark.parametrize("actual", ["gb18030", "utf-8"])
@pytest.mark.parametrize("declared", ["shift_jis", "iso-8859-1", "gb2312", "utf-8"])
def test_a_wrong_charset_is_seen_through_in_chinese(actual: str, declared: str):
    text = "商务部决定对镓、锗相关物项实施出口管制。" * 4
    page = f'<html><head><meta charset="{declared}"></head><body><p>{text}</p></body></html>'
    assert text in read_html(page.encode(actual)).text


@pytest.mark.parametrize("actual", ["shift_jis", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("declared", ["gb2312", "iso-8859-1", "euc-jp", "utf-8"])
def test_a_wrong_charset_is_seen_through_in_japanese(actual: str, declared: str):
    text = "経済産業省は輸出貿易管理令の一部を改正する政令を公布しました。" * 4
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    assert text in read_html(f"<html><head>{head}</head><p>{text}</p></html>".encode(actual)).text


def test_a_page_in_which_trafilatura_finds_nothing_keeps_its_words():
    content = read_html(
        b"<html><title>Hi</title><body><table><tr><td>gallium<td>ban</table></body>"
    )
    assert "gallium" in content.text
    assert "ban" in content.text


def test_five_thousand_nested_elements_lose_nothing():
    page = "<html><body>" + "".join(f"<b>w{i} " for i in range(5_000)) + "</body></html>"
    assert read_html(page.encode()).text.split() == [f"w{i}" for i in range(5_000)]


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("big5", "經濟部公告修正戰略性高科技貨品出口實體管理名單，自即日生效。"),
        ("utf-16", "商务部决定对镓、锗相关物项实施出口管制。"),
        ("utf-16-le", "Ban on exports of gallium to military end users."),
        ("gb18030", "关于对稀土𠮷相关物项实施出口管制的公告。"),
        ("euc_jp", "外国為替及び外国貿易法に基づく輸出許可の対象を追加した。"),
    ],
)
@pytest.mark.parametrize("head", ["", '<meta charset="iso-8859-1">'])
def test_charsets_that_are_stated_wrongly_or_not_at_all(codec: str, text: str, head: str):
    page = f"<html><head>{head}</head><body><p>{text * 5}</p></body></html>"
    assert text * 5 in read_html(page.encode(codec)).text


def test_scripts_and_styles_are_not_text():
    page = b"<html><style>p{}</style><script>if (a<b) {'<p>x</p>'}</script><body><p>Ban.</body>"
    assert read_html(page).text == "Ban."


def test_an_xml_declaration_does_no_harm():
    page = '<?xml version="1.0" encoding="utf-8"?><html><body><p>Verbot für Güter</p></body></html>'
    assert read_html(page.encode()).text == "Verbot für Güter"


def test_no_stated_date_is_none():
    page = f"<html><body><p>On 3 May 2024 it began. {PARAGRAPH}</p></body></html>"
    assert read_html(page.encode()).date is None


def test_the_title_falls_back_to_the_first_line():
    assert read_html(b"<p>Notice 7</p><p>Text of it.</p>").title == "Notice 7"
