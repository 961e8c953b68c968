"""The persons, companies and institutes that a document puts on a list."""

import re
from collections.abc import Sequence
from typing import Final

from dualuse.corpus.records import PolicyDocument, Sentence
from dualuse.models.facts.countries import find_countries
from dualuse.models.facts.records import Party
from dualuse.models.folding import fold

_LISTS: Final = (
    r"出口管制管控名单|管控名单|关注名单|不可靠实体清单|反制清单|实体清单|實體名單|未经核实清单"
    r"|军事最终用户清单|最终用户清单"
    r"|Military End.User List|Entity List|Unverified List|Unreliable Entity List"
    r"|Export Control List|export control list|Watch List|End User List|SDN List|Annex IV"
    r"|Specially Designated Nationals|外国ユーザーリスト|エンティティ・?リスト|規制リスト"
    r"|軍事エンドユーザーリスト|管控名単|関注名単"
)
_LIST: Final = re.compile(_LISTS)
_MARK: Final = (
    r"(?:Co\.,? ?Ltd\.?|Ltd\.?|Limited|Inc\.?|Incorporated|LLC|L\.L\.C\.|Corp\.?|Corporation"
    r"|GmbH|S\.A\.|S\.p\.A\.|B\.V\.|N\.V\.|PLC|plc|Pte\.?|AG|OÜ|JSC|OOO"
    r"|FZE|FZCO|Company|Group|Holdings|Technologies|Systems|Industries|University|Institute"
    r"|Laboratory|Labs|Academy|Center|Centre|Bureau|Foundation|Bankas|Bank)"
)
_HAN_MARK: Final = (
    r"(?:公司|研究所|研究院|大学|大學|集团|集團|中心|学院|工厂|株式会社|有限会社|研究機構|機構"
    r"|大学校|銀行|银行|实验室|事務所|工業|製作所)"
)
_ENTRY: Final = re.compile(
    r"[ \t]{0,8}(?:[(（]?(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3}|[a-z]|[ivx]{1,5})[.)）、．]"
    r"|[-–—•·・▪●*]|第[0-9]{1,3}[.、])[ \t\u3000]{0,4}(?P<name>\S[^\n]{1,150})$"
)
_MARKED: Final = re.compile(rf"\b{_MARK}(?![A-Za-z])|{_HAN_MARK}")
_SENTENCE_LIKE: Final = re.compile(
    r"[。！？?]|[.] [A-Z][a-z]+ [a-z]|\b(?:must|shall|may|is|are|was|will|should|has|have)\b"
    r"|不得|应当|应|禁止|ください|します|する"
)
_PAIR: Final = re.compile(
    rf"(?P<name>[一-鿿·・]{{1,24}}?{_HAN_MARK}) ?[(（](?P<latin>[A-Z][^()（）\n]{{2,80}})[)）]"
)
_SO_MANY: Final = re.compile(
    r"(?:将|決定將|把)(?P<names>[^。；;\n将把]{2,160}?)等 ?[0-9]{1,3} ?(?:家|个|名)"
)
_ENGLISH: Final = re.compile(
    rf"(?<![A-Za-z])(?P<name>(?:(?!(?:Ltd|Inc|LLC|Corp|GmbH"
    rf"|AG)\b)[A-Z][A-Za-z0-9&'.-]{{0,24}},? (?:of |and "
    rf"|for )?){{1,7}}{_MARK}(?:,? (?:Ltd\.?|Inc\.?|LLC"
    rf"|Corp\.?))?(?: of (?:the )?[A-Z][A-Za-z]+(?: (?:and )?[A-Z][A-Za-z]+){{0,4}})?(?: "
    rf"\([A-Z][A-Za-z ]{{1,30}}\),? ?(?:Ltd\.?|Co\.,? Ltd\.?)?)?)(?![A-Za-z])"
)
_OF_PARTIES: Final = re.compile(
    r" ?(?:的)?(?:实体|企业|公司|银行|金融机构|の企業|の団体|compan|firms|entit|part(?:y|ies)"
    r"|persons)"
)
_LISTING: Final = re.compile(
    r"列入|加入|新增|增列|添加|列单|entit|added|adds|add |designat|listed|places?|put on"
    r"|following|respondents?|名单|リストに|指定|list",
    re.IGNORECASE,
)
_BEFORE_NAME: Final = ("将", "把", "对", "向", "、", "和", "与", "及")
_NO_PARTY: Final = re.compile(
    r"Bureau of Industry|Department|Ministry|Entity List|Federal|Commission|Committee|End.?User"
    r"|Export Control|Security Council|Supplement|Country Group|Office|Government|Unreliable"
    r"|Institute of International Law|^(?:The )?(?:Group|Company|Systems|Bureau|Center|Institute"
    r"|University|Bank)\b"
)


