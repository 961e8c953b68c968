from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.issuers.extract import Issuer
from dualuse.models.facts.targets.extract import find_targets


@pytest.mark.parametrize(
    ("text", "language", "issuing", "expected"),
    [
        ("禁止所有两用物项向日本军事用户出口。", "zh", "CN", ["JP"]),
        ("将28家美国实体列入管控名单。", "zh", "CN", ["US"]),
        ("經濟部公告，輸往南非的積體電路須經核准，向南非出口一律申請。", "zh", "TW", ["ZA"]),
        ("ロシア向け輸出禁止品目を追加する。", "ja", "JP", ["RU"]),
        ("大韓民国向けの輸出を個別許可とする。韓国向けの包括許可は使えない。", "ja", "JP", ["KR"]),
        ("Exports of these goods to Russia and Belarus are banned.", "en", "EU", ["BY", "RU"]),
        ("Exporters may not ship to Japanese military users.", "en", "CN", ["JP"]),
        ("Ausfuhren nach Russland sind verboten.", "de", "DE", ["RU"]),
        ("L'exportation vers l'Iran est interdite.", "fr", "EU", ["IR"]),
        (
            "Added to the Entity List are companies in China, Pakistan, Iran and Türkiye.",
            "en",
            "US",
            ["CN", "IR", "PK", "TR"],
        ),
    ],
)
def test_against_whom(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language), issued_in(issuing))
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
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
):
    assert find_targets(document(text, language), issued_in("CN")) == ()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Exports of gallium and germanium (3C001) to Japan are banned from 6 March.", "en"),
        ("The notice prohibits the export of rare earths and graphite to Japan.", "en"),
        ("Ausfuhren von Gallium und Germanium nach Japan sind verboten.", "de"),
        ("禁止镓、锗、石墨等物项向日本出口。", "zh"),
        ("日本向けのガリウムと黒鉛の輸出を禁止する。", "ja"),
    ],
)
def test_a_country_barred_in_so_many_words_is_found_among_listed_goods(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
):
    (found,) = find_targets(document(text, language), issued_in("CN"))
    assert found.country == "JP"


def test_the_issuing_country_is_left_out(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
):
    listed = document("Twelve companies in China are placed on the list. Chinese firms protest.")
    assert find_targets(listed, issued_in("CN")) == ()


def test_members_of_the_union_are_no_targets_of_the_union(
    issued_in: Callable[[str], Issuer], document: Callable[..., PolicyDocument]
):
    assert (
        find_targets(document("Exports to Germany and exports to France rose."), issued_in("EU"))
        == ()
    )


def test_goods_from_a_country_are_not_against_it(
    issued_in: Callable[[str], Issuer], document: Callable[..., PolicyDocument]
):
    assert find_targets(document("原产日本的物项须申报。", "zh"), issued_in("CN")) == ()


@pytest.mark.parametrize(
    ("text", "language", "issuing", "expected"),
    [
        (
            "Die Genehmigung gilt weltweit. Ausgenommen sind Lieferungen nach Russland.",
            "de",
            "DE",
            [],
        ),
        ("The licence covers exports to all states except Russia and Belarus.", "en", "GB", []),
        ("L'autorisation vaut partout, à l'exception de la Russie.", "fr", "FR", []),
        ("ロシア及びベラルーシを除く地域への輸出を認める。", "ja", "JP", []),
        ("一般许可适用于出口，不包括俄罗斯、白俄罗斯。", "zh", "TW", []),
        (
            (
                "Exports to Russia are banned in view of Russia's actions destabilising"
                " the situation in"
                " Ukraine."
            ),
            "en",
            "EU",
            ["RU"],
        ),
        ("美国企业向中国台湾地区出售武器，将三家美国企业列入管控名单。", "zh", "CN", ["US"]),
        (
            "外国ユーザーリストの内訳：中国11、イラン22、北朝鮮15、ロシア3、パキスタン8。",
            "ja",
            "JP",
            ["CN", "IR", "KP", "PK", "RU"],
        ),
        (
            (
                "Entities are added under the destinations of China, People's"
                " Republic of (2), India"
                " (1), Türkiye (3), and the UAE (2)."
            ),
            "en",
            "US",
            ["AE", "CN", "IN", "TR"],
        ),
        (
            "The rule adds six entities under China, two under Türkiye and one under Latvia.",
            "en",
            "US",
            ["CN", "LV", "TR"],
        ),
        (
            "These items are barred for export to the Democratic People's Republic of Korea.",
            "en",
            "SG",
            ["KP"],
        ),
    ],
)
def test_who_is_left_out_and_who_is_counted(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language), issued_in(issuing))
    assert sorted(each.country for each in found) == expected


def test_rare_countries_of_a_tally_stand_beside_frequent_ones(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
):
    text = (
        "Added to the Entity List are parties in China (9), India (1), Singapore (1).\n"
        + "Exports to Chinese companies in China need a licence. " * 30
    )
    found = find_targets(document(text), issued_in("US"))
    assert sorted(each.country for each in found) == ["CN", "IN", "SG"]


def test_days_per_country_are_no_tally(
    issued_in: Callable[[str], Issuer], document: Callable[..., PolicyDocument]
):
    text = "Licences for firms took long: Japan 16 days, India 45 days, Chile 52 days."
    assert find_targets(document(text), issued_in("DE")) == ()


@pytest.mark.parametrize(
    ("title", "text", "language", "issuing", "expected"),
    [
        (
            "Council Regulation in view of Russia's actions destabilising the situation in Ukraine",
            "The situation in Ukraine remains grave. Exports to Russia are prohibited.",
            "en",
            "EU",
            ["RU"],
        ),
        (
            "关于对美国军工企业采取反制措施的决定",
            "美国近日宣布向中国台湾地区大规模出售武器。决定对美国企业采取反制措施。",
            "zh",
            "CN",
            ["US"],
        ),
    ],
)
def test_who_suffers_or_buys_arms_is_not_aimed_at(
    issued_in: Callable[[str], Issuer],
    document: Callable[..., PolicyDocument],
    title: str,
    text: str,
    language: str,
    issuing: str,
    expected: list[str],
):
    found = find_targets(document(text, language, title=title), issued_in(issuing))
    assert sorted(each.country for each in found) == expected
