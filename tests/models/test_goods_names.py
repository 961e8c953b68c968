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
