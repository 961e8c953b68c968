from dataclasses import replace
from typing import Any

import pytest

from dualuse.corpus.quality.products import check_products
from dualuse.corpus.records import LabelledProduct

UNLISTED = {"category": "none", "codes": (), "regimes": ()}
UNCODED = {"codes": (), "regimes": ("CN",)}


def twins(product: LabelledProduct) -> tuple[LabelledProduct, LabelledProduct]:
    other = replace(product, id="6-2", pair="6-1", relevance="low", **UNLISTED)
    return replace(product, pair="6-2"), other


@pytest.mark.parametrize(
    "changes",
    [
        {},
        UNCODED,
        {"relevance": "low", **UNLISTED},
        {"relevance": "none", **UNLISTED},
        {"relevance": "medium"},
        {"relevance": "medium", "codes": ("6A993",), "regimes": ("US",)},
        {"codes": ("3A001", "6A003")},
        {"codes": ("6A993", "6A003")},
        {"codes": ("6A998",)},
        {"codes": ("US:6A998",)},
        {"category": "5.1", "codes": ("5A001",)},
        {"difficulty": "easy"},
        {"text": "μボロメータ 640×512、60 Hz"},
    ],
)
def test_sound_products(product: LabelledProduct, changes: dict[str, Any]) -> None:
    assert check_products([replace(product, **changes)]) == []


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"difficulty": ""}, "difficulty", "difficulty '' is of no known kind"),
        ({"lang": "ko"}, "lang", "lang 'ko' is none of en, zh, ja, de, fr"),
        ({"category": "5", **UNCODED}, "category", "category '5' is none of 0, 1, "),
        ({"category": "", **UNCODED}, "category", "category '' is none of 0, 1, "),
        ({"relevance": "some", **UNLISTED}, "relevance", "relevance 'some' is none of none, low"),
        ({"style": "poem"}, "style", "style 'poem' is none of erp, "),
        ({"regimes": ("EU", "RU")}, "regimes", "regime 'RU' is none of EU, US, CN, JP"),
        ({"text": ""}, "text", "empty or has space around it"),
        ({"text": "\u3000碳纤维"}, "text", "empty or has space around it"),
        ({"text": "core "}, "text", "empty or has space around it"),
        ({"text": "core\t640"}, "text", "holds a control character"),
        ({"text": "core\n640"}, "text", "holds a control character"),
        ({"text": "core\x7f640"}, "text", "holds a control character"),
        ({"family": ""}, "family", "family '' is not words-with-hyphens in lower case"),
        ({"family": "Thermal Core"}, "family", "'Thermal Core' is not words-with-hyphens"),
        ({"family": "thermal-"}, "family", "'thermal-' is not words-with-hyphens"),
        ({"why": " "}, "why", "the reason is missing"),
    ],
)
def test_words(product: LabelledProduct, changes: dict[str, Any], rule: str, message: str) -> None:
    (finding,) = check_products([replace(product, **changes)])
    assert (finding.record, finding.rule) == ("6-1", rule)
    assert message in finding.message


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"category": "none", **UNCODED}, "category", "relevance high with category none"),
        (
            {"relevance": "medium", "category": "none", **UNCODED},
            "category",
            "relevance medium with category none",
        ),
        (
            {"relevance": "low", "codes": (), "regimes": ()},
            "category",
            "relevance low with category 6",
        ),
        ({"regimes": ()}, "regimes", "relevance high with regimes []"),
        (
            {"relevance": "none", **UNLISTED, "regimes": ("CN",)},
            "regimes",
            "relevance none with regimes ['CN']",
        ),
        (
            {"relevance": "low", **UNLISTED, "codes": ("6A003",)},
            "codes",
            "relevance low with codes ['6A003']",
        ),
    ],
)
def test_labels_that_contradict_each_other(
    product: LabelledProduct, changes: dict[str, Any], rule: str, message: str
) -> None:
    findings = check_products([replace(product, **changes)])
    assert {finding.rule for finding in findings} == {rule}
    assert findings[0].message == message


@pytest.mark.parametrize(
    ("changes", "rule", "message"),
    [
        ({"codes": ("6A003", "6A003.b")}, "codes", "'6A003.b' is no five-character code"),
        ({"codes": ("RU:6A003",)}, "codes", "'RU:6A003' is no five-character code"),
        ({"codes": ("3A001", "CN:4A003")}, "codes", "is of category 6"),
        ({"category": "5.1", "codes": ("5A002",)}, "codes", "is of category 5.1"),
        ({"codes": ("6A993",)}, "codes", "relevance high with low-level codes ['6A993'] alone"),
        (
            {"relevance": "medium", "codes": ("6A993",), "regimes": ("EU", "CN")},
            "regimes",
            "US is not among the regimes",
        ),
        ({"codes": ()}, "codes", "a controlled good without a code"),
        ({"codes": (), "regimes": ("CN", "JP")}, "codes", "a controlled good without a code"),
    ],
)
def test_codes(product: LabelledProduct, changes: dict[str, Any], rule: str, message: str) -> None:
    (finding,) = check_products([replace(product, **changes)])
    assert finding.rule == rule
    assert message in finding.message


def test_sound_pair(product: LabelledProduct) -> None:
    assert check_products(twins(product)) == []


def test_twin_with_other_codes_alone_is_sound(product: LabelledProduct) -> None:
    first, second = twins(product)
    other = replace(product, id="6-2", pair="6-1", codes=("6A002",))
    assert second != other
    assert check_products([first, other]) == []


def test_twin_is_missing(product: LabelledProduct) -> None:
    (finding,) = check_products([replace(product, pair="6-9")])
    assert (finding.rule, finding.message) == ("pair", "its twin '6-9' does not exist")


@pytest.mark.parametrize("back", [None, "6-3"])
def test_twin_does_not_name_its_twin(product: LabelledProduct, back: str | None) -> None:
    first, second = twins(product)
    third = replace(product, id="6-3")
    findings = check_products([first, replace(second, pair=back), third])
    assert findings[0].record == "6-1"
    assert findings[0].message == f"its twin 6-2 names {back!r} as twin"


def test_twin_is_of_another_family(product: LabelledProduct) -> None:
    first, second = twins(product)
    findings = check_products([first, replace(second, family="bolometer")])
    assert [finding.message for finding in findings] == [
        "its twin 6-2 is of another family (bolometer)",
        "its twin 6-1 is of another family (thermal-core)",
    ]


def test_twin_lies_on_the_same_side(product: LabelledProduct) -> None:
    first, second = replace(product, pair="6-2"), replace(product, id="6-2", pair="6-1")
    findings = check_products([first, second])
    assert [finding.message for finding in findings] == [
        "its twin 6-2 has the same relevance and codes",
        "its twin 6-1 has the same relevance and codes",
    ]


def test_product_is_not_its_own_twin(product: LabelledProduct) -> None:
    (finding,) = check_products([replace(product, pair=product.id)])
    assert finding.rule == "pair"


def test_repeated_id_is_told_once(product: LabelledProduct) -> None:
    (finding,) = check_products([product, product, product, replace(product, id="6-2")])
    assert str(finding) == "6-1: the id stands more than once [id]"


def test_every_fault_is_told_in_the_order_of_the_records(product: LabelledProduct) -> None:
    faulty = [replace(product, id=name, lang="ko", why="") for name in ("b", "a")]
    findings = check_products(faulty)
    assert [(finding.record, finding.rule) for finding in findings] == [
        ("b", "lang"),
        ("b", "why"),
        ("a", "lang"),
        ("a", "why"),
    ]
