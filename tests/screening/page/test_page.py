"""The report page as text: what it holds, and that nothing in it acts."""

import base64
import hashlib
import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.documents.read import Unread
from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact, Fact, Item, Link, Party, Status
from dualuse.screening.brief.records import Brief
from dualuse.screening.page.page import report_page
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]
DAY = date(2026, 6, 1)
HOSTILE = (
    "\"><script>alert(1)</script></style><img src=x onerror=alert(2)> <!-- ' & "
    "\x00\x1b]0;title\x07\u202eevil\ud800 عربي </details></article>"
)
VOID = {"meta", "input", "img"}


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text; fails where tags do not match."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self._open: list[str] = []
        self.feed(page)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self._open or self._open[-1] not in {"style", "script"}:
            self.text += data

    def of(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.tags if name == tag]


def hostile(make: Make) -> Triaged:
    """A result in which all that can be text is hostile."""
    text = f"{HOSTILE}\n\nExports of gallium are banned from 6 March 2026. {HOSTILE}."
    end = len(text)
    return make(
        text=text,
        path=f"{HOSTILE}.txt",
        title=HOSTILE,
        issuer=HOSTILE,
        number=HOSTILE,
        scope=HOSTILE,
        measures=(HOSTILE,),
        target_countries=(HOSTILE,),
        codes=(HOSTILE,),
        hs_codes=(HOSTILE,),
        legal_basis=(HOSTILE,),
        items=(Item(HOSTILE, 0, 10),),
        parties=(Party(HOSTILE, HOSTILE, HOSTILE, 0, 10),),
        links=(Link("amends", HOSTILE),),
        exceptions=(Fact("exceptions", HOSTILE, 0, 10),),
        dates=(DateFact("effective", "2026-03-06", end - 9, end),),
        summary=(Sentence(HOSTILE, 0, len(HOSTILE)),),
        facts=(Fact("number", HOSTILE, 0, 10),),
        model=HOSTILE,
    )


def test_what_a_document_says_is_never_markup(make_result: Make) -> None:
    copy = make_result(text=HOSTILE, path="copy", title=HOSTILE, group=f"{HOSTILE}.txt")
    unread = [Unread(Path("x"), f"{HOSTILE}: damaged")]
    source = report_page([hostile(make_result), copy], unread, DAY)
    page = Page(source)
    assert not {tag for tag, _ in page.tags} & {"img", "iframe", "object", "link", "base", "b"}
    assert len(page.of("script")) == len(page.of("style")) == len(page.of("article")) == 1
    for tag, attributes in page.tags:
        assert not any(name.startswith("on") or name == "style" for name in attributes)
        assert not {"src", "action", "srcdoc", "xlink:href"} & set(attributes), tag
        assert attributes.get("href", "#").startswith("#")
    assert page.text.count("<script>alert(1)</script>") >= 12
    assert not re.search("[\x00\x07\x1b\u202e\ud800]", source)
    source.encode("utf-8")


