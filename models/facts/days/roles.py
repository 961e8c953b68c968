"""What a date is the date of, read from the words of its own clause."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from dualuse.corpus.labels import DateRole
from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.clause_words import Words, words_of
from dualuse.models.facts.days.cue import ENDS
from dualuse.models.facts.days.cues import BEGINNING_CUES
from dualuse.models.facts.days.dates import FoundDate
from dualuse.models.facts.days.ending_cues import ENDING_CUES
from dualuse.models.facts.days.struck import is_moved_to, struck_roles, undoes
from dualuse.models.folding import fold

# In order: of two cues that fit, the heavier decides, then the earlier.
_CUES: Final = (*ENDING_CUES, *BEGINNING_CUES)
_PLAIN: Final = 4  # weight from which words call a day effective without doubt
_TOLD: Final = 3  # weight from which they say something at all
_EARLIER: Final = 3  # what is left of it where they tell of another, earlier measure
_MOVED: Final = 6  # a day to which the beginning is put off
DENIED: Final = 0
"""The weight of a role that the words deny a day."""
_PAST_BEFORE: Final = re.compile(
    r"\b(?:took|taken|came|went|entered|(?:was|were|been|became|made)(?: [a-z]{1,12}){0,2})"
    r" (?:effect(?:ive)?|in(?:to)? (?:force|effect)|applicable)\b[^.;]{0,40}$"
    r"|\b(?:trat|galt)\b[^.;]{0,40}$|已经?(?:于|自|从)$",
    re.IGNORECASE,
)
_PAST_AFTER: Final = re.compile(
    r"起?(?:即|自动)?(?:恢复|重新)|[^。;,\n]{0,4}(?:施行|实施|實施|生效|执行|執行)(?:的|以来)"
    r"|(?:付で|から|より|に)?(?:施行|適用|発効|実施)され(?:た(?!。)|て)"
)


@dataclass(frozen=True, slots=True)
class RoledDate:
    """A date with its role and how strongly the words say so (1 weak to 6 explicit)."""

    role: DateRole
    date: str
    start: int
    end: int
    weight: int


def role_dates(document: PolicyDocument, dates: Sequence[FoundDate]) -> tuple[RoledDate, ...]:
    """The dates whose clause says what they are, in order; a date has one role."""
    roled = []
    for each, weights in zip(dates, cue_weights(document, dates), strict=True):
        if any(weights.values()):
            role = max(weights, key=lambda one: weights[one])
            roled.append(RoledDate(role, each.date, each.start, each.end, weights[role]))
    return tuple(roled)


def cue_weights(document: PolicyDocument, dates: Sequence[FoundDate]) -> list[dict[DateRole, int]]:
    """For each date, how strongly the words of its clause speak for each role.

    The roles are in the order of their cues; one that the words deny it weighs `DENIED`. Where
    the text says that something takes effect, a day on which something else took effect counts
    little.
    """
    text = fold(document.text)
    words = words_of(text, dates, document.sentences)
    found = [dict(_weights(each)) for each in words]
    _strike(found, words, undoing=undoes(text))
    past = [_is_past(each) for each in words]
    plain = {
        each.date
        for each, weights, was in zip(dates, found, past, strict=True)
        if weights.get("effective", 0) >= _PLAIN and not was
    }
    for each, weights, was in zip(dates, found, past, strict=True):
        if was and "effective" in weights and plain - {each.date}:
            weights["effective"] = min(weights["effective"], _EARLIER)
    return found


def _strike(found: list[dict[DateRole, int]], words: Sequence[Words], *, undoing: bool) -> None:
    """Take from each day the roles that its words deny it; a later day may put off the earlier."""
    for weights, each in zip(found, words, strict=True):
        for role in struck_roles(each, undoing=undoing):
            weights[role] = DENIED
    begun = next((at for at, each in enumerate(found) if each.get("effective")), len(found))
    moved = max(
        (at for at, each in enumerate(words) if is_moved_to(each, named=begun < at)), default=None
    )
    if moved is not None:
        for weights in found[:moved]:
            weights["effective"] = DENIED
        found[moved] = {"effective": _MOVED}


def only_ahead(weights: Mapping[DateRole, int]) -> bool:
    """Whether the words call a date plainly the first or the last day of something, no more.

    An end needs but be said more strongly than the rest: of a day that a measure lasts to, words
    such as 公告 that follow it say nothing.
    """
    end = max((weight for role, weight in weights.items() if role in ENDS), default=0)
    others = {role: weight for role, weight in weights.items() if weight and role not in ENDS}
    if end > max(others.values(), default=0):
        return end >= _TOLD
    return set(others) == {"effective"} and others["effective"] >= _TOLD


@lru_cache(maxsize=1024)  # each reading of a document asks about the same words
def _weights(words: Words) -> tuple[tuple[DateRole, int], ...]:
    weights: dict[DateRole, int] = {}
    for cue in _CUES:
        if cue.weight > weights.get(cue.role, 0) and cue.fits(words):
            weights.pop(cue.role, None)  # a role stands where its heaviest cue does
            weights[cue.role] = cue.weight
    return tuple(weights.items())


def _is_past(words: Words) -> bool:
    return bool(_PAST_BEFORE.search(words.before) or _PAST_AFTER.match(words.after))
