from collections.abc import Callable

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.parties import find_parties


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
