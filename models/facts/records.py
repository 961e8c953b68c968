"""What the rules find in a policy document: plain records, each with its place in the text."""

from dataclasses import dataclass
from typing import Literal

from dualuse.corpus.labels import DateRole

Relation = Literal[
    "suspends", "resumes", "amends", "repeals", "replaces", "implements", "cites", "corrects"
]
"""What a document does to another one that it names."""

State = Literal["proposed", "announced", "in_force", "suspended", "expired", "rescinded", "unknown"]
"""Where a measure stands on a day."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One claimed value and its place: `document.text[start:end]` is where it is read.

    `field` is the name of the attribute of `Facts` that holds the value. A value that stands only
    in the title, or in the metadata of the file, has the offsets (0, 0).
    """

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DateFact:
    """A date and what it is the date of.

    `date` is ISO, or None where the text names the day without a date that can be worked out
    ("30 days after publication" of a text without a publication date).
    """

    role: DateRole
    date: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Item:
    """A good, software or technology that the text names, and its place."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Party:
    """A person, company or institute that the text lists.

    `country` is an ISO 3166 code, or None where the text does not say; `list` is the name of the
    list (`Entity List`, `管控名单`), or None.
    """

    name: str
    country: str | None
    list: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Link:
    """Another document, by its number as written, and what this one does to it."""

    relation: Relation
    number: str


@dataclass(frozen=True, slots=True)
class Status:
    """Where the measure stands on the day `as_of`; `until` is the last day known, both ISO.

    `note` says in a sentence what else a reader must know: by what the measure is suspended, or
    that an end has passed without later news.
    """

    as_of: str
    state: State
    until: str | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """All that the rules read in one document; empty tuples and None where it says nothing.

    `issuer` is the usual English short name (`MOFCOM`), `issuing_country` and `target_countries`
    are ISO 3166 codes (with `EU` and `UN`), dates are ISO. `exceptions`, `penalties` and `reexport`
    are whole sentences. `facts` gives the place of every value that the other fields claim.
    """

    issuer: str | None
    issuing_country: str | None
    number: str | None
    date: str | None
    effective_date: str | None
    dates: tuple[DateFact, ...]
    target_countries: tuple[str, ...]
    items: tuple[Item, ...]
    codes: tuple[str, ...]
    hs_codes: tuple[str, ...]
    legal_basis: tuple[str, ...]
    parties: tuple[Party, ...]
    exceptions: tuple[Fact, ...]
    penalties: tuple[Fact, ...]
    reexport: tuple[Fact, ...]
    links: tuple[Link, ...]
    facts: tuple[Fact, ...]
