"""The countries a measure is directed against, from the words around their names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import log1p

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import EU_MEMBERS, find_countries
from dualuse.models.facts.gazetteer import Gazetteer, Match
from dualuse.models.facts.issuers.extract import Issuer
from dualuse.models.facts.ranking import score
from dualuse.models.facts.targets.runs import left_out, runs, shares, tallied
from dualuse.models.facts.targets.words import (
    AFTER,
    AGAINST_ONE,
    ALL,
    BAN,
    BARRED_AFTER,
    BARRED_BEFORE,
    BEFORE,
    EASTERN_BAN,
    EMBARGOED,
    ENOUGH,
    HINTS,
    LISTED,
    NEAR,
    ONE_LETTER,
    OPENING,
    OPERATIVE,
    PASSING,
    READER,
    SUBJECTS,
    USUAL,
)
from dualuse.models.folding import fold

_LEFT_OUT = -2.0  # the weight of a mention that speaks against a country's being aimed at


@cache
def _hints() -> Gazetteer:
    pairs = [(name, code) for code, names in HINTS.items() for name in names.split("|")]
    return Gazetteer(pairs, ignore_case=False)


@dataclass(frozen=True, slots=True)
class Target:
    """A country that the measure is directed against, and the place that says so best."""

    country: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TargetCandidate:
    """A country that a document names, with what speaks for its being aimed at."""

    target: Target
    features: Mapping[str, float]


def find_targets(
    document: PolicyDocument, issuer: Issuer | None, party_countries: Sequence[str] = ()
) -> tuple[Target, ...]:
    """The countries aimed at, strongest first; empty where all destinations are meant.

    Args:
        document: the document; its title weighs most.
        issuer: who issues the measure; its own country is hardly ever a target.
        party_countries: countries of the parties that the document lists.
    """
    kept = [
        (score("target_countries", each.features), each.target)
        for each in target_candidates(document, issuer, party_countries)
        if score("target_countries", each.features) > 0 or _plain(each.features)
    ]
    return tuple(target for _, target in sorted(kept, key=lambda each: (-each[0], each[1].country)))


def _plain(features: Mapping[str, float]) -> bool:
    """Whether the text bars exports to a foreign country in so many words."""
    elsewhere = not (features["own"] or features["own_part"] or features["all"])
    # A tally is one of a measure's parties only where somebody issues a measure.
    counted = features.get("tallied") and not features["nobody"]
    return bool(features.get("barred") or counted) and elsewhere


def target_candidates(
    document: PolicyDocument, issuer: Issuer | None, party_countries: Sequence[str]
) -> list[TargetCandidate]:
    """Every country named, with the evidence that the measure is directed against it."""
    text, title = fold(document.text), fold(document.title)
    issuing = issuer.country if issuer else None
    tally = _Tally(text, title, party_countries)
    shared = {
        "all": float(ALL.search(text) is not None),
        "nobody": float(issuer is None or issuer.name is None),
        "crowd": log1p(len(tally.counts)),
        "party_document": float(bool(party_countries)),
    }
    standing = _Standing(tally, _own(issuing), READER.get(document.language))
    subject = _subject(title, text)
    return [
        TargetCandidate(
            Target(code, *tally.places[code][1:]),
            {
                **_features(code, tally.counts[code]),
                **shared,
                **subject,
                **_ownership(code, issuing, standing.own),
                **standing.features(code, subject),
            },
        )
        for code in sorted(tally.counts)
    ]


class _Tally:
    """How often and how each country is named, and the best place of each."""

    def __init__(self, text: str, title: str, party_countries: Sequence[str]) -> None:
        self.counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        self.places: dict[str, tuple[float, int, int]] = {}
        self.runs: list[set[str]] = []
        for code, weight, _, _ in _mentions(title):
            self._add(code, title=1.0, title_weight=max(weight, 0.0))
        for code, weight, start, end in _mentions(text):
            self._mention(text, code, weight, start, end)
        for hint in _hints().find(text):
            self._add(hint.value, hint.start, hint.end, hint=1.0)
        for code in party_countries:
            self._add(code, party=1.0)
        for run in runs(text, find_countries(text)):
            self._run(text, run)
        for code in shares(text, find_countries(text)):
            self.counts[code]["tallied"] = 1.0

    def _add(self, country: str, start: int = 0, end: int = 0, **counts: float) -> None:
        for name, count in counts.items():
            self.counts[country][name] += count
        self.places.setdefault(country, (0.0, start, end))

    def _mention(self, text: str, country: str, weight: float, start: int, end: int) -> None:
        if weight == _LEFT_OUT:
            self._add(country, start, end, passing=1.0)
            return
        clause = text[max(0, start - NEAR) : end + NEAR]
        where = "opening" if start < OPENING else "later"
        self._add(
            country,
            start,
            end,
            traded=float(OPERATIVE.search(clause) is not None),
            cued=float(weight > 0),
            passing=float(weight < 0),
            barred=float(weight >= 0 and _barred(text, start, end)),
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
        if left_out(text, run):
            return
        for code in codes if tallied(text, run) else ():
            self.counts[code]["tallied"] = 1.0
        self.runs.append(codes)
        around = text[max(0, run[0].start - NEAR) : run[-1].end + NEAR]
        listed = LISTED.search(around) is not None
        for code in codes:
            counts = self.counts[code]
            counts["run"] = max(counts["run"], len(codes) - 1)
            if listed:
                counts["listed_run"] = max(counts["listed_run"], len(codes) - 1)
                counts["listed"] += 1


class _Standing:
    """How each country stands to the others that are named, the issuer's own left out."""

    def __init__(self, tally: _Tally, own: AbstractSet[str], reader: str | None) -> None:
        self.own = own
        self._tally, self._reader = tally, reader
        self._foreign = {code: each for code, each in tally.counts.items() if code not in own}
        named = [_mentioned(each) for each in self._foreign.values()]
        self._top = max((_weight(each) for each in self._foreign.values()), default=0.0) or 1.0
        self._all, self._most = sum(named) or 1.0, max(named, default=0.0)

    def features(self, country: str, subject: Mapping[str, float]) -> dict[str, float]:
        counts = self._tally.counts[country]
        foreign = country in self._foreign
        most = foreign and _mentioned(counts) == self._most
        return {
            "share": _weight(counts) / self._top,
            "part": _mentioned(counts) / self._all if foreign else 0.0,
            "most": float(most),
            "reader": float(country == self._reader and country not in self.own),
            "beside": log1p(_beside(country, self._foreign, self._tally.runs)),
            **({f"{name}_most": value for name, value in subject.items()} if most else {}),
        }


