"""What speaks for a day being that of the document, the first of the measure, or another."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p
from typing import Final

from dualuse.corpus.labels import DateRole
from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.days.dates import FoundDate
from dualuse.models.facts.days.roles import DENIED, cue_weights
from dualuse.models.folding import fold

_HEAD: Final = 450
_TAIL: Final = 200
_AROUND: Final = 60
_PUT_OUT: Final = re.compile(
    r"\b(?:posted|published|circulated|issued|filed|mailing|edition|dated?|printed|updated|revised"
    r"|newsletter|bulletin|circular|issue|no\.|sent|edited by|stand|veröffentlicht|ausgabe"
    r"|publiée?|mis à"
    r" jour|client note|alert|memo|press|weekly|daily|observer|editor)\b|発行|刊|脱稿|出刊|整理"
    r"|讯|讯】"
    r"|早盘|更新|作成|掲載|配信|付|号|期|稿|发布|印发|编辑|上线|驻|日报|晚报|新闻|速报|推送|・"
    r"|·|—|–|\|",
    re.IGNORECASE,
)
_MEETING: Final = re.compile(
    r"\b(?:meeting|held|session|seminar|webinar|course|workshop|conference|deadline|register"
    r"|lecture"
    r"|present|comments?|until|by|before|next|closed|open|convicted|sentenced|adopted|delivered)\b"
    r"|開催|日時|例会|会议|召开|截止|締切|时间|报名|収集|录制|次回|下次|講座|まで|之前|生效"
    r"|施行|施行日"
    r"|実施|实施|适用|適用|列入|通过|決定",
    re.IGNORECASE,
)
_WEEKDAY: Final = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? $|(?:montag|dienstag"
    r"|mittwoch"
    r"|donnerstag|freitag|lundi|mardi|mercredi|jeudi|vendredi),? (?:dem |le )?$",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(r"[ *#]{0,4}(?:DATES?|Effective(?: [Dd]ate)?)\b[^\n]{0,60}")
_SENTENCE: Final = re.compile(
    r"[a-z]{3,}[.?!](?:\s|$)|[。！？]|\b(?:is|was|were|has|have|are"
    r"|will|must)\b"
)
# `On September 30, 2025, BIS published a rule (90 FR 47201)`: the day of another document.
_CITED: Final = re.compile(r",? [^.;\n]{0,110}\b[0-9]{2,3} (?:FR|Fed\. ?Reg\.) [0-9]{3,6}")
# "Shipments aboard a carrier on May 3": the day of a savings clause.
_SAVED: Final = re.compile(
    r"\b(?:en route|aboard|in transit|on dock|being loaded)\b[^.;\n]{0,90}\b(?:on|before) $"
)
_CITING: Final = 140
_NUMBERED: Final = re.compile(
    r"(?:No\. ?|FR |第|号|Regulation|Decision|Announcement|公告|令|Executive Order)[^.;。\n]{0,24}$"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day that the text names, at its most telling place, and what speaks for each role."""

    date: str
    start: int
    end: int
    features: Mapping[str, float]


def day_evidence(
    document: PolicyDocument,
    found: Sequence[FoundDate],
    told: Mapping[str, tuple[str | None, int, int]],
) -> list[Day]:
    """The days of a text, each once, with the evidence of all its mentions.

    Args:
        document: the document.
        found: its dates.
        told: by the name of a rule, the day on which that rule settles and its place; such a day
            need not be written in the text ("30 days after publication").
    """
    text = fold(document.text)
    breaks = [match.start() for match in re.finditer("\n", text)]
    days: dict[str, dict[str, float]] = {}
    places: dict[str, tuple[float, int, int]] = {}
    for each, weights in zip(found, cue_weights(document, found), strict=True):
        features = _spoken(text, breaks, each, weights)
        known = days.setdefault(each.date, {"mentions": 0.0})
        known["mentions"] += 1
        for name, value in features.items():
            known[name] = max(known.get(name, 0.0), value)
        strength = sum(weights.values()) + 2 * features["alone"] + features["head"]
        if each.date not in places or strength > places[each.date][0]:
            places[each.date] = (strength, each.start, each.end)
    for rule, (day, start, end) in told.items():
        if day is not None:
            known = days.setdefault(day, {"mentions": 0.0})
            written = any(each.start < end and start < each.end for each in found)
            known[f"rule_{rule}"] = float(written)
            known[f"told_{rule}"] = float(not written)
            places.setdefault(day, (0.0, start, end))
    ranked = sorted(days)
    return [
        Day(day, *places[day][1:], {**_counted(days[day]), **_rank(day, ranked)}) for day in ranked
    ]


