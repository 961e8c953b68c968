from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualuse.corpus.quality.duplicates import SHARE, DuplicatePair, mask, shingles, similar


def pairs_of(texts: list[str], languages: list[str]) -> list[DuplicatePair]:
    return similar(shingles(texts, languages), SHARE)


@pytest.mark.parametrize(
    ("text", "language", "masked"),
    [
        ("thermal core 640x512 at 60 Hz", "fr", "thermal core # at #"),
        ("bearing 6205-2RS/C3, 0.5 mm", "en", "bearing # mm"),
        ("lens with 1,5 mm and 12um pixels", "en", "lens with # mm and # pixels"),
        ("robust lathe by Siemens and Rolls-Royce", "en", "robust lathe by # and #"),
        ("hydraulic press by Škoda for sheets", "en", "hydraulic press by # for sheets"),
        ("crème solaire de l’Oréal pour enfants", "fr", "crème solaire de l’# pour enfants"),
        ("Siemens lathe", "en", "siemens lathe"),
        ("LWIR THERMAL CORE 640X512", "en", "lwir thermal core #"),
        (
            "PUMP LASER DIODE, FIBRE polished by hand",
            "en",
            "pump laser diode, fibre polished by hand",
        ),
        ("Kugellager für die Pumpe, 25 mm", "de", "kugellager für die pumpe, # mm"),
        ("5-Achs-Fräsmaschine mit Wechsler", "de", "# mit wechsler"),
        ("ＬＷＩＲコア６４０", "ja", "lwirコア#"),
        ("炭素繊維T700SC-12Kトウ", "ja", "炭素繊維# トウ"),
        ("采用Siemens数控系统的五轴加工中心", "zh", "采用# 数控系统的五轴加工中心"),
        ("", "en", ""),
    ],
)
def test_masks(text: str, language: str, masked: str) -> None:
    assert mask(text, language) == masked


def pair_of(first: str, second: str, language: str) -> list[DuplicatePair]:
    return pairs_of([first, second], [language] * 2)


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        (
            "thermal core with 640x512 pixels and a 9 Hz output",
            "thermal core with 320x240 pixels and a 60 Hz output",
            "en",
        ),
        (
            "spare turbine blades as ordered by Rolls-Royce in spring",
            "spare turbine blades as ordered by Safran in spring",
            "en",
        ),
        (
            "spare gears as ordered by Škoda for the rolling mill",
            "spare gears as ordered by Siemens for the rolling mill",
            "en",
        ),
        (
            "HIGH SPEED CAMERA, 10000 FPS, MONO",
            "High speed camera, 25000 fps, mono",
            "de",
        ),
        ("五轴联动加工中心，定位精度3μm", "五轴联动加工中心，定位精度0.9μm", "zh"),
        (
            "采用Siemens数控系统的五轴加工中心",
            "采用Fanuc数控系统的五轴加工中心",
            "zh",
        ),
        ("炭素繊維 T700SC-12K トウ 4kg巻", "炭素繊維 M60JB-6K トウ 2kg巻", "ja"),
        ("Wärmebildkamera mit 9 Hz, ungekühlt", "Wärmebildkamera mit 60 Hz, ungekühlt", "de"),
        ("Caméra thermique 640x512 à 9 Hz", "Caméra thermique 320x240 à 60 Hz", "fr"),
        ("ＬＷＩＲコア　６４０×５１２　評価用", "lwirコア 320×240 評価用", "ja"),
        ("6205-2RS", "VMC-850", "en"),
    ],
)
def test_other_figures_and_names_are_no_other_text(first: str, second: str, language: str) -> None:
    (pair,) = pair_of(first, second, language)
    assert (pair.first, pair.second) == (0, 1)
    assert pair.share >= 0.9


