"""The words of briefs: one table for each language, of the same shape."""

from collections.abc import Mapping
from typing import Final

from dualuse.screening.brief.chinese import CHINESE
from dualuse.screening.brief.english import ENGLISH
from dualuse.screening.brief.japanese import JAPANESE
from dualuse.screening.brief.phrasebook import Words
from dualuse.screening.brief.records import Language

WORDS: Final[Mapping[Language, Words]] = {"en": ENGLISH, "zh": CHINESE, "ja": JAPANESE}
"""The table of each language."""
