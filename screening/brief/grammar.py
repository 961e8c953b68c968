"""The clauses of a brief, in their order: one grammar for all languages.

A clause knows which facts it needs and says nothing without them; how it sounds stands in `words`.
"""

from collections.abc import Callable, Container
from typing import Final

from dualuse.screening.brief.country_names import country_name
from dualuse.screening.brief.issuers import issuer_name
from dualuse.screening.brief.records import Slot
from dualuse.screening.brief.standing import deeds, effective, status
from dualuse.screening.brief.teller import MOST, Clause, Teller
from dualuse.screening.brief.wording import date_words, joined, listed, number_words

_UNTOUCHED: Final = {"none": "elsewhere", "low": "touches"}
_MOST_LINKS: Final = 2


def headline(teller: Teller) -> Clause:
    """Who does what, against whom; or that there is no measure."""
    briefing = teller.briefing
    if briefing.relevance in _UNTOUCHED:
        return teller.say(_UNTOUCHED[briefing.relevance], ())
    if not teller.measures:
        return teller.say("no duty", ())
    issuer = issuer_name(briefing.issuer, briefing.issuing_country, teller.language)
    slots = [teller.sources.measure(each) for each in teller.measures]
    kind = "acts" if issuer else "reports"
    against, aimed = _against(teller, kind)
    planned = briefing.status.state == "proposed" and bool(teller.binding)
    if issuer is None:
        name = "reports proposed" if planned else kind
        told = _nouns(teller, teller.binding if planned else teller.measures)
        return teller.say(name, [*slots, *aimed], measures=told, against=against)
    who = "issuer" if briefing.issuer else "issuing_country"
    by = teller.sources.slot(who, briefing.issuer or briefing.issuing_country or "")
    reference, numbered = _reference(teller)
    every = [by, *numbered, *slots, *aimed]
    if planned:
        # What is proposed must not be told as done.
        name = "consults" if "consultation" in teller.measures else "proposes"
        told = _nouns(teller, teller.binding)
    else:
        name, told = kind, _acts(teller)
    return teller.say(
        name, every, issuer=issuer, reference=reference, measures=told, against=against
    )


def goods(teller: Teller) -> Clause | None:
    """Which goods are caught: all, or those that are named."""
    briefing = teller.briefing
    if briefing.scope == "all":
        return teller.say("everything", [Slot("scope", "all", 0, 0)])
    names: dict[str, str] = {}
    for item in briefing.items:
        names.setdefault(item.text.casefold(), item.text)
    return teller.list_clause("items", list(names.values()))


def codes(teller: Teller) -> Clause | None:
    """The control codes that are named."""
    return teller.list_clause("codes", teller.briefing.codes)


def parties(teller: Teller) -> Clause | None:
    """The parties that are named."""
    names = list(dict.fromkeys(party.name for party in teller.briefing.parties))
    return teller.list_clause("parties", names)


def deadline(teller: Teller) -> Clause | None:
    """Until when one may comment."""
    slot = teller.sources.dated("dates", "comment_deadline")
    if slot is None:
        return None
    return teller.say("deadline", [slot], date=date_words(slot.value, teller.words))


def links(teller: Teller) -> Clause | None:
    """Which other documents it changes."""
    told = [each for each in teller.briefing.links if each.relation in teller.words.relations]
    if not told:
        return None
    proposed = teller.briefing.status.state == "proposed"
    clauses = [
        teller.say(
            "link proposed" if proposed else "link",
            [teller.sources.slot("links", each.number)],
            relation=teller.words.relations[each.relation],
            number=number_words(each.number, teller.words),
        )
        for each in told[:_MOST_LINKS]
    ]
    slots = tuple(slot for clause in clauses for slot in clause.slots)
    return Clause(teller.words.between.join(clause.text for clause in clauses), slots)


def provisions(teller: Teller) -> Clause | None:
    """Which clauses a reader must look up."""
    kinds = [kind for kind in teller.words.provisions if getattr(teller.briefing, kind)]
    if not kinds:
        return None
    first = [getattr(teller.briefing, kind)[0] for kind in kinds]
    slots = [Slot(fact.field, fact.value, fact.start, fact.end) for fact in first]
    names = [teller.words.provisions[kind] for kind in kinds]
    told = joined(names, teller.words.comma, teller.words.last_comma)
    return teller.say("provisions", slots, provisions=told)


def legal_basis(teller: Teller) -> Clause | None:
    """The laws that it rests on."""
    return teller.list_clause("legal_basis", teller.briefing.legal_basis)


def dated(teller: Teller) -> Clause | None:
    """The date of the text."""
    day = teller.briefing.date
    if day is None:
        return None
    return teller.say(
        "dated", [teller.sources.slot("date", day)], date=date_words(day, teller.words)
    )


Maker = Callable[[Teller], Clause | None]

# What a text without a measure names is worth knowing; its dates are those of other texts.
_NAMED: Final[tuple[Maker, ...]] = (goods, codes, parties)
_MEASURE: Final[tuple[Maker, ...]] = (
    effective,
    status,
    deeds,
    deadline,
    links,
    provisions,
    legal_basis,
)


def clauses(teller: Teller) -> list[Clause]:
    """All clauses that the facts allow, in their order."""
    makers: list[Maker] = [headline]
    if teller.briefing.relevance not in _UNTOUCHED:
        makers += [*_NAMED, *(_MEASURE if teller.measures else ())]
    return [clause for make in (*makers, dated) if (clause := make(teller)) is not None]


def _nouns(teller: Teller, measures: Container[str]) -> str:
    """Measures as things that are reported."""
    nouns = [teller.words.nouns[each] for each in teller.measures if each in measures]
    return joined(nouns, teller.words.comma, teller.words.last_comma)


def _acts(teller: Teller) -> str:
    """The measures as what an issuer does."""
    forms = [teller.words.acts[each] for each in teller.measures]
    acts = [*(inner for inner, _ in forms[:-1]), forms[-1][1]]
    return joined(acts, teller.words.act_comma, teller.words.last_act_comma)


def _reference(teller: Teller) -> tuple[str, list[Slot]]:
    number = teller.briefing.number
    if number is None:
        return "", []
    text = number_words(number, teller.words)
    slot = teller.sources.slot("number", number)
    return teller.say("reference", (), number=text).text, [slot]


def _against(teller: Teller, kind: str) -> tuple[str, list[Slot]]:
    codes_named = teller.briefing.target_countries
    if not codes_named:
        return "", []
    names = [country_name(code, teller.language) for code in codes_named]
    most = MOST["target_countries"]
    text = listed("target_countries", names, most, teller.words)
    slots = [teller.sources.slot("target_countries", code) for code in codes_named[:most]]
    return teller.say(f"{kind} against", (), countries=text).text, slots
