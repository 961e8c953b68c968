from collections.abc import Callable

from dualuse.models.facts.records import DateFact
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


def test_names_stay_the_same_and_differ(make_result: Make) -> None:
    first = make_result(path="x/a.txt", number="公告2026年第1号")
    moved = make_result(path="y/a.txt", number="Announcement No. 1 of 2026")
    plain, other = make_result(path="a.txt"), make_result(path="b.txt")
    names = [stable_ids(announcements([each]))[0] for each in (first, moved, plain, other)]
    assert names[0] == names[1]
    assert len({*names}) == 3
    twice = stable_ids(announcements([first, moved]))
    assert len(set(twice)) == 2
