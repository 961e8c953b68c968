"""Which texts are of one announcement, on built cases and on the training documents."""

from collections.abc import Callable
from itertools import combinations
from typing import Any

from dualuse.corpus.records import LabelledPolicy, PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.corpus.store import load_policy
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Item, Party
from dualuse.screening.fingerprint import fingerprint
from dualuse.screening.grouping import groups, leaders
from dualuse.screening.triaged import Triaged

Make = Callable[..., Triaged]


def grouped(*results: Triaged) -> list[list[int]]:
    return groups([(each.briefing, each.fingerprint) for each in results])


def test_the_same_number_in_three_languages(make_result: Make) -> None:
    found = grouped(
        make_result(path="b", number="Announcement No. 1 of 2026", date="2026-01-09"),
        make_result(path="a", number="商务部公告2026年第1号", language="zh", date="2026-01-06"),
        make_result(path="c", number="公告2026年第1号", language="ja", issuing_country=None),
        make_result(path="d", number="Announcement No. 2 of 2026"),
        make_result(path="e", number="Announcement No. 1 of 2026", issuing_country="IN"),
    )
    assert found == [[1, 2, 0], [3], [4]]


def test_two_ministries_with_one_number_are_two(make_result: Make) -> None:
    found = grouped(
        make_result(path="a", number="商务部公告2026年第18号"),
        make_result(path="b", number="海关总署公告2026年第18号"),
        make_result(path="c", number="商务部、海关总署公告2026年第18号"),
    )
    assert [1] in found


def test_the_leader_is_the_most_relevant_then_the_earliest(make_result: Make) -> None:
    number = {"number": "Announcement No. 1 of 2026"}
    results = [
        make_result(path="a", relevance="low", date="2026-01-01", **number),
        make_result(path="b", date="2026-01-09", **number),
        make_result(path="c", date="2026-01-06", **number),
        make_result(path="d"),
    ]
    led = leaders([(each.briefing, each.fingerprint) for each in results])
    assert led == {"a": "c", "b": "c", "c": "c", "d": "d"}


def test_a_late_telling_or_another_kind_of_measure_stays_apart(make_result: Make) -> None:
    number = {"number": "公告2023年第39号"}
    found = grouped(
        make_result(path="a", date="2023-10-20", **number),
        make_result(path="b", date="2023-10-23", measures=("enforcement",), **number),
        make_result(path="c", date="2024-09-01", **number),
        make_result(path="d", date="2023-10-21", effective_date="2023-12-01", **number),
        make_result(path="e", date="2023-10-21", effective_date="2024-12-01", **number),
    )
    assert found == [[0, 3], [1], [2], [4]]


def test_copies_are_found_by_their_text(make_result: Make) -> None:
    text = load_policy()[40].text
    copy = f"Home > News\n{text}\nPrint"
    other = load_policy()[41].text
    results = [
        make_result(path=name, mark=fingerprint(each), number=None)
        for name, each in (("a", text), ("b", copy), ("c", other))
    ]
    assert grouped(*results) == [[0, 1], [2]]


def test_a_template_filled_anew_is_another_announcement(make_result: Make) -> None:
    mark = fingerprint(load_policy()[40].text)
    base: dict[str, Any] = {"mark": mark, "number": None}
    party = Party("Acme", "US", None, 0, 4)
    other = Party("Zenith", "US", None, 0, 6)
    for first, second in (
        ({"number": "公告2026年第1号"}, {"number": "公告2026年第2号"}),
        ({"effective_date": "2026-01-06"}, {"effective_date": "2026-02-06"}),
        ({"target_countries": ("US",)}, {"target_countries": ("JP",)}),
        ({"parties": (party,)}, {"parties": (other,)}),
        ({"issuing_country": "CN"}, {"issuing_country": "US"}),
    ):
        pair = (make_result(path="a", **base | first), make_result(path="b", **base | second))
        assert grouped(*pair) == [[0], [1]], (first, second)
        same = (make_result(path="a", **base | first), make_result(path="b", **base | first))
        assert grouped(*same) == [[0, 1]], first


def telling(make: Make, path: str, **fields: Any) -> Triaged:
    told = {
        "effective_date": "2025-04-04",
        "measures": ("licence_requirement", "list_amendment"),
        "codes": ("1C902", "1C903"),
        "number": None,
        "date": "2025-04-04",
    }
    return make(path=path, **told | fields)


def test_a_translation_is_found_by_its_day_and_codes(make_result: Make) -> None:
    found = grouped(
        telling(make_result, "a"),
        telling(make_result, "b", language="zh", codes=("CN:1C902",), date="2025-12-30"),
        telling(make_result, "c", language="zh", codes=("CN:1C902",)),
    )
    assert found == [[0, 2], [1]]


def test_two_measures_of_one_day_stay_apart(make_result: Make) -> None:
    found = grouped(
        telling(make_result, "a"),
        telling(make_result, "b", codes=("1C909", "1C910")),
        telling(make_result, "c", measures=("suspension_or_relief", "list_amendment")),
        telling(make_result, "d", measures=("consultation",)),
        telling(make_result, "e", codes=()),
        telling(make_result, "f", issuing_country="JP"),
        telling(make_result, "g", effective_date="2025-04-05"),
    )
    assert found == [[0], [1], [2], [3], [4], [5], [6]]


def test_figures_tell_as_codes_do_but_years_and_days_do_not(make_result: Make) -> None:
    def of(path: str, *goods: str) -> Triaged:
        items = tuple(Item(each, 0, 1) for each in goods)
        return telling(make_result, path, codes=(), items=items)

    a, b = of("a", "graphite over 1.73 g/cm3"), of("b", "密度1.73以上的石墨", "99.9％")
    c, d = of("c", "in 2025", "4 kinds"), of("d", "2025年の 4 種類")
    assert grouped(a, b) == [[0, 1]]
    assert grouped(c, d) == [[0], [1]]


def test_one_contradiction_keeps_groups_apart(make_result: Make) -> None:
    # The middle one is like both, but these are two announcements.
    found = grouped(
        telling(make_result, "a", number="公告2025年第57号"),
        telling(make_result, "b"),
        telling(make_result, "c", number="公告2025年第61号"),
    )
    assert len(found) == 2


def brief(document: LabelledPolicy, make: Make) -> Triaged:
    """A result with true labels, and facts as the rules find them."""
    sentences = split_sentences(document.text, document.lang)
    read = PolicyDocument(document.title, document.text, sentences, document.lang, document.id)
    facts = extract_facts(read)
    names = ("number", "date", "effective_date", "target_countries", "codes", "hs_codes", "items")
    return make(
        path=document.id,
        title=document.title,
        language=document.lang,
        mark=fingerprint(document.text),
        relevance=document.relevance,
        measures=document.measures,
        issuing_country=facts.issuing_country,
        parties=facts.parties,
        links=facts.links,
        **{name: getattr(facts, name) for name in names},
    )


def test_announcements_of_one_day_and_issuer_are_not_merged(make_result: Make) -> None:
    # China's package of 9 October 2025, and what was announced around it.
    events = {f"cn-2025-{number}" for number in (55, 56, 57, 58, 61, 62, 70, 72)}
    told = [each for each in load_policy() if each.event in events and each.relevance == "high"]
    results = [brief(each, make_result) for each in told]
    pairs = [pair for part in grouped(*results) for pair in combinations(part, 2)]
    right = sum(told[one].event == told[two].event for one, two in pairs)
    assert len(pairs) > 25
    assert right / len(pairs) > 0.95
