"""The countries a measure is directed against, from the words around their names."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import islice
from math import log1p

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import EU_MEMBERS
from dualuse.models.facts.issuers.extract import Issuer
from dualuse.models.facts.ranking import score
from dualuse.models.facts.targets.tally import Tally
from dualuse.models.facts.targets.words import (
    ALL,
    EMBARGOED,
    ENOUGH,
    READER,
    SUBJECTS,
    USUAL,
)
from dualuse.models.folding import fold


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
    scored = [
        (score("target_countries", each.features), each)
        for each in target_candidates(document, issuer, party_countries)
    ]
    aimed = [weight > 0 or _plain(each.features) for weight, each in scored]
    # China including Hong Kong and Macao is one destination: all of it is meant, or nothing.
    one = any(
        yes and "whole" in each.features for yes, (_, each) in zip(aimed, scored, strict=True)
    )
    kept = [
        (weight, each.target)
        for yes, (weight, each) in zip(aimed, scored, strict=True)
        if yes or (one and "whole" in each.features and _elsewhere(each.features))
    ]
    return tuple(target for _, target in sorted(kept, key=lambda each: (-each[0], each[1].country)))


def _plain(features: Mapping[str, float]) -> bool:
    """Whether the text says outright that a foreign country is aimed at."""
    # A tally is one of a measure's parties only where somebody issues a measure.
    counted = (features.get("tallied") or features.get("told")) and not features["nobody"]
    return bool(features.get("barred") or counted) and _elsewhere(features)


def _elsewhere(features: Mapping[str, float]) -> bool:
    return not (features["own"] or features["own_part"] or features["all"])


def target_candidates(
    document: PolicyDocument, issuer: Issuer | None, party_countries: Sequence[str]
) -> list[TargetCandidate]:
    """Every country named, with the evidence that the measure is directed against it."""
    text, title = fold(document.text), fold(document.title)
    issuing = issuer.country if issuer else None
    tally = Tally(text, title, party_countries)
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


class _Standing:
    """How each country stands to the others that are named, the issuer's own left out."""

    def __init__(self, tally: Tally, own: AbstractSet[str], reader: str | None) -> None:
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
