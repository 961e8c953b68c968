import time

import pytest

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.store import load_entries
from dualuse.models.term_matches import TermMatcher


def entry(code: str, *terms: str) -> ControlEntry:
    return ControlEntry(
        code=code,
        regimes=("EU",),
        title="goods",
        group="A",
        kind="dual_use",
        national={},
        reasons=(),
        terms={"en": terms, "zh": (), "ja": ()},
        hs=(),
        excludes=(),
        conditions=(),
        valid=(),
        source="test",
    )


@pytest.fixture(scope="module")
def matcher() -> TermMatcher:
    goods = [
        entry("6A001", "hydrophone", "水听器", "towed array"),
        entry("6A991", "hydrophone"),
        entry("7A001", "Q-Flex"),
    ]
    return TermMatcher(goods)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("HYDROPHONE 10 KHZ", ["HYDROPHONE"]),
        ("two hydrophones, spare", ["hydrophone"]),
        ("ｈｙｄｒｏｐｈｏｎｅ", ["ｈｙｄｒｏｐｈｏｎｅ"]),
        ("深海水听器阵列", ["水听器"]),
        ("水听器hydrophone水听器", ["水听器", "hydrophone", "水听器"]),
        ("geohydrophonelike", []),
        ("hydrophonex", []),
        ("xhydrophone", []),
        ("towed  array", []),
        ("q-flex accelerometer", ["q-flex"]),
        ("İ hydrophone", ["hydrophone"]),
        ("\udcff hydrophone \ud800", ["hydrophone"]),
        ("", []),
    ],
)
def test_terms_stand_as_whole_words(matcher: TermMatcher, text: str, found: list[str]) -> None:
    matches = matcher.matches(text)
    assert [text[match.start : match.end] for match in matches] == found


def test_a_term_of_fewer_entries_weighs_more(matcher: TermMatcher) -> None:
    shared, chinese = matcher.matches("hydrophone 水听器")
    assert (shared.entries, chinese.entries) == ((0, 1), (0,))
    assert shared.weight == pytest.approx(5)
    assert chinese.weight == pytest.approx(9)


def test_a_megabyte_takes_no_time() -> None:
    matcher = TermMatcher(load_entries())
    start = time.process_time()
    for text in ("laser " * 170_000, "激光器" * 330_000, "9" * 1_000_000):
        matcher.matches(text)
    assert time.process_time() - start < 10
