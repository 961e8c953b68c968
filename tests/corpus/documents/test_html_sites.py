"""Pages as ministries, gazettes and newspapers build them; the texts are invented."""

from pathlib import Path

import pytest

from dualuse.corpus.documents.content import Content
from dualuse.corpus.documents.html import read_html

PAGES = Path(__file__).parent / "pages"
ENCODINGS = {"meti": "cp932", "mofcom": "gb18030"}


def read(name: str) -> Content:
    source = (PAGES / f"{name}.html").read_text(encoding="utf-8")
    return read_html(source.encode(ENCODINGS.get(name, "utf-8")))


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("bis", "Commerce strengthens restrictions on cryogenic coolers", "2031-06-02"),
        (
            "eurlex",
            (
                "COMMISSION DELEGATED REGULATION (EU) 2031/2003 of 8 September 2031 amending"
                " Regulation (EU) 2021/821 as regards the list of dual-use items"
            ),
            "2031-11-14",
        ),
        ("federal_register", "Additions of Entities to the Entity List", "2031-03-28"),
        ("meti", "輸出貿易管理令の一部を改正する政令が閣議決定されました", "2031-05-23"),
        (
            "mofcom",
            "商务部公告2031年第58号 公布对部分超导材料相关物项实施出口管制的决定",
            "2031-09-12",
        ),
        ("news", "Export curbs on superconducting wire jolt magnet makers", "2031-09-13"),
    ],
)
def test_title_and_date_of_publication(name: str, title: str, date: str):
    content = read(name)
    assert (content.title, content.date) == (title, date)


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        (
            "bis",
            [
                "- Two additions to the Entity List.",
                "3D904\tSoftware for 3A904\tNS, RS",
                "- Annex A: items subject to the rule (PDF)",
            ],
        ),
        (
            "eurlex",
            [
                "(2)\tThe common list needs to be updated to follow decisions taken",
                "3B903\tScanning electron microscope equipment designed for imaging semiconductor",
                "Article 2",
            ],
        ),
        (
            "federal_register",
            ["SUMMARY:", "DATES:", "RURITANIA\tZenda Photonics Institute, a.k.a. ZPI, Zenda."],
        ),
        (
            "meti",
            [
                "- 量子計算に用いる集積回路",
                "5の項(18)\t極低温冷却装置\t令和13年7月1日",
                "施行",
                "- 別紙2 参照条文（PDF形式：1,020KB）",
            ],
        ),
        (
            "mofcom",
            [
                "【发布文号】公告2031年第58号",
                "2\t铌三锡带材\t8112999010",
                "附件：1.两用物项出口许可证申请表.pdf",
                "2.最终用户和最终用途说明.docx",
            ],
        ),
        ("news", ["2030\t455", "The controls took effect at once. Companies said"]),
    ],
)
def test_text_tables_and_annexes_are_kept(name: str, lines: list[str]):
    found = read(name).text.split("\n")
    for line in lines:
        assert any(each.startswith(line) for each in found), line


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("bis", ["official website", "Licensing", "Return to top", "About BIS", "Press release"]),
        ("eurlex", ["Skip to main content", "cookies", "Case-law", "Legal notice"]),
        ("federal_register", ["My FR", "Reader Aids", "Printed version", "Browse"]),
        ("meti", ["ホーム", "ページトップ", "プライバシー", "本文へ", "Copyright"]),
        ("mofcom", ["首页", "当前位置", "相关阅读", "座谈会", "备案", "分享", "搜索"]),
        ("news", ["cookies", "Subscribe", "Advertisement", "recipes", "Celebrity", "First!"]),
    ],
)
def test_what_stands_around_the_text_is_left_out(name: str, words: list[str]):
    text = read(name).text
    assert [word for word in words if word in text] == []


def test_a_navigation_that_is_never_closed_hides_nothing():
    body = "<p>The ministry requires a licence for exports of gallium from 1 May 2031 on.</p>" * 8
    page = f'<html><body><div class="nav"><a>Home</a><div class="text">{body}</body></html>'
    assert read_html(page.encode()).text.count("licence for exports of gallium") == 8


def test_an_empty_cell_keeps_the_columns():
    rows = "<tr><td>1</td><td></td><td>gallium</td></tr><tr><td>2</td><td>x</td><td>tin</td></tr>"
    page = f"<html><body><p>{'List of goods under control. ' * 12}</p><table>{rows}</table></body>"
    assert "1\t\tgallium\n2\tx\ttin" in read_html(page.encode()).text
