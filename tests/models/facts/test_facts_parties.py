from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.parties.extract import find_parties


def test_the_entries_of_a_numbered_list(document: Callable[..., PolicyDocument]):
    text = (
        "决定将下列美国企业列入不可靠实体清单：\n\n"
        "（1）斯凯迪奥公司 Skydio, Inc.\n（2）BRINC Drones, Inc.\n（3）HAVOC AI\n\n"
        "措施自公布之日起实施。"
    )
    found = find_parties(document(text, "zh"))
    assert [party.name for party in found] == [
        "斯凯迪奥公司",
        "BRINC Drones, Inc.",
        "HAVOC AI",
    ]
    assert {(party.country, party.list) for party in found} == {("US", "不可靠实体清单")}
    assert all(text[party.start : party.end] == party.name for party in found)


def test_names_in_a_sentence(document: Callable[..., PolicyDocument]):
    text = "商务部决定将通用动力公司（General Dynamics）等28家美国实体列入管控名单。"
    (party,) = find_parties(document(text, "zh"))
    assert party.name == "通用动力公司"
    assert party.country == "US"


def test_english_names(document: Callable[..., PolicyDocument]):
    text = "BIS added Foo Microelectronics Co., Ltd. and Bar Optics GmbH to the Entity List."
    names = [party.name for party in find_parties(document(text))]
    assert names == ["Foo Microelectronics Co., Ltd.", "Bar Optics GmbH"]


def test_without_a_list_there_are_no_parties(document: Callable[..., PolicyDocument]):
    assert find_parties(document("Foo Optics GmbH reports higher sales.")) == ()


def test_steps_of_a_checklist_are_no_parties(document: Callable[..., PolicyDocument]):
    text = "The Entity List grew.\n\n1. Screen every company.\n2. You must hold deliveries.\n"
    assert find_parties(document(text)) == ()


def test_a_company_with_a_place_in_brackets_and_its_legal_form(
    document: Callable[..., PolicyDocument],
):
    text = (
        "BIS added to the Entity List: Foo Semiconductor (Dalian) Ltd., Bar Science and Technology"
        " Co., Ltd. and 48th Baz Research Institute. They serve the armed forces."
    )
    names = [party.name for party in find_parties(document(text, title="Entity List additions"))]
    assert names[:2] == ["Foo Semiconductor (Dalian) Ltd.", "Bar Science and Technology Co., Ltd."]


def test_a_chinese_name_with_brackets_in_it(document: Callable[..., PolicyDocument]):
    text = "美国商务部将福星（大连）半导体有限公司、银河微电子有限公司等3家中国企业列入实体清单。"
    names = [party.name for party in find_parties(document(text, "zh"))]
    assert names == ["福星（大连）半导体有限公司", "银河微电子有限公司"]


def test_short_forms_and_titles_are_no_parties(document: Callable[..., PolicyDocument]):
    text = (
        "The agency removes three persons from the Unverified List (UVL). An earlier rule, "
        '"Additions of Foo Institute Entries and Other Changes to the Entity List", stays.'
    )
    assert find_parties(document(text, title="Revisions to the Unverified List")) == ()


def countries(document: PolicyDocument) -> dict[str, str | None]:
    return {party.name: party.country for party in find_parties(document)}


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            (
                "BIS added Foo Optics Company Limited and Bar Photonics Co.,"
                " Ltd. of China for acquiring"
                " U.S.-origin items to the Entity List."
            ),
            "en",
            {"Foo Optics Company Limited": "CN", "Bar Photonics Co., Ltd.": "CN"},
        ),
        (
            "决定将美国福奥公司（Foo, Inc.）列入不可靠实体清单，禁止其向中国出口测序仪。",
            "zh",
            {"美国福奥公司": "US"},
        ),
        (
            "商务部决定将福奥公司（Foo, Inc.）等三家美国企业列入管控名单，禁止向日本转让。",
            "zh",
            {"福奥公司": "US"},
        ),
        (
            (
                "BIS adds these entities to the Entity List:\nChina\nFoo Optics Co., Ltd.\n"
                "Bar Trading Co., Ltd.\nTaiwan\nBaz Taiwan, Inc.\n"
            ),
            "en",
            {"Foo Optics Co., Ltd.": "CN", "Bar Trading Co., Ltd.": "CN", "Baz Taiwan, Inc.": "TW"},
        ),
        (
            (
                "BIS put Foo GmbH of Germany, Bar Ltd. and Baz Corp. in Pakistan,"
                " and Qux FZE (United"
                " Arab Emirates) on the Entity List."
            ),
            "en",
            {"Foo GmbH": "DE", "Bar Ltd.": "PK", "Baz Corp.": "PK", "Qux FZE": "AE"},
        ),
        (
            (
                "BIS adds to the Entity List three in Turkey, Foo Ltd. and Bar"
                " Ltd., and one in Oman,"
                " Baz Co., because they shipped chips to parties in Russia."
            ),
            "en",
            {"Foo Ltd.": "TR", "Bar Ltd.": "TR", "Baz Co.": "OM"},
        ),
        (
            (
                "The Council listed OOO Foo-Privod (Izhevsk, RU) and Bar Trading"
                " Co., Ltd (Samut, TH)"
                " in Annex IV."
            ),
            "en",
            {"OOO Foo-Privod": "RU", "Bar Trading Co., Ltd": "TH"},
        ),
        (
            "BIS adds Foo Optics Co., Ltd. to the US Entity List.",
            "en",
            {"Foo Optics Co., Ltd.": None},
        ),
        (
            (
                "米商務省は中国の企業「Foo Optics Co., Ltd.」など3"
                "社をエンティティー・リストに追加した。"
            ),
            "ja",
            {"Foo Optics Co., Ltd.": "CN"},
        ),
    ],
)
def test_the_country_of_a_party(
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    expected: dict[str, str | None],
):
    assert countries(document(text, language)) == expected


