"""Where a brief takes its values from, and which sentence says each of them."""

from dataclasses import dataclass

from dualuse.corpus.records import PolicyDocument
from dualuse.models.cues import speaks_of
from dualuse.models.questions import MEASURE
from dualuse.screening.brief.records import Slot
from dualuse.screening.briefing import Briefing


@dataclass(frozen=True, slots=True)
class Sources:
    """A briefing with the document that it is about."""

    briefing: Briefing
    document: PolicyDocument

    def slot(self, field: str, value: str) -> Slot:
        """A claimed value with the first sentence that says it."""
        for fact in self.briefing.facts:
            if fact.field == field and fact.value == value and fact.end > fact.start:
                return self._in_sentence(field, value, fact.start, fact.end)
        return Slot(field, value, 0, 0)

    def dated(self, field: str, role: str) -> Slot | None:
        """The last day of a role, with its sentence; None where the text has none."""
        days = [day for day in self.briefing.dates if day.role == role and day.date]
        if not days:
            return None
        last = max(days, key=lambda day: day.date or "")
        return self._in_sentence(field, last.date or "", last.start, last.end)

    def status(self) -> Slot:
        """The state of the measure, with the sentence of the day that it hangs on."""
        status = self.briefing.status
        day = status.until or self.briefing.effective_date
        for each in self.briefing.dates:
            if day and each.date == day and each.end > each.start:
                return self._in_sentence("status", status.state, each.start, each.end)
        return Slot("status", status.state, 0, 0)

    def measure(self, measure: str) -> Slot:
        """A measure with a sentence that speaks of it, one of the summary if there is one.

        Where none does in so many words, it is the sentence that drove the relevance.
        """
        for sentences in (self.briefing.summary, self.document.sentences):
            for sentence in sentences:
                if speaks_of(MEASURE + measure, sentence.text):
                    return Slot("measures", measure, sentence.start, sentence.end)
        driver = [fact for fact in self.briefing.facts if fact.field == "relevance"]
        return Slot("measures", measure, driver[0].start, driver[0].end)

    def _in_sentence(self, field: str, value: str, start: int, end: int) -> Slot:
        for sentence in self.document.sentences:
            if sentence.start <= start < sentence.end:
                return Slot(field, value, sentence.start, sentence.end)
        return Slot(field, value, start, end)
