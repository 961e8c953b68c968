"""The persons, companies and institutes that a document puts on a list or otherwise acts on."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Final

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.party_names import HAN_MARK, NameSpan, names_in
from dualuse.models.facts.ranking import score
from dualuse.models.facts.records import Party
from dualuse.models.folding import fold

_LIST: Final = re.compile(
    r"出口管制管控名单|管控名单|关注名单|不可靠实体清单|反制清单|实体清单|實體(?:管理)?名單"
    r"|未经核实清单"
    r"|军事最终用户清单|最终用户清单|实体管理名单|管控名簿|管控名単|関注名単"
    r"|Military End.User List|MEU List|Entity List|entity list|Unverified List"
    r"|[Uu]nreliable [Ee]ntity"
    r" [Ll]ist|Denied Persons List|[Vv]alidated [Ee]nd.?[Uu]ser"
    r"|[Ee]xport [Cc]ontrol [Ll]ist|Watch List|(?:Foreign )?End User List|SDN List|Annex IV"
    r"|Specially Designated Nationals|外国ユーザーリスト|エンティティ・?リスト|規制リスト"
    r"|実体管理リスト"
    r"|軍事エンドユーザーリスト|特定団体|control list"
)
_MARK: Final = re.compile(
    r"\b(?:Co|Ltd|Limited|Inc|Incorporated|LLC|L\.L\.C|Corp|Corporation|GmbH|S\.A|S\.p\.A|B\.V|N\.V"
    r"|PLC|plc|Pte|AG|OÜ|JSC|OOO|FZE|FZCO|Company|Group|Holdings?|Technolog(?:y|ies)|Systems"
    r"|Industries|University|Institute|Laborator(?:y|ies)|Labs|Academy|Cent(?:er|re)|Foundation"
    r"|Bank"
    r"|Electronics?|Aerospace|Semiconductor|Logistics|Trading|Airlines?|Solutions|Engineering"
    r"|Research"
    r"|Aviation|Microelectronics|Instruments|Photonics|Capital|International|Shipyard|Dynamics)\b"
    rf"|{HAN_MARK}$"
)
_NO_PARTY: Final = re.compile(
    r"Bureau of|Department|Ministry|Minist|Entity List|Federal|Commission|Committee|Council"
    r"|End.?User"
    r"|Export|Security Council|Supplement|Country Group|Office|Government|Unreliable|Regulation"
    r"|Register"
    r"|Article|Section|Annex|Notice|Announcement|Order|Act\b|Law\b|Licen[cs]e|Exception|Part\b|Rule"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June"
    r"|July|August|September|October|November|December|Treasury|Commerce|White House|Congress"
    r"|Senate"
    r"|BIS\b|OFAC|DDTC|MOFCOM|METI|ECJU|EAR\b|ITAR|ECCN|\bEU\b|\bUS\b|\bUK\b|\bUN\b|Q\d|FAQ"
    r"|List\b|CEO"
    r"|United States|European|Union|World|Chamber|Association|Newsletter|Bulletin|Weekly|Daily"
    r"|Review"
    r"|商务部|商務部|海关|海關|外交部|委员会|委員会|政府|协会|協會|部门|省$|该公司|各公司"
    r"|本公司|公司$(?<=.公司)"
    r"|我司|总公司|子公司|分公司|贵公司|外国公司|中国公司|美国公司|日本公司"
)
_NEVER: Final = re.compile(
    r"\b(?:List|Lists|Group [A-Z]|Country Group|Australia Group|Regulations?|Act|Law|Administration"
    r"|Schedule|Annex|Convention|Licen[cs]e|Register|Court)$|^(?:Group|Company|Centre|Center"
    r"|Ltd|Corp|Inc"
    r"|Research|Engineering|Aviation|Electronics|University|EAR99|ECCN|May|March)$|Country Group"
    r"|[一二三四五六七八九十0-9]+[家条处个]$|^(?:该|各|本|其|我|同|一|它|也|都)"
    r"|^(?:跨国)?(?:子|分|总|母)公司$|(?:的|其他)(?:公司|企业|机构|学院|中心)$"
)
_LISTING: Final = re.compile(
    r"列入|加入|新增|增列|添加|列单|\badd(?:s|ed)?\b|designat|\blisted\b|\bput on\b|\bnamed?\b"
    r"|names\b"
    r"|respondents?|名单|リスト|名簿|指定|書き加え|\blist\b|in the matter|denied|denial"
    r"|sanction|删除|移除"
    r"|blacklist|remov|進入|进入|禁止",
    re.IGNORECASE,
)
_ACCUSED: Final = re.compile(
    r"\bfined\b|penalt|settle|plead|sentenced|charged|convicted|guilty|indict|apply|applicant"
    r"|agreed to pay"
    r"|Anklage|verurteilt|amende|prévenu|当事人|被告|処分|和解|逮捕|走私|罚款|伪报|認め|违规|违法",
    re.IGNORECASE,
)
_LETTER: Final = re.compile(
    r"\b(?:letter|informed|exempt|licen[cs]e|supply|exports? to"
    r"|shipments? to)\b"
)
_CUES: Final = {"listing": _LISTING, "accused": _ACCUSED, "letter": _LETTER, "list": _LIST}
_NAMING: Final = re.compile(
    r"(?:named are|names? (?:is|are)|are|including|includes?|such as|namely|among them|names"
    r"|against"
    r"|to|supply|put|added|adds|of|with|respondents?|applicant|matter of|who|facts\.?|名单|包括|有"
    r"|：|:)[ :]{0,3}$",
    re.IGNORECASE,
)
_PERSON: Final = re.compile(r"[A-Z][\w'-]+(?: [A-Z]\.)? [A-Z][\w'-]+$")
_ADDRESS: Final = re.compile(r",? ?(?:\(?[A-Z][a-z]+(?:, [A-Z][A-Za-z ]+)?\)?)?$")
_AROUND: Final = 160
_EDGE: Final = 220  # characters in which a letterhead or a signature stands


@dataclass(frozen=True, slots=True)
class PartyCandidate:
    """A name of the text, with what speaks for its being a party that the document acts on."""

    name: str
    start: int
    end: int
    features: Mapping[str, float]


def find_parties(document: PolicyDocument) -> tuple[Party, ...]:
    """The parties a document lists or acts on, each once, in order.

    A name in two scripts, 洛克希德·马丁公司（Lockheed Martin Corporation）, is one party, named as
    it comes first.
    """
    list_name = _list_of(document)
    titled = _country(document.title)
    found: dict[str, Party] = {}
    for each in party_candidates(document):
        if score("parties", each.features) > 0:
            country = _country_of(document, each, titled)
            found[each.name] = Party(each.name, country, list_name, each.start, each.end)
    return tuple(found.values())


def party_candidates(document: PolicyDocument) -> list[PartyCandidate]:
    """Every name in the text, once, at its likeliest place."""
    text, title = fold(document.text), fold(document.title)
    spans = _outermost(text, names_in(document.text))
    counts = Counter(text[each.start : each.end] for each in spans)
    siblings = Counter(_sentence_of(document.sentences, each.start) for each in spans)
    shared = _document_features(text, title)
    cues = _Cues(text)
    best: dict[str, PartyCandidate] = {}
    for span in spans:
        name = text[span.start : span.end]
        if _NEVER.search(name):
            continue
        features = {
            **_features(text, title, span, cues),
            "mentions": log1p(counts[name]),
            "siblings": log1p(siblings[_sentence_of(document.sentences, span.start)]),
            **shared,
        }
        own = document.text[span.start : span.end]
        candidate = PartyCandidate(own, span.start, span.end, features)
        known = best.get(name)
        if known is None or score("parties", features) > score("parties", known.features):
            best[name] = candidate
    return sorted(best.values(), key=lambda each: each.start)


def _outermost(text: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Without names inside others, and without the Latin form after a Chinese name."""
    kept: list[NameSpan] = []
    for each in spans:
        if kept and each.start < kept[-1].end:
            continue
        if kept and kept[-1].han and not each.han:
            between = text[kept[-1].end : each.start]
            if between.strip() in {"(", "|", "/"} and len(between) <= 4:
                continue
        kept.append(each)
    return kept


