"""What a summary must tell of what is known: the measure, its date, whom it is against."""

from collections.abc import Iterable, Sequence

from dualuse.corpus.labels import MEASURES
from dualuse.corpus.records import Sentence
from dualuse.models.cues import CUED, cue_features
from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.records import Facts
from dualuse.models.questions import MEASURE

Need = frozenset[int]
"""The places of the sentences that tell one thing: the summary is to hold one of them."""

_ENDS = ("suspension_end", "expiry", "comment_deadline")


def needs_of(sentences: Sequence[Sentence], facts: Facts, measures: Sequence[str]) -> list[Need]:
    """The needs of a summary that the sentences can meet, the weightiest first.

    Args:
        sentences: those that may be chosen, in their order.
        facts: what the rules read in the document.
        measures: what the model says that the document does, in the words of the label scheme.
    """
    needs = [_telling(sentences, measures), _dated(sentences, facts), _aimed(sentences, facts)]
    return [need for need in needs if need]


def _telling(sentences: Sequence[Sentence], measures: Sequence[str]) -> Need:
    columns = [CUED.index(MEASURE + each) for each in measures if each in MEASURES]
    if not columns or not sentences:
        return frozenset()
    counts = cue_features([sentence.text for sentence in sentences])[:, columns, 1]
    return frozenset(place for place, found in enumerate(counts.max(axis=1)) if found > 0)


def _dated(sentences: Sequence[Sentence], facts: Facts) -> Need:
    """Where the first day of the measure stands, else the day on which it or a chance ends."""
    days = [day for day in facts.dates if day.date and day.date == facts.effective_date]
    days = days or [day for day in facts.dates if day.date and day.role in _ENDS]
    return _holding(sentences, [(day.start, day.end) for day in days])


def _aimed(sentences: Sequence[Sentence], facts: Facts) -> Need:
    # A fact has one place, a country is named in many.
    targets = set(facts.target_countries)
    if not targets:
        return frozenset()
    named = [{found.value for found in find_countries(each.text)} for each in sentences]
    return frozenset(place for place, countries in enumerate(named) if countries & targets)


def _holding(sentences: Sequence[Sentence], spans: Iterable[tuple[int, int]]) -> Need:
    return frozenset(
        place
        for start, end in spans
        for place, sentence in enumerate(sentences)
        if start < end and sentence.start <= start < sentence.end
    )
