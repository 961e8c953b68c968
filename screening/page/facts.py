"""The key facts of a document as a list in which each value leads to its sentence."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from dualuse.corpus.labels import CATEGORY_NAMES
from dualuse.models.facts.country_names import country_names
from dualuse.models.facts.records import Status
from dualuse.screening.briefing import Briefing
from dualuse.screening.page import markup
from dualuse.screening.page.passages import MarkedText
from dualuse.screening.reach import unread_of

_MOST: Final = 24  # values of one field that are shown
_LONGEST: Final = 160  # characters of one value
_ROLES: Final = {
    "issued": "issued",
    "published": "published",
    "effective": "effective",
    "expiry": "expires",
    "suspension_end": "suspension ends",
    "comment_deadline": "comments due",
}
_CLAUSES: Final = (
    ("exceptions", "exceptions"),
    ("penalties", "penalties"),
    ("reexport", "re-export"),
)

Row = tuple[str, str]


def fact_list(briefing: Briefing, marked: MarkedText | None) -> str:
    """The facts as a description list; values without a place stand without a link."""
    linked = _Linked(briefing, marked)
    rows = [*_who(briefing, linked), *_when(briefing, linked), *_what(briefing, linked)]
    rows.append(("read", markup.text(unread_of(briefing.facts) or "")))
    told = (f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows if value)
    return f"<dl>{''.join(told)}</dl>"


def status_words(status: Status) -> str:
    """The status in words: `in force`, `expired on 2026-11-10: verify`."""
    if status.until and status.state == "expired":
        return f"expired on {status.until}: verify"
    until = f" until {status.until}" if status.until else ""
    return f"{status.state.replace('_', ' ')}{until}"


def status_html(status: Status) -> str:
    """The status in words, its date in one piece."""
    words = status_words(status)
    if not status.until:
        return markup.text(words)
    before, _, after = words.partition(status.until)
    return f"{markup.text(before)}{markup.day(status.until)}{markup.text(after)}"


def country(code: str) -> str:
    """A country as code and English name: `JP Japan`."""
    names = {"EU": ("European Union",), "UN": ("United Nations",), **country_names()}
    return f"{code} {names[code][0]}" if code in names else code


class _Linked:
    """Values as links to the passage that says so."""

    def __init__(self, briefing: Briefing, marked: MarkedText | None) -> None:
        self._marked = marked
        self._places: dict[tuple[str, str], tuple[int, int]] = {}
        for fact in briefing.facts:
            self._places.setdefault((fact.field, fact.value), (fact.start, fact.end))

    def at(self, shown: str, start: int, end: int) -> str:
        anchor = self._marked.link(start, end) if self._marked else None
        return f'<a href="#{anchor}">{shown}</a>' if anchor else shown

    def value(self, field: str, value: str | None, shown: str | None = None) -> str:
        if not value:
            return ""
        shown = shown or markup.isolated(markup.short(value, _LONGEST))
        return self.at(shown, *self._places.get((field, value), (0, 0)))

    def values(
        self, field: str, values: Iterable[str], shown: Callable[[str], str] = lambda value: value
    ) -> str:
        return _listed(
            [
                self.value(field, each, markup.isolated(markup.short(shown(each), _LONGEST)))
                for each in dict.fromkeys(values)
            ]
        )


def _who(briefing: Briefing, linked: _Linked) -> list[Row]:
    issuer = linked.value("issuer", briefing.issuer)
    if briefing.issuing_country:
        name = markup.isolated(country(briefing.issuing_country))
        issuer = f"{issuer} ({linked.value('issuing_country', briefing.issuing_country, name)})"
    return [
        ("issuer", issuer),
        ("number", linked.value("number", briefing.number)),
        ("against", linked.values("target_countries", briefing.target_countries, country)),
    ]


def _when(briefing: Briefing, linked: _Linked) -> list[Row]:
    shown = {(briefing.date, "published"), (briefing.date, "issued")}
    shown.add((briefing.effective_date, "effective"))
    more = [
        f"{linked.at(markup.day(each.date), each.start, each.end)} {_ROLES[each.role]}"
        for each in briefing.dates
        if each.date and (each.date, each.role) not in shown
    ]
    date, effective = briefing.date, briefing.effective_date
    return [
        ("date", linked.value("date", date, markup.day(date)) if date else ""),
        (
            "effective",
            linked.value("effective_date", effective, markup.day(effective)) if effective else "",
        ),
        ("status", f"{status_html(briefing.status)} (as of {markup.day(briefing.status.as_of)})"),
        ("more dates", _listed(list(dict.fromkeys(more)))),
    ]


def _what(briefing: Briefing, linked: _Linked) -> list[Row]:
    parties = [
        linked.at(markup.isolated(_party(each.name, each.country)), each.start, each.end)
        for each in briefing.parties
    ]
    items = {each.text: each for each in reversed(briefing.items)}
    goods = [
        linked.at(markup.isolated(markup.short(name, _LONGEST)), each.start, each.end)
        for name, each in reversed(items.items())
    ]
    rows = [
        ("scope", markup.words(briefing.scope or "")),
        ("fields", _listed([markup.text(f"{c} {CATEGORY_NAMES[c]}") for c in briefing.categories])),
        ("items", _listed(goods)),
        ("codes", linked.values("codes", briefing.codes)),
        ("HS codes", linked.values("hs_codes", briefing.hs_codes)),
        ("parties", _listed(parties)),
        ("legal basis", linked.values("legal_basis", briefing.legal_basis)),
        ("other texts", _links(briefing, linked)),
    ]
    for field, name in _CLAUSES:
        clauses = getattr(briefing, field)
        links = [
            linked.at(markup.isolated(markup.short(each.value, _LONGEST)), each.start, each.end)
            for each in clauses
        ]
        rows.append((name, _listed(links)))
    return rows


def _links(briefing: Briefing, linked: _Linked) -> str:
    return _listed(
        [
            f"{markup.words(each.relation)} {linked.value('links', each.number)}"
            for each in briefing.links
        ]
    )


def _party(name: str, code: str | None) -> str:
    return markup.short(f"{name} ({code})" if code else name, _LONGEST)


def _listed(values: Sequence[str]) -> str:
    """The first values, and how many more there are."""
    shown = "; ".join(values[:_MOST])
    more = len(values) - _MOST
    return f'{shown}; <span class="more">and {more:,} more</span>' if more > 0 else shown
