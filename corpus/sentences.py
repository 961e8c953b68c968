"""Sentences with their places in the text, for English, German, French, Chinese and Japanese.

A line break inside running text is a hard wrap and does not end a sentence; a blank line, a list
marker, a heading and, in Chinese and Japanese, most line breaks do.
"""

import re
from collections.abc import Iterator

from dualuse.corpus.records import Sentence

# All patterns look at a bounded stretch, so that no text takes quadratic time.
_BREAK = re.compile(r"\r\n?|[\n\f\v\x85\u2028\u2029]")
_CLOSERS = "”’\"'»）)】」』〉》］]"
_CLOSING = f"[{re.escape(_CLOSERS)}]{{0,4}}"
_OPENERS = re.escape("„“‘«»(¿¡[§#\"'•–—-")
_END_CJK = re.compile(
    rf"(?:(?:[。！？?｡]|(?<!<)!|…{{2}}|(?<=[ぁ-ゖ])．){{1,8}}{_CLOSING}){{1,3}}"
    r"|(?<=[a-z)])\.(?=\s[A-Z])"
)
_END_LATIN = re.compile(
    rf"[.!?…]{{1,8}}(?:[ \u00a0\u202f]»|{_CLOSING})(?=\s{{1,8}}[{_OPENERS}\w]|\s{{0,8}}$)"
    rf"|[。！？]{{1,8}}{_CLOSING}"
)
# What a line begins with when it is an item of its own.
_ITEM = re.compile(
    r"[ \t\u3000]{0,20}(?:[-*•·–—▪●○■□◆※►✓][ \t\u3000]|#{1,6}[ \t]|\|"
    r"|[(（][0-9a-zA-Z一二三四五六七八九十百]{1,4}[)）]"
    r"|(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{2,5})[.)．、](?:[ \t\u3000]|(?=[^\W\d_a-z]))"
    r"|[0-9]{1,3}(?:\.[0-9]{1,3}){1,4}[.)]?[ \t]|[一二三四五六七八九十百]{1,4}[、．]"
    r"|第[0-9一二三四五六七八九十百千〇零]{1,8}[条條章节節款项項编編]"
    r"|[①-⑳㈠-㈩]|[(][ivx]{1,5}[)]|§{1,2}[ ]?[0-9]"
    r"|(?:Art(?:icle|ikel|\.)?|Section|Sec\.)[ ][0-9IVX])"
)
_OPEN_END = re.compile(r"\b(?:the|of|and|or|to|in|a|for|by|with|der|die|und|des|de|la|le|et|du)$")
_NOT_WRAPPED = 160  # characters; lines as long as this are paragraphs, not wrapped at a margin
_HAN_OR_KANA = re.compile(r"[぀-ヿ一-鿿、。，；：！？」』）》】]")
_LAST_WORD = re.compile(r"([^\s(（\[„“‘«\"']{1,24})\.$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]|[IVX]{1,4}")

# Written with their inner dots and without the last one, in lower case.
_ALWAYS = frozenset(
    {"no", "nos", "dr", "mr", "mrs", "ms", "prof", "st", "vs", "approx", "e.g", "i.e", "cf", "fig"}
    | {"figs", "eq", "sec", "secs", "art", "arts", "para", "paras", "pt", "vol", "ed", "fed", "reg"}
    | {"gen", "sen", "rep", "gov", "hon", "ch", "app", "ann", "pp", "op", "resp", "incl", "excl"}
    | {"u.s", "u.k", "u.n", "e.u", "u.s.c", "c.f.r", "max", "min", "temp", "tel", "ref", "ext"}
    | {"jan", "feb", "aug", "sept", "oct", "nov", "dec", "stat", "pub", "supp", "amend", "subpt"}
    | {"abs", "nr", "ziff", "bzw", "ca", "vgl", "gem", "ggf", "usw", "evtl", "sog", "inkl", "zzgl"}
    | {"z.b", "d.h", "u.a", "i.d.r", "i.v.m", "s.o", "o.g", "lit", "bst", "anh", "nrn", "buchst"}
    | {"str", "hrsg", "jh", "allg", "einschl", "max", "mind", "rn", "s", "f", "ff", "v", "m", "mm"}
    | {"mme", "mlle", "av", "env", "al", "p", "c.-à-d", "par", "ex", "p.ex", "réf", "tél", "n"}
)
# These end a sentence if a capital follows that is not a word of a name or a title.
_BEFORE_CAPITAL = frozenset(
    {"inc", "ltd", "co", "corp", "llc", "etc", "jr", "sr", "plc", "gmbh", "s.a", "a.g", "u.s"}
    | {"u.k", "u.n", "e.u", "u.s.c", "c.f.r", "usw", "ff", "p.m", "a.m", "al", "bros", "d.c", "mio"}
)
_STARTERS = re.compile(
    r"\s+[\"“„«(]?(?:The|This|These|Those|That|It|Its|In|On|At|For|We|He|She|They|If|When|As|By|A|An|All"
    r"|Any|No|Such|However|But|And|After|Under|Since|Because|Each|To|There|BIS|Der|Die|Das|Ein|Eine"
    r"|Es|Im|Diese[rsmn]?|Wenn|Le|La|Les|Un|Une|Ce|Cette|Il|Elle|Dans|En|Pour)\s"
)
_MONTH_OR_NOUN = re.compile(
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|Jahrhundert|Auflage|Nachtrag|Abschnitt|Kapitel)\b"
)