def _sentence_of(sentences: Sequence[Sentence], at: int) -> int:
    low, high = 0, len(sentences)
    while low < high:
        middle = (low + high) // 2
        if sentences[middle].start <= at:
            low = middle + 1
        else:
            high = middle
    return low


def _document_features(text: str, title: str) -> dict[str, float]:
    return {
        "has_list": float(_LIST.search(title + "\n" + text) is not None),
        "listing_title": float(_LISTING.search(title) is not None),
        "accused_title": float(_ACCUSED.search(title) is not None),
    }


class _Cues:
    """Where the words that point to parties stand, looked up once for all names of a text."""

    def __init__(self, text: str) -> None:
        self._starts = {
            name: [match.start() for match in pattern.finditer(text)]
            for name, pattern in _CUES.items()
        }
        self._countries = find_countries(text)
        self._country_starts = [match.start for match in self._countries]

    def near(self, low: int, high: int) -> dict[str, float]:
        """Which of them stand in text[low:high]."""
        found = {}
        for name, starts in self._starts.items():
            at = bisect_left(starts, low)
            found[name] = float(at < len(starts) and starts[at] < high)
        return found

    def country_in(self, low: int, high: int) -> tuple[bool, bool]:
        """Whether a country's name begins in text[low:high], and whether it fills all of it."""
        at = bisect_left(self._country_starts, low)
        if at == len(self._countries) or self._country_starts[at] >= high:
            return False, False
        match = self._countries[at]
        return True, (match.start, match.end) == (low, high)