def _barred(text: str, start: int, end: int) -> bool:
    """Whether exports to the country are said to be banned, in so many words."""
    before = text[max(0, start - NEAR) : start].rpartition("\n")[2]
    after = text[end : end + NEAR].partition("\n")[0]
    to_it = BARRED_BEFORE.search(before)
    return bool(to_it and (BARRED_AFTER.match(after) or BAN.search(before[: to_it.end()]))) or bool(
        EASTERN_BAN.match(after)
    )


def _beside(
    code: str, foreign: Mapping[str, Mapping[str, float]], runs: Sequence[AbstractSet[str]]
) -> int:
    """How often a country is enumerated with the one that is named most."""
    others = {each: _mentioned(counts) for each, counts in foreign.items() if each != code}
    if not others:
        return 0
    first = max(others, key=lambda each: (others[each], each))
    return sum(code in run and first in run for run in runs)


def _subject(title: str, text: str) -> dict[str, float]:
    """What sort of measure is told of: some have a country in view, others all destinations."""
    found = {}
    for name, words in SUBJECTS.items():
        found[f"{name}_title"] = float(words.search(title) is not None)
        count = sum(1 for _ in islice(words.finditer(text), ENOUGH))
        found[name] = log1p(count)
    return found


def _mentioned(counts: Mapping[str, float]) -> float:
    return sum(
        factor * counts.get(name, 0.0)
        for name, factor in (("title", 2), ("opening", 1), ("later", 1), ("hint", 1))
    )


def _weight(counts: Mapping[str, float]) -> float:
    return (
        2 * counts.get("title_weight", 0)
        + counts.get("opening_weight", 0)
        + 0.4 * counts.get("later_weight", 0)
    )


def _features(code: str, counts: Mapping[str, float]) -> dict[str, float]:
    features = {name: log1p(value) for name, value in counts.items() if value}
    features["named"] = 1.0
    features["embargoed"] = float(code in EMBARGOED)
    return features


def _ownership(code: str, issuing: str | None, own: AbstractSet[str]) -> dict[str, float]:
    return {
        "own": float(code == issuing),
        "own_part": float(code in own and code != issuing),
        "union": float(code == "EU" or code in EU_MEMBERS),
        "usual": float(code in USUAL.get(issuing or "", ())),
    }


def _own(country: str | None) -> set[str]:
    if country == "CN":
        return {"CN", "HK", "MO"}
    if country == "EU":
        return {"EU", *EU_MEMBERS}
    return {country} if country else set()


def _mentions(text: str) -> list[tuple[str, float, int, int]]:
    """Each country named, with the weight of the words around it; a run of names shares them."""
    found = []
    for run in runs(text, find_countries(text)):
        before = text[max(0, run[0].start - 70) : run[0].start].rpartition("\n")[2]
        after = text[run[-1].end : run[-1].end + 24].partition("\n")[0]
        weight = -1.0
        if left_out(text, run):
            weight = _LEFT_OUT
        elif not PASSING.search(before) and not PASSING.search(after):
            weight = max([w for w, cue in BEFORE if cue.search(before)], default=0.0)
            weight += max([w for w, cue in AFTER if cue.match(after)], default=0.0)
        found += [(each.value, weight, each.start, each.end) for each in run]
    for match in AGAINST_ONE.finditer(text):
        one = match["one"] or match["two"] or match["three"]
        found.append((ONE_LETTER[one], 4.0, match.start(), match.end()))
    return found
