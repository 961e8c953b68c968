"""Policy documents into briefings."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Final

import numpy as np
from numpy.typing import NDArray

from dualuse.corpus.labels import LIST_CATEGORIES, RELEVANCE, code_category, relevance_rank
from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.extract import extract_facts
from dualuse.models.facts.records import Fact, Facts
from dualuse.models.facts.status import status_of
from dualuse.models.policy import PolicyJudgement, PolicyModel, policy_text
from dualuse.models.summary import SentenceCount, summarise
from dualuse.screening.brief.compose import compose_brief
from dualuse.screening.brief.records import Language
from dualuse.screening.briefing import Briefing
from dualuse.screening.reach import left_unread, within_reach

DEFAULT_SENTENCES: Final = SentenceCount()

_MOST_DRIVERS: Final = 3
_DRIVES: Final = 0.7
"""Of the score of the sentence that drives the relevance most, from which on another drives too."""
_EVERYTHING: Final = re.compile(
    r"(?:所有|一切|全部|任何)两用物项|すべての(?:デュアルユース|両用)|全ての(?:デュアルユース|両用)"
    r"|\b(?:all|any|every) dual[- ]use (?:items|goods|products|exports)",
    re.IGNORECASE,
)


class PolicyScreener:
    """Briefs documents with a policy model, as of a day."""

    def __init__(
        self,
        model: PolicyModel,
        as_of: date,
        sentences: SentenceCount = DEFAULT_SENTENCES,
        brief_language: Language = "en",
    ) -> None:
        self.model = model
        self.as_of = as_of
        self.sentences = sentences
        self.brief_language: Language = brief_language

    def brief(self, document: PolicyDocument) -> Briefing:
        """The briefing on one document, with a paragraph composed from it.

        Of an endless one the beginning is read, and a fact tells so.
        """
        read = within_reach(document)
        briefing = self._judged(read)
        facts = (*briefing.facts, *left_unread(document, read))
        return self.told(replace(briefing, facts=facts), read)

    def told(self, briefing: Briefing, document: PolicyDocument | None) -> Briefing:
        """The briefing with its paragraph composed from what it says now.

        Without the document the places that the paragraph cites are those of the facts themselves.
        """
        bare = PolicyDocument(briefing.title, "", (), briefing.language, briefing.path)
        paragraph = compose_brief(briefing, document or bare, self.brief_language)
        return replace(briefing, brief=paragraph)

    def _judged(self, document: PolicyDocument) -> Briefing:
        judgement = self.model.judge([policy_text(document.title, document.text)])[0]
        found = extract_facts(document)
        scores = self._sentence_scores(document)
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
            categories=_categories(judgement, found),
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
            summary=self._summary(document, found, scores, judgement.measures),
            brief=None,
            facts=(*_driver(document.sentences, scores), *found.facts),
            model=self.model.name,
            lists=self.model.lists,
        )

    def _summary(
        self,
        document: PolicyDocument,
        found: Facts,
        scores: NDArray[np.float32],
        measures: Sequence[str],
    ) -> tuple[Sentence, ...]:
        return summarise(
            document,
            found,
            relevance=scores,
            measures=measures,
            count=self.sentences,
            reader=self.model.key_reader,
        )

    def _sentence_scores(self, document: PolicyDocument) -> NDArray[np.float32]:
        texts = [sentence.text for sentence in document.sentences]
        return self.model.relevance_scores(texts) if texts else np.zeros(0, np.float32)


def _driver(sentences: Sequence[Sentence], scores: NDArray[np.float32]) -> tuple[Fact, ...]:
    if not len(scores):
        return ()
    # The likeliest, and those nearly as likely: a rule often says what it does in several places.
    best = scores.argsort(kind="stable")[::-1][:_MOST_DRIVERS]
    strong = [place for place in best if scores[place] >= _DRIVES * scores[best[0]]]
    told = (sentences[place] for place in strong)
    return tuple(Fact("relevance", each.text, each.start, each.end) for each in told)


def _categories(judgement: PolicyJudgement, found: Facts) -> tuple[str, ...]:
    """The fields of the judgement, and of the codes that the text names."""
    categories = set(judgement.categories)
    if judgement.relevance != RELEVANCE[0]:
        categories |= {code_category(code) for code in found.codes}
    return tuple(category for category in LIST_CATEGORIES if category in categories)


def _scope(document: PolicyDocument, measures: Sequence[str], found: Facts) -> str | None:
    if "entity_listing" in measures:
        return "parties"
    if set(measures) <= {"none", "enforcement", "consultation", "guidance"}:
        return None
    if _EVERYTHING.search(f"{document.title}\n{document.text}"):
        return "all"
    return "listed" if found.items or found.codes or found.hs_codes else None


def urgency(briefing: Briefing) -> tuple[int, float, str]:
    """A key that sorts the highest relevance first, then the surest."""
    return (
        -relevance_rank(briefing.relevance),
        -briefing.relevance_score,
        briefing.path or briefing.title,
    )
