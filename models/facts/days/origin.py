"""The day of publication from which a text tells its first day: its own, not one it cites."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

from dualuse.models.facts.days.roles import RoledDate

_TOLD: Final = 3
_OFFICIAL: Final = 5  # weight of a citation of a gazette, and of the place and day of signature
_LONG_AGO: Final = 31  # days before the document that a publication it cites lies back
_AROUND: Final = 90
# Of a document that is cited: "the order issued on", "Notification No. 27 dated".
_CITED_BEFORE: Final = re.compile(
    r"\b(?:orders?|rules?|regulations?|notices?|notifications?|announcements?|measures|controls"
    r"|decisions?|decrees?|laws?|acts?|lists?|No\. ?[0-9/-]{1,12})(?: \([^()\n]{1,24}\))?,?"
    r" (?:(?:that|which) (?:was|were|had been|it) )?"
    r"(?:issued|published|announced|adopted|made|dated|promulgated)"
    r"(?: [^\s.;:]{1,20}){0,4} (?:on )?$|(?:根据|依据|《)[^。;,\n]{0,30}$",
    re.IGNORECASE,
)
_CITED_AFTER: Final = re.compile(
    r"(?:付で|付けで|に|の)?(?:公布|公表|発表|公示|発出)(?:した|された|していた)(?![。、,と]|こと|旨)"
    r"|(?:发布|公布|公告|印发|宣布)的|(?:发布|公布)\)|付け?の"
)
_OWN: Final = re.compile(
    r"\b(?:this|these) (?:[a-z]{1,12} )?(?:order|rule|regulation|notice|decision|amendment)\b"
    r"[^.;\n]{0,40}$"
    r"|本(?:公告|通知|决定|办法|规定|条例|令)[^。;\n]{0,12}$",
    re.IGNORECASE,
)
_GAZETTE: Final = re.compile(
    r"[^.;\n]{0,24}\b(?:Official Journal|Federal Register|Gazette|Journal officiel|Bundesanzeiger"
    r"|Bundesgesetzblatt|Amtsblatt)\b|[^.;\n]{0,24}\bOJ\b",
    re.IGNORECASE,
)


def published_before(
    text: str, roled: Sequence[RoledDate], at: tuple[int, int], document: str | None
) -> str | None:
    """The day on which the measure was published, from which its first day is told.

    That is the last day of publication named before the words, or that of the document. A day
    that the text calls that of another act counts only where nothing else is named, and where it
    does not lie long before the document.

    Args:
        text: the folded text.
        roled: its dates with their roles.
        at: where the words stand that tell the first day.
        document: the date of the document, ISO.
    """
    named = [
        each
        for each in roled
        if each.role in {"published", "issued"}
        and each.weight >= _TOLD
        and each.start < at[1]
        and not (document and each.date > document)
    ]
    own = [each for each in named if not _is_cited(text, each)]
    last = next(reversed(own or named), None)
    if last is None:
        return document
    speaks = _OWN.search(text[max(0, at[0] - _AROUND) : at[0]]) is not None
    if document and (speaks or not own) and _days(last.date, document) > _LONG_AGO:
        return document
    return last.date


def counted_from(
    text: str, roled: Sequence[RoledDate], at: tuple[int, int], document: str | None
) -> str | None:
    """The day of publication from which days are counted, or None where it is not told.

    What counts from publication in a gazette does not count from the signature, which comes
    before; the citation of the gazette may stand behind.
    """
    official = [each for each in roled if each.role == "published" and each.weight >= _OFFICIAL]
    signed = {each.date for each in roled if each.role == "issued" and each.weight >= _OFFICIAL}
    if behind := [each.date for each in official if each.start > at[1] and _fits(each, document)]:
        return behind[0]
    if document in signed and _GAZETTE.match(text, at[1]):
        return None
    return published_before(text, roled, at, document)


def _fits(each: RoledDate, document: str | None) -> bool:
    return document is None or 0 <= _days(document, each.date) <= 2 * _LONG_AGO


def _is_cited(text: str, each: RoledDate) -> bool:
    before = text[max(0, each.start - _AROUND) : each.start]
    return bool(_CITED_BEFORE.search(before) or _CITED_AFTER.match(text, each.end))


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
