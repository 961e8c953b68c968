from collections.abc import Callable

import pytest

from dualuse.models.facts.records import DateFact, Status
from dualuse.screening.announcements import announcements, stable_ids
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]


def test_the_most_relevant_comes_first_then_the_newest(make_result: Make) -> None:
    found = announcements(
        [
            make_result(path="a", relevance="medium", date="2026-05-01"),
            make_result(path="b", date="2025-05-01"),
            make_result(path="c", date="2026-05-01"),
            make_result(path="d", date=None),
            make_result(path="e", date="2026-05-01"),
        ]
    )
    assert [each.lead.path for each in found] == ["c", "e", "b", "d", "a"]


def test_texts_of_a_group_are_one_announcement(make_result: Make) -> None:
    results = [make_result(path=path, group="b") for path in "abc"]
    (found,) = announcements(results)
    assert found.lead.path == "b"
    assert [each.path for each in found.others] == ["a", "c"]
    assert len(found.texts) == 3


def test_days_are_those_of_the_first_text_that_tells_them(make_result: Make) -> None:
    lead = make_result(
        path="a",
        group="a",
        effective_date="2026-02-01",
        dates=(
            DateFact("issued", "2026-01-01", 0, 1),
            DateFact("effective", "2020-12-01", 2, 3),
            DateFact("effective", "2026-02-01", 4, 5),
            DateFact("effective", "2026-03-01", 6, 7),
            DateFact("effective", "2026-02-01", 8, 9),
            DateFact("expiry", None, 9, 10),
        ),
    )
    other = make_result(
        path="b",
        group="a",
        dates=(DateFact("effective", "2026-02-09", 0, 1), DateFact("expiry", "2027-01-01", 2, 3)),
    )
    (found,) = announcements([other, lead])
    told = [(each.role, each.day.isoformat(), each.told.path, each.start) for each in found.days()]
    assert told == [
        ("effective", "2026-02-01", "a", 4),
        ("effective", "2026-03-01", "a", 6),
        ("expiry", "2027-01-01", "b", 2),
    ]


NOTE = "suspended from 2025-11-07 until 2026-11-10 by 公告2025年第70号"
LATER = Status(
    "2026-11-24", "unknown", "2026-11-10", "the suspension expired on 2026-11-10: verify"
)


@pytest.mark.parametrize(
    ("status", "day", "told"),
    [
        (Status("2025-11-20", "in_force", None), "2025-12-01", ["effective 2025-12-01"]),
        (
            Status("2025-11-20", "suspended", "2026-11-10", NOTE),
            "2025-12-01",
            ["suspension_end 2026-11-10"],
        ),
        (LATER, "2025-12-01", ["suspension_end 2026-11-10"]),
        (
            Status("2026-11-01", "suspended", "2026-11-10", NOTE),
            "2025-04-04",
            ["effective 2025-04-04", "suspension_end 2026-11-10"],
        ),
        (
            Status("2026-11-01", "suspended", "2026-11-10", NOTE),
            "2026-11-11",
            ["suspension_end 2026-11-10", "effective 2026-11-11"],
        ),
        (Status("2026-11-01", "suspended", None), "2026-12-01", []),
        (Status("2026-11-01", "rescinded", "2026-10-01"), "2026-12-01", []),
        (Status("2026-11-01", "rescinded", None), "2026-12-01", []),
        (Status("2026-11-01", "expired", "2026-10-01"), "2026-12-01", []),
        (
            Status("2026-11-01", "expired", "2026-10-01"),
            "2026-01-01",
            ["effective 2026-01-01"],
        ),
        (
            Status("2026-11-01", "in_force", None, f"paragraph 2 {NOTE}"),
            "2025-12-01",
            ["effective 2025-12-01", "suspension_end 2026-11-10"],
        ),
        (
            Status("2026-11-01", "in_force", None, f"{NOTE}; resumed from 2026-05-01 by No. 80"),
            "2025-04-01",
            ["effective 2025-04-01"],
        ),
    ],
)
def test_days_heed_the_status(make_result: Make, status: Status, day: str, told: list[str]) -> None:
    dates = (DateFact("effective", day, 0, 1),)
    (found,) = announcements([make_result(path="a", dates=dates, status=status)])
    assert [f"{each.role} {each.day}" for each in found.days()] == told


def test_a_suspension_holds_for_all_texts_of_an_announcement(make_result: Make) -> None:
    dates = (DateFact("effective", "2025-12-01", 0, 1),)
    lead = make_result(path="a", group="a", dates=dates)
    status = Status("2025-11-20", "suspended", "2026-11-10", NOTE)
    other = make_result(path="b", group="a", dates=dates, status=status)
    (found,) = announcements([lead, other])
    assert [each.role for each in found.days()] == ["suspension_end"]


def test_what_puts_nothing_in_force_takes_effect_on_no_day(make_result: Make) -> None:
    dates = (DateFact("effective", "2020-08-17", 0, 1), DateFact("expiry", "2027-01-01", 2, 3))
    result = make_result(path="a", dates=dates, measures=("enforcement",))
    assert [each.role for each in announcements([result])[0].days()] == ["expiry"]
    status = Status("2026-11-01", "proposed", None)
    draft = make_result(path="a", dates=dates, measures=("consultation",), status=status)
    told = [each.words for each in announcements([draft])[0].days()]
    assert told == ["would take effect, if adopted", "expires"]


def test_the_end_of_a_suspension_is_told_once(make_result: Make) -> None:
    dates = (DateFact("suspension_end", "2026-11-10", 3, 4),)
    status = Status("2025-11-20", "suspended", "2026-11-10", NOTE)
    (found,) = announcements([make_result(path="a", dates=dates, status=status)])
    assert [(each.role, each.start) for each in found.days()] == [("suspension_end", 3)]


def test_names_stay_the_same_and_differ(make_result: Make) -> None:
    first = make_result(path="x/a.txt", number="公告2026年第1号")
    moved = make_result(path="y/a.txt", number="Announcement No. 1 of 2026")
    plain, other = make_result(path="a.txt"), make_result(path="b.txt")
    names = [stable_ids(announcements([each]))[0] for each in (first, moved, plain, other)]
    assert names[0] == names[1]
    assert len({*names}) == 3
    twice = stable_ids(announcements([first, moved]))
    assert len(set(twice)) == 2
