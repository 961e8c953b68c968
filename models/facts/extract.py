"""All facts of a document in one call, with the place of every value."""

from collections.abc import Iterable
from dataclasses import dataclass

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.clauses import CLAUSE_KINDS, find_clauses
from dualuse.models.facts.codes import FoundCode, find_codes, find_tariff_codes
from dualuse.models.facts.days.extract import Days, find_days
from dualuse.models.facts.issuers.extract import Issuer, find_issuer
from dualuse.models.facts.items import find_items
from dualuse.models.facts.law import FoundLaw, find_laws
from dualuse.models.facts.numbers.extract import FoundLink, FoundNumber, find_links, own_number
from dualuse.models.facts.parties.extract import find_parties
from dualuse.models.facts.records import Fact, Facts, Item, Link, Party
from dualuse.models.facts.targets.extract import Target, find_targets


def extract_facts(document: PolicyDocument) -> Facts:
    """What the rules read in `document`: who, what, against whom, from when and until when.

    Time grows with the length of the text and no more. Nothing is guessed: what no rule finds is
    None or empty. Values that stand only in the title, or in the metadata of the file, have the
    offsets (0, 0).
    """
    found = _find(document)
    days, issuer, number = found.days, found.issuer, found.number
    return Facts(
        issuer=issuer.name if issuer else None,
        issuing_country=issuer.country if issuer else None,
        number=number.number if number else None,
        date=days.document.date if days.document else None,
        effective_date=days.effective.date if days.effective else None,
        dates=days.all,
        target_countries=tuple(each.country for each in found.targets),
        items=found.items,
        codes=tuple(each.code for each in found.codes),
        hs_codes=tuple(each.code for each in found.tariffs),
        legal_basis=tuple(each.name for each in found.laws),
        parties=found.parties,
        exceptions=found.clauses["exceptions"],
        penalties=found.clauses["penalties"],
        reexport=found.clauses["reexport"],
        links=tuple(Link(each.relation, each.number) for each in found.links),
        facts=tuple(_places(found)),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """The answers of all rules, with their places."""

    days: Days
    issuer: Issuer | None
    number: FoundNumber | None
    targets: tuple[Target, ...]
    items: tuple[Item, ...]
    codes: tuple[FoundCode, ...]
    tariffs: tuple[FoundCode, ...]
    laws: tuple[FoundLaw, ...]
    parties: tuple[Party, ...]
    clauses: dict[str, tuple[Fact, ...]]
    links: tuple[FoundLink, ...]


def _find(document: PolicyDocument) -> _Found:
    issuer, number, parties = find_issuer(document), own_number(document), find_parties(document)
    listed = [party.country for party in parties if party.country]
    return _Found(
        days=find_days(document, measure=issuer is not None and issuer.name is not None),
        issuer=issuer,
        number=number,
        targets=find_targets(document, issuer, listed),
        items=find_items(document),
        codes=find_codes(document.text),
        tariffs=find_tariff_codes(document.text),
        laws=find_laws(document.text, document.language),
        parties=parties,
        clauses={kind: find_clauses(document, kind) for kind in CLAUSE_KINDS},
        links=find_links(document, number),
    )


def _places(found: _Found) -> Iterable[Fact]:
    """The place of every value, in the order of the fields."""
    if found.issuer:
        yield from _named("issuer", found.issuer.name, found.issuer)
        yield from _named("issuing_country", found.issuer.country, found.issuer)
    if found.number:
        yield from _named("number", found.number.number, found.number)
    yield from found.days.places()
    yield from (Fact("target_countries", one.country, one.start, one.end) for one in found.targets)
    yield from (Fact("items", one.text, one.start, one.end) for one in found.items)
    yield from (Fact("codes", one.code, one.start, one.end) for one in found.codes)
    yield from (Fact("hs_codes", one.code, one.start, one.end) for one in found.tariffs)
    yield from (Fact("legal_basis", one.name, one.start, one.end) for one in found.laws)
    yield from (Fact("parties", one.name, one.start, one.end) for one in found.parties)
    for kind in CLAUSE_KINDS:
        yield from found.clauses[kind]
    yield from (Fact("links", one.number, one.start, one.end) for one in found.links)


def _named(field: str, value: str | None, place: Issuer | FoundNumber) -> Iterable[Fact]:
    if value is not None:
        yield Fact(field, value, place.start, place.end)