def test_the_policy_allows_its_own_style_and_script_alone(make_result: Make) -> None:
    source = report_page([hostile(make_result)], [], DAY)
    (policy,) = re.findall('Content-Security-Policy" content="([^"]*)"', source)
    parts = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    for kind in ("style", "script"):
        (content,) = re.findall(f"<{kind}>(.*?)</{kind}>", source, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert parts[f"{kind}-src"] == f"'sha256-{digest}'"
    others = {"default-src", "base-uri", "form-action"}
    assert {name: parts[name] for name in others} == dict.fromkeys(others, "'none'")
    assert set(parts) == others | {"style-src", "script-src"}
    assert "http" not in re.sub("http-equiv", "", source)


def test_every_link_and_label_has_its_end(make_result: Make) -> None:
    copy = make_result(text="Copy. It applies.", path="copy", group=f"{HOSTILE}.txt")
    page = Page(report_page([hostile(make_result), copy, make_result(path="z")], [], DAY))
    ids = [each["id"] for _, each in page.tags if "id" in each]
    assert len(ids) == len(set(ids))
    named = [each["href"][1:] for each in page.of("a")]
    named += [each["for"] for each in page.of("label")]
    named += [each["aria-labelledby"] for _, each in page.tags if "aria-labelledby" in each]
    named += [each["data-of"] for _, each in page.tags if "data-of" in each]
    assert len(named) > 20
    assert set(named) <= set(ids)
    fields = {each["id"] for tag in ("select", "input") for each in page.of(tag)}
    assert fields == {each["for"] for each in page.of("label")}


def test_the_page_has_landmarks_and_languages(make_result: Make) -> None:
    page = Page(report_page([make_result(text="公告。", title="公告", language="zh")], [], DAY))
    tags = [tag for tag, _ in page.tags]
    for tag in ("header", "main", "footer", "h1"):
        assert tags.count(tag) == 1
    assert page.of("html") == [{"lang": "en"}]
    assert {"lang": "zh", "dir": "auto"}.items() <= page.of("h3")[0].items()
    assert page.of("form")[0]["role"] == "search"


def test_each_fact_leads_to_its_sentence(make_result: Make) -> None:
    text = "Notice.\nExports of gallium (3C001) are banned. It applies from 6 March 2026."
    at = text.index
    result = make_result(
        text=text,
        codes=("3C001",),
        effective_date="2026-03-06",
        dates=(DateFact("effective", "2026-03-06", at("6 March"), len(text) - 1),),
        items=(Item("gallium", at("gallium"), at(" (3C")),),
        facts=(
            Fact("codes", "3C001", at("3C001"), at(")")),
            Fact("effective_date", "2026-03-06", at("6 March"), len(text) - 1),
            Fact("issuer", "MOFCOM", 0, 0),
        ),
        summary=(Sentence("Exports of gallium (3C001) are banned.", 8, at(" It applies")),),
    )
    source = report_page([result], [], DAY)
    marks = dict(re.findall('<mark id="([^"]*)"[^>]*>(.*?)</mark>', source))
    banned, applies = marks["d0p0"], marks["d0p1"]
    assert banned == "Exports of gallium (3C001) are banned."
    assert applies == "It applies from 6 March 2026."
    assert '<a href="#d0p0"><bdi>3C001</bdi></a>' in source
    assert '<a href="#d0p0"><bdi>gallium</bdi></a>' in source
    assert source.count('<a href="#d0p1"><time datetime="2026-03-06">') == 2  # fact and timeline
    assert "<dd><bdi>MOFCOM</bdi> (<bdi>CN China</bdi>)</dd>" in source
    assert text in Page(source).text


def test_a_result_without_its_text_has_no_links_to_it(make_result: Make) -> None:
    result = make_result(facts=(Fact("codes", "3C001", 3, 8),), codes=("3C001",))
    source = report_page([result], [], DAY)
    assert "<mark" not in source
    assert "<dd><bdi>3C001</bdi></dd>" in source


def test_a_long_text_is_cut_to_what_is_cited(make_result: Make) -> None:
    filler = "Nothing of note stands in this sentence. " * 5000
    key = "Exports of gallium are banned."
    text = f"{filler}{key} {filler}"
    place = text.index(key)
    result = make_result(text=text, summary=(Sentence(key, place, place + len(key)),))
    source = report_page([result], [], DAY)
    assert len(source) < 60_000
    assert f'class="told" tabindex="-1">{key}</mark>' in source
    assert f"[… {len(filler):,} characters left out …]" in source
    assert f"of {len(text):,} characters only what is cited" in source


def test_an_endless_sentence_and_many_values_do_not_swell_the_page(make_result: Make) -> None:
    text = "gallium " * 100_000
    items = tuple(Item(f"gallium {n}", 8 * n, 8 * n + 7) for n in range(20_000))
    parties = tuple(Party(f"Acme {n} " * 99, None, None, 8 * n, 8 * n + 7) for n in range(20_000))
    codes = tuple(f"3C{n:03}" for n in range(1000))
    result = make_result(text=text, items=items, parties=parties, codes=codes, title="x " * 99_999)
    source = report_page([result], [], DAY)
    assert len(source) < 250_000
    assert "and 19,976 more" in source
    assert "and 976 more" in source


def test_many_documents_leave_less_room_for_each(make_result: Make) -> None:
    text = "Exports of gallium are banned from 6 March 2026. " * 700
    results = [make_result(text=text, path=f"{n}.txt") for n in range(1000)]
    source = report_page(results, [], DAY)
    assert len(source) < 12_000_000
    assert source.count("<article") == 1000


def test_the_most_relevant_comes_first_then_the_newest(make_result: Make) -> None:
    results = [
        make_result(path="a", title="A", relevance="low", date="2026-05-01"),
        make_result(path="b", title="B", date="2025-01-01"),
        make_result(path="c", title="C", date="2026-01-01"),
    ]
    source = report_page(results, [], DAY)
    assert re.findall('<h3 id="[^"]*" lang="en" dir="auto">(.)</h3>', source) == ["C", "B", "A"]


def test_copies_are_folded_under_their_announcement(make_result: Make) -> None:
    results = [
        make_result(path="a", title="公告", language="zh", group="a", text="公告。"),
        make_result(path="b", title="Notice", group="a", text="Notice.", target_countries=("JP",)),
        make_result(path="c", title="Other", group="c"),
    ]
    source = report_page(results, [], DAY)
    page = Page(source)
    assert len(page.of("article")) == 2
    assert "1 more text of this announcement" in page.text
    assert "3 documents, 2 announcements" in page.text
    assert '<details id="d0x0"><summary><span lang="en" dir="auto">Notice</span>' in source
    # A filter on what only the copy says finds the announcement.
    assert page.of("article")[0]["data-target"] == "JP"


def test_documents_that_were_not_read_are_named(make_result: Make) -> None:
    unread = [Unread(Path("a.pdf"), "a.pdf: damaged"), Unread(Path("b.pdf"), "b.pdf: a scan")]
    page = Page(report_page([make_result()], unread, DAY))
    assert "Not read (2)" in page.text
    assert "a.pdf: damaged" in page.text
    assert "b.pdf: a scan" in page.text
    assert "Not read" not in Page(report_page([make_result()], [], DAY)).text


def test_the_days_to_watch_are_in_order_ahead_and_behind(make_result: Make) -> None:
    days = ("2026-12-31", "2026-06-01", "2026-05-31", "1990-01-01", "9999-12-31")
    dates = tuple(DateFact("comment_deadline", day, 0, 1) for day in days)
    source = report_page([make_result(dates=dates)], [], DAY)
    section = source[source.index('class="days"') : source.index("Overview")]
    rows = re.findall(r"<li data-of[^>]*><time datetime=\"([^\"]*)\"", section)
    assert rows == ["2026-06-01", "2026-12-31", "9999-12-31", "2026-05-31", "1990-01-01"]
    assert "Earlier days (2)" in section
    assert "2 days lie outside" in section
    assert section.count("<circle") == 3


@pytest.mark.parametrize("day", [date.min, date.max, date(2026, 6, 1)])
def test_any_day_can_be_that_of_the_report(make_result: Make, day: date) -> None:
    dates = (
        DateFact("expiry", "0001-01-01", 0, 1),
        DateFact("comment_deadline", "9999-12-31", 0, 1),
    )
    assert "Days to watch" in report_page([make_result(dates=dates)], [], day)


def test_a_page_without_days_has_no_timeline(make_result: Make) -> None:
    assert "Days to watch" not in report_page([make_result()], [], DAY)


def test_the_command_writes_the_page(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Callable[..., Any]
) -> None:
    html = tmp_path / "report.html"
    (notices / "bad.pdf").write_bytes(b"%PDF-nonsense")
    run = dualuse_command("triage", notices, "--html", html, "--model", policy_folder)
    assert (run.status, run.out) == (3, "")
    page = Page(html.read_text("utf-8"))
    assert len(page.of("article")) == 4
    assert "bad.pdf" in page.text


def test_a_brief_is_told_and_marked_as_composed(make_result: Make) -> None:
    brief = Brief("zh", f"商务部禁止出口。{HOSTILE}", True, ())
    page = Page(report_page([make_result(brief=brief)], [], DAY))
    assert "商务部禁止出口。" in page.text
    assert "composed from the facts" in page.text
    assert [each["lang"] for each in page.of("p") if each.get("class") == "brief"] == ["zh"]
    assert "composed from" not in Page(report_page([make_result()], [], DAY)).text


def test_the_first_day_of_a_proposal_is_conditional(make_result: Make) -> None:
    day = (DateFact("effective", "2026-07-01", 0, 1),)
    result = make_result(status=Status("2026-06-01", "proposed", None), dates=day)
    page = report_page([result], [], DAY)
    assert "would take effect, if adopted</span>" in page
    assert "2026-07-01 would take effect, if adopted: " in page
