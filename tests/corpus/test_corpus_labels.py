from pathlib import Path

import pytest

from dualuse.corpus import labels

DOCS = Path(__file__).parents[2] / "docs" / "labels.md"


@pytest.mark.parametrize("code", ["6A003", "0C001", "CN:3C001", "EU:9E003", "5A992"])
def test_codes(code: str) -> None:
    assert labels.is_code(code)


@pytest.mark.parametrize(
    "code", ["", "6A3", "6a003", "6F003", "6A003.b", "6A0030", "XX:6A003", "cn:3C001", "6A003\n"]
)
def test_what_is_no_code(code: str) -> None:
    assert not labels.is_code(code)


def test_code_is_taken_apart() -> None:
    match = labels.CODE.fullmatch("CN:3C001")
    assert match is not None
    assert match.groupdict() == {"regime": "CN", "code": "3C001"}


@pytest.mark.parametrize(
    ("code", "low"),
    [
        ("5A992", True),
        ("US:3A991", True),
        ("4A994", True),
        ("6A003", False),
        ("9A199", False),
        ("CN:1C902", False),
    ],
)
def test_low_level_codes(code: str, low: bool) -> None:
    assert labels.is_low_level(code) is low


@pytest.mark.parametrize(
    ("code", "category"),
    [
        ("0C001", "0"),
        ("9A991", "9"),
        ("CN:3C001", "3"),
        ("5A001", "5.1"),
        ("5A991", "5.1"),
        ("5B101", "5.1"),
        ("5A002", "5.2"),
        ("5A003", "5.2"),
        ("US:5D002", "5.2"),
        ("5A004", "5.2"),
        ("5A992", "5.2"),
    ],
)
def test_category_of_a_code(code: str, category: str) -> None:
    assert labels.code_category(code) == category


@pytest.mark.parametrize(
    ("relevance", "codes", "basis"),
    [
        ("high", ("6A003",), "listed"),
        ("high", ("6A998",), "listed"),
        ("medium", ("6A993",), "low_level"),
        ("medium", ("6A003", "6A993"), "low_level"),
        ("medium", ("6A003",), "parameter_missing"),
        ("medium", (), "parameter_missing"),
        ("low", (), "below_threshold"),
        ("none", (), "unrelated"),
    ],
)
def test_basis_follows_from_relevance_and_codes(
    relevance: str, codes: tuple[str, ...], basis: str
) -> None:
    assert labels.basis_of(relevance, codes) == basis
    assert basis in labels.BASES


def test_relevance_rises() -> None:
    assert sorted(["high", "low", "none", "medium"], key=labels.relevance_rank) == [
        "none",
        "low",
        "medium",
        "high",
    ]


def test_every_category_has_a_name() -> None:
    assert tuple(labels.CATEGORY_NAMES) == labels.CATEGORIES


def test_entries_beyond_anti_terrorism_are_of_the_99x_series() -> None:
    assert all(map(labels.is_code, labels.BEYOND_ANTI_TERRORISM))
    assert all(map(labels.is_low_level, labels.BEYOND_ANTI_TERRORISM))


@pytest.mark.parametrize(
    "words",
    [
        labels.CATEGORIES,
        labels.RELEVANCE,
        labels.MEASURES,
        labels.SCOPES,
        labels.BASES,
        labels.DECISIONS,
    ],
)
def test_docs_explain_every_word(words: tuple[str, ...]) -> None:
    text = DOCS.read_text("utf-8")
    assert [word for word in words if f"`{word}`" not in text] == []
