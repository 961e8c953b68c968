"""What the note of a status tells, as records: who suspended, amended or ended what, and when.

`linking` writes such a note into `Status.note`; outputs that give it in another language, or need
its days, read it here, so that results of earlier runs serve too.
"""

import re
from dataclasses import dataclass
from typing import Final

from dualuse.models.facts.records import Relation, Status

_DONE: Final[dict[str, Relation]] = {
    "suspended": "suspends",
    "resumed": "resumes",
    "repealed": "repeals",
    "replaced": "replaces",
    "amended": "amends",
    "corrected": "corrects",
}
_ISO: Final = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_DEED: Final = re.compile(
    rf"(?:(?P<part>.{{1,200}}?) )??(?P<done>{'|'.join(_DONE)})"
    rf"(?: from (?P<since>{_ISO}))?(?: until (?P<until>{_ISO}))? by (?P<by>.+)",
    re.DOTALL,
)
_LAPSED: Final = re.compile(rf"the suspension expired on {_ISO}: verify|expired on {_ISO}: verify")

_LONGEST: Final = 30  # years; such a day is one misread, or that of another thing
NO_DUTY: Final = frozenset({"enforcement", "consultation", "guidance", "none"})
"""Measures of a document that puts nothing in force."""


@dataclass(frozen=True, slots=True)
class ToldDeed:
    """What the document `by` did to a measure, or to a part of it; days are ISO."""

    relation: Relation
    part: str | None
    since: str | None
    until: str | None
    by: str
    written: str


def told_deeds(note: str | None) -> tuple[ToldDeed, ...]:
    """The deeds that a note tells, in its order; what is no deed is left out."""
    pieces: list[str] = []
    for piece in (note or "").split("; "):
        # A name may hold a semicolon itself: what is neither deed nor warning goes on with it.
        if pieces and not _DEED.fullmatch(piece) and not _LAPSED.fullmatch(piece):
            pieces[-1] += f"; {piece}"
        else:
            pieces.append(piece)
    found = [(piece, _DEED.fullmatch(piece)) for piece in pieces]
    return tuple(
        ToldDeed(
            _DONE[match["done"]], match["part"], match["since"], match["until"], match["by"], piece
        )
        for piece, match in found
        if match
    )


def is_lapsed(status: Status) -> bool:
    """Whether the measure was suspended until a day that has passed, without later word."""
    return status.state == "unknown" and "suspension expired" in (status.note or "")


def stands_still(status: Status, day: str) -> bool:
    """Whether the measure is known not to apply on an ISO day: suspended, at its end, or ended."""
    if status.state == "rescinded" and status.until:
        return day >= status.until
    if status.state in {"expired", "rescinded"}:
        return day > (status.until or status.as_of)
    if status.state != "suspended" and not is_lapsed(status):
        return False
    whole = [deed for deed in told_deeds(status.note) if _suspends_whole(deed)]
    since = whole[-1].since if whole else None
    return (since or "") <= day <= (status.until or day)


def suspension_ends(status: Status) -> tuple[str, ...]:
    """The days on which suspensions of the measure and of its parts end, as far as told."""
    if status.state in {"expired", "rescinded"}:
        return ()
    deeds = told_deeds(status.note)
    resumed = {deed.part: deed.since or "" for deed in deeds if deed.relation == "resumes"}
    ends = {
        deed.until
        for deed in deeds
        if deed.until
        and deed.part
        and deed.relation == "suspends"
        and resumed.get(deed.part, "") <= (deed.since or "")
    }
    if status.until and (status.state == "suspended" or is_lapsed(status)):
        ends.add(status.until)
    return tuple(sorted(ends))


def is_remote(end: str, since: str) -> bool:
    """Whether an ISO day lies so long after a text that it can't be the end of its measure."""
    return int(end[:4]) - int(since[:4]) > _LONGEST


def _suspends_whole(deed: ToldDeed) -> bool:
    return deed.relation == "suspends" and deed.part is None
