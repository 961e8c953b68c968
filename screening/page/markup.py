"""Text into HTML: what comes from a document is never markup."""

from html import escape
from typing import Final

from dualuse.screening.plain_text import without_controls

MEASURE_WORDS: Final = {
    "ban": "ban",
    "licence_requirement": "licence needed",
    "list_amendment": "list amended",
    "entity_listing": "parties listed",
    "end_use_control": "end-use control",
    "suspension_or_relief": "suspension or relief",
    "enforcement": "enforcement",
    "consultation": "consultation",
    "guidance": "guidance",
    "none": "no measure",
}
"""Measures in the words of the page."""

LANGUAGE_NAMES: Final = {
    "en": "English",
    "zh": "Chinese",
    "ja": "Japanese",
    "de": "German",
    "fr": "French",
}
"""Languages of documents in the words of the page."""


def text(value: str) -> str:
    """A text as it may stand between tags and in a quoted attribute."""
    return escape(without_controls(value))


def words(value: str) -> str:
    """A label of ours (`in_force`) as words."""
    return text(value.replace("_", " "))


def isolated(value: str, language: str | None = None) -> str:
    """A piece of a document inside a line of ours: its direction of writing stays its own."""
    tongue = f' lang="{text(language)}"' if language else ""
    return f"<bdi{tongue}>{text(value)}</bdi>"


def day(value: str) -> str:
    """An ISO date."""
    return f'<time datetime="{text(value)}">{text(value)}</time>'


def short(value: str, longest: int) -> str:
    """The text in one line of at most that many characters, not yet as HTML."""
    value = " ".join(value.split())
    return value if len(value) <= longest else f"{value[: longest - 1]}…"
