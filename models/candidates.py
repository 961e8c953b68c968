"""Candidate codes, regimes and missing parameters from the nearest labelled examples."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from dualuse.corpus.control_lists.store import entries_meant
from dualuse.corpus.labels import (
    BEYOND_ANTI_TERRORISM,
    NO_CATEGORY,
    REGIMES,
    code_category,
    code_group,
    is_low_level,
)
from dualuse.models.believed import figures_heard
from dualuse.models.examples import Example
from dualuse.models.goods_names import Paragraphs
from dualuse.models.quantities.records import Quantity
from dualuse.models.reading import ProductJudgement

MOST_CODES: Final = 5
_LATER_CODE: Final = 0.5
_LEAST_SHARE: Final = 0.02
_NAMED: Final = 1.5
"""Of 1 to 3 and of powers 1 to 3 of the likeness this and the square found most codes on families
held out of the training corpus; so did one say for the encoder, of half a say to two."""

_ABSENT: Final = re.compile(
    r"\b(?:is |are |was |were |left )?(?:not (?:given|stated|specified|declared|known|said)|"
    r"omitted|missing|absent|unstated|unclear|unspecified|unknown|left out|lacking)\b.*",
    re.IGNORECASE,
)
_WITHOUT: Final = re.compile(r"\b(?:without|no|neither|missing)\s+(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class WeighedExample:
    """A labelled example and its say: likeness squared times how well its labels fit."""

    example: Example
    similarity: float
    weight: float


def weigh(judgement: ProductJudgement, regimes: Sequence[str]) -> list[WeighedExample]:
    """The neighbours with a say about codes: controlled goods on a list that is asked for."""
    weighed = [
        WeighedExample(
            neighbour.example,
            neighbour.similarity,
            neighbour.similarity**2
            * judgement.categories[neighbour.example.category]
            * judgement.relevances[neighbour.example.relevance]
            * _group_share(judgement, neighbour.example),
        )
        for neighbour in judgement.neighbours
        if not set(neighbour.example.regimes).isdisjoint(regimes)
    ]
    return sorted(weighed, key=lambda each: -each.weight)


def _group_share(judgement: ProductJudgement, example: Example) -> float:
    return judgement.groups[code_group(example.codes[0])] if example.codes else 1.0


def candidate_codes(
    weighed: Sequence[WeighedExample],
    paragraphs: Paragraphs,
    codes: Mapping[str, float] | None = None,
    regimes: Sequence[str] = REGIMES,
    quantities: Sequence[Quantity] = (),
) -> tuple[tuple[str, float], ...]:
    """Up to five codes with their share of the say, best first.

    The examples share one say, and so do the encoder's `codes`, where it was asked; codes that no
    list of the regimes has are none.
    `paragraphs` are those whose goods the text names: their codes have half as much again, and
    what the `quantities` of the text fail has half, what they meet a fifth more.
    """
    asked = tuple(regimes)
    scores: defaultdict[str, float] = defaultdict(float)
    for each in weighed:
        for place, code in enumerate(each.example.codes):
            if _binds(code, asked):
                scores[code] += each.weight * (_LATER_CODE if place else 1.0)
    nearest = sum(scores.values()) or 1.0
    for code in scores:
        scores[code] /= nearest
    for code, share in (codes or {}).items():
        if _binds(code, asked):
            scores[code] += share
    for code in scores:
        if any(entry.key in paragraphs for entry in entries_meant(code)):
            scores[code] *= _NAMED
    total = sum(scores.values())
    best = dict(sorted(scores.items(), key=_best_first)[:MOST_CODES])
    heard = figures_heard(best, quantities, paragraphs)
    total += sum(heard.values()) - sum(best.values())
    return tuple(
        (code, score / total)
        for code, score in sorted(heard.items(), key=_best_first)
        if score > _LEAST_SHARE * total
    )


def _best_first(scored: tuple[str, float]) -> tuple[float, str]:
    return -scored[1], scored[0]


@cache
def _binds(code: str, regimes: tuple[str, ...]) -> bool:
    """Whether one of the regimes has the code on its list."""
    return any(not set(entry.regimes).isdisjoint(regimes) for entry in entries_meant(code))


def judged_codes(
    judgement: ProductJudgement,
    weighed: Sequence[WeighedExample],
    regimes: Sequence[str] = REGIMES,
) -> tuple[str, ...]:
    """The candidate codes of a judgement, best first: none for a good on no list.

    Those of other fields than the good's stand behind its own; of a listed good, the 99x codes
    stand last.
    """
    if judgement.category == NO_CATEGORY:
        return ()
    found = candidate_codes(
        weighed, judgement.paragraphs, judgement.codes, regimes, judgement.quantities
    )
    listed = judgement.relevance == "high"

    def rank(code: str) -> tuple[bool, bool]:
        return listed and _is_weak(code), code_category(code) != judgement.category

    return tuple(sorted((code for code, _ in found), key=rank))


def caught_first(codes: Sequence[str], regimes: Sequence[str]) -> tuple[str, ...]:
    """The codes, those that the lists of the regimes have before the others."""
    return tuple(sorted(codes, key=lambda code: not _binds(code, tuple(regimes))))


def _is_weak(code: str) -> bool:
    return is_low_level(code) and code not in BEYOND_ANTI_TERRORISM


def voted_regimes(weighed: Sequence[WeighedExample], regimes: Iterable[str]) -> tuple[str, ...]:
    """The regimes of those asked for that more than half of the say names."""
    total = sum(each.weight for each in weighed)
    return tuple(
        regime
        for regime in regimes
        if 2 * sum(each.weight for each in weighed if regime in each.example.regimes) > total
    )


def missing_parameters(
    weighed: Sequence[WeighedExample], code: str | None, stated: Iterable[Quantity] = ()
) -> tuple[str, ...]:
    """The parameters that the nearest undecided example of a code lacked: those to ask for.

    What the text's own figures state is not asked for.
    """
    known = {each.parameter for each in stated if each.parameter}
    for each in weighed:
        example = each.example
        if example.basis == "parameter_missing" and (code is None or code in example.codes):
            return tuple(
                parameter
                for parameter in _parameters(example.why)
                if not any(_names(parameter, name) for name in known)
            )
    return ()


def _names(words: str, parameter: str) -> bool:
    """Whether words of a reader, such as "maximum frame rate", ask for a parameter."""
    return re.search(rf"\b{re.escape(parameter)}\b", words, re.IGNORECASE) is not None


def _parameters(why: str) -> list[str]:
    clause = re.split(r"[;:]", why)[-1].strip()
    stated = _ABSENT.sub("", clause).strip(" ,")
    if stated == clause:
        found = _WITHOUT.search(clause)
        stated = found.group(1) if found else ""
    stated = stated.rpartition(", ")[2] if ", " in stated and " and " not in stated else stated
    words = re.split(r",\s*(?:and\s+)?|\s+(?:and|nor|or)\s+", stated)
    return [_plain(word) for word in words if word.strip(" .")]


def _plain(words: str) -> str:
    words = re.sub(r"\s+(?:stated|given)$", "", words.strip(" ."))
    # Abbreviations keep their capitals, the first word of a clause does not.
    return words[0].lower() + words[1:] if words[1:2].islower() else words
