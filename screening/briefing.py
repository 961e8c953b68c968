"""What the toolkit says of a policy document: the fields that `triage` writes."""

from dataclasses import asdict, dataclass, fields
from typing import Any

from dualuse.corpus.records import Sentence
from dualuse.models.facts.records import DateFact, Fact, Item, Link, Party, Status
from dualuse.screening.brief.records import Brief


@dataclass(frozen=True, slots=True)
class Briefing:
    """One document's labels and facts; offsets count characters of the extracted text.

    `relevance_score` is the calibrated P(relevance is high). `facts` gives the place of every
    value claimed, with the sentence that drove the relevance as field `relevance`.
    """

    path: str | None
    title: str
    language: str
    issuer: str | None
    issuing_country: str | None
    number: str | None
    date: str | None
    relevance: str
    relevance_score: float
    categories: tuple[str, ...]
    scope: str | None
    measures: tuple[str, ...]
    target_countries: tuple[str, ...]
    effective_date: str | None
    dates: tuple[DateFact, ...]
    items: tuple[Item, ...]
    codes: tuple[str, ...]
    hs_codes: tuple[str, ...]
    legal_basis: tuple[str, ...]
    parties: tuple[Party, ...]
    exceptions: tuple[Fact, ...]
    penalties: tuple[Fact, ...]
    reexport: tuple[Fact, ...]
    links: tuple[Link, ...]
    status: Status
    summary: tuple[Sentence, ...]
    brief: Brief | None
    facts: tuple[Fact, ...]
    model: str
    lists: str

    def as_json(self) -> dict[str, Any]:
        """The fields as JSON values, in their order; clauses are given as text and place."""
        values = {field.name: getattr(self, field.name) for field in fields(self)}
        for name in ("dates", "items", "parties", "links", "summary", "facts"):
            values[name] = [asdict(each) for each in values[name]]
        for name in ("exceptions", "penalties", "reexport"):
            values[name] = [
                {"text": fact.value, "start": fact.start, "end": fact.end} for fact in values[name]
            ]
        values["status"] = asdict(self.status)
        values["brief"] = asdict(self.brief) if self.brief else None
        return values
