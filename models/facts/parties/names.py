"""What in a text may be the name of a company, an institute or a person."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dualuse.models.facts.parties.lists import entries_in, named_cells
from dualuse.models.folding import fold

_LEGAL: Final = (
    r"(?:Co|Ltd|Inc|LLC|Corp|Limited|GmbH|JSC|PJSC|OJSC|LLP|PLC|plc|AG|SE|SA|S\.A\.|S\.p\.A\."
    r"|B\.V\."
    r"|N\.V\.|L\.L\.C\.|Pte|Pty|FZE|FZCO|OOO|OÜ|K\.K\.|A\.Ş\.)(?![A-Za-z])\.?"
)
_FIRST: Final = (
    r"(?:(?:[A-Z]\.){1,5}|[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-z0-9_À-ž&'/-]{0,40}|[a-z]{1,2}[A-Z][\w-]{1,30})"
)
_TOKEN: Final = rf"(?:{_FIRST}|hynix\b|[0-9]{{1,4}}(?:st|nd|rd|th)?(?= [A-Z]))"
_AND: Final = (
    r"(?:and|&|et|und) (?=(?:Technolog|Science|Engineering|Trad|Industr|Development|Research"
    r"|Design|Tele"
    r"|Education|Electronics|Tool|Sons|Holding|Securit|Special|Vacuum|Communication|Logistic"
    r"|Space)[a-z])"
)
_JOINER: Final = (
    rf"(?: |-)(?:(?:of|for|de|du|des|del|von|van|by|of the|for the|{_AND})(?: |(?<= )))?"
)
_LATIN: Final = re.compile(
    rf"(?<![A-Za-z0-9_@./-]){_FIRST}(?:(?:,? |\.,? ?){_LEGAL}|(?<![a-z]\.){_JOINER}{_TOKEN}"
    rf"| \([A-Z][\w .]{{1,24}}\)(?=,? [A-Z]|,? {_LEGAL})"
    rf"|(?: \((?:China|Shanghai|Dalian|Hong Kong|Hongkong|Group|Beijing|H\.K\.|UK|USA|Asia"
    rf"|Xiamen)\))"
    rf"){{0,14}}",
    re.ASCII,
)
HAN_MARK: Final = (
    r"(?:公司|研究所|研究院|大学校|大学|大學|集团|集團|集団|实验室|實驗室|中心|学院|學院|工厂"
    r"|株式会社|有限会社"
    r"|機構|机构|银行|銀行|事務所|製作所|精工|化工機|造船|重工業|学校|學校|厂)"
)
_SEGMENT: Final = re.compile(r"[^、，。；：;:,()（）\n|｜“”「」『』《》【】！？?!…—\t 　]{2,60}")
_HAN: Final = re.compile(r"[一-鿿々]")
_CLUTTER: Final = re.compile(
    r".{0,40}(?:包括|包含|清单上的|军售的|参与|还有|也有|单位有|名字有|分别是|分别为|名单里有"
    r"|的有|里有|比如|例如|当事人|是由|将|將|把|对|對|向|给|給"
    r"|(?<!美)的(?!确)|除|被|据|由|禁止|列入|新增|企业|企業|实体|實體|被告人|像|本案|叫|为|為"
    r"|是|了|在|市の"
    r"|社の|国の"
    r"|の(?=[一-鿿]{2,12}(?:精工|化工機|造船))|中国商务部|美国(?=因|斯|通))"
)
# An entry whose Latin form follows in brackets is a name without any word for a company.
_BILINGUAL: Final = re.compile(
    r"[^A-Za-z、,。;:()\n|\t][^、,。;:()\n|\t]{1,30}(?= ?\([A-Z][A-Za-z])"
)
# What links a Japanese name to the one before it: 「福奥科技」や長春の研究所.
_PARTICLE: Final = re.compile("[はやとがをにのでもへ](?=[一-鿿ァ-ヶA-Z])")
_LATIN_WORD: Final = re.compile("[A-Za-z]{3}|^[^一-鿿]*$")
_LATIN_WORDS: Final = re.compile("[A-Za-z]{2,} [A-Za-z]{2,}")
_KNOWN: Final = re.compile(
    r"华为|華為|ファーウェイ|中芯(?:国际|國際)|大疆(?:创新)?|长江存储|寒武纪|商汤|海康威视"
    r"|大华股份|旷视科技"
    r"|中兴通讯|中興通訊|中兴(?=、|和)|浪潮(?:集团)?|智源|安世半导体|ネクスペリア|三菱造船"
    r"|三菱重工業?|日本电气"
    r"|ミツトヨ|東芝機械|东芝机械|大川原化工機|ジャパン ?マリンユナイテッド|防衛大学校|防卫大学校?"
    r"|(?:日本)?宇宙航空研究(?:开发机构|開発機構)|上海微电子装备|复旦微电子|智谱|龙芯中科|飞腾"
    r"|昇思|海光|北方[华華][创創]|(?:三星|SK ?海力士|英特尔)(?:电子|半导体|中国)?"
    r"(?:\((?:中国|大连|无锡|西安|苏州)\))?"
)


@dataclass(frozen=True, slots=True)
class NameSpan:
    """A name that may be a party's, and its place.

    `entry` is whether a list marker stands before it; `intro` is then the place of the last line
    before the list.
    """

    start: int
    end: int
    han: bool
    entry: bool
    intro: tuple[int, int] = (0, 0)


def names_in(text: str) -> tuple[NameSpan, ...]:
    """The spans of capitalised words and of Chinese or Japanese names, in order."""
    body = fold(text)
    entries = entries_in(body)
    found = [
        _span(*span, entries, han=False)
        for match in _LATIN.finditer(body)
        for span in _trimmed_latin(body, match)
    ]
    found += [
        _span(start, end, entries, han=True)
        for start, end in (
            *_han_names(body),
            *(match.span() for match in _KNOWN.finditer(body)),
            *_bilingual(body, entries),
        )
    ]
    found += [
        NameSpan(start, end, _HAN.search(body, start, end) is not None, entry=True, intro=head)
        for start, end, head in named_cells(body)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, -each.end)))


def _bilingual(body: str, entries: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The Chinese names of entries that their Latin form follows, with a legal form or without."""
    for at in entries:
        if (match := _BILINGUAL.match(body, at)) and _HAN.search(match.group()):
            clutter = _CLUTTER.match(match.group())
            if (start := at + (clutter.end() if clutter else 0)) < match.end() - 1:
                yield start, match.end()


