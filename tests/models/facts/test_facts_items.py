from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.items import find_items


@pytest.mark.parametrize(
    ("text", "language", "items"),
    [
        ("对钨相关物项实施出口管制。", "zh", ["钨"]),
        ("镓类物项有金属镓、氮化镓和锑化镓。", "zh", ["金属镓", "氮化镓", "锑化镓"]),
        ("1C117.b 用于制造导弹部件的钼粉；", "zh", ["钼粉"]),
        ("2C902.a．人造金刚石微粉（参考税则号列：71051020）", "zh", ["人造金刚石微粉"]),
        ("ガリウムとゲルマニウムを許可制にする。", "ja", ["ガリウム", "ゲルマニウム"]),
        ("Exports of gallium and drones need a licence.", "en", ["gallium", "drones"]),
        ("1C117.b – molybdenum powder of high purity", "en", ["molybdenum powder of high purity"]),
    ],
)
def test_goods_that_are_named(
    document: Callable[..., PolicyDocument], text: str, language: str, items: list[str]
):
    found = find_items(document(text, language))
    assert [item.text for item in found] == items
    assert all(text[item.start : item.end] == item.text for item in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Neodymium is absent from the list.", "en"),
        ("培育钻石和人造石墨不在管制之列。", "zh"),
        ("ネオジム磁石は含まれておりません。", "ja"),
    ],
)
def test_goods_that_are_said_to_be_free(
    document: Callable[..., PolicyDocument], text: str, language: str
):
    assert find_items(document(text, language)) == ()


def test_each_good_once(document: Callable[..., PolicyDocument]):
    found = find_items(document("Gallium is controlled. Exports of gallium need a licence."))
    assert [item.text for item in found] == ["Gallium"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("原则上不予许可镓、锗、锑出口。", ["镓", "锗", "锑"]),
        ("停止供应铟锗两种物项。", ["铟", "锗"]),
        ("主要用途为铽、镝产品", ["铽", "镝"]),
        ("砷化镓衬底与三氧化二锑不同。", ["砷化镓"]),
    ],
)
def test_goods_of_one_character(
    document: Callable[..., PolicyDocument], text: str, items: list[str]
):
    assert [item.text for item in find_items(document(text, "zh"))] == items
