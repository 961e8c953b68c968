from collections.abc import Callable
from dataclasses import replace

import pytest

from dualuse.corpus.labels import MEASURES
from dualuse.models.facts.records import DateFact, Fact, Item, Link, Status
from dualuse.screening.brief.records import Brief

BriefOf = Callable[..., Brief]

LANGUAGES = ("en", "zh", "ja")
ENGLISH = (
    "China's Ministry of Commerce (MOFCOM), in Announcement No. 7 of 2026, bans exports "
    "and controls end uses and end users, as regards Japan. Goods named: gallium. Control "
    "codes: 3C001. Parties named: Acme. It applies from 6 March 2026. As of 24 November "
    "2026 it is in force. It suspends Announcement No. 61 of 2025. It also has exceptions. "
    "Legal basis: Export Control Law. The text is dated 6 January 2026."
)
CHINESE = (
    "中国商务部以2026年第7号公告针对日本禁止出口，并管控最终用户和最终用途。"
    "提及的物项：gallium。管制编码：3C001。点名的主体：Acme。自2026年3月6日起施行。"
    "截至2026年11月24日，该措施有效。该文件暂停实施2025年第61号公告。另载有例外规定。"
    "法律依据：Export Control Law。文件日期为2026年1月6日。"
)
JAPANESE = (
    "中国商務部は公告2026年第7号により、日本について、輸出を禁止し、"
    "最終用途と最終需要者を規制する。挙げられた品目：gallium。管理番号：3C001。"
    "名指しされた者：Acme。2026年3月6日から適用される。2026年11月24日時点で効力を有する。"
    "本文は公告2025年第61号を停止する。ほかに例外がある。法的根拠：Export Control Law。"
    "文書の日付は2026年1月6日。"
)


@pytest.mark.parametrize(("language", "text"), [("en", ENGLISH), ("zh", CHINESE), ("ja", JAPANESE)])
def test_a_brief_reads_in_each_language(brief_of: BriefOf, language: str, text: str) -> None:
    found = brief_of(language, full=True)
    assert found.text == text
    assert (found.language, found.composed) == (language, True)


def test_each_slot_cites_the_sentence_that_says_it(brief_of: BriefOf) -> None:
    slots = {
        (slot.field, slot.value): (slot.start, slot.end) for slot in brief_of("zh", full=True).slots
    }
    assert slots["issuer", "MOFCOM"][0] == slots["number", "Announcement No. 7 of 2026"][0] == 0
    second = slots["target_countries", "JP"]
    assert second == slots["effective_date", "2026-03-06"] == slots["items", "gallium"]
    assert second == slots["measures", "ban"] == slots["status", "in_force"]
    assert 0 < second[0] < slots["exceptions", "Medical uses are exempt."][0]
    # Nothing in the text says the code: no sentence is cited for it.
    assert slots["codes", "3C001"] == (0, 0)


def test_the_slots_are_the_same_in_all_languages(brief_of: BriefOf) -> None:
    assert len({brief_of(language, full=True).slots for language in LANGUAGES}) == 1


def test_a_measure_without_its_words_cites_what_drove_the_relevance(brief_of: BriefOf) -> None:
    (slot,) = brief_of("en", measures=("guidance",)).slots
    assert (slot.field, slot.value, slot.start, slot.end) == ("measures", "guidance", 64, 120)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("measure", MEASURES)
def test_every_measure_has_words(brief_of: BriefOf, language: str, measure: str) -> None:
    reported = brief_of(language, measures=(measure,))
    acted = brief_of(language, measures=(measure,), issuer="METI")
    assert reported.text != acted.text
    assert "{" not in reported.text + acted.text
    assert reported.text[-1] in ".。"


@pytest.mark.parametrize(
    ("changes", "text"),
    [
        ({"measures": ("none",)}, "The text is about export control and brings no new duty."),
        ({"relevance": "low"}, "The text only touches on export control."),
        ({"relevance": "none"}, "The text is not about export control of dual-use goods."),
        ({}, "The text reports an export ban."),
        (
            {"target_countries": ("JP", "US")},
            "The text reports an export ban, as regards Japan and the United States.",
        ),
        ({"scope": "all"}, "The text reports an export ban. It covers all dual-use items."),
        ({"issuing_country": "JP"}, "An authority of Japan bans exports."),
        ({"issuer": "Nobody's Office"}, "Nobody's Office bans exports."),
    ],
)
def test_nothing_is_said_without_its_fact(
    brief_of: BriefOf, changes: dict[str, object], text: str
) -> None:
    assert brief_of("en", **changes).text == text


