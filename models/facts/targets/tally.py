"""How often and how a text names each country."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from math import log1p
from typing import Final

from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.gazetteer import Gazetteer, Match
from dualuse.models.facts.targets.homes import branching, company_starts, of_company
from dualuse.models.facts.targets.outright import barred, told, unfavoured, whole
from dualuse.models.facts.targets.places import tabled
from dualuse.models.facts.targets.runs import left_out, runs, shares, tallied
from dualuse.models.facts.targets.words import (
    AFTER,
    AGAINST_ONE,
    BEFORE,
    HINTS,
    LISTED,
    NEAR,
    ONE_LETTER,
    OPENING,
    OPERATIVE,
    PASSING,
)

_LEFT_OUT: Final = -2.0  # the weight of a mention that speaks against a country's being aimed at


@cache
def _hints() -> Gazetteer:
    pairs = [(name, code) for code, names in HINTS.items() for name in names.split("|")]
    return Gazetteer(pairs, ignore_case=False)


class Tally:
    """How often and how each country is named, and the best place of each."""

    def __init__(self, text: str, title: str, party_countries: Sequence[str]) -> None:
        self.counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.places: dict[str, tuple[float, int, int]] = {}
        self.runs: list[set[str]] = []
        # Sought once: the same words stand near many names.
        self._operative = [found.start() for found in OPERATIVE.finditer(text)]
        homes = branching(text) | branching(title)
        named = _named(text, homes)
        found = runs(text, named)
        for code, weight, _, _ in _mentions(title, runs(title, _named(title, homes))):
            self._add(code, title=1.0, title_weight=max(weight, 0.0))
        for code, weight, start, end in _mentions(text, found):
            self._mention(text, code, weight, start, end)
        companies = company_starts(text, homes)
        for hint in _hints().find(text):
            if hint.start not in companies:
                self._add(hint.value, hint.start, hint.end, hint=1.0)
        for code in party_countries:
            self._add(code, party=1.0)
        for run in found:
            self._run(text, run)
        for code in shares(text, named) | tabled(text):
            self._add(code, tallied=1.0)

    def _add(self, country: str, start: int = 0, end: int = 0, **counts: float) -> None:
        for name, count in counts.items():
            self.counts[country][name] += count
        self.places.setdefault(country, (0.0, start, end))

    def _mention(self, text: str, country: str, weight: float, start: int, end: int) -> None:
        if weight == _LEFT_OUT:
            self._add(country, start, end, passing=1.0)
            return
        acted = bisect_left(self._operative, start - NEAR)
        near = acted < len(self._operative) and self._operative[acted] < end + NEAR
        where = "opening" if start < OPENING else "later"
        self._add(
            country,
            start,
            end,
            traded=float(near),
            cued=float(weight > 0),
            passing=float(weight < 0),
            barred=float(weight >= 0 and barred(text, start, end)),
            **{where: 1.0, f"{where}_weight": max(weight, 0.0)},
        )
        counts = self.counts[country]
        counts["first"] = max(counts["first"], 3 - log1p(start / 100))
        place = self.places[country]
        # A place in the title alone is none; then the place with the weightiest words counts.
        if weight > place[0] or place[2] == 0:
            self.places[country] = (max(weight, 0.0), start, end)

    def _run(self, text: str, run: Sequence[Match]) -> None:
        codes = {each.value for each in run}
        if left_out(text, run) and not unfavoured(text, run):
            return
        for code in codes if tallied(text, run) else ():
            self.counts[code]["tallied"] = 1.0
        for code in codes if told(text, run) else ():
            self.counts[code]["told"] = 1.0
        for code in whole(text, run):
            self.counts[code]["whole"] = 1.0
        self.runs.append(codes)
        around = text[max(0, run[0].start - NEAR) : run[-1].end + NEAR]
        listed = LISTED.search(around) is not None
        for code in codes:
            counts = self.counts[code]
            counts["run"] = max(counts["run"], len(codes) - 1)
            if listed:
                counts["listed_run"] = max(counts["listed_run"], len(codes) - 1)
                counts["listed"] += 1


def _mentions(text: str, in_runs: Sequence[Sequence[Match]]) -> list[tuple[str, float, int, int]]:
    """Each country named, with the weight of the words around it; a run of names shares them."""
    found = []
    for run in in_runs:
        before = text[max(0, run[0].start - 70) : run[0].start].rpartition("\n")[2]
        after = text[run[-1].end : run[-1].end + 24].partition("\n")[0]
        weight = -1.0
        if left_out(text, run) and not unfavoured(text, run):
            weight = _LEFT_OUT
        elif not PASSING.search(before) and not PASSING.search(after):
            weight = max([w for w, cue in BEFORE if cue.search(before)], default=0.0)
            weight += max([w for w, cue in AFTER if cue.match(after)], default=0.0)
        found += [(each.value, weight, each.start, each.end) for each in run]
    for match in AGAINST_ONE.finditer(text):
        one = match["one"] or match["two"] or match["three"]
        found.append((ONE_LETTER[one], 4.0, match.start(), match.end()))
    return found


def _named(text: str, homes: set[str]) -> list[Match]:
    """The countries named; of a company whose branch abroad is meant, the home is none."""
    companies = company_starts(text, homes)
    return [
        match
        for match in find_countries(text)
        if not (match.value in homes and of_company(text, match.end, companies))
    ]