def _span(start: int, end: int, entries: Mapping[int, tuple[int, int]], *, han: bool) -> NameSpan:
    return NameSpan(start, end, han, start in entries, entries.get(start, (0, 0)))


_LEADING: Final = re.compile(
    r"(?:The|This|That|In|For|Under|By|An?|On|As|Since|With|And|But|See|At|From|To|It|Its|Their"
    r"|Our|We"
    r"|If|When|While|After|Before|Both|Two|Three|Named|Applicant|Respondent|Der|Die|Das|Le|La|Les"
    r"|Dr|Mr|Mrs|Ms|Prof|Neither|Even|Any|All|No|Not|Only|Most|Chinese|American|Japanese|Russian)"
    r"(?:'s)? (?=\S)"
)
_FOR: Final = re.compile(
    r"(?:Institute|Cent(?:er|re)|Foundation|Academy|Laboratory|Organi[sz]ation|Agency|Company"
    r"|Society)$"
)
# Headlines write these with a capital; no name holds them.
_BETWEEN: Final = re.compile(
    r" (?:Against|Over|Related|Regarding|Concerning|Following|After|With|On|To|From|By|Into|Amid"
    r"|Under|Through|Abroad|Are|Is|As|Adds?|Added|Imposes?|Bans?|Fines?)(?= |$)"
)
_COMPLETE: Final = re.compile(
    rf"[ ,](?!(?:OOO|LLC|[OP]?JSC) [A-Z]){_LEGAL}(?:(?:,? "
    rf"|\.,? ?){_LEGAL})*+(?: \([^()]{{2,24}}\))?"
)
# Such a name is whole; what follows is the place: Foo Airlines of Omsk.
_WHOLE: Final = re.compile(
    r"\b(?:Airlines?|Airways|Technologies|Electronics|Systems|Solutions|Logistics|Trading|Dynamics"
    r"|Photonics|Instruments|Microelectronics|Semiconductors?|Holdings?)(?= of [A-Z][\w-]*$)"
)
_POSSESSIVE: Final = re.compile(r"^(?:China|Japan|Russia|America|Taiwan|Korea|Iran)'s ")


