"""Policy documents into briefings."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import compress
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.documents.read import DocumentReader
from dualuse.corpus.errors import DualuseError
from dualuse.corpus.labels import LIST_CATEGORIES, RELEVANCE, code_category, relevance_rank
from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.corpus.register import load_register
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Fact, Facts
from dualuse.models.facts.status import status_of
from dualuse.models.policy import PolicyModel, policy_text
from dualuse.models.summary import SentenceCount, summarise
from dualuse.screening.briefing import Briefing
from dualuse.screening.linking import link_briefings
from dualuse.screening.streams import read_input

DEFAULT_SENTENCES: Final = SentenceCount(number=4)

# What a summary must not leave out weighs most.
_FACT_WEIGHTS: Final = {
    "effective_date": 0.6,
    "suspension_end": 0.9,
    "expiry": 0.6,
    "comment_deadline": 0.6,
    "target_countries": 0.35,
    "codes": 0.25,
    "items": 0.3,
    "number": 0.2,
    "legal_basis": 0.05,
    "parties": 0.15,
    "exceptions": 0.15,
    "reexport": 0.15,
}
_EVERYTHING: Final = re.compile(
    r"(?:所有|一切|全部|任何)两用物项|すべての(?:デュアルユース|両用)|全ての(?:デュアルユース|両用)"
    r"|\b(?:all|any|every) dual[- ]use (?:items|goods|products|exports)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Unread:
    """A document that could not be read, and why, in a sentence that names it."""

    path: Path
    reason: str


class PolicyScreener:
    """Briefs documents with a policy model, as of a day."""

    def __init__(
        self,
        model: PolicyModel,
        as_of: date,
        sentences: SentenceCount = DEFAULT_SENTENCES,
    ) -> None:
        self.model = model
        self.as_of = as_of
        self.sentences = sentences

    def brief(self, document: PolicyDocument) -> Briefing:
        """The briefing on one document."""
        judgement = self.model.judge([policy_text(document.title, document.text)])[0]
        found = extract_facts(document)
        scores = self._sentence_scores(document)
        categories = set(judgement.categories)
        if judgement.relevance != RELEVANCE[0]:
            categories |= {code_category(code) for code in found.codes}
        return Briefing(
            path=document.path,
            title=document.title,
            language=document.language,
            issuer=found.issuer,
            issuing_country=found.issuing_country,
            number=found.number,
            date=found.date,
            relevance=judgement.relevance,
            relevance_score=round(judgement.relevance_score, 4),
            categories=tuple(c for c in LIST_CATEGORIES if c in categories),
            scope=_scope(document, judgement.measures, found),
            measures=judgement.measures,
            target_countries=found.target_countries,
            effective_date=found.effective_date,
            dates=found.dates,
            items=found.items,
            codes=found.codes,
            hs_codes=found.hs_codes,
            legal_basis=found.legal_basis,
            parties=found.parties,
            exceptions=found.exceptions,
            penalties=found.penalties,
            reexport=found.reexport,
            links=found.links,
            status=status_of(found, judgement.measures, self.as_of, document.title),
            summary=self._summary(document, found, scores),
            facts=(*_driver(document.sentences, scores), *found.facts),
            model=self.model.name,
            lists=self.model.lists,
        )

    def _sentence_scores(self, document: PolicyDocument) -> NDArray[np.float32]:
        texts = [sentence.text for sentence in document.sentences]
        return self.model.relevance_scores(texts) if texts else np.zeros(0, np.float32)

    def _summary(
        self, document: PolicyDocument, found: Facts, scores: NDArray[np.float32]
    ) -> tuple[Sentence, ...]:
        # A reader of the summary has the title before them.
        told = [not _is_title(sentence, document.title) for sentence in document.sentences]
        sentences = list(compress(document.sentences, told))
        return summarise(
            sentences,
            document.language,
            self.sentences,
            relevance=scores[told],
            facts=fact_weights(sentences, found),
        )


def brief_documents(
    paths: Sequence[Path], screener: PolicyScreener, advance: Callable[[int], None] = lambda _: None
) -> tuple[list[tuple[Briefing, PolicyDocument]], list[Unread]]:
    """The briefings on all documents, highest relevance first, and those that cannot be read."""
    briefed: list[tuple[Briefing, PolicyDocument]] = []
    unread: list[Unread] = []
    with DocumentReader() as reader:
        for path in paths:
            try:
                document = read_input(reader, path)
            except DualuseError as fault:
                unread.append(Unread(path, str(fault)))
            else:
                briefed.append((screener.brief(document), document))
            advance(1)
    linked = link_briefings([briefing for briefing, _ in briefed], load_register())
    briefed = [(each, document) for each, (_, document) in zip(linked, briefed, strict=True)]
    briefed.sort(key=lambda each: _urgency(each[0]))
    return briefed, unread


def fact_weights(sentences: Sequence[Sentence], found: Facts) -> dict[int, float]:
    """How much the facts in each sentence weigh for a summary, by the sentence's position."""
    weights: dict[int, float] = {}
    claimed: Iterable[Fact] = (fact for fact in found.facts if fact.field in _FACT_WEIGHTS)
    seen: set[tuple[str, int]] = set()
    ends = (Fact(day.role, day.date or "", day.start, day.end) for day in found.dates)
    for fact in (*claimed, *(end for end in ends if end.field in _FACT_WEIGHTS)):
        place = _sentence_at(sentences, fact.start, fact.end)
        if place is not None and (fact.field, place) not in seen:
            seen.add((fact.field, place))
            weights[place] = weights.get(place, 0.0) + _FACT_WEIGHTS[fact.field]
    return weights


def _sentence_at(sentences: Sequence[Sentence], start: int, end: int) -> int | None:
    if end <= start:
        return None
    for place, sentence in enumerate(sentences):
        if sentence.start <= start < sentence.end:
            return place
    return None


def _is_title(sentence: Sentence, title: str) -> bool:
    return sentence.text.lstrip("# ").casefold() == title.casefold()


def _driver(sentences: Sequence[Sentence], scores: NDArray[np.float32]) -> tuple[Fact, ...]:
    if not len(scores):
        return ()
    best = sentences[int(scores.argmax())]
    return (Fact("relevance", best.text, best.start, best.end),)


def _scope(document: PolicyDocument, measures: Sequence[str], found: Facts) -> str | None:
    if "entity_listing" in measures:
        return "parties"
    if set(measures) <= {"none", "enforcement", "consultation", "guidance"}:
        return None
    if _EVERYTHING.search(f"{document.title}\n{document.text}"):
        return "all"
    return "listed" if found.items or found.codes or found.hs_codes else None


def _urgency(briefing: Briefing) -> tuple[int, float, str]:
    return (
        -relevance_rank(briefing.relevance),
        -briefing.relevance_score,
        briefing.path or briefing.title,
    )
