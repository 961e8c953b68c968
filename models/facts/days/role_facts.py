"""All dates of a document with their roles, once each, at the places where words tell them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from dualuse.corpus.labels import DateRole
from dualuse.models.facts.days.cue import ENDS
from dualuse.models.facts.days.dates import FoundDate
from dualuse.models.facts.days.roles import RoledDate
from dualuse.models.facts.records import DateFact

_OF_A_RANGE: Final = 20  # characters between the first and the last day of a range
_PLAIN: Final = 4  # weight from which the words state a role plainly


def role_facts(
    own: FoundDate | None,
    effective: DateFact | None,
    roles: Sequence[DateFact],
    roled: Sequence[RoledDate],
) -> tuple[DateFact, ...]:
    """The dates of a document with their roles, in order.

    Args:
        own: the date of the document itself.
        effective: the effective date.
        roles: the roles that the evidence claims.
        roled: the dates whose clause says what they are; of these are the places and plain ends.
    """
    read = {(each.role, each.date): (each.start, each.end) for each in roled}
    facts: dict[tuple[str, str | None], DateFact] = {}
    if effective:
        facts["effective", effective.date] = effective
    # Few training documents have an end: where words state one plainly, they are enough.
    roles = [*_one_end(roles, read), *_stated(roled)]
    dated = {each.date for each in roles if each.role in {"published", "issued"}}
    if own and own.date not in dated:
        facts["published", own.date] = DateFact("published", own.date, own.start, own.end)
    for each in roles:
        place = read.get((each.role, each.date or ""), (each.start, each.end))
        facts.setdefault((each.role, each.date), DateFact(each.role, each.date, *place))
    return tuple(sorted(facts.values(), key=lambda each: (each.start, each.end, each.role)))


def _stated(roled: Sequence[RoledDate]) -> Iterator[DateFact]:
    """The ends that words state plainly, each with the first day of its range."""
    plain = [each for each in roled if each.weight >= _PLAIN]
    for at, each in enumerate(plain):
        if each.role in ENDS:
            first = plain[at - 1] if at else None
            if first and first.role == "effective" and each.start - first.end <= _OF_A_RANGE:
                yield DateFact(first.role, first.date, first.start, first.end)
            yield DateFact(each.role, each.date, each.start, each.end)


def _one_end(
    roles: Sequence[DateFact], read: Mapping[tuple[DateRole, str], tuple[int, int]]
) -> list[DateFact]:
    """The roles without those of a day that ends something else: words tell which it ends."""
    told = {day for role, day in read if role in ENDS}
    return [
        each
        for each in roles
        if each.role not in ENDS or each.date not in told or (each.role, each.date) in read
    ]
