"""Texts of one announcement: copies, translations and retellings that belong together.

Two texts are of one announcement if they bear the same document number, if they are nearly the
same text, or if the same country's measure applies from the same day, is of the same kind against
the same destinations, and the texts share codes or figures. What speaks against it always wins, for
measures of one day by one ministry are often alike: another number or, where one of them bears
none, another day, other destinations, other parties.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

from dualuse.corpus.labels import NO_MEASURE, relevance_rank
from dualuse.models.facts.numbers.keys import Key, other_authority
from dualuse.models.folding import fold
from dualuse.screening.briefing import Briefing
from dualuse.screening.document_numbers import announced_number
from dualuse.screening.fingerprint import alike

_NEARLY_SAME: Final = 0.8
_BAND: Final = 4  # digits of a fingerprint that must agree somewhere for a closer look
_TOLD_WITHIN: Final = 60  # days between two tellings of one measure
_CITED_AFTER: Final = 120  # days from which on a number tells of a measure that is known long since
_FIGURE: Final = re.compile(r"(?<![0-9A-Za-z.,])[0-9]+(?:[.,][0-9]+)*(?![0-9A-Za-z])")
_PLAIN: Final = re.compile(
    r"(?:19|20)[0-9]{2}|[0-9]{1,2}|[0-9]{1,2}\.[0-9]{1,2}\.(?:19|20)[0-9]{2}"
)
_RELIEF: Final = "suspension_or_relief"  # never the announcement of what it suspends
_ENOUGH_SHARED: Final = 0.5  # of the codes and figures of the shorter telling

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Text:
    """What is compared of one document."""

    briefing: Briefing
    fingerprint: str
    number: Key | None
    figures: frozenset[str]

    @property
    def measures(self) -> frozenset[str]:
        return frozenset(self.briefing.measures) - {NO_MEASURE}


def leaders(texts: Sequence[tuple[Briefing, str]]) -> dict[str, str]:
    """The path of the text that leads the group of each document, by its path.

    `texts` are briefings with the fingerprints of their texts. Of a group that text leads which is
    most relevant, then the earliest.
    """
    grouped = groups(texts)
    paths = [briefing.path or "" for briefing, _ in texts]
    return {paths[place]: paths[group[0]] for group in grouped for place in group}


def groups(texts: Sequence[tuple[Briefing, str]]) -> list[list[int]]:
    """The positions of the texts of each announcement, the leading text first."""
    compared = [
        _Text(briefing, mark, announced_number(briefing), _figures(briefing))
        for briefing, mark in texts
    ]
    parts = _Parts(compared)
    for pairs in (_same_number(compared), _same_text(compared), _same_facts(compared)):
        for first, other in pairs:
            parts.join(first, other)
    found = [sorted(part, key=lambda place: _lead(compared[place])) for part in parts.all()]
    return sorted(found)


class _Parts:
    """A partition of the texts: parts are joined unless a text of one contradicts the other's."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts
        self._part = {place: [place] for place in range(len(texts))}

    def join(self, first: int, other: int) -> None:
        ours, theirs = self._part[first], self._part[other]
        if ours is theirs or any(
            _contradict(self._texts[one], self._texts[two]) for one in ours for two in theirs
        ):
            return
        ours += theirs
        self._part |= dict.fromkeys(theirs, ours)

    def all(self) -> list[list[int]]:
        return [part for place, part in self._part.items() if part[0] == place]


def _lead(text: _Text) -> tuple[int, str, str]:
    briefing = text.briefing
    return -relevance_rank(briefing.relevance), briefing.date or "9", briefing.path or ""


def _contradict(first: _Text, other: _Text) -> bool:
    """Whether the two can't be of one announcement, whatever they share."""
    one, two = first.briefing, other.briefing
    if one.issuing_country and two.issuing_country and one.issuing_country != two.issuing_country:
        return True
    if first.number and other.number:
        return (
            first.number != other.number
            or other_authority(one.number or "", two.number or "")
            or (_days(one.date, two.date) or 0) > _CITED_AFTER
            or (_days(one.effective_date, two.effective_date) or 0) > _TOLD_WITHIN
            or _apart(first.measures, other.measures)
        )
    if one.effective_date and two.effective_date and one.effective_date != two.effective_date:
        return True
    return _apart(one.target_countries, two.target_countries) or _apart(
        [party.name for party in one.parties],
        [party.name for party in two.parties],
        same=one.language == two.language,
    )


def _apart(ours: Iterable[str], theirs: Iterable[str], *, same: bool = True) -> bool:
    first, other = set(ours), set(theirs)
    return bool(same and first and other and not first & other)


def _days(first: str | None, other: str | None) -> int | None:
    if not first or not other:
        return None
    return abs((date.fromisoformat(first) - date.fromisoformat(other)).days)


def _same_number(texts: Sequence[_Text]) -> Iterator[Pair]:
    by_number: dict[Key, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        if text.number:
            by_number[text.number].append(place)
    for places in by_number.values():
        yield from combinations(places, 2)


def _same_text(texts: Sequence[_Text]) -> Iterator[Pair]:
    """Pairs of nearly the same text, found by what their fingerprints have in common."""
    buckets: dict[tuple[int, str], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for start in range(0, len(text.fingerprint), _BAND):
            buckets[start, text.fingerprint[start : start + _BAND]].append(place)
    pairs = {pair for places in buckets.values() for pair in combinations(places, 2)}
    for first, other in sorted(pairs):
        if alike(texts[first].fingerprint, texts[other].fingerprint) >= _NEARLY_SAME:
            yield first, other


def _same_facts(texts: Sequence[_Text]) -> Iterator[Pair]:
    """Pairs that tell the same country's measure from the same day, with figures in common."""
    by_day: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        briefing = text.briefing
        if briefing.issuing_country and briefing.effective_date:
            by_day[briefing.issuing_country, briefing.effective_date].append(place)
    for places in by_day.values():
        for first, other in combinations(places, 2):
            if _tell_the_same(texts[first], texts[other]):
                yield first, other


def _tell_the_same(first: _Text, other: _Text) -> bool:
    if (_days(first.briefing.date, other.briefing.date) or 0) > _TOLD_WITHIN:
        return False
    if not first.measures & other.measures or (_RELIEF in first.measures ^ other.measures):
        return False
    shared = len(first.figures & other.figures)
    return shared >= _ENOUGH_SHARED * min(len(first.figures), len(other.figures)) > 0


def _figures(briefing: Briefing) -> frozenset[str]:
    """Codes and telling figures of what a briefing quotes: no years, days or small counts."""
    quoted = [briefing.title, *(each.text for each in briefing.summary)]
    quoted += [each.text for each in briefing.items]
    figures = _FIGURE.findall(fold(" ".join(quoted)))
    cited = " ".join([briefing.number or "", *(link.number for link in briefing.links)])
    return frozenset(
        {
            *(each.replace(",", "") for each in figures if _is_telling(each, cited)),
            *(code.rpartition(":")[2] for code in briefing.codes),
            *briefing.hs_codes,
        }
    )


def _is_telling(figure: str, cited: str) -> bool:
    return not _PLAIN.fullmatch(figure) and figure not in re.findall("[0-9]+", fold(cited))
