"""Capitalised words that name no party: headings, descriptions, places, parts of other names."""

import re
from bisect import bisect_right
from typing import Final

from dualuse.models.facts.law import law_spans
from dualuse.models.facts.parties.words import MARK

_NOUN: Final = re.compile(
    r"\b(?:Revisions?|Additions?|Amendments?|Corrections?|Removals?|Changes?|Clarifications?"
    r"|Implementation|Classifications?|Notifications?|Circulars?|Nos?|Appendix|Chapter|Paragraph"
    r"|Destruction|Exporters|Traders|Importers)$"
    # German and French write of courts and licences with a capital too.
    r"|(?:[a-zäöü](?:ung|ungen|keit|heit|schaft|gericht|behörde|gesetz|güter|waren)|[Gg]ericht"
    r"|[Aa]mt|Ausfuhr|Einfuhr|Tribunal|Arrêté|Avis|Règlement|Conseil|Ministère)\b"
)
_DESCRIBED: Final = re.compile(
    r"(?:Military|State|Foreign|Private|Public|Local|Leading|Major|Trading|Chip|Defen[cs]e) "
    r"(?:Universit(?:y|ies)|Institutes?|Academy|Compan(?:y|ies)|Banks?|Laborator(?:y|ies)|Research)"
)
"""What a headline calls a party without its name: "Exports to Military University"."""
_OFFICE: Final = re.compile(
    r"\b(?:Ministry|Minister|Department|Secretary|Bureau|Directorate|Commission|Committee|Agency"
    r"|Administration)(?: General)? (?:of|for) (?:(?:the|and|[A-Z][A-Za-z-]{0,24}),? ){1,8}$"
)
_OF_PLACE: Final = re.compile(
    r"\b(?P<last>[A-Z][\w&'-]{0,30})\.?,? (?:(?:based|located|headquartered|registered) )?"
    r"(?:of|in|from|near) $"
)
_AROUND: Final = 120


class NotNames:
    """Which capitalised words of a text are no names, asked for one after the other.

    Args:
        folded: the text, folded.
        language: its language, which tells how laws are named.
    """

    def __init__(self, folded: str, language: str) -> None:
        self._text = folded
        self._laws = law_spans(folded, language)
        self._starts = [start for start, _ in self._laws]

    def hold(self, start: int, end: int) -> bool:
        """Whether text[start:end] is no name, as it stands there."""
        name = self._text[start:end]
        if name.isupper() and " " in name and self._text[end : end + 1] == ":":
            return True  # FOR FURTHER INFORMATION CONTACT: the label of a paragraph
        if _DESCRIBED.fullmatch(name):
            return True
        if MARK.search(name):
            return False
        before = self._text[max(0, start - _AROUND) : start]
        place = _OF_PLACE.search(before)
        return bool(
            _NOUN.search(name)
            or _OFFICE.search(before)
            or (place and MARK.fullmatch(place["last"]))
            or self._in_law(start, end)
        )

    def _in_law(self, start: int, end: int) -> bool:
        at = bisect_right(self._starts, start) - 1
        return at >= 0 and end <= self._laws[at][1]
