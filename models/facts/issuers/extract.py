"""The issuer of a measure: named in header or signature, else the subject of what is told."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import log1p
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.countries import EU_MEMBERS, find_countries
from dualuse.models.facts.issuers.asia import ASIA
from dualuse.models.facts.issuers.authorities import JOINT, Authority
from dualuse.models.facts.issuers.doubts import asserted, is_letter, reply_begins
from dualuse.models.facts.issuers.governments import acting_government
from dualuse.models.facts.issuers.west import WEST
from dualuse.models.facts.ranking import best_of, score
from dualuse.models.folding import fold

AUTHORITIES: Final[tuple[Authority, ...]] = (*ASIA, *WEST)

_OPENING: Final = 500  # characters that tell the news
_FIRST: Final = 6  # characters of a title that may stand before its subject
_ACTING: Final = frozenset({"label", "alone", "acts_opening", "title_acts"})
_NAMED: Final = frozenset({"acts", "asked", "named", "named_opening", "protests_opening", "title"})
_MOST: Final = 40  # mentions of one authority that are looked at
_LABEL: Final = re.compile(
    r"(?:发布单位|发文机关|發布單位|发布机构|Issuing authority|Issued by|AGENCY"
    r"|Source)[】\]]? ?[::]? ?$"
)
_VERB: Final = re.compile(
    r"[^。.;\n]{0,70}?(?:发布|公布|宣布|公告|决定|通报|发表|宣佈|批准|出台|修订|更新|公開|公表"
    r"|公布|発表|改正|決定|改め|公示|列入|發布|修正|預告|决议|通过"
    r"|令 ?(?:第|20)|出した|加えた|停止|命令|明らかに|抗議|認め|announce|publish|issue|adopt"
    r"|said|says|add|put"
    r"|place|lift|ban|suspend|propose|tighten|restrict|gazett"
    r"|propos|releas|rescind|revok|impos|extend|amend|seek|ask|decid|agree|sign|lay|laid|wants"
    r"|has today|warn|outlaw|float|closed|hat |haben |veröffentlich|beschl|entschied|erl(?:ass|ieß)"
    r"|aufgehoben|a (?:adopté|publié|décidé|annoncé)|publie|annonce|décid)",
    re.IGNORECASE,
)
# Who is asked, protests or comments is not who acts.
_NOT_ACTING: Final = re.compile(
    r"[^。.;\n]{0,12}(?:提出申请|提出申請|申请|申請|咨询|递交|递话|的许可|许可证|审批|の許可|に申請"
    r"|へ申請|窓口|the application|licen[cs]e)"
)
_REACTING: Final = ("MOFCOM", "MFA")
_REACTION: Final = re.compile(r"中方(?:注意到|敦促|对此|将采取|一贯|愿与|同意)|请问中方|请问商务部")
_LONG: Final = 20000
_PROTEST: Final = re.compile(r"[^。.;\n]{0,30}?(?:抗議|抗议|protest)")
_APPLIED_TO: Final = re.compile(
    r"(?:向|に対し|apply to|apply to the|to the|application to the|with|from|by letter to|beim|bei"
    r"|auprès (?:de|du)) ?$"
)
# Essays, courses, surveys, notes of a meeting are mostly nobody's measure.
_GENRES: Final = {
    "essay": re.compile(
        r"(?i:\b(?:essay|essays|lecture|quarterly|review|column|memoirs?|mémoires|cahiers|billet"
        r"|podcast|episode|zeitschrift|history|geschichte|working paper|policy note|blog|issue"
        r"|number|numéro|no\. [0-9]{1,3}|posted|spring|autumn|winter|summer|professor"
        r"|prof\.)(?!\w))"
        r"|随笔|专论|时评|評論|评论|论文|札记|特稿|专栏|專欄|期|摘要|论说|論説|時評|論考|随想"
        r"|コラム|春号"
        r"|秋号|夏号|冬号|エッセー|作者|筆者|学報|研究者"
    ),
    "course": re.compile(
        r"(?i:\b(?:seminars?|webinar|course|training|invitation|schulung|einladung|formation"
        r"|half-day"
        r"|one-day|workshop|beginners|handbook|manual|checklist|programme|faq|questionnaire"
        r"|answers|glossary|guide|primer)\b)"
        r"|培训|讲座|手册|指南|報名|报名|講座|セミナー|研修|募集|受験|はじめて|規程|マニュアル"
        r"|該非判定"
        r"|書き方|教程|夜读|申领|怎么|怎麼|办事|よくある"
    ),
    "meeting": re.compile(
        r"(?i:\b(?:minutes|present|apologies|chair|committee|roundtable|meeting|protokoll|anwesend"
        r"|compte rendu|attendees|proceedings|agenda|summary record|shareholders|questions? [0-9]"
        r"|written (?:question|answer)s?|transcript)\b)"
        r"|纪要|紀要|紀錄|出席|列席|主持|议程|議事|議題|例会|連絡会|総会|メモ|質疑|委員会"
    ),
    "survey": re.compile(
        r"(?i:\b(?:survey|poll|statistics|umfrage|enquête|results|form 10-k|annual report"
        r"|risk factors|audit|figures|exports (?:fall|rise|fell|rose))\b)"
        r"|问卷|调查|统计|年报|月度|数据|アンケート|調査|統計|集計|白書|決算|回顾|年度"
    ),
    "court": re.compile(
        r"(?i:\b(?:court|judge|sentenced|convicted|verdict|trial|urteil|landgericht|tribunal|jury"
        r"|prosecutors?)\b)|法院|判决|判決|地裁|高裁|书类送检|書類送検|逮捕|起訴|被告|检察院"
    ),
    "bill": re.compile(
        r"(?i:\b(?:bill|bipartisan|senators?|h\.r\.|lawmakers|parliament)\b)|法案|議員|议员|参议院"
    ),
}
_IN_FORCE: Final = re.compile(
    r"(?i:\b(?:takes? effect|took effect|effective|in force|into force|with immediate effect"
    r"|as of|comments? (?:by|until)|in kraft|ab sofort|en vigueur|à compter|gilt ab|tritt)\b)"
    r"|施行|实施|實施|生效|起执行|適用|発効|から"
)
_YEAR: Final = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_COUNTRY_OF: Final = {"ja": "JP", "de": "DE", "fr": "FR", "zh": "CN"}


@dataclass(frozen=True, slots=True)
class Issuer:
    """The authority that issues the measure, with the place that names it.

    `name` is None where the measures of a country are spoken of and nobody issues one.
    """

    name: str | None
    country: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Candidate:
    """An answer to who issues the measure, with what speaks for it."""

    issuer: Issuer
    features: Mapping[str, float]


def find_issuer(document: PolicyDocument) -> Issuer | None:
    """Who issues what the document is or tells, or None where nobody does.

    Header, signature, who publishes and decides in title and first lines, who is named and whose
    laws are named all count, with weights fitted to the labelled training documents. The place is
    (0, 0) where only the title has the name, or where the country alone is told.
    """
    candidates = issuer_candidates(document)
    best = best_of("issuer", [each.features for each in candidates])
    chosen = candidates[_named_rival(candidates, best)].issuer
    leading = JOINT.get(chosen.name or "")
    joined = (each.issuer for each in candidates if leading and each.issuer.name == leading)
    chosen = next((each for each in joined if each.end > each.start), chosen)
    if chosen.name is None:
        acting = acting_government(fold(document.title), fold(document.text))
        chosen = Issuer(*acting) if acting else chosen
    return chosen if chosen.name or chosen.country else None


def _named_rival(candidates: Sequence[Candidate], best: int) -> int:
    """Who of the same country is named as acting, where only signs speak for the best."""
    first = candidates[best]
    if (
        first.issuer.name is None
        or _ACTING & first.features.keys()
        or _NAMED & first.features.keys()
    ):
        return best
    rivals = [
        at
        for at, each in enumerate(candidates)
        if each.issuer.country == first.issuer.country and _ACTING & each.features.keys()
    ]
    return max(rivals, key=lambda at: score("issuer", candidates[at].features), default=best)


def issuer_candidates(document: PolicyDocument) -> list[Candidate]:
    """The authorities that a document names or points to, and the countries without one."""
    title = asserted(fold(document.title))
    denied = fold(document.title).removesuffix(title)
    text = _without(fold(document.text), denied)
    by_name = bool(denied) or is_letter(title, text)
    replying = _REACTING if _is_reply(title) else ()
    named = [
        Candidate(_placed(each, text), features)
        for each in AUTHORITIES
        if each.issuer not in replying
        and (features := _evidence(each, text, title, by_name=by_name or each.by_name))
    ]
    return [*named, *_nobody(document.language, text, title, named)]


def _placed(authority: Authority, text: str) -> Issuer:
    """The authority with the mention that says best that it acts."""
    matches = list(islice(authority.names.in_text(text), _MOST))
    kinds = ("label", "alone", "acts_opening", "acts")
    found = next(
        (match for kind in kinds for match in matches if _kind(match, text) == kind),
        matches[0] if matches else None,
    )
    place = found.span() if found else (0, 0)
    return Issuer(authority.issuer, authority.country, *place)


def _without(text: str, denied: str) -> str:
    """The text with a headline's denied question blanked out, so that places stay the same."""
    return " " * len(denied) + text[len(denied) :] if denied and text.startswith(denied) else text


