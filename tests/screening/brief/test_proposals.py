"""Briefs on what is only proposed, and on ends that nobody can have meant."""

from collections.abc import Callable

import pytest

from dualuse.models.facts.records import Link, Status
from dualuse.screening.brief.records import Brief, Language
from dualuse.screening.brief.words import WORDS

BriefOf = Callable[..., Brief]

MIXED = ("list_amendment", "consultation")


@pytest.mark.parametrize(
    ("language", "planned", "asked"),
    [
        ("en", " proposes ", " asks for views on a proposal"),
        ("zh", "提出拟议措施：", "就拟议措施征求意见："),
        ("ja", "次の措置を提案する：", "次の措置案への意見を募る："),
    ],
)
def test_what_is_proposed_is_not_told_as_done(
    brief_of: BriefOf, language: Language, planned: str, asked: str
) -> None:
    done = WORDS[language].acts["list_amendment"][1].rstrip("。")
    status = Status("2026-11-24", "proposed", None)
    for measures, words in ((("list_amendment",), planned), (MIXED, asked)):
        told = brief_of(language, measures=measures, status=status, issuing_country="CN").text
        assert words in told
        assert WORDS[language].nouns["list_amendment"] in told
        assert done not in told or language == "zh"  # verbs and nouns are one there
    reported = brief_of(language, measures=MIXED, status=status)
    assert WORDS[language].nouns["consultation"] not in reported.text


def test_what_is_proposed_changes_nothing_yet(brief_of: BriefOf) -> None:
    found = brief_of(
        "en",
        measures=("consultation",),
        status=Status("2026-11-24", "proposed", None),
        links=(Link("amends", "89 FR 51644"),),
    )
    assert "As proposed, it amends 89 FR 51644." in found.text


@pytest.mark.parametrize(
    ("until", "told"), [("2040-05-01", "until 1 May 2040"), ("2058-05-01", "")]
)
def test_an_end_of_another_generation_is_not_told(brief_of: BriefOf, until: str, told: str) -> None:
    text = brief_of("en", status=Status("2026-11-24", "in_force", until), date="2026-01-06").text
    assert "in force" in text
    assert told in text
    assert "2058" not in text
