"""One product in full: the labels, what drove them, and what else was considered."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.control_lists.entries import ControlEntry
from dualuse.corpus.control_lists.store import entries_meant
from dualuse.corpus.labels import CATEGORY_NAMES, NO_CATEGORY
from dualuse.models.candidates import (
    WeighedExample,
    candidate_codes,
    missing_parameters,
    weigh,
)
from dualuse.models.evidence import Passage
from dualuse.models.questions import CATEGORY, RELEVANCE_FROM
from dualuse.models.reading import ProductJudgement
from dualuse.screening.assess import ProductScreener, figures_of
from dualuse.screening.assessment import Assessment
from dualuse.screening.condition_words import CheckedEntry, checked_entries
from dualuse.screening.quotes import Quote, official_quotes

_PASSAGES: Final = 8
_NEIGHBOURS: Final = 5


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate code, its share of the say, what speaks for it most, and the entries it means.

    `terms` are the words of the text by which its entries call their goods; `official` quotes the
    texts that the user has imported.
    """

    code: str
    share: float
    example: str
    reason: str
    terms: tuple[Passage, ...]
    entries: tuple[CheckedEntry, ...]
    official: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Precedent:
    """A labelled example near the text; `similarity` is the cosine of n-gram vectors, 0 to 1."""

    id: str
    text: str
    category: str
    relevance: str
    codes: tuple[str, ...]
    why: str
    similarity: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """An assessment with everything it rests on."""

    text: str
    assessment: Assessment
    categories: dict[str, float]
    relevances: dict[str, float]
    clear_below: float
    controlled_from: float
    speaks_for: tuple[Passage, ...]
    speaks_against: tuple[Passage, ...]
    candidates: tuple[Candidate, ...]
    ruled_out: tuple[str, ...]
    to_ask: tuple[str, ...]
    nearest: tuple[Precedent, ...]


def explain_product(text: str, screener: ProductScreener) -> Explanation:
    """The explanation of one text's labels; an unreadable text has nothing but its reason."""
    assessment = screener.assess([text])[0]
    readable = assessment.basis != "unreadable"
    judgement = screener.model.judge([text], screener.policy.regimes)[0] if readable else None
    speaks_for, against = _passages(text, screener, assessment) if readable else ((), ())
    weighed = weigh(judgement, screener.policy.regimes) if judgement else []
    candidates = _candidates(text, judgement, weighed, screener) if judgement else ()
    # Of the codes that the labels name the order is theirs.
    order = {code: place for place, code in enumerate(assessment.codes)}
    candidates = tuple(sorted(candidates, key=lambda each: order.get(each.code, len(order))))
    return Explanation(
        text=text,
        assessment=assessment,
        categories=_rounded(judgement.categories) if judgement else {},
        relevances=_rounded(judgement.relevances) if judgement else {},
        clear_below=round(screener.thresholds.clear, 4),
        controlled_from=round(screener.thresholds.controlled, 4),
        speaks_for=speaks_for,
        speaks_against=against,
        candidates=candidates,
        ruled_out=_ruled_out(judgement, assessment, candidates) if judgement else (),
        to_ask=missing_parameters(weighed, None, judgement.quantities if judgement else ()),
        nearest=_precedents(judgement) if judgement else (),
    )


def _passages(
    text: str, screener: ProductScreener, assessment: Assessment
) -> tuple[tuple[Passage, ...], tuple[Passage, ...]]:
    if screener.words is None:
        return (), ()
    question = f"{RELEVANCE_FROM}medium"
    if assessment.category not in (None, NO_CATEGORY):
        question = f"{CATEGORY}{assessment.category}"
    found = screener.words.passages(text, question)
    against = screener.words.passages(text, question, against=True)
    return tuple(found[:_PASSAGES]), tuple(against[:_PASSAGES])


def _speaker(code: str, weighed: Sequence[WeighedExample]) -> tuple[str, str]:
    example = next((each.example for each in weighed if code in each.example.codes), None)
    if example is None:
        return "encoder", "the encoder finds goods of this entry alike; no near example names it"
    return example.id, f"{example.family.replace('-', ' ')}: {example.why}"


def _candidates(
    text: str,
    judgement: ProductJudgement,
    weighed: Sequence[WeighedExample],
    screener: ProductScreener,
) -> tuple[Candidate, ...]:
    figures, regimes = figures_of(judgement), screener.policy.regimes
    found = []
    candidates = candidate_codes(
        weighed, judgement.paragraphs, judgement.codes, regimes, judgement.quantities
    )
    for code, share in candidates:
        checked = checked_entries(code, figures, regimes)
        shown = {each.regimes: each for each in checked}
        entries = [entry for entry in entries_meant(code) if entry.regimes in shown]
        quotes = [
            official_quotes(
                entry, [each.paragraph for each in shown[entry.regimes].conditions], regimes
            )
            for entry in entries
        ]
        found.append(
            Candidate(
                code,
                round(share, 3),
                *_speaker(code, weighed),
                terms=_terms(text, entries, screener),
                entries=checked,
                official=tuple(quote for each in quotes for quote in each),
            )
        )
    return tuple(found)


def _terms(
    text: str, entries: Sequence[ControlEntry], screener: ProductScreener
) -> tuple[Passage, ...]:
    precedents = screener.model.precedents
    if precedents is None:
        return ()
    return tuple(
        Passage(text[match.start : match.end], match.start, match.end, round(match.weight, 2))
        for match in precedents.lists.matcher.matches(text)
        if any(precedents.lists.matcher.entries[place] in entries for place in match.entries)
    )


def _ruled_out(
    judgement: ProductJudgement, assessment: Assessment, candidates: Sequence[Candidate]
) -> tuple[str, ...]:
    """Fields that are less likely, and candidates that figures of the text fail."""
    others = sorted(judgement.categories.items(), key=lambda each: -each[1])
    fields = [
        f"{category} ({CATEGORY_NAMES[category]}): probability {share:.2f}"
        for category, share in others[:4]
        if category != assessment.category and share >= 0.01
    ]
    failed = [
        f"{candidate.code}: {', '.join(condition.figures)} ({condition.paragraph})"
        for candidate in candidates
        for entry in candidate.entries
        if entry.verdict == "failed"
        for condition in [each for each in entry.conditions if each.state == "failed"][:1]
    ]
    return (*fields, *failed)


def _precedents(judgement: ProductJudgement) -> tuple[Precedent, ...]:
    return tuple(
        Precedent(
            id=each.example.id,
            text=each.example.text,
            category=each.example.category,
            relevance=each.example.relevance,
            codes=each.example.codes,
            why=each.example.why,
            similarity=round(each.similarity, 3),
        )
        for each in judgement.neighbours[:_NEIGHBOURS]
    )


def _rounded(shares: dict[str, float]) -> dict[str, float]:
    return {name: round(share, 4) for name, share in shares.items()}
