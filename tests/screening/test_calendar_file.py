import re
from collections.abc import Callable
from datetime import date
from typing import Any

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact
from dualuse.screening.announcements import announcements
from dualuse.screening.calendar_file import calendar
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]
DAY = date(2026, 6, 1)
HOSTILE = "a,b;c\\d\r\nEND:VCALENDAR\r\nBEGIN:VEVENT\x00\x1b \u202e公告" + "第一号" * 60


def made(*results: Triaged) -> str:
    return calendar(announcements(results), DAY)


def properties(text: str) -> list[tuple[str, str]]:
    """The unfolded lines of a calendar as name and value, checked after RFC 5545, 3.1."""
    assert text.endswith("\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    found = [re.fullmatch(r"([A-Z-]+(?:;[A-Z-]+=[A-Z-]+)*):(.*)", line) for line in lines]
    assert all(found)
    return [(match[1], match[2]) for match in found if match]


def events(text: str) -> list[dict[str, str]]:
    """The events, each once between its bounds."""
    found: list[dict[str, str]] = []
    inside = False
    for name, value in properties(text):
        if (name, value) == ("BEGIN", "VEVENT"):
            assert not inside
            inside = True
            found.append({})
        elif (name, value) == ("END", "VEVENT"):
            inside = False
        elif inside:
            assert name not in found[-1]
            found[-1][name] = value
    return found


def dated(make: Make, **fields: Any) -> Triaged:
    dates = (
        DateFact("effective", "2026-07-01", 0, 1),
        DateFact("suspension_end", "2026-12-31", 2, 3),
        DateFact("comment_deadline", "2026-06-15", 4, 5),
        DateFact("published", "2026-06-01", 6, 7),
    )
    return make(**{"dates": dates} | fields)


def test_each_day_to_watch_is_an_event_of_a_whole_day(make_result: Make) -> None:
    found = events(made(dated(make_result, title="Gallium")))
    assert [each["SUMMARY"] for each in found] == [
        "Comments due: Gallium",
        "Takes effect: Gallium",
        "Suspension ends: Gallium",
    ]
    assert found[2]["DTSTART;VALUE=DATE"] == "20261231"
    assert found[2]["DTEND;VALUE=DATE"] == "20270101"
    assert {each["DTSTAMP"] for each in found} == {"20260601T000000Z"}
    assert len({each["UID"] for each in found}) == 3


def test_the_frame_is_that_of_the_standard(make_result: Make) -> None:
    for text in (made(), made(dated(make_result))):
        lines = properties(text)
        assert lines[0] == ("BEGIN", "VCALENDAR")
        assert lines[-1] == ("END", "VCALENDAR")
        assert ("VERSION", "2.0") in lines
        assert [name for name, _ in lines].count("PRODID") == 1


def test_names_of_events_stay(make_result: Make) -> None:
    first = events(made(dated(make_result, title="One", number="公告2026年第1号")))
    later = events(
        calendar(
            announcements([dated(make_result, title="Two", number="公告2026年第1号", path="z")]),
            date(2027, 1, 1),
        )
    )
    assert [each["UID"] for each in first] == [each["UID"] for each in later]


def test_hostile_text_is_text(make_result: Make) -> None:
    result = dated(
        make_result,
        title=HOSTILE,
        path=f"{HOSTILE}.txt",
        number=HOSTILE,
        summary=(Sentence(HOSTILE, 0, 1),),
    )
    text = made(result)
    assert len(events(text)) == 3
    assert "\x00" not in text
    assert "\u202e" not in text
    assert events(text)[0]["SUMMARY"].startswith("Comments due: a\\,b\\;c\\\\d END:VCALENDAR")


def test_what_does_not_matter_is_left_out(make_result: Make) -> None:
    for relevance in ("none", "low"):
        assert events(made(dated(make_result, relevance=relevance))) == []
    assert len(events(made(dated(make_result, relevance="medium")))) == 3


def test_the_last_day_there_is(make_result: Make) -> None:
    end = (DateFact("comment_deadline", "9999-12-31", 0, 1),)
    (event,) = events(made(make_result(dates=end)))
    assert event["DTEND;VALUE=DATE"] == "99991231"


def test_an_end_of_another_generation_is_no_event(make_result: Make) -> None:
    dates = (DateFact("expiry", "2029-11-09", 0, 1), DateFact("expiry", "2062-11-09", 2, 3))
    found = events(made(make_result(date="2026-06-01", dates=dates)))
    assert [each["DTSTART;VALUE=DATE"] for each in found] == ["20291109"]