def _is_reply(title: str) -> bool:
    """Whether the title begins with another's act and goes on with the answer to it."""
    reply = reply_begins(title)
    return reply > 0 and any(
        named.start() < _FIRST and named.end() <= reply
        for authority in AUTHORITIES
        if authority.country != "CN"
        for named in islice(authority.names.in_text(title), 1)
    )


def _evidence(
    authority: Authority, text: str, title: str, *, by_name: bool = False
) -> dict[str, float]:
    """What speaks for an authority, by kind.

    Empty where nothing does, or, `by_name`, only its signs do.
    """
    counts: Counter[str] = Counter()
    if named := next(authority.names.in_text(title), None):
        acts = _VERB.match(title, named.end()) or named.start() < _FIRST
        counts["title_acts" if acts else "title"] += 1
    for match in islice(authority.names.in_text(text), _MOST):
        counts[_kind(match, text)] += 1
    if by_name and not counts:
        return {}
    counts["sign_title"] += next(authority.signs.in_text(title), None) is not None
    for match in islice(authority.signs.in_text(text), _MOST):
        counts["sign_opening" if match.start() < _OPENING else "sign"] += 1
    features = {name: log1p(count) for name, count in counts.items() if count}
    if authority.issuer in _REACTING and features:
        features["reacts"] = log1p(len(_REACTION.findall(text[:_LONG])))
    if features and authority.country is None:
        features["regime"] = 1.0
    if features and authority.issuer is None:
        features["nameless"] = 1.0
    return features