def _features(text: str, title: str, span: NameSpan, cues: _Cues) -> dict[str, float]:
    name = text[span.start : span.end]
    before = text[max(0, span.start - _AROUND) : span.start].rpartition("\n")[2]
    after = text[span.end : span.end + _AROUND].partition("\n")[0]
    has_country, is_country = cues.country_in(span.start, span.end)
    bracketed, _ = cues.country_in(span.end, span.end + 24)
    words = name.split()
    single = len(words) == 1 and not span.han
    return {
        "name": 1.0,
        "han": float(span.han),
        "marked": float(_MARK.search(name) is not None),
        "no_party": float(_NO_PARTY.search(name) is not None),
        "country": float(has_country),
        "place_only": float(is_country),
        "single": float(single),
        "acronym": float(name.isupper() and single),
        "camel": float(bool(re.search("[a-z][A-Z]", name)) and single),
        "person": float(_PERSON.fullmatch(name) is not None),
        "words": log1p(len(words)),
        "sentence_start": float(single and (not before.strip() or before.rstrip()[-1:] in ".:?!")),
        **cues.near(span.start - len(before), span.end + len(after)),
        "naming": float(_NAMING.search(before) is not None),
        "enumerated": float(before.rstrip()[-1:] in "、,;" and after.lstrip()[:1] in "、,;和及等"),
        "entry": float(span.entry),
        "in_title": float(name in title),
        "head": float(span.start < _EDGE and not span.entry),
        "tail": float(span.end > len(text) - _EDGE),
        "line_alone": float(not before.strip() and len(after) < 3),
        "bracket_country": float(after.lstrip()[:1] == "(" and bracketed),
        "titled_before": float(
            re.search(
                r"(?:Mr|Ms|Mrs|Dr|Prof"
                r"|Professor)\.? $",
                before,
            )
            is not None
        ),
        "said_after": float(re.match(r",? (?:said|says|told|partner|editor)", after) is not None),
    }


def _list_of(document: PolicyDocument) -> str | None:
    """The list that the title or else the text names most often."""
    for part in (fold(document.title), fold(document.text)):
        names: list[str] = _LIST.findall(part)
        if names:
            return max(dict.fromkeys(names), key=names.count)
    return None


_OF_PARTIES: Final = re.compile(
    r" ?(?:的)?(?:实体|企业|公司|银行|金融机构|の企業|の団体|compan|firms|entit|part(?:y|ies)"
    r"|persons)"
)


def _country(text: str) -> str | None:
    """The one country that parties in a line are of, or None where none or several are named.

    A name right before 企业, "companies" and the like decides; China beside another country is
    whoever lists them.
    """
    line = re.sub(r"《[^《》]{1,60}》", lambda title: " " * len(title.group()), text[:400])
    matches = find_countries(line)
    of_parties = {match.value for match in matches if _OF_PARTIES.match(line, match.end)}
    named = of_parties or {match.value for match in matches}
    others = named - {"CN"} if len(named) > 1 else named
    return next(iter(others)) if len(others) == 1 else None


def _country_of(document: PolicyDocument, party: PartyCandidate, titled: str | None) -> str | None:
    """The country in brackets after the name, in the name, in its line, or of the whole list."""
    text = document.text
    line_end = text.find("\n", party.end)
    rest = text[party.end : min(line_end if line_end >= 0 else len(text), party.end + 40)]
    own = _country(re.split("[;；。、]", rest)[0]) or _country(party.name)
    place = _sentence_of(document.sentences, party.start) - 1
    sentence = document.sentences[place].text if place >= 0 else ""
    previous = document.sentences[place - 1].text if place >= 1 else ""
    return own or _country(sentence) or _country(previous) or titled
