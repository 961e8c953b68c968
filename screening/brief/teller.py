"""What tells a fact: the clauses of a brief and who makes them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.labels import MEASURES
from dualuse.screening.brief.phrasebook import Words
from dualuse.screening.brief.records import Language, Slot
from dualuse.screening.brief.sources import Sources
from dualuse.screening.brief.wording import listed
from dualuse.screening.brief.words import WORDS
from dualuse.screening.status_notes import NO_DUTY

MOST: Final = {"target_countries": 5, "items": 5, "codes": 6, "parties": 4, "legal_basis": 2}
"""How many values of a field are told."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence of the brief, and the values that it tells."""

    text: str
    slots: tuple[Slot, ...]


class Teller:
    """Makes clauses from the facts of one document, in the words of one language."""

    def __init__(self, sources: Sources, language: Language) -> None:
        self.sources = sources
        self.briefing = sources.briefing
        self.language: Language = language
        self.words: Words = WORDS[language]
        self.measures = [each for each in MEASURES if each in self.briefing.measures]
        self.binding = set(self.measures) - NO_DUTY

    def say(self, name: str, slots: Sequence[Slot], **values: str) -> Clause:
        """The clause of that name with its gaps filled."""
        return Clause(self.words.clauses[name].format(**values), tuple(slots))

    def list_clause(self, field: str, values: Sequence[str]) -> Clause | None:
        """The clause that lists the values of a field; None where there are none."""
        if not values:
            return None
        most = MOST[field]
        slots = [self.sources.slot(field, value) for value in values[:most]]
        return self.say(field, slots, **{field: listed(field, values, most, self.words)})
