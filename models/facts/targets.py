"""The countries a measure is directed against, from the words around their names."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import EU_MEMBERS, find_countries
from dualuse.models.facts.gazetteer import Match
from dualuse.models.folding import fold

_FLOOR: Final = 3.0
_SHARE: Final = 0.3  # of the strongest country's score
_OPENING: Final = 700
_JOIN: Final = re.compile(
    r"(?: |、|,|・|/|;|\(|\)|\([0-9]{1,3}\)|和|与|與|及び|及|或|や|と|並びに|and|und|et|the|with"
    r"|of){1,8}"
)

_ONE_LETTER: Final = {
    "日": "JP",
    "美": "US",
    "米": "US",
    "华": "CN",
    "華": "CN",
    "中": "CN",
    "俄": "RU",
    "露": "RU",
    "韩": "KR",
    "韓": "KR",
    "台": "TW",
}
_AGAINST_ONE: Final = re.compile(
    r"[对對対](?P<one>[日美米俄露韩韓华華中台])(?P<what>军事|两用|出口|輸出|禁輸|实体|實體|镓"
    r"|先端|半导体|新规|小金属|物项|规制|規制|企業)"
    r"|美国?对(?P<two>华)新规|输(?P<three>[日美华])(?=[^出])"
)
_TRADE: Final = (
    r"(?:exports?|exported|exporting|sales?|sell|sold|ships?|shipments?|shipping|supply|supplies"
    r"|supplied|sends?|sending"
    r"|transfers?|goods|items?|licen[cs]es?|destinations?|bans?|curbs?|controls?|restrictions"
    r"|sanctions|measures?|package"
    r"|consignments?|diver[a-z]+|re-?exports?|end users?|entities|parties|firms|companies|names"
    r"|addresses|forbidden|Ausfuhr(?:en)?|exportations?)"
)
_BEFORE: Final = (
    (
        4.0,
        re.compile(
            r"(?:[Cc]ountry of all records|[Dd]estinations? of (?:the )?"
            r"|[Dd]estinations?(?: country)?|[Cc]ountries concerned"
            r"|目的国|目的地(?:为|為)|对象国|対象国)[ :]{0,2}$"
        ),
    ),
    (
        3.0,
        re.compile(
            _TRADE + r"(?: [^\s.;]{1,20}){0,5} (?:to|against|for|on|in|into|nach|vers|gegen"
            r"|contre) (?:the |mainland |all |la |le |les )?$",
            re.IGNORECASE,
        ),
    ),
    (
        3.0,
        re.compile(
            r"\b(?:against|destined for|bound for|targeting|aimed at|gegen|contre) (?:the )?$",
            re.IGNORECASE,
        ),
    ),
    (2.0, re.compile(r"(?:^|\W)(?:to|for|on|in) (?:the )?$")),
    (
        3.0,
        re.compile(r"(?:向|输往|輸往|销往|出口至|出口到|运往|輸出至|输华|出口给)(?:[^。;,]{0,4})$"),
    ),
    (3.0, re.compile(r"(?:对|對|针对|針對|対)$")),
    (3.0, re.compile(r"(?:[0-9一二三四五六七八九十百]{1,4})(?:家|个|個|社|名)$")),
    (4.0, re.compile(r"(?:分布于|分布於|分布在|所在地为|位于|将|を仕向地とする)$")),
    (2.0, re.compile(r"(?:下列|有关|上述)$")),
)
_AFTER: Final = (
    (4.0, re.compile(r"(?:向け|宛て?|を仕向地)")),
    (3.0, re.compile(r"への?(?:輸出|両用|出荷|技術|販売|移転)")),
    (3.0, re.compile(r" ?(?:军事|军队|军方|軍事|实体|企业|公司|军工|两用物项出口)")),
    (3.0, re.compile(r"の(?:軍事|軍需|企業|団体|[0-9]{1,4}の?(?:企業|団体|社)|自衛隊)")),
    (4.0, re.compile(r"を念頭|など?に所在|に所在")),
    (3.0, re.compile(r"(?:企業|団体)")),
    (
        3.0,
        re.compile(
            r",? included|,? (?:now |counts as )?an embargoed| is now an embargoed|, counts as"
        ),
    ),
    (
        3.0,
        re.compile(
            r"(?:'s)? (?:military|defen[cs]e|armed forces|compan|firms?|entit|part(?:y|ies)"
            r"|end.?users?|users|recipients|persons|names|customers|buyers|university)",
            re.IGNORECASE,
        ),
    ),
    (2.5, re.compile(r" (?:firms|companies|entities)")),
)
# Where it is said that all destinations are meant, countries are named for other reasons.
_ALL: Final = re.compile(
    r"(?:every|all|any|each) (?:other )?destinations?|[Nn]o (?:single )?country is"
    r"|not distinguish by country|destination makes no difference"
    r"|对所有目的地|所有(?:出口)?目的地|没有列国别|未列(?:具体)?国别|不分(?:国别|目的)"
    r"|不论目的国|仕向国の指定はなく|仕向地(?:による限定|の指定|の限定)はなく|全仕向地"
    r"|すべての地域を仕向地|全地域規制|特定の国を(?:名指し|対象|念頭)|仕向け?先は限定されない"
    r"|any country other than China|管的是境外"
)
_PASSING: Final = re.compile(
    r"(?:豁免|除外|适用外|適用外|原产于?|原産|従来|exempt|other than|except|例外|制(?:の|造)"
    r"|made in)$|^(?:原产|原産|籍|製|制造)"
)


@dataclass(frozen=True, slots=True)
class Target:
    """A country that the measure is directed against, and the place that says so best."""

    country: str
    start: int
    end: int


def find_targets(
    document: PolicyDocument, issuing_country: str | None, party_countries: Sequence[str] = ()
) -> tuple[Target, ...]:
    """The countries aimed at, strongest first; empty where all destinations are meant.

    Args:
        document: the document; its title weighs most.
        issuing_country: left out, unless parties there are listed.
        party_countries: countries of the parties that the document lists.
    """
    text, title = fold(document.text), fold(document.title)
    scores: dict[str, float] = defaultdict(float)
    best: dict[str, tuple[float, int, int]] = {}
    for code, weight, _, _ in _mentions(title):
        scores[code] += 2 * weight
        best.setdefault(code, (0.0, 0, 0))
    for code, weight, start, end in _mentions(text):
        weighed = weight * (1.0 if start < _OPENING else 0.4)
        scores[code] += weighed
        if weighed > best.get(code, (0.0, 0, 0))[0]:
            best[code] = (weighed, start, end)
    named = {code for code, weight, _, _ in _mentions(title) if weight >= 2}
    own = _own(issuing_country) - set(party_countries)
    if _ALL.search(text):
        scores = defaultdict(float, {code: scores[code] for code in named if code in scores})
    open_to = {code: score for code, score in scores.items() if code not in own}
    top = max(open_to.values(), default=0.0)
    kept = [code for code, score in open_to.items() if score >= max(_FLOOR, _SHARE * top)]
    kept.sort(key=lambda code: (-open_to[code], code))
    return tuple(Target(code, *best[code][1:]) for code in kept)


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
        weight = 0.0
        if not _PASSING.search(before) and not _PASSING.search(after):
            weight = max([w for w, cue in _BEFORE if cue.search(before)], default=0.0)
            weight += max([w for w, cue in _AFTER if cue.match(after)], default=0.0)
        found += [(each.value, weight, each.start, each.end) for each in run]
    for match in _AGAINST_ONE.finditer(text):
        one = match["one"] or match["two"] or match["three"]
        found.append((_ONE_LETTER[one], 4.0, match.start(), match.end()))
    return found


def _runs(text: str, mentions: Sequence[Match]) -> list[list[Match]]:
    """Neighbours in an enumeration together: `Russia and Belarus`, `ロシア・ベラルーシ`."""
    runs: list[list[Match]] = []
    for each in mentions:
        if runs and each.start - runs[-1][-1].end <= 18:
            between = text[runs[-1][-1].end : each.start]
            if between and _JOIN.fullmatch(between):
                runs[-1].append(each)
                continue
        runs.append([each])
    return runs
