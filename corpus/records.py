"""What the toolkit reads: catalogue rows and policy documents, bare and labelled."""

from dataclasses import dataclass, field
from typing import Any


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
