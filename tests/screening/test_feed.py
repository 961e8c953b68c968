from collections.abc import Callable
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact
from dualuse.screening.announcements import announcements
from dualuse.screening.feed import feed
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]
NAMES = {"a": "http://www.w3.org/2005/Atom"}
HOSTILE = "]]></title><script>alert(1)</script>&amp; \x00\x0b\ufffe\udcff\u202eend"


def made(*results: Triaged, day: date = date(2026, 6, 1)) -> ET.Element:
    text = feed(announcements(results), day, Path("feed.xml"))
    return ET.fromstring(text.encode("utf-8"))  # noqa: S314 - our own feed


def told(root: ET.Element, path: str) -> list[str | None]:
    return [each.text for each in root.findall(path, NAMES)]


def test_a_feed_has_what_the_standard_asks_for(make_result: Make) -> None:
    root = made(make_result(path="a"), make_result(path="b"))
    assert root.tag == "{http://www.w3.org/2005/Atom}feed"
    for element in (root, *root.findall("a:entry", NAMES)):
        for name in ("id", "title", "updated"):
            (value,) = told(element, f"a:{name}")
            assert value
    assert told(root, "a:author/a:name") == ["dualuse"]
    assert len({*told(root, ".//a:id")}) == 3
    assert all(str(each).startswith("urn:uuid:") for each in told(root, ".//a:id"))


def test_the_newest_comes_first_and_what_does_not_matter_not_at_all(make_result: Make) -> None:
    root = made(
        make_result(path="a", title="old", date="2025-01-01"),
        make_result(path="b", title="new", date="2026-01-01", relevance="medium"),
        make_result(path="c", title="low", relevance="low"),
        make_result(path="d", title="undated", date=None),
    )
    assert told(root, "a:entry/a:title") == ["new", "old", "undated"]


def test_an_entry_is_the_same_on_another_day(make_result: Make) -> None:
    results = [make_result(path="a"), make_result(path="b", date=None)]
    first, later = made(*results), made(*results, day=date(2027, 1, 1))
    for name in ("id", "updated", "published"):
        assert told(first, f"a:entry/a:{name}") == told(later, f"a:entry/a:{name}")


def test_copies_are_one_entry_that_names_them(make_result: Make) -> None:
    root = made(
        make_result(path="a", group="a", dates=(DateFact("expiry", "2026-12-31", 0, 1),)),
        make_result(path="b", group="a"),
    )
    (content,) = told(root, "a:entry/a:content")
    assert "2026-12-31: expires" in str(content)
    assert str(content).splitlines()[-2:] == ["Source: a", "Source: b"]


def test_hostile_text_is_text(make_result: Make) -> None:
    result = make_result(title=HOSTILE, path=HOSTILE, summary=(Sentence(HOSTILE, 0, 1),))
    root = made(result)
    (title,) = told(root, "a:entry/a:title")
    assert title == "]]></title><script>alert(1)</script>&amp; end"
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= {
        *("feed", "title", "id", "updated", "author", "name", "generator", "entry", "published"),
        *("category", "content"),
    }


def test_a_document_without_a_title_is_named_by_its_path(make_result: Make) -> None:
    assert told(made(make_result(title="", path="x.txt")), "a:entry/a:title") == ["x.txt"]
