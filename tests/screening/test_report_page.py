from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from dualuse.corpus.documents.read import Unread
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.policy import PolicyModel
from dualuse.screening.briefing import Briefing
from dualuse.screening.report import report_page
from dualuse.screening.triage import PolicyScreener

HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)> & Notice '7'"


class Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def briefed(tiny_policy: PolicyModel) -> tuple[Briefing, PolicyDocument]:
    """A hostile document, briefed."""
    text = (
        f"{HOSTILE}\n\nExports of gallium to <b>Japan</b> are banned from 6 March 2026. {HOSTILE}."
    )
    document = PolicyDocument(HOSTILE, text, split_sentences(text, "en"), "en", f"{HOSTILE}.txt")
    return PolicyScreener(tiny_policy, date(2026, 6, 1)).brief(document), document


def test_what_a_document_says_is_never_markup(briefed: tuple[Briefing, PolicyDocument]) -> None:
    unread = Unread(Path("x"), f"{HOSTILE}: damaged")
    model = replace(briefed[0], model=HOSTILE, issuer=HOSTILE, number=HOSTILE)
    page = Page(report_page([(model, briefed[1])], [unread], date(2026, 6, 1)))
    assert {tag for tag, _ in page.tags} & {
        "script",
        "img",
        "iframe",
        "object",
        "link",
        "b",
    } == set()
    for _, attributes in page.tags:
        assert not any(name.startswith("on") for name in attributes)
        assert (attributes.get("href") or "#").startswith("#")
        assert "src" not in attributes
    assert page.text.count("<script>alert(1)</script>") >= 6


def test_the_page_forbids_scripts_and_the_network(
    briefed: tuple[Briefing, PolicyDocument],
) -> None:
    page = Page(report_page([briefed], [], date(2026, 6, 1)))
    policies = [each["content"] for tag, each in page.tags if tag == "meta" and "content" in each]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies


def test_the_text_is_whole_with_the_summary_marked(
    briefed: tuple[Briefing, PolicyDocument],
) -> None:
    page = Page(report_page([briefed], [], date(2026, 6, 1)))
    briefing, document = briefed
    assert document.text in page.text
    assert [tag for tag, _ in page.tags].count("mark") == len(briefing.summary) > 0


def test_every_document_is_in_the_index(briefed: tuple[Briefing, PolicyDocument]) -> None:
    page = Page(report_page([briefed, briefed], [], date(2026, 6, 1)))
    links = [each["href"] for tag, each in page.tags if tag == "a"]
    assert links == ["#document-0", "#document-1"]
    assert {f"#{each['id']}" for tag, each in page.tags if tag == "article"} == set(links)
    assert "2 documents" in page.text


def test_documents_that_were_not_read_are_named(
    briefed: tuple[Briefing, PolicyDocument],
) -> None:
    unread = [Unread(Path("a.pdf"), "a.pdf: damaged"), Unread(Path("b.pdf"), "b.pdf: a scan")]
    page = Page(report_page([briefed], unread, date(2026, 6, 1)))
    assert "a.pdf: damaged" in page.text
    assert "b.pdf: a scan" in page.text
    assert "Not read" not in Page(report_page([briefed], [], date(2026, 6, 1))).text


def test_the_command_writes_the_page(
    tmp_path: Path, notices: Path, policy_folder: Path, dualuse_command: Callable[..., Any]
) -> None:
    html = tmp_path / "report.html"
    (notices / "bad.pdf").write_bytes(b"%PDF-nonsense")
    run = dualuse_command("triage", notices, "--html", html, "--model", policy_folder)
    assert (run.status, run.out) == (3, "")
    page = Page(html.read_text("utf-8"))
    assert [tag for tag, _ in page.tags].count("article") == 4
    assert "bad.pdf" in page.text
