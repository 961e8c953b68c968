"""The countries a measure is directed against, from the words around their names."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cache
from math import log1p
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import EU_MEMBERS, find_countries
from dualuse.models.facts.gazetteer import Gazetteer, Match
from dualuse.models.facts.issuers import Issuer
from dualuse.models.facts.ranking import score
from dualuse.models.folding import fold

# Under arms embargoes or comprehensive sanctions of the United Nations, the EU or the US.
_EMBARGOED: Final = frozenset({"RU", "BY", "IR", "KP", "SY", "CU", "VE", "MM", "AF", "SD", "SS"})
# Whom the measures of an issuer are mostly directed against.
_USUAL: Final = {
    "US": ("CN", "RU", "IR", "HK"),
    "CN": ("US", "JP", "TW"),
    "EU": ("RU", "BY", "IR"),
    "JP": ("RU", "BY", "KP"),
    "GB": ("RU", "IR"),
    "TW": ("CN", "RU"),
    "KR": ("RU", "BY"),
    "CH": ("RU",),
}
# Cities and companies that stand for a country.
_HINTS: Final = {
    "CN": "Huawei|SMIC|YMTC|Hikvision|DJI|ZTE|CXMT|Inspur|Sophgo|Zhipu|Beijing|Peking|Pékin|Shenzhen"
    "|Shanghai|华为|中芯|華為|ファーウェイ|大疆|北京|长江存储|英伟达对华|浪潮|Wuhan|Xinjiang|新疆|Quanzhou|Wuxi|Dalian"
    "|Xi'an|Shenyang|Fujian|Jinhua|Phytium|飞腾|无锡|大连|西安|深圳|上海|国内|华强北|昇腾|Ascend|Guangzhou"
    "|Chengdu|Hefei|Nanjing|Suzhou|Tianjin|国防科大|海光|Hygon|无锡|合肥|Cadence|楷登|Nexperia China",
    "RU": "Moscow|Moskau|Moscou|Vladivostok|St Petersburg|Murmansk|Kaliningrad|Crimea|Krim|Crimée"
    "|Donetsk|Luhansk|モスクワ|莫斯科|Kremlin|ウラジオストク|北緯|St. Petersburg|Wladiwostok|对俄|對俄"
    "|対露|対ロ|ロシア産",
    "BY": "Minsk|Belavia|明斯克|ミンスク",
    "IR": "Tehran|Teheran|Téhéran|Isfahan|Mahan Air|德黑兰|テヘラン",
    "KP": "Pyongyang|平壤|平壌|Hamhung|1718|DPRK|朝核",
    "SY": "Damascus|Damaskus|Damas|Aleppo|大马士革|Assad",
    "VE": "Caracas|PDVSA",
    "AF": "Kabul|Taliban",
    "US": "Washington|Nvidia|Lockheed|Raytheon|Boeing|General Dynamics|Skydio|Illumina|华盛顿"
    "|洛克希德|雷神|英伟达|PVH|因美纳",
    "JP": "Tokyo|Mitsubishi|Kawasaki|IHI|Subaru|三菱|东京|東京|自卫队|自衛隊|防衛",
    "TW": "Taipei|TSMC|台北|台积电|台積電|漢翔|汉翔|AIDC",
    "NL": "ASML|The Hague|Nexperia|安世|阿斯麦",
    "TR": "Ankara|Istanbul|Türkiye",
    "MM": "Tatmadaw|Yangon|Birmanie|Myanmar",
    "HK": "Kowloon|Hongkong",
    "UA": "Kyiv|Kiev|Kiew",
    "KR": "Seoul|Samsung|SK hynix|三星|ソウル|首尔",
}
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


_LISTED: Final = re.compile(
    r"one each|registered|\bentit|compan|\bfirms?\b|\bnames\b|address|organi[sz]ation|\bpart(?:y|ies)\b"
    r"|bod(?:y|ies)|\bsits? in\b|most(?:ly)? (?:are )?in|countries|destinations|sociétés|établi|entreprise"
    r"|Unternehmen|Firmen|Länder|pays|实体|實體|企业|公司|团体|団体|企業|社|内訳|残り|所在|分布|国家和地区"
    r"|か国|regimes",
    re.IGNORECASE,
)
_READER: Final = {"zh": "CN", "ja": "JP"}
_ENOUGH: Final = 12
_SUBJECTS: Final = {
    "lists_parties": re.compile(
        r"[Ee]ntity [Ll]ist|实体清单|實體清單|實體名單|管控名单|关注名单|エンティティ・?リスト|ユーザーリスト"
        r"|\bentities\b|[Uu]nverified|[Uu]nreliable|End User List|列入|\badded to\b|[Ll]isted part"
    ),
    "sanctions": re.compile(
        r"[Ss]anction|embargo|制裁|package\b|禁輸|禁运|禁輸|Embargo|833/2014|765/2006|[Gg]eneral License"
    ),
    "items": re.compile(
        r"Annex I\b|Anhang I\b|annexe I\b|Schedule 3|[Rr]are.earth|稀土|希土|レアアース|gallium|镓|ガリウム"
        r"|graphite|石墨|黒鉛|别表第一|別表第[1一]|controlled items|清单所列|control list|new entries|統一清单"
        r"|品目|tungsten|锑|アンチモン|antimony|锂电池|lithography|quantum|catalogue|目录"
    ),
    "case": re.compile(
        r"sentenced|pleaded|indict|settle|penalt|fined|convicted|court|判决|判決|处罚|罚款|走私|逮捕|送検"
    ),
    "military": re.compile(
        r"military|军事|軍事|軍需|militär|militaire|arms embargo|weapons|war\b|invasion|aggression|侵略"
    ),
    "easing": re.compile(
        r"suspend|lift|eas(?:e|ing)\b|relax|remov|general licen[cs]e|exception|停止|暂停|解除|緩和|放宽"
    ),
    "chips": re.compile(r"\bchips?\b|semiconductor|芯片|半導体|半导体|晶片|AI\b|3A090|\bHBM\b|H20"),
}
_NEAR: Final = 80
_OPERATIVE: Final = re.compile(
    r"\bexport(?:s|ed|ing|ers?)?\b|\bship|licen[cs]e|permit|\bban|prohibit|restrict|sanction|embargo"
    r"|Ausfuhr|Genehmigung|verbiet|verbot|Sanktion|interdi|licence|autorisation"
    r"|出口|许可|許可|禁止|管制|限制|输|輸|制裁|規制|列入|追加",
    re.IGNORECASE,
)


@cache
def _hints() -> Gazetteer:
    pairs = [(name, code) for code, names in _HINTS.items() for name in names.split("|")]
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
        clause = text[max(0, start - _NEAR) : end + _NEAR]
        sums[code]["traded"] += _OPERATIVE.search(clause) is not None
        sums[code]["first"] = max(sums[code]["first"], 3 - log1p(start / 100))
        where = "opening" if start < _OPENING else "later"
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
        "all": float(_ALL.search(text) is not None),
        "nobody": float(issuer is None or issuer.name is None),
        "crowd": log1p(len(sums)),
        "party_document": float(bool(party_countries)),
        **_subject(title, text),
    }
    own = _own(issuing)
    runs = []
    for run in _runs(text, find_countries(text)):
        runs.append({each.value for each in run})
        around = text[max(0, run[0].start - _NEAR) : run[-1].end + _NEAR]
        listed = _LISTED.search(around) is not None
        for code in runs[-1]:
            sums[code]["run"] = max(sums[code]["run"], len(runs[-1]) - 1)
            if listed:
                sums[code]["listed_run"] = max(sums[code]["listed_run"], len(runs[-1]) - 1)
                sums[code]["listed"] += 1
    foreign = {code: each for code, each in sums.items() if code not in own}
    top = max((_weight(each) for each in foreign.values()), default=0.0) or 1.0
    mentions = sum(_mentioned(each) for each in foreign.values()) or 1
    most = max((_mentioned(each) for each in foreign.values()), default=0)
    reader = _READER.get(document.language)
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
    for name, words in _SUBJECTS.items():
        found[f"{name}_title"] = float(words.search(title) is not None)
        count = sum(1 for _ in zip(range(_ENOUGH), words.finditer(text), strict=False))
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
    features["embargoed"] = float(code in _EMBARGOED)
    return features


def _ownership(code: str, issuing: str | None, own: AbstractSet[str]) -> dict[str, float]:
    return {
        "own": float(code == issuing),
        "own_part": float(code in own and code != issuing),
        "union": float(code == "EU" or code in EU_MEMBERS),
        "usual": float(code in _USUAL.get(issuing or "", ())),
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
