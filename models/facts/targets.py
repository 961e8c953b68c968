"""The countries a measure is directed against, from the words around their names."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from itertools import islice
from math import log1p

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import EU_MEMBERS, find_countries
from dualuse.models.facts.gazetteer import Gazetteer, Match
from dualuse.models.facts.issuers import Issuer
from dualuse.models.facts.ranking import score
from dualuse.models.facts.target_words import (
    AFTER,
    AGAINST_ONE,
    ALL,
    BEFORE,
    EMBARGOED,
    ENOUGH,
    HINTS,
    JOIN,
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
        issuer: who issues the measure; its own country is no target unless parties there are
            listed.
        party_countries: countries of the parties that the document lists.
    """
    scored = [
        (score("target_countries", each.features), each.target)
        for each in target_candidates(document, issuer, party_countries)
    ]
    kept = [each for each in scored if each[0] > 0]
    return tuple(target for _, target in sorted(kept, key=lambda each: (-each[0], each[1].country)))


def target_candidates(
    document: PolicyDocument, issuer: Issuer | None, party_countries: Sequence[str]
) -> list[TargetCandidate]:
    """Every country named, with the evidence that the measure is directed against it."""
    text, title = fold(document.text), fold(document.title)
    issuing = issuer.country if issuer else None
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    best: dict[str, tuple[float, int, int]] = {}
    for code, weight, _, _ in _mentions(title):
        sums[code].update({"title": 1, "title_weight": max(weight, 0.0)})
        best.setdefault(code, (0.0, 0, 0))
    for code, weight, start, end in _mentions(text):
        clause = text[max(0, start - NEAR) : end + NEAR]
        sums[code]["traded"] += OPERATIVE.search(clause) is not None
        sums[code]["first"] = max(sums[code]["first"], 3 - log1p(start / 100))
        where = "opening" if start < OPENING else "later"
        sums[code].update({where: 1, f"{where}_weight": max(weight, 0.0), "passing": weight < 0})
        sums[code]["cued"] += weight > 0
        if weight > best.get(code, (0.0, 0, 0))[0] or code not in best:
            best[code] = (max(weight, 0.0), start, end)
    for hint in _hints().find(text):
        sums[hint.value]["hint"] += 1
        best.setdefault(hint.value, (0.0, hint.start, hint.end))
    for code in party_countries:
        sums[code]["party"] += 1
        best.setdefault(code, (0.0, 0, 0))
    shared = {
        "all": float(ALL.search(text) is not None),
        "nobody": float(issuer is None or issuer.name is None),
        "crowd": log1p(len(sums)),
        "party_document": float(bool(party_countries)),
        **_subject(title, text),
    }
    own = _own(issuing)
    runs = []
    for run in _runs(text, find_countries(text)):
        runs.append({each.value for each in run})
        around = text[max(0, run[0].start - NEAR) : run[-1].end + NEAR]
        listed = LISTED.search(around) is not None
        for code in runs[-1]:
            sums[code]["run"] = max(sums[code]["run"], len(runs[-1]) - 1)
            if listed:
                sums[code]["listed_run"] = max(sums[code]["listed_run"], len(runs[-1]) - 1)
                sums[code]["listed"] += 1
    foreign = {code: each for code, each in sums.items() if code not in own}
    top = max((_weight(each) for each in foreign.values()), default=0.0) or 1.0
    mentions = sum(_mentioned(each) for each in foreign.values()) or 1
    most = max((_mentioned(each) for each in foreign.values()), default=0)
    reader = READER.get(document.language)
    ranked = {code: code in foreign and _mentioned(sums[code]) == most for code in sums}
    most_of = _subject(title, text)
    return [
        TargetCandidate(
            Target(code, *best[code][1:]),
            {
                **_features(code, sums[code], top),
                **shared,
                **_ownership(code, issuing, own),
                "part": _mentioned(sums[code]) / mentions if code in foreign else 0.0,
                "most": float(ranked[code]),
                "reader": float(code == reader and code not in own),
                **{f"{name}_most": value for name, value in most_of.items() if ranked[code]},
                "beside": log1p(_beside(code, foreign, runs)),
            },
        )
        for code in sorted(sums)
    ]


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
    return 2 * counts["title"] + counts["opening"] + counts["later"] + counts["hint"]


def _weight(counts: Mapping[str, float]) -> float:
    return (
        2 * counts.get("title_weight", 0)
        + counts.get("opening_weight", 0)
        + 0.4 * counts.get("later_weight", 0)
    )


def _features(code: str, counts: Mapping[str, float], top: float) -> dict[str, float]:
    features = {name: log1p(value) for name, value in counts.items() if value}
    features["named"] = 1.0
    features["share"] = _weight(counts) / top
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
    for run in _runs(text, find_countries(text)):
        before = text[max(0, run[0].start - 70) : run[0].start].rpartition("\n")[2]
        after = text[run[-1].end : run[-1].end + 24].partition("\n")[0]
        weight = -1.0
        if not PASSING.search(before) and not PASSING.search(after):
            weight = max([w for w, cue in BEFORE if cue.search(before)], default=0.0)
            weight += max([w for w, cue in AFTER if cue.match(after)], default=0.0)
        found += [(each.value, weight, each.start, each.end) for each in run]
    for match in AGAINST_ONE.finditer(text):
        one = match["one"] or match["two"] or match["three"]
        found.append((ONE_LETTER[one], 4.0, match.start(), match.end()))
    return found


def _runs(text: str, mentions: Sequence[Match]) -> list[list[Match]]:
    """Neighbours in an enumeration together: `Russia and Belarus`, `ロシア・ベラルーシ`."""
    runs: list[list[Match]] = []
    for each in mentions:
        if runs and each.start - runs[-1][-1].end <= 18:
            between = text[runs[-1][-1].end : each.start]
            if between and JOIN.fullmatch(between):
                runs[-1].append(each)
                continue
        runs.append([each])
    return runs