def find_parties(document: PolicyDocument) -> tuple[Party, ...]:
    """The parties a document lists, each once, in order; empty where it names no list.

    Taken are entries of numbered or bulleted lists that look like names, Chinese names with their
    Latin form in brackets, and names in sentences that list parties.
    """
    name_of_list = _list_of(document)
    if name_of_list is None:
        return ()
    text = document.text
    spans = [*_entries(document), *_in_sentences(document)]
    found: dict[str, Party] = {}
    last = -1
    for start, end, country in sorted(spans, key=lambda span: (span[0], -span[1])):
        name = text[start:end].strip(" ,;；、")
        if start < last or not name or name in found:
            continue
        # 某公司等11家 in the sentence and the entry of the list are one party.
        shorter = next((known for known in found if name.startswith(known)), None)
        if shorter is not None:
            del found[shorter]
        last = end
        found[name] = Party(name, country, name_of_list, start, start + len(name))
    return tuple(found.values())


def _list_of(document: PolicyDocument) -> str | None:
    """The list that the title or else the text names most often."""
    for part in (fold(document.title), fold(document.text)):
        names: list[str] = _LIST.findall(part)
        if names:
            return max(dict.fromkeys(names), key=names.count)
    return None


def _entries(document: PolicyDocument) -> list[tuple[int, int, str | None]]:
    """Lines of a list that hold a name and nothing else."""
    text = document.text
    found: list[tuple[int, int, str | None]] = []
    at, previous, titled = 0, False, _country(document.title)
    country = titled
    for line in text.split("\n"):
        match = _ENTRY.match(line)
        if match and _is_name(match["name"], follows=previous):
            start = at + match.start("name")
            found.append((start, start + len(match["name"].rstrip()), _country(line) or country))
            previous = True
        elif line.strip():
            previous, country = False, _country(line) or titled
        at += len(line) + 1
    return found


def _is_name(entry: str, *, follows: bool) -> bool:
    body = fold(entry).strip()
    if len(body) > 120 or _SENTENCE_LIKE.search(body) or _NO_PARTY.search(body) or ":" in body:
        return False
    capitalised = re.fullmatch(r"[A-Z][\w&'.,() /-]{2,110}[;.]?", body) is not None
    return bool(_MARKED.search(body)) or (follows and capitalised and len(body.split()) <= 8)


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


def _in_sentences(document: PolicyDocument) -> list[tuple[int, int, str | None]]:
    found: list[tuple[int, int, str | None]] = []
    titled = _country(document.title)
    for sentence in document.sentences:
        if not _LISTING.search(sentence.text[:1500]):
            continue
        country = _country(sentence.text) or titled
        found += [(a, b, country) for a, b in _spans(sentence)]
    return found


def _spans(sentence: Sentence) -> Sequence[tuple[int, int]]:
    text = sentence.text
    spans = [_trimmed(match) for match in _PAIR.finditer(text)]
    for match in _SO_MANY.finditer(text):
        at = match.start("names")
        for name in re.split("[、，,]", match["names"]):
            if _MARKED.search(name):
                spans.append((at, at + len(name)))
            at += len(name) + 1
    spans += [
        match.span("name")
        for match in _ENGLISH.finditer(text)
        if not _NO_PARTY.search(match["name"])
    ]
    return [(sentence.start + a, sentence.start + b) for a, b in spans]


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The span of a name without the words of the sentence before it (决定将…)."""
    name = match["name"]
    cut = max((name.rfind(word) + len(word) for word in _BEFORE_NAME if word in name), default=0)
    return match.start() + (cut if cut < len(name) - 2 else 0), match.end()
