"""The goods, software and technology that a document names."""

import re
from functools import cache
from typing import Final

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.gazetteer import Gazetteer
from dualuse.models.facts.goods import names_of_goods
from dualuse.models.facts.records import Item
from dualuse.models.folding import fold

_CONTEXT: Final = 1500  # characters of a sentence looked at for its cue
_NOT_MEANT: Final = re.compile(
    r"不在|未列入|不管制|不属于|不含|没有列|不受|对象外|対象外|含まれて(?:おりません|いません)"
    r"|見当たりません|非該当"
    r"|not (?:affected|covered|listed|controlled)|do(?:es)? not appear|\babsent\b"
    r"|outside the list|left alone|fall outside",
    re.IGNORECASE,
)
_ELEMENT: Final = "钐钆铽镝镥钪钇钬铒铥铕镱镓锗锑铋碲钨钼铟"
# An element in a list of goods; one after 化 or 酸, or before 酸, is part of a compound's name.
_ONE_CHARACTER: Final = re.compile(
    rf"(?<![化酸属氧基磷砷硒锌镉二])[{_ELEMENT}](?=[、,，）)和及与。相等的；;\n{_ELEMENT}]"
    r"|[一二三四五六七八九十]{1,2}(?:种|类)|两(?:种|用)|出口|物项|产品|制品|矿|$)"
)
_UNDER_CODE: Final = re.compile(
    r"[^0-9A-Za-z\n]{0,6}(?:[一二三四五六七八九十]{1,3}、)?[0-9][A-E][0-9]{3}(?:\.[a-z0-9]{1,3}(?"
    r"![a-z0-9])){0,4}+"
    r"(?P<mark> ?(?:–|—|:|\.|-) {0,2}| {1,2}|(?=[一-鿿ァ-ヺ]))"
    r"(?P<goods>(?![A-Za-z]{0,3}[,;、])[^\s。;；、,(（)）:：|｜][^。;；,(（)）、:："
    r"|｜\n]{1,38})(?=[。;；,(（、:：\n]|$)"
)
_CONTROLLED: Final = re.compile(
    r"对(?P<goods>[^对。；;,，、《》\n]{1,24}?)(?:等|相关)?(?:物项|技术)?实施(?:临时)?出口管制"
)
_NOT_A_GOOD: Final = re.compile(
    r"^(?:for|is|are|and|or|which|that|to|as|in|of|from|on|when|have|has|was|were|paragraph"
    r"|[とがはのをにで、)]|から|まで|及び|などが|項|项|相应|有|可|未|号|生产|已|下列|部分|上述"
    r"|有关|符合|达到|用于|[｜|])"
)


@cache
def _gazetteer() -> Gazetteer:
    plurals = [
        name[:-1] for name in names_of_goods() if re.fullmatch(r"[a-zA-Z -]{6,}[a-rt-z]s", name)
    ]
    names = [name for name in (*names_of_goods(), *plurals) if len(name) > 1]
    return Gazetteer(((name, name) for name in names), ignore_case=True)


def find_items(document: PolicyDocument) -> tuple[Item, ...]:
    """The goods that a document names, each once, at their first place.

    They are read from lines that begin with a control code, from 对…实施出口管制, and from known
    names of controlled goods; sentences that say what is not controlled are passed over.
    """
    spans: list[tuple[int, int]] = []
    for sentence in document.sentences:
        head = sentence.text[:_CONTEXT]
        if not _NOT_MEANT.search(head):
            spans += [(sentence.start + a, sentence.start + b) for a, b in _goods_in(sentence.text)]
    return _distinct(document.text, spans)


def _goods_in(sentence: str) -> list[tuple[int, int]]:
    folded = fold(sentence)
    under = _UNDER_CODE.match(folded)
    named = [*([under] if under else []), *_CONTROLLED.finditer(folded)]
    spans = [match.span("goods") for match in named if not _NOT_A_GOOD.match(match["goods"])]
    spans += [match.span() for match in _ONE_CHARACTER.finditer(sentence)]
    spans += [(match.start, match.end) for match in _gazetteer().find(folded)]
    return spans


def _distinct(text: str, spans: list[tuple[int, int]]) -> tuple[Item, ...]:
    """Without overlaps (the longer stays) and without repeats (the first stays)."""
    kept: dict[str, Item] = {}
    last = -1
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if start < last:
            continue
        last = end
        item = text[start:end].rstrip()
        kept.setdefault(item.lower(), Item(item, start, start + len(item)))
    return tuple(kept.values())
