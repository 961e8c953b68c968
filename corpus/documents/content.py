"""What a parser hands back, and the tidying that all of them share."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.documents.labelled import labelled_head
from dualuse.corpus.documents.titles import LONGEST, title_of

LARGEST: Final = 64 << 20  # bytes of a document; an archive may be larger

_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(r"[\x00-\x08\x0e-\x1b\x1f\x7f\u00ad\u200b\u2060\ufeff]")
_TRAILING = re.compile(r"(?<![ \t\xa0\u3000])[ \t\xa0\u3000]+$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_DATE = re.compile(r"\s*((?:19|20)[0-9]{2})\s?[-/.年]?\s?([01]?[0-9])\s?[-/.月]?\s?([0-3]?[0-9])")


class Unreadable(Exception):  # noqa: N818 - a verdict on the document, not a fault here
    """The document can't be read; the message goes on after its path: what, and what to do."""


@dataclass(frozen=True, slots=True)
class Content:
    """The text of a document with the title and ISO date that its file states.

    `members` names the documents that a message or an archive holds, `others` what else it packs.
    """

    text: str
    title: str = ""
    date: str | None = None
    members: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def tidy(text: str) -> str:
    """`text` with line feeds, no invisible characters, one blank line between paragraphs."""
    text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text = _INVISIBLE.sub("", _BREAKS.sub("\n", text))
    return _BLANK_LINES.sub("\n\n", _TRAILING.sub("", text)).strip("\n")


def first_line(text: str) -> str:
    """What can stand as a title at the head of a text: at most 200 characters, with a letter."""
    bare = [line.strip(" #*_|\t") for line in text.split("\n", 200)[:200]]
    lines = list(map(one_line, bare))
    head = labelled_head(bare)
    told = title_of([one_line(head.title)] if head.title else lines[head.lines :])
    return told or title_of(lines) or one_line(text[: 4 * LONGEST])[:LONGEST]


def one_line(text: str) -> str:
    """`text` with each run of white space as one space."""
    return " ".join(text.split())


def iso_date(text: str | None) -> str | None:
    """The ISO date that a metadata value begins with, None where it is no date of this world."""
    found = _DATE.match(text or "")
    if found is None:
        return None
    year, month, day = (int(part) for part in found.groups())
    try:
        return dt.date(year, month, day).isoformat()
    except ValueError:
        return None
