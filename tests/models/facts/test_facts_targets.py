from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.targets import find_targets


@pytest.mark.parametrize(
    ("text", "language", "issuing", "expected"),
    [
        ("禁止所有两用物项向日本军事用户出口。", "zh", "CN", ["JP"]),
        ("将28家美国实体列入管控名单。", "zh", "CN", ["US"]),
        ("對輸往南非的積體電路實施管理。", "zh", "TW", ["ZA"]),
        ("ロシア向け輸出禁止品目を追加する。", "ja", "JP", ["RU"]),
        ("大韓民国向け3品目の輸出について。", "ja", "JP", ["KR"]),
        ("Exports of these goods to Russia and Belarus are banned.", "en", "EU", ["BY", "RU"]),
        ("Exporters may not ship to Japanese military users.", "en", "CN", ["JP"]),
        ("Ausfuhren nach Russland sind verboten.", "de", "DE", ["RU"]),
    ],
)
def test_against_whom(
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language), issuing)
    assert sorted(each.country for each in found) == expected
    assert all(text[each.start : each.end] for each in found)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("A licence is needed for every destination. Germany and India asked why.", "en"),
        ("公告未列具体国别，适用于所有出口目的地。向日本出口同样如此。", "zh"),
        ("仕向地による限定はなく、中国向けも対象となる。", "ja"),
    ],
)
def test_all_destinations_is_no_country(
    document: Callable[..., PolicyDocument], text: str, language: str
):
    assert find_targets(document(text, language), "CN") == ()


def test_the_issuing_country_is_left_out_unless_parties_are_there(
    document: Callable[..., PolicyDocument],
):
    listed = document("Twelve companies in China are placed on the list. Chinese firms protest.")
    assert find_targets(listed, "CN") == ()
    assert [each.country for each in find_targets(listed, "CN", ["CN"])] == ["CN"]


def test_members_of_the_union_are_no_targets_of_the_union(document: Callable[..., PolicyDocument]):
    assert find_targets(document("Exports to Germany and exports to France rose."), "EU") == ()


def test_goods_from_a_country_are_not_against_it(document: Callable[..., PolicyDocument]):
    assert find_targets(document("原产日本的物项须申报。", "zh"), "CN") == ()