def _trimmed_latin(body: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The names in a run of capitalised words, cut at the words that a headline capitalises."""
    start, end = match.span()
    for cut in _BETWEEN.finditer(body, start, end):
        yield from _trimmed_piece(body, start, cut.start())
        start = min(cut.end() + 1, end)
    yield from _trimmed_piece(body, start, end)


def _trimmed_piece(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span without the words that only begin the sentence, or what follows the whole name."""
    while leading := _LEADING.match(body, start, end):
        start = leading.end()
    if owner := _POSSESSIVE.match(body[start:end]):
        start += owner.end()
    if (outer := body.find(" for ", start, end)) >= 0 and not _FOR.search(body[start:outer]):
        start = outer + len(" for ")
    if complete := _COMPLETE.search(body, start, end):
        end = complete.end()
    elif whole := _WHOLE.search(body[start:end]):
        end = start + whole.end()
    elif inner := re.search(" of (?:[A-Z][a-z]+)$", body[start:end]):
        yield start, start + inner.start()
    piece = body[start:end]
    if piece.endswith("'s"):
        end -= 2
    elif piece.endswith(("'", "/", "-", "&")):
        end -= 1
    if end - start >= 2 and re.search("[A-Za-z]{2}|[A-Z]", body[start:end]):
        yield start, end


def _han_names(body: str) -> Iterator[tuple[int, int]]:
    """Pieces between the marks of a sentence that end like the name of an organisation.

    The pieces beside them in an enumeration count too, and brackets within (三星（中国）半导体).
    """
    pieces = [match.span() for match in _SEGMENT.finditer(body)]
    joined = _rejoined(body, pieces)
    marked = [_named(body, *piece) for piece in joined]
    for at, (start, end) in enumerate(joined):
        if (name := marked[at]) is not None:
            yield name
        elif _beside(body, joined, marked, at) and not (
            _LATIN_WORD.search(body[start:end])
            or _PARTICLE.match(body, start)
            or body[end - 1] in "はがを"
        ):
            yield from _split_and(body, start, end)


def _rejoined(body: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Pieces with brackets in the middle of a company's name put together again."""
    joined: list[tuple[int, int]] = []
    for start, end in pieces:
        if joined and len(joined) >= 2:
            first, inner = joined[-2], joined[-1]
            opened = body[first[1] : inner[0]] == "(" and body[inner[1] : start] == ")"
            if opened and re.search(r"(?:有限)?公司$", body[start:end]) and end - start <= 12:
                joined[-2:] = [(first[0], end)]
                continue
        joined.append((start, end))
    return joined


def _named(body: str, start: int, end: int) -> tuple[int, int] | None:
    """The name that a piece ends with, or begins with, or None."""
    piece = body[start:end]
    match = re.search(
        rf"{HAN_MARK}(?=等|及其|、|$|和|与(?!.{{1,16}}{HAN_MARK})|就|的|已|进|從|列入|加入|纳入"
        rf"|被|因"
        rf"|は|が|を|の|に)",
        piece,
    )
    if match is None or not _HAN.search(piece):
        return None
    name = piece[: match.end()]
    clutter = _CLUTTER.match(name)
    cut = clutter.end() if clutter else 0
    for joint in re.finditer(rf"{HAN_MARK}(?:和|及|以及|与)", name):
        cut = max(cut, joint.end())
    if particle := _PARTICLE.match(name):
        cut = max(cut, particle.end())
    while cut < match.end() and name[cut] in "・ 还.0123456789":
        cut += 1
    if match.end() - cut < 3 or _LATIN_WORDS.search(name, cut):
        return None
    return start + cut, start + match.end()


def _beside(
    body: str, pieces: list[tuple[int, int]], marked: list[tuple[int, int] | None], at: int
) -> bool:
    """Whether a short piece is enumerated with a marked name."""
    start, end = pieces[at]
    if end - start > 16:
        return False
    for other in (at - 1, at + 1):
        if 0 <= other < len(pieces) and marked[other] is not None:
            low, high = min(end, pieces[other][1]), max(start, pieces[other][0])
            if body[low:high] == "、":
                return True
    return False


def _split_and(body: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for part in re.split("和|及|等", body[start:end]):
        if len(part) >= 2:
            yield at, at + len(part)
        at += len(part) + 1