def _kind(match: re.Match[str], text: str) -> str:
    """What the words around a name say of it."""
    start, end = match.span()
    line_start = text.rfind("\n", max(0, start - 200), start) + 1
    before = text[max(line_start, start - 60) : start]
    line = text[end : end + 60].split("\n", maxsplit=1)[0]
    if _LABEL.search(before):
        return "label"
    alone = len(before.strip()) + len(line.strip()) < 14 and not _VERB.match(line)
    if alone and (start < _OPENING or end > len(text) - 120):
        return "alone"
    if _APPLIED_TO.search(before) or _NOT_ACTING.match(text, end):
        return "asked"
    where = "_opening" if start < _OPENING else ""
    if _PROTEST.match(text, end, end + 60):
        return "protests" + where
    return ("acts" if _VERB.match(text, end, end + 120) else "named") + where


def _nobody(language: str, text: str, title: str, named: Sequence[Candidate]) -> list[Candidate]:
    """That nobody issues anything, with each country that the text may be of."""
    head = title + "\n" + text[:_OPENING]
    genre = _genre(title, text)
    countries = Counter(match.value for match in find_countries(head))
    pointed: dict[str | None, float] = {}
    for each in named:
        code = each.issuer.country
        pointed[code] = max(pointed.get(code, 0.0), sum(each.features.values()))
    own = _COUNTRY_OF.get(language)
    codes = {*countries, *(code for code in pointed if code), *([own] if own else [])}
    found = [Candidate(Issuer(None, None, 0, 0), {"nowhere": 1.0, **genre})]
    for code in sorted(codes - {"UN"}):
        features = {
            "nobody": 1.0,
            "nobody_pointed": pointed.get(code, 0.0),
            "nobody_named": log1p(countries[code]),
            "nobody_language": float(code == own),
            "nobody_member": float(code in EU_MEMBERS),
            **genre,
        }
        found.append(Candidate(Issuer(None, code, 0, 0), features))
    return found


def _genre(title: str, text: str) -> dict[str, float]:
    """What sort of text it is, as far as that tells whether it holds a measure."""
    opening = text[:_OPENING]
    found = {}
    for name, words in _GENRES.items():
        found[f"{name}_title"] = float(words.search(title) is not None)
        found[f"{name}_opening"] = log1p(len(set(words.findall(opening))))
    found["dated_title"] = float(_IN_FORCE.search(title) is not None)
    found["dated"] = float(_IN_FORCE.search(opening) is not None)
    found["years"] = log1p(len(set(_YEAR.findall(text[:_LONG]))))
    found["length"] = log1p(len(text)) / 10
    return found