def _spoken(
    text: str, breaks: Sequence[int], each: FoundDate, weights: Mapping[DateRole, int]
) -> dict[str, float]:
    """What one mention of a day says of it: where it stands, and the words around it."""
    cited = _CITED.match(text[each.end : each.end + _CITING]) or _SAVED.search(
        text[max(0, each.start - _CITING) : each.start]
    )
    return {
        **_mention(text, breaks, each),
        **{f"cue_{role}": weight / 5 for role, weight in weights.items()},
        "uncited": float(cited is None),
        "unsaid": float(not any(weights.values())),
        "denied": float(weights.get("effective") == DENIED),
    }


def _counted(features: Mapping[str, float]) -> dict[str, float]:
    return {**features, "mentions": log1p(features["mentions"]), "day": 1.0}


def _mention(text: str, breaks: Sequence[int], each: FoundDate) -> dict[str, float]:
    """Where and how a date is written."""
    line = bisect_left(breaks, each.start)
    low = breaks[line - 1] + 1 if line else 0
    high = breaks[line] if line < len(breaks) else len(text)
    before = text[max(low, each.start - _AROUND) : each.start]
    after = text[each.end : min(high, each.end + _AROUND)]
    rest = text[low : min(low + 400, each.start)] + text[each.end : min(high, each.end + 400)]
    wide = re.search("[一-鿿ぁ-ヿ]", rest) is not None
    near = before[-30:] + " " + after[:30]
    return {
        "headed": float(_HEADED.match(text, low, each.start) is not None),
        "line_0": float(line == 0),
        "line_1": float(line == 1),
        "line_2": float(line == 2),
        "line_34": float(line in {3, 4}),
        "head": float(each.start < _HEAD),
        "opening": float(each.start < 160),
        "tail": float(each.end > len(text) - _TAIL),
        "last_line": float(line >= len(breaks) or not text[high:].strip()),
        "alone": float(len(rest.strip()) <= (14 if wide else 30)),
        "short_line": float(len(rest) <= (40 if wide else 110)),
        "sentence": float(_SENTENCE.search(rest) is not None),
        "line_start": float(len(before.strip("([（【 ")) < 4),
        "line_end": float(len(after.strip(" .)]）】。")) < 3),
        "bracketed": float(
            before.rstrip()[-1:] in {"(", "[", "【"} or after[:1] in {")", "]", "】"}
        ),
        "separated": float(
            before.rstrip()[-1:] in {"-", "–", "—", "·", "|", "/", "•"} or after[:2] in {" –", " —"}
        ),
        "weekday": float(_WEEKDAY.search(before) is not None),
        "put_out": float(_PUT_OUT.search(near) is not None),
        "meeting": float(_MEETING.search(near) is not None),
        "numbered": float(_NUMBERED.search(before) is not None),
        "full": float(each.precision == "full"),
        "day_only": float(each.precision == "day_only"),
    }


def _rank(day: str, ranked: Sequence[str]) -> dict[str, float]:
    return {
        "only": float(len(ranked) == 1),
        "latest": float(day == ranked[-1]),
        "earliest": float(day == ranked[0]),
        "later_days": log1p(len(ranked) - 1 - ranked.index(day)),
    }


def against(day: str, other: str | None, name: str) -> dict[str, float]:
    """How a day lies to another, such as that of the document; nothing where that is unknown."""
    if other is None:
        return {f"{name}_unknown": 1.0}
    apart = (date.fromisoformat(day) - date.fromisoformat(other)).days
    return {
        f"{name}_same": float(apart == 0),
        f"{name}_just_before": float(-7 <= apart < 0),
        f"{name}_before": float(-60 <= apart < -7),
        f"{name}_long_before": float(apart < -60),
        f"{name}_just_after": float(0 < apart <= 7),
        f"{name}_after": float(7 < apart <= 120),
        f"{name}_long_after": float(apart > 120),
    }
