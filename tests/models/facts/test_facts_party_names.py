from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.parties.extract import find_parties


@pytest.mark.parametrize(
    ("title", "text", "language"),
    [
        (
            "Additions and Revisions to the Entity List",
            (
                "BIS adds 7 entities to the Entity List.\n"
                "FOR FURTHER INFORMATION CONTACT: The Chair.\nAdditions and Revisions follow."
            ),
            "en",
        ),
        ("METI adds 3 entities", "The Ministry of Economy, Trade and Industry added 3.", "en"),
        (
            "SCOMET list",
            "Appendix 3 of the ITC (HS) Classification lists it: Notification No",
            "en",
        ),
        (
            "Controls on Weapons of Mass Destruction Act: list",
            "The list stands in the Trade Controls on Weapons of Mass Destruction Act.",
            "en",
        ),
        ("Neue Allgemeine Genehmigungen", "Die Liste nennt Neue Allgemeine Genehmigungen.", "de"),
        (
            "Landgericht Bonn verurteilt Mann wegen Lieferung von Elektronik",
            "Das Landgericht Bonn hat ihn verurteilt. Lieferung von Elektronik ist verboten.",
            "de",
        ),
    ],
)
def test_what_names_no_party(
    document: Callable[..., PolicyDocument], title: str, text: str, language: str
):
    body = f"{title}\n\n{text}"
    assert find_parties(document(body, language, title=title)) == ()


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        (
            (
                "BIS Penalty for Exports to Military University\nBIS fined Foo Design Systems, Inc."
                " of San Mateo, California, because it sold to the National Institute of Space"
                " Technology (NIST), which is on the Entity List."
            ),
            "en",
            ["Foo Design Systems, Inc.", "National Institute of Space Technology"],
        ),
        (
            (
                "Huawei and SMIC on entity list\nTaiwan put Huawei Technologies Co. and"
                " Semiconductor Manufacturing International Corp. on its entity list."
            ),
            "en",
            ["Huawei Technologies Co.", "Semiconductor Manufacturing International Corp."],
        ),
        (
            "A transaction ban is imposed on Rosfoo and Gazbar Neft.",
            "en",
            ["Rosfoo", "Gazbar Neft"],
        ),
        (
            (
                "BIS revokes the validated end-user authorisations of Samsung China Semiconductor,"
                " SK hynix Semiconductor (China) and Intel Semiconductor (Dalian)."
            ),
            "en",
            [
                "Samsung China Semiconductor",
                "SK hynix Semiconductor (China)",
                "Intel Semiconductor (Dalian)",
            ],
        ),
        (
            "美国撤销三星中国、SK海力士半导体（中国）的“经验证最终用户”授权。",
            "zh",
            ["三星中国", "SK海力士半导体（中国）"],
        ),
        (
            "規制を強化する。福奥科技集団（FUAO）など9社をエンティティー・リストに載せる。",
            "ja",
            ["福奥科技集団"],
        ),
        (
            "外為法違反の疑いで、機械商社「高根川精工」社長ら2人を書類送検した。",
            "ja",
            ["高根川精工"],
        ),
        (
            "BIS renews the temporary denial order against Foo Airlines of Omsk, Russia.",
            "en",
            ["Foo Airlines"],
        ),
        (
            "米国は、「福奥科技有限公司」や長春の光学研究所をエンティティー・リストに加える。",
            "ja",
            ["福奥科技有限公司", "長春の光学研究所"],
        ),
    ],
)
def test_each_party_once(
    document: Callable[..., PolicyDocument], text: str, language: str, names: list[str]
):
    title = text.split("\n", maxsplit=1)[0]
    found = find_parties(document(text, language, title=title))
    assert [party.name for party in found] == names
    assert all(text[party.start : party.end] == party.name for party in found)
