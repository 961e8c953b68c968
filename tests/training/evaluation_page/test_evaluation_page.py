import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser

import numpy as np
import pytest
from lxml import etree

from dualuse.training.comparison import compare
from dualuse.training.evaluation_page.page import evaluation_page
from dualuse.training.evaluation_page.part import Part, worked_out
from dualuse.training.judged import Judged

MakeJudged = Callable[..., Judged]
COUNT = 120
VOID = {"meta", "link", "br"}


class Tags(HTMLParser):
    """Notes what opens and closes, and every attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def products(judged: MakeJudged, seed: int, name: str) -> Judged:
    """Products, three in four judged rightly, with listed goods that mostly score higher."""
    chance = np.random.default_rng(seed)
    truth = ["6", "none", "5.1"] * (COUNT // 3)
    found = [label if chance.random() < 0.75 else "6" for label in truth]
    listed = [label != "none" for label in truth]
    scores = np.clip(np.where(listed, 0.7, 0.3) + chance.normal(scale=0.25, size=COUNT), 0, 1)
    return judged(
        truth,
        found,
        chance.uniform(0.4, 1, COUNT).tolist(),
        listed=listed,
        scores=scores.tolist(),
        texts=[f"<script>alert({place})</script> & \x07part no. {place}" for place in range(COUNT)],
        name=name,
    )


@pytest.fixture(scope="module")
def part(judged: MakeJudged) -> Part:
    new, old = products(judged, 1, "new <b>"), products(judged, 2, "old")
    return worked_out(new, None, (compare(old, new, rounds=20),), lambda _: None)


@pytest.fixture(scope="module")
def page(part: Part) -> str:
    return evaluation_page([part], date(2026, 11, 29))


def test_the_page_is_whole_and_asks_for_nothing(page: str) -> None:
    tags = Tags()
    tags.feed(page)
    assert not tags.open
    names = {name for _, name, _ in tags.attributes}
    assert not names & {"src", "srcset", "style", "onclick", "onload"}
    links = [value for tag, name, value in tags.attributes if name == "href"]
    assert links
    ids = {value for _, name, value in tags.attributes if name == "id"}
    assert all(link and link[1:] in ids and link[0] == "#" for link in links)
    assert "url(" not in page
    assert "http:" not in page.replace("http://www.w3.org", "")


def test_its_policy_allows_its_own_style_alone(page: str) -> None:
    style = page[page.index("<style>") + len("<style>") : page.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert f'content="{policy}"' in page


def test_texts_are_never_markup(page: str) -> None:
    assert "<script" not in page
    assert "&lt;script&gt;alert(" in page
    assert "\x07" not in page
    assert "new &lt;b&gt;" in page


def test_every_section_is_there(page: str) -> None:
    for title in (
        "Headline figures",
        "Against other models",
        "What is taken for what",
        "By part",
        "Calibration",
        "Errors among the surest, and what review buys",
        "What the decisions promise, and what happens",
        "Attacks with noise",
        "Hardest errors",
        "Size and speed",
    ):
        assert f">{title}</h3>" in page
    # A model that keeps no held-out answers shows none.
    assert "Families that the model has not seen" not in page


def test_the_confusion_matrix_counts_all_texts(page: str, part: Part) -> None:
    matrix = page[page.index('<table class="matrix">') :]
    cells = re.findall(r'<td class="[hm]\d">(\d+)</td>', matrix[: matrix.index("</table>")])
    assert sum(map(int, cells)) == len(part.judged.texts)
    right = re.findall(r'<td class="h\d">(\d+)</td>', matrix[: matrix.index("</table>")])
    assert sum(map(int, right)) == part.judged.correct.sum()


def test_charts_are_drawings_within_their_frame(page: str) -> None:
    charts = re.findall(r"<svg .*?</svg>", page)
    assert len(charts) == 4
    for chart in charts:
        drawing = etree.fromstring(chart)
        _, _, width, height = map(float, drawing.attrib["viewBox"].split())
        for line in drawing.iter("polyline"):
            for point in line.attrib["points"].split():
                x, y = map(float, point.split(","))
                assert 0 <= x <= width
                assert 0 <= y <= height


def test_figures_are_those_of_the_report(page: str, part: Part) -> None:
    value = part.report.sections[0].rows["all"]["accuracy"]
    assert f'<span class="name">accuracy</span><b>{value:.3f}</b>' in page


def test_changes_are_coloured_where_they_are_sure(judged: MakeJudged) -> None:
    truth = ["6"] * COUNT
    old, new = judged(truth, ["7"] * COUNT, name="old"), judged(truth, truth, name="new")
    made = worked_out(new, None, (compare(old, new, rounds=20),), lambda _: None)
    page = evaluation_page([made], date(2026, 11, 29))
    assert '<td class="better">+1.000</td>' in page
    back = worked_out(old, None, (compare(new, old, rounds=20),), lambda _: None)
    assert '<td class="worse">-1.000</td>' in evaluation_page([back], date(2026, 11, 29))


def test_many_labels_become_the_commonest_confusions(judged: MakeJudged) -> None:
    labels = [f"label {place % 30}" for place in range(COUNT)]
    found = ["label 3" if label == "label 7" else label for label in labels]
    made = worked_out(judged(labels, found, task="labels"), None, (), lambda _: None)
    page = evaluation_page([made], date(2026, 11, 29))
    assert 'class="matrix"' not in page
    row = '<tr><th scope="row">label 7</th><td class="words">label 3</td><td>4</td></tr>'
    assert row in page
    assert "What the decisions promise" not in page
