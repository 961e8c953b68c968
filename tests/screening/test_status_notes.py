import time

import pytest

from dualuse.corpus.register import KnownLink, KnownMeasure
from dualuse.models.facts.records import Link, Status
from dualuse.screening.linking import Linked, link_states
from dualuse.screening.status_notes import is_lapsed, told_deeds


class _Facts:
    """What linking reads of a document."""

    def __init__(self, number: str, date: str, links: tuple[Link, ...] = ()) -> None:
        self.number = number
        self.issuing_country = "CN"
        self.date = self.effective_date = date
        self.dates = ()
        self.links = links


@pytest.mark.parametrize("relation", ["suspends", "repeals", "replaces", "amends", "corrects"])
def test_what_linking_notes_is_read_again(relation: str) -> None:
    one = Linked(
        "One", _Facts("公告2031年第7号", "2031-03-01"), Status("2031-06-01", "in_force", None)
    )
    link = Link(relation, "公告2031年第7号")  # type: ignore[arg-type]
    two = Linked("", _Facts("公告2031年第9号", "2031-05-02", (link,)), one.status)
    note = link_states([one, two], ())[0].note
    (deed,) = told_deeds(note)
    assert (deed.relation, deed.part, deed.since, deed.by) == (
        relation,
        None,
        "2031-05-02",
        "公告2031年第9号",
    )
    assert deed.written == note


def test_a_part_is_read_again() -> None:
    def known(name: str, day: str, until: str | None, *links: KnownLink) -> KnownMeasure:
        number = f"公告2031年第{name}号"
        return KnownMeasure(
            name, "CN", "MOFCOM", number, "", (), day, day, until, links, "https://x.example", day
        )

    pause = known("9", "2031-05-02", "2032-05-01", KnownLink("suspends", "7", "paragraph 2"))
    one = Linked(
        "", _Facts("公告2031年第7号", "2031-03-01"), Status("2031-06-01", "in_force", None)
    )
    (status,) = link_states([one], (known("7", "2031-03-01", None), pause))
    (deed,) = told_deeds(status.note)
    assert (deed.part, deed.until, deed.by) == ("paragraph 2", "2032-05-01", "公告2031年第9号")


def test_a_name_may_hold_a_semicolon_and_a_warning_is_no_deed() -> None:
    note = (
        "amended by Chips; a correction; suspended until 2026-11-10 by No. 70; the suspension "
        "expired on 2026-11-10: verify"
    )
    assert [each.by for each in told_deeds(note)] == ["Chips; a correction", "No. 70"]
    assert told_deeds(None) == told_deeds("expired on 2026-11-10: verify") == ()
    assert is_lapsed(Status("2026-11-24", "unknown", "2026-11-10", note))
    assert not is_lapsed(Status("2026-11-24", "unknown", None))


def test_a_hostile_note_takes_no_time() -> None:
    begun = time.perf_counter()
    for piece in ("; ", "suspended ", "a suspended from ", " by "):
        told_deeds(piece * 50_000)
    assert time.perf_counter() - begun < 5