def test_long_lists_are_cut_and_counted(brief_of: BriefOf) -> None:
    items = tuple(Item(f"item {place}", 0, 0) for place in range(8))
    assert "item 3, item 4 and 3 more." in brief_of("en", items=items).text
    assert "item 3、item 4等共8项。" in brief_of("zh", items=items).text
    assert "item 3、item 4など計8件。" in brief_of("ja", items=items).text


def test_names_with_commas_stay_apart(brief_of: BriefOf) -> None:
    items = (Item("lasers, pulsed", 0, 0), Item("nuts and bolts", 0, 0))
    assert "Goods named: lasers, pulsed; nuts and bolts." in brief_of("en", items=items).text


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (
            Status("2026-11-24", "expired", "2026-11-10"),
            "it is past its end, 10 November 2026: verify",
        ),
        (Status("2026-11-24", "in_force", "2027-01-31"), "it is in force until 31 January 2027."),
        (Status("2026-11-24", "announced", None), "it is announced and not yet in force."),
        (Status("2026-11-24", "suspended", "2026-12-01"), "it is suspended until 1 December 2026."),
    ],
)
def test_the_status_is_that_of_the_day(brief_of: BriefOf, status: Status, words: str) -> None:
    assert f"As of 24 November 2026 {words}" in brief_of("en", status=status).text


def test_an_unknown_status_is_not_told(brief_of: BriefOf) -> None:
    assert "As of" not in brief_of("en").text
    case = brief_of("en", measures=("enforcement",), status=Status("2026-11-24", "in_force", None))
    assert "As of" not in case.text


SUSPENDED = "suspended from 2025-11-07 until 2026-11-10 by 商务部公告2025年第70号"
LAPSED = Status(
    "2026-11-24",
    "unknown",
    "2026-11-10",
    f"{SUSPENDED}; the suspension expired on 2026-11-10: verify",
)
PARTLY = Status(
    "2026-11-24",
    "in_force",
    None,
    "paragraph 2 suspended from 2025-11-09 until 2026-11-27 by 公告2025年第72号",
)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "The text reports an export ban. It was set to apply from 1 December 2025. It was "
                "suspended from 7 November 2025 until 10 November 2026 by Announcement No. 70 of "
                "2025. That suspension has ended; what holds on 24 November 2026 must be verified."
            ),
        ),
        (
            "zh",
            (
                "文件所述措施：出口禁令。原定自2025年12月1日起施行。该措施自2025年11月7日起"
                "至2026年11月10日止暂停实施（依据2025年第70号公告）。"
                "上述暂停期已过；截至2026年11月24日是否有效，须核实。"
            ),
        ),
        (
            "ja",
            (
                "本文が伝える措置は、輸出禁止である。2025年12月1日から適用される予定だった。"
                "本措置は2025年11月7日から2026年11月10日まで停止された（公告2025年第70号による）。"
                "この停止の期限は過ぎており、2026年11月24日時点の効力は確認を要する。"
            ),
        ),
    ],
)
def test_a_suspension_that_is_over_is_told(brief_of: BriefOf, language: str, text: str) -> None:
    assert brief_of(language, status=LAPSED, effective_date="2025-12-01").text == text


def test_an_end_without_its_suspension_is_told_too(brief_of: BriefOf) -> None:
    status = replace(LAPSED, note="the suspension expired on 2026-11-10: verify")
    found = brief_of("en", status=status)
    assert "suspended until 10 November 2026; what holds on 24 November" in found.text
    assert ("status", "unknown") in {(slot.field, slot.value) for slot in found.slots}
    assert "曾暂停至2026年11月10日" in brief_of("zh", status=status).text
    assert "2026年11月10日まで停止されていた" in brief_of("ja", status=status).text


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "en",
            (
                "it is in force. Its paragraph 2 was suspended from 9 November 2025 until "
                "27 November 2026 by Announcement No. 72 of 2025."
            ),
        ),
        ("zh", "其中第2款自2025年11月9日起至2026年11月27日止暂停实施（依据2025年第72号公告）。"),
        ("ja", "そのうち第2項は2025年11月9日から2026年11月27日まで停止された（公告2025年"),
    ],
)
def test_what_others_did_to_a_part_is_told(brief_of: BriefOf, language: str, words: str) -> None:
    found = brief_of(language, status=PARTLY)
    assert words in found.text
    assert "verified" not in found.text
    assert ("status", PARTLY.note) in {(slot.field, slot.value) for slot in found.slots}
    over = brief_of("en", status=replace(PARTLY, as_of="2026-12-01"))
    assert "what holds on 1 December 2026 must be verified." in over.text


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (Status("2026-11-24", "proposed", None), "If adopted, it would apply from 1 December 2025"),
        (Status("2026-11-24", "rescinded", "2026-01-01"), "It applied from 1 December 2025."),
        (Status("2026-11-24", "rescinded", "2025-11-01"), "It was set to apply from 1 December"),
        (Status("2026-11-24", "suspended", None, "suspended from 2026-01-01 by X"), "It applied"),
        (Status("2026-11-24", "suspended", "2026-12-01", SUSPENDED), "It was set to apply from"),
        (Status("2026-11-24", "in_force", None), "It applies from 1 December 2025."),
    ],
)
def test_the_first_day_is_told_as_it_stands(brief_of: BriefOf, status: Status, words: str) -> None:
    assert words in brief_of("en", status=status, effective_date="2025-12-01").text
    for language in ("zh", "ja"):
        plain = brief_of(language, effective_date="2025-12-01").text
        told = brief_of(language, status=status, effective_date="2025-12-01").text
        assert told.startswith(plain) == (status.state == "in_force")


