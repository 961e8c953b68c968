import pytest

from dualuse.corpus.language import detect_language
from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.extract import extract_facts
from dualuse.models.summary.claims import unsupported_claims

BAN = """On 24 February 2026 MOFCOM put 20 Japanese firms on its control list, among them \
Mitsubishi Heavy Industries. Exports of dual-use items to them are banned from 1 March 2026. Fines \
go up to 1,500,000 yuan. Thirty-five applications are pending."""
CHINESE = (
    "商务部2026年2月24日将二十家日本实体列入管控名单，包括三菱重工业株式会社，"
    "自2026年3月1日起禁止出口。"
)


def claims(generated: str, source: str = BAN) -> list[tuple[str, str]]:
    language = detect_language(source)
    document = PolicyDocument("Notice", source, split_sentences(source, language), language)
    found = unsupported_claims(generated, document, extract_facts(document))
    assert all(generated[each.start : each.end] == each.text for each in found)
    return [(each.kind, each.text) for each in found]


@pytest.mark.parametrize(
    "generated",
    [
        "MOFCOM listed twenty Japanese firms on 24 February 2026.",
        "China's Ministry of Commerce bans exports to Mitsubishi Heavy Industries in Japan.",
        "The ban holds from March 1, 2026; fines reach 1500000 yuan.",
        "35 applications wait.",
        "One must stop.",
        "",
    ],
)
def test_what_the_source_says_is_not_flagged(generated: str) -> None:
    assert claims(generated) == []


@pytest.mark.parametrize(
    ("generated", "flagged"),
    [
        ("MOFCOM listed 21 firms.", ("figure", "21")),
        ("MOFCOM listed twenty-one firms.", ("figure", "twenty-one")),
        ("Fines reach 1,600,000 yuan.", ("figure", "1,600,000")),
        ("A share of 2.5 is allowed.", ("figure", "2.5")),
        ("The ban holds from 2 March 2026.", ("date", "2 March 2026")),
        ("The ban also hits Germany.", ("country", "Germany")),
        ("METI answered.", ("party", "METI")),
        ("Kobe Steel Group was listed.", ("party", "Kobe Steel Group")),
    ],
)
def test_what_the_source_lacks_is_flagged(generated: str, flagged: tuple[str, str]) -> None:
    assert flagged in claims(generated)


def test_chinese_is_checked_too() -> None:
    assert claims("商务部2026年2月24日将20家日本实体列入管控名单。", CHINESE) == []
    found = claims("商务部2026年2月25日将三十家韩国实体列入名单，包括东方电子公司。", CHINESE)
    assert found == [
        ("date", "2026年2月25日"),
        ("figure", "三十"),
        ("country", "韩国"),
        ("party", "东方电子公司"),
    ]


def test_a_translation_is_held_against_its_source() -> None:
    assert claims("MOFCOM listed 20 Japanese entities on 24 February 2026.", CHINESE) == []
    assert ("figure", "25") in claims("MOFCOM listed 25 Japanese entities.", CHINESE)
