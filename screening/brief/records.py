"""A brief: one paragraph put together from the facts of a document."""

from dataclasses import dataclass
from typing import Literal

Language = Literal["en", "zh", "ja"]
"""A language in which briefs are written."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A value that the brief tells, and the place of the sentence that says it.

    `field` and `value` are those of the briefing (`target_countries`, `JP`). What stands only in
    the title, or is the model's judgement of the whole text, has the offsets (0, 0).
    """

    field: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Brief:
    """The paragraph in `language`, and what it rests on; it is composed, not quoted."""

    language: Language
    text: str
    composed: bool
    slots: tuple[Slot, ...]