@pytest.mark.parametrize("measures", [("enforcement",), ("enforcement", "guidance")])
def test_what_puts_nothing_in_force_applies_from_no_day(
    brief_of: BriefOf, measures: tuple[str, ...]
) -> None:
    found = brief_of(
        "en",
        measures=measures,
        effective_date="2020-08-17",
        status=Status("2026-11-24", "in_force", None),
    )
    assert "appl" not in found.text


def test_until_when_to_comment(brief_of: BriefOf) -> None:
    days = (DateFact("comment_deadline", "2026-05-04", 64, 70),)
    found = brief_of("en", measures=("consultation",), dates=days)
    assert "Comments are due by 4 May 2026." in found.text
    assert ("dates", "2026-05-04") in {(slot.field, slot.value) for slot in found.slots}


@pytest.mark.parametrize(
    ("number", "english", "chinese"),
    [
        ("公告2026年第1号", "Announcement No. 1 of 2026", "2026年第1号公告"),
        ("商务部2026年第11号公告", "Announcement No. 11 of 2026", "2026年第11号公告"),
        ("二〇二三年の公告第二十三号", "Announcement No. 23 of 2023", "2023年第23号公告"),
        ("Announcement No. 18 of 2025", "Announcement No. 18 of 2025", "2025年第18号公告"),
        ("第56号公告", "Announcement No. 56", "第56号公告"),
        ("商务部公告第56号", "Announcement No. 56", "第56号公告"),
        ("Announcement No. 56", "Announcement No. 56", "第56号公告"),
        ("MOFCOM and GACC Announcement No. 56", "Announcement No. 56", "第56号公告"),
        ("No. 56", "No. 56", "第56号"),
        ("第56号", "No. 56", "第56号"),
        ("商务部令2024年第1号", "商务部令2024年第1号", "商务部令2024年第1号"),
        ("告示第二号", "告示第二号", "告示第二号"),
        ("89 FR 51644", "89 FR 51644", "89 FR 51644"),
        ("〔2025〕31号", "〔2025〕31号", "〔2025〕31号"),
    ],
)
def test_numbers_of_announcements_are_put_into_the_language(
    brief_of: BriefOf, number: str, english: str, chinese: str
) -> None:
    links = (Link("amends", number),)
    assert f"It amends {english}." in brief_of("en", links=links).text
    assert f"该文件修改{chinese}。" in brief_of("zh", links=links).text


def test_a_place_outside_any_sentence_is_kept(brief_of: BriefOf) -> None:
    facts = (Fact("relevance", "x", 0, 9), Fact("issuer", "METI", 9_000, 9_004))
    found = brief_of("en", issuer="METI", facts=facts)
    assert (found.slots[0].start, found.slots[0].end) == (9_000, 9_004)


def test_what_two_sources_tell_is_told_once(brief_of: BriefOf) -> None:
    note = (
        "suspended from 2025-11-07 by 商务部公告2025年第70号; amended from 2025-11-09 by "
        "公告2025年第72号; suspended from 2025-11-07 by 2025年第70号公告; paragraph 2 suspended "
        "from 2025-11-09 by 公告2025年第72号"
    )
    found = brief_of("en", status=Status("2026-11-24", "suspended", None, note)).text
    assert found.count("Announcement No. 70 of 2025") == 1
    assert found.count("Announcement No. 72 of 2025") == 1
    assert "amended" not in found
