from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.corpus.sentences import split_sentences
from dualuse.models.facts.records import DateFact, Fact, Item, Link, Party, Status
from dualuse.screening.brief.compose import compose_brief
from dualuse.screening.brief.records import Brief
from dualuse.screening.briefing import Briefing

TEXT = (
    "MOFCOM published Announcement No. 7 of 2026 on 6 January 2026. Exports of gallium to Japan "
    "are banned from 6 March 2026. Medical uses are exempt. The weather was fine."
)
BARE = Briefing(
    path="a.txt",
    title="Notice",
    language="en",
    issuer=None,
    issuing_country=None,
    number=None,
    date=None,
    relevance="high",
    relevance_score=0.9,
    categories=(),
    scope=None,
    measures=("ban",),
    target_countries=(),
    effective_date=None,
    dates=(),
    items=(),
    codes=(),
    hs_codes=(),
    legal_basis=(),
    parties=(),
    exceptions=(),
    penalties=(),
    reexport=(),
    links=(),
    status=Status("2026-11-24", "unknown", None),
    summary=(),
    brief=None,
    facts=(
        Fact("relevance", "Exports of gallium to Japan are banned from 6 March 2026.", 64, 120),
    ),
    model="m",
    lists="l",
)


def _fact(field: str, value: str, words: str) -> Fact:
    start = TEXT.index(words)
    return Fact(field, value, start, start + len(words))


FULL = replace(
    BARE,
    issuer="MOFCOM",
    issuing_country="CN",
    number="Announcement No. 7 of 2026",
    date="2026-01-06",
    measures=("ban", "end_use_control"),
    target_countries=("JP",),
    effective_date="2026-03-06",
    dates=(DateFact("effective", "2026-03-06", TEXT.index("6 March"), TEXT.index("6 March") + 12),),
    items=(Item("gallium", TEXT.index("gallium"), TEXT.index("gallium") + 7),),
    codes=("3C001",),
    legal_basis=("Export Control Law",),
    parties=(Party("Acme", "JP", None, 0, 0), Party("Acme", "JP", None, 0, 0)),
    exceptions=(_fact("exceptions", "Medical uses are exempt.", "Medical uses are exempt."),),
    links=(Link("suspends", "2025年第61号公告"), Link("cites", "No. 3")),
    status=Status("2026-11-24", "in_force", None),
    facts=(
        *BARE.facts,
        _fact("issuer", "MOFCOM", "MOFCOM"),
        _fact("number", "Announcement No. 7 of 2026", "Announcement No. 7 of 2026"),
        _fact("date", "2026-01-06", "6 January 2026"),
        _fact("target_countries", "JP", "Japan"),
        _fact("effective_date", "2026-03-06", "6 March 2026"),
        _fact("items", "gallium", "gallium"),
    ),
)


@pytest.fixture
def brief_of() -> Callable[..., Brief]:
    """The brief on a briefing with some fields changed: `brief_of("en", measures=("ban",))`."""

    def composed(language: Any, *, full: bool = False, **changes: Any) -> Brief:
        document = PolicyDocument("Notice", TEXT, split_sentences(TEXT, "en"), "en")
        return compose_brief(replace(FULL if full else BARE, **changes), document, language)

    return composed
