"""By which number an announcement is known, whoever tells of it and in which language."""

from typing import Final

from dualuse.models.facts.numbers.keys import Key, number_key
from dualuse.screening.briefing import Briefing

_LETTER: Final = "letter"  # a file number of whoever sends it: other offices have the same


def announced_number(briefing: Briefing) -> Key | None:
    """What is the same for all spellings of the number of a document; or None.

    The year of a number that is written without one is that of the document. Whose number it is
    the key leaves open, for a telling may not say it.
    """
    day = briefing.date or briefing.effective_date
    key = number_key(briefing.number or "", None, day[:4] if day else None)
    return None if key is None or key[0] == _LETTER else key