@pytest.mark.parametrize(
    ("first", "second", "language"),
    [
        ("thermal core 640x512", "thermal imaging lens 640x512", "en"),
        ("BALL VALVE DN50 PN16", "GATE VALVE DN50 PN16", "en"),
        ("五轴联动加工中心，定位精度3μm", "三轴立式加工中心，定位精度3μm", "zh"),
        (
            "Siemens数控系统五轴加工中心，配自动换刀装置",
            "Fanuc伺服电机驱动放大器，配自动换刀装置",
            "zh",
        ),
        ("炭素繊維 T700SC-12K トウ", "ガラス繊維 T700SC-12K トウ", "ja"),
        ("Kugellager für die Pumpe", "Rollenlager für die Pumpe", "de"),
        ("Siemens lathe", "Siemens grinder", "en"),
        ("Siemens lathe", "Haas lathe", "en"),
        (
            "The camera streams at 9 Hz and cannot be unlocked",
            "The camera streams at 9 Hz unless the export lock is lifted",
            "en",
        ),
    ],
)
def test_other_texts(first: str, second: str, language: str) -> None:
    assert pair_of(first, second, language) == []


def test_share_of_nine_tenths_counts() -> None:
    # Ten 5-grams each, of which nine are common.
    assert pair_of("abcdefghijklmn", "bcdefghijklmno", "de") == [DuplicatePair(0, 1, 0.9)]


def test_smaller_share_does_not_count() -> None:
    # Nine 5-grams each, of which eight are common.
    assert pair_of("abcdefghijklm", "bcdefghijklmn", "de") == []


def test_share_is_of_the_longer_text() -> None:
    assert pair_of("abcdefghijklmn", "abcdefghijklmnopqrstuvw", "de") == []


def test_each_text_has_its_own_language() -> None:
    texts = ["spare turbine blades as ordered by Safran", "spare turbine blades as ordered by Haas"]
    assert len(pairs_of(texts, ["en", "en"])) == 1
    assert pairs_of(texts, ["de", "de"]) == []


def test_no_text_at_all() -> None:
    assert pairs_of([], []) == []


LETTERS = "abcdefgh "
EDITS = st.lists(st.tuples(st.integers(0, 60), st.text(LETTERS, max_size=3)), max_size=3)


def edited(base: str, edits: Sequence[tuple[int, str]]) -> str:
    for place, letters in edits:
        base = base[:place] + letters + base[place + 1 :]
    return base


def by_brute_force(texts: Sequence[str]) -> list[tuple[int, int]]:
    sets = []
    for text in texts:
        plain = " ".join(text.split())
        sets.append({plain[at : at + 5] for at in range(max(1, len(plain) - 4))})
    return [
        (first, second)
        for first, second in combinations(range(len(sets)), 2)
        if 10 * len(sets[first] & sets[second]) >= 9 * max(len(sets[first]), len(sets[second]))
    ]


@settings(max_examples=300, deadline=None)
@given(base=st.text(LETTERS, max_size=60), variants=st.lists(EDITS, min_size=2, max_size=8))
def test_the_filter_misses_no_pair(base: str, variants: list[list[tuple[int, str]]]) -> None:
    texts = [edited(base, edits) for edits in variants]
    found = pairs_of(texts, ["de"] * len(texts))
    assert [(pair.first, pair.second) for pair in found] == by_brute_force(texts)


@pytest.mark.parametrize("length", range(5, 64))
def test_the_filter_misses_no_pair_at_the_edge(length: int) -> None:
    # As many 5-grams as may differ do so, and they are the rarest.
    letters = [chr(ord("一") + place) for place in range(2 * length)]
    differing = length // 10
    first = letters[: length + 4]
    second = letters[differing : differing + length + 4]
    texts = ["".join(first), "".join(second)]
    assert len(pairs_of(texts, ["zh"] * 2)) == 1


def test_across_a_border_only_pairs_of_both_sides_are_found() -> None:
    sets = shingles(["steel bolt, zinc plated, box of ten"] * 3 + ["oak chair"], ["en"] * 4)
    places = [(pair.first, pair.second) for pair in similar(sets, SHARE)]
    assert places == [(0, 1), (0, 2), (1, 2)]
    across = [(pair.first, pair.second) for pair in similar(sets, SHARE, across=2)]
    assert across == [(0, 2), (1, 2)]
