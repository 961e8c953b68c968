from dataclasses import replace

import pytest

from dualuse.corpus.control_lists.store import entries_of
from dualuse.models.goods_names import GoodsMatcher, goods_matcher

(CAMERAS,) = entries_of("6A003")


def found(text: str, *names: str) -> bool:
    condition = replace(CAMERAS.conditions[0], names=names)
    matcher = GoodsMatcher([replace(CAMERAS, conditions=(condition,))])
    return matcher.paragraphs(text) == {CAMERAS.key: frozenset({0})}


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("STREAK CAMERA 5 ns", "streak camera", True),
        ("ｓｔｒｅａｋ　ｃａｍｅｒａ", "streak camera", True),
        ("条纹相机5ns", "条纹相机", True),
        ("Schmierbildkamera", "kamera", True),
        ("SAR payload", "SAR", True),
        ("sar payload", "SAR", False),
        ("necessary part", "SAR", False),
        ("steel tank", "tank", True),
        ("tankers", "tank", False),
        ("helmets", "helme", True),
        ("Schutzhelme", "helme", False),
    ],
)
def test_names_stand_where_such_names_stand(text: str, name: str, expected: bool) -> None:
    assert found(text, name) is expected


def test_a_text_that_names_nothing_has_no_paragraphs() -> None:
    assert GoodsMatcher([CAMERAS]).paragraphs("") == {}
    assert goods_matcher().paragraphs("oak chair").get(CAMERAS.key) is None


def test_broken_characters_do_not_stop_it() -> None:
    assert found("\ud800 streak camera", "streak camera")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("accelerator, no HBM", "HBM"),
        ("laser, nicht durchstimmbar", "durchstimmbar"),
        ("receptor sans brouillage", "brouillage"),
        ("受信機 耐妨害機能なし", "耐妨害機能"),
        ("非制冷探测器", "制冷探测器"),
    ],
)
def test_a_name_that_is_denied_does_not_count(text: str, name: str) -> None:
    assert not found(text, name)
    assert found(name, name)


@pytest.mark.parametrize(
    ("code", "text", "paragraph", "expected"),
    [
        ("0A903", "laser cutting machine 3 kW", "0A903.b", False),
        ("0A903", "反无人机激光 3kW", "0A903.b", True),
        ("6A001", "hydrophone for 2500 m depth", "6A001.a.2.a.6", True),
        ("2A225", "zirconia crucible 300 ml", "2A225.a", True),
    ],
)
def test_goods_of_the_lists_are_named_by_what_they_are(
    code: str, text: str, paragraph: str, expected: bool
) -> None:
    named = goods_matcher().paragraphs(text)
    found = {
        entry.conditions[at].paragraph
        for entry in entries_of(code)
        for at in named.get(entry.key, ())
    }
    assert (paragraph in found) is expected
