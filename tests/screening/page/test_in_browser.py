"""The report page in a headless Chromium: filters, links, phone, print, dark."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact, Fact, Status
from dualuse.screening.page.page import report_page
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]
DAY = date(2026, 6, 1)
SHOWN = (
    "[...document.querySelectorAll('article')].filter((e) => e.offsetParent)"
    ".map((e) => e.querySelector('h3').textContent).join()"
)
HOSTILE = "</script><script>document.title='taken'</script><img src=x onerror=alert(1)>\u202e"


@pytest.fixture
def page(tmp_path: Path, make_result: Make) -> Path:
    """A page of four announcements, one of two texts."""
    ban = "Exports of gallium are banned. It applies from 6 March 2026. " + "More words. " * 300
    place = ban.index("It applies")
    results = [
        make_result(
            path="a",
            group="a",
            title="Alpha",
            text=ban,
            date="2026-03-01",
            target_countries=("JP",),
            effective_date="2026-03-06",
            dates=(DateFact("effective", "2026-03-06", place + 16, place + 28),),
            status=Status("2026-06-01", "in_force", None),
            summary=(Sentence("Exports of gallium are banned.", 0, 30),),
            facts=(Fact("effective_date", "2026-03-06", place + 16, place + 28),),
        ),
        make_result(path="a2", group="a", title="アルファ", language="ja", text="ＧＡＬＬＩＵＭ。"),
        make_result(
            path="b",
            title="Beta",
            issuing_country="US",
            measures=("licence_requirement", "guidance"),
            categories=("5.1",),
            date="2026-02-01",
            dates=(DateFact("comment_deadline", "2026-07-01", 0, 1),),
        ),
        make_result(path="c", title="Gamma", relevance="medium", text=HOSTILE, issuer=HOSTILE),
        make_result(path="d", title="Delta", relevance="none", measures=("none",), text="Bread."),
    ]
    path = tmp_path / "page.html"
    path.write_text(report_page(results, [], DAY), "utf-8")
    return path


def choose(browser: Any, **values: str) -> str:
    """The titles shown once the filters are set."""
    sets = "".join(f"form.elements.{name}.value = {value!r};" for name, value in values.items())
    browser.value(
        f"(() => {{ const form = document.getElementById('filters'); form.reset(); {sets}"
        "form.dispatchEvent(new Event('input')); })()"
    )
    browser.value("new Promise((done) => setTimeout(done, 200))")
    shown: str = browser.value(SHOWN)
    return shown


def test_the_page_loads_nothing_and_complains_of_nothing(browser: Any, page: Path) -> None:
    browser.open(page)
    assert browser.complaints() == []
    assert browser.requests() == [page.as_uri()]
    assert browser.value("document.title") == "Export-control triage, 2026-06-01"
    assert browser.value("getComputedStyle(document.querySelector('article')).borderLeftStyle")


def test_what_is_injected_into_the_page_does_not_run(browser: Any, page: Path) -> None:
    source = page.read_text("utf-8")
    breach = "<script>document.title = 'taken'</script><img src='http://127.0.0.1:9/x'>"
    page.write_text(source.replace("</main>", f"{breach}</main>"), "utf-8")
    browser.open(page)
    assert browser.value("document.title") != "taken"
    assert any("Content Security Policy" in each for each in browser.complaints())


def test_filters_combine(browser: Any, page: Path) -> None:
    browser.open(page)
    assert choose(browser) == "Alpha,Beta,Gamma,Delta"
    assert choose(browser, relevance="high") == "Alpha,Beta"
    assert choose(browser, issuer="CN", measure="ban") == "Alpha,Gamma"
    assert choose(browser, measure="guidance") == "Beta"
    assert choose(browser, category="5.1") == "Beta"
    assert choose(browser, target="JP") == "Alpha"
    assert choose(browser, status="in_force") == "Alpha"
    assert choose(browser, issuer="US", target="JP") == ""
    assert browser.value("document.getElementById('shown').textContent") == "0 of 4 shown"
    assert choose(browser, words="bread") == "Delta"
    # Width and case do not count, and the copy's text is searched too.
    assert choose(browser, words="アルファ ｇａｌｌｉｕｍ") == "Alpha"
    assert choose(browser, words="gallium", issuer="US") == ""


def test_the_overview_and_the_days_follow_the_filters(browser: Any, page: Path) -> None:
    browser.open(page)
    choose(browser, target="JP")
    rows = "[...document.querySelectorAll('tbody tr')].filter((e) => e.offsetParent).length"
    assert browser.value(rows) == 1
    days = "[...document.querySelectorAll('ol.days li')].filter((e) => e.checkVisibility()).length"
    assert browser.value(days) == 0  # Beta's day ahead is hidden, Alpha's is behind
    browser.value("document.querySelector('button[type=reset]').click()")
    browser.value("new Promise((done) => setTimeout(done, 50))")
    assert browser.value(rows) == 4
    assert browser.value(days) == 1


def test_a_fact_leads_to_its_sentence(browser: Any, page: Path) -> None:
    browser.size(1000, 700)
    browser.open(page)
    mark = "document.querySelector('mark:target')"
    link = "document.querySelector('dd a[href=\"#d0p1\"]')"
    assert not browser.value(f"{link}.closest('article').querySelector('details.source').open")
    browser.value(f"{link}.click()")
    browser.value("new Promise((done) => setTimeout(done, 200))")
    assert browser.value(f"{mark}.textContent") == "It applies from 6 March 2026."
    assert browser.value(f"{mark}.closest('details').open")
    assert browser.value(f"document.activeElement === {mark}")
    top = browser.value(f"{mark}.getBoundingClientRect().top")
    assert 0 <= top < 700


def test_a_link_to_what_a_filter_hides_shows_it(browser: Any, page: Path) -> None:
    browser.open(page)
    assert choose(browser, target="JP") == "Alpha"
    browser.value("location.hash = '#d2'")
    browser.value("new Promise((done) => setTimeout(done, 200))")
    assert browser.value(SHOWN) == "Alpha,Beta,Gamma,Delta"


def test_without_scripts_the_page_is_whole(browser: Any, page: Path) -> None:
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    try:
        browser.open(page, "#d0p1")
        assert browser.value(SHOWN) == "Alpha,Beta,Gamma,Delta"
        assert browser.value("document.getElementById('filters').offsetParent === null")
        opened = "document.querySelector('mark:target').closest('details').open"
        assert browser.value(opened)
    finally:
        browser.call("Emulation.setScriptExecutionDisabled", value=False)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_no_width_makes_the_page_scroll_sideways(browser: Any, page: Path, width: int) -> None:
    browser.size(width, 800, phone=width < 500)
    browser.open(page, "#d0p1")
    assert browser.value("document.documentElement.scrollWidth") <= width
    small = (
        "[...document.querySelectorAll('select, input, button')]"
        ".filter((e) => e.getBoundingClientRect().height < 32).length"
    )
    assert browser.value(small) == 0


def contrast(browser: Any, selector: str) -> float:
    """How far the colours of an element's text and of what lies behind it are apart (WCAG 2)."""
    found: float = browser.value(
        f"""(() => {{
        const light = (colour) => {{
            const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((each) => each / 255)
                .map((each) => each <= 0.03928 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        }};
        const element = document.querySelector({selector!r});
        let back = element;
        while (back && getComputedStyle(back).backgroundColor === 'rgba(0, 0, 0, 0)') {{
            back = back.parentElement;
        }}
        const pair = [getComputedStyle(element).color,
            back ? getComputedStyle(back).backgroundColor : 'rgb(255, 255, 255)'].map(light);
        return (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
        }})()"""
    )
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_text_can_be_read_in_light_and_dark(browser: Any, page: Path, scheme: str) -> None:
    browser.media(prefers_color_scheme=scheme)
    try:
        browser.open(page, "#d0p1")
        selectors = (
            *("h1", ".level.high", ".level.medium", ".level.none", "dd a", "dt", ".path", "label"),
            *("mark.told", "mark.fact", "td.issued", ".role.comment_deadline", "summary"),
        )
        found = {each: contrast(browser, each) for each in selectors}
        assert min(found.values()) >= 4.5, found
    finally:
        browser.media()


def test_print_leaves_out_what_paper_can_not_do(browser: Any, page: Path) -> None:
    browser.open(page)
    browser.call("Emulation.setEmulatedMedia", media="print")
    try:
        for selector in ("#filters", "details.source", ".skip"):
            shown = f"getComputedStyle(document.querySelector({selector!r})).display"
            assert browser.value(shown) == "none"
        assert browser.value(SHOWN) == "Alpha,Beta,Gamma,Delta"
    finally:
        browser.call("Emulation.setEmulatedMedia", media="")
    assert len(browser.call("Page.printToPDF")["data"]) > 10_000