def split_sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, each stripped: `text[start:end] == sentence.text`.

    Headings and list items on lines of their own are sentences. Every character that is not
    white space belongs to one sentence.

    Args:
        text: any text; line breaks may be hard wraps.
        language: `en`, `de`, `fr`, `zh` or `ja`; anything else is read as English.
    """
    found = []
    for start, end in _blocks(text, eastern=language in {"zh", "ja"}):
        for first, last in _cuts(text, start, end, language):
            piece = text[first:last]
            stripped = piece.strip()
            if stripped:
                at = first + len(piece) - len(piece.lstrip())
                found.append(Sentence(stripped, at, at + len(stripped)))
    return tuple(found)


def _blocks(text: str, *, eastern: bool) -> Iterator[tuple[int, int]]:
    """Stretches that no sentence crosses: paragraphs, list items, headings."""
    begin, previous, at = 0, "", 0
    wrap = _margin(text)
    for match in _BREAK.finditer(text):
        line, following = text[at : match.start()], _line_at(text, match.end())
        previous, at = line.strip() or previous, match.end()
        if _ends_block(line, following, eastern=eastern, wrap=wrap):
            yield begin, match.start()
            begin = match.end()
    yield begin, len(text)


def _margin(text: str) -> int:
    """The width at which the text is wrapped; more than `_NOT_WRAPPED` where it is not."""
    widths = sorted(len(line) for line in _BREAK.split(text) if line)
    widest = widths[len(widths) * 9 // 10] if widths else 0
    full = sum(0.8 * widest <= width <= 1.1 * widest for width in widths)
    return widest if full >= max(2, len(widths) / 4) else max(widest, _NOT_WRAPPED + 1)


def _line_at(text: str, start: int) -> str:
    """The beginning of the line at `start`: all that the decision needs."""
    head = text[start : start + 120]
    end = _BREAK.search(head)
    return head[: end.start()] if end else head


def _ends_block(line: str, following: str, *, eastern: bool, wrap: int) -> bool:
    """Whether the break between two lines is more than a hard wrap."""
    body, head = line.strip(), following.strip()
    if not body or not head or _ITEM.match(following) or body.startswith(("#", "|")):
        return True
    if eastern and (_HAN_OR_KANA.match(body[-1]) or _HAN_OR_KANA.match(head[0])):
        indented = following[:1] == "\u3000"
        return indented or len(line) < 0.8 * wrap or wrap > _NOT_WRAPPED
    if head[0].islower() or body[-1] in ",;-–" or _OPEN_END.search(body[-8:]):
        return False
    # A hard wrap stands where the next word did not fit.
    fits = len(line) + len(head.split(maxsplit=1)[0]) < 0.6 * min(wrap, 100)
    return fits or wrap > _NOT_WRAPPED or body.isupper() != head.isupper()


def _cuts(text: str, start: int, end: int, language: str) -> Iterator[tuple[int, int]]:
    """The sentences of one block."""
    begin = start
    ends = _END_CJK if language in {"zh", "ja"} else _END_LATIN
    for match in ends.finditer(text, start, end):
        if match.end() <= begin or _goes_on(text, match, begin, end, language):
            continue
        yield begin, match.end()
        begin = match.end()
    yield begin, end


def _goes_on(text: str, match: re.Match[str], begin: int, end: int, language: str) -> bool:
    """Whether the mark is inside a sentence: an abbreviation, a number, a quotation."""
    after = text[match.end() : min(end, match.end() + 24)]
    mark = match.group()
    if language in {"zh", "ja"}:
        # 「…。」と述べた: the quotation is part of the sentence around it.
        return mark[-1] in _CLOSERS and bool(re.match(r"[とはがをのにもで、，的（(]", after))
    follower = after.lstrip()[:1]
    if mark[0] != "." or len(mark.strip(_CLOSERS)) > 1:
        return follower.islower()
    if mark == "." and _is_abbreviation(text[max(begin, match.start() - 25) : match.end()], after):
        return True
    if language == "de" and text[match.start() - 1 : match.start()].isdigit():
        return bool(_MONTH_OR_NOUN.match(after)) or follower.islower()
    return follower.islower()


def _is_abbreviation(before: str, after: str) -> bool:
    found = _LAST_WORD.search(before)
    if found is None:
        return False
    word = found.group(1).lower()
    if word in _BEFORE_CAPITAL:
        return not _STARTERS.match(after) and bool(after.strip())
    initial = bool(_INITIALS.fullmatch(found.group(1)))
    # An item's own marker stands alone: "1. Exporters …", "B. Scope".
    alone = before.strip() == found.group() or before.strip().rstrip(".").isdigit()
    return word in _ALWAYS or initial or alone