def test_the_names_of_a_table(document: Callable[..., PolicyDocument]):
    text = (
        "外国ユーザーリストの改正\nNo.\t国名\t企業名、組織名\n1\tイラン\tFoo Industrial Group\n"
        "2\t北朝鮮\tKorea Bar Trading\n"
    )
    assert countries(document(text, "ja")) == {
        "Foo Industrial Group": "IR",
        "Korea Bar Trading": "KP",
    }


def test_a_table_of_no_list_has_no_parties(document: Callable[..., PolicyDocument]):
    text = "Sales of the year\nCompany\tTurnover\nFoo Industrial Group\t300\n"
    assert find_parties(document(text)) == ()


def test_entries_without_a_word_for_a_company(document: Callable[..., PolicyDocument]):
    text = (
        "列入管控名单的美国实体\n附件：\n1.福奥公司（Foo, Inc.）\n2.巴尔迪奥（Bardio, Inc.）\n"
        "3.L3巴兹海事服务公司（L3 Baz）\n"
    )
    assert countries(document(text, "zh")) == {
        "福奥公司": "US",
        "巴尔迪奥": "US",
        "L3巴兹海事服务公司": "US",
    }


def test_a_name_begins_after_what_is_told_of_it(document: Callable[..., PolicyDocument]):
    text = "商务部决定将提升日本军事实力的福奥造船株式会社列入管控名单。"
    assert countries(document(text, "zh")) == {"福奥造船株式会社": "JP"}


@pytest.mark.parametrize(
    "text",
    [
        "The Bureau of Industry and Security (BIS) added {} to the Entity List.",
        "DEPARTMENT OF COMMERCE\nBIS adds {} to the Entity List.",
        "COMMISSION DELEGATED REGULATION\nThe Council puts {} on the sanctions list, Annex IV.",
        "BIS Imposes Penalty Against {} Related to Shipments to the Entity List",
        "SOR/2024-112\nCanada adds {} to the control list. Rare Earth Related Items Abroad stay.",
        "Advanced Technologies\nBIS adds {} to the Entity List for advanced technologies.",
    ],
)
def test_words_of_headlines_are_no_parties(document: Callable[..., PolicyDocument], text: str):
    found = find_parties(
        document(text.format("Foo Optics LLC"), title=text.split("{", maxsplit=1)[0])
    )
    assert [party.name for party in found] == ["Foo Optics LLC"]


def test_the_full_name_has_the_country_of_the_short_one(document: Callable[..., PolicyDocument]):
    text = "China's FOOC is on the Entity List: BIS added Foo Optics Overseas Corporation to it."
    assert countries(document(text, title="Entity List: FOOC of China added")) == {
        "Foo Optics Overseas Corporation": "CN"
    }


def test_a_group_and_its_subsidiary_in_a_list_are_two(document: Callable[..., PolicyDocument]):
    text = "Additions to the Entity List:\n1. Foo Group\n2. Foo Group Marine Co., Ltd.\n"
    assert len(find_parties(document(text))) == 2


def test_a_column_of_parties(document: Callable[..., PolicyDocument]):
    text = (
        "Entity listing notice\nNo.\tParty\tCountry\n1\tFoo Optics Co., Ltd.\tChina\n"
        "2\tBar Aero LLC\tRussia\n"
    )
    assert countries(document(text, title="Entity listing notice")) == {
        "Foo Optics Co., Ltd.": "CN",
        "Bar Aero LLC": "RU",
    }
