"""What later documents, and the register of known measures, do to the measures of a folder."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from dualuse.corpus.register import KnownMeasure
from dualuse.models.facts.numbers.keys import Key, number_key, other_authority
from dualuse.models.facts.records import DateFact, Link, Status
from dualuse.screening.briefing import Briefing

_ACTS = frozenset({"suspends", "resumes", "repeals", "replaces", "amends", "corrects"})
_ENDS = frozenset({"repeals", "replaces"})
_WORDS = {
    "suspends": "suspended",
    "resumes": "resumed",
    "repeals": "repealed",
    "replaces": "replaced",
    "amends": "amended",
    "corrects": "corrected",
}


@dataclass(frozen=True, slots=True)
class Deed:
    """What `by` does to a measure from `since` on, until `until` where that ends; ISO dates."""

    relation: str
    by: str
    since: str | None
    until: str | None
    part: str | None


class Told(Protocol):
    """What linking reads of a document's facts; a `Briefing` and `Facts` have it."""

    @property
    def number(self) -> str | None:
        """The document's own number."""

    @property
    def issuing_country(self) -> str | None:
        """The country of who issues the measure."""

    @property
    def date(self) -> str | None:
        """The date of the document."""

    @property
    def effective_date(self) -> str | None:
        """The first day of the measure."""

    @property
    def dates(self) -> tuple[DateFact, ...]:
        """All dates with their roles."""

    @property
    def links(self) -> tuple[Link, ...]:
        """The other documents that this one names."""


@dataclass(frozen=True, slots=True)
class Linked:
    """A document as linking sees it: its title, its facts, and its state by its own text."""

    title: str
    facts: Told
    status: Status


def link_briefings(
    briefings: Sequence[Briefing], register: Sequence[KnownMeasure]
) -> list[Briefing]:
    """The briefings with the states that the other documents and the register bring about."""
    own = [Linked(each.title, each, each.status) for each in briefings]
    states = link_states(own, register)
    return [replace(each, status=state) for each, state in zip(briefings, states, strict=True)]


def link_states(documents: Sequence[Linked], register: Sequence[KnownMeasure]) -> list[Status]:
    """Where each document's measure stands, once the others and the register are heard.

    A measure that a later document suspends is `suspended` until the day that document gives, or
    until another resumes it; one that is repealed or replaced is `rescinded`. A suspension whose
    end has passed without a later word leaves the state `unknown`, and the note says what to
    verify. A document whose number cannot be told from its text keeps its own state.
    """
    deeds = _deeds_of_folder(documents)
    known = _Register(register)
    states = []
    for each in documents:
        own = _own_key(each.facts)
        told = [
            deed
            for key, number, deed in deeds
            if own is not None
            and key == own
            and not other_authority(number, each.facts.number or "")
        ]
        told += known.deeds_upon(each, own)
        states.append(_status(each.status, told) if told else each.status)
    return states


def _own_key(facts: Told) -> Key | None:
    if facts.number is None:
        return None
    return number_key(facts.number, facts.issuing_country, _year(facts))


def _year(facts: Told) -> str | None:
    return facts.date[:4] if facts.date else None


def _deeds_of_folder(documents: Iterable[Linked]) -> list[tuple[Key, str, Deed]]:
    """What each document does to others that it names, by the keys of their numbers."""
    found = []
    for document in documents:
        facts = document.facts
        own = _own_key(facts)
        end = _end_of_suspension(document)
        for link in facts.links:
            key = number_key(link.number, facts.issuing_country, _year(facts))
            if link.relation not in _ACTS or key is None or key == own:
                continue
            by = facts.number or document.title
            until = end if link.relation == "suspends" else None
            since = facts.effective_date or facts.date
            found.append((key, link.number, Deed(link.relation, by, since, until, None)))
    return found


def _end_of_suspension(document: Linked) -> str | None:
    """The last day of what a document suspends; that of its own measure where no other is told."""
    ends = [each.date for each in document.facts.dates if each.role == "suspension_end"]
    return max((day for day in ends if day), default=document.status.until)


class _Register:
    """The known measures, by their numbers, and what is done to each."""

    def __init__(self, register: Sequence[KnownMeasure]) -> None:
        self._measures = register
        self._by_key = {
            key: each
            for each in register
            if each.number and (key := number_key(each.number, each.country, _known_year(each)))
        }
        self._deeds: dict[str, list[Deed]] = {}
        for each in register:
            for link in each.links:
                if link.relation in _ACTS:
                    since = each.effective_date or each.date
                    until = each.until if link.relation == "suspends" else None
                    by = each.number or f"{each.issuer}, {each.date}"
                    deed = Deed(link.relation, by, since, until, link.part)
                    self._deeds.setdefault(link.to, []).append(deed)

    def deeds_upon(self, document: Linked, own: Key | None) -> list[Deed]:
        """What known measures do to the measure that a document is or tells of."""
        measure = self._by_key.get(own) if own else None
        if measure and other_authority(document.facts.number or "", measure.issuer or ""):
            measure = None
        measure = measure or self._by_name(document)
        return self._deeds.get(measure.id, []) if measure else []

    def _by_name(self, document: Linked) -> KnownMeasure | None:
        """A known measure that the title names, of the day of the document or its measure."""
        facts = document.facts
        for each in self._measures:
            days = {each.effective_date: facts.effective_date, each.date: facts.date}
            same_day = any(known is not None and known == own for known, own in days.items())
            named = any(name in document.title for name in each.names)
            if named and same_day and each.country == facts.issuing_country:
                return each
        return None


def _known_year(measure: KnownMeasure) -> str | None:
    day = measure.date or measure.effective_date
    return day[:4] if day else None


def _status(status: Status, deeds: Sequence[Deed]) -> Status:
    """The status with the latest deed that has begun by its day; parts and changes are notes."""
    begun = sorted(
        (deed for deed in deeds if deed.since is None or deed.since <= status.as_of),
        key=lambda deed: deed.since or "",
    )
    notes = [_told(deed) for deed in begun]
    state, until = status.state, status.until
    for deed in begun:
        if deed.part is not None:
            continue
        if deed.relation in _ENDS:
            state, until = "rescinded", deed.since
        elif deed.relation == "suspends":
            state, until = "suspended", deed.until
        elif deed.relation == "resumes" and state == "suspended":
            state, until = status.state, status.until
    if state == "suspended" and until is not None and until < status.as_of:
        notes.append(f"the suspension expired on {until}: verify")
        state = "unknown"
    if status.note and state == status.state:
        notes.insert(0, status.note)
    return Status(status.as_of, state, until, "; ".join(dict.fromkeys(notes)) or None)


def _told(deed: Deed) -> str:
    part = f"{deed.part} " if deed.part else ""
    since = f" from {deed.since}" if deed.since else ""
    until = f" until {deed.until}" if deed.until else ""
    return f"{part}{_WORDS[deed.relation]}{since}{until} by {deed.by}"
