"""Countries that a text names side by side: enumerated, excepted together, or counted."""

from collections.abc import Sequence
from typing import Final

from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.gazetteer import Match
from dualuse.models.facts.targets.words import (
    ARMED,
    ARMS_AFTER,
    ARMS_BEFORE,
    DESTINATIONS,
    EXCEPTED_AFTER,
    EXCEPTED_BEFORE,
    FIGURES,
    JOIN,
    LISTED,
    NEAR,
    SHARE,
    SUFFERS_AFTER,
    SUFFERS_BEFORE,
    VICTIM,
)

_FEWEST: Final = 3  # countries of a run that is a tally


def left_out(text: str, run: Sequence[Match]) -> bool:
    """Whether the countries are excepted, suffer what the measure answers, or only buy arms."""
    before = text[max(0, run[0].start - 90) : run[0].start].rpartition("\n")[2]
    after = text[run[-1].end : run[-1].end + 40].partition("\n")[0]
    values = {each.value for each in run}
    excepted = EXCEPTED_BEFORE.search(before)
    # After `third countries other than Russia:` come those that are meant.
    if excepted and find_countries(excepted[0].rpartition(":")[0]):
        excepted = None
    return bool(
        excepted
        or EXCEPTED_AFTER.match(after)
        or (values <= VICTIM and (SUFFERS_BEFORE.search(before) or SUFFERS_AFTER.match(after)))
        or (values <= ARMED and (ARMS_BEFORE.search(before) or ARMS_AFTER.match(after)))
    )


def tallied(text: str, run: Sequence[Match]) -> bool:
    """Whether a run of countries counts the parties in each, or is called the destinations."""
    if len({each.value for each in run}) < _FEWEST:
        return False
    before = text[max(0, run[0].start - 40) : run[0].start].rpartition("\n")[2]
    around = text[max(0, run[0].start - NEAR) : run[-1].end + NEAR]
    # The last may have a unit after its figure that the others share.
    counted = all(FIGURES.match(text, each.end) for each in run[:-1])
    return (counted and LISTED.search(around) is not None) or DESTINATIONS.search(
        before
    ) is not None


def shares(text: str, mentions: Sequence[Match]) -> set[str]:
    """Countries of a count in words: six under China, two in Iran and one under Türkiye."""
    found: set[str] = set()
    codes: set[str] = set()
    last = 0
    for each in mentions:
        if not SHARE.search(text, max(0, each.start - 50), each.start):
            continue
        if each.start - last > NEAR:
            codes = set()
        codes.add(each.value)
        last = each.end
        found |= codes if len(codes) >= _FEWEST else set()
    return found


def runs(text: str, mentions: Sequence[Match]) -> list[list[Match]]:
    """Neighbours in an enumeration together: `Russia and Belarus`, `ロシア・ベラルーシ`."""
    found: list[list[Match]] = []
    for each in mentions:
        if found and each.start - found[-1][-1].end <= 18:
            between = text[found[-1][-1].end : each.start]
            if between and JOIN.fullmatch(between):
                found[-1].append(each)
                continue
        found.append([each])
    return found
