"""The rules that every labelled policy document obeys."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import Final

from dualuse.corpus import labels
from dualuse.corpus.quality.findings import Finding
from dualuse.corpus.records import LabelledPolicy

_COUNTRY: Final = re.compile(r"[A-Z]{2}")


def check_policy(documents: Sequence[LabelledPolicy]) -> list[Finding]:
    """Every fault in labels, ids, spans, dates and codes, in the order of the records."""
    repeated = [name for name, count in Counter(d.id for d in documents).items() if count > 1]
    findings = [Finding(name, "id", "the id stands more than once") for name in repeated]
    for document in documents:
        faults = (
            *_words(document),
            *_facts(document),
            *_dates(document),
            *_parties(document),
            *_labels(document),
            *_spans(document),
        )
        findings += [Finding(document.id, rule, message) for rule, message in faults]
    return [*findings, *_events(documents)]


def _events(documents: Sequence[LabelledPolicy]) -> Iterator[Finding]:
    """Where texts of relevance high that tell one event differ on who did it, and what.

    Parts of a package that apply from other days may be other measures.
    """
    told: dict[str, list[LabelledPolicy]] = defaultdict(list)
    for document in documents:
        if document.relevance == "high":
            told[document.event].append(document)
    for event, texts in told.items():
        for first, other in combinations(texts, 2):
            if other.issuing_country != first.issuing_country:
                message = f"{first.id} names {first.issuing_country} as issuer of {event!r} too"
                yield Finding(other.id, "event", message)
            elif other.effective_date != first.effective_date:
                continue
            elif not set(other.measures) & set(first.measures):
                message = f"has no measure in common with {first.id}, which tells {event!r} too"
                yield Finding(other.id, "event", message)


def _words(document: LabelledPolicy) -> Iterator[tuple[str, str]]:
    choices: tuple[tuple[str, Sequence[str | None], Sequence[str]], ...] = (
        ("lang", (document.lang,), labels.LANGUAGES),
        ("form", (document.form,), labels.POLICY_FORMS),
        ("relevance", (document.relevance,), labels.RELEVANCE),
        ("categories", document.categories, labels.LIST_CATEGORIES),
        ("measures", document.measures, (*labels.MEASURES, labels.NO_MEASURE)),
        ("scope", () if document.scope is None else (document.scope,), labels.SCOPES),
    )
    for name, values, known in choices:
        for value in values:
            if value not in known:
                yield name, f"{name} {value!r} is none of {', '.join(known)}"
    if document.difficulty not in {None, *labels.DIFFICULTIES}:
        yield "difficulty", f"difficulty {document.difficulty!r} is of no known kind"
    for name in ("title", "text", "summary", "event"):
        if not getattr(document, name).strip():
            yield name, f"the {name} is empty"


def _facts(document: LabelledPolicy) -> Iterator[tuple[str, str]]:
    for name in ("date", "effective_date"):
        value = getattr(document, name)
        if value is not None and not _is_date(value):
            yield name, f"{name} {value!r} is no date of the form 2026-01-06"
    for country in (*document.target_countries, document.issuing_country):
        if country is not None and not _COUNTRY.fullmatch(country):
            yield "countries", f"{country!r} is no two-letter country code"
    whole = f"{document.title}\n{document.text}".casefold()
    for item in document.items:
        if not item.strip() or item.casefold() not in whole:
            yield "items", f"the item {item!r} does not stand in the document"
    for code in document.codes:
        if not labels.is_code(code):
            yield "codes", f"{code!r} is no five-character code"
        elif code.rpartition(":")[2].casefold() not in whole:
            yield "codes", f"the code {code!r} does not stand in the document"


def _dates(document: LabelledPolicy) -> Iterator[tuple[str, str]]:
    if document.dates is None:
        return
    for each in document.dates:
        if each.role not in labels.DATE_ROLES:
            yield "dates", f"role {each.role!r} is none of {', '.join(labels.DATE_ROLES)}"
        if not _is_date(each.date):
            yield "dates", f"{each.role} {each.date!r} is no date of the form 2026-01-06"
    for name, roles in (("date", ("issued", "published")), ("effective_date", ("effective",))):
        value = getattr(document, name)
        if value and all(each.date != value or each.role not in roles for each in document.dates):
            yield "dates", f"{name} {value} is not among the dates as {' or '.join(roles)}"


def _parties(document: LabelledPolicy) -> Iterator[tuple[str, str]]:
    for party in document.parties or ():
        if not party.name.strip() or party.name not in f"{document.title}\n{document.text}":
            yield "parties", f"the party {party.name!r} does not stand in the document"
        if party.country is not None and not _COUNTRY.fullmatch(party.country):
            yield "parties", f"{party.country!r} is no two-letter country code"


def _is_date(text: str) -> bool:
    try:
        # Other forms of ISO 8601 parse too, such as 2026-W02-2.
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _labels(document: LabelledPolicy) -> Iterator[tuple[str, str]]:
    measures = document.measures
    if not measures or (labels.NO_MEASURE in measures and len(measures) > 1):
        yield "measures", f"measures {list(measures)}: `none` stands alone, and one is needed"
    if document.relevance == "high" and labels.NO_MEASURE in measures:
        yield "measures", "relevance high without a measure"
    if document.relevance in {"none", "low"} and measures != (labels.NO_MEASURE,):
        yield "measures", f"relevance {document.relevance} with measures {list(measures)}"
    if document.relevance == "none" and (document.categories or document.codes):
        yield "categories", "relevance none with categories or codes"


def _spans(document: LabelledPolicy) -> Iterator[tuple[str, str]]:
    if not document.key_spans:
        yield "key_spans", "no key sentence is marked"
    previous = 0
    for start, end in document.key_spans:
        passage = document.text[start:end]
        if not previous <= start < end <= len(document.text):
            yield "key_spans", f"[{start}, {end}] is out of order or out of the text"
        elif passage != passage.strip():
            yield "key_spans", f"[{start}, {end}] begins or ends with space"
        previous = end
