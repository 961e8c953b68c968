"""What the toolkit reads: catalogue rows and policy documents, bare and labelled."""

from dataclasses import dataclass, field
from typing import Any, Final

LONG_WORDS: Final = 600
"""A document of more words is long."""


@dataclass(frozen=True, slots=True)
class Product:
    """One catalogue row: the text that is judged, and what came with it."""

    text: str
    id: str | None = None
    hs_code: str | None = None
    columns: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and its place: `document.text[start:end] == text`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PolicyDocument:
    """A document as it was read: its text, sentences with character offsets, and origin.

    `date` is an ISO date that the file itself states (HTML or PDF metadata), or None.
    """

    title: str
    text: str
    sentences: tuple[Sentence, ...]
    language: str
    path: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class LabelledProduct:
    """One product of the corpus with its labels; the fields are those of its JSON line.

    `source` says who published the classification, where somebody did; `difficulty` is one of
    `labels.DIFFICULTIES`, where two blind readers have read the text.
    """

    id: str
    text: str
    lang: str
    category: str
    relevance: str
    codes: tuple[str, ...]
    regimes: tuple[str, ...]
    family: str
    pair: str | None
    style: str
    why: str
    source: str | None = None
    difficulty: str | None = None

    @property
    def group(self) -> str:
        """What must stay on one side of a split: the family."""
        return self.family


@dataclass(frozen=True, slots=True)
class LabelledParty:
    """A person, company or institute as a document names it, its country, and the list."""

    name: str
    country: str | None
    list: str | None


@dataclass(frozen=True, slots=True)
class LabelledDate:
    """An ISO date of a document and what it is the date of, one of `labels.DATE_ROLES`."""

    role: str
    date: str


@dataclass(frozen=True, slots=True)
class LabelledPolicy:
    """One policy document of the corpus with its labels; `key_spans` are offsets into `text`.

    `parties` and `dates` are None where nobody has noted them down, empty where there are none.
    """

    id: str
    title: str
    text: str
    lang: str
    form: str
    issuer: str | None
    issuing_country: str | None
    date: str | None
    relevance: str
    categories: tuple[str, ...]
    scope: str | None
    measures: tuple[str, ...]
    target_countries: tuple[str, ...]
    effective_date: str | None
    items: tuple[str, ...]
    codes: tuple[str, ...]
    legal_basis: tuple[str, ...]
    key_spans: tuple[tuple[int, int], ...]
    summary: str
    event: str
    parties: tuple[LabelledParty, ...] | None = None
    dates: tuple[LabelledDate, ...] | None = None
    difficulty: str | None = None

    @property
    def group(self) -> str:
        """What must stay on one side of a split: the event that is told."""
        return self.event

    @property
    def words(self) -> int:
        """The length of the text in words; two characters of Chinese or Japanese are one."""
        if self.lang in {"zh", "ja"}:
            return (len(self.text) + 1) // 2
        return len(self.text.split())
