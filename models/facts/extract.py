"""All facts of a document in one call, with the place of every value."""

from collections.abc import Iterable
from dataclasses import dataclass

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.clauses import find_clauses
from dualuse.models.facts.codes import find_codes, find_tariff_codes
from dualuse.models.facts.date_roles import RoledDate, role_dates
from dualuse.models.facts.dates import FoundDate, find_dates
from dualuse.models.facts.document_date import document_date
from dualuse.models.facts.effective import effective_date
from dualuse.models.facts.issuers import find_issuer
from dualuse.models.facts.items import find_items
from dualuse.models.facts.law import find_laws
from dualuse.models.facts.numbers import find_links, own_number
from dualuse.models.facts.parties import find_parties
from dualuse.models.facts.records import DateFact, Fact, Facts, Link
from dualuse.models.facts.targets import find_targets

_SURE = 3  # weight from which a publication told in the text is that of the document


def extract_facts(document: PolicyDocument) -> Facts:
    """What the rules read in `document`: who, what, against whom, from when and until when.

    Time grows with the length of the text and no more. Nothing is guessed: what no rule finds is
    None or empty. Values that stand only in the title, or in the metadata of the file, have the
    offsets (0, 0).
    """
    days = _days(document)
    issuer = find_issuer(document)
    country = issuer.country if issuer else None
    parties = find_parties(document)
    listed = [party.country for party in parties if party.country]
    targets = find_targets(document, country, listed) if issuer else ()
    number = own_number(document)
    links = find_links(document, number)
    items = find_items(document)
    codes, tariffs = find_codes(document.text), find_tariff_codes(document.text)
    laws = find_laws(document.text, document.language)
    clauses = {
        kind: find_clauses(document, kind) for kind in ("exceptions", "penalties", "reexport")
    }
    places = [
        *_named("issuer", issuer.name if issuer else None, issuer),
        *_named("issuing_country", country, issuer),
        *_named("number", number.number if number else None, number),
        *days.places(),
        *(Fact("target_countries", each.country, each.start, each.end) for each in targets),
        *(Fact("items", each.text, each.start, each.end) for each in items),
        *(Fact("codes", each.code, each.start, each.end) for each in codes),
        *(Fact("hs_codes", each.code, each.start, each.end) for each in tariffs),
        *(Fact("legal_basis", each.name, each.start, each.end) for each in laws),
        *(Fact("parties", each.name, each.start, each.end) for each in parties),
        *(fact for kind in clauses.values() for fact in kind),
        *(Fact("links", each.number, each.start, each.end) for each in links),
    ]
    return Facts(
        issuer=issuer.name if issuer else None,
        issuing_country=country,
        number=number.number if number else None,
        date=days.document.date if days.document else None,
        effective_date=days.effective.date if days.effective else None,
        dates=days.all,
        target_countries=tuple(each.country for each in targets),
        items=items,
        codes=tuple(each.code for each in codes),
        hs_codes=tuple(each.code for each in tariffs),
        legal_basis=tuple(each.name for each in laws),
        parties=parties,
        exceptions=clauses["exceptions"],
        penalties=clauses["penalties"],
        reexport=clauses["reexport"],
        links=tuple(Link(each.relation, each.number) for each in links),
        facts=tuple(places),
    )


@dataclass(frozen=True, slots=True)
class _Days:
    document: FoundDate | None
    effective: DateFact | None
    all: tuple[DateFact, ...]

    def places(self) -> Iterable[Fact]:
        if self.document:
            yield Fact("date", self.document.date, self.document.start, self.document.end)
        if self.effective and self.effective.date:
            day = self.effective
            yield Fact("effective_date", self.effective.date, day.start, day.end)
        for each in self.all:
            if each.date:
                yield Fact("dates", each.date, each.start, each.end)


def _days(document: PolicyDocument) -> _Days:
    own = document_date(document)
    found = find_dates(document.text, document.language, own.date if own else None)
    roled = role_dates(document, found)
    own = own or _told(roled)
    effective = effective_date(document.text, roled, own.date if own else None)
    facts = {
        (each.start, each.end): DateFact(each.role, each.date, each.start, each.end)
        for each in roled
    }
    if own:
        facts.setdefault((own.start, own.end), DateFact("published", own.date, own.start, own.end))
    if effective:
        facts[effective.start, effective.end] = effective
    in_order = sorted(facts.values(), key=lambda each: (each.start, each.end))
    return _Days(own, effective, tuple(in_order))


def _told(roled: Iterable[RoledDate]) -> FoundDate | None:
    """The first day on which the text says that something was published or issued."""
    for each in roled:
        if each.role in {"published", "issued"} and each.weight >= _SURE:
            return FoundDate(each.date, each.start, each.end, "full")
    return None


def _named(field: str, value: str | None, place: object) -> Iterable[Fact]:
    if value is not None:
        yield Fact(field, value, getattr(place, "start", 0), getattr(place, "end", 0))
